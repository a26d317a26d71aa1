//! Unchecked cursors: the capacity is asked for, and the length checked, once for a run of fixed-size parts.

/// The longest varint.
pub(super) const VARINT: usize = 10;
/// How far a store or load of a varint may touch memory.
pub(super) const WORD: usize = 16;

/// Writes behind the end of a vector.
pub(super) struct Writer<'a> {
    out: &'a mut Vec<u8>,
    at: *mut u8,
}

impl<'a> Writer<'a> {
    /// A writer with room for `room` bytes.
    #[inline(always)]
    pub(super) fn new(out: &'a mut Vec<u8>, room: usize) -> Self {
        out.reserve(room);
        // SAFETY: the length is within the allocation.
        let at = unsafe { out.as_mut_ptr().add(out.len()) };
        Writer { out, at }
    }

    #[inline(always)]
    fn length(&self) -> usize {
        self.at as usize - self.out.as_ptr() as usize
    }

    /// Room for `room` more bytes.
    #[inline(always)]
    pub(super) fn room(&mut self, room: usize) {
        if self.out.capacity() - self.length() < room {
            self.grow(room);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, room: usize) {
        let length = self.length();
        // SAFETY: everything up to the cursor was written.
        unsafe { self.out.set_len(length) };
        self.out.reserve(room);
        // SAFETY: the length is within the allocation.
        self.at = unsafe { self.out.as_mut_ptr().add(length) };
    }

    #[inline(always)]
    pub(super) fn finish(self) {
        let length = self.length();
        // SAFETY: everything up to the cursor was written.
        unsafe { self.out.set_len(length) };
    }

    /// # Safety
    /// There is room for `N` bytes.
    #[inline(always)]
    pub(super) unsafe fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        // SAFETY: the caller's.
        unsafe {
            self.at.cast::<[u8; N]>().write(bytes);
            self.at = self.at.add(N);
        }
    }

    /// Stores `bytes`, advances by `N` only if `counts`.
    ///
    /// # Safety
    /// There is room for `N` bytes.
    #[inline(always)]
    pub(super) unsafe fn put_if<const N: usize>(&mut self, bytes: [u8; N], counts: bool) {
        // SAFETY: the caller's.
        unsafe {
            self.at.cast::<[u8; N]>().write(bytes);
            self.at = self.at.add(N * usize::from(counts));
        }
    }

    /// A number whose size cannot be guessed, advanced over only if `counts`.
    ///
    /// # Safety
    /// There is room for [`WORD`] bytes.
    #[inline(always)]
    pub(super) unsafe fn long_if(&mut self, value: i64, counts: bool) {
        let zigzag = ((value << 1) ^ (value >> 63)) as u64;
        // SAFETY: the caller's.
        unsafe {
            if zigzag < 1 << 56 {
                let (word, length) = spread(zigzag);
                self.at.cast::<[u8; 8]>().write(word.to_le_bytes());
                self.at = self.at.add(length * usize::from(counts));
            } else if counts {
                self.varint_slow(zigzag);
            }
        }
    }

    /// A number whose size cannot be guessed.
    ///
    /// # Safety
    /// There is room for [`WORD`] bytes.
    #[inline(always)]
    pub(super) unsafe fn long(&mut self, value: i64) {
        // SAFETY: the caller's.
        unsafe { self.long_if(value, true) }
    }

    /// A length, nearly always of one byte.
    ///
    /// # Safety
    /// There is room for [`WORD`] bytes.
    #[inline(always)]
    pub(super) unsafe fn length_prefix(&mut self, length: usize) {
        // SAFETY: the caller's.
        unsafe {
            if length < 64 {
                self.put([(length as u8) << 1]);
            } else {
                self.varint_slow((length as u64) << 1);
            }
        }
    }

    #[inline(never)]
    unsafe fn varint_slow(&mut self, mut zigzag: u64) {
        // SAFETY: the caller's.
        unsafe {
            while zigzag >= 0x80 {
                self.put([zigzag as u8 | 0x80]);
                zigzag >>= 7;
            }
            self.put([zigzag as u8]);
        }
    }

    /// A string, and room for `then` bytes behind it.
    #[inline(always)]
    pub(super) fn string(&mut self, text: &str, then: usize) {
        self.room(text.len() + WORD + then);
        // SAFETY: there is room for the prefix and the text.
        unsafe {
            self.length_prefix(text.len());
            std::ptr::copy_nonoverlapping(text.as_ptr(), self.at, text.len());
            self.at = self.at.add(text.len());
        }
    }
}

/// The bytes of a varint below 2^56, and how many they are: groups of seven bits moved apart.
#[inline(always)]
fn spread(zigzag: u64) -> (u64, usize) {
    let bits = 64 - (zigzag | 1).leading_zeros() as usize;
    let length = (bits * 9 + 64) >> 6;
    let word = (zigzag & 0x0FFF_FFFF) | ((zigzag & 0x00FF_FFFF_F000_0000) << 4);
    let word = (word & 0x0000_3FFF_0000_3FFF) | ((word & 0x0FFF_C000_0FFF_C000) << 2);
    let word = (word & 0x007F_007F_007F_007F) | ((word & 0x3F80_3F80_3F80_3F80) << 1);
    (word | (0x8080_8080_8080_8080 & !(u64::MAX << (8 * (length - 1)))), length)
}

/// Reads from a slice.
pub(super) struct Reader<'a> {
    input: &'a [u8],
}

/// The bytes are no such record.
#[derive(Debug)]
pub struct Malformed;

type Result<T> = std::result::Result<T, Malformed>;

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a [u8]) -> Self {
        Reader { input }
    }

    pub(super) fn finish(&self) -> Result<()> {
        if self.input.is_empty() { Ok(()) } else { Err(Malformed) }
    }

    pub(super) fn left(&self) -> usize {
        self.input.len()
    }

    #[inline(always)]
    pub(super) fn raw(&mut self, count: usize) -> Result<&'a [u8]> {
        let (head, tail) = self.input.split_at_checked(count).ok_or(Malformed)?;
        self.input = tail;
        Ok(head)
    }

    #[inline(always)]
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, tail) = self.input.split_first_chunk::<N>().ok_or(Malformed)?;
        self.input = tail;
        Ok(*head)
    }

    #[inline(always)]
    pub(super) fn double(&mut self) -> Result<f64> {
        Ok(f64::from_le_bytes(self.array()?))
    }

    #[inline(always)]
    pub(super) fn boolean(&mut self) -> Result<bool> {
        match self.array::<1>()?[0] {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed),
        }
    }

    /// A number whose size cannot be guessed: one load, groups of seven bits moved together.
    #[inline(always)]
    pub(super) fn long(&mut self) -> Result<i64> {
        if let Some(word) = self.input.first_chunk::<8>() {
            let word = u64::from_le_bytes(*word);
            let stops = !word & 0x8080_8080_8080_8080;
            if stops != 0 {
                let length = stops.trailing_zeros() as usize / 8 + 1;
                let word = word & (stops ^ (stops - 1));
                let word = (word & 0x007F_007F_007F_007F) | ((word & 0x7F00_7F00_7F00_7F00) >> 1);
                let word = (word & 0x0000_3FFF_0000_3FFF) | ((word & 0x3FFF_0000_3FFF_0000) >> 2);
                let zigzag = (word & 0x0FFF_FFFF) | ((word & 0x0FFF_FFFF_0000_0000) >> 4);
                // SAFETY: the stop lies within the eight bytes.
                self.input = unsafe { self.input.get_unchecked(length..) };
                return Ok((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64));
            }
        }
        self.long_slow()
    }

    #[cold]
    #[inline(never)]
    fn long_slow(&mut self) -> Result<i64> {
        let mut zigzag = 0u64;
        for (index, byte) in self.input.iter().take(VARINT).enumerate() {
            if index == VARINT - 1 && *byte > 1 {
                return Err(Malformed);
            }
            zigzag |= u64::from(byte & 0x7F) << (7 * index);
            if *byte < 0x80 {
                self.input = &self.input[index + 1..];
                return Ok((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64));
            }
        }
        Err(Malformed)
    }

    #[inline(always)]
    pub(super) fn int(&mut self) -> Result<i32> {
        i32::try_from(self.long()?).map_err(|_| Malformed)
    }

    /// A length or count, nearly always of one byte.
    #[inline(always)]
    pub(super) fn length(&mut self) -> Result<usize> {
        match self.input {
            [byte, tail @ ..] if byte & 0x81 == 0 => {
                self.input = tail;
                Ok(usize::from(byte >> 1))
            }
            _ => usize::try_from(self.long_slow()?).map_err(|_| Malformed),
        }
    }

    /// Whether there is a value.
    #[inline(always)]
    pub(super) fn some(&mut self) -> Result<bool> {
        match self.array::<1>()?[0] {
            0 => Ok(false),
            2 => Ok(true),
            _ => Err(Malformed),
        }
    }

    #[inline(always)]
    pub(super) fn string(&mut self) -> Result<String> {
        let length = self.length()?;
        let bytes = self.raw(length)?;
        if !ascii(bytes) {
            std::str::from_utf8(bytes).map_err(|_| Malformed)?;
        }
        // SAFETY: checked above.
        Ok(unsafe { String::from_utf8_unchecked(bytes.to_vec()) })
    }
}

/// Whether all bytes are ASCII: words, the last one overlapping.
#[inline(always)]
fn ascii(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let Some(last) = bytes.last_chunk::<8>() else {
        return bytes.iter().fold(0, |all, byte| all | byte) < 0x80;
    };
    let (words, _) = bytes.as_chunks::<8>();
    words.iter().fold(u64::from_le_bytes(*last), |all, word| all | u64::from_le_bytes(*word)) & HIGH == 0
}

//! The one `unsafe` module of the codec: a growing output with a cursor.
//!
//! Each put asks for room once and then stores without further checks. The bytes behind the vector's length become part
//! of it only in [`Output::finish`]; an output that is dropped before leaves the vector as it was.

/// Appends to a vector.
///
/// Invariant: `at <= end`, both point into (or one past) the allocation of `vec`, `end` is its end, and all bytes from
/// its start to `at` are initialised. Nothing else touches `vec` in between: it is borrowed exclusively.
pub(crate) struct Output<'a> {
    at: *mut u8,
    end: *mut u8,
    vec: &'a mut Vec<u8>,
}

/// The longest varint: 64 bits, seven to a byte.
const VARINT: usize = 10;

// SAFETY: the pointers point into the exclusively borrowed vector, which is `Send`.
unsafe impl Send for Output<'_> {}
// SAFETY: a shared `Output` only reads its own pointers.
unsafe impl Sync for Output<'_> {}

impl<'a> Output<'a> {
    /// An output that appends to `vec`.
    #[inline]
    pub(crate) fn new(vec: &'a mut Vec<u8>) -> Self {
        let range = vec.spare_capacity_mut().as_mut_ptr_range();
        Output { at: range.start.cast(), end: range.end.cast(), vec }
    }

    /// Bytes written, with those that were in the vector before.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.at.addr() - self.vec.as_ptr().addr()
    }

    /// Makes the written bytes part of the vector.
    #[inline]
    pub(crate) fn finish(self) {
        let len = self.len();
        // SAFETY: `len` is within the capacity and all bytes up to it are initialised (invariant).
        unsafe { self.vec.set_len(len) }
    }

    /// What `read` makes of the vector's length and of all bytes, those behind it too, which then are no part of it as before.
    #[cold]
    pub(crate) fn discard<R>(self, read: impl FnOnce(usize, &[u8]) -> R) -> R {
        let (before, len) = (self.vec.len(), self.len());
        // SAFETY: as in `finish`.
        unsafe { self.vec.set_len(len) };
        let result = read(before, self.vec);
        self.vec.truncate(before);
        result
    }

    /// Makes sure that `count` bytes can be stored at `at`.
    #[inline(always)]
    pub(crate) fn room(&mut self, count: usize) {
        if self.end.addr() - self.at.addr() < count {
            self.grow(count);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, count: usize) {
        let (before, len) = (self.vec.len(), self.len());
        // SAFETY: as in `finish`; the length is set so that growing keeps what was written.
        unsafe { self.vec.set_len(len) };
        // Not less than a small record: a vector starts with few bytes.
        self.vec.reserve(count.max(64));
        let range = self.vec.spare_capacity_mut().as_mut_ptr_range();
        (self.at, self.end) = (range.start.cast(), range.end.cast());
        self.vec.truncate(before);
    }

    /// Appends `bytes`.
    #[inline(always)]
    pub(crate) fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        self.room(N);
        // SAFETY: room for `N` was just made.
        self.at = unsafe { store(self.at, bytes) }
    }

    /// Appends `bytes`.
    #[inline(always)]
    pub(crate) fn put_slice(&mut self, bytes: &[u8]) {
        self.room(bytes.len());
        // SAFETY: room for all of `bytes` was just made.
        self.at = unsafe { copy(self.at, bytes) }
    }

    /// Appends the length of `bytes` as a `long`, and `bytes`.
    #[inline(always)]
    pub(crate) fn put_prefixed(&mut self, bytes: &[u8]) {
        // No overflow: a slice has at most isize::MAX bytes.
        self.room(VARINT + bytes.len());
        // SAFETY: room for the longest varint and for `bytes` was just made.
        self.at = unsafe { copy(count(self.at, bytes.len()), bytes) }
    }

    /// Appends an Avro `long`: zigzag, seven bits to a byte, low bits first.
    ///
    /// A number's size is hard to foresee, for the processor too: no branch depends on it.
    #[inline(always)]
    pub(crate) fn put_long(&mut self, value: i64) {
        self.room(VARINT);
        // SAFETY: room for the longest varint was just made.
        self.at = unsafe { varint(self.at, zigzag(value), true) }
    }

    /// Appends a length, a count or an index, which is nearly always below 64.
    #[inline(always)]
    pub(crate) fn put_count(&mut self, number: usize) {
        self.room(VARINT);
        // SAFETY: room for the longest varint was just made.
        self.at = unsafe { count(self.at, number) }
    }

    /// Appends the branch of a union of null and `long` (or `int`), and the number. Whether there is one is as hard to
    /// foresee as its size.
    #[inline(always)]
    pub(crate) fn put_optional_long(&mut self, value: Option<i64>) {
        self.room(1 + VARINT);
        // SAFETY: room for a byte and the longest varint was just made.
        unsafe {
            let at = store(self.at, [(value.is_some() as u8) << 1]);
            self.at = varint(at, zigzag(value.unwrap_or(0)), value.is_some());
        }
    }

    /// Appends the branch of a union of null and a type of `N` bytes, and the bytes.
    #[inline(always)]
    pub(crate) fn put_optional<const N: usize>(&mut self, bytes: Option<[u8; N]>) {
        self.room(1 + N);
        // SAFETY: room for both was just made.
        unsafe {
            let at = store(self.at, [(bytes.is_some() as u8) << 1]);
            let end = store(at, bytes.unwrap_or([0; N]));
            self.at = if bytes.is_some() { end } else { at };
        }
    }

    /// Appends fixed-size items, each as `bytes` of it.
    #[inline(always)]
    pub(crate) fn put_all<T: Copy, const N: usize>(&mut self, items: &[T], bytes: impl Fn(T) -> [u8; N]) {
        // No overflow: the callers' items take at least `N` bytes in memory each.
        self.room(items.len() * N);
        for &item in items {
            // SAFETY: room for `N` bytes of every item was made above.
            self.at = unsafe { store(self.at, bytes(item)) }
        }
    }
}

// What follows writes at a place and gives the place behind it: bytes that are stored could be the output's own as far as the
// compiler knows, which would read its place anew after each of them.

/// Stores `bytes`.
///
/// # Safety
/// `at` points to `N` bytes that may be written.
#[inline(always)]
unsafe fn store<const N: usize>(at: *mut u8, bytes: [u8; N]) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe {
        at.cast::<[u8; N]>().write_unaligned(bytes);
        at.add(N)
    }
}

/// Stores `bytes`.
///
/// # Safety
/// `at` points to as many bytes as `bytes`, none of them of it, that may be written.
#[inline(always)]
unsafe fn copy(at: *mut u8, bytes: &[u8]) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe {
        at.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
        at.add(bytes.len())
    }
}

/// Stores a length, a count or an index as a `long`.
///
/// # Safety
/// `at` points to [`VARINT`] bytes that may be written.
#[inline(always)]
unsafe fn count(at: *mut u8, number: usize) -> *mut u8 {
    let value = (number as u64) << 1;
    if value < 0x80 {
        // SAFETY: the caller has seen to ten bytes.
        unsafe { store(at, [value as u8]) }
    } else {
        // SAFETY: the caller's.
        unsafe { large_count(at, value) }
    }
}

/// # Safety
/// As of [`varint`].
#[inline(never)]
unsafe fn large_count(at: *mut u8, value: u64) -> *mut u8 {
    // SAFETY: the caller's.
    unsafe { varint(at, value, true) }
}

/// Spreads the groups of seven bits over one word and stores it at once; moves on only if it `counts`.
///
/// # Safety
/// `at` points to [`VARINT`] bytes that may be written.
#[inline(always)]
unsafe fn varint(at: *mut u8, value: u64, counts: bool) -> *mut u8 {
    let x = (value & 0x0fff_ffff) | (value & 0x00ff_ffff_f000_0000) << 4;
    let x = (x & 0x0000_3fff_0000_3fff) | (x & 0x0fff_c000_0fff_c000) << 2;
    let x = (x & 0x007f_007f_007f_007f) | (x & 0x3f80_3f80_3f80_3f80) << 1;
    const MORE: u64 = 0x8080_8080_8080_8080;
    if value < 1 << 56 {
        let bits = 64 - (value | 1).leading_zeros() as usize;
        let count = (bits * 9 + 64) / 64;
        let more = MORE & ((1 << (8 * (count - 1))) - 1);
        // SAFETY: ten bytes may be written; 1 <= count <= 8, since `bits` is 1 to 56.
        unsafe {
            store(at, (x | more).to_le_bytes());
            at.add(if counts { count } else { 0 })
        }
    } else if counts {
        // SAFETY: the caller's.
        unsafe { long_varint(at, x | MORE, (value >> 56) as u8) }
    } else {
        at
    }
}

/// Stores eight bytes of a varint, and what is left of it.
///
/// # Safety
/// As of [`varint`].
#[inline(never)]
unsafe fn long_varint(at: *mut u8, low: u64, high: u8) -> *mut u8 {
    // SAFETY: ten bytes may be written: eight, and one or two more.
    unsafe {
        let at = store(at, low.to_le_bytes());
        store(at, [high, high >> 7]);
        at.add(1 + (high >> 7) as usize)
    }
}

#[inline(always)]
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// `bytes` as text, where it is UTF-8. Short texts are mostly ASCII: looked at in words before the full validation.
#[inline(always)]
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    if is_ascii(bytes) {
        // SAFETY: ASCII is UTF-8.
        Some(unsafe { std::str::from_utf8_unchecked(bytes) })
    } else {
        std::str::from_utf8(bytes).ok()
    }
}

#[inline(always)]
fn is_ascii(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let mut high = 0;
    let (words, rest) = bytes.as_chunks::<8>();
    if let Some(last) = bytes.last_chunk::<8>() {
        high = u64::from_ne_bytes(*last);
        for word in words {
            high |= u64::from_ne_bytes(*word);
        }
    } else {
        for byte in rest {
            high |= *byte as u64;
        }
    }
    high & HIGH == 0
}

#[cfg(test)]
mod tests {
    use super::{Output, text};

    fn plain_varint(value: i64) -> Vec<u8> {
        let (mut rest, mut out) = (((value << 1) ^ (value >> 63)) as u64, Vec::new());
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
        out
    }

    #[test]
    fn varints_are_those_of_the_plain_loop() {
        let edges = (0..64).flat_map(|bit| [-1, 0, 1].map(|near| (1_i64 << bit).wrapping_add(near)));
        for value in edges.flat_map(|value| [value, value.wrapping_neg(), !value]) {
            let mut bytes = vec![7];
            let mut output = Output::new(&mut bytes);
            output.put_long(value);
            output.finish();
            assert_eq!(bytes[1..], plain_varint(value), "{value}");
        }
    }

    #[test]
    fn grows_and_keeps_what_was_written() {
        let (mut bytes, mut expected) = (vec![1, 2, 3], vec![1, 2, 3]);
        let mut output = Output::new(&mut bytes);
        for i in 0..300_u16 {
            let item = vec![i as u8; i as usize];
            output.put_slice(&item);
            output.put(i.to_le_bytes());
            expected.extend(item);
            expected.extend(i.to_le_bytes());
        }
        assert_eq!(output.len(), expected.len());
        output.finish();
        assert_eq!(bytes, expected);
    }

    #[test]
    fn dropped_unfinished_leaves_the_vector() {
        let mut bytes = vec![1, 2, 3];
        let mut output = Output::new(&mut bytes);
        output.put_slice(&[9; 1000]);
        let _ = output;
        assert_eq!(bytes, [1, 2, 3]);
    }

    #[test]
    fn text_is_utf8_or_nothing() {
        for size in 0..40 {
            let mut bytes = vec![b'a'; size];
            assert!(text(&bytes).is_some());
            for i in 0..size {
                bytes[i] = 0xff;
                assert!(text(&bytes).is_none(), "{size} {i}");
                bytes[i] = b'a';
            }
        }
        assert_eq!(text("grün und länger".as_bytes()), Some("grün und länger"));
    }
}

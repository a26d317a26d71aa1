//! The reading side: a cursor over Avro's binary encoding that believes nothing.

use std::mem::ManuallyDrop;

use super::{limits::Limits, raw};
use crate::error::{DecodeError, DecodeKind};

/// Reads Avro's binary encoding (Avro specification, "Binary Encoding").
///
/// Every length is checked against the bytes that are left before anything is allocated; nesting and memory are limited
/// by [`Limits`].
pub struct Decoder<'de> {
    rest: &'de [u8],
    total: usize,
    limits: Limits,
    depth: u32,
    /// Stack address at the outermost level.
    base: usize,
    /// Why the field that was being read could not be. Whoever is told that there is one takes it, so that no decoder has
    /// anything to drop, which would be code in every function that has one.
    failure: ManuallyDrop<Option<DecodeError>>,
    /// What `rest` is a part of, where that is shared.
    #[cfg(feature = "bytes")]
    source: Option<&'de bytes::Bytes>,
}

impl<'de> Decoder<'de> {
    /// A decoder of `bytes` with the default limits.
    #[inline]
    pub fn new(bytes: &'de [u8]) -> Self {
        Decoder {
            rest: bytes,
            total: bytes.len(),
            limits: Limits::default(),
            depth: 0,
            base: 0,
            failure: ManuallyDrop::new(None),
            #[cfg(feature = "bytes")]
            source: None,
        }
    }

    /// A decoder of shared bytes: the [`Bytes`](bytes::Bytes) and `ByteString`s that are read are slices of them, without a
    /// copy, and keep all of them in memory.
    ///
    /// ```
    /// use avro_runtime::{AvroDecode, Decoder};
    /// use bytes::Bytes;
    ///
    /// let data = Bytes::from_static(&[0x04, b'h', b'i']);
    /// let value = Bytes::decode(&mut Decoder::of_shared(&data))?;
    /// assert_eq!(value.as_ptr(), data[1..].as_ptr());
    /// # Ok::<(), avro_runtime::DecodeError>(())
    /// ```
    #[cfg(feature = "bytes")]
    pub fn of_shared(bytes: &'de bytes::Bytes) -> Self {
        Decoder { source: Some(bytes), ..Decoder::new(bytes) }
    }

    /// `part`, which this decoder has read, shared with the source or as a copy.
    #[cfg(feature = "bytes")]
    #[inline]
    pub(crate) fn share(&self, part: &'de [u8]) -> bytes::Bytes {
        match self.source {
            Some(source) => source.slice_ref(part),
            None => bytes::Bytes::copy_from_slice(part),
        }
    }

    /// The same with other limits than [`Limits::default`].
    #[inline]
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// How many bytes were read.
    #[inline]
    pub fn position(&self) -> usize {
        self.total - self.rest.len()
    }

    /// The bytes that were not read.
    #[inline]
    pub fn remaining(&self) -> &'de [u8] {
        self.rest
    }

    /// Where it stands, for [`Decoder::rewind`].
    #[inline]
    pub(crate) fn mark(&self) -> &'de [u8] {
        self.rest
    }

    /// Goes back to a mark. What was taken from the limits stays taken.
    #[inline]
    pub(crate) fn rewind(&mut self, mark: &'de [u8]) {
        self.rest = mark;
    }

    /// Ends reading: all of the data was one value.
    ///
    /// # Errors
    /// Bytes are left over.
    #[inline]
    pub fn finish(self) -> Result<(), DecodeError> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.left_over()) }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn left_over(&self) -> DecodeError {
        self.malformed("bytes left over behind the value")
    }

    /// Keeps why a field could not be read, which is what `false` says, for [`Decoder::failure`]. In place, so that where it is
    /// called the compiler knows the answer.
    #[inline(always)]
    pub(crate) fn fail(&mut self, error: DecodeError) -> bool {
        self.keep(error);
        false
    }

    #[cold]
    #[inline(never)]
    fn keep(&mut self, error: DecodeError) {
        *self.failure = Some(error);
    }

    /// Why the last field could not be read.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn failure(&mut self) -> DecodeError {
        match self.failure.take() {
            Some(error) => error,
            // a trait's method, written by hand, says no without a reason
            None => self.malformed("a field that could not be read"),
        }
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn error(&self, kind: DecodeKind) -> DecodeError {
        DecodeError::new(kind, self.position())
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn malformed(&self, what: &'static str) -> DecodeError {
        self.error(DecodeKind::Malformed(what))
    }

    /// The error for valid data that the Rust type cannot hold; `what` says it without the value.
    #[cold]
    #[inline(never)]
    pub fn out_of_range(&self, what: &'static str) -> DecodeError {
        self.error(DecodeKind::Range(what))
    }

    /// The error for valid data that a conversion to the Rust type refuses. `why` becomes its source, and stays out of its text
    /// because it may show the value.
    #[cold]
    #[inline(never)]
    pub fn refused(&self, why: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> DecodeError {
        self.out_of_range("a value that its conversion refuses").with_source(why.into())
    }

    #[cold]
    #[inline(never)]
    fn eof(&self) -> DecodeError {
        self.error(DecodeKind::Eof)
    }

    /// A `long`: a zigzag varint of 1 to 10 bytes (Avro specification, "Binary Encoding").
    ///
    /// # Errors
    /// The data ends, or the number has more than 64 bits.
    #[inline]
    pub fn long(&mut self) -> Result<i64, DecodeError> {
        match self.word(0x8080_8080_8080_8080) {
            Some((value, rest)) => {
                self.rest = rest;
                Ok(unzigzag(value))
            }
            None => self.long_bytewise(),
        }
    }

    /// An `int`: a zigzag varint of 1 to 5 bytes.
    ///
    /// # Errors
    /// The data ends, or the number has more than 32 bits.
    #[inline]
    pub fn int(&mut self) -> Result<i32, DecodeError> {
        // At most five bytes.
        match self.word(0x80_8080_8080) {
            Some((value, rest)) if value <= u32::MAX as u64 => {
                self.rest = rest;
                Ok(unzigzag(value) as i32)
            }
            _ => self.int_bytewise(),
        }
    }

    /// A length, a count or an index: a `long` that is nearly always below 64.
    #[inline]
    fn count(&mut self) -> Result<i64, DecodeError> {
        match self.rest {
            [byte, rest @ ..] if *byte < 0x80 => {
                self.rest = rest;
                Ok(unzigzag(*byte as u64))
            }
            _ => self.long_bytewise(),
        }
    }

    /// A varint that ends within the next eight bytes, at one of the places whose high bit is in `places`: the groups of
    /// seven bits are moved together at once. A number's size is hard to foresee, for the processor too: no branch
    /// depends on it. With it what follows.
    #[inline(always)]
    fn word(&self, places: u64) -> Option<(u64, &'de [u8])> {
        let word = u64::from_le_bytes(*self.rest.first_chunk::<8>()?);
        let ends = !word & places;
        if ends == 0 {
            return None;
        }
        let rest = &self.rest[(ends.trailing_zeros() / 8 + 1) as usize..];
        // All bits up to the first byte without the continuation bit, without the continuation bits.
        let word = word & (ends ^ (ends - 1)) & 0x7f7f_7f7f_7f7f_7f7f;
        let x = (word & 0x007f_007f_007f_007f) | (word & 0x7f00_7f00_7f00_7f00) >> 1;
        let x = (x & 0x0000_3fff_0000_3fff) | (x & 0x3fff_0000_3fff_0000) >> 2;
        Some(((x & 0x0fff_ffff) | (x & 0x0fff_ffff_0000_0000) >> 4, rest))
    }

    #[cold]
    #[inline(never)]
    fn long_bytewise(&mut self) -> Result<i64, DecodeError> {
        let (mut value, mut shift) = (0_u64, 0);
        for (i, byte) in self.rest.iter().enumerate() {
            if shift == 63 && *byte > 1 {
                return Err(self.malformed("a long of more than 64 bits"));
            }
            value |= ((*byte & 0x7f) as u64) << shift;
            if *byte < 0x80 {
                self.rest = &self.rest[i + 1..];
                return Ok(unzigzag(value));
            }
            shift += 7;
        }
        Err(self.eof())
    }

    #[cold]
    #[inline(never)]
    fn int_bytewise(&mut self) -> Result<i32, DecodeError> {
        let (mut value, mut shift) = (0_u64, 0);
        for (i, byte) in self.rest.iter().enumerate() {
            if shift == 28 && *byte > 0x0f {
                return Err(self.malformed("an int of more than 32 bits"));
            }
            value |= ((*byte & 0x7f) as u64) << shift;
            if *byte < 0x80 {
                self.rest = &self.rest[i + 1..];
                return Ok(unzigzag(value) as i32);
            }
            shift += 7;
        }
        Err(self.eof())
    }

    /// A `boolean`: one byte.
    ///
    /// # Errors
    /// The data ends, or the byte is neither 0 nor 1.
    #[inline]
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        match self.rest {
            [value @ (0 | 1), rest @ ..] => {
                self.rest = rest;
                Ok(*value == 1)
            }
            _ => Err(self.no_boolean()),
        }
    }

    #[cold]
    #[inline(never)]
    fn no_boolean(&self) -> DecodeError {
        if self.rest.is_empty() { self.eof() } else { self.malformed("a boolean that is neither 0 nor 1") }
    }

    #[inline]
    pub(crate) fn array<const N: usize>(&mut self) -> Result<&'de [u8; N], DecodeError> {
        match self.rest.split_first_chunk::<N>() {
            Some((bytes, rest)) => {
                self.rest = rest;
                Ok(bytes)
            }
            None => Err(self.eof()),
        }
    }

    /// A `float`: 4 bytes, little-endian.
    ///
    /// # Errors
    /// The data ends.
    #[inline]
    pub fn float(&mut self) -> Result<f32, DecodeError> {
        Ok(f32::from_bits(u32::from_le_bytes(*self.array()?)))
    }

    /// A `double`: 8 bytes, little-endian.
    ///
    /// # Errors
    /// The data ends.
    #[inline]
    pub fn double(&mut self) -> Result<f64, DecodeError> {
        Ok(f64::from_bits(u64::from_le_bytes(*self.array()?)))
    }

    /// `count` bytes as they are: the content of a `fixed`.
    ///
    /// # Errors
    /// The data ends.
    #[inline]
    pub fn raw(&mut self, count: usize) -> Result<&'de [u8], DecodeError> {
        match self.rest.split_at_checked(count) {
            Some((bytes, rest)) => {
                self.rest = rest;
                Ok(bytes)
            }
            None => Err(self.eof()),
        }
    }

    /// `bytes`, borrowed from the data.
    ///
    /// # Errors
    /// The data ends, or the length is negative.
    #[inline]
    pub fn bytes(&mut self) -> Result<&'de [u8], DecodeError> {
        let len = self.count()?;
        // A negative length is larger than any slice.
        match usize::try_from(len as u64).ok().and_then(|len| self.rest.split_at_checked(len)) {
            Some((bytes, rest)) => {
                self.rest = rest;
                Ok(bytes)
            }
            None => Err(self.bad_length(len)),
        }
    }

    #[cold]
    #[inline(never)]
    fn bad_length(&self, len: i64) -> DecodeError {
        if len < 0 { self.malformed("a negative length") } else { self.eof() }
    }

    /// A `string`, borrowed from the data.
    ///
    /// # Errors
    /// The data ends, the length is negative, or the bytes are not UTF-8.
    #[inline]
    pub fn string(&mut self) -> Result<&'de str, DecodeError> {
        self.text()
    }

    /// [`Decoder::string`], always in place.
    #[inline(always)]
    pub(crate) fn text(&mut self) -> Result<&'de str, DecodeError> {
        let bytes = self.bytes()?;
        raw::text(bytes).ok_or_else(|| self.malformed("a string that is not UTF-8"))
    }

    /// The index of the branch of a union of `count` branches.
    ///
    /// # Errors
    /// The data ends, or the index is out of range.
    #[inline]
    pub fn branch(&mut self, count: usize) -> Result<usize, DecodeError> {
        let index = self.count()?;
        if (index as u64) < count as u64 { Ok(index as usize) } else { Err(self.malformed("no such union branch")) }
    }

    /// The index of the symbol of an enum of `count` symbols.
    ///
    /// # Errors
    /// The data ends, or the index is out of range.
    #[inline]
    pub fn enum_index(&mut self, count: usize) -> Result<usize, DecodeError> {
        let index = self.count()?;
        if (index as u64) < count as u64 { Ok(index as usize) } else { Err(self.malformed("no such enum symbol")) }
    }

    /// The head of a block of items of an array or a map: how many there are, or `None` at the end. An item takes at
    /// least `min_item_size` bytes on the wire (a map's key counts).
    ///
    /// # Errors
    /// The data ends or cannot hold that many items, or there are too many items that take no bytes.
    #[inline]
    pub fn block(&mut self, min_item_size: usize) -> Result<Option<usize>, DecodeError> {
        let count = self.count()?;
        if count == 0 {
            return Ok(None);
        }
        if count > 0
            && min_item_size > 0
            && (count as u64).saturating_mul(min_item_size as u64) <= self.rest.len() as u64
        {
            return Ok(Some(count as usize));
        }
        self.unusual_block(count, min_item_size).map(Some)
    }

    #[inline(never)]
    fn unusual_block(&mut self, count: i64, min_item_size: usize) -> Result<usize, DecodeError> {
        let mut left = self.rest.len() as u64;
        if count < 0 {
            let size = self.long()?;
            if size < 0 {
                return Err(self.malformed("a negative block size"));
            }
            left = self.rest.len() as u64;
            if size as u64 > left {
                return Err(self.eof());
            }
            left = size as u64;
        }
        let count = count.unsigned_abs();
        if min_item_size == 0 {
            match self.limits.zero_sized.checked_sub(usize::try_from(count).unwrap_or(usize::MAX)) {
                Some(budget) => self.limits.zero_sized = budget,
                None => return Err(self.error(DecodeKind::Limit("items that take no bytes"))),
            }
        } else if count.saturating_mul(min_item_size as u64) > left {
            return Err(self.eof());
        }
        // Fits: at most the bytes left, or the budget of items without size.
        Ok(count as usize)
    }

    /// The head of a block that is to be skipped: bytes to skip where the writer said so.
    pub(crate) fn skip_block(&mut self, min_item_size: usize) -> Result<Option<usize>, DecodeError> {
        loop {
            let count = self.count()?;
            if count >= 0 {
                return match count {
                    0 => Ok(None),
                    _ if min_item_size > 0
                        && (count as u64).saturating_mul(min_item_size as u64) <= self.rest.len() as u64 =>
                    {
                        Ok(Some(count as usize))
                    }
                    _ => self.unusual_block(count, min_item_size).map(Some),
                };
            }
            let size = self.long()?;
            if size < 0 {
                return Err(self.malformed("a negative block size"));
            }
            match usize::try_from(size) {
                Ok(size) => self.raw(size)?,
                Err(_) => return Err(self.eof()),
            };
        }
    }

    /// Takes the memory of `count` items from the budget and makes room for them in `items`.
    #[inline]
    pub(crate) fn presize<T>(&mut self, items: &mut Vec<T>, count: usize) -> Result<(), DecodeError> {
        self.charge::<T>(count)?;
        // What data of this length could not fill is not allocated at once.
        const AT_ONCE: usize = 1 << 20;
        let most = AT_ONCE / size_of::<T>().max(1);
        items.reserve(count.min(most));
        Ok(())
    }

    /// Takes the memory of `count` items from the budget.
    #[inline]
    pub(crate) fn charge<T>(&mut self, count: usize) -> Result<(), DecodeError> {
        match self.limits.memory.checked_sub(count.saturating_mul(size_of::<T>())) {
            Some(budget) => {
                self.limits.memory = budget;
                Ok(())
            }
            None => Err(self.error(DecodeKind::Limit("memory of arrays and maps"))),
        }
    }

    /// Goes into a value behind an indirection (a box, an array, a map); [`Decoder::leave`] goes out again.
    ///
    /// # Errors
    /// The limit of the depth or of the stack is reached.
    #[inline]
    pub fn enter(&mut self) -> Result<(), DecodeError> {
        let here = stack_address();
        if self.depth == 0 {
            self.base = here;
        }
        self.depth += 1;
        if self.depth > self.limits.depth || self.base.abs_diff(here) > self.limits.stack {
            return Err(self.error(DecodeKind::Limit("nesting")));
        }
        Ok(())
    }

    /// Goes out of a value behind an indirection.
    #[inline]
    pub fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

impl std::fmt::Debug for Decoder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoder")
            .field("position", &self.position())
            .field("remaining", &self.rest.len())
            .field("depth", &self.depth)
            .field("limits", &self.limits)
            .finish()
    }
}

#[inline(always)]
fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// Roughly where the stack ends. Miri gives each local an address of its own, which says nothing.
#[inline(always)]
fn stack_address() -> usize {
    if cfg!(miri) {
        return 0;
    }
    let marker = 0_u8;
    std::hint::black_box(&raw const marker).addr()
}

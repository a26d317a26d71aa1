//! The writing side: Avro's binary encoding into a vector.

use std::mem::ManuallyDrop;

use avro_model::SchemaRef;

use super::raw::Output;
use super::{Decoder, place};
use crate::error::EncodeError;

/// Appends Avro's binary encoding to a vector (Avro specification, "Binary Encoding").
///
/// The puts cannot fail; a value that has no Avro form is reported with [`Encoder::fail`], and the first such report is
/// what [`Encoder::finish`] returns. Until then, and after an error, the vector is as it was.
///
/// ```
/// let mut out = Vec::new();
/// let mut encoder = avro_runtime::Encoder::new(&mut out);
/// encoder.put_long(-2);
/// encoder.put_str("hi");
/// encoder.finish()?;
/// assert_eq!(out, [0x03, 0x04, b'h', b'i']);
/// # Ok::<(), avro_runtime::EncodeError>(())
/// ```
pub struct Encoder<'a> {
    output: Output<'a>,
    /// What [`Encoder::finish`] returns, whose caller has it to drop: an encoder that is left by a panic has nothing to, which would
    /// be code in every function that has one.
    error: ManuallyDrop<Option<EncodeError>>,
}

impl<'a> Encoder<'a> {
    /// An encoder that appends to `out`.
    #[inline]
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Encoder { output: Output::new(out), error: ManuallyDrop::new(None) }
    }

    /// Makes what was put part of the vector.
    ///
    /// # Errors
    /// The first one that was reported with [`Encoder::fail`]; the vector is then as it was.
    #[inline]
    pub fn finish(self) -> Result<(), EncodeError> {
        match ManuallyDrop::into_inner(self.error) {
            None => {
                self.output.finish();
                Ok(())
            }
            Some(error) => Err(error),
        }
    }

    /// As [`Encoder::finish`], where all that was put is one value of `schema`: an error says where in it.
    #[inline]
    pub(crate) fn finish_value(self, schema: SchemaRef) -> Result<(), EncodeError> {
        match ManuallyDrop::into_inner(self.error) {
            None => {
                self.output.finish();
                Ok(())
            }
            Some(error) => Err(located(error, self.output, schema)),
        }
    }

    /// Reports that a value has no Avro form: [`Encoder::finish`] returns the first such error, whatever is put after it.
    #[cold]
    #[inline(never)]
    pub fn fail(&mut self, error: EncodeError) {
        if self.error.is_none() {
            *self.error = Some(error.after(self.output.len()));
        }
    }

    /// A `long`: a zigzag varint of 1 to 10 bytes (Avro specification, "Binary Encoding").
    #[inline]
    pub fn put_long(&mut self, value: i64) {
        self.output.put_long(value);
    }

    /// An `int`: a zigzag varint of 1 to 5 bytes.
    #[inline]
    pub fn put_int(&mut self, value: i32) {
        self.output.put_long(value as i64);
    }

    /// A `boolean`: one byte, 0 or 1.
    #[inline]
    pub fn put_bool(&mut self, value: bool) {
        self.output.put([value as u8]);
    }

    /// A `float`: 4 bytes, little-endian; a NaN keeps its bits.
    #[inline]
    pub fn put_float(&mut self, value: f32) {
        self.output.put(value.to_bits().to_le_bytes());
    }

    /// A `double`: 8 bytes, little-endian; a NaN keeps its bits.
    #[inline]
    pub fn put_double(&mut self, value: f64) {
        self.output.put(value.to_bits().to_le_bytes());
    }

    /// `bytes`: the length as a `long`, and the bytes.
    #[inline]
    pub fn put_bytes(&mut self, value: &[u8]) {
        self.output.put_prefixed(value);
    }

    /// A `string`: the length of its UTF-8 as a `long`, and the UTF-8.
    #[inline]
    pub fn put_str(&mut self, value: &str) {
        self.output.put_prefixed(value.as_bytes());
    }

    /// Bytes as they are, without a length: the content of a `fixed`.
    #[inline]
    pub fn put_raw(&mut self, value: &[u8]) {
        self.output.put_slice(value);
    }

    /// The index of a union's branch, from 0, as a `long`; the branch's value follows.
    #[inline]
    pub fn put_branch(&mut self, index: usize) {
        self.output.put_count(index);
    }

    /// The index of an enum's symbol, from 0, as an `int`.
    #[inline]
    pub fn put_symbol(&mut self, index: usize) {
        self.output.put_count(index);
    }

    /// The head of a block of `count` items of an array, or entries (a `string` and a value) of a map; a block of 0 ends it.
    #[inline]
    pub fn put_block(&mut self, count: usize) {
        self.output.put_count(count);
    }

    /// An optional `long` or `int`, of which null is the first branch.
    #[inline]
    pub(crate) fn put_optional_long(&mut self, value: Option<i64>) {
        self.output.put_optional_long(value);
    }

    /// An optional value of `N` bytes, of which null is the first branch.
    #[inline]
    pub(crate) fn put_optional<const N: usize>(&mut self, bytes: Option<[u8; N]>) {
        self.output.put_optional(bytes);
    }

    /// Many floats, as they stand in one block.
    #[inline]
    pub(crate) fn put_floats(&mut self, values: &[f32]) {
        self.output.put_all(values, |value| value.to_bits().to_le_bytes());
    }

    /// Many doubles, as they stand in one block.
    #[inline]
    pub(crate) fn put_doubles(&mut self, values: &[f64]) {
        self.output.put_all(values, |value| value.to_bits().to_le_bytes());
    }
}

/// `error`, in its place in the value of `schema` that `output` has the beginning of.
#[cold]
#[inline(never)]
fn located(error: EncodeError, output: Output<'_>, schema: SchemaRef) -> EncodeError {
    output.discard(|before, all| {
        let written = all.get(before..error.written()).unwrap_or_default();
        match place::pass(schema.view(), &mut Decoder::new(written)) {
            Err(end) if end.is_eof() => error.at(end),
            _ => error,
        }
    })
}

impl std::fmt::Debug for Encoder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Encoder").field("len", &self.output.len()).field("error", &self.error).finish()
    }
}

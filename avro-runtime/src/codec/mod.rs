//! Avro's binary encoding: cursors, limits, and the traits that generated code implements.

mod decoder;
mod encoder;
mod limits;
mod place;
mod raw;

pub use decoder::Decoder;
pub use encoder::Encoder;
pub use limits::Limits;

use crate::described::AvroSchema;
use crate::error::{DecodeError, EncodeError};
use crate::resolve::{PlanRef, Step, WriterSchema};

/// A type that writes itself as Avro binary data of its [`AvroSchema::SCHEMA`]. Comes with `#[derive(AvroSchema)]`.
///
/// ```
/// use avro_runtime::AvroEncode;
///
/// assert_eq!("hi".to_avro()?, [0x04, b'h', b'i']);
/// # Ok::<(), avro_runtime::EncodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as Avro",
    label = "no Avro encoding for this type",
    note = "derive it: `#[derive(avro_runtime::AvroSchema)]` on `{Self}`"
)]
pub trait AvroEncode: AvroSchema {
    /// Appends the value. What has no Avro form is reported by [`Encoder::fail`].
    fn encode(&self, out: &mut Encoder<'_>);

    /// Appends the value as a branch of a union that starts at branch `offset`; unions add their own index to it.
    #[doc(hidden)]
    #[inline]
    fn encode_branch(&self, offset: usize, out: &mut Encoder<'_>) {
        out.put_branch(offset);
        self.encode(out);
    }

    /// Appends an optional value, of which null is the first branch.
    #[doc(hidden)]
    #[inline(never)]
    fn encode_optional(value: &Option<Self>, out: &mut Encoder<'_>)
    where
        Self: Sized,
    {
        match value {
            None => out.put_branch(0),
            Some(value) => value.encode_branch(1, out),
        }
    }

    /// Appends a sequence of this type: an array in one block; `bytes` for `u8`.
    #[doc(hidden)]
    #[inline(never)]
    fn encode_slice(items: &[Self], out: &mut Encoder<'_>)
    where
        Self: Sized,
    {
        if !items.is_empty() {
            out.put_block(items.len());
            Self::encode_items(items, out);
        }
        out.put_block(0);
    }

    /// Appends items of a block, without its head.
    #[doc(hidden)]
    #[inline]
    fn encode_items(items: &[Self], out: &mut Encoder<'_>)
    where
        Self: Sized,
    {
        for item in items {
            item.encode(out);
        }
    }

    /// Appends a Rust array of this type: an Avro array; `fixed` for `u8`.
    #[doc(hidden)]
    #[inline]
    fn encode_array<const N: usize>(items: &[Self; N], out: &mut Encoder<'_>)
    where
        Self: Sized,
    {
        Self::encode_slice(items, out);
    }

    /// The value as Avro binary data.
    ///
    /// # Errors
    /// A part of the value has no Avro form (a `u64` above `i64::MAX` written as `long`); the error says which.
    fn to_avro(&self) -> Result<Vec<u8>, EncodeError> {
        let mut out = Vec::new();
        self.write_avro(&mut out)?;
        Ok(out)
    }

    /// Appends the value to `out` as Avro binary data.
    ///
    /// # Errors
    /// As [`AvroEncode::to_avro`]; `out` is then left as it was.
    fn write_avro(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        const { Self::ALLOWED };
        let mut encoder = Encoder::new(out);
        self.encode(&mut encoder);
        encoder.finish_value(Self::SCHEMA)
    }
}

/// Puts what was read into the empty `field`, where there is nothing to drop, or the error into `input`; says which.
#[inline(always)]
pub(crate) fn put<T>(field: &mut Option<T>, input: &mut Decoder<'_>, read: Result<T, DecodeError>) -> bool {
    match read {
        Ok(value) => {
            core::mem::forget(field.replace(value));
            true
        }
        Err(error) => input.fail(error),
    }
}

/// As [`put`], into `value`, which is empty as it is.
#[inline(always)]
pub(crate) fn fill<T>(value: &mut T, input: &mut Decoder<'_>, read: Result<T, DecodeError>) -> bool {
    match read {
        Ok(read) => {
            core::mem::forget(core::mem::replace(value, read));
            true
        }
        Err(error) => input.fail(error),
    }
}

/// What was read, unless something is left over behind it.
#[inline(always)]
fn whole<T>(read: Result<T, DecodeError>, input: &Decoder<'_>) -> Result<T, DecodeError> {
    if read.is_ok() && !input.remaining().is_empty() {
        drop(read);
        return Err(input.left_over());
    }
    read
}

/// A type that reads itself from Avro binary data. Comes with `#[derive(AvroSchema)]`.
///
/// `'de` is the lifetime of the data, which `&'de str`, `&'de [u8]` and `Cow` fields borrow from.
///
/// ```
/// use avro_runtime::{AvroDecode, WriterSchema};
///
/// let bytes = [0x04, b'h', b'i'];
/// assert_eq!(<&str>::from_avro(&bytes)?, "hi");
/// assert!(<&str>::from_avro(&bytes[..2]).unwrap_err().is_eof());
/// # Ok::<(), avro_runtime::DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from Avro",
    label = "no Avro decoding for this type",
    note = "derive it: `#[derive(avro_runtime::AvroSchema)]` on `{Self}`",
    note = "or leave the field out of the schema: `#[avro(skip)]`"
)]
pub trait AvroDecode<'de>: AvroSchema + Sized {
    /// Reads a value that was written with exactly this type's schema.
    ///
    /// # Errors
    /// The data is not of the schema, ends early, is beyond a limit, or holds what the Rust type cannot.
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError>;

    /// Reads a value that was written with another schema.
    ///
    /// # Errors
    /// As [`AvroDecode::decode`], and where the writer's data cannot be read as this type's schema.
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError>;

    /// Reads the value of a record's field into `field`, which is empty; whether it could, else `input` has the error. One
    /// function for each type, not for each field; what is a few instructions is inlined instead. A flag is the least that a
    /// record can ask for each of its fields.
    #[doc(hidden)]
    #[inline(never)]
    fn decode_field(field: &mut Option<Self>, input: &mut Decoder<'de>) -> bool {
        let read = Self::decode(input);
        put(field, input, read)
    }

    /// Reads an optional value into `field`, which is `None`: what [`AvroDecode::decode_field`] is to a value that is always there.
    #[doc(hidden)]
    fn decode_optional_field(field: &mut Option<Self>, input: &mut Decoder<'de>) -> bool {
        let read = Option::decode(input);
        fill(field, input, read)
    }

    /// [`AvroDecode::decode_field`] from other data: the writer's field, or the reader's default.
    #[doc(hidden)]
    #[inline(never)]
    fn decode_step(field: &mut Option<Self>, input: &mut Decoder<'de>, step: Step<'_>) -> bool {
        step.read(field, input, Self::decode_resolved)
    }

    /// Reads the branch `index` of a union that this type is part of, counted from its own first branch.
    #[doc(hidden)]
    #[inline]
    fn decode_branch(_index: usize, input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        Self::decode(input)
    }

    /// The same from other data; without a plan the branch was written as this type has it.
    #[doc(hidden)]
    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<Self, DecodeError> {
        match plan {
            None => Self::decode_branch(index, input),
            Some(plan) => Self::decode_resolved(input, plan),
        }
    }

    /// Reads a sequence of this type: an array; `bytes` for `u8`.
    #[doc(hidden)]
    fn decode_vec(input: &mut Decoder<'de>) -> Result<Vec<Self>, DecodeError> {
        crate::impls::sequence::decode_vec(input)
    }

    /// The same from other data.
    #[doc(hidden)]
    fn decode_vec_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Vec<Self>, DecodeError> {
        crate::impls::sequence::decode_vec_resolved(input, plan)
    }

    /// Reads a sequence into the items that are there.
    #[doc(hidden)]
    fn decode_vec_into(items: &mut Vec<Self>, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
        crate::impls::sequence::decode_vec_into(items, input)
    }

    /// Reads a Rust array of this type: an Avro array of that length; `fixed` for `u8`.
    #[doc(hidden)]
    fn decode_array<const N: usize>(input: &mut Decoder<'de>) -> Result<[Self; N], DecodeError> {
        crate::impls::sequence::decode_array(input)
    }

    /// The same from other data.
    #[doc(hidden)]
    fn decode_array_resolved<const N: usize>(
        input: &mut Decoder<'de>,
        plan: PlanRef<'_>,
    ) -> Result<[Self; N], DecodeError> {
        crate::impls::sequence::decode_array_resolved(input, plan)
    }

    /// Reads a value into this one, keeping its buffers where that is possible. After an error this value is valid, but
    /// which parts were read is not specified.
    ///
    /// # Errors
    /// As [`AvroDecode::decode`].
    #[inline]
    fn decode_into(&mut self, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
        *self = Self::decode(input)?;
        Ok(())
    }

    /// Reads a value from `bytes`, which were written with exactly this type's schema.
    ///
    /// # Errors
    /// As [`AvroDecode::decode`]; bytes left over are an error too.
    fn from_avro(bytes: &'de [u8]) -> Result<Self, DecodeError> {
        const { Self::ALLOWED };
        let mut input = Decoder::new(bytes);
        let read = Self::decode(&mut input);
        whole(read, &input)
    }

    /// Reads a value from `bytes`, which were written with the schema `writer`.
    ///
    /// # Errors
    /// As [`AvroDecode::decode_resolved`]; bytes left over are an error too.
    fn from_avro_with(writer: &WriterSchema, bytes: &'de [u8]) -> Result<Self, DecodeError> {
        const { Self::ALLOWED };
        let mut input = Decoder::new(bytes);
        let read = Self::decode_resolved(&mut input, writer.plan(Self::SCHEMA));
        whole(read, &input)
    }
}

//! `decimal` on bytes and on fixed: of bytes, which pass as they are, and of the number types that the features bring.

use std::marker::PhantomData;

use avro_model::text::Digits;
use avro_model::{Kind, Prop, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, FixedName, SchemaAs, settled};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::impls::prop;
use crate::resolve::PlanRef;

/// A decimal without a stated scale, which is 0.
pub const NO_SCALE: u32 = u32::MAX;

/// `decimal` on bytes: the unscaled number, big-endian in two's complement, as it is.
#[derive(Debug)]
pub struct Decimal<const PRECISION: u32, const SCALE: u32>;

impl<const PRECISION: u32, const SCALE: u32> Decimal<PRECISION, SCALE> {
    const PRECISION_DIGITS: &'static Digits = &Digits::of(PRECISION as u64);
    const SCALE_DIGITS: &'static Digits = &Digits::of(SCALE as u64);
    const PROPS: &'static [Prop] = &[
        prop("logicalType", "\"decimal\""),
        prop("precision", Self::PRECISION_DIGITS.as_str()),
        prop("scale", Self::SCALE_DIGITS.as_str()),
    ];
    const STATED: &'static [Prop] = Self::PROPS.split_at(2 + (SCALE != NO_SCALE) as usize).0;
}

impl<const PRECISION: u32, const SCALE: u32> SchemaAs<Vec<u8>> for Decimal<PRECISION, SCALE> {
    const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::plain(Kind::Bytes).with_props(Self::STATED) });
    const MIN_SIZE: usize = 1;
}

impl<const PRECISION: u32, const SCALE: u32> EncodeAs<Vec<u8>> for Decimal<PRECISION, SCALE> {
    #[inline]
    fn encode(value: &Vec<u8>, out: &mut Encoder<'_>) {
        value.encode(out);
    }
}

impl<'de, const PRECISION: u32, const SCALE: u32> DecodeAs<'de, Vec<u8>> for Decimal<PRECISION, SCALE> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Vec<u8>, DecodeError> {
        <Vec<u8> as AvroDecode>::decode(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Vec<u8>, DecodeError> {
        <Vec<u8> as AvroDecode>::decode_resolved(input, plan)
    }
}

/// A type of numbers that have decimals.
#[allow(missing_docs)]
pub trait Number: Sized {
    /// The number times ten to the power of `scale`: an integer, and of at most `precision` digits.
    ///
    /// # Errors
    /// It is no integer, or has more digits.
    fn to_unscaled(&self, precision: u32, scale: u32) -> Result<Unscaled, EncodeError>;

    /// The number that `bytes`, big-endian in two's complement, are `10^scale` times; `None` where the type has none.
    fn from_unscaled(bytes: &[u8], scale: u32) -> Option<Self>;
}

/// An integer, big-endian in two's complement, in as few bytes as it takes.
#[derive(Debug)]
pub enum Unscaled {
    /// The bytes of a number, and where the first is that counts.
    Small([u8; 16], usize),
    /// Any bytes.
    Large(Vec<u8>),
}

impl Unscaled {
    fn as_slice(&self) -> &[u8] {
        match self {
            Unscaled::Small(bytes, start) => bytes.split_at(*start).1,
            Unscaled::Large(bytes) => bytes,
        }
    }
}

impl From<i128> for Unscaled {
    #[inline]
    fn from(number: i128) -> Self {
        // Bits that repeat the sign, but for one.
        let spare = (number ^ (number >> 127)).leading_zeros() - 1;
        Unscaled::Small(number.to_be_bytes(), spare as usize / 8)
    }
}

/// More digits in front of the point than there is room for.
#[allow(dead_code, reason = "each number type is a feature")]
pub(crate) fn too_many_digits() -> EncodeError {
    EncodeError::new("a number with more digits than the precision of its decimal")
}

/// More digits behind the point than there is room for.
#[allow(dead_code, reason = "each number type is a feature")]
pub(crate) fn too_fine() -> EncodeError {
    EncodeError::new("a number with more digits behind the point than the scale of its decimal")
}

const fn stated(scale: u32) -> u32 {
    if scale == NO_SCALE { 0 } else { scale }
}

impl<T: Number, const PRECISION: u32, const SCALE: u32> SchemaAs<T> for Decimal<PRECISION, SCALE> {
    const SCHEMA: SchemaRef = <Self as SchemaAs<Vec<u8>>>::SCHEMA;
    const MIN_SIZE: usize = 1;
}

impl<T: Number, const PRECISION: u32, const SCALE: u32> EncodeAs<T> for Decimal<PRECISION, SCALE> {
    fn encode(value: &T, out: &mut Encoder<'_>) {
        match value.to_unscaled(PRECISION, const { stated(SCALE) }) {
            Ok(unscaled) => out.put_bytes(unscaled.as_slice()),
            Err(error) => out.fail(error),
        }
    }
}

const NO_NUMBER: &str = "a decimal that the Rust type cannot hold";

impl<'de, T: Number, const PRECISION: u32, const SCALE: u32> DecodeAs<'de, T> for Decimal<PRECISION, SCALE> {
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        T::from_unscaled(input.bytes()?, const { stated(SCALE) }).ok_or_else(|| input.out_of_range(NO_NUMBER))
    }
    settled!(T);
}

/// `decimal` on a fixed of `SIZE` bytes that is called as `F` says.
#[derive(Debug)]
pub struct DecimalFixed<F, const PRECISION: u32, const SCALE: u32, const SIZE: usize>(PhantomData<F>);

impl<T: Number, F: FixedName, const PRECISION: u32, const SCALE: u32, const SIZE: usize> SchemaAs<T>
    for DecimalFixed<F, PRECISION, SCALE, SIZE>
{
    const SCHEMA: SchemaRef = SchemaRef::new(
        const { &Schema::fixed(F::NAME, None, SIZE as u32).with_props(Decimal::<PRECISION, SCALE>::STATED) },
    );
    const MIN_SIZE: usize = SIZE;
}

impl<T: Number, F: FixedName, const PRECISION: u32, const SCALE: u32, const SIZE: usize> EncodeAs<T>
    for DecimalFixed<F, PRECISION, SCALE, SIZE>
{
    fn encode(value: &T, out: &mut Encoder<'_>) {
        let unscaled = match value.to_unscaled(PRECISION, const { stated(SCALE) }) {
            Ok(unscaled) => unscaled,
            Err(error) => return out.fail(error),
        };
        let bytes = unscaled.as_slice();
        let Some(room) = SIZE.checked_sub(bytes.len()) else {
            return out.fail(EncodeError::new("a decimal that its fixed has not enough bytes for"));
        };
        let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
        let mut all = [if negative { 0xff } else { 0 }; SIZE];
        all.split_at_mut(room).1.copy_from_slice(bytes);
        out.put_raw(&all);
    }
}

impl<'de, T: Number, F: FixedName, const PRECISION: u32, const SCALE: u32, const SIZE: usize> DecodeAs<'de, T>
    for DecimalFixed<F, PRECISION, SCALE, SIZE>
{
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        T::from_unscaled(input.raw(SIZE)?, const { stated(SCALE) }).ok_or_else(|| input.out_of_range(NO_NUMBER))
    }
    settled!(T);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_take_as_few_bytes_as_they_can() {
        for (number, bytes) in [
            (0, &[0][..]),
            (1, &[1]),
            (-1, &[0xff]),
            (127, &[127]),
            (128, &[0, 128]),
            (-128, &[0x80]),
            (-129, &[0xff, 0x7f]),
            (i128::from(i64::MIN), &[0x80, 0, 0, 0, 0, 0, 0, 0]),
        ] {
            assert_eq!(Unscaled::from(number).as_slice(), bytes, "{number}");
        }
        assert_eq!(Unscaled::from(i128::MIN).as_slice(), i128::MIN.to_be_bytes());
    }
}

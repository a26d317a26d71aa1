//! The forms that `as = ".."` names: of integers that Avro has no type for, and of what has a text.

use std::fmt::Display;
use std::num::{NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU64, NonZeroU128, NonZeroUsize};
use std::str::FromStr;

use avro_model::{Name, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs, settled};
use crate::codec::{Decoder, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::impls::{LONG, STRING};
use crate::resolve::PlanRef;

/// An integer as `long`.
#[derive(Debug)]
pub struct AsLong;

/// As `string`: an integer in decimal, any other type as its `Display` writes and its `FromStr` reads.
#[derive(Debug)]
pub struct AsString;

/// An integer as `fixed`, big-endian.
#[derive(Debug)]
pub struct AsFixed;

macro_rules! integer {
    ($adapter:ident, $node:expr, $min:expr, $($ty:ty),*; |$value:ident, $out:ident| $encode:expr, |$input:ident| $decode:expr) => {
        $(
            impl SchemaAs<$ty> for $adapter {
                const SCHEMA: SchemaRef = SchemaRef::new(&$node);
                const MIN_SIZE: usize = $min;
            }

            impl EncodeAs<$ty> for $adapter {
                #[inline]
                #[allow(clippy::useless_conversion, clippy::unnecessary_fallible_conversions, reason = "every value of some types fits")]
                fn encode($value: &$ty, $out: &mut Encoder<'_>) {
                    $encode
                }
            }

            impl<'de> DecodeAs<'de, $ty> for $adapter {
                #[inline]
                #[allow(clippy::useless_conversion, reason = "for some of the types every value fits")]
                fn decode($input: &mut Decoder<'de>) -> Result<$ty, DecodeError> {
                    $decode
                }
                settled!($ty);
            }
        )*
    };
}

integer!(AsLong, LONG, 1, i8, i16, i32, i64, isize, u8, u16, u32, u64, usize;
    |value, out| match i64::try_from(*value) {
        Ok(long) => out.put_long(long),
        Err(_) => out.fail(EncodeError::new("an integer that is no long")),
    },
    |input| input.long()?.try_into().map_err(|_| input.out_of_range("a long that this integer type cannot hold"))
);

impl<T: Display + FromStr> SchemaAs<T> for AsString {
    const SCHEMA: SchemaRef = SchemaRef::new(&STRING);
    const MIN_SIZE: usize = 1;
}

impl<T: Display + FromStr> EncodeAs<T> for AsString {
    fn encode(value: &T, out: &mut Encoder<'_>) {
        out.put_str(&value.to_string());
    }
}

impl<'de, T: Display + FromStr> DecodeAs<'de, T> for AsString {
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        input.string()?.parse().map_err(|_| input.out_of_range("a string that this type cannot be parsed from"))
    }
    settled!(T);
}

static FIXED8: Schema = Schema::fixed(Name::new("avro_runtime.Fixed8", &[], false), None, 8);
static FIXED16: Schema = Schema::fixed(Name::new("avro_runtime.Fixed16", &[], false), None, 16);

integer!(AsFixed, FIXED8, 8, i64, u64;
    |value, out| out.put_raw(&value.to_be_bytes()),
    |input| Ok(FromBe::from_be(*input.array()?))
);

integer!(AsFixed, FIXED16, 16, i128, u128;
    |value, out| out.put_raw(&value.to_be_bytes()),
    |input| Ok(FromBe::from_be(*input.array()?))
);

integer!(AsFixed, FIXED8, 8, usize;
    |value, out| out.put_raw(&(*value as u64).to_be_bytes()),
    |input| usize::try_from(u64::from_be_bytes(*input.array()?))
        .map_err(|_| input.out_of_range("a fixed that this system's usize cannot hold"))
);

integer!(AsFixed, FIXED8, 8, isize;
    |value, out| out.put_raw(&(*value as i64).to_be_bytes()),
    |input| isize::try_from(i64::from_be_bytes(*input.array()?))
        .map_err(|_| input.out_of_range("a fixed that this system's isize cannot hold"))
);

trait FromBe<const N: usize> {
    fn from_be(bytes: [u8; N]) -> Self;
}

macro_rules! from_be {
    ($($ty:ty: $size:literal),*) => {
        $(
            impl FromBe<$size> for $ty {
                #[inline]
                fn from_be(bytes: [u8; $size]) -> Self {
                    <$ty>::from_be_bytes(bytes)
                }
            }
        )*
    };
}

from_be!(i64: 8, u64: 8, i128: 16, u128: 16);

/// `NonZero` of an integer has the integer's form.
macro_rules! non_zero {
    ($($adapter:ident: $($ty:ty = $base:ty),*;)*) => {
        $($(
            impl SchemaAs<$ty> for $adapter {
                const SCHEMA: SchemaRef = <$adapter as SchemaAs<$base>>::SCHEMA;
                const MIN_SIZE: usize = <$adapter as SchemaAs<$base>>::MIN_SIZE;
            }

            impl EncodeAs<$ty> for $adapter {
                #[inline]
                fn encode(value: &$ty, out: &mut Encoder<'_>) {
                    <$adapter as EncodeAs<$base>>::encode(&value.get(), out);
                }
            }

            impl<'de> DecodeAs<'de, $ty> for $adapter {
                #[inline]
                fn decode(input: &mut Decoder<'de>) -> Result<$ty, DecodeError> {
                    let value = <$adapter as DecodeAs<'de, $base>>::decode(input)?;
                    <$ty>::new(value).ok_or_else(|| input.out_of_range("zero, where zero is excluded"))
                }
                settled!($ty);
            }
        )*)*
    };
}

non_zero! {
    AsLong: NonZeroU64 = u64, NonZeroUsize = usize;
    AsFixed: NonZeroU64 = u64, NonZeroI64 = i64, NonZeroUsize = usize, NonZeroIsize = isize, NonZeroU128 = u128,
        NonZeroI128 = i128;
}

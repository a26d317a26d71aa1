//! Integers that Avro has no type for, in the form that an attribute names.

use avro_model::{Name, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs, settled};
use crate::codec::{Decoder, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::impls::{LONG, STRING};
use crate::resolve::PlanRef;

/// An integer as `long`.
#[derive(Debug)]
pub struct AsLong;

/// An integer as `string`, in decimal.
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

integer!(AsString, STRING, 1, i64, u64, isize, usize, i128, u128;
    |value, out| out.put_str(&value.to_string()),
    |input| input.string()?.parse().map_err(|_| input.out_of_range("a string that is no integer of this type"))
);

static FIXED8: Schema = Schema::fixed(Name::new("avro_runtime.Fixed8", &[], false), None, 8);
static FIXED16: Schema = Schema::fixed(Name::new("avro_runtime.Fixed16", &[], false), None, 16);

integer!(AsFixed, FIXED8, 8, i64, u64;
    |value, out| out.put_raw(&value.to_be_bytes()),
    |input| Ok(Self::from_be(*input.array()?))
);

integer!(AsFixed, FIXED16, 16, i128, u128;
    |value, out| out.put_raw(&value.to_be_bytes()),
    |input| Ok(Self::from_be(*input.array()?))
);

integer!(AsFixed, FIXED8, 8, usize;
    |value, out| out.put_raw(&(*value as u64).to_be_bytes()),
    |input| usize::try_from(u64::from_be_bytes(*input.array()?))
        .map_err(|_| input.out_of_range("a fixed that this system's usize cannot hold"))
);

impl AsFixed {
    fn from_be<T: FromBe<N>, const N: usize>(bytes: [u8; N]) -> T {
        T::from_be(bytes)
    }
}

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

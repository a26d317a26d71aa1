//! num-bigint and bigdecimal: numbers of any length.

use crate::error::EncodeError;
use crate::impls::adapt::{Number, Unscaled, too_many_digits};

/// Integers: a decimal's value, so nothing may stand behind the point.
macro_rules! integer {
    ($bigint:path) => {
        use $bigint::{BigInt, BigUint};

        use super::*;

        impl Number for BigInt {
            fn to_unscaled(&self, precision: u32, scale: u32) -> Result<Unscaled, EncodeError> {
                if !has_digits(self.magnitude(), precision.saturating_sub(scale)) {
                    return Err(too_many_digits());
                }
                let unscaled =
                    if scale == 0 { self.to_signed_bytes_be() } else { (self * ten_to(scale)).to_signed_bytes_be() };
                Ok(Unscaled::Large(unscaled))
            }

            fn from_unscaled(bytes: &[u8], scale: u32) -> Option<Self> {
                let unscaled = BigInt::from_signed_bytes_be(bytes);
                if scale == 0 {
                    return Some(unscaled);
                }
                // Fewer digits than there are behind the point, unless it is zero.
                if bytes.len() as u64 * 3 < u64::from(scale) {
                    return (unscaled == BigInt::ZERO).then_some(unscaled);
                }
                let ten = ten_to(scale);
                let value = &unscaled / &ten;
                (&value * ten == unscaled).then_some(value)
            }
        }

        /// `10^power`
        pub(super) fn ten_to(power: u32) -> BigInt {
            BigInt::from(10).pow(power)
        }

        /// Whether `magnitude` has at most `most` decimal digits.
        pub(super) fn has_digits(magnitude: &BigUint, most: u32) -> bool {
            // A number of `bits` bits has at least 0.301 digits for each but one of them, and at most 0.302 for each and one more.
            let bits = u128::from(magnitude.bits());
            if bits * 302 / 1000 < u128::from(most) {
                return true;
            }
            if bits.saturating_sub(1) * 301 / 1000 > u128::from(most) {
                return false;
            }
            *magnitude < BigUint::from(10_u32).pow(most)
        }
    };
}

#[cfg(feature = "num-bigint")]
mod current {
    integer!(::num_bigint);
}

/// The release that bigdecimal is made of, an earlier one.
#[cfg(feature = "bigdecimal")]
mod earlier {
    integer!(::bigdecimal::num_bigint);
}

#[cfg(feature = "bigdecimal")]
mod decimal {
    use ::bigdecimal::BigDecimal;
    use ::bigdecimal::num_bigint::BigInt;
    use avro_model::SchemaRef;

    use super::earlier::{has_digits, ten_to};
    use super::*;
    use crate::codec::{Decoder, Encoder};
    use crate::error::DecodeError;
    use crate::impls::adapt::{self, DecodeAs, EncodeAs, SchemaAs, by_default, settled, too_fine};
    use crate::resolve::PlanRef;

    impl Number for BigDecimal {
        fn to_unscaled(&self, precision: u32, scale: u32) -> Result<Unscaled, EncodeError> {
            let (number, own) = self.as_bigint_and_scale();
            if *number == BigInt::ZERO {
                return Ok(Unscaled::from(0));
            }
            // Digits to add, or to drop.
            let more = i128::from(scale) - i128::from(own);
            let unscaled = match (u32::try_from(more), u32::try_from(-more)) {
                (Ok(0), _) => number.into_owned(),
                // What has too many digits is refused before it is multiplied.
                (Ok(more), _) if more <= precision && has_digits(number.magnitude(), precision - more) => {
                    number.as_ref() * ten_to(more)
                }
                (_, Ok(drop)) if !has_digits(number.magnitude(), drop) => {
                    let ten = ten_to(drop);
                    let quotient = number.as_ref() / &ten;
                    if &quotient * ten != *number {
                        return Err(too_fine());
                    }
                    quotient
                }
                _ if more < 0 => return Err(too_fine()),
                _ => return Err(too_many_digits()),
            };
            if !has_digits(unscaled.magnitude(), precision) {
                return Err(too_many_digits());
            }
            Ok(Unscaled::Large(unscaled.to_signed_bytes_be()))
        }

        fn from_unscaled(bytes: &[u8], scale: u32) -> Option<Self> {
            Some(BigDecimal::new(BigInt::from_signed_bytes_be(bytes), scale.into()))
        }
    }

    by_default!([] BigDecimal, adapt::BigDecimal, "bytes");

    impl SchemaAs<BigDecimal> for adapt::BigDecimal {
        const SCHEMA: SchemaRef = <Self as SchemaAs<Vec<u8>>>::SCHEMA;
        const MIN_SIZE: usize = 1;
    }

    /// The unscaled number as `bytes` and the scale as an `int`, both within the `bytes` of the value.
    impl EncodeAs<BigDecimal> for adapt::BigDecimal {
        fn encode(value: &BigDecimal, out: &mut Encoder<'_>) {
            let (number, scale) = value.as_bigint_and_scale();
            let Ok(scale) = i32::try_from(scale) else {
                return out.fail(EncodeError::new("a number whose scale is no int"));
            };
            let mut bytes = Vec::new();
            let mut inner = Encoder::new(&mut bytes);
            inner.put_bytes(&number.to_signed_bytes_be());
            inner.put_int(scale);
            match inner.finish() {
                Ok(()) => out.put_bytes(&bytes),
                Err(error) => out.fail(error),
            }
        }
    }

    impl<'de> DecodeAs<'de, BigDecimal> for adapt::BigDecimal {
        fn decode(input: &mut Decoder<'de>) -> Result<BigDecimal, DecodeError> {
            let mut inner = Decoder::new(input.bytes()?);
            let read = |inner: &mut Decoder<'de>| {
                let number = BigInt::from_signed_bytes_be(inner.bytes()?);
                Ok::<_, DecodeError>(BigDecimal::new(number, inner.int()?.into()))
            };
            match read(&mut inner) {
                Ok(value) if inner.remaining().is_empty() => Ok(value),
                _ => Err(input.malformed("bytes that are no big-decimal")),
            }
        }
        settled!(BigDecimal);
    }
}

//! Dates and times as numbers: what a Rust type has to say about itself, and the adapters of the logical types.

use avro_model::SchemaRef;

use super::logical::{DATE, LOCAL_MICROS, LOCAL_MILLIS, LOCAL_NANOS, MICROS, MILLIS, NANOS, TIME_MICROS, TIME_MILLIS};
use super::{
    Date, DecodeAs, EncodeAs, ExactAs, LocalTimestampMicros, LocalTimestampMillis, LocalTimestampNanos, SchemaAs,
    TimeMicros, TimeMillis, TimestampMicros, TimestampMillis, TimestampNanos, settled,
};
use crate::codec::{Decoder, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::resolve::PlanRef;

/// A Rust type that is so many seconds and nanoseconds on the scale `S`.
#[allow(missing_docs)]
pub trait OnScale<S>: Sized {
    /// Whole seconds, towards minus infinity, and the nanoseconds behind them: more than a second's in a leap second.
    fn to_parts(&self) -> (i64, u32);

    /// `nanos` are less than a second's; `None` where the type has no such value.
    fn from_parts(seconds: i64, nanos: u32) -> Option<Self>;
}

/// Since 1970-01-01T00:00:00Z.
#[derive(Debug)]
pub struct Instant;

/// Since 1970-01-01T00:00:00 of a calendar and a clock whose zone is not told.
#[derive(Debug)]
pub struct Civil;

/// Since midnight.
#[derive(Debug)]
pub struct OfDay;

/// A Rust type that is a day of the calendar.
#[allow(missing_docs)]
pub trait OnCalendar: Sized {
    /// Days since 1970-01-01.
    fn to_days(&self) -> i32;

    /// `None` where the type does not go that far.
    fn from_days(days: i32) -> Option<Self>;
}

/// Which numbers of units there are.
trait Scale {
    fn holds(units: i64, per_second: i64) -> bool;
}

impl Scale for Instant {
    #[inline]
    fn holds(_units: i64, _per_second: i64) -> bool {
        true
    }
}

impl Scale for Civil {
    #[inline]
    fn holds(_units: i64, _per_second: i64) -> bool {
        true
    }
}

impl Scale for OfDay {
    #[inline]
    fn holds(units: i64, per_second: i64) -> bool {
        (0..24 * 60 * 60 * per_second).contains(&units)
    }
}

const NANOS_PER_SECOND: u32 = 1_000_000_000;

/// Units of which a second has `per_second`; what is finer is dropped, which is towards minus infinity. A leap second goes
/// on into the next one, as in POSIX time. `None` if there is no such number.
#[inline]
fn units<S: Scale>((seconds, nanos): (i64, u32), per_second: i64) -> Option<i64> {
    let nanos_per_unit = i64::from(NANOS_PER_SECOND) / per_second;
    let units = i128::from(seconds) * i128::from(per_second) + i128::from(i64::from(nanos) / nanos_per_unit);
    i64::try_from(units).ok().filter(|units| S::holds(*units, per_second))
}

/// Whether nothing is lost in units of which a second has `per_second`.
#[inline]
fn is_exact((_, nanos): (i64, u32), per_second: i64) -> bool {
    nanos < NANOS_PER_SECOND && i64::from(nanos) % (i64::from(NANOS_PER_SECOND) / per_second) == 0
}

#[inline]
fn at<S: Scale, T: OnScale<S>>(units: i64, per_second: i64) -> Option<T> {
    if !S::holds(units, per_second) {
        return None;
    }
    // Less than a second's nanoseconds, which fit into 32 bits.
    let nanos = (units.rem_euclid(per_second) * (i64::from(NANOS_PER_SECOND) / per_second)) as u32;
    T::from_parts(units.div_euclid(per_second), nanos)
}

macro_rules! on_scale {
    ($($adapter:ident, $node:ident, $scale:ident, $per_second:literal, $name:literal;)*) => {
        $(
            impl<T: OnScale<$scale>> SchemaAs<T> for $adapter {
                const SCHEMA: SchemaRef = SchemaRef::new(&$node);
                const MIN_SIZE: usize = 1;
            }

            impl<T: OnScale<$scale>> EncodeAs<T> for $adapter {
                #[inline]
                fn encode(value: &T, out: &mut Encoder<'_>) {
                    match units::<$scale>(value.to_parts(), $per_second) {
                        Some(units) => out.put_long(units),
                        None => out.fail(EncodeError::new(concat!("a time that has no ", $name))),
                    }
                }
            }

            impl<T: OnScale<$scale>> ExactAs<T> for $adapter {
                #[inline]
                fn encode_exact(value: &T, out: &mut Encoder<'_>) {
                    if is_exact(value.to_parts(), $per_second) {
                        Self::encode(value, out);
                    } else {
                        out.fail(EncodeError::new(concat!("a time with finer parts than a ", $name, " has, or a leap second")));
                    }
                }
            }

            impl<'de, T: OnScale<$scale>> DecodeAs<'de, T> for $adapter {
                #[inline]
                fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
                    let units = input.long()?;
                    at::<$scale, T>(units, $per_second)
                        .ok_or_else(|| input.out_of_range(concat!("a ", $name, " that the Rust type cannot hold")))
                }
                settled!(T);
            }
        )*
    };
}

on_scale! {
    TimestampMillis, MILLIS, Instant, 1_000, "timestamp-millis";
    TimestampMicros, MICROS, Instant, 1_000_000, "timestamp-micros";
    TimestampNanos, NANOS, Instant, 1_000_000_000, "timestamp-nanos";
    LocalTimestampMillis, LOCAL_MILLIS, Civil, 1_000, "local-timestamp-millis";
    LocalTimestampMicros, LOCAL_MICROS, Civil, 1_000_000, "local-timestamp-micros";
    LocalTimestampNanos, LOCAL_NANOS, Civil, 1_000_000_000, "local-timestamp-nanos";
    TimeMillis, TIME_MILLIS, OfDay, 1_000, "time-millis";
    TimeMicros, TIME_MICROS, OfDay, 1_000_000, "time-micros";
}

impl<T: OnCalendar> SchemaAs<T> for Date {
    const SCHEMA: SchemaRef = SchemaRef::new(&DATE);
    const MIN_SIZE: usize = 1;
}

impl<T: OnCalendar> EncodeAs<T> for Date {
    #[inline]
    fn encode(value: &T, out: &mut Encoder<'_>) {
        out.put_int(value.to_days());
    }
}

impl<'de, T: OnCalendar> DecodeAs<'de, T> for Date {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        let days = input.int()?;
        T::from_days(days).ok_or_else(|| input.out_of_range("a date that the Rust type cannot hold"))
    }
    settled!(T);
}

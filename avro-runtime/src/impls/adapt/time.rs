//! `SystemTime` and `Duration` of std in the units that an attribute names.

use std::time::{Duration, SystemTime};

use avro_model::{Kind, Schema, SchemaRef};

use super::logical::{MILLIS, NANOS};
use super::{DecodeAs, EncodeAs, SchemaAs, TimestampMicros, TimestampMillis, TimestampNanos, settled};
use crate::codec::{Decoder, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::impls::time::TIMESTAMP_MICROS;
use crate::impls::{prop, time};
use crate::resolve::PlanRef;

/// `SystemTime` as a timestamp; finer parts than the unit are dropped towards minus infinity.
macro_rules! system_time {
    ($($adapter:ident, $node:ident, $nanos:literal, $error:literal;)*) => {
        $(
            impl SchemaAs<SystemTime> for $adapter {
                const SCHEMA: SchemaRef = SchemaRef::new(&$node);
                const MIN_SIZE: usize = 1;
            }

            impl EncodeAs<SystemTime> for $adapter {
                fn encode(value: &SystemTime, out: &mut Encoder<'_>) {
                    match time::units_since_epoch(value, $nanos) {
                        Some(units) => out.put_long(units),
                        None => out.fail(EncodeError::new($error)),
                    }
                }
            }

            impl<'de> DecodeAs<'de, SystemTime> for $adapter {
                fn decode(input: &mut Decoder<'de>) -> Result<SystemTime, DecodeError> {
                    time::at_units(input.long()?, $nanos)
                        .ok_or_else(|| input.out_of_range("a timestamp that this system's time cannot hold"))
                }
                settled!(SystemTime);
            }
        )*
    };
}

system_time! {
    TimestampMillis, MILLIS, 1_000_000, "a time that has no timestamp-millis";
    TimestampMicros, TIMESTAMP_MICROS, 1_000, "a time that has no timestamp-micros";
    TimestampNanos, NANOS, 1, "a time that has no timestamp-nanos";
}

/// `std::time::Duration` as a long with the property `unit`; finer parts are dropped.
macro_rules! duration {
    ($($adapter:ident, $node:ident, $unit:literal, $nanos:literal, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            #[derive(Debug)]
            pub struct $adapter;

            static $node: Schema = Schema {
                kind: Kind::Long,
                logical: None,
                props: avro_model::List::Static(const { &[prop("unit", $unit)] }),
            };

            impl SchemaAs<Duration> for $adapter {
                const SCHEMA: SchemaRef = SchemaRef::new(&$node);
                const MIN_SIZE: usize = 1;
            }

            impl EncodeAs<Duration> for $adapter {
                fn encode(value: &Duration, out: &mut Encoder<'_>) {
                    match i64::try_from(value.as_nanos() / $nanos) {
                        Ok(units) => out.put_long(units),
                        Err(_) => out.fail(EncodeError::new("a duration that is too long for its unit")),
                    }
                }
            }

            impl<'de> DecodeAs<'de, Duration> for $adapter {
                fn decode(input: &mut Decoder<'de>) -> Result<Duration, DecodeError> {
                    match u64::try_from(input.long()?) {
                        Ok(units) => Ok(time::duration(units, $nanos)),
                        Err(_) => Err(input.out_of_range("a negative duration")),
                    }
                }
                settled!(Duration);
            }
        )*
    };
}

duration! {
    Seconds, SECONDS, "\"s\"", 1_000_000_000, "`Duration` in seconds.";
    Millis, MILLISECONDS, "\"ms\"", 1_000_000, "`Duration` in milliseconds.";
    Micros, MICROSECONDS, "\"us\"", 1_000, "`Duration` in microseconds.";
    Nanos, NANOSECONDS, "\"ns\"", 1, "`Duration` in nanoseconds.";
}

//! `std::time::Duration` as a number with a unit.

use std::time::Duration;

use avro_model::{Kind, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs, settled};
use crate::codec::{Decoder, Encoder};
use crate::error::{DecodeError, EncodeError};
use crate::impls::prop;
use crate::resolve::PlanRef;

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
                        Ok(units) => Ok(duration(units, $nanos)),
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

/// `units` of `nanos` nanoseconds (a divisor of a second).
fn duration(units: u64, nanos: u64) -> Duration {
    let in_second = 1_000_000_000 / nanos;
    // Below 1,000,000,000, which is less than 2^32.
    Duration::new(units / in_second, ((units % in_second) * nanos) as u32)
}

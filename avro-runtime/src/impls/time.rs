//! `SystemTime`: a long with the logical type `timestamp-micros`.

use std::time::{Duration, SystemTime};

use avro_model::{Kind, LogicalType, Schema, SchemaRef};

use super::adapt::{DecodeAs, EncodeAs, TimestampMicros};
use super::{logical, prop};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::resolve::PlanRef;

pub(crate) static TIMESTAMP_MICROS: Schema =
    logical(Kind::Long, LogicalType::TimestampMicros, const { &[prop("logicalType", "\"timestamp-micros\"")] });

impl AvroSchema for SystemTime {
    const SCHEMA: SchemaRef = SchemaRef::new(&TIMESTAMP_MICROS);
    const NAME: &'static str = "long";
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for SystemTime {
    fn encode(&self, out: &mut Encoder<'_>) {
        <TimestampMicros as EncodeAs<SystemTime>>::encode(self, out);
    }
}

impl<'de> AvroDecode<'de> for SystemTime {
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        <TimestampMicros as DecodeAs<SystemTime>>::decode(input)
    }

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        <TimestampMicros as DecodeAs<SystemTime>>::decode_resolved(input, plan)
    }
}

/// Units of `nanos` nanoseconds since 1970, rounded towards minus infinity; `None` if they are no `i64`.
pub(crate) fn units_since_epoch(time: &SystemTime, nanos: u128) -> Option<i64> {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos() / nanos).ok(),
        Err(before) => {
            let units = before.duration().as_nanos().div_ceil(nanos);
            i64::try_from(units).ok().map(|units| -units)
        }
    }
}

/// The time that many units of `nanos` nanoseconds after 1970; `None` if the system's time cannot hold it.
pub(crate) fn at_units(units: i64, nanos: u64) -> Option<SystemTime> {
    let distance = duration(units.unsigned_abs(), nanos);
    if units < 0 { SystemTime::UNIX_EPOCH.checked_sub(distance) } else { SystemTime::UNIX_EPOCH.checked_add(distance) }
}

/// `units` of `nanos` nanoseconds (a divisor of a second).
pub(crate) fn duration(units: u64, nanos: u64) -> Duration {
    let in_second = 1_000_000_000 / nanos;
    // Below 1,000,000,000, which is less than 2^32.
    Duration::new(units / in_second, ((units % in_second) * nanos) as u32)
}

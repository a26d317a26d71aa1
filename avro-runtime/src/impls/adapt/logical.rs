//! Logical types on base types, whose values pass as they are.

use avro_model::{Kind, LogicalType, Prop, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs, settled};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::{logical, prop};
use crate::resolve::PlanRef;

/// Logical types on base types: the value is passed as it is.
macro_rules! on_base {
    ($($adapter:ident, $node:ident, $kind:ident, $logical:ident, $json:literal, $base:ty, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            #[derive(Debug)]
            pub struct $adapter;

            pub(super) static $node: Schema = logical(
                Kind::$kind,
                LogicalType::$logical,
                const { &[prop("logicalType", $json)] },
            );

            impl SchemaAs<$base> for $adapter {
                const SCHEMA: SchemaRef = SchemaRef::new(&$node);
                const MIN_SIZE: usize = <$base as AvroSchema>::MIN_SIZE;
            }

            impl EncodeAs<$base> for $adapter {
                #[inline]
                fn encode(value: &$base, out: &mut Encoder<'_>) {
                    value.encode(out);
                }
            }

            impl<'de> DecodeAs<'de, $base> for $adapter {
                #[inline]
                fn decode(input: &mut Decoder<'de>) -> Result<$base, DecodeError> {
                    <$base as AvroDecode>::decode(input)
                }
                settled!($base);
            }
        )*
    };
}

on_base! {
    Date, DATE, Int, Date, "\"date\"", i32, "`date`: days since 1970-01-01.";
    TimeMillis, TIME_MILLIS, Int, TimeMillis, "\"time-millis\"", i32, "`time-millis`: milliseconds since midnight.";
    TimeMicros, TIME_MICROS, Long, TimeMicros, "\"time-micros\"", i64, "`time-micros`: microseconds since midnight.";
    TimestampMillis, MILLIS, Long, TimestampMillis, "\"timestamp-millis\"", i64, "`timestamp-millis`.";
    TimestampMicros, MICROS, Long, TimestampMicros, "\"timestamp-micros\"", i64, "`timestamp-micros`.";
    TimestampNanos, NANOS, Long, TimestampNanos, "\"timestamp-nanos\"", i64, "`timestamp-nanos`.";
    LocalTimestampMillis, LOCAL_MILLIS, Long, LocalTimestampMillis, "\"local-timestamp-millis\"", i64,
        "`local-timestamp-millis`.";
    LocalTimestampMicros, LOCAL_MICROS, Long, LocalTimestampMicros, "\"local-timestamp-micros\"", i64,
        "`local-timestamp-micros`.";
    LocalTimestampNanos, LOCAL_NANOS, Long, LocalTimestampNanos, "\"local-timestamp-nanos\"", i64,
        "`local-timestamp-nanos`.";
    Uuid, UUID, String, Uuid, "\"uuid\"", String, "`uuid` on a string.";
    BigDecimal, BIG_DECIMAL, Bytes, BigDecimal, "\"big-decimal\"", Vec<u8>, "`big-decimal` on bytes.";
}

/// A decimal without a stated scale, which is 0.
pub const NO_SCALE: u32 = u32::MAX;

/// `decimal` on bytes: the unscaled number, big-endian in two's complement, as it is.
#[derive(Debug)]
pub struct Decimal<const PRECISION: u32, const SCALE: u32>;

impl<const PRECISION: u32, const SCALE: u32> Decimal<PRECISION, SCALE> {
    const PRECISION_DIGITS: &'static Digits = &Digits::of(PRECISION);
    const SCALE_DIGITS: &'static Digits = &Digits::of(SCALE);
    const PROPS: &'static [Prop] = &[
        prop("logicalType", "\"decimal\""),
        prop("precision", Self::PRECISION_DIGITS.as_str()),
        prop("scale", Self::SCALE_DIGITS.as_str()),
    ];
}

impl<const PRECISION: u32, const SCALE: u32> SchemaAs<Vec<u8>> for Decimal<PRECISION, SCALE> {
    const SCHEMA: SchemaRef = SchemaRef::new(
        const { &Schema::plain(Kind::Bytes).with_props(Self::PROPS.split_at(2 + (SCALE != NO_SCALE) as usize).0) },
    );
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

/// A number as JSON text.
struct Digits {
    bytes: [u8; 10],
    start: usize,
}

impl Digits {
    const fn of(number: u32) -> Self {
        let (mut bytes, mut start, mut left) = ([0; 10], 10, number);
        loop {
            start -= 1;
            bytes[start] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                return Digits { bytes, start };
            }
        }
    }

    const fn as_str(&self) -> &str {
        crate::generated::text(self.bytes.split_at(self.start).1)
    }
}

//! Logical types on base types, whose values pass as they are; and what `exact` adds to those of other types.

use std::marker::PhantomData;

use avro_model::{Kind, LogicalType, Schema, SchemaRef};

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

/// A form that an inexact value has no place in: finer parts than the unit are an error, not dropped.
#[derive(Debug)]
pub struct Exact<A>(PhantomData<A>);

/// Writing `T` in a form whose unit may be coarser than the value, and refusing to drop anything.
#[diagnostic::on_unimplemented(
    message = "`exact` says nothing about `{T}`",
    label = "no part of a `{T}` is dropped when it is written like this",
    note = "`exact` is for dates with times and times of day, which may be finer than milliseconds or microseconds: remove it"
)]
#[allow(missing_docs)]
pub trait ExactAs<T>: SchemaAs<T> {
    fn encode_exact(value: &T, out: &mut Encoder<'_>);
}

impl<T, A: SchemaAs<T>> SchemaAs<T> for Exact<A> {
    const SCHEMA: SchemaRef = A::SCHEMA;
    const MIN_SIZE: usize = A::MIN_SIZE;
}

impl<T, A: ExactAs<T>> EncodeAs<T> for Exact<A> {
    #[inline]
    fn encode(value: &T, out: &mut Encoder<'_>) {
        A::encode_exact(value, out);
    }
}

impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, T> for Exact<A> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        A::decode(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<T, DecodeError> {
        A::decode_resolved(input, plan)
    }
}

/// A type whose own form is that of an adapter.
macro_rules! by_default {
    ([$($generics:tt)*] $ty:ty, $adapter:ty, $name:literal) => {
        impl<$($generics)*> $crate::AvroSchema for $ty {
            const SCHEMA: avro_model::SchemaRef = <$adapter as $crate::private::SchemaAs<$ty>>::SCHEMA;
            const NAME: &'static str = $name;
            const MIN_SIZE: usize = <$adapter as $crate::private::SchemaAs<$ty>>::MIN_SIZE;
        }

        impl<$($generics)*> $crate::AvroEncode for $ty {
            #[inline]
            fn encode(&self, out: &mut $crate::Encoder<'_>) {
                <$adapter as $crate::private::EncodeAs<$ty>>::encode(self, out);
            }
        }

        impl<'de, $($generics)*> $crate::AvroDecode<'de> for $ty {
            #[inline]
            fn decode(input: &mut $crate::Decoder<'de>) -> Result<Self, $crate::DecodeError> {
                <$adapter as $crate::private::DecodeAs<$ty>>::decode(input)
            }

            #[inline]
            fn decode_resolved(
                input: &mut $crate::Decoder<'de>,
                plan: $crate::private::PlanRef<'_>,
            ) -> Result<Self, $crate::DecodeError> {
                <$adapter as $crate::private::DecodeAs<$ty>>::decode_resolved(input, plan)
            }
        }
    };
}
pub(crate) use by_default;

/// The same of a type that `exact` says something about.
macro_rules! exact_by_default {
    ($ty:ty, $adapter:ty, $name:literal) => {
        $crate::impls::adapt::by_default!([] $ty, $adapter, $name);

        impl $crate::private::ExactAs<$ty> for $crate::private::Plain {
            #[inline]
            fn encode_exact(value: &$ty, out: &mut $crate::Encoder<'_>) {
                <$adapter as $crate::private::ExactAs<$ty>>::encode_exact(value, out);
            }
        }
    };
}
pub(crate) use exact_by_default;

//! Adapters: other Avro forms of a Rust type than its own, chosen by a field's attributes.
//!
//! ```text
//! #[avro(as = "long")] count: Option<u64>     <Opt<AsLong> as EncodeAs<Option<u64>>>::encode(&self.count, out)
//! ```
//! Each adapter is a type without values; [`Plain`] is a type's own form, so that generated code is the same for all.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;
use std::time::{Duration, SystemTime};

use avro_model::{Child, Kind, LogicalType, Name, NullBranch, Prop, Schema, SchemaRef};

use super::map::{KEY, MapKey, ReadMapKey};
use super::optional::{TWO_NULLS, branch_count};
use super::time::TIMESTAMP_MICROS;
use super::{LONG, STRING, logical, prop};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::{DecodeError, EncodeError};
use crate::resolve::PlanRef;

/// The schema of `T` in this form; the constants are those of [`AvroSchema`].
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`"
)]
#[allow(missing_docs)]
pub trait SchemaAs<T: ?Sized> {
    const SCHEMA: SchemaRef;
    const FIELD_DEFAULT: Option<&'static str> = None;
    const UNION: Option<&'static [Child]> = None;
    const NULLABLE: bool = false;
    const MIN_SIZE: usize;
}

/// Writing `T` in this form.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`"
)]
#[allow(missing_docs)]
pub trait EncodeAs<T: ?Sized>: SchemaAs<T> {
    fn encode(value: &T, out: &mut Encoder<'_>);

    #[inline]
    fn encode_branch(value: &T, offset: usize, out: &mut Encoder<'_>) {
        out.put_branch(offset);
        Self::encode(value, out);
    }
}

/// Reading `T` in this form.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`"
)]
#[allow(missing_docs)]
pub trait DecodeAs<'de, T>: SchemaAs<T> {
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError>;

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<T, DecodeError>;

    #[inline]
    fn decode_branch(_index: usize, input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        Self::decode(input)
    }

    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<T, DecodeError> {
        match plan {
            None => Self::decode_branch(index, input),
            Some(plan) => Self::decode_resolved(input, plan),
        }
    }
}

/// The type's own form.
#[derive(Debug)]
pub struct Plain;

impl<T: ?Sized + AvroSchema> SchemaAs<T> for Plain {
    const SCHEMA: SchemaRef = T::SCHEMA;
    const FIELD_DEFAULT: Option<&'static str> = T::FIELD_DEFAULT;
    const UNION: Option<&'static [Child]> = T::UNION;
    const NULLABLE: bool = T::NULLABLE;
    const MIN_SIZE: usize = T::MIN_SIZE;
}

impl<T: ?Sized + AvroEncode> EncodeAs<T> for Plain {
    #[inline]
    fn encode(value: &T, out: &mut Encoder<'_>) {
        value.encode(out);
    }

    #[inline]
    fn encode_branch(value: &T, offset: usize, out: &mut Encoder<'_>) {
        value.encode_branch(offset, out);
    }
}

impl<'de, T: AvroDecode<'de>> DecodeAs<'de, T> for Plain {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        T::decode(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<T, DecodeError> {
        T::decode_resolved(input, plan)
    }

    #[inline]
    fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        T::decode_branch(index, input)
    }

    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<T, DecodeError> {
        T::decode_branch_resolved(index, input, plan)
    }
}

/// Reading from other data where the bytes are the same once the writer's unions are read.
macro_rules! settled {
    ($ty:ty) => {
        #[inline]
        fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<$ty, DecodeError> {
            plan.settle(input)?;
            Self::decode(input)
        }
    };
}

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

/// `Option<T>` as `["null", A's form of T]`.
#[derive(Debug)]
pub struct Opt<A>(PhantomData<A>);

/// `Option<T>` as `[A's form of T, "null"]`.
#[derive(Debug)]
pub struct NullLast<A>(PhantomData<A>);

const fn branches<T, A: SchemaAs<T>>() -> &'static [Child] {
    match A::UNION {
        Some(branches) => branches,
        None => const { &[Child::Ptr(A::SCHEMA)] },
    }
}

macro_rules! optional {
    ($adapter:ident, $null:ident, $default:expr, null = $null_index:expr, first = $first:literal) => {
        impl<T, A: SchemaAs<T>> SchemaAs<Option<T>> for $adapter<A> {
            const SCHEMA: SchemaRef = {
                assert!(!A::NULLABLE, "{}", TWO_NULLS);
                SchemaRef::new(const { &Schema::union(NullBranch::$null, branches::<T, A>()) })
            };
            const FIELD_DEFAULT: Option<&'static str> = $default;
            const UNION: Option<&'static [Child]> = Some(branches::<T, A>());
            const NULLABLE: bool = true;
            const MIN_SIZE: usize = 1;
        }

        impl<T, A: EncodeAs<T>> EncodeAs<Option<T>> for $adapter<A> {
            #[inline]
            fn encode(value: &Option<T>, out: &mut Encoder<'_>) {
                match value {
                    None => out.put_branch(const { $null_index(branch_count(A::UNION)) }),
                    Some(value) => A::encode_branch(value, $first, out),
                }
            }
        }

        impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, Option<T>> for $adapter<A> {
            #[inline]
            fn decode(input: &mut Decoder<'de>) -> Result<Option<T>, DecodeError> {
                let index = input.branch(1 + const { branch_count(A::UNION) })?;
                if index == const { $null_index(branch_count(A::UNION)) } {
                    return Ok(None);
                }
                A::decode_branch(index - $first, input).map(Some)
            }

            #[inline]
            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Option<T>, DecodeError> {
                let (index, plan) = plan.union(input)?;
                if index == const { $null_index(branch_count(A::UNION)) } {
                    return Ok(None);
                }
                A::decode_branch_resolved(index - $first, input, plan).map(Some)
            }
        }
    };
}

const fn zero(_branches: usize) -> usize {
    0
}

const fn last(branches: usize) -> usize {
    branches
}

optional!(Opt, First, Some("null"), null = zero, first = 1);
optional!(NullLast, Last, None, null = last, first = 0);

/// `Vec<T>` as an array of A's form of `T`.
#[derive(Debug)]
pub struct Seq<A>(PhantomData<A>);

impl<T, A: SchemaAs<T>> SchemaAs<Vec<T>> for Seq<A> {
    const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::array(A::SCHEMA) });
    const MIN_SIZE: usize = 1;
}

impl<T, A: EncodeAs<T>> EncodeAs<Vec<T>> for Seq<A> {
    fn encode(value: &Vec<T>, out: &mut Encoder<'_>) {
        if !value.is_empty() {
            out.put_block(value.len());
            value.iter().for_each(|item| A::encode(item, out));
        }
        out.put_block(0);
    }
}

impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, Vec<T>> for Seq<A> {
    fn decode(input: &mut Decoder<'de>) -> Result<Vec<T>, DecodeError> {
        let mut items = Vec::new();
        input.enter()?;
        while let Some(count) = input.block(A::MIN_SIZE)? {
            input.presize(&mut items, count)?;
            for _ in 0..count {
                items.push(A::decode(input).map_err(|error| error.at_index(items.len()))?);
            }
        }
        input.leave();
        Ok(items)
    }

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Vec<T>, DecodeError> {
        let Some(plans) = plan.items(input)? else {
            return Self::decode(input);
        };
        let mut items = Vec::new();
        input.enter()?;
        while let Some(count) = input.block(plans.min_size())? {
            input.presize(&mut items, count)?;
            for _ in 0..count {
                items.push(A::decode_resolved(input, plans.plan()).map_err(|error| error.at_index(items.len()))?);
            }
        }
        input.leave();
        Ok(items)
    }
}

/// A map whose values are in A's form.
#[derive(Debug)]
pub struct Values<A>(PhantomData<A>);

macro_rules! values {
    ([$($generics:tt)*], $ty:ty, [$($key:tt)*], [$($hasher:tt)*]) => {
        impl<A: SchemaAs<V>, $($generics)*> SchemaAs<$ty> for Values<A>
        where
            K: MapKey,
        {
            const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::map(A::SCHEMA) });
            const MIN_SIZE: usize = 1;
        }

        impl<A: EncodeAs<V>, $($generics)*> EncodeAs<$ty> for Values<A>
        where
            K: MapKey,
        {
            fn encode(value: &$ty, out: &mut Encoder<'_>) {
                if !value.is_empty() {
                    out.put_block(value.len());
                    for (key, value) in value {
                        out.put_str(key.as_key());
                        A::encode(value, out);
                    }
                }
                out.put_block(0);
            }
        }

        impl<'de, A: DecodeAs<'de, V>, $($generics)*> DecodeAs<'de, $ty> for Values<A>
        where
            K: ReadMapKey<'de> + $($key)*,
            $($hasher)*
        {
            fn decode(input: &mut Decoder<'de>) -> Result<$ty, DecodeError> {
                let mut entries = <$ty>::default();
                input.enter()?;
                while let Some(count) = input.block(KEY + A::MIN_SIZE)? {
                    input.charge::<(K, V)>(count)?;
                    for _ in 0..count {
                        let key = input.string()?;
                        let value = A::decode(input).map_err(DecodeError::at_map_value)?;
                        entries.insert(K::from_key(key), value);
                    }
                }
                input.leave();
                Ok(entries)
            }

            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<$ty, DecodeError> {
                let Some(values) = plan.items(input)? else {
                    return Self::decode(input);
                };
                let mut entries = <$ty>::default();
                input.enter()?;
                while let Some(count) = input.block(KEY + values.min_size())? {
                    input.charge::<(K, V)>(count)?;
                    for _ in 0..count {
                        let key = input.string()?;
                        let value = A::decode_resolved(input, values.plan()).map_err(DecodeError::at_map_value)?;
                        entries.insert(K::from_key(key), value);
                    }
                }
                input.leave();
                Ok(entries)
            }
        }
    };
}

values!([K, V, S], HashMap<K, V, S>, [Eq + Hash], [S: BuildHasher + Default,]);
values!([K, V], BTreeMap<K, V>, [Ord], []);

/// `Box<T>` in A's form of `T`.
#[derive(Debug)]
pub struct Boxed<A>(PhantomData<A>);

impl<T, A: SchemaAs<T>> SchemaAs<Box<T>> for Boxed<A> {
    const SCHEMA: SchemaRef = A::SCHEMA;
    const FIELD_DEFAULT: Option<&'static str> = A::FIELD_DEFAULT;
    const UNION: Option<&'static [Child]> = A::UNION;
    const NULLABLE: bool = A::NULLABLE;
    const MIN_SIZE: usize = A::MIN_SIZE;
}

impl<T, A: EncodeAs<T>> EncodeAs<Box<T>> for Boxed<A> {
    #[inline]
    fn encode(value: &Box<T>, out: &mut Encoder<'_>) {
        A::encode(value, out);
    }

    #[inline]
    fn encode_branch(value: &Box<T>, offset: usize, out: &mut Encoder<'_>) {
        A::encode_branch(value, offset, out);
    }
}

impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, Box<T>> for Boxed<A> {
    fn decode(input: &mut Decoder<'de>) -> Result<Box<T>, DecodeError> {
        input.enter()?;
        let value = A::decode(input)?;
        input.leave();
        Ok(Box::new(value))
    }

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Box<T>, DecodeError> {
        input.enter()?;
        let value = A::decode_resolved(input, plan)?;
        input.leave();
        Ok(Box::new(value))
    }

    fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<Box<T>, DecodeError> {
        input.enter()?;
        let value = A::decode_branch(index, input)?;
        input.leave();
        Ok(Box::new(value))
    }

    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<Box<T>, DecodeError> {
        input.enter()?;
        let value = A::decode_branch_resolved(index, input, plan)?;
        input.leave();
        Ok(Box::new(value))
    }
}

/// Logical types on base types: the value is passed as it is.
macro_rules! on_base {
    ($($adapter:ident, $node:ident, $kind:ident, $logical:ident, $json:literal, $base:ty, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            #[derive(Debug)]
            pub struct $adapter;

            static $node: Schema = logical(
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
                    match super::time::units_since_epoch(value, $nanos) {
                        Some(units) => out.put_long(units),
                        None => out.fail(EncodeError::new($error)),
                    }
                }
            }

            impl<'de> DecodeAs<'de, SystemTime> for $adapter {
                fn decode(input: &mut Decoder<'de>) -> Result<SystemTime, DecodeError> {
                    super::time::at_units(input.long()?, $nanos)
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
                        Ok(units) => Ok(super::time::duration(units, $nanos)),
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

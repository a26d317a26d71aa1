//! What the type of a field needs, in words of its own.
//!
//! A type without an implementation would be an error of its schema, another of writing it and a third of reading it. The derive
//! puts one of these traits in front of each of them. It needs all that the three do, so the compiler tells of it instead of them;
//! and it does so in the same words at the same place, so it tells of it once.
//!
//! Which trait it is follows from how the type is called: those of other crates need a feature. A type of the user's own that is
//! called the same has the trait as soon as it has a schema.
//!
//! Of a type that mentions a parameter, `Page<T>`, each of the three knows another thing, as `T` has a schema in the first, can be
//! written in the second and read in the third; so each asks for what it does itself ([`Use`]).

use std::fmt::Display;
use std::hash::Hash;
use std::str::FromStr;

use crate::codec::{AvroDecode, AvroEncode};
use crate::described::AvroSchema;
use crate::impls::adapt::{self, Convert, DecodeAs, EncodeAs};
use crate::impls::{MapKey, ReadMapKey};

/// A type with a schema. Why a type of std has none is told in the words of that type, which [`Known`] would hide.
#[allow(missing_docs)]
pub trait Form {
    fn met() {}
}

impl<T: ?Sized + AvroSchema> Form for T {}

/// A type that can do what `R` is about.
#[allow(missing_docs)]
pub trait Able<'de, R> {}

/// Writing and reading, and so having a schema.
#[derive(Debug)]
pub struct All;

#[diagnostic::do_not_recommend]
impl<'de, T: AvroEncode + AvroDecode<'de>> Able<'de, All> for T {}

/// One thing that is done with a type.
#[allow(missing_docs)]
pub trait Use {
    /// What stands for it in a trait: types that are called the same, so that an error reads the same whichever it is about.
    type Of;
}

/// What stands for the use `U` in a trait.
pub type Of<U> = <U as Use>::Of;

macro_rules! uses {
    ($($doc:literal, $name:ident, [$($bound:tt)*];)*) => {
        $(
            #[doc = $doc]
            #[derive(Debug)]
            pub struct $name;

            const _: () = {
                #[derive(Debug)]
                pub struct Avro;

                impl Use for $name {
                    type Of = Avro;
                }

                #[diagnostic::do_not_recommend]
                impl<'de, T: $($bound)*> Able<'de, Avro> for T {}
            };
        )*
    };
}

uses! {
    "Having a schema.", Schema, [AvroSchema];
    "Being written.", Encode, [AvroEncode];
    "Being read.", Decode, [AvroDecode<'de>];
}

/// A type that can be written and read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no Avro schema",
    label = "no Avro schema for this type",
    note = "derive it: `#[derive(avro_runtime::AvroSchema)]` on `{Self}`, and on the types in it",
    note = "a type of chrono, time, jiff, uuid, rust_decimal, bigdecimal, num-bigint, bytes, indexmap, smallvec, arrayvec or url needs the feature of that name: `cargo add avro-runtime --features chrono`",
    note = "any other crate's type is written as one that has a schema, `#[avro(via = Type)]` or `#[avro(with = module)]`, or as text, `#[avro(as = \"string\")]`",
    note = "or leave the field out of the schema: `#[avro(skip)]`"
)]
#[allow(missing_docs)]
pub trait Known<'de, R = All> {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<'de, R, T: Able<'de, R>> Known<'de, R> for T {}

/// An instance of a generic type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no Avro schema",
    label = "no Avro schema for this type, or for one in its `<..>`",
    note = "derive it: `#[derive(avro_runtime::AvroSchema)]` on this type where it is defined, and on those in its `<..>`",
    note = "a type of chrono, time, jiff, uuid, rust_decimal, bigdecimal, num-bigint, bytes, indexmap, smallvec, arrayvec or url needs the feature of that name: `cargo add avro-runtime --features chrono`",
    note = "any other crate's type is written as one that has a schema, `#[avro(via = Type)]` or `#[avro(with = module)]`, or as text, `#[avro(as = \"string\")]`",
    note = "or leave the field out of the schema: `#[avro(skip)]`"
)]
#[allow(missing_docs)]
pub trait Instance<'de, R = All> {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<'de, R, T: Able<'de, R>> Instance<'de, R> for T {}

macro_rules! keys {
    ($($doc:literal, $trait:ident, [$($bound:tt)*], $needs:literal;)*) => {
        $(
            #[doc = $doc]
            #[diagnostic::on_unimplemented(
                message = "`{Self}` cannot be the key of an Avro map",
                label = "an Avro map has strings for keys",
                note = "a key that has a text, `Display` and `FromStr`, is written as it: `#[avro(keys = \"string\")]`; or use `String`, or an array of a struct with the key and the value",
                note = $needs
            )]
            #[allow(missing_docs)]
            pub trait $trait<'de> {
                fn met() {}
            }

            #[diagnostic::do_not_recommend]
            impl<'de, T: ReadMapKey<'de> + MapKey + $($bound)*> $trait<'de> for T {}
        )*
    };
}

keys! {
    "The key of a map by hash.", HashKey, [Eq + Hash],
        "a newtype over a text that derives `AvroSchema`, `PartialEq`, `Eq` and `Hash` can be one, and so can other types: implement `avro_runtime::MapKey` and `avro_runtime::ReadMapKey`";
    "The key of a map by order.", OrdKey, [Ord],
        "a newtype over a text that derives `AvroSchema`, `PartialEq`, `Eq`, `PartialOrd` and `Ord` can be one, and so can other types: implement `avro_runtime::MapKey` and `avro_runtime::ReadMapKey`";
}

/// The key of a map with `keys = "string"`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not written as a text and read from one, so it cannot be the key of an Avro map",
    label = "`keys = \"string\"` uses `Display` and `FromStr`",
    note = "implement `std::fmt::Display` and `std::str::FromStr` for `{Self}`, or use `String`, or an array of a struct with the key and the value"
)]
#[allow(missing_docs)]
pub trait TextKey<'de> {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> TextKey<'_> for T {}

/// `via = V`
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{V}` cannot be converted into each other",
    label = "`{Self}` is written as `{V}` and read from it",
    note = "write `impl From<{Self}> for {V}` and `impl From<{V}> for {Self}`, or `TryFrom` where a conversion can fail (with an error type that implements `std::error::Error`), and derive `Clone` for `{Self}`",
    note = "for a type of another crate write functions: `#[avro(with = module)]`"
)]
#[allow(missing_docs)]
pub trait Via<V> {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<T, V> Via<V> for T where adapt::Via<V>: Convert<T> {}

/// A field that is not in the schema.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no default, which a field outside of the schema is read as",
    label = "a skipped field needs `Default`",
    note = "derive or implement `Default` for `{Self}`, or wrap it in an `Option`"
)]
#[allow(missing_docs)]
pub trait Skipped {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<T: Default> Skipped for T {}

/// `as = "string"`
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not written as a text and read from one",
    label = "`as = \"string\"` uses `Display` and `FromStr`",
    note = "implement `std::fmt::Display` and `std::str::FromStr` for `{Self}`, or choose a conversion: `#[avro(via = Type)]`, `#[avro(with = module)]`"
)]
#[allow(missing_docs)]
pub trait Text {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> Text for T {}

/// A logical type, and the other forms that attributes choose.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`",
    note = "types of chrono, time, jiff, uuid, rust_decimal, bigdecimal and num-bigint need the feature of that name: `cargo add avro-runtime --features uuid`"
)]
#[allow(missing_docs)]
pub trait FormOf<'de, T> {
    fn met() {}
}

#[diagnostic::do_not_recommend]
impl<'de, T, A: EncodeAs<T> + DecodeAs<'de, T>> FormOf<'de, T> for A {}

macro_rules! forms {
    ($($trait:ident, $feature:meta, $missing:literal, $attributes:literal;)*) => {
        $(
            /// [`FormOf`] of types of another crate.
            #[cfg_attr(not($feature), diagnostic::on_unimplemented(
                message = "`{T}` has no Avro form of this kind",
                label = "this attribute does not go with `{T}`, or a feature of avro-runtime is missing",
                note = $missing,
                note = $attributes
            ))]
            #[cfg_attr($feature, diagnostic::on_unimplemented(
                message = "`{T}` has no Avro form of this kind",
                label = "this attribute does not go with `{T}`",
                note = $attributes
            ))]
            #[allow(missing_docs)]
            pub trait $trait<'de, T> {
                fn met() {}
            }

            #[diagnostic::do_not_recommend]
            impl<'de, T, A: EncodeAs<T> + DecodeAs<'de, T>> $trait<'de, T> for A {}
        )*
    };
}

forms! {
    FormOfChrono, feature = "chrono",
        "`{T}` needs the feature `chrono`: `cargo add avro-runtime --features chrono`",
        "`DateTime` takes `timestamp_millis` and the like, `NaiveDateTime` `local_timestamp_millis` and the like, `NaiveTime` `time_millis` or `time_micros`, `NaiveDate` `date`";
    FormOfTime, feature = "time",
        "`{T}` needs the feature `time`: `cargo add avro-runtime --features time`",
        "`UtcDateTime` takes `timestamp_millis` and the like, `PrimitiveDateTime` `local_timestamp_millis` and the like";
    FormOfJiff, any(feature = "jiff", feature = "jiff-02"),
        "`{T}` needs the feature `jiff`, of jiff 0.2 `jiff-02`: `cargo add avro-runtime --features jiff`",
        "`Timestamp` takes `timestamp_millis` and the like, `civil::DateTime` `local_timestamp_millis` and the like";
    FormOfTimeOrJiff, all(feature = "time", any(feature = "jiff", feature = "jiff-02")),
        "`{T}` needs the feature `time` or `jiff`, whichever crate it is of: `cargo add avro-runtime --features time`",
        "`Time` takes `time_millis` or `time_micros`, `Date` `date`";
    FormOfZoned, all(feature = "chrono", feature = "time", any(feature = "jiff", feature = "jiff-02")),
        "`{T}` needs the feature `chrono`, `time` or `jiff`, whichever crate it is of: `cargo add avro-runtime --features chrono`",
        "a time with a zone takes `timestamp_millis`, `timestamp_micros` or `timestamp_nanos`";
    FormOfUuid, feature = "uuid",
        "`{T}` needs the feature `uuid`: `cargo add avro-runtime --features uuid`",
        "`Uuid` takes `uuid` or `uuid_fixed`";
    FormOfDecimal, all(feature = "rust_decimal", feature = "num-bigint"),
        "`{T}` needs the feature of its crate: `cargo add avro-runtime --features rust_decimal`, or `num-bigint`",
        "`Decimal` and `BigInt` take `decimal(precision = 18, scale = 2)`";
    FormOfBigDecimal, feature = "bigdecimal",
        "`{T}` needs the feature `bigdecimal`: `cargo add avro-runtime --features bigdecimal`",
        "`BigDecimal` takes `big_decimal` or `decimal(precision = 18, scale = 2)`";
}

macro_rules! hints {
    ($($trait:ident, $message:literal, $note:literal;)*) => {
        $(
            #[diagnostic::on_unimplemented(
                message = $message,
                label = "no Avro schema for this type",
                note = $note,
                note = "a type of your own that is called so derives it: `#[derive(avro_runtime::AvroSchema)]`"
            )]
            #[allow(missing_docs)]
            pub trait $trait<'de, R = All> {
                fn met() {}
            }

            #[diagnostic::do_not_recommend]
            impl<'de, R, T: Able<'de, R>> $trait<'de, R> for T {}
        )*
    };
}

hints! {
    Chrono,
        "`{Self}` needs the feature `chrono` of avro-runtime",
        "write `cargo add avro-runtime --features chrono`";
    Time,
        "`{Self}` needs the feature `time` of avro-runtime",
        "write `cargo add avro-runtime --features time`";
    Jiff,
        "`{Self}` needs the feature `jiff` of avro-runtime (of jiff 0.2 the feature `jiff-02`)",
        "write `cargo add avro-runtime --features jiff`";
    TimeOrJiff,
        "`{Self}` needs the feature `time` or `jiff` of avro-runtime, whichever crate it is of",
        "write `cargo add avro-runtime --features time`";
    Zoned,
        "`{Self}` has a time zone, which Avro has no place for",
        "where the instant is all that counts, write `#[avro(timestamp_micros)]`, with the feature `chrono`, `time` or `jiff` of avro-runtime";
    Uuid,
        "`{Self}` needs the feature `uuid` of avro-runtime",
        "write `cargo add avro-runtime --features uuid`";
    Decimal,
        "how many digits a `{Self}` has in Avro is not told by its type",
        "write `#[avro(decimal(precision = 18, scale = 2))]`, with the feature `rust_decimal` or `num-bigint` of avro-runtime";
    BigDecimal,
        "`{Self}` needs the feature `bigdecimal` of avro-runtime",
        "write `cargo add avro-runtime --features bigdecimal`";
    Bytes,
        "`{Self}` needs the feature `bytes` of avro-runtime",
        "write `cargo add avro-runtime --features bytes`";
    IndexMap,
        "`{Self}` needs the feature `indexmap` of avro-runtime, and items with an Avro schema",
        "write `cargo add avro-runtime --features indexmap`";
    SmallVec,
        "`{Self}` needs the feature `smallvec` of avro-runtime, and items with an Avro schema",
        "write `cargo add avro-runtime --features smallvec`";
    ArrayVec,
        "`{Self}` needs the feature `arrayvec` of avro-runtime, and items with an Avro schema",
        "write `cargo add avro-runtime --features arrayvec`";
    Url,
        "`{Self}` needs the feature `url` of avro-runtime",
        "write `cargo add avro-runtime --features url`";
}

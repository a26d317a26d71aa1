//! What a field of another crate's type needs: the derive knows such types by their names, and asks for a trait that says so.
//!
//! Every type with a schema has all of these traits, also one of the user's own that is called the same.

use crate::described::AvroSchema;

macro_rules! hints {
    ($($function:ident, $trait:ident, $message:literal, $note:literal;)*) => {
        $(
            #[diagnostic::on_unimplemented(message = $message, label = "no Avro schema for this type", note = $note)]
            #[allow(missing_docs)]
            pub trait $trait {}

            #[diagnostic::do_not_recommend]
            impl<T: ?Sized + AvroSchema> $trait for T {}

            #[allow(missing_docs)]
            pub const fn $function<T: ?Sized + $trait>() {}
        )*
    };
}

hints! {
    chrono, Chrono,
        "`{Self}` needs the feature `chrono` of avro-runtime",
        "write `cargo add avro-runtime --features chrono`";
    time, Time,
        "`{Self}` needs the feature `time` of avro-runtime",
        "write `cargo add avro-runtime --features time`";
    jiff, Jiff,
        "`{Self}` needs the feature `jiff` of avro-runtime (of jiff 0.2 the feature `jiff-02`)",
        "write `cargo add avro-runtime --features jiff`";
    time_or_jiff, TimeOrJiff,
        "`{Self}` needs the feature `time` or `jiff` of avro-runtime, whichever crate it is of",
        "write `cargo add avro-runtime --features time`";
    zoned, Zoned,
        "`{Self}` has a time zone, which Avro has no place for",
        "where the instant is all that counts, write `#[avro(timestamp_micros)]`, with the feature `chrono`, `time` or `jiff` of avro-runtime";
    uuid, Uuid,
        "`{Self}` needs the feature `uuid` of avro-runtime",
        "write `cargo add avro-runtime --features uuid`";
    decimal, Decimal,
        "how many digits a `{Self}` has in Avro is not told by its type",
        "write `#[avro(decimal(precision = 18, scale = 2))]`, with the feature `rust_decimal` or `num-bigint` of avro-runtime";
    bigdecimal, BigDecimal,
        "`{Self}` needs the feature `bigdecimal` of avro-runtime",
        "write `cargo add avro-runtime --features bigdecimal`";
    bytes, Bytes,
        "`{Self}` needs the feature `bytes` of avro-runtime",
        "write `cargo add avro-runtime --features bytes`";
    indexmap, IndexMap,
        "`{Self}` needs the feature `indexmap` of avro-runtime, and items with an Avro schema",
        "write `cargo add avro-runtime --features indexmap`";
    smallvec, SmallVec,
        "`{Self}` needs the feature `smallvec` of avro-runtime, and items with an Avro schema",
        "write `cargo add avro-runtime --features smallvec`";
    arrayvec, ArrayVec,
        "`{Self}` needs the feature `arrayvec` of avro-runtime, and items with an Avro schema",
        "write `cargo add avro-runtime --features arrayvec`";
    url, Url,
        "`{Self}` needs the feature `url` of avro-runtime",
        "write `cargo add avro-runtime --features url`";
}

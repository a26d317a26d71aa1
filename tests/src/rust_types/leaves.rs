//! Types that hold no other types, in each of their forms.

use super::place::{Place, Shape};

/// A type of values, and what an attribute makes of it.
pub(super) struct Leaf {
    rust: &'static str,
    /// The attribute; `{n}` is a number that no other type has.
    form: &'static str,
    /// Makes a value by `r`; nothing where the type has but one way.
    make: &'static str,
    shape: &'static str,
    /// A default as a literal of Rust, and as JSON.
    literal: &'static str,
    json: &'static str,
    flags: &'static str,
}

const fn leaf(
    rust: &'static str,
    shape: &'static str,
    (literal, json): (&'static str, &'static str),
    flags: &'static str,
) -> Leaf {
    Leaf { rust, form: "", make: "", shape, literal, json, flags }
}

const fn formed(
    (rust, form, make): (&'static str, &'static str, &'static str),
    shape: &'static str,
    (literal, json): (&'static str, &'static str),
    flags: &'static str,
) -> Leaf {
    Leaf { rust, form, make, shape, literal, json, flags }
}

const TEXT: (&str, &str) = (r#""x \"y\"""#, r#""x \"y\"""#);
const BYTES: (&str, &str) = (r#"b"\x00\xff~""#, r#""\u0000\u00ff~""#);
const NONE: (&str, &str) = ("", "");

/// Flags: `o` it can be in a set, `z` it has a zero value, `d` it has Rust's own default.
pub(super) const LEAVES: &[Leaf] = &[
    leaf("bool", "boolean", ("true", "true"), "ozd"),
    leaf("i8", "int", ("-8", "-8"), "ozd"),
    leaf("i16", "int", ("16", "16"), "ozd"),
    leaf("i32", "int", ("-2_147_483_648", "-2147483648"), "ozd"),
    leaf("u8", "int", ("255", "255"), "ozd"),
    leaf("u16", "int", ("0xffff", "65535"), "ozd"),
    leaf("i64", "long", ("9_223_372_036_854_775_807", "9223372036854775807"), "ozd"),
    leaf("u32", "long", ("4_294_967_295", "4294967295"), "ozd"),
    leaf("isize", "long", ("-1", "-1"), "ozd"),
    leaf("std::num::NonZeroU16", "int", ("1", "1"), "o"),
    leaf("std::num::NonZeroI64", "long", ("-1", "-1"), "o"),
    leaf("f32", "float", ("1.5", "1.5"), "zd"),
    leaf("f64", "double", ("-0.25", "-2.5e-1"), "zd"),
    leaf("char", "string", ("\"c\"", "\"\\u0000\""), "od"),
    leaf("String", "string", TEXT, "ozd"),
    leaf("Box<str>", "string", TEXT, "ozd"),
    leaf("std::rc::Rc<str>", "string", TEXT, "oz"),
    leaf("std::sync::Arc<str>", "string", TEXT, "oz"),
    leaf("std::borrow::Cow<'static, str>", "string", TEXT, "ozd"),
    leaf("Vec<u8>", "bytes", BYTES, "ozd"),
    leaf("Box<[u8]>", "bytes", BYTES, "ozd"),
    leaf("std::borrow::Cow<'static, [u8]>", "bytes", BYTES, "ozd"),
    leaf("std::borrow::Cow<'static, i64>", "long", ("3", "3"), "ozd"),
    leaf("[u8; 3]", "avro_runtime.Fixed3", ("b\"abc\"", "\"a\\u00ffc\""), "o"),
    leaf("()", "null", NONE, "od"),
    leaf("std::net::IpAddr", "string", ("\"127.0.0.1\"", "\"::1\""), "o"),
    leaf("std::time::SystemTime", "long", ("0", "-1"), "o"),
    leaf("bytes::Bytes", "bytes", BYTES, "ozd"),
    leaf("uuid::Uuid", "string", NONE, "od"),
    leaf("avro_runtime::Duration", "avro_runtime.Duration", NONE, "d"),
    leaf("chrono::DateTime<chrono::Utc>", "long", ("0", "1"), "o"),
    leaf("chrono::NaiveDateTime", "long", ("0", "1"), "o"),
    leaf("chrono::NaiveDate", "int", ("0", "-1"), "o"),
    leaf("chrono::NaiveTime", "long", ("0", "1"), "o"),
    leaf("time::UtcDateTime", "long", ("0", "1"), "o"),
    leaf("time::PrimitiveDateTime", "long", ("0", "1"), "o"),
    leaf("time::Date", "int", ("0", "-1"), "o"),
    leaf("time::Time", "long", ("0", "1"), "o"),
    leaf("jiff::Timestamp", "long", ("0", "1"), "o"),
    leaf("jiff::civil::DateTime", "long", ("0", "1"), "o"),
    leaf("jiff::civil::Date", "int", ("0", "-1"), "o"),
    leaf("jiff::civil::Time", "long", ("0", "1"), "o"),
    leaf("bigdecimal::BigDecimal", "bytes", NONE, "o"),
    leaf("bytestring::ByteString", "string", TEXT, "ozd"),
    formed(("u64", "as = \"long\"", "long(r)"), "long", ("7", "7"), "ozd"),
    formed(("usize", "as = \"long\"", "long(r) as usize"), "long", ("7", "7"), "ozd"),
    formed(("std::num::NonZeroU64", "as = \"long\"", "positive(r)"), "long", ("7", "7"), "o"),
    formed(("u64", "as = \"string\"", ""), "string", ("\"7\"", "\"18446744073709551615\""), "o"),
    formed(("u64", "as = \"fixed\"", ""), "avro_runtime.Fixed8", NONE, "o"),
    formed(("i128", "as = \"string\"", ""), "string", ("\"-7\"", "\"7\""), "o"),
    formed(("i128", "as = \"fixed\"", ""), "avro_runtime.Fixed16", NONE, "o"),
    formed(("u128", "as = \"fixed\"", ""), "avro_runtime.Fixed16", NONE, "o"),
    formed(("f64", "as = \"string\"", ""), "string", ("\"0.5\"", "\"1e3\""), ""),
    formed(("crate::support::Money", "as = \"string\"", ""), "string", ("\"1 ct\"", "\"-1 ct\""), "o"),
    formed(("crate::support::Money", "via = i64", ""), "long", ("1", "-1"), "o"),
    formed(("crate::support::Money", "with = crate::support::cents", ""), "array", ("[1]", "[-1, 2]"), "o"),
    formed(
        ("std::time::Duration", "as = \"long\", unit = \"ms\"", "std::time::Duration::from_millis(long(r))"),
        "long",
        ("1", "1000"),
        "ozd",
    ),
    formed(
        ("std::time::Duration", "as = \"long\", unit = \"ns\"", "std::time::Duration::from_nanos(long(r))"),
        "long",
        NONE,
        "od",
    ),
    formed(("i64", "timestamp_millis", ""), "long", ("5", "-5"), "ozd"),
    formed(("i64", "timestamp_nanos", ""), "long", ("5", "-5"), "ozd"),
    formed(("i64", "local_timestamp_micros", ""), "long", ("5", "-5"), "ozd"),
    formed(("i32", "date", ""), "int", ("5", "-5"), "ozd"),
    formed(("i32", "time_millis", ""), "int", ("5", "5"), "ozd"),
    formed(("i64", "time_micros", ""), "long", ("5", "5"), "ozd"),
    formed(("String", "uuid", "uuid_text(r)"), "string", NONE, "o"),
    formed(("Vec<u8>", "decimal(precision = 9, scale = 2)", "digits(r)"), "bytes", BYTES, "o"),
    formed(("Vec<u8>", "decimal(precision = 7)", "digits(r)"), "bytes", BYTES, "o"),
    formed(("[u8; 4]", "fixed = \"Code{n}\"", ""), "Code{n}", ("b\"\\x00\\xffab\"", "\"abcd\""), "o"),
    formed(("[u8; 2]", "fixed = \"codes.Code{n}\"", ""), "codes.Code{n}", NONE, "o"),
    formed(("std::time::SystemTime", "timestamp_micros", ""), "long", ("0", "1"), "o"),
    formed(("chrono::DateTime<chrono::Utc>", "timestamp_millis", "millis(r)"), "long", ("0", "1"), "o"),
    formed(("chrono::DateTime<chrono::Utc>", "timestamp_nanos", "nanos(r)"), "long", ("0", "1"), "o"),
    formed(("chrono::DateTime<chrono::FixedOffset>", "timestamp_micros", ""), "long", NONE, "o"),
    formed(("chrono::DateTime<chrono::FixedOffset>", "timestamp_millis, exact", "millis(r).into()"), "long", NONE, "o"),
    formed(("time::OffsetDateTime", "timestamp_micros", ""), "long", ("0", "1"), "o"),
    formed(("time::OffsetDateTime", "timestamp_nanos", ""), "long", NONE, "o"),
    formed(("time::UtcDateTime", "timestamp_micros, exact", ""), "long", ("0", "-1"), "o"),
    formed(("time::PrimitiveDateTime", "local_timestamp_nanos", ""), "long", NONE, "o"),
    formed(("jiff::ZonedDateTime", "timestamp_micros", ""), "long", ("0", "1"), "o"),
    formed(("jiff::ZonedDateTime", "timestamp_nanos, exact", ""), "long", ("0", "1"), "o"),
    formed(("jiff::Timestamp", "timestamp_nanos", ""), "long", ("0", "-1"), "o"),
    formed(("jiff::civil::DateTime", "local_timestamp_nanos", ""), "long", ("0", "1"), "o"),
    formed(("num_bigint::BigInt", "decimal(precision = 30, scale = 2)", ""), "bytes", NONE, "od"),
    formed(
        ("num_bigint::BigInt", "decimal(precision = 24, fixed = 11, name = \"Large{n}\")", ""),
        "Large{n}",
        NONE,
        "od",
    ),
    formed(("bigdecimal::BigDecimal", "decimal(precision = 30, scale = 9)", ""), "bytes", NONE, "o"),
    formed(("chrono::NaiveDateTime", "local_timestamp_millis", "millis(r).naive_utc()"), "long", ("0", "1"), "o"),
    formed(("chrono::NaiveTime", "time_millis", "millis(r).time()"), "int", ("0", "1"), "o"),
    formed(("chrono::DateTime<chrono::Utc>", "exact", ""), "long", ("0", "1"), "o"),
    formed(("uuid::Uuid", "uuid_fixed", ""), "avro_runtime.Uuid", NONE, "od"),
    formed(("uuid::Uuid", "uuid_fixed = \"Id{n}\"", ""), "Id{n}", NONE, "od"),
    formed(
        ("rust_decimal::Decimal", "decimal(precision = 12, scale = 3)", ""),
        "bytes",
        ("b\"\\x01\"", "\"\\u00ff\""),
        "ozd",
    ),
    formed(
        ("rust_decimal::Decimal", "decimal(precision = 12, scale = 4, fixed = 8, name = \"Price{n}\")", ""),
        "Price{n}",
        NONE,
        "od",
    ),
];

impl Leaf {
    /// Whether it is no more than a type.
    pub(super) fn is_plain(&self) -> bool {
        self.form.is_empty()
    }

    /// The type as number `n`.
    pub(super) fn place(&self, n: usize) -> Place {
        let numbered = |text: &str| text.replace("{n}", &n.to_string());
        Place {
            rust: self.rust.to_owned(),
            form: numbered(self.form),
            make: (!self.make.is_empty()).then(|| qualified(self.make)),
            shape: match self.shape {
                "null" => Shape::Null,
                shape => Shape::One(numbered(shape)),
            },
            literal: self.literal.to_owned(),
            json: self.json.to_owned(),
            ordered: self.flags.contains('o'),
            zero: self.flags.contains('z'),
            serde_zero: self.flags.contains('z') && self.is_plain() && !self.rust.contains("::"),
            rust_default: self.flags.contains('d'),
            optional: false,
        }
    }
}

/// The function that makes a value by its path.
fn qualified(make: &str) -> String {
    if make.starts_with("std::") {
        make.replace("(long", "(crate::support::long")
    } else {
        format!("crate::support::{make}")
    }
}

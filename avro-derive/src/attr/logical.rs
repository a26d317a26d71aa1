//! Logical types: the keys that name them, and what `decimal(..)` holds.

use avro_model::logical::most_digits;
use proc_macro2::Span;
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, LitInt, LitStr, MetaNameValue, Path, Token};

use super::item::{Item, Value};
use super::prop::Property;
use crate::error::Ctxt;

/// A logical type, chosen by an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Logical {
    /// One that has no attributes of its own.
    Plain(&'static Row),
    /// `decimal(precision = P, scale = S)`
    Decimal {
        /// Digits in all.
        precision: u32,
        /// Digits behind the point, where they are stated.
        scale: Option<u32>,
    },
}

/// The fixed that a field's logical type is on.
pub(crate) struct OnFixed {
    /// Bytes.
    pub(crate) size: u32,
    /// What it is called, where that is stated.
    pub(crate) name: Option<LitStr>,
}

/// What the derive knows of a logical type.
#[derive(PartialEq, Eq)]
pub(crate) struct Row {
    /// The attribute.
    pub(crate) key: &'static str,
    /// The value of `logicalType`.
    pub(crate) name: &'static str,
    /// The adapter of a field, where a field can have it.
    pub(crate) adapter: Option<&'static str>,
    /// The Avro type that it is of, on a field.
    pub(crate) avro: &'static str,
    /// The Rust types that hold it on a field, the one to suggest first.
    pub(crate) bases: &'static [&'static str],
    /// The size of a named fixed that can have it.
    pub(crate) fixed: Option<u32>,
}

const fn number(
    key: &'static str,
    name: &'static str,
    adapter: &'static str,
    avro: &'static str,
    base: &'static [&'static str],
) -> Row {
    Row { key, name, adapter: Some(adapter), avro, bases: base, fixed: None }
}

const INSTANT: &[&str] = &["i64", "SystemTime"];

/// All but `decimal`.
pub(crate) static ROWS: [Row; 13] = [
    number("timestamp_millis", "timestamp-millis", "TimestampMillis", "long", INSTANT),
    number("timestamp_micros", "timestamp-micros", "TimestampMicros", "long", INSTANT),
    number("timestamp_nanos", "timestamp-nanos", "TimestampNanos", "long", INSTANT),
    number("local_timestamp_millis", "local-timestamp-millis", "LocalTimestampMillis", "long", &["i64"]),
    number("local_timestamp_micros", "local-timestamp-micros", "LocalTimestampMicros", "long", &["i64"]),
    number("local_timestamp_nanos", "local-timestamp-nanos", "LocalTimestampNanos", "long", &["i64"]),
    number("date", "date", "Date", "int", &["i32"]),
    number("time_millis", "time-millis", "TimeMillis", "int", &["i32"]),
    number("time_micros", "time-micros", "TimeMicros", "long", &["i64"]),
    Row { fixed: Some(16), ..number("uuid", "uuid", "Uuid", "string", &["String"]) },
    number("big_decimal", "big-decimal", "BigDecimal", "bytes", &["Vec<u8>"]),
    Row { key: "uuid_fixed", name: "uuid", adapter: None, avro: "fixed", bases: &["Uuid"], fixed: Some(16) },
    Row { key: "duration", name: "duration", adapter: None, avro: "fixed", bases: &[], fixed: Some(12) },
];

/// Whether `word` is the key of a logical type.
pub(super) fn is_key(word: &str) -> bool {
    word == "decimal" || ROWS.iter().any(|row| row.key == word)
}

impl Logical {
    /// The attribute.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Logical::Plain(row) => row.key,
            Logical::Decimal { .. } => "decimal",
        }
    }

    /// The attributes of the schema that say it.
    pub(crate) fn properties(self, span: Span) -> Vec<Property> {
        match self {
            Logical::Plain(row) => vec![Property::text("logicalType", row.name, span)],
            Logical::Decimal { precision, scale } => {
                let mut properties = vec![
                    Property::text("logicalType", "decimal", span),
                    Property::number("precision", precision, span),
                ];
                properties.extend(scale.map(|scale| Property::number("scale", scale, span)));
                properties
            }
        }
    }

    /// Whether values of it can be finer than its unit, which `exact` refuses.
    pub(crate) fn has_unit(self) -> bool {
        matches!(self, Logical::Plain(row) if row.key.contains("time"))
    }

    /// The logical type that `item` names, and the fixed that it is on; the outer `None` if its key is that of none.
    pub(super) fn parse(cx: &Ctxt, item: &Item) -> Option<Option<(Logical, Option<OnFixed>)>> {
        let word = item.key.to_string();
        if word == "decimal" {
            return Some(decimal(cx, item));
        }
        let row = ROWS.iter().find(|row| row.key == word)?;
        if word == "uuid_fixed" {
            let name = item.optional_string(cx, "OrderId");
            return Some(name.map(|name| (Logical::Plain(row), Some(OnFixed { size: 16, name }))));
        }
        Some(item.flag(cx).map(|()| (Logical::Plain(row), None)))
    }
}

const EXAMPLE: &str = "write `decimal(precision = 9, scale = 2)`";

/// What stands in `decimal(..)`, each number with its place.
#[derive(Default)]
struct Parts {
    precision: Option<(u32, Span)>,
    scale: Option<(u32, Span)>,
    size: Option<(u32, Span)>,
    name: Option<LitStr>,
}

/// `decimal(precision = 9, scale = 2)`, `decimal(precision = 9, scale = 2, fixed = 4, name = "Price")`
fn decimal(cx: &Ctxt, item: &Item) -> Option<(Logical, Option<OnFixed>)> {
    let Value::List(list) = &item.value else {
        cx.error(item.span(), format_args!("a decimal has a number of digits: {EXAMPLE}"));
        return None;
    };
    let pairs = match Punctuated::<MetaNameValue, Token![,]>::parse_terminated.parse2(list.clone()) {
        Ok(pairs) => pairs,
        Err(error) => {
            cx.error(error.span(), format_args!("{error}: {EXAMPLE}"));
            return None;
        }
    };
    let parts = Parts::read(cx, &pairs)?;
    let Some((precision, at)) = parts.precision else {
        cx.error(item.span(), format_args!("a decimal has a `precision`, how many digits it has in all: {EXAMPLE}"));
        return None;
    };
    if precision == 0 {
        cx.error(at, "a decimal has at least one digit: write a `precision` of 1 or more");
        return None;
    }
    if let Some((scale, at)) = parts.scale
        && scale > precision
    {
        cx.error(
            at,
            format_args!(
                "{scale} digits behind the point are more than the {precision} in all: write a `scale` of at most {precision}, or a \
                 larger `precision`"
            ),
        );
        return None;
    }
    let scale = parts.scale.map(|(scale, _)| scale);
    let fixed = parts.on_fixed(cx, precision)?;
    Some((Logical::Decimal { precision, scale }, fixed))
}

impl Parts {
    /// `None` where a number is wrong.
    fn read(cx: &Ctxt, pairs: &Punctuated<MetaNameValue, Token![,]>) -> Option<Self> {
        let (mut parts, mut good) = (Parts::default(), true);
        for pair in pairs {
            if pair.path.is_ident("name") {
                match &pair.value {
                    Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if parts.name.is_none() => {
                        parts.name = Some(text.clone());
                    }
                    Expr::Lit(ExprLit { lit: Lit::Str(_), .. }) => cx.error_at(&pair.path, "this is given twice"),
                    other => cx.error_at(other, "the name of a fixed is a text: write `name = \"Price\"`"),
                }
                continue;
            }
            let Some(slot) = parts.number(&pair.path) else {
                cx.error_at(&pair.path, format_args!("a decimal has a `precision` and a `scale`: {EXAMPLE}"));
                good = false;
                continue;
            };
            if slot.is_some() {
                cx.error_at(&pair.path, "this is given twice");
                good = false;
            }
            match digits(&pair.value) {
                Some(number) => *slot = Some(number),
                None => {
                    cx.error_at(
                        &pair.value,
                        format_args!("a number of digits is a whole number of at most 2147483647: {EXAMPLE}"),
                    );
                    good = false;
                }
            }
        }
        good.then_some(parts)
    }

    /// The number that `path` names.
    fn number(&mut self, path: &Path) -> Option<&mut Option<(u32, Span)>> {
        match path.get_ident()?.to_string().as_str() {
            "precision" => Some(&mut self.precision),
            "scale" => Some(&mut self.scale),
            "fixed" => Some(&mut self.size),
            _ => None,
        }
    }

    /// The fixed that the decimal is on, if any; the outer `None`: it cannot be.
    fn on_fixed(self, cx: &Ctxt, precision: u32) -> Option<Option<OnFixed>> {
        match (self.size, self.name) {
            (None, None) => Some(None),
            (Some((size, at)), Some(name)) => {
                let most = most_digits(size);
                if precision > most {
                    cx.error(
                        at,
                        format_args!(
                            "a fixed of {size} bytes holds decimals of at most {most} digits: write a smaller `precision` or a larger `fixed`"
                        ),
                    );
                    return None;
                }
                Some(Some(OnFixed { size, name: Some(name) }))
            }
            (Some((_, at)), None) => {
                cx.error(at, "a fixed has a name: write `name = \"Price\"` as well");
                None
            }
            (None, Some(name)) => {
                cx.error(
                    name.span(),
                    "only a fixed has a name: write how many bytes it has as well, `fixed = 8`, or remove it",
                );
                None
            }
        }
    }
}

fn digits(value: &Expr) -> Option<(u32, Span)> {
    let Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) = value else { return None };
    let digits = |number: &LitInt| number.base10_parse::<u32>().ok().filter(|number| i32::try_from(*number).is_ok());
    digits(number).map(|found| (found, number.span()))
}

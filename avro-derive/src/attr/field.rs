//! Settings of a field.

use avro_model::Order;
use proc_macro2::Span;
use syn::{Attribute, Expr, LitStr};

use super::decimal::Decimal;
use super::item::{Item, Slot, Value, duplicate_free, items};
use super::property::Property;
use crate::error::Ctxt;

/// `default`, bare or with a value.
pub(crate) enum DefaultAttr {
    /// The zero value of the type.
    Zero,
    /// A literal, or the path of a unit variant.
    Value(Expr),
    /// `default_json`: JSON text.
    Json(LitStr),
}

/// `as = ".."`: another Avro form of a Rust type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A long.
    Long,
    /// A string.
    String,
    /// A fixed.
    Fixed,
}

/// The logical attributes and the adapters that they stand for.
pub(crate) const LOGICAL: [(&str, &str); 10] = [
    ("timestamp_millis", "TimestampMillis"),
    ("timestamp_micros", "TimestampMicros"),
    ("timestamp_nanos", "TimestampNanos"),
    ("local_timestamp_millis", "LocalTimestampMillis"),
    ("local_timestamp_micros", "LocalTimestampMicros"),
    ("local_timestamp_nanos", "LocalTimestampNanos"),
    ("date", "Date"),
    ("time_millis", "TimeMillis"),
    ("time_micros", "TimeMicros"),
    ("uuid", "Uuid"),
];

/// The logical type of a field of a base type.
#[derive(Clone, Copy)]
pub(crate) enum Logical {
    /// One that has an adapter in the runtime, by the adapter's name.
    Named(&'static str),
    /// `decimal(..)` on bytes.
    Decimal(Decimal),
    /// `big_decimal` on bytes.
    BigDecimal,
}

/// What belongs to the schema's structure and cannot be a property of a field.
const STRUCTURAL: [&str; 6] = ["name", "type", "default", "doc", "order", "aliases"];

/// `#[avro(...)]` on a field.
pub(crate) struct FieldAttrs {
    pub(crate) name: Slot<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) doc: Slot<LitStr>,
    pub(crate) default: Slot<DefaultAttr>,
    pub(crate) skip: Slot<()>,
    pub(crate) required: Slot<()>,
    pub(crate) null_last: Slot<()>,
    pub(crate) form: Slot<Form>,
    pub(crate) unit: Slot<LitStr>,
    pub(crate) logical: Slot<Logical>,
    pub(crate) fixed: Slot<LitStr>,
    pub(crate) order: Slot<Order>,
    pub(crate) schema: Slot<LitStr>,
    pub(crate) properties: Vec<Property>,
}

const KEYS: [&str; 28] = [
    "name",
    "rename",
    "alias",
    "aliases",
    "doc",
    "default",
    "default_json",
    "skip",
    "required",
    "null_last",
    "as",
    "unit",
    "fixed",
    "timestamp_millis",
    "timestamp_micros",
    "timestamp_nanos",
    "local_timestamp_millis",
    "local_timestamp_micros",
    "local_timestamp_nanos",
    "date",
    "time_millis",
    "time_micros",
    "uuid",
    "decimal",
    "big_decimal",
    "order",
    "prop",
    "schema_json",
];

impl FieldAttrs {
    pub(crate) fn parse(cx: &Ctxt, attributes: &[Attribute]) -> Self {
        let mut attrs = FieldAttrs {
            name: Slot::new("name"),
            aliases: Vec::new(),
            doc: Slot::new("doc"),
            default: Slot::new("default"),
            skip: Slot::new("skip"),
            required: Slot::new("required"),
            null_last: Slot::new("null_last"),
            form: Slot::new("as"),
            unit: Slot::new("unit"),
            logical: Slot::new("logical type"),
            fixed: Slot::new("fixed"),
            order: Slot::new("order"),
            schema: Slot::new("schema_json"),
            properties: Vec::new(),
        };
        for item in items(cx, attributes) {
            let span = item.span();
            let word = item.key.to_string();
            if let Some(logical) = logical(cx, &item, &word) {
                if attrs.logical.is_set() {
                    cx.error(span, "a field has one logical type: keep one of them");
                } else {
                    attrs.logical.set(cx, span, logical);
                }
                continue;
            }
            match word.as_str() {
                "name" | "rename" => attrs.name.set(cx, span, item.string(cx, "field_name")),
                "alias" | "aliases" => item.strings(cx, &mut attrs.aliases),
                "doc" => attrs.doc.set(cx, span, item.string(cx, "what it means")),
                "default" => attrs.default.set(cx, span, default(cx, &item)),
                "default_json" => attrs.default.set(cx, span, item.string(cx, "[1, 2]").map(DefaultAttr::Json)),
                "skip" => attrs.skip.set(cx, span, item.flag(cx)),
                "required" => attrs.required.set(cx, span, item.flag(cx)),
                "null_last" => attrs.null_last.set(cx, span, item.flag(cx)),
                "as" => attrs.form.set(cx, span, form(cx, &item)),
                "unit" => attrs.unit.set(cx, span, item.string(cx, "ms")),
                "fixed" => attrs.fixed.set(cx, span, item.string(cx, "Sha256")),
                "order" => attrs.order.set(cx, span, order(cx, &item)),
                "prop" => item.properties(cx, &STRUCTURAL, &mut attrs.properties),
                "schema_json" => attrs.schema.set(cx, span, item.string(cx, "{..}")),
                _ => item.unknown(cx, "a field", &KEYS),
            }
        }
        attrs.aliases = duplicate_free(cx, "alias", attrs.aliases);
        attrs
    }

    /// The keys that choose how the field is written, which a skipped field cannot have.
    pub(crate) fn wire_keys(&self) -> impl Iterator<Item = (Span, &'static str)> {
        [
            (self.name.span(), "name"),
            (self.doc.span(), "doc"),
            (self.default.span(), "default"),
            (self.required.span(), "required"),
            (self.null_last.span(), "null_last"),
            (self.form.span(), "as"),
            (self.unit.span(), "unit"),
            (self.logical.span(), "a logical type"),
            (self.fixed.span(), "fixed"),
            (self.order.span(), "order"),
            (self.schema.span(), "schema_json"),
            (self.properties.first().map(|property| property.span), "prop"),
            (self.aliases.first().map(LitStr::span), "alias"),
        ]
        .into_iter()
        .filter_map(|(span, key)| span.map(|span| (span, key)))
    }
}

/// The logical type that `word` names; nothing where it is another key, `Some(None)` where what follows it is wrong.
fn logical(cx: &Ctxt, item: &Item, word: &str) -> Option<Option<Logical>> {
    match word {
        "decimal" => Some(item.decimal(cx).map(Logical::Decimal)),
        "big_decimal" => Some(item.flag(cx).map(|()| Logical::BigDecimal)),
        _ => {
            let (_, adapter) = LOGICAL.iter().find(|(key, _)| *key == word)?;
            Some(item.flag(cx).map(|()| Logical::Named(adapter)))
        }
    }
}

fn order(cx: &Ctxt, item: &Item) -> Option<Order> {
    let text = item.string(cx, "ignore")?;
    match text.value().as_str() {
        "ascending" => Some(Order::Ascending),
        "descending" => Some(Order::Descending),
        "ignore" => Some(Order::Ignore),
        other => {
            cx.error(
                text.span(),
                format_args!("`{other}` is no sort order: one of \"ascending\", \"descending\", \"ignore\""),
            );
            None
        }
    }
}

fn default(cx: &Ctxt, item: &Item) -> Option<DefaultAttr> {
    match &item.value {
        Value::None => Some(DefaultAttr::Zero),
        Value::Eq(value) => Some(DefaultAttr::Value(value.clone())),
        Value::List(_) => {
            cx.error(item.span(), "write `default`, or `default = <value>`");
            None
        }
    }
}

fn form(cx: &Ctxt, item: &Item) -> Option<Form> {
    let text = item.string(cx, "long")?;
    match text.value().as_str() {
        "long" => Some(Form::Long),
        "string" => Some(Form::String),
        "fixed" => Some(Form::Fixed),
        other => {
            cx.error(text.span(), format_args!("`{other}` is no Avro form: one of \"long\", \"string\", \"fixed\""));
            None
        }
    }
}

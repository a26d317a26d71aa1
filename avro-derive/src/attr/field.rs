//! Settings of a field.

use proc_macro2::Span;
use syn::{Attribute, Expr, LitStr, Path, Type};

use avro_model::Order;

use super::item::{DocAttr, Item, Slot, Value, duplicate_free, items};
use super::logical::{Logical, OnFixed};
use super::prop::{self, Property};
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

/// `#[avro(...)]` on a field.
pub(crate) struct FieldAttrs {
    pub(crate) name: Slot<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) doc: Slot<DocAttr>,
    pub(crate) default: Slot<DefaultAttr>,
    pub(crate) skip: Slot<()>,
    pub(crate) required: Slot<()>,
    pub(crate) null_last: Slot<()>,
    pub(crate) null_first: Slot<()>,
    pub(crate) flatten: Slot<()>,
    pub(crate) by_name: Slot<()>,
    pub(crate) form: Slot<Form>,
    pub(crate) via: Slot<Type>,
    pub(crate) with: Slot<Path>,
    pub(crate) unit: Slot<LitStr>,
    /// `keys = "string"`
    pub(crate) text_keys: Slot<()>,
    pub(crate) logical: Slot<Logical>,
    pub(crate) on_fixed: Option<OnFixed>,
    pub(crate) exact: Slot<()>,
    pub(crate) fixed: Slot<LitStr>,
    pub(crate) order: Slot<Order>,
    pub(crate) props: Vec<Property>,
    /// `deprecated = false`: that the field is says nothing about the schema.
    pub(crate) for_rust_alone: Slot<()>,
    pub(crate) text: Slot<LitStr>,
}

const KEYS: [&str; 38] = [
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
    "null_first",
    "flatten",
    "by_name",
    "as",
    "via",
    "with",
    "unit",
    "keys",
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
    "uuid_fixed",
    "exact",
    "decimal",
    "big_decimal",
    "order",
    "prop",
    "schema_json",
    "deprecated",
    "serde",
];

/// Whether `key` says how a field is written.
pub(super) fn is_wire_key(key: &str) -> bool {
    KEYS.contains(&key) && !["doc", "skip", "deprecated", "serde"].contains(&key)
}

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
            null_first: Slot::new("null_first"),
            flatten: Slot::new("flatten"),
            by_name: Slot::new("by_name"),
            form: Slot::new("as"),
            via: Slot::new("via"),
            with: Slot::new("with"),
            unit: Slot::new("unit"),
            text_keys: Slot::new("keys"),
            logical: Slot::new("logical type"),
            on_fixed: None,
            exact: Slot::new("exact"),
            fixed: Slot::new("fixed"),
            order: Slot::new("order"),
            props: Vec::new(),
            for_rust_alone: Slot::new("deprecated"),
            text: Slot::new("schema_json"),
        };
        for item in items(cx, attributes) {
            let span = item.span();
            let word = item.key.to_string();
            if KEYS.contains(&word.as_str())
                && let Some(logical) = Logical::parse(cx, &item)
            {
                if attrs.logical.is_set() {
                    cx.error(span, "a field has one logical type: keep one of them");
                } else if let Some((logical, on_fixed)) = logical {
                    attrs.logical.set(cx, span, Some(logical));
                    attrs.on_fixed = on_fixed;
                }
                continue;
            }
            match word.as_str() {
                "name" | "rename" => attrs.name.set(cx, span, item.string(cx, "field_name")),
                "alias" | "aliases" => item.strings(cx, &mut attrs.aliases),
                "doc" => attrs.doc.set(cx, span, item.doc(cx)),
                "default" => attrs.default.set(cx, span, default(cx, &item)),
                "default_json" => attrs.default.set(cx, span, item.string(cx, "[1, 2]").map(DefaultAttr::Json)),
                "skip" => attrs.skip.set(cx, span, item.flag(cx)),
                "required" => attrs.required.set(cx, span, item.flag(cx)),
                "null_last" => attrs.null_last.set(cx, span, item.flag(cx)),
                "null_first" => attrs.null_first.set(cx, span, item.flag(cx)),
                "flatten" => attrs.flatten.set(cx, span, item.flag(cx)),
                "by_name" => attrs.by_name.set(cx, span, item.flag(cx)),
                "via" => attrs.via.set(cx, span, item.ty(cx, "String")),
                "with" => attrs.with.set(cx, span, item.path(cx, "a module", "crate::money_as_cents")),
                "as" => attrs.form.set(cx, span, form(cx, &item)),
                "unit" => attrs.unit.set(cx, span, item.string(cx, "ms")),
                "keys" => attrs.text_keys.set(cx, span, text_keys(cx, &item)),
                "fixed" => attrs.fixed.set(cx, span, item.string(cx, "Sha256")),
                "exact" => attrs.exact.set(cx, span, item.flag(cx)),
                "order" => attrs.order.set(cx, span, order(cx, &item)),
                "schema_json" => attrs.text.set(cx, span, item.string(cx, "{..}")),
                "deprecated" => attrs.for_rust_alone.set(cx, span, item.for_rust_alone(cx, "a field")),
                "serde" => super::item::check_serde_switch(cx, &item),
                "prop" => prop::parse(cx, &item, &mut attrs.props, prop::of_field),
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
            (self.null_first.span(), "null_first"),
            (self.flatten.span(), "flatten"),
            (self.by_name.span(), "by_name"),
            (self.form.span(), "as"),
            (self.via.span(), "via"),
            (self.with.span(), "with"),
            (self.unit.span(), "unit"),
            (self.text_keys.span(), "keys"),
            (self.logical.span(), "a logical type"),
            (self.exact.span(), "exact"),
            (self.fixed.span(), "fixed"),
            (self.text.span(), "schema_json"),
            (self.order.span(), "order"),
            (self.props.first().map(|prop| prop.span), "prop"),
            (self.aliases.first().map(LitStr::span), "alias"),
        ]
        .into_iter()
        .filter_map(|(span, key)| span.map(|span| (span, key)))
    }
}

fn default(cx: &Ctxt, item: &Item) -> Option<DefaultAttr> {
    match &item.value {
        Value::None => Some(DefaultAttr::Zero),
        Value::Eq(value) => Some(DefaultAttr::Value(value.clone())),
        Value::Type(_) | Value::List(_) => {
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

/// `keys = "string"`, the one form that keys of a map have in Avro.
fn text_keys(cx: &Ctxt, item: &Item) -> Option<()> {
    let text = item.string(cx, "string")?;
    if text.value() != "string" {
        cx.error(text.span(), "the keys of an Avro map are strings: write `keys = \"string\"`");
    }
    Some(())
}

fn order(cx: &Ctxt, item: &Item) -> Option<Order> {
    let text = item.string(cx, "descending")?;
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

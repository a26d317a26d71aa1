//! Settings of a type.

use avro_model::names::RenameRule;
use proc_macro2::Span;
use syn::{Attribute, Expr, ExprLit, Lit, LitInt, LitStr, Path};

use super::item::{DocAttr, Item, Slot, Value, duplicate_free, items};
use super::logical::Logical;
use super::prop::{self, Property};
use super::severity::{self, RuleSeverity};
use crate::error::Ctxt;

/// `evolution`, bare or with a level.
pub(crate) struct Evolution {
    /// The key.
    pub(crate) span: Span,
    /// The level as written; bare: the package's.
    pub(crate) level: Option<LitStr>,
}

/// `#[avro(...)]` on a struct or an enum.
pub(crate) struct ContainerAttrs {
    pub(crate) namespace: Slot<LitStr>,
    pub(crate) name: Slot<LitStr>,
    pub(crate) rename_all: Slot<RenameRule>,
    pub(crate) rename_all_fields: Slot<RenameRule>,
    pub(crate) doc: Slot<DocAttr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) evolution: Slot<Evolution>,
    pub(crate) history: Slot<LitStr>,
    pub(crate) subject: Slot<LitStr>,
    pub(crate) gate: Slot<LitStr>,
    pub(crate) severities: Vec<RuleSeverity>,
    pub(crate) runtime: Slot<Path>,
    pub(crate) record: Slot<()>,
    pub(crate) fixed: Slot<Option<LitInt>>,
    pub(crate) transparent: Slot<()>,
    pub(crate) error: Slot<()>,
    pub(crate) ambiguous_aliases: Slot<()>,
    pub(crate) props: Vec<Property>,
    /// `deprecated = false`: that the type is says nothing about the schema.
    pub(crate) for_rust_alone: Slot<()>,
    /// `map_key = false`: the user implements `MapKey`.
    pub(crate) own_map_key: Slot<()>,
    pub(crate) logical: Slot<Logical>,
}

const KEYS: [&str; 28] = [
    "namespace",
    "name",
    "rename",
    "rename_all",
    "rename_all_fields",
    "doc",
    "alias",
    "aliases",
    "evolution",
    "history",
    "subject",
    "gate",
    "allow",
    "warn",
    "deny",
    "crate",
    "record",
    "fixed",
    "transparent",
    "error",
    "ambiguous_aliases",
    "prop",
    "decimal",
    "uuid",
    "duration",
    "deprecated",
    "map_key",
    "serde",
];

impl ContainerAttrs {
    pub(crate) fn parse(cx: &Ctxt, attributes: &[Attribute]) -> Self {
        let mut attrs = ContainerAttrs {
            namespace: Slot::new("namespace"),
            name: Slot::new("name"),
            rename_all: Slot::new("rename_all"),
            rename_all_fields: Slot::new("rename_all_fields"),
            doc: Slot::new("doc"),
            aliases: Vec::new(),
            evolution: Slot::new("evolution"),
            history: Slot::new("history"),
            subject: Slot::new("subject"),
            gate: Slot::new("gate"),
            severities: Vec::new(),
            runtime: Slot::new("crate"),
            record: Slot::new("record"),
            fixed: Slot::new("fixed"),
            transparent: Slot::new("transparent"),
            error: Slot::new("error"),
            ambiguous_aliases: Slot::new("ambiguous_aliases"),
            props: Vec::new(),
            for_rust_alone: Slot::new("deprecated"),
            own_map_key: Slot::new("map_key"),
            logical: Slot::new("logical type"),
        };
        for item in items(cx, attributes) {
            let span = item.span();
            match item.key.to_string().as_str() {
                "namespace" => attrs.namespace.set(cx, span, item.string(cx, "com.acme.orders")),
                "name" | "rename" => attrs.name.set(cx, span, item.string(cx, "OrderPlaced")),
                "rename_all" => attrs.rename_all.set(cx, span, rename_rule(cx, &item)),
                "rename_all_fields" => attrs.rename_all_fields.set(cx, span, rename_rule(cx, &item)),
                "doc" => attrs.doc.set(cx, span, item.doc(cx)),
                "alias" | "aliases" => item.strings(cx, &mut attrs.aliases),
                "evolution" => {
                    let level = item.optional_string(cx, "full_transitive");
                    attrs.evolution.set(cx, span, level.map(|level| Evolution { span, level }));
                }
                "history" => attrs.history.set(cx, span, item.string(cx, "schemas/history")),
                "subject" => attrs.subject.set(cx, span, item.string(cx, "orders-value")),
                "gate" => attrs.gate.set(cx, span, item.string(cx, "build")),
                "allow" | "warn" | "deny" => severity::parse(cx, &item, &mut attrs.severities),
                "crate" => attrs.runtime.set(cx, span, item.path(cx, "a crate", "::avro_runtime")),
                "record" => attrs.record.set(cx, span, item.flag(cx)),
                "fixed" => attrs.fixed.set(cx, span, fixed(cx, &item)),
                "transparent" => attrs.transparent.set(cx, span, item.flag(cx)),
                "error" => attrs.error.set(cx, span, item.flag(cx)),
                "ambiguous_aliases" => attrs.ambiguous_aliases.set(cx, span, item.flag(cx)),
                "deprecated" => attrs.for_rust_alone.set(cx, span, item.for_rust_alone(cx, "a type")),
                "map_key" => attrs.own_map_key.set(cx, span, item.off(cx, "a newtype over a text can be the key of a map: write `map_key = false` where you implement `MapKey` for it")),
                "serde" => super::item::check_serde_switch(cx, &item),
                "prop" => prop::parse(cx, &item, &mut attrs.props, prop::of_type),
                "decimal" | "uuid" | "duration" => {
                    if attrs.logical.is_set() {
                        cx.error(span, "a fixed has one logical type: keep one of them");
                    } else {
                        let logical = Logical::parse(cx, &item).flatten();
                        if let Some((_, Some(_))) = logical {
                            cx.error(span, "this type is the fixed and has the name: write `#[avro(fixed = 8, decimal(precision = 9, scale = 2))]`");
                        }
                        attrs.logical.set(cx, span, logical.map(|(logical, _)| logical));
                    }
                }
                _ => item.unknown(cx, "a type", &KEYS),
            }
        }
        attrs.aliases = duplicate_free(cx, "alias", attrs.aliases);
        attrs
    }
}

/// `fixed`, or `fixed = 8`.
fn fixed(cx: &Ctxt, item: &Item) -> Option<Option<LitInt>> {
    match &item.value {
        Value::None => Some(None),
        Value::Eq(Expr::Lit(ExprLit { lit: Lit::Int(size), .. }))
            if size.base10_parse::<u32>().is_ok_and(|size| i32::try_from(size).is_ok()) =>
        {
            Some(Some(size.clone()))
        }
        _ => {
            cx.error(
                item.span(),
                "`fixed` takes a number of bytes, or none where the Rust type says it: write `fixed` or `fixed = 8`",
            );
            Some(None)
        }
    }
}

pub(super) fn rename_rule(cx: &Ctxt, item: &Item) -> Option<RenameRule> {
    let text = item.string(cx, "camelCase")?;
    let rule = RenameRule::parse(&text.value());
    if rule.is_none() {
        let spellings: Vec<String> = RenameRule::SPELLINGS.iter().map(|spelling| format!("\"{spelling}\"")).collect();
        let why = if text.value().to_ascii_lowercase().contains("kebab") || text.value().contains('-') {
            " (Avro names have no `-`)"
        } else {
            ""
        };
        cx.error(text.span(), format_args!("`{}` is no case rule{why}: one of {}", text.value(), spellings.join(", ")));
    }
    rule
}

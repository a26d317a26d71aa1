//! Settings of an enum's variant.

use syn::{Attribute, LitStr};

use super::item::{DocAttr, Slot, duplicate_free, items};
use super::prop::{self, Property};
use avro_model::names::RenameRule;

use crate::error::Ctxt;

/// `#[avro(...)]` on a variant.
pub(crate) struct VariantAttrs {
    pub(crate) name: Slot<LitStr>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) doc: Slot<DocAttr>,
    pub(crate) null: Slot<()>,
    pub(crate) default: Slot<()>,
    pub(crate) other: Slot<()>,
    pub(crate) rename_all: Slot<RenameRule>,
    pub(crate) props: Vec<Property>,
    /// `deprecated = false`: that the variant is says nothing about the schema.
    pub(crate) for_rust_alone: Slot<()>,
}

const KEYS: [&str; 12] = [
    "name",
    "rename",
    "alias",
    "aliases",
    "doc",
    "null",
    "default",
    "other",
    "rename_all",
    "prop",
    "deprecated",
    "serde",
];

impl VariantAttrs {
    pub(crate) fn parse(cx: &Ctxt, attributes: &[Attribute]) -> Self {
        let mut attrs = VariantAttrs {
            name: Slot::new("name"),
            aliases: Vec::new(),
            doc: Slot::new("doc"),
            null: Slot::new("null"),
            default: Slot::new("default"),
            other: Slot::new("other"),
            rename_all: Slot::new("rename_all"),
            props: Vec::new(),
            for_rust_alone: Slot::new("deprecated"),
        };
        for item in items(cx, attributes) {
            let span = item.span();
            match item.key.to_string().as_str() {
                "name" | "rename" => attrs.name.set(cx, span, item.string(cx, "Name")),
                "alias" | "aliases" => item.strings(cx, &mut attrs.aliases),
                "doc" => attrs.doc.set(cx, span, item.doc(cx)),
                "null" => attrs.null.set(cx, span, item.flag(cx)),
                "default" => attrs.default.set(cx, span, item.flag(cx)),
                "other" => attrs.other.set(cx, span, item.flag(cx)),
                "prop" => prop::parse(cx, &item, &mut attrs.props, prop::of_type),
                "deprecated" => attrs.for_rust_alone.set(cx, span, item.for_rust_alone(cx, "a variant")),
                "serde" => super::item::check_serde_switch(cx, &item),
                "rename_all" => attrs.rename_all.set(cx, span, super::container::rename_rule(cx, &item)),
                _ => item.unknown(cx, "a variant", &KEYS),
            }
        }
        attrs.aliases = duplicate_free(cx, "alias", attrs.aliases);
        attrs
    }
}

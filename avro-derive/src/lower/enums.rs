//! Enums: symbols, and the branches of a union.

use avro_model::names::RenameRule;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{DeriveInput, Fields, LitStr};

use super::{Scope, add_deprecated, doc};
use crate::ast::{Branch, BranchRecord, Content, Data, Other, Symbol};
use crate::attr::{ContainerAttrs, VariantAttrs, refuse_deprecated};
use crate::name;
use crate::types;

/// What the branches of a union are called after.
#[derive(Clone, Copy)]
struct Names<'n> {
    /// The enum's own name.
    simple: &'n str,
    variants: RenameRule,
    fields: RenameRule,
}

impl Scope<'_> {
    pub(super) fn enumeration(
        &self,
        attrs: &ContainerAttrs,
        data: &syn::DataEnum,
        simple: &str,
        input: &DeriveInput,
    ) -> (Data, Option<Other>) {
        let cx = self.cx;
        cx.error_each([(attrs.record.span(), "record"), (attrs.fixed.span(), "fixed")], |key| {
            format!("`{key}` belongs on a newtype struct")
        });
        if let Some(span) = attrs.transparent.span() {
            cx.error(span, "`transparent` belongs on a struct with one field");
        }
        let (others, variants): (Vec<_>, Vec<_>) = data
            .variants
            .iter()
            .map(|variant| (variant, VariantAttrs::parse(cx, &variant.attrs)))
            .partition(|(_, attrs)| attrs.other.is_set());
        if variants.is_empty() {
            cx.error(input.ident.span(), "an enum without variants has no value to write: add a variant");
        }
        let other = self.other(&others);
        let plain = variants.iter().all(|(variant, _)| matches!(variant.fields, Fields::Unit));
        let null = variants.iter().any(|(_, attrs)| attrs.null.is_set());
        let names = Names {
            simple,
            variants: attrs.rename_all.get().copied().unwrap_or_default(),
            fields: attrs.rename_all_fields.get().copied().unwrap_or_default(),
        };
        if plain && !null {
            return (Data::Enum(self.symbols(&variants, names.variants, attrs)), other);
        }
        for alias in &attrs.aliases {
            cx.error(
                alias.span(),
                "an enum that carries data is a union, which has no name: write `alias` on the variants",
            );
        }
        let branches = variants.iter().filter_map(|(variant, attrs)| self.branch(variant, attrs, names)).collect();
        (Data::Union(branches), other)
    }

    /// The variant that takes what is not in the schema: `#[avro(other)] Unknown` or `#[avro(other)] Unknown(String)`.
    fn other(&self, others: &[(&syn::Variant, VariantAttrs)]) -> Option<Other> {
        let cx = self.cx;
        let (variant, attrs) = others.first()?;
        for (second, attrs) in &others[1..] {
            let span = attrs.other.span().unwrap_or_else(|| second.ident.span());
            cx.error(
                span,
                format_args!("one variant takes what is not in the schema: `{}` is it already", variant.ident),
            );
        }
        let keys = [
            (attrs.name.span(), "name"),
            (attrs.aliases.first().map(LitStr::span), "alias"),
            (attrs.doc.span(), "doc"),
            (attrs.null.span(), "null"),
            (attrs.default.span(), "default"),
            (attrs.rename_all.span(), "rename_all"),
            (attrs.props.first().map(|prop| prop.span), "prop"),
        ];
        cx.error_each(keys, |key| {
            format!("a variant with `other` is not in the schema, so `{key}` has no effect: remove it or `other`")
        });
        let named = match &variant.fields {
            Fields::Unit => false,
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 && types::is_string(&fields.unnamed[0].ty) => true,
            fields => {
                cx.error_at(
                    fields,
                    format_args!(
                        "what takes the unknown holds nothing, or its name: write `{0}` or `{0}(String)`",
                        variant.ident
                    ),
                );
                return None;
            }
        };
        Some(Other { ident: variant.ident.clone(), named })
    }

    fn symbols(
        &self,
        variants: &[(&syn::Variant, VariantAttrs)],
        rule: RenameRule,
        container: &ContainerAttrs,
    ) -> Vec<Symbol> {
        let cx = self.cx;
        if let Some(span) = container.rename_all_fields.span() {
            cx.error(span, "no variant of this enum has fields: write `rename_all` for the symbols");
        }
        let mut symbols: Vec<Symbol> = Vec::new();
        for (variant, attrs) in variants {
            let keys = [
                (attrs.aliases.first().map(LitStr::span), "alias"),
                (attrs.doc.span(), "doc"),
                (attrs.rename_all.span(), "rename_all"),
                (attrs.props.first().map(|prop| prop.span), "prop"),
            ];
            cx.error_each(keys, |key| format!("an enum's symbol has no `{key}` in Avro: remove it"));
            self.check_deprecated(variant, attrs, "an enum's symbol has no properties in Avro", "");
            let (wire, span) = match attrs.name.get() {
                Some(text) => (text.value(), text.span()),
                None => (rule.apply_to_variant(&variant.ident.unraw().to_string()), variant.ident.span()),
            };
            let hint = if attrs.name.is_set() { "" } else { "name" };
            name::check_name(cx, span, "symbol", &wire, hint);
            if let Some(first) = symbols.iter().find(|symbol| symbol.wire == wire) {
                cx.error(
                    span,
                    format_args!(
                        "the symbol `{wire}` is already that of `{}`: write `#[avro(name = \"..\")]` on one of them",
                        first.ident
                    ),
                );
            }
            let default = attrs.default.is_set();
            if let (Some(span), Some(first)) = (attrs.default.span(), symbols.iter().find(|symbol| symbol.default)) {
                cx.error(span, format_args!("an enum has one default: `{}` is it already", first.ident));
            }
            symbols.push(Symbol { ident: variant.ident.clone(), wire, default });
        }
        symbols
    }

    fn branch(&self, variant: &syn::Variant, attrs: &VariantAttrs, names: Names<'_>) -> Option<Branch> {
        let cx = self.cx;
        if let Some(span) = attrs.default.span() {
            cx.error(
                span,
                "`default` names the symbol for unknown ones, which only an enum without data has: remove it",
            );
        }
        if let Some(span) = attrs.null.span()
            && !matches!(variant.fields, Fields::Unit)
        {
            cx.error(span, "`null` holds nothing: it belongs on a variant without fields");
        }
        let content = match &variant.fields {
            Fields::Unit if attrs.null.is_set() => {
                self.check_no_record(variant, attrs);
                Content::Null
            }
            Fields::Unnamed(fields) if !fields.unnamed.is_empty() => {
                self.check_no_record(variant, attrs);
                if fields.unnamed.len() > 1 {
                    cx.error_at(
                        fields,
                        format_args!(
                            "the parts of a record have names: write `{} {{ first: .., second: .. }}`",
                            variant.ident
                        ),
                    );
                    return None;
                }
                self.newtype_branch(fields, attrs)?
            }
            _ => self.record_branch(variant, attrs, names),
        };
        Some(Branch { ident: variant.ident.clone(), content })
    }

    /// What a branch cannot have that is no record of its own.
    fn check_no_record(&self, variant: &syn::Variant, attrs: &VariantAttrs) {
        let instead = "give the variant named fields, or ";
        self.check_deprecated(variant, attrs, "this branch has no properties of its own", instead);
        if let Some(prop) = attrs.props.first() {
            self.cx.error(
                prop.span,
                "this branch has no properties of its own, so `prop` has no effect: write it on the type that the variant holds, or give the \
                 variant named fields",
            );
        }
    }

    /// `Paid(Payment)`: the branch is the schema of what the variant holds.
    fn newtype_branch(&self, fields: &syn::FieldsUnnamed, attrs: &VariantAttrs) -> Option<Content> {
        let keys = [(attrs.name.span(), "name"), (attrs.aliases.first().map(LitStr::span), "alias")];
        self.cx.error_each(keys, |key| {
            format!(
                "this branch is what the variant holds, so `{key}` has no effect: write it on that type, or give the variant named fields"
            )
        });
        let field = self.inner(fields.unnamed.first())?;
        if let Some(inner) = types::option(&field.ty) {
            self.cx.error_at(
                &field.ty,
                format_args!(
                    "an `Option` is a union, and a union cannot stand directly in a union: write a unit variant with `#[avro(null)]`, and the variant with `{}`",
                    inner.to_token_stream()
                ),
            );
            field.mistaken.set(true);
        }
        Some(Content::Newtype(Box::new(field)))
    }

    /// `Shipped { at: i64 }`: the branch is a record, called after the enum and the variant.
    fn record_branch(&self, variant: &syn::Variant, attrs: &VariantAttrs, names: Names<'_>) -> Content {
        let name = match attrs.name.get() {
            Some(text) => {
                let (namespace, own) = name::split(self.cx, text);
                let mut name = self.type_name(&own, text.span());
                if let Some(namespace) = namespace {
                    (name.namespace, name.bare) = (namespace, false);
                }
                name
            }
            None => {
                let own = names.variants.apply_to_variant(&variant.ident.unraw().to_string());
                self.type_name(&format!("{}{own}", names.simple), variant.ident.span())
            }
        };
        let mut props = attrs.props.clone();
        if !attrs.for_rust_alone.is_set() {
            add_deprecated(&mut props, &variant.attrs);
        }
        Content::Record(BranchRecord {
            name,
            aliases: attrs.aliases.iter().map(|alias| self.alias(alias)).collect(),
            doc: doc(attrs.doc.get(), &variant.attrs),
            props,
            fields: self.fields(&variant.fields, attrs.rename_all.get().copied().unwrap_or(names.fields)),
            unit: matches!(variant.fields, Fields::Unit),
        })
    }

    /// `#[deprecated]` on a variant whose schema has no place for it.
    fn check_deprecated(&self, variant: &syn::Variant, attrs: &VariantAttrs, why: &str, instead: &str) {
        if !attrs.for_rust_alone.is_set() {
            refuse_deprecated(self.cx, &variant.attrs, why, &variant.ident, instead);
        }
    }
}

//! Fields: what each is called, and whether it is in the schema.

use std::cell::Cell;

use avro_model::names::RenameRule;
use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Fields, LitStr, Member};

use super::{Scope, add_deprecated, doc};
use crate::ast::{Adapter, Field, FieldDefault};
use crate::attr::{FieldAttrs, refuse_deprecated};
use crate::name;
use crate::schema_text::SchemaText;
use crate::types;

impl Scope<'_> {
    pub(super) fn fields(&self, fields: &Fields, rule: RenameRule) -> Vec<Field> {
        let mut lowered: Vec<Field> = Vec::new();
        let mut position = 0;
        for (index, field) in fields.iter().enumerate() {
            let before = self.cx.count();
            let attrs = FieldAttrs::parse(self.cx, &field.attrs);
            let skipped = attrs.skip.is_set() || types::is_phantom(&field.ty);
            let wire = match (attrs.name.get(), &field.ident) {
                (Some(text), _) => text.value(),
                (None, Some(ident)) => rule.apply_to_field(&ident.unraw().to_string()),
                (None, None) => index.to_string(),
            };
            let place = (!skipped).then_some(position);
            if let Some(field) = self.field_of(field, index, &attrs, wire, place) {
                field.mistaken.set(self.cx.count() > before);
                position += usize::from(!skipped);
                lowered.push(field);
            }
        }
        lowered
    }

    pub(super) fn field_of(
        &self,
        field: &syn::Field,
        index: usize,
        attrs: &FieldAttrs,
        wire: String,
        position: Option<usize>,
    ) -> Option<Field> {
        let span = field.ident.as_ref().map_or_else(|| field.ty.span(), Ident::span);
        let member = match &field.ident {
            Some(ident) => Member::Named(ident.clone()),
            None => Member::Unnamed(index.into()),
        };
        if position.is_none() {
            for (span, key) in attrs.wire_keys() {
                self.cx.error(
                    span,
                    format_args!("a skipped field is not in the schema, so `{key}` has no effect: remove it or `skip`"),
                );
            }
        } else {
            if attrs.flatten.is_set() {
                self.check_flatten(field, attrs);
            } else if !attrs.form.is_set()
                && !attrs.via.is_set()
                && !attrs.with.is_set()
                && let Some((at, text)) = types::refusal(&field.ty)
            {
                self.cx.error_at(at, text);
            }
            if let (Some(text), true) = (attrs.name.get(), position.is_some()) {
                name::check_name(self.cx, text.span(), "field name", &text.value(), "");
            } else if !wire.is_empty() && field.ident.is_some() && !attrs.flatten.is_set() {
                name::check_name(self.cx, span, "field name", &wire, "name");
            }
            for alias in &attrs.aliases {
                name::check_name(self.cx, alias.span(), "alias", &alias.value(), "");
            }
        }
        let (default, adapter, adapter_span) =
            if position.is_some() { self.form(field, attrs) } else { (FieldDefault::None, Adapter::Plain, None) };
        let needs = match position {
            Some(_) => types::needs(&field.ty, attrs.text_keys.is_set(), self.generics),
            None => Vec::new(),
        };
        let depends = !adapter.is_plain()
            && [Some(&field.ty), attrs.via.get()].into_iter().flatten().any(|ty| types::depends(ty, self.generics));
        let mut props = attrs.props.clone();
        if position.is_some() && !attrs.for_rust_alone.is_set() {
            let refuse = |why| refuse_deprecated(self.cx, &field.attrs, why, &member.to_token_stream(), "");
            if attrs.flatten.is_set() {
                refuse("the fields of the flattened record stand in place of this one");
            } else if wire.is_empty() {
                refuse("what a newtype holds is no field of a record");
            } else {
                add_deprecated(&mut props, &field.attrs);
            }
        }
        Some(Field {
            member,
            span,
            vis: field.vis.clone(),
            ty: field.ty.clone(),
            mistaken: Cell::new(false),
            needs,
            depends,
            wire,
            position,
            aliases: attrs.aliases.iter().map(LitStr::value).collect(),
            doc: doc(attrs.doc.get(), &field.attrs),
            default,
            order: attrs.order.get().copied().unwrap_or_default(),
            props,
            text: if position.is_some() { self.text(field, attrs) } else { None },
            adapter,
            adapter_span,
            text_keys: attrs.text_keys.is_set(),
            flatten: attrs.flatten.is_set(),
            by_name: attrs.by_name.span(),
        })
    }

    /// What cannot stand with `flatten`.
    fn check_flatten(&self, field: &syn::Field, attrs: &FieldAttrs) {
        for (span, key) in attrs.wire_keys().filter(|(_, key)| !["flatten", "via", "with"].contains(key)) {
            self.cx.error(
                span,
                format_args!(
                    "the fields of the flattened record stand in place of this one, so `{key}` has no effect: remove it or `flatten`"
                ),
            );
        }
        let what = match types::lift(&field.ty) {
            _ if attrs.via.is_set() || attrs.with.is_set() => return,
            _ if types::is_std_value(&field.ty) => "a value that is no struct has none",
            Some((types::Lift::Option, _)) => "an `Option` of one is a union",
            Some((types::Lift::Sequence, _)) => "a list has none",
            Some((types::Lift::Values, _)) => "a map has none that are known",
            _ => return,
        };
        self.cx.error_at(
            &field.ty,
            format_args!("`flatten` puts the fields of a record in place, and {what}: remove `flatten`"),
        );
    }

    /// `schema_json` of a field.
    fn text(&self, field: &syn::Field, attrs: &FieldAttrs) -> Option<SchemaText> {
        let literal = attrs.text.get()?;
        if let (Some(span), Some(logical)) = (attrs.logical.span(), attrs.logical.get()) {
            let key = logical.key();
            self.cx.error(span, format_args!("`schema_json` says all that the schema carries: remove `{key}`"));
        }
        let ty = field.ty.to_token_stream();
        if let Some(parameter) = self.used.iter().find(|parameter| types::mentions(&ty, parameter)) {
            self.cx.error(
                literal.span(),
                format_args!(
                    "`{parameter}` has a schema of its own in each instance, which no text can be: write a type without parameters \
                     for what this field holds"
                ),
            );
            return None;
        }
        SchemaText::read(self.cx, literal, self.texts.replace(self.texts.get() + 1))
    }
}

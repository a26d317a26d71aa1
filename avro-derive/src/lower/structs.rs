//! Structs: records, newtypes and named fixeds.

use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{DeriveInput, Fields, LitStr};

use super::Scope;
use crate::ast::{Data, Field, FixedType};
use crate::attr::{ContainerAttrs, FieldAttrs};
use crate::error::Ctxt;
use crate::types;

impl Scope<'_> {
    pub(super) fn structure(&self, attrs: &ContainerAttrs, fields: &Fields, input: &DeriveInput) -> Data {
        let rule = attrs.rename_all.get().copied().unwrap_or_default();
        if let Some(span) = attrs.rename_all_fields.span() {
            self.cx.error(
                span,
                "`rename_all_fields` names the fields of an enum's variants: on a struct write `rename_all`",
            );
        }
        let newtype = matches!(fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
        if newtype && attrs.fixed.is_set() {
            if let Some(span) = attrs.record.span() {
                self.cx.error(span, "a newtype is a record or a fixed, not both: keep one of them");
            }
            let field = self.inner(fields.iter().next());
            return match field.map(|field| (types::byte_array(&field.ty).cloned(), field)) {
                Some((Some(size), field)) => {
                    let logical = attrs.logical.get().copied().zip(attrs.logical.span());
                    Data::Fixed(Box::new(FixedType { field, size, logical }))
                }
                Some((None, field)) => {
                    self.cx.error(field.ty.span(), "`fixed` names a fixed: the newtype holds `[u8; N]`");
                    Data::Newtype(Box::new(field))
                }
                None => Data::Record(Vec::new()),
            };
        }
        if let Some(span) = attrs.fixed.span() {
            self.cx.error(span, "`fixed` belongs on a newtype over bytes: `struct Sha256([u8; 32]);`");
        }
        if newtype && !attrs.record.is_set() {
            for (span, key) in [
                (attrs.name.span(), "name"),
                (attrs.namespace.span(), "namespace"),
                (attrs.aliases.first().map(LitStr::span), "alias"),
                (attrs.rename_all.span(), "rename_all"),
            ] {
                if let Some(span) = span {
                    self.cx.error(
                        span,
                        format_args!(
                            "a newtype has the schema of what it holds, so `{key}` has no effect: add `record` to make it a record of its own"
                        ),
                    );
                }
            }
            if let Some(field) = self.inner(fields.iter().next()) {
                return Data::Newtype(Box::new(field));
            }
        }
        if let Some(span) = attrs.record.span()
            && !newtype
        {
            self.cx.error(span, "`record` makes a newtype a record; this type is one already");
        }
        if let Fields::Unnamed(unnamed) = fields {
            for field in &unnamed.unnamed {
                let attrs = FieldAttrs::parse(&Ctxt::ignoring(), &field.attrs);
                if !attrs.name.is_set() && !attrs.skip.is_set() && !types::is_phantom(&field.ty) {
                    let example = format!("#[avro(name = \"..\")] {}", field.ty.to_token_stream());
                    self.cx.error_at(
                        &field.ty,
                        format_args!(
                            "a record's fields have names: write `{example}`, or give `{}` named fields",
                            input.ident
                        ),
                    );
                }
            }
        }
        Data::Record(self.fields(fields, rule))
    }

    pub(super) fn inner(&self, field: Option<&syn::Field>) -> Option<Field> {
        let field = field?;
        let attrs = FieldAttrs::parse(self.cx, &field.attrs);
        for (span, key) in [
            (attrs.name.span(), "name"),
            (attrs.aliases.first().map(LitStr::span), "alias"),
            (attrs.default.span(), "default"),
            (attrs.doc.span(), "doc"),
            (attrs.required.span(), "required"),
            (attrs.skip.span(), "skip"),
            (attrs.order.span(), "order"),
        ] {
            if let Some(span) = span {
                self.cx.error(span, format_args!("what a newtype holds is no field of a record, so it has no `{key}`"));
            }
        }
        if let Some(prop) = attrs.props.first() {
            self.cx.error(
                prop.span,
                "what a newtype holds is no field of a record: write the whole schema of it, with this property, \
                 `schema_json = r#\"..\"#`",
            );
        }
        self.field_of(field, 0, &attrs, String::new(), Some(0))
    }
}

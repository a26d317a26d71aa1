//! Structs: records, newtypes and named fixeds.

use proc_macro2::Literal;
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{DeriveInput, Fields, LitStr};

use super::Scope;
use crate::ast::{Adapter, Data, Field, FixedType};
use crate::attr::{ContainerAttrs, FieldAttrs, Logical};
use crate::error::Ctxt;
use crate::types;

impl Scope<'_> {
    /// `struct Sha256([u8; 32])`, `struct Price(Decimal)`, `struct Id(Uuid)` with `fixed`.
    fn fixed_type(&self, attrs: &ContainerAttrs, mut field: Field) -> Data {
        let cx = self.cx;
        let stated = attrs.fixed.get().and_then(Option::as_ref);
        let logical = attrs.logical.get().copied().zip(attrs.logical.span());
        if let Some(size) = types::byte_array(&field.ty).cloned() {
            if let Some(stated) = stated {
                cx.error(stated.span(), "the array says how many bytes there are: write `fixed`");
            }
            return Data::Fixed(Box::new(FixedType { field, size, logical }));
        }
        // What was reported is not judged again.
        let mistaken = |field: Field| {
            field.mistaken.set(true);
            Data::Fixed(Box::new(FixedType { field, size: syn::parse_quote!(1), logical: None }))
        };
        let size = stated.map(|stated| stated.base10_parse::<u32>().unwrap_or_default());
        let (adapter, bytes) = match logical {
            Some((Logical::Decimal { precision, scale }, span)) if !types::is_std_value(&field.ty) => {
                let Some(size) = size else {
                    cx.error(span, "a fixed has a number of bytes, which a number does not say: write `fixed = 8`");
                    return mistaken(field);
                };
                (Adapter::DecimalFixed { precision, scale, size, name: None }, size)
            }
            Some((Logical::Plain(row), _)) if !types::is_std_value(&field.ty) => {
                let bytes = row.fixed.unwrap_or_default();
                if let (Some(stated), true) = (stated, size != Some(bytes)) {
                    cx.error(stated.span(), format_args!("`{}` has {bytes} bytes: write `fixed`", row.key));
                }
                let adapter = if row.name == "uuid" { Adapter::UuidFixed(None) } else { Adapter::Named("AsDuration") };
                (adapter, bytes)
            }
            _ => {
                cx.error(
                    field.ty.span(),
                    "`fixed` names a fixed: the newtype holds `[u8; N]`, or a number, a `Uuid` or an `avro_runtime::Duration` with its \
                     logical type, `#[avro(fixed = 8, decimal(precision = 9, scale = 2))]`",
                );
                return mistaken(field);
            }
        };
        if let (Some(span), false) = (field.adapter_span, matches!(field.adapter, Adapter::Plain)) {
            cx.error(span, "the type says its form already: remove this");
        }
        (field.adapter, field.adapter_span) = (adapter, attrs.logical.span());
        let bytes = Literal::u32_unsuffixed(bytes);
        Data::Fixed(Box::new(FixedType { field, size: syn::parse_quote!(#bytes), logical }))
    }

    pub(super) fn structure(&self, attrs: &ContainerAttrs, fields: &Fields, input: &DeriveInput) -> Data {
        let rule = attrs.rename_all.get().copied().unwrap_or_default();
        if let Some(span) = attrs.rename_all_fields.span() {
            self.cx.error(
                span,
                "`rename_all_fields` names the fields of an enum's variants: on a struct write `rename_all`",
            );
        }
        let newtype = matches!(fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
        if attrs.transparent.is_set() {
            return self.transparent(attrs, fields, input);
        }
        if newtype && attrs.fixed.is_set() {
            if let Some(span) = attrs.record.span() {
                self.cx.error(span, "a newtype is a record or a fixed, not both: keep one of them");
            }
            let field = self.inner(fields.iter().next());
            return field.map_or_else(|| Data::Record(Vec::new()), |field| self.fixed_type(attrs, field));
        }
        if let Some(span) = attrs.fixed.span() {
            self.cx.error(span, "`fixed` belongs on a newtype over bytes: `struct Sha256([u8; 32]);`");
        }
        if newtype && !attrs.record.is_set() {
            self.check_nameless(attrs, "add `record` to make it a record of its own");
            if let Some(field) = self.inner(fields.iter().next()) {
                return Data::Newtype(Box::new(field), Vec::new());
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
                if !attrs.name.is_set()
                    && !attrs.skip.is_set()
                    && !attrs.flatten.is_set()
                    && !types::is_phantom(&field.ty)
                {
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

    /// What a type without a name of its own cannot have.
    fn check_nameless(&self, attrs: &ContainerAttrs, instead: &str) {
        let keys = [
            (attrs.name.span(), "name"),
            (attrs.namespace.span(), "namespace"),
            (attrs.aliases.first().map(LitStr::span), "alias"),
            (attrs.rename_all.span(), "rename_all"),
        ];
        self.cx.error_each(keys, |key| {
            format!("a newtype has the schema of what it holds, so `{key}` has no effect: {instead}")
        });
    }

    /// `#[avro(transparent)] struct Id<T> { value: String, of: PhantomData<T> }`
    fn transparent(&self, attrs: &ContainerAttrs, fields: &Fields, input: &DeriveInput) -> Data {
        let span = attrs.transparent.span().unwrap_or_else(|| input.ident.span());
        for (set, key) in [(attrs.record.is_set(), "record"), (attrs.fixed.is_set(), "fixed")] {
            if set {
                self.cx.error(
                    span,
                    format_args!(
                        "a type has the schema of what it holds, or is one of its own: keep `transparent` or `{key}`"
                    ),
                );
            }
        }
        self.check_nameless(attrs, "remove it or `transparent`");
        let (mut held, mut skipped) = (Vec::new(), Vec::new());
        for (index, field) in fields.iter().enumerate() {
            let attrs = FieldAttrs::parse(&Ctxt::ignoring(), &field.attrs);
            if attrs.skip.is_set() || types::is_phantom(&field.ty) {
                let attrs = FieldAttrs::parse(self.cx, &field.attrs);
                skipped.extend(self.field_of(field, index, &attrs, String::new(), None));
            } else {
                held.push((index, field));
            }
        }
        match held.as_slice() {
            [(index, field)] => match self.inner_at(field, *index) {
                Some(field) => Data::Newtype(Box::new(field), skipped),
                None => Data::Record(Vec::new()),
            },
            _ => {
                self.cx.error(
                    span,
                    format_args!(
                        "`transparent` gives a type the schema of its one field, and this one has {} in the schema: write `#[avro(skip)]` \
                         on the others, or remove `transparent`",
                        held.len()
                    ),
                );
                Data::Record(Vec::new())
            }
        }
    }

    pub(super) fn inner(&self, field: Option<&syn::Field>) -> Option<Field> {
        self.inner_at(field?, 0)
    }

    fn inner_at(&self, field: &syn::Field, index: usize) -> Option<Field> {
        let before = self.cx.count();
        let attrs = FieldAttrs::parse(self.cx, &field.attrs);
        let keys = [
            (attrs.name.span(), "name"),
            (attrs.aliases.first().map(LitStr::span), "alias"),
            (attrs.default.span(), "default"),
            (attrs.doc.span(), "doc"),
            (attrs.required.span(), "required"),
            (attrs.skip.span(), "skip"),
            (attrs.order.span(), "order"),
            (attrs.flatten.span(), "flatten"),
        ];
        self.cx.error_each(keys, |key| format!("what a newtype holds is no field of a record, so it has no `{key}`"));
        if let Some(prop) = attrs.props.first() {
            self.cx.error(
                prop.span,
                "what a newtype holds is no field of a record: write the whole schema of it, with this property, \
                 `schema_json = r#\"..\"#`",
            );
        }
        let inner = self.field_of(field, index, &attrs, String::new(), Some(0))?;
        inner.mistaken.set(self.cx.count() > before);
        Some(inner)
    }
}

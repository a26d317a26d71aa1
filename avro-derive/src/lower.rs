//! From syn's tree and the attributes to the derive's own.

use std::cell::Cell;

use avro_model::names::RenameRule;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{DeriveInput, Fields, Generics, LitStr, Member, Type};

use crate::ast::{
    Adapter, Branch, BranchRecord, Container, Content, Data, Field, FieldDefault, FixedForm, FixedType, Symbol,
};
use crate::attr::{
    ContainerAttrs, DefaultAttr, DocAttr, FieldAttrs, Form, Logical, Property, VariantAttrs, doc_comment,
};
use crate::default::Tree;
use crate::error::Ctxt;
use crate::name::{self, Piece, TypeName};
use crate::package::Package;
use crate::schema_text::SchemaText;
use crate::types;

/// The units of a duration, and their adapters.
const UNITS: [(&str, &str); 4] = [("s", "Seconds"), ("ms", "Millis"), ("us", "Micros"), ("ns", "Nanos")];

/// What the fields of a type share.
struct Scope<'a> {
    cx: &'a Ctxt,
    generics: &'a Generics,
    used: Vec<Ident>,
    namespace: String,
    bare: bool,
    /// How many named fixed types the fields have declared so far.
    fixed: Cell<usize>,
    /// How many schemas of positions were given as text so far.
    texts: Cell<usize>,
}

/// Reads `input`; nothing where it is a Rust `union`, which has been reported.
pub(crate) fn lower(cx: &Ctxt, input: &DeriveInput) -> Option<Container> {
    let attrs = ContainerAttrs::parse(cx, &input.attrs);
    let package = Package::read(cx, input.ident.span());
    let ident = input.ident.unraw();
    let written = attrs.name.get().map(|text| (name::split(cx, text), text.span()));
    let mut stated = None;
    if let Some(text) = attrs.namespace.get() {
        name::check_namespace(cx, text.span(), &text.value());
        stated = Some(text.value());
    }
    let (own, simple, span) = match written {
        Some(((own, simple), span)) => (own, simple, span),
        None => (None, ident.to_string(), input.ident.span()),
    };
    if own.is_some() && stated.is_some() {
        cx.error(span, "the name has a namespace and `namespace` gives another: write one of them");
    }
    let namespace = own.or(stated).or_else(|| package.namespace.clone());
    let used = used_parameters(input);
    let scope = Scope {
        cx,
        generics: &input.generics,
        used,
        bare: namespace.is_none(),
        namespace: namespace.unwrap_or_default(),
        fixed: Cell::new(0),
        texts: Cell::new(0),
    };
    let name = scope.type_name(&simple, span);
    let aliases = attrs.aliases.iter().map(|alias| scope.alias(alias)).collect();
    let doc = doc(attrs.doc.get(), &input.attrs);
    let data = match &input.data {
        syn::Data::Struct(data) => scope.structure(&attrs, &data.fields, input),
        syn::Data::Enum(data) => scope.enumeration(&attrs, data, &simple, input),
        syn::Data::Union(data) => {
            cx.error(
                data.union_token.span(),
                "a Rust `union` does not know which field it holds, so Avro has no form for it: write an enum",
            );
            return None;
        }
    };
    let used = scope.used;
    let (props, error) = declared(cx, &attrs, &data);
    Some(Container {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        used,
        name,
        aliases,
        doc,
        props,
        error,
        ambiguous_aliases: attrs.ambiguous_aliases.is_set(),
        data,
        evolution: attrs.evolution.into_inner(),
        history: attrs.history.into_inner(),
        subject: attrs.subject.into_inner(),
        gate: attrs.gate.into_inner(),
        runtime: attrs.runtime.into_inner().unwrap_or_else(|| syn::parse_quote!(::avro_runtime)),
        package,
    })
}

/// Type and const parameters that a field of the schema mentions.
fn used_parameters(input: &DeriveInput) -> Vec<Ident> {
    let silent = Ctxt::ignoring();
    let fields: Vec<&syn::Field> = match &input.data {
        syn::Data::Struct(data) => data.fields.iter().collect(),
        syn::Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        syn::Data::Union(_) => Vec::new(),
    };
    let types: Vec<_> = fields
        .into_iter()
        .filter(|field| !types::is_phantom(&field.ty) && !FieldAttrs::parse(&silent, &field.attrs).skip.is_set())
        .map(|field| field.ty.to_token_stream())
        .collect();
    let parameters = input.generics.params.iter().filter_map(|parameter| match parameter {
        syn::GenericParam::Type(ty) => Some(&ty.ident),
        syn::GenericParam::Const(constant) => Some(&constant.ident),
        syn::GenericParam::Lifetime(_) => None,
    });
    parameters.filter(|ident| types.iter().any(|ty| types::mentions(ty, ident))).cloned().collect()
}

fn doc(stated: Option<&DocAttr>, attributes: &[syn::Attribute]) -> Option<String> {
    match stated {
        Some(DocAttr::Text(text)) => Some(text.clone()),
        Some(DocAttr::None) => None,
        None => doc_comment(attributes),
    }
}

/// The properties of the type, its logical type's first, and whether it is an error; what the type cannot have is reported.
fn declared(cx: &Ctxt, attrs: &ContainerAttrs, data: &Data) -> (Vec<Property>, bool) {
    if let (Some(span), false) = (attrs.error.span(), matches!(data, Data::Record(_))) {
        cx.error(span, "`error` declares a record as an error, which this type is not: remove it");
    }
    let mut props = Vec::new();
    match data {
        Data::Fixed(fixed) => {
            if let Some((logical, span)) = fixed.logical {
                props = logical.properties(span);
            }
        }
        _ => {
            if let (Some(logical), Some(span)) = (attrs.logical.get(), attrs.logical.span()) {
                let instead = match data {
                    Data::Newtype(_) => "write it on what the newtype holds, or add `fixed`",
                    _ => "remove it",
                };
                let key = logical.key();
                cx.error(
                    span,
                    format_args!("`{key}` on a type is about a newtype over `[u8; N]` with `fixed`: {instead}"),
                );
            }
        }
    }
    for prop in &attrs.props {
        match data {
            Data::Newtype(_) => cx.error(
                prop.span,
                "a newtype has the schema of what it holds: write the schema with this property on that, \
                 `#[avro(schema_json = r#\"..\"#)]`, or add `record`",
            ),
            Data::Union(_) => {
                cx.error(prop.span, "an enum that carries data is a union, which has no properties: remove it")
            }
            Data::Enum(_) if prop.key == "default" => {
                cx.error(prop.span, "`default` is no property of an enum: write `#[avro(default)]` on a variant")
            }
            _ if props.iter().any(|earlier: &Property| earlier.key == prop.key) => {
                cx.error(prop.span, format_args!("the logical type says `{}` already: remove one of them", prop.key))
            }
            _ => props.push(prop.clone()),
        }
    }
    (props, attrs.error.is_set())
}

impl Scope<'_> {
    fn type_name(&self, simple: &str, span: Span) -> TypeName {
        let pieces = name::template(self.cx, simple, span, self.generics, &self.used);
        TypeName { namespace: self.namespace.clone(), bare: self.bare, pieces, span }
    }

    fn alias(&self, text: &LitStr) -> TypeName {
        let (namespace, simple) = name::split(self.cx, text);
        let pieces = name::template(self.cx, &simple, text.span(), self.generics, &self.used);
        let namespace = namespace.unwrap_or_else(|| self.namespace.clone());
        TypeName { namespace, bare: false, pieces, span: text.span() }
    }

    fn structure(&self, attrs: &ContainerAttrs, fields: &Fields, input: &DeriveInput) -> Data {
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

    fn inner(&self, field: Option<&syn::Field>) -> Option<Field> {
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

    fn fields(&self, fields: &Fields, rule: RenameRule) -> Vec<Field> {
        let mut lowered: Vec<Field> = Vec::new();
        let mut position = 0;
        for (index, field) in fields.iter().enumerate() {
            let attrs = FieldAttrs::parse(self.cx, &field.attrs);
            let skipped = attrs.skip.is_set() || types::is_phantom(&field.ty);
            let wire = match (attrs.name.get(), &field.ident) {
                (Some(text), _) => text.value(),
                (None, Some(ident)) => rule.apply_to_field(&ident.unraw().to_string()),
                (None, None) => index.to_string(),
            };
            let place = (!skipped).then_some(position);
            if let Some(field) = self.field_of(field, index, &attrs, wire, place) {
                position += usize::from(!skipped);
                lowered.push(field);
            }
        }
        lowered
    }

    fn field_of(
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
            if let Some((at, text)) = types::refusal(&field.ty) {
                self.cx.error_at(at, text);
            }
            if let (Some(text), true) = (attrs.name.get(), position.is_some()) {
                name::check_name(self.cx, text.span(), "field name", &text.value(), "");
            } else if !wire.is_empty() && field.ident.is_some() {
                name::check_name(self.cx, span, "field name", &wire, "name");
            }
            for alias in &attrs.aliases {
                name::check_name(self.cx, alias.span(), "alias", &alias.value(), "");
            }
        }
        let (default, adapter, adapter_span) =
            if position.is_some() { self.form(field, attrs) } else { (FieldDefault::None, Adapter::Plain, None) };
        Some(Field {
            member,
            span,
            vis: field.vis.clone(),
            ty: field.ty.clone(),
            wire,
            position,
            aliases: attrs.aliases.iter().map(LitStr::value).collect(),
            doc: doc(attrs.doc.get(), &field.attrs),
            default,
            order: attrs.order.get().copied().unwrap_or_default(),
            props: attrs.props.clone(),
            text: if position.is_some() { self.text(field, attrs) } else { None },
            adapter,
            adapter_span,
        })
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

    /// The default of a field and the adapter that its attributes choose.
    fn form(&self, field: &syn::Field, attrs: &FieldAttrs) -> (FieldDefault, Adapter, Option<Span>) {
        let cx = self.cx;
        let optional = types::option(&field.ty).is_some();
        let default = match attrs.default.get() {
            None => FieldDefault::OfType,
            Some(DefaultAttr::Zero) => FieldDefault::Zero(attrs.default.span().unwrap_or_else(Span::call_site)),
            Some(DefaultAttr::Value(value)) => match Tree::parse(cx, value) {
                Some(tree) => FieldDefault::Value { tree, shown: value.to_token_stream(), json: None },
                None => FieldDefault::OfType,
            },
            Some(DefaultAttr::Json(text)) => match Tree::of_json(&text.value()) {
                Ok((tree, json)) => FieldDefault::Value { tree, shown: text.to_token_stream(), json: Some(json) },
                Err(problem) => {
                    cx.error(text.span(), format_args!("this is no JSON text: {problem}"));
                    FieldDefault::OfType
                }
            },
        };
        let (mut adapter, mut adapter_span) = match self.base(field, attrs) {
            Some((span, base)) => (Self::lift(&field.ty, base), Some(span)),
            None => {
                if let Some((at, text)) = types::wide_integer(&field.ty) {
                    cx.error_at(at, text);
                }
                (Adapter::Plain, None)
            }
        };
        let value_first = optional
            && !attrs.null_first.is_set()
            && match &default {
                FieldDefault::Value { tree, .. } => !matches!(tree, Tree::Null),
                _ => false,
            };
        for (slot, key) in
            [(&attrs.required, "required"), (&attrs.null_last, "null_last"), (&attrs.null_first, "null_first")]
        {
            if let Some(span) = slot.span()
                && !optional
            {
                cx.error(
                    span,
                    format_args!("`{key}` is about the `null` of an `Option<..>`, which this field is not: remove it"),
                );
            }
        }
        if let (Some(span), true) = (attrs.required.span(), attrs.default.is_set()) {
            cx.error(span, "`required` says that there is no default, and `default` gives one: remove one of them");
        }
        if let (Some(span), true) = (attrs.null_first.span(), optional) {
            if attrs.null_last.is_set() {
                cx.error(span, "`null` is the first branch or the last one: keep one of `null_first` and `null_last`");
            } else if !matches!(&default, FieldDefault::Value { tree, json: Some(_), .. } if !matches!(tree, Tree::Null))
            {
                cx.error(
                    span,
                    "`null_first` keeps `null` in front of a default of another branch, `default_json = r#\"..\"#`; without one \
                     `null` is first: remove it",
                );
            }
        }
        let mut default = default;
        if optional && attrs.null_last.is_set() {
            if matches!(default, FieldDefault::Value { tree: Tree::Null, json: None, .. } | FieldDefault::Zero(_)) {
                let span = attrs.null_last.span().unwrap_or_else(Span::call_site);
                cx.error(span, "a default of `null` needs `null` as the first branch: remove `null_last`, or give a default of the other branch");
            }
            if matches!(default, FieldDefault::OfType) {
                default = FieldDefault::None;
            }
        }
        if attrs.required.is_set() {
            default = FieldDefault::None;
        }
        if optional && (value_first || attrs.null_last.is_set()) {
            let inner = match adapter {
                Adapter::Opt(inner) => inner,
                _ => Box::new(Adapter::Plain),
            };
            adapter = Adapter::NullLast(inner);
            adapter_span = adapter_span.or(attrs.null_last.span()).or(attrs.default.span());
        }
        (default, adapter, adapter_span)
    }

    /// The adapter that an attribute names, before it is lifted through `Option`, `Vec` and the like.
    fn base(&self, field: &syn::Field, attrs: &FieldAttrs) -> Option<(Span, Adapter)> {
        let cx = self.cx;
        let mut chosen: Option<(Span, Adapter)> = None;
        let mut choose = |span: Span, adapter: Option<Adapter>| {
            if let Some(adapter) = adapter {
                if chosen.is_some() {
                    cx.error(span, "two attributes choose the form of this field: keep one");
                } else {
                    chosen = Some((span, adapter));
                }
            }
        };
        if let (Some(form), Some(span)) = (attrs.form.get(), attrs.form.span()) {
            let unit = match attrs.unit.get() {
                None => None,
                Some(text) => match UNITS.iter().find(|(unit, _)| *unit == text.value()) {
                    Some((_, adapter)) if *form == Form::Long => Some(*adapter),
                    Some(_) => {
                        cx.error(text.span(), "a unit belongs to a number: write `as = \"long\"`");
                        None
                    }
                    None => {
                        cx.error(
                            text.span(),
                            format_args!("`{}` is no unit: one of \"s\", \"ms\", \"us\", \"ns\"", text.value()),
                        );
                        None
                    }
                },
            };
            choose(span, Some(unit.map_or(Adapter::Form(*form), Adapter::Named)));
        } else if let Some(span) = attrs.unit.span() {
            cx.error(span, "a unit belongs to a number: write `as = \"long\"` as well");
        }
        if let (Some(logical), Some(span)) = (attrs.logical.get(), attrs.logical.span()) {
            if !attrs.form.is_set()
                && let Some(text) = types::misplaced_logical(*logical, &field.ty)
            {
                cx.error(span, text);
            }
            choose(
                span,
                match *logical {
                    Logical::Plain(row) => row.adapter.map(Adapter::Named),
                    Logical::Decimal { precision, scale } => Some(Adapter::Decimal { precision, scale }),
                },
            );
        }
        if let (Some(text), Some(span)) = (attrs.fixed.get(), attrs.fixed.span()) {
            let (namespace, simple) = name::split(cx, text);
            name::check_name(cx, text.span(), "name", &simple, "");
            let name = TypeName {
                bare: self.bare && namespace.is_none(),
                namespace: namespace.unwrap_or_else(|| self.namespace.clone()),
                pieces: vec![Piece::Text(simple)],
                span: text.span(),
            };
            match innermost_bytes(&field.ty) {
                Some(size) => {
                    let index = self.fixed.replace(self.fixed.get() + 1);
                    choose(span, Some(Adapter::Fixed(Box::new(FixedForm { index, name, size }))));
                }
                None => cx.error(span, "`fixed` names the type of bytes of one length: the field holds `[u8; N]`"),
            }
        }
        chosen
    }

    /// Carries `base` through `Option<..>`, `Vec<..>`, `Box<..>` and maps to the type that it is meant for.
    fn lift(ty: &Type, base: Adapter) -> Adapter {
        let of_bytes = matches!(&base, Adapter::Decimal { .. } | Adapter::Named("BigDecimal")) && types::is_bytes(ty);
        if of_bytes || matches!(&base, Adapter::Fixed(..)) && types::byte_array(ty).is_some() {
            return base;
        }
        if let Some((ident, inner)) = types::wrapper(ty) {
            match ident.to_string().as_str() {
                "Option" => return Adapter::Opt(Box::new(Self::lift(inner, base))),
                "Vec" => return Adapter::Seq(Box::new(Self::lift(inner, base))),
                "Box" => return Adapter::Boxed(Box::new(Self::lift(inner, base))),
                _ => {}
            }
        }
        if let Some((_, value)) = types::map(ty) {
            return Adapter::Values(Box::new(Self::lift(value, base)));
        }
        base
    }

    fn enumeration(&self, attrs: &ContainerAttrs, data: &syn::DataEnum, simple: &str, input: &DeriveInput) -> Data {
        let cx = self.cx;
        for (slot, key) in [(&attrs.record, "record"), (&attrs.fixed, "fixed")] {
            if let Some(span) = slot.span() {
                cx.error(span, format_args!("`{key}` belongs on a newtype struct"));
            }
        }
        if data.variants.is_empty() {
            cx.error(input.ident.span(), "an enum without variants has no value to write: add a variant");
        }
        let variants: Vec<_> =
            data.variants.iter().map(|variant| (variant, VariantAttrs::parse(cx, &variant.attrs))).collect();
        let plain = data.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit));
        let null = variants.iter().any(|(_, attrs)| attrs.null.is_set());
        let rule = attrs.rename_all.get().copied().unwrap_or_default();
        if plain && !null {
            return Data::Enum(self.symbols(&variants, rule, attrs));
        }
        let fields_rule = attrs.rename_all_fields.get().copied().unwrap_or_default();
        for alias in &attrs.aliases {
            cx.error(
                alias.span(),
                "an enum that carries data is a union, which has no name: write `alias` on the variants",
            );
        }
        Data::Union(
            variants
                .iter()
                .filter_map(|(variant, attrs)| self.branch(variant, attrs, simple, rule, fields_rule))
                .collect(),
        )
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
            for (span, key) in [
                (attrs.aliases.first().map(LitStr::span), "alias"),
                (attrs.doc.span(), "doc"),
                (attrs.rename_all.span(), "rename_all"),
            ] {
                if let Some(span) = span {
                    cx.error(span, format_args!("an enum's symbol has no `{key}` in Avro"));
                }
            }
            let (wire, span) = match attrs.name.get() {
                Some(text) => (text.value(), text.span()),
                None => (rule.apply_to_variant(&variant.ident.unraw().to_string()), variant.ident.span()),
            };
            let hint = if attrs.name.is_set() { "" } else { "name" };
            name::check_name(cx, span, "symbol", &wire, hint);
            if let Some(first) = symbols.iter().find(|symbol| symbol.wire == wire) {
                cx.error(span, format_args!("the symbol `{wire}` is already that of `{}`", first.ident));
            }
            let default = attrs.default.is_set();
            if let (Some(span), Some(first)) = (attrs.default.span(), symbols.iter().find(|symbol| symbol.default)) {
                cx.error(span, format_args!("an enum has one default: `{}` is it already", first.ident));
            }
            symbols.push(Symbol { ident: variant.ident.clone(), wire, default });
        }
        symbols
    }

    fn branch(
        &self,
        variant: &syn::Variant,
        attrs: &VariantAttrs,
        simple: &str,
        rule: RenameRule,
        fields_rule: RenameRule,
    ) -> Option<Branch> {
        let cx = self.cx;
        let ident = variant.ident.clone();
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
            Fields::Unit if attrs.null.is_set() => Content::Null,
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                for (span, key) in [(attrs.name.span(), "name"), (attrs.aliases.first().map(LitStr::span), "alias")] {
                    if let Some(span) = span {
                        cx.error(
                            span,
                            format_args!(
                                "this branch is what the variant holds, so `{key}` has no effect: write it on that type, or give the variant named fields"
                            ),
                        );
                    }
                }
                let field = self.inner(fields.unnamed.first())?;
                if let Some(inner) = types::option(&field.ty) {
                    cx.error_at(
                        &field.ty,
                        format_args!(
                            "an `Option` is a union, and a union cannot stand directly in a union: write a unit variant with `#[avro(null)]`, and the variant with `{}`",
                            inner.to_token_stream()
                        ),
                    );
                }
                Content::Newtype(Box::new(field))
            }
            Fields::Unnamed(fields) => {
                cx.error_at(
                    fields,
                    format_args!(
                        "the parts of a record have names: write `{} {{ first: .., second: .. }}`",
                        variant.ident
                    ),
                );
                return None;
            }
            fields => {
                let span = attrs.name.get().map_or_else(|| ident.span(), LitStr::span);
                let name = match attrs.name.get() {
                    Some(text) => {
                        let (namespace, own) = name::split(cx, text);
                        let mut name = self.type_name(&own, span);
                        if let Some(namespace) = namespace {
                            (name.namespace, name.bare) = (namespace, false);
                        }
                        name
                    }
                    None => {
                        let own = rule.apply_to_variant(&ident.unraw().to_string());
                        self.type_name(&format!("{simple}{own}"), span)
                    }
                };
                Content::Record(BranchRecord {
                    name,
                    aliases: attrs.aliases.iter().map(|alias| self.alias(alias)).collect(),
                    doc: doc(attrs.doc.get(), &variant.attrs),
                    fields: self.fields(fields, attrs.rename_all.get().copied().unwrap_or(fields_rule)),
                    unit: matches!(fields, Fields::Unit),
                })
            }
        };
        Some(Branch { ident, content })
    }
}

/// The length of the `[u8; N]` in `Option<[u8; N]>`, `Vec<[u8; N]>` and the like.
fn innermost_bytes(ty: &Type) -> Option<syn::Expr> {
    if let Some(size) = types::byte_array(ty) {
        return Some(size.clone());
    }
    types::wrapper(ty).or_else(|| types::map(ty)).and_then(|(_, inner)| innermost_bytes(inner))
}

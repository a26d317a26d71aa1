//! From syn's tree and the attributes to the derive's own: the type as a whole here, its parts in the modules.

mod enums;
mod fields;
mod form;
mod structs;

use std::cell::Cell;

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{DeriveInput, Generics, LitStr, Type};

use crate::ast::{Container, Data};
use crate::attr::{ContainerAttrs, DocAttr, FieldAttrs, Form, Property, deprecated, doc_comment, refuse_deprecated};
use crate::error::Ctxt;
use crate::name::{self, TypeName};
use crate::package::Package;
use crate::types;

/// What the fields of a type share.
struct Scope<'a> {
    cx: &'a Ctxt,
    generics: &'a Generics,
    used: Vec<Ident>,
    projected: Vec<String>,
    namespace: String,
    bare: bool,
    /// How many named fixed types the fields have declared so far.
    fixed: Cell<usize>,
    /// How many schemas of positions were given as text so far.
    texts: Cell<usize>,
    /// How many modules convert fields so far.
    with: Cell<usize>,
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
    let namespace = own.or(stated).or_else(|| package.settings.namespace.clone());
    let (used, projected) = used_parameters(input, &simple);
    let scope = Scope {
        cx,
        generics: &input.generics,
        used,
        projected,
        bare: namespace.is_none(),
        namespace: namespace.unwrap_or_default(),
        fixed: Cell::new(0),
        texts: Cell::new(0),
        with: Cell::new(0),
    };
    let name = scope.type_name(&simple, span);
    let aliases = attrs.aliases.iter().map(|alias| scope.alias(alias)).collect();
    let doc = doc(attrs.doc.get(), &input.attrs);
    let (data, other) = match &input.data {
        syn::Data::Struct(data) => (scope.structure(&attrs, &data.fields, input), None),
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
    let (props, error) = declared(cx, &attrs, &data, input);
    Some(Container {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        used,
        identity: (input.generics.type_params().next().is_none() && input.generics.const_params().next().is_none())
            .then(|| crate::source::identity(&input.ident))
            .flatten(),
        name,
        aliases,
        doc,
        props,
        error,
        ambiguous_aliases: attrs.ambiguous_aliases.is_set(),
        own_map_key: attrs.own_map_key.is_set(),
        data,
        other,
        evolution: attrs.evolution.into_inner(),
        history: attrs.history.into_inner(),
        subject: attrs.subject.into_inner(),
        gate: attrs.gate.into_inner(),
        severities: attrs.severities,
        runtime: attrs.runtime.into_inner().unwrap_or_else(|| syn::parse_quote!(::avro_runtime)),
        package,
    })
}

/// Type and const parameters that are in a field of the schema, or in its name, `Page{T}`; and the types that parameters only
/// lead to, `T::Item`.
fn used_parameters(input: &DeriveInput, name: &str) -> (Vec<Ident>, Vec<String>) {
    let silent = Ctxt::ignoring();
    let fields: Vec<&syn::Field> = match &input.data {
        syn::Data::Struct(data) => data.fields.iter().collect(),
        syn::Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        syn::Data::Union(_) => Vec::new(),
    };
    let types: Vec<Type> = fields
        .into_iter()
        .filter(|field| !types::is_phantom(&field.ty))
        .filter_map(|field| {
            let attrs = FieldAttrs::parse(&silent, &field.attrs);
            match attrs.via.get() {
                _ if attrs.skip.is_set() || attrs.with.is_set() => None,
                // the schema of these is the same whatever the type is
                _ if matches!(attrs.form.get(), Some(Form::Long | Form::String)) => None,
                Some(via) => Some(via.clone()),
                // whatever the keys are, they are strings
                None if attrs.text_keys.is_set() => Some(types::lifted(&field.ty).clone()),
                None => Some(field.ty.clone()),
            }
        })
        .collect();
    let parameters = input.generics.params.iter().filter_map(|parameter| match parameter {
        syn::GenericParam::Type(ty) => Some(&ty.ident),
        syn::GenericParam::Const(constant) => Some(&constant.ident),
        syn::GenericParam::Lifetime(_) => None,
    });
    let named = |ident: &Ident| name.contains(&format!("{{{ident}}}")) || name.contains(&format!("{{{ident}.full}}"));
    let tokens: Vec<_> = types.iter().map(ToTokens::to_token_stream).collect();
    let used =
        parameters.filter(|ident| named(ident) || tokens.iter().any(|ty| types::is_in(ty, ident))).cloned().collect();
    let all: Vec<_> = input.generics.type_params().map(|parameter| &parameter.ident).collect();
    let mut found = Vec::new();
    types.iter().for_each(|ty| types::projections(ty, &all, &mut found));
    let mut projected: Vec<(String, String)> = Vec::new();
    for ty in found {
        let tokens = ty.to_token_stream();
        // `<T as Source>::Item` is `T::Item`.
        let from = match ty {
            Type::Path(path) => path.qself.as_ref().map(|from| from.ty.to_token_stream()),
            _ => None,
        };
        let short = match (from, types::last_ident(ty)) {
            (Some(from), Some(name)) => quote::quote!(#from::#name),
            _ => tokens.clone(),
        };
        let short = short.to_string();
        if all.iter().any(|parameter| types::mentions(&tokens, parameter))
            && !projected.iter().any(|(known, _)| *known == short)
        {
            projected.push((short, tokens.to_string()));
        }
    }
    let projected = projected.into_iter().map(|(_, ty)| ty).collect();
    (used, projected)
}

fn doc(stated: Option<&DocAttr>, attributes: &[syn::Attribute]) -> Option<String> {
    match stated {
        Some(DocAttr::Text(text)) => Some(text.clone()),
        Some(DocAttr::None) => None,
        None => doc_comment(attributes),
    }
}

/// The properties of the type, its logical type's first, and whether it is an error; what the type cannot have is reported.
fn declared(cx: &Ctxt, attrs: &ContainerAttrs, data: &Data, input: &DeriveInput) -> (Vec<Property>, bool) {
    if let (Some(span), false) = (attrs.own_map_key.span(), matches!(data, Data::Newtype(..))) {
        cx.error(
            span,
            "only a newtype over a text is the key of a map without being told, which this type is not: remove it",
        );
    }
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
                    Data::Newtype(..) => "write it on what the newtype holds, or add `fixed`",
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
            Data::Newtype(..) => cx.error(
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
    if !attrs.for_rust_alone.is_set() {
        let refuse = |why, instead| refuse_deprecated(cx, &input.attrs, why, &input.ident, instead);
        match data {
            Data::Newtype(..) => refuse("a newtype has the schema of what it holds", "add `record`, or "),
            Data::Union(_) => {
                refuse("an enum that carries data is a union, which has no properties", "mark the variants, or ")
            }
            _ => add_deprecated(&mut props, &input.attrs),
        }
    }
    (props, attrs.error.is_set())
}

/// Adds the property of `#[deprecated]`, where `props` has none of that name.
fn add_deprecated(props: &mut Vec<Property>, attributes: &[syn::Attribute]) {
    if let Some(property) = deprecated(attributes)
        && !props.iter().any(|earlier| earlier.key == property.key)
    {
        props.push(property);
    }
}

impl Scope<'_> {
    fn type_name(&self, simple: &str, span: Span) -> TypeName {
        let pieces = name::template(self.cx, simple, span, self.generics, &self.used, &self.projected);
        TypeName { namespace: self.namespace.clone(), bare: self.bare, pieces, span }
    }

    fn alias(&self, text: &LitStr) -> TypeName {
        let (namespace, simple) = name::split(self.cx, text);
        let pieces = name::template(self.cx, &simple, text.span(), self.generics, &self.used, &self.projected);
        let namespace = namespace.unwrap_or_else(|| self.namespace.clone());
        TypeName { namespace, bare: false, pieces, span: text.span() }
    }
}

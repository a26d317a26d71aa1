//! Generics of the impls: bounds are inferred from the fields, as serde does.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{GenericParam, Generics, WherePredicate, parse_quote};

use crate::ast::{Container, Field};
use crate::emit::codec;
use crate::types;

/// The trait that is implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// `AvroSchema`
    Schema,
    /// `AvroEncode`
    Encode,
    /// `AvroDecode<'__de>`
    Decode,
}

impl Role {
    fn bound(self) -> TokenStream {
        match self {
            Role::Schema => quote!(__avro::AvroSchema),
            Role::Encode => quote!(__avro::AvroEncode),
            Role::Decode => quote!(__avro::AvroDecode<'__de>),
        }
    }

    /// The same of a field behind an adapter, if what the adapter asks is not known.
    fn adapted(self, field: &Field) -> Option<TokenStream> {
        match self {
            Role::Schema => codec::bound(field, "SchemaAs", None),
            Role::Encode => codec::bound(field, "EncodeAs", None),
            Role::Decode => codec::bound(field, "DecodeAs", Some(&quote!('__de))),
        }
    }
}

/// The generics of `container` where each type parameter that the schema depends on has the bound of `role`; of one that only leads
/// to types, `T::Item`, those have it.
pub(super) fn bounded(container: &Container, role: Role) -> Generics {
    let mut generics = container.generics.clone();
    let all: Vec<_> = container.generics.type_params().map(|parameter| &parameter.ident).collect();
    if all.is_empty() {
        return generics;
    }
    let parameters: Vec<_> = all.iter().copied().filter(|ident| container.used.contains(ident)).collect();
    let bound = role.bound();
    let fields = container.all_fields();
    let mut projections = Vec::new();
    let mut predicates: Vec<WherePredicate> =
        parameters.iter().map(|parameter| parse_quote!(#parameter: #bound)).collect();
    for field in &fields {
        let tokens = field.ty.to_token_stream();
        if all.iter().any(|parameter| types::mentions(&tokens, parameter))
            && let Some(adapted) = role.adapted(field)
        {
            predicates.push(parse_quote!(#adapted));
        } else if !codec::is_converted(field) {
            types::projections(&field.ty, &all, &mut projections);
        }
    }
    let mut seen = Vec::new();
    for projection in projections {
        let text = projection.to_token_stream().to_string();
        if !seen.contains(&text) {
            seen.push(text);
            predicates.push(parse_quote!(#projection: #bound));
        }
    }
    if !predicates.is_empty() {
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

/// What an instance of a generic type makes of its arguments, checked where it is written.
pub(super) fn checked(container: &Container) -> TokenStream {
    if !container.is_generic() {
        return TokenStream::new();
    }
    quote! {
        const {
            if let __avro::Some(text) = __avro::instance_problem(<Self as __avro::AvroSchema>::SCHEMA) {
                __avro::core::panic!("{}", text.as_str());
            }
        }
    }
}

/// `generics` where skipped fields have the default that reading gives them, if that depends on a parameter.
pub(super) fn with_defaults(container: &Container, mut generics: Generics) -> Generics {
    let parameters: Vec<_> = container.generics.type_params().map(|parameter| parameter.ident.clone()).collect();
    for field in container.skipped_fields() {
        let ty = &field.ty;
        let tokens = ty.to_token_stream();
        if parameters.iter().any(|parameter| types::mentions(&tokens, parameter)) {
            generics.make_where_clause().predicates.push(parse_quote!(#ty: __avro::Default));
        }
    }
    generics
}

/// `generics` with the lifetime of the data in front, which outlives every lifetime of the type.
pub(super) fn with_data_lifetime(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let outlived: Vec<_> = generics.lifetimes().map(|lifetime| lifetime.lifetime.clone()).collect();
    let lifetime: GenericParam =
        if outlived.is_empty() { parse_quote!('__de) } else { parse_quote!('__de: #(#outlived)+*) };
    generics.params.insert(0, lifetime);
    generics
}

/// `#[automatically_derived] impl<..> header for Type<..> where .. { body }`.
pub(super) fn implementation(
    container: &Container,
    generics: &Generics,
    header: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let ident = &container.ident;
    let (parameters, _, clause) = generics.split_for_impl();
    let (_, arguments, _) = container.generics.split_for_impl();
    let clause = clause.map(|clause| clause.to_token_stream());
    quote! {
        #[automatically_derived]
        impl #parameters #header for #ident #arguments #clause {
            #body
        }
    }
}

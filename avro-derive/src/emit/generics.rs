//! Generics of the impls: bounds are inferred from the fields, as serde does.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{GenericParam, Generics, WherePredicate, parse_quote};

use crate::ast::Container;
use crate::types;

/// The generics of `container` where each type parameter that the schema depends on has the bound `bound`.
pub(super) fn bounded(container: &Container, bound: &TokenStream) -> Generics {
    let mut generics = container.generics.clone();
    let parameters: Vec<_> = container
        .generics
        .type_params()
        .map(|parameter| &parameter.ident)
        .filter(|ident| container.used.contains(ident))
        .collect();
    if parameters.is_empty() {
        return generics;
    }
    let fields = container.all_fields();
    let mut projections = Vec::new();
    for field in &fields {
        types::projections(&field.ty, &parameters, &mut projections);
    }
    let mut predicates: Vec<WherePredicate> =
        parameters.iter().map(|parameter| parse_quote!(#parameter: #bound)).collect();
    let mut seen = Vec::new();
    for projection in projections {
        let text = projection.to_token_stream().to_string();
        if !seen.contains(&text) {
            seen.push(text);
            predicates.push(parse_quote!(#projection: #bound));
        }
    }
    generics.make_where_clause().predicates.extend(predicates);
    generics
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

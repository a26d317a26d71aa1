//! Generics of the impls: bounds are inferred from the fields, as serde does.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::{GenericParam, Generics, TypeParamBound, WherePredicate, parse_quote};

use crate::ast::{Container, Field};
use crate::emit::adapter;
use crate::types::{self, Keys};

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

    /// The same of what is a key of the map called `map`.
    fn of_key(self, keys: Keys, map: &Ident) -> TokenStream {
        let own = match (keys, self) {
            (Keys::Text, _) => quote!(__avro::core::fmt::Display + __avro::core::str::FromStr),
            (_, Role::Decode) => quote!(__avro::ReadMapKey<'__de>),
            _ => quote!(__avro::MapKey),
        };
        match self {
            Role::Decode if map == "BTreeMap" => quote!(#own + __avro::core::cmp::Ord),
            Role::Decode => quote!(#own + __avro::core::cmp::Eq + __avro::core::hash::Hash),
            Role::Schema | Role::Encode => own,
        }
    }

    /// What stands for it in the runtime's module `needs`.
    pub(super) fn name(self) -> Ident {
        format_ident!(
            "{}",
            match self {
                Role::Schema => "Schema",
                Role::Encode => "Encode",
                Role::Decode => "Decode",
            }
        )
    }

    /// The same of a field behind an adapter, if what the adapter asks is not known.
    fn adapted(self, field: &Field) -> Option<TokenStream> {
        match self {
            Role::Schema => adapter::bound(field, "SchemaAs", None),
            Role::Encode => adapter::bound(field, "EncodeAs", None),
            Role::Decode => adapter::bound(field, "DecodeAs", Some(&quote!('__de))),
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
    let stated = |ty: &TokenStream, is: &dyn Fn(&TypeParamBound) -> bool| {
        role == Role::Decode && stated(&container.generics, ty).into_iter().any(is)
    };
    let is_unsized = |parameter: &&Ident| stated(&parameter.to_token_stream(), &is_maybe);
    let unsized_parameters: Vec<_> = parameters.iter().copied().filter(is_unsized).collect();
    let mut predicates: Vec<WherePredicate> = parameters
        .iter()
        .map(|parameter| {
            let is_decode = |bound: &TypeParamBound| is_maybe(bound) || is_trait(bound, "AvroDecode");
            let bound = match stated(&parameter.to_token_stream(), &is_decode) {
                true => Role::Schema.bound(),
                false => bound.clone(),
            };
            parse_quote!(#parameter: #bound)
        })
        .collect();
    for field in &fields {
        let (ty, tokens) = (&field.ty, field.ty.to_token_stream());
        if all.iter().any(|parameter| types::mentions(&tokens, parameter))
            && let Some(adapted) = role.adapted(field)
        {
            predicates.push(parse_quote!(#adapted));
            continue;
        }
        if adapter::is_converted(field) {
            continue;
        }
        types::projections(ty, &all, &mut projections);
        // What is read has a size, so it is what holds the value. Of a type in itself that is what is being told.
        if unsized_parameters.iter().any(|parameter| types::mentions(&tokens, parameter))
            && !types::holds(ty, &container.ident, &|_| true)
        {
            predicates.push(parse_quote!(#ty: #bound));
        }
    }
    for field in &fields {
        for (map, key, keys) in types::keyed(&field.ty, field.text_keys) {
            let tokens = key.to_token_stream();
            if all.iter().any(|parameter| types::mentions(&tokens, parameter))
                && !stated(&tokens, &|bound| is_trait(bound, "ReadMapKey"))
            {
                let bound = role.of_key(keys, map);
                predicates.push(parse_quote!(#key: #bound));
            }
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

/// The bounds that the user's own text puts on `ty`.
fn stated<'a>(generics: &'a Generics, ty: &TokenStream) -> Vec<&'a TypeParamBound> {
    let text = ty.to_string();
    let own =
        generics.type_params().filter(|parameter| parameter.ident == text).flat_map(|parameter| &parameter.bounds);
    let clause = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let in_clause = clause.filter_map(|predicate| match predicate {
        WherePredicate::Type(of) if of.bounded_ty.to_token_stream().to_string() == text => Some(&of.bounds),
        _ => None,
    });
    own.chain(in_clause.flatten()).collect()
}

/// `?Sized`
fn is_maybe(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::Trait(bound) if bound.maybe.is_some())
}

/// `for<'de> path::name<'de>`: beside it the same for one lifetime would be ambiguous.
fn is_trait(bound: &TypeParamBound, name: &str) -> bool {
    matches!(bound, TypeParamBound::Trait(bound) if bound.path.segments.last().is_some_and(|last| last.ident == name))
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

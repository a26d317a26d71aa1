//! The type that the derive stands on, in its own fields and bounds: its parameters, itself, other instances of it.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, PathArguments, Type};

use super::*;

/// Whether `ident` occurs anywhere in `tokens`.
pub(crate) fn mentions(tokens: &TokenStream, ident: &Ident) -> bool {
    has(tokens, &|token| matches!(token, TokenTree::Ident(found) if found == ident))
}

/// Whether the parameter `ident` is a part of the type `tokens`: in `Vec<T>` it is, `Vec<T::Item>` and `Vec<<T as Iterator>::Item>` are
/// other types that it leads to.
pub(crate) fn is_in(tokens: &TokenStream, ident: &Ident) -> bool {
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let found = match &token {
            TokenTree::Ident(found) => {
                found == ident
                    && match tokens.peek() {
                        Some(TokenTree::Punct(next)) => next.as_char() != ':',
                        Some(TokenTree::Ident(next)) => next != "as",
                        _ => true,
                    }
            }
            TokenTree::Group(group) => is_in(&group.stream(), ident),
            _ => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Whether a token that is `sought` is anywhere in `tokens`.
pub(super) fn has(tokens: &TokenStream, sought: &dyn Fn(&TokenTree) -> bool) -> bool {
    tokens.clone().into_iter().any(|token| match &token {
        TokenTree::Group(group) => has(&group.stream(), sought),
        token => sought(token),
    })
}

/// `ty` as it reads outside of an impl: `Self` is the type's name, every lifetime is `'static`.
pub(crate) fn outside(ty: &Type, this: &TokenStream) -> TokenStream {
    outside_tokens(ty.to_token_stream(), this)
}

/// As [`outside`].
pub(crate) fn outside_tokens(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    rewritten(tokens, "static", Some(this))
}

/// `tokens` where every lifetime is `'name`.
pub(crate) fn with_lifetimes(tokens: TokenStream, name: &str) -> TokenStream {
    let is_lifetime = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'');
    if has(&tokens, &is_lifetime) { rewritten(tokens, name, None) } else { tokens }
}

/// `tokens` where every lifetime is `'lifetime`, and `Self` is `this` if that is given.
fn rewritten(tokens: TokenStream, lifetime: &str, this: Option<&TokenStream>) -> TokenStream {
    let mut out = TokenStream::new();
    let mut in_lifetime = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if in_lifetime => {
                out.extend([TokenTree::Ident(Ident::new(lifetime, ident.span()))]);
                in_lifetime = false;
            }
            TokenTree::Ident(ident) if ident == "Self" => match this {
                Some(this) => out.extend(this.clone()),
                None => out.extend([TokenTree::Ident(ident)]),
            },
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), rewritten(group.stream(), lifetime, this));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            other => {
                in_lifetime = matches!(&other, TokenTree::Punct(punct) if punct.as_char() == '\'');
                out.extend([other]);
            }
        }
    }
    out
}

/// The type itself as it reads outside of its impls: lifetimes are `'static`.
pub(crate) fn this(ident: &Ident, generics: &Generics) -> TokenStream {
    if generics.params.is_empty() {
        return quote::quote!(#ident);
    }
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(_) => quote::quote!('static),
        GenericParam::Type(ty) => ty.ident.to_token_stream(),
        GenericParam::Const(constant) => constant.ident.to_token_stream(),
    });
    quote::quote!(#ident<#(#arguments),*>)
}

/// `T::Item` paths of a type parameter anywhere in `ty`, for which bounds are needed as well.
pub(crate) fn projections<'a>(ty: &'a Type, parameters: &[&Ident], found: &mut Vec<&'a Type>) {
    match peel(ty) {
        Type::Path(path) => {
            if let Some(qualified) = &path.qself {
                projections(&qualified.ty, parameters, found);
                found.push(ty);
                return;
            }
            if path.path.segments.len() > 1
                && path.path.segments.first().is_some_and(|first| parameters.contains(&&first.ident))
            {
                found.push(ty);
            }
            for segment in &path.path.segments {
                if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
                    for argument in &arguments.args {
                        if let GenericArgument::Type(inner) = argument {
                            projections(inner, parameters, found);
                        }
                    }
                }
            }
        }
        Type::Reference(reference) => projections(&reference.elem, parameters, found),
        Type::Array(array) => projections(&array.elem, parameters, found),
        Type::Slice(slice) => projections(&slice.elem, parameters, found),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|element| projections(element, parameters, found)),
        _ => {}
    }
}

/// Whether `ty` is written as an instance of a generic type that is none of std's lists, maps, options and pointers; what such
/// an instance makes of its argument is seen nowhere else.
pub(crate) fn is_instance(ty: &Type) -> bool {
    match lift(ty) {
        Some((_, inner)) => is_instance(inner),
        None => first_argument(ty).is_some(),
    }
}

/// Whether every `ty` holds a `this`: behind pointers alone.
pub(crate) fn always_holds(ty: &Type, this: &Ident) -> bool {
    match wrapper(ty) {
        Some((ident, inner)) if is_one_of(ident, &POINTERS) => is_itself(inner, this) || always_holds(inner, this),
        _ => false,
    }
}

/// Whether `ty` is `this`, or holds it through types that have no name in Avro: lists, maps, options and pointers.
pub(crate) fn leads_to(ty: &Type, this: &Ident) -> bool {
    holds(ty, this, &|wrapper| {
        let name = wrapper.to_string();
        carries(&name) || MAPS.contains(&name.as_str())
    })
}

/// Whether `ty` is `Self` or the bare identifier `this`, whatever its arguments are.
pub(crate) fn is_itself(ty: &Type, this: &Ident) -> bool {
    match peel(ty) {
        Type::Path(path) => {
            path.qself.is_none()
                && path.path.leading_colon.is_none()
                && path.path.segments.len() == 1
                && path.path.segments.first().is_some_and(|first| first.ident == *this || first.ident == "Self")
        }
        _ => false,
    }
}

/// An instance of the type `this` in `ty` with other arguments than the type's own parameters.
pub(crate) fn other_instance<'a>(ty: &'a Type, this: &Ident, generics: &Generics) -> Option<&'a Type> {
    let of_arguments = |path: &'a syn::TypePath| {
        let arguments = path.path.segments.iter().filter_map(|segment| match &segment.arguments {
            PathArguments::AngleBracketed(arguments) => Some(arguments.args.iter()),
            _ => None,
        });
        arguments.flatten().find_map(|argument| match argument {
            GenericArgument::Type(inner) => other_instance(inner, this, generics),
            _ => None,
        })
    };
    match peel(ty) {
        Type::Path(path) if is_itself(ty, this) => {
            let segment = path.path.segments.first()?;
            let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
            let given = arguments.args.iter().filter(|argument| !matches!(argument, GenericArgument::Lifetime(_)));
            let given: Vec<String> = given.map(|argument| argument.to_token_stream().to_string()).collect();
            let own = generics.params.iter().filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Lifetime(_) => None,
            });
            (!own.eq(given)).then_some(ty)
        }
        Type::Path(path) => of_arguments(path),
        Type::Array(array) => other_instance(&array.elem, this, generics),
        Type::Slice(slice) => other_instance(&slice.elem, this, generics),
        Type::Reference(reference) => other_instance(&reference.elem, this, generics),
        _ => None,
    }
}

/// Whether `this` stands somewhere in `ty`, inside wrappers that `through` lets pass. Only `Self` and the bare identifier
/// count: a longer path may be another type of that name.
pub(crate) fn holds(ty: &Type, this: &Ident, through: &dyn Fn(&Ident) -> bool) -> bool {
    match peel(ty) {
        Type::Path(path) => {
            let Some(segment) = path.path.segments.last() else { return false };
            if path.path.segments.len() == 1
                && path.path.leading_colon.is_none()
                && (segment.ident == *this || segment.ident == "Self")
            {
                return true;
            }
            let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
            through(&segment.ident)
                && arguments
                    .args
                    .iter()
                    .any(|argument| matches!(argument, GenericArgument::Type(inner) if holds(inner, this, through)))
        }
        Type::Array(array) => holds(&array.elem, this, through),
        Type::Slice(slice) => holds(&slice.elem, this, through),
        Type::Reference(reference) => holds(&reference.elem, this, through),
        Type::Tuple(tuple) => tuple.elems.iter().any(|element| holds(element, this, through)),
        _ => false,
    }
}

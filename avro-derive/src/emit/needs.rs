//! One error for a type that has no schema, not one for each thing that is done with it.
//!
//! ```text
//! #[derive(AvroSchema)] struct Order { customer: Option<Customer> }
//! ->
//! fn encode(&self, out: &mut Encoder<'_>) {
//!     { let _ = (<Customer as needs::Form>::met, <Customer as needs::Known<'_>>::met); <Option<Customer> as AvroEncode>::encode(..) }
//! }
//! ```
//!
//! Of the errors at one place the compiler leaves out what another one implies, and an error in the same words at the same place
//! as an earlier one. So what a field's type needs is said at the place of each use of it, in front of it, in the same words.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};

use crate::ast::{Adapter, Field};
use crate::attr::Form;
use crate::emit::adapter::{self, at_adapter};
use crate::emit::generics::Role;
use crate::types;

/// `use_of`, an expression, behind what the field's type needs where `role` is implemented.
pub(super) fn before(field: &Field, role: Role, use_of: TokenStream) -> TokenStream {
    match needs(field, Some(role)) {
        Some(needs) => quote!({ let _ = #needs; #use_of }),
        None => use_of,
    }
}

/// What the field's type needs, as an item; outside of the impls, so nothing that depends on a type parameter.
pub(super) fn alone(field: &Field) -> TokenStream {
    needs(field, None).map(|needs| quote!(const _: () = { let _ = #needs; };)).unwrap_or_default()
}

fn needs(field: &Field, role: Option<Role>) -> Option<TokenStream> {
    let own = |need: &types::Need| of_type(need, &located(field, &need.ty.to_token_stream()), role);
    let known = field.needs.iter().filter(|need| role.is_some() || !need.depends);
    let needs: Vec<TokenStream> = match field.adapter.leaf() {
        Adapter::Plain | Adapter::Owned => known.flat_map(own).collect(),
        // What chose the form of the values says nothing of the keys.
        leaf => {
            let keys = known.filter(|need| need.is_key()).flat_map(own);
            keys.chain(of_adapter(field, leaf)).collect()
        }
    };
    // In one expression, since an error is told where a statement ends.
    let needs = match needs.as_slice() {
        [] => return None,
        [only] => only.clone(),
        several => quote!((#(#several),*)),
    };
    Some(match at_adapter(field) {
        Some(span) => types::respanned(needs, span),
        None => needs,
    })
}

/// The functions that are there if `ty` has the trait that `need` names.
fn of_type(need: &types::Need, ty: &TokenStream, role: Option<Role>) -> Vec<TokenStream> {
    let name = format_ident!("{}", need.of);
    match role.filter(|_| need.depends) {
        Some(role) => {
            let role = role.name();
            vec![quote!(<#ty as __avro::needs::#name<'_, __avro::needs::Of<__avro::needs::#role>>>::met)]
        }
        None if ["Known", "Instance"].contains(&need.of) => known(&name, ty),
        None => vec![quote!(<#ty as __avro::needs::#name<'_>>::met)],
    }
}

/// In front of what tells of all types alike, what tells of std's in the words for each.
fn known(name: &Ident, ty: &TokenStream) -> Vec<TokenStream> {
    vec![quote!(<#ty as __avro::needs::Form>::met), quote!(<#ty as __avro::needs::#name<'_>>::met)]
}

/// What a skipped field of type `ty` is read as.
pub(super) fn default(ty: &syn::Type) -> TokenStream {
    let default = quote!(<#ty as __avro::Default>::default());
    if types::is_plain(ty) || types::is_phantom(ty) {
        return default;
    }
    quote!({ let _ = <#ty as __avro::needs::Skipped>::met; #default })
}

/// The same of an adapter that may not go with the type.
fn of_adapter(field: &Field, leaf: &Adapter) -> Vec<TokenStream> {
    let ty = types::lifted(&field.ty);
    if field.depends {
        return Vec::new();
    }
    match leaf {
        Adapter::Form(Form::String) if types::is_std_value(ty) => Vec::new(),
        Adapter::Form(Form::String) => vec![quote!(<#ty as __avro::needs::Text>::met)],
        Adapter::Via(via) => {
            let mut needs = match types::is_plain(via) {
                true => Vec::new(),
                false => known(&format_ident!("Known"), &via.to_token_stream()),
            };
            needs.push(quote!(<#ty as __avro::needs::Via<#via>>::met));
            needs
        }
        Adapter::Form(_) if types::last_ident(ty).is_some_and(|ident| types::is_one_of(ident, &["u64", "usize"])) => {
            Vec::new()
        }
        Adapter::Form(_) => of_form(leaf, ty),
        Adapter::With(_) => Vec::new(),
        _ if types::is_std_value(ty) => Vec::new(),
        _ => of_form(leaf, ty),
    }
}

fn of_form(leaf: &Adapter, ty: &syn::Type) -> Vec<TokenStream> {
    let adapter = adapter::adapter(leaf);
    let of = format_ident!("{}", types::form_of_library(ty));
    adapter.iter().map(|adapter| quote!(<#adapter as __avro::needs::#of<'_, #ty>>::met)).collect()
}

/// `ty` at the place of what `field` needs: the one type that has needs in `Option<Customer>`, or `HashMap` of
/// `HashMap<Key, Customer>`. Its lifetimes are left to the compiler, so that it is called the same in each impl and outside of them.
pub(super) fn located(field: &Field, ty: &TokenStream) -> TokenStream {
    let Some((first, last)) = place(field) else { return ty.clone() };
    let tokens: Vec<TokenTree> = types::with_lifetimes(ty.clone(), "_").into_iter().collect();
    let end = tokens.len().saturating_sub(1);
    let place = |(index, mut token): (usize, TokenTree)| {
        // The names keep meaning what they do where they stand.
        let span: Span = token.span();
        token.set_span(span.located_at(if index == end { last } else { first }));
        token
    };
    tokens.into_iter().enumerate().map(place).collect()
}

/// `path`, the way to what the type of `field` alone chose, at the place of what it needs, as if it stood there.
pub(super) fn in_place(field: &Field, path: TokenStream) -> TokenStream {
    let Some((first, last)) = place(field) else { return types::respanned(path, field.span) };
    let mut tokens: Vec<TokenTree> = types::respanned(path, first).into_iter().collect();
    if let Some(end) = tokens.last_mut() {
        end.set_span(last);
    }
    tokens.into_iter().collect()
}

/// From where to where that place is.
fn place(field: &Field) -> Option<(Span, Span)> {
    match (field.needs.as_slice(), types::last_ident(&field.ty)) {
        ([], _) => None,
        ([_, _, ..], Some(name)) => Some((name.span(), name.span())),
        ([need, ..], _) => Some(ends(&need.ty)),
    }
}

/// The first and the last token of `ty`.
fn ends(ty: &syn::Type) -> (Span, Span) {
    let mut spans = ty.to_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
}

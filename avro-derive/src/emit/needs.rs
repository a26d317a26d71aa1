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

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};

use crate::ast::{Adapter, Field};
use crate::attr::Form;
use crate::emit::codec;
use crate::types;

/// `use_of`, an expression, behind what the field's type needs.
pub(super) fn before(field: &Field, use_of: TokenStream) -> TokenStream {
    let own = |need: &types::Need| of_type(need.of, &located(field, &need.ty.to_token_stream()));
    let needs: Vec<TokenStream> = match field.adapter.leaf() {
        Adapter::Plain | Adapter::Owned => field.needs.iter().flat_map(own).collect(),
        // What chose the form of the values says nothing of the keys.
        leaf => {
            let keys = field.needs.iter().filter(|need| need.of.ends_with("Key")).flat_map(own);
            keys.chain(of_adapter(field, leaf)).collect()
        }
    };
    // In one expression, since an error is told where a statement ends.
    let needs = match needs.as_slice() {
        [] => return use_of,
        [only] => only.clone(),
        several => quote!((#(#several),*)),
    };
    let needs = match codec::at_adapter(field) {
        Some(span) => types::respanned(needs, span),
        None => needs,
    };
    quote!({ let _ = #needs; #use_of })
}

/// The functions that are there if `ty` has the trait `of`.
fn of_type(of: &str, ty: &TokenStream) -> Vec<TokenStream> {
    let name = format_ident!("{of}");
    let mut needs = vec![quote!(<#ty as __avro::needs::#name<'_>>::met)];
    if of == "Known" {
        needs.insert(0, quote!(<#ty as __avro::needs::Form>::met));
    }
    needs
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
            let mut needs = of_type("Known", &via.to_token_stream());
            needs.push(quote!(<#ty as __avro::needs::Via<'_, #via>>::met));
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
    let adapter = codec::adapter(leaf);
    adapter.iter().map(|adapter| quote!(<#adapter as __avro::needs::FormOf<'_, #ty>>::met)).collect()
}

/// `ty` at the place of what `field` needs: the one type that has needs in `Option<Customer>`, or `HashMap` of
/// `HashMap<Key, Customer>`.
pub(super) fn located(field: &Field, ty: &TokenStream) -> TokenStream {
    let Some((first, last)) = place(field) else { return ty.clone() };
    let tokens: Vec<TokenTree> = ty.clone().into_iter().collect();
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

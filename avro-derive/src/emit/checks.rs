//! What the derive cannot see, the compiler checks in `const _` items: defaults against the types that they are for.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::ast::{Container, Field, FieldDefault};
use crate::default::Tree;
use crate::emit::codec;
use crate::{source, types};

/// ```text
/// #[avro(default = "x")] count: i32
/// ->
/// const _: () = if let Some(text) = default_problem(<i32>::SCHEMA, &Tree::Text("x"), true, "\"x\"") { panic!("{}", text.as_str()) };
/// ```
///
/// with the span of the literal, so that the error underlines it. Of a generic type nothing is known before it is
/// instantiated.
pub(super) fn emit(container: &Container) -> TokenStream {
    if container.is_generic() {
        return TokenStream::new();
    }
    let this = types::this(&container.ident, &container.generics);
    container.all_fields().into_iter().filter_map(|field| default(field, &this)).collect()
}

fn default(field: &Field, this: &TokenStream) -> Option<TokenStream> {
    let FieldDefault::Value { tree, shown, json } = &field.default else { return None };
    if matches!(tree, Tree::Path(_)) {
        return None;
    }
    let span = shown.span();
    let schema = codec::constant(field, &types::outside(&field.ty, this), "SCHEMA");
    let (tree, text, typed) = (static_tree(tree), source::readable(shown), json.is_none());
    let check = quote!(__avro::default_problem(#schema, &#tree, #typed, #text));
    Some(quote_spanned! {span=>
        const _: () = if let __avro::Some(text) = #check {
            __avro::core::panic!("{}", text.as_str())
        };
    })
}

fn static_tree(tree: &Tree) -> TokenStream {
    match tree {
        Tree::Null | Tree::Path(_) => quote!(__avro::Tree::Null),
        Tree::Bool(_) => quote!(__avro::Tree::Bool),
        Tree::Int(value) => {
            let value = Literal::i128_unsuffixed(value.unsigned_abs() as i128);
            let sign = matches!(tree, Tree::Int(value) if *value < 0).then(|| quote!(-));
            quote!(__avro::Tree::Int(#sign #value))
        }
        Tree::Float(_) => quote!(__avro::Tree::Float),
        Tree::Text(text) => quote!(__avro::Tree::Text(#text)),
        Tree::Bytes(bytes) => {
            let count = bytes.len();
            quote!(__avro::Tree::Bytes(#count))
        }
        Tree::Array(items) => {
            let items = items.iter().map(static_tree);
            quote!(__avro::Tree::Array(&[#(#items),*]))
        }
        Tree::Object(members) => {
            let members = members.iter().map(|(key, value)| {
                let value = static_tree(value);
                quote!((#key, #value))
            });
            quote!(__avro::Tree::Object(&[#(#members),*]))
        }
    }
}

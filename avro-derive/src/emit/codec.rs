//! How one field reaches its traits: through its type's own, or through the adapter that its attributes choose.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::ast::{Adapter, Field};
use crate::emit::adapter::{adapter, at_adapter};
use crate::emit::generics::Role;
use crate::emit::needs;
use crate::types;

/// `<T as plain>`, or `<A as adapted<T>>` for a field behind an adapter, with the span of the attribute that chose it.
fn through(field: &Field, ty: &TokenStream, plain: &str, adapted: &str, lifetime: Option<&TokenStream>) -> TokenStream {
    match adapter(&field.adapter) {
        None => {
            let (name, ty) = (format_ident!("{plain}"), needs::located(field, ty));
            let lifetime = lifetime.map(|lifetime| quote!(<#lifetime>));
            // A lifetime behind an alias that is not that of the data is an error at this path.
            let at = if field.needs.is_empty() { Span::call_site() } else { at_type(field) };
            quote_spanned!(at=> <#ty as __avro::#name #lifetime>)
        }
        Some(adapter) => {
            let name = format_ident!("{adapted}");
            let lifetime = lifetime.map(|lifetime| quote!(#lifetime,));
            let path = quote!(<#adapter as __avro::#name<#lifetime #ty>>);
            match at_adapter(field) {
                Some(attribute) => types::respanned(path, attribute),
                // No attribute chose it, but the type.
                None => needs::in_place(field, path),
            }
        }
    }
}

/// The place of the field's type, where names are those of the derive.
fn at_type(field: &Field) -> Span {
    Span::call_site().located_at(field.ty.span())
}

/// An associated constant of the schema of `field`, whose type reads `ty` where this is put.
pub(super) fn constant(field: &Field, ty: &TokenStream, name: &str) -> TokenStream {
    match (&field.text, name) {
        (Some(text), "SCHEMA") => text.ident().into_token_stream(),
        _ => needs::before(field, Role::Schema, constant_beside(field, ty, name)),
    }
}

/// As [`constant`], of the field's type, whatever a text adds to it.
pub(super) fn own_schema(field: &Field, ty: &TokenStream) -> TokenStream {
    needs::before(field, Role::Schema, constant_beside(field, ty, "SCHEMA"))
}

/// As [`own_schema`], where what the field needs has been said.
pub(super) fn constant_beside(field: &Field, ty: &TokenStream, name: &str) -> TokenStream {
    // where an instance has no schema (`Option` of what has a null already), the compiler points at this expression
    let at = at_type(field);
    let name = format_ident!("{name}", span = at);
    match &field.adapter {
        Adapter::Plain => {
            let ty = needs::located(field, ty);
            quote_spanned!(at=> <#ty as __avro::AvroSchema>::#name)
        }
        _ => {
            let path = through(field, ty, "AvroSchema", "SchemaAs", None);
            quote_spanned!(at=> #path::#name)
        }
    }
}

/// Writes `value`, a reference to the field.
pub(super) fn encode(field: &Field, value: &TokenStream) -> TokenStream {
    let path = through(field, &field.type_tokens(), "AvroEncode", "EncodeAs", None);
    needs::before(field, Role::Encode, quote!(#path::encode(#value, out)))
}

/// Writes `value` as a branch of the union that begins at `offset`.
pub(super) fn encode_branch(field: &Field, value: &TokenStream) -> TokenStream {
    let path = through(field, &field.type_tokens(), "AvroEncode", "EncodeAs", None);
    needs::before(field, Role::Encode, quote!(#path::encode_branch(#value, offset, out)))
}

/// A call of a method of the field's decoding trait.
pub(super) fn decode(field: &Field, method: &str, arguments: &TokenStream) -> TokenStream {
    let function = method_of_decoder(field, method);
    needs::before(field, Role::Decode, quote!(#function(#arguments)))
}

/// A method of the field's decoding trait.
pub(super) fn decoder(field: &Field, method: &str) -> TokenStream {
    needs::before(field, Role::Decode, method_of_decoder(field, method))
}

fn method_of_decoder(field: &Field, method: &str) -> TokenStream {
    let path = through(field, &field.type_tokens(), "AvroDecode", "DecodeAs", Some(&quote!('__de)));
    let method = format_ident!("{method}", span = at_type(field));
    quote!(#path::#method)
}

//! `impl AvroEncode`: straight-line code that never walks a schema.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ast::{Branch, Container, Content, Data, Field, Other, written};
use crate::emit::generics::Role;
use crate::emit::{codec, generics};

/// ```text
/// struct Click { email: String, number: i64 }
/// ->
/// fn encode(&self, out: &mut Encoder<'_>) {
///     <String as AvroEncode>::encode(&self.email, out);
///     <i64 as AvroEncode>::encode(&self.number, out);
/// }
/// ```
pub(super) fn emit(container: &Container) -> TokenStream {
    let of_self = |field: &Field| {
        let member = &field.member;
        codec::encode(field, &quote!(&self.#member))
    };
    let body = match &container.data {
        Data::Record(fields) => {
            let calls = written(fields).map(|(_, field)| of_self(field));
            let checked = generics::checked(container);
            method(&quote!(#checked #(#calls;)*))
        }
        Data::Newtype(field, _) => newtype(field, &of_self(field)),
        Data::Fixed(fixed) => method(&of_self(&fixed.field)),
        Data::Enum(symbols) => {
            let arms = symbols.iter().enumerate().map(|(index, symbol)| {
                let variant = &symbol.ident;
                let index = index as i32;
                quote!(Self::#variant => #index)
            });
            let other = container.other.as_ref().map(unknown_symbol);
            method(&quote!(out.put_int(match self { #(#arms,)* #other })))
        }
        Data::Union(branches) => union(container, branches),
    };
    let generics = generics::bounded(container, Role::Encode);
    generics::implementation(container, &generics, &quote!(__avro::AvroEncode), &body)
}

fn method(statements: &TokenStream) -> TokenStream {
    let out = if statements.is_empty() { quote!(_) } else { quote!(out) };
    quote! {
        #[inline]
        fn encode(&self, #out: &mut __avro::Encoder<'_>) {
            #statements
        }
    }
}

/// What takes unknown symbols is written where it holds one that is known: a version that knows it made the value.
fn unknown_symbol(other: &Other) -> TokenStream {
    let variant = &other.ident;
    if !other.named {
        return quote!(Self::#variant => return __avro::not_in_schema(out),);
    }
    quote! {
        Self::#variant(symbol) => match __avro::symbol_position(<Self as __avro::AvroSchema>::SCHEMA, symbol) {
            __avro::Some(position) => position as __avro::core::primitive::i32,
            __avro::None => return __avro::not_in_schema(out),
        },
    }
}

/// A newtype passes both ways of writing on, so that one around a union is a union.
fn newtype(field: &Field, encode: &TokenStream) -> TokenStream {
    let member = &field.member;
    let encode = method(encode);
    let branch = codec::encode_branch(field, &quote!(&self.#member));
    quote! {
        #encode
        #[inline]
        fn encode_branch(&self, offset: __avro::core::primitive::usize, out: &mut __avro::Encoder<'_>) {
            #branch
        }
    }
}

/// ```text
/// enum Payment { Card { last4: String }, Voucher(Voucher) }
/// ->
/// fn encode_branch(&self, offset: usize, out: &mut Encoder<'_>) {
///     match self {
///         Self::Card { last4: __f0 } => { out.put_branch(offset); <String as AvroEncode>::encode(__f0, out); }
///         Self::Voucher(__f0) => { out.put_branch(offset + 1); <Voucher as AvroEncode>::encode(__f0, out); }
///     }
/// }
/// ```
fn union(container: &Container, branches: &[Branch]) -> TokenStream {
    let arms = branches.iter().enumerate().map(|(index, branch)| {
        let variant = &branch.ident;
        let index = if index == 0 { quote!(offset) } else { quote!(offset + #index) };
        match &branch.content {
            Content::Null => quote!(Self::#variant => out.put_branch(#index),),
            Content::Newtype(field) => {
                let call = codec::encode(field, &quote!(__f0));
                quote!(Self::#variant(__f0) => { out.put_branch(#index); #call; })
            }
            Content::Record(record) if record.unit => quote!(Self::#variant => out.put_branch(#index),),
            Content::Record(record) => {
                let (bindings, calls): (Vec<_>, Vec<_>) = written(&record.fields)
                    .map(|(position, field)| {
                        let (member, binding) = (&field.member, format_ident!("__f{position}"));
                        (quote!(#member: #binding,), codec::encode(field, &quote!(#binding)))
                    })
                    .unzip();
                let rest = (bindings.len() < record.fields.len()).then(|| quote!(..));
                quote!(Self::#variant { #(#bindings)* #rest } => { out.put_branch(#index); #(#calls;)* })
            }
        }
    });
    let checked = generics::checked(container);
    let other = container.other.as_ref().map(|other| {
        let variant = &other.ident;
        let content = other.named.then(|| quote!((_)));
        quote!(Self::#variant #content => __avro::not_in_schema(out),)
    });
    quote! {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <Self as __avro::AvroEncode>::encode_branch(self, 0, out)
        }
        fn encode_branch(&self, offset: __avro::core::primitive::usize, out: &mut __avro::Encoder<'_>) {
            #checked
            match self { #(#arms)* #other }
        }
    }
}

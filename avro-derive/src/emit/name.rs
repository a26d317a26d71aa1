//! Names in the code that is written, those of generic instances put together by the compiler.

use proc_macro2::TokenStream;
use quote::quote;

use crate::name::{Piece, TypeName};

/// A name that no Rust type is declared under: what a field says with `fixed = "Name"`.
pub(super) fn name_of_field(name: &TypeName) -> TokenStream {
    let (full, bare) = (full_name(name), name.bare);
    quote!(__avro::Name::new(#full, &[], #bare))
}

/// The handle to a record by its name alone.
pub(super) fn by_name(name: &TypeName) -> TokenStream {
    let name = name_of_field(name);
    quote!(__avro::SchemaRef::by_name(const { &__avro::Schema::stub(#name) }))
}

/// The full name as an expression.
pub(super) fn full_name(name: &TypeName) -> TokenStream {
    match name.full() {
        Some(full) => quote!(#full),
        None if name.namespace.is_empty() => built(&name.pieces, ""),
        None => built(&name.pieces, &format!("{}.", name.namespace)),
    }
}

/// A generic instance's name, put together in `const`.
pub(super) fn built(pieces: &[Piece], prefix: &str) -> TokenStream {
    let prefix = (!prefix.is_empty()).then(|| quote!(.push(#prefix)));
    let pushes = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => quote!(.push(#text)),
        Piece::Simple(ident) => quote!(.push(<#ident as __avro::AvroSchema>::NAME)),
        Piece::Projection(text) => {
            let ty: TokenStream = text.parse().unwrap_or_default();
            quote!(.push(<#ty as __avro::AvroSchema>::NAME))
        }
        Piece::Full(ident) => quote!(.push(<#ident as __avro::AvroSchema>::FULL_NAME)),
        Piece::Number(ident) => quote!(.push_number(#ident as __avro::core::primitive::usize)),
        Piece::Char(ident) => {
            quote!(.push_number(#ident as __avro::core::primitive::u32 as __avro::core::primitive::usize))
        }
    });
    quote!(const { &__avro::NameBuf::EMPTY #prefix #(#pushes)* }.as_str())
}

//! `impl MapKey`: a newtype over a text is one where it is the key of a map.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::{Adapter, Container, Data};
use crate::emit::generics;
use crate::types;

/// ```text
/// struct Email(String);
/// ->
/// impl MapKey for Email { fn as_key(&self) -> &str { <String as MapKey>::as_key(&self.0) } }
/// impl<'de> ReadMapKey<'de> for Email { fn from_key(key: &'de str) -> Self { Self { 0: <String as ReadMapKey<'de>>::from_key(key) } } }
/// ```
pub(super) fn emit(container: &Container) -> TokenStream {
    let Data::Newtype(field, skipped) = &container.data else { return TokenStream::new() };
    if !skipped.is_empty() || !matches!(field.adapter, Adapter::Plain) || !types::is_text(&field.ty) {
        return TokenStream::new();
    }
    let (member, ty) = (&field.member, &field.ty);
    let written = quote! {
        #[inline]
        fn as_key(&self) -> &__avro::core::primitive::str {
            <#ty as __avro::MapKey>::as_key(&self.#member)
        }
    };
    let read = quote! {
        #[inline]
        fn from_key(key: &'__de __avro::core::primitive::str) -> Self {
            Self { #member: <#ty as __avro::ReadMapKey<'__de>>::from_key(key) }
        }
    };
    let written = generics::implementation(container, &container.generics, &quote!(__avro::MapKey), &written);
    let with_lifetime = generics::with_data_lifetime(&container.generics);
    let read = generics::implementation(container, &with_lifetime, &quote!(__avro::ReadMapKey<'__de>), &read);
    quote!(#written #read)
}

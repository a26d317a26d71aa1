//! `impl MapKey`: a newtype over a text is one where it is the key of a map, and so is a newtype over such a newtype.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, WherePredicate, parse_quote};

use crate::ast::{Adapter, Container, Data, Field};
use crate::emit::generics;
use crate::types;

/// ```text
/// struct Email(String);
/// struct Key(Email);
/// ->
/// impl MapKey for Email { fn as_key(&self) -> &str { <String as MapKey>::as_key(&self.0) } }
/// impl<'de> ReadMapKey<'de> for Email { fn from_key(key: &'de str) -> Self { Self { 0: <String as ReadMapKey<'de>>::from_key(key) } } }
///
/// impl MapKey for Key where for<'k> Email: MapKey { .. }
/// ```
pub(super) fn emit(container: &Container) -> TokenStream {
    let Data::Newtype(field, skipped) = &container.data else { return TokenStream::new() };
    if container.own_map_key {
        return TokenStream::new();
    }
    let is_text = types::is_text(&field.ty);
    let is_plain = matches!(field.adapter, Adapter::Plain | Adapter::Owned);
    if !skipped.is_empty() || !is_plain || !is_text && !types::may_be_text(&field.ty) {
        return TokenStream::new();
    }
    let (member, ty) = (&field.member, &field.ty);
    let written = quote! {
        #[inline]
        fn as_key(&self) -> &__avro::core::primitive::str {
            <#ty as __avro::MapKey>::as_key(&self.#member)
        }
    };
    let key = match field.adapter {
        // Data does not live as long as this type says.
        Adapter::Owned => quote!(__avro::owned_key(key)),
        _ => quote!(<#ty as __avro::ReadMapKey<'__de>>::from_key(key)),
    };
    let read = quote! {
        #[inline]
        fn from_key(key: &'__de __avro::core::primitive::str) -> Self {
            Self { #member: #key }
        }
    };
    let bounded =
        |generics: Generics, bound: TokenStream| if is_text { generics } else { if_key(generics, field, &bound) };
    let generics = bounded(container.generics.clone(), quote!(__avro::MapKey));
    let written = generics::implementation(container, &generics, &quote!(__avro::MapKey), &written);
    let generics = bounded(generics::with_data_lifetime(&container.generics), quote!(__avro::ReadMapKey<'__de>));
    let read = generics::implementation(container, &generics, &quote!(__avro::ReadMapKey<'__de>), &read);
    quote!(#written #read)
}

/// Where what `field` holds is a key. The bound names a lifetime because the compiler refuses one that it sees at once to be
/// false.
fn if_key(mut generics: Generics, field: &Field, bound: &TokenStream) -> Generics {
    let ty = &field.ty;
    let predicate: WherePredicate = parse_quote!(for<'__key> #ty: #bound);
    generics.make_where_clause().predicates.push(predicate);
    generics
}

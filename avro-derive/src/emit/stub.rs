//! What stands in for the impls of a type with mistakes, so that each mistake is one error and not a second one at every use.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{DeriveInput, Path};

use crate::emit::block;

/// Impls that satisfy the traits; the crate does not compile, so they never run.
pub(crate) fn emit(input: &DeriveInput, runtime: &Path) -> TokenStream {
    let ident = &input.ident;
    let name = ident.to_string();
    // Of its own, so that a union can tell it from another one.
    let stub = format!("avro_runtime.mistaken.{}", ident.unraw());
    let (parameters, arguments, clause) = input.generics.split_for_impl();
    let with_lifetime = super::generics::with_data_lifetime(&input.generics);
    let (decode_parameters, _, _) = with_lifetime.split_for_impl();
    let body = quote! {
        #[automatically_derived]
        impl #parameters __avro::AvroSchema for #ident #arguments #clause {
            const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(const { &__avro::mistaken(#stub) });
            const NAME: &'static __avro::core::primitive::str = #name;
            const MIN_SIZE: __avro::core::primitive::usize = 1;
        }
        #[automatically_derived]
        impl #parameters __avro::AvroTexts for #ident #arguments #clause {
            const JSON: &'static __avro::core::primitive::str = "";
            const CANONICAL: &'static __avro::core::primitive::str = "";
        }
        #[automatically_derived]
        impl #parameters __avro::UnitEnum for #ident #arguments #clause {
            const SYMBOLS: &'static [(&'static __avro::core::primitive::str, &'static __avro::core::primitive::str)] = &[];
        }
        #[automatically_derived]
        impl #parameters __avro::AvroEncode for #ident #arguments #clause {
            fn encode(&self, _: &mut __avro::Encoder<'_>) {}
        }
        #[automatically_derived]
        impl #decode_parameters __avro::AvroDecode<'__de> for #ident #arguments #clause {
            fn decode(_: &mut __avro::Decoder<'__de>) -> __avro::Result<Self, __avro::DecodeError> {
                __avro::core::unreachable!()
            }
            fn decode_resolved(
                _: &mut __avro::Decoder<'__de>,
                _: __avro::PlanRef<'_>,
            ) -> __avro::Result<Self, __avro::DecodeError> {
                __avro::core::unreachable!()
            }
        }
    };
    block(runtime, &body)
}

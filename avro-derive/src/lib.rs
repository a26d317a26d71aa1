//! `#[derive(AvroSchema)]`.

use proc_macro::TokenStream;

mod gate;

/// Schema texts as an expression of type `&'static [Document]`: `schemas!("..", "..")`, or with the place of the pool's
/// helpers `schemas!(crate = ::avro_model::history::pool; "..")`. For tests of the engine in `const`.
#[doc(hidden)]
#[proc_macro]
pub fn schemas(input: TokenStream) -> TokenStream {
    gate::schemas::expand(input.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// The gate of an instance of a generic type: `avro_runtime::gate!` expands to it.
#[doc(hidden)]
#[proc_macro]
pub fn gate(input: TokenStream) -> TokenStream {
    gate::expand_instance(input.into(), gate::Purpose::Root).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// A gate without an entry in the census: `avro_runtime::assert_compatible!` expands to it.
#[doc(hidden)]
#[proc_macro]
pub fn assert_compatible(input: TokenStream) -> TokenStream {
    gate::expand_instance(input.into(), gate::Purpose::Assertion)
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}

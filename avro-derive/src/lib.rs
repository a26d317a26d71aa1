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

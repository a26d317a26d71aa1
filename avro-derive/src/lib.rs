//! `#[derive(AvroSchema)]`: the Avro schema of a Rust type as constants, its encoder and decoders, and the gate that keeps it
//! compatible with its released versions.
//!
//! The derive is exported by `avro-runtime`, whose documentation describes it. It works in four steps, each with a module
//! of its own: `attr` and `lower` read the type into the derive's own tree (`ast`), `check` judges it, `emit` prints
//! the code. Mistakes accumulate in an `error::Ctxt`; a type with mistakes gets stub impls.

mod ast;
mod attr;
mod check;
mod default;
mod emit;
mod error;
#[cfg(test)]
mod expansions;
mod gate;
mod half_typed;
mod lower;
mod name;
mod package;
mod schema_text;
mod source;
mod types;

use proc_macro2::TokenStream;
use syn::DeriveInput;

/// Derives `AvroSchema`, `AvroTexts`, `AvroEncode` and `AvroDecode`.
#[proc_macro_derive(AvroSchema, attributes(avro))]
pub fn derive_avro_schema(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand_tokens(input.into()).into()
}

/// Schema texts as an expression of type `&'static [Document]`: `schemas!("..", "..")`, or with the place of the pool's
/// helpers `schemas!(crate = ::avro_model::history::pool; "..")`. For tests of the engine in `const`.
#[doc(hidden)]
#[proc_macro]
pub fn schemas(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    gate::schemas::expand(input.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// The gate of an instance of a generic type: `avro_runtime::gate!` expands to it.
#[doc(hidden)]
#[proc_macro]
pub fn gate(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    gate::expand_instance(input.into(), gate::Purpose::Root).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// A gate without an entry in the census: `avro_runtime::assert_compatible!` expands to it.
#[doc(hidden)]
#[proc_macro]
pub fn assert_compatible(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    gate::expand_instance(input.into(), gate::Purpose::Assertion)
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}

fn expand_tokens(input: TokenStream) -> TokenStream {
    match syn::parse2(input.clone()) {
        Ok(input) => expand(&input),
        Err(error) => half_typed::expand(input, &error),
    }
}

fn expand(input: &DeriveInput) -> TokenStream {
    let cx = error::Ctxt::new();
    let input = &*attr::translated(&cx, input);
    let container = lower::lower(&cx, input);
    if let Some(container) = &container {
        check::check(&cx, container);
    }
    match (cx.finish(), container) {
        (Ok(()), Some(container)) => emit::container(&container),
        (result, container) => {
            let told = container.as_ref().map(emit::of_mistaken);
            let runtime = container.map_or_else(|| syn::parse_quote!(::avro_runtime), |container| container.runtime);
            let stub = emit::stub(input, &runtime);
            let errors = result.err();
            quote::quote!(#errors #stub #told)
        }
    }
}

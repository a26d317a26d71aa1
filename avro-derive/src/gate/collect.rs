//! `AVRO_GATE=collect`: a build whose roots enter the census without being compared, so that `cargo avro` can look at types
//! that the gate refuses. What is built in that way is good for nothing else.

use proc_macro2::TokenStream;
use quote::quote;

/// The environment variable.
const VARIABLE: &str = "AVRO_GATE";

/// Whether roots are collected in place of being compared.
///
/// # Errors
/// A value that means nothing: a gate that was to be left out, or was not, by mistake.
pub(super) fn collecting() -> Result<bool, String> {
    match std::env::var(VARIABLE).as_deref() {
        Ok("collect") => Ok(true),
        Ok("") | Err(_) => Ok(false),
        Ok(other) => Err(format!(
            "{VARIABLE}={other:?} means nothing: `cargo avro` sets it to `collect`, nothing else turns a gate off"
        )),
    }
}

/// Makes cargo build again when the variable changes, both ways.
pub(super) fn tracked() -> TokenStream {
    quote!(
        const _: ::core::option::Option<&::core::primitive::str> = ::core::option_env!(#VARIABLE);
    )
}

/// What is released has its gates.
pub(super) fn guard() -> TokenStream {
    quote! {
        #[cfg(not(debug_assertions))]
        ::core::compile_error! {
            "AVRO_GATE=collect leaves the evolution gates out, for `cargo avro` alone: build without it"
        }
    }
}

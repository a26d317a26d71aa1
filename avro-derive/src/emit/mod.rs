//! Emission: one `const _` block per type. Everything in it is named through `__avro`, an alias of the runtime's private
//! module, so that it works without a prelude, with shadowed names and with a renamed runtime.

mod adapter;
mod checks;
mod codec;
mod decode;
mod encode;
mod generics;
mod key;
mod name;
mod needs;
mod recursive;
mod schema;
mod slot;
mod stub;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

pub(crate) use stub::emit as stub;

use crate::ast::{Container, Data};

/// The expansion of a type without mistakes.
pub(crate) fn container(container: &Container) -> TokenStream {
    let schema = schema::emit(container);
    let texts = schema::emit_texts(container);
    let symbols = match &container.data {
        Data::Enum(symbols) => schema::emit_symbols(container, symbols),
        _ => TokenStream::new(),
    };
    let encode = encode::emit(container);
    let decode = decode::emit(container);
    let key = key::emit(container);
    let checks = checks::emit(container);
    let gate = crate::gate::emit(container);
    let tracked = container.package.tracked();
    block(&container.runtime, &quote!(#schema #texts #symbols #encode #decode #key #checks #gate #tracked))
}

/// What the compiler has to say of a type with other mistakes, so that it is not said when those are mended.
pub(crate) fn of_mistaken(container: &Container) -> TokenStream {
    let checks = checks::of_mistaken(container);
    if checks.is_empty() { checks } else { block(&container.runtime, &checks) }
}

/// `body` in the type's `const _`.
fn block(runtime: &Path, body: &TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        #[allow(deprecated, non_upper_case_globals, unused_imports, unused_qualifications, clippy::absolute_paths)]
        const _: () = {
            use #runtime::__private as __avro;
            #body
        };
    }
}

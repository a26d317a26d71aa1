//! `schemas!("..", "..")`: schema texts as a pool of statics, for tests of what the gate does with recorded versions.

use avro_model::Document;
use avro_model::emit::emit;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitStr, Path, Token};

struct Schemas {
    pool: Path,
    texts: Punctuated<LitStr, Token![,]>,
}

impl Parse for Schemas {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let pool = if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            let path = input.call(Path::parse_mod_style)?;
            input.parse::<Token![;]>()?;
            path
        } else {
            syn::parse_quote!(::avro_runtime::__private::pool)
        };
        Ok(Schemas { pool, texts: Punctuated::parse_terminated(input)? })
    }
}

/// An expression of type `&'static [Document]`.
pub(crate) fn expand(input: TokenStream) -> syn::Result<TokenStream> {
    let Schemas { pool, texts } = syn::parse2(input)?;
    let mut documents = Vec::new();
    for text in &texts {
        let document = Document::parse(&text.value()).map_err(|errors| syn::Error::new(text.span(), errors))?;
        documents.push(document);
    }
    let views: Vec<_> = documents.iter().map(Document::view).collect();
    let source = emit(&views);
    let statics = tokens(&source.statics)?;
    let count = views.len();
    let documents = tokens(&source.documents.join(","))?;
    Ok(quote! {{
        use #pool as __pool;
        #statics
        static __DOCUMENTS: [__pool::Document; #count] = [#documents];
        let documents: &'static [__pool::Document] = &__DOCUMENTS;
        documents
    }})
}

/// Emitted Rust source as tokens.
pub(super) fn tokens(source: &str) -> syn::Result<TokenStream> {
    source.parse().map_err(|error| {
        syn::Error::new(Span::call_site(), format!("avro-derive wrote what is no Rust, please report this: {error}"))
    })
}

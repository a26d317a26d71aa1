//! What a package says once for its types: `[package.metadata.avro]` of its own manifest.

use std::path::{Path, PathBuf};

use avro_model::package::Settings;
use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::error::Ctxt;

/// `[package.metadata.avro]`.
#[derive(Default)]
pub(crate) struct Package {
    /// The package's folder; nothing outside of cargo.
    pub(crate) folder: Option<PathBuf>,
    /// The section.
    pub(crate) settings: Settings,
}

impl Package {
    /// Reads the manifest of the package that is being compiled. Mistakes in it are reported at `span`, the
    /// type's name, and so at each type: one derive knows nothing of the others, and what a process remembered of them would be
    /// wrong in an editor, which expands single types again.
    pub(crate) fn read(cx: &Ctxt, span: Span) -> Self {
        let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) else { return Package::default() };
        let Ok(text) = std::fs::read_to_string(folder.join("Cargo.toml")) else { return Package::default() };
        let settings = Settings::of_package(&text);
        settings.problems.iter().for_each(|problem| cx.error(span, problem));
        Package { folder: Some(folder), settings }
    }

    /// Makes the compiler expand again when the manifest changes.
    pub(crate) fn tracked(&self) -> TokenStream {
        match &self.folder {
            Some(folder) if Path::new(folder).join("Cargo.toml").is_file() => quote! {
                const _: &[::core::primitive::u8] =
                    ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
            },
            _ => TokenStream::new(),
        }
    }
}

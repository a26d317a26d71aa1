//! What the workspace says about single rules: `[workspace.metadata.avro]`.

use std::path::Path;

use avro_model::package::{self, Settings};
use proc_macro2::TokenStream;
use quote::quote;

use super::place::relative;

/// The workspace of a package.
#[derive(Default)]
pub(super) struct Workspace {
    /// Its section.
    pub(super) settings: Settings,
    /// Its manifest as the package sees it; nothing where it is the package's own.
    manifest: Option<String>,
}

impl Workspace {
    /// The workspace of the package in `folder`; one that says nothing where there is none.
    pub(super) fn of(folder: Option<&Path>) -> Self {
        let Some(folder) = folder else { return Workspace::default() };
        let Some(path) = package::workspace_manifest(folder) else { return Workspace::default() };
        let Ok(text) = std::fs::read_to_string(&path) else { return Workspace::default() };
        let manifest = (path.parent() != Some(folder)).then(|| relative(folder, &path));
        Workspace { settings: Settings::of_workspace(&text), manifest }
    }

    /// Makes the compiler expand again when the workspace's manifest changes.
    pub(super) fn tracked(&self) -> Option<TokenStream> {
        let path = format!("/{}", self.manifest.as_ref()?);
        Some(quote! {
            const _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path));
        })
    }
}

//! What a package says once for its types: `[package.metadata.avro]` of its own manifest.

use std::path::{Path, PathBuf};

use avro_model::names;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use toml::de::DeTable;

use crate::error::Ctxt;

/// `[package.metadata.avro]`.
#[derive(Default)]
pub(crate) struct Package {
    /// The package's folder; nothing outside of cargo.
    pub(crate) folder: Option<PathBuf>,
    /// The namespace of types that state none.
    pub(crate) namespace: Option<String>,
    /// The level of roots that state none, as written.
    pub(crate) evolution: Option<String>,
    /// The folder of the histories, relative to the package.
    pub(crate) history: Option<String>,
}

const KEYS: [&str; 3] = ["namespace", "evolution", "history"];

impl Package {
    /// Reads the manifest of the package that is being compiled. Mistakes in it are reported at `span`, the type's name.
    pub(crate) fn read(cx: &Ctxt, span: Span) -> Self {
        let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) else { return Package::default() };
        let manifest = folder.join("Cargo.toml");
        let mut package = match std::fs::read_to_string(&manifest) {
            Ok(text) => Package::parse(cx, span, &text),
            Err(_) => return Package::default(),
        };
        package.folder = Some(folder);
        package
    }

    fn parse(cx: &Ctxt, span: Span, text: &str) -> Self {
        let mut package = Package::default();
        // What cargo itself cannot read, it reports better.
        let Ok(manifest) = DeTable::parse(text) else { return package };
        let Some(section) = manifest
            .get_ref()
            .get("package")
            .and_then(|package| package.get_ref().get("metadata"))
            .and_then(|metadata| metadata.get_ref().get("avro"))
        else {
            return package;
        };
        let Some(section) = section.get_ref().as_table() else {
            cx.error(span, "Cargo.toml: `[package.metadata.avro]` is a table: write `namespace = \"..\"` below it");
            return package;
        };
        for (key, value) in section {
            let key: &str = key.get_ref();
            let slot = match key {
                "namespace" => &mut package.namespace,
                "evolution" => &mut package.evolution,
                "history" => &mut package.history,
                other => {
                    let meant = match names::nearest(other, KEYS) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "it takes `namespace`, `evolution` and `history`".to_owned(),
                    };
                    cx.error(
                        span,
                        format_args!("Cargo.toml: unknown key `{other}` in `[package.metadata.avro]`: {meant}"),
                    );
                    continue;
                }
            };
            match value.get_ref().as_str() {
                Some(text) => *slot = Some(text.to_owned()),
                None => cx.error(
                    span,
                    format_args!("Cargo.toml: `{key}` in `[package.metadata.avro]` is a text: write `{key} = \"..\"`"),
                ),
            }
        }
        if let Some(namespace) = package.namespace.as_deref()
            && !names::is_namespace(namespace)
        {
            cx.error(
                span,
                format_args!("Cargo.toml: `{namespace}` is no namespace: names of letters, digits and `_` joined by dots, such as \"com.acme.orders\""),
            );
            package.namespace = None;
        }
        package
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Package, Vec<String>) {
        let cx = Ctxt::new();
        let package = Package::parse(&cx, Span::call_site(), text);
        let errors = match cx.finish() {
            Ok(()) => Vec::new(),
            Err(errors) => errors.to_string().split("compile_error").skip(1).map(str::to_owned).collect(),
        };
        (package, errors)
    }

    #[test]
    fn reads_the_section() {
        let (package, errors) =
            parse("[package]\nname = \"x\"\n[package.metadata.avro]\nnamespace = \"com.acme\"\nevolution = \"full\"\n");
        assert!(errors.is_empty());
        assert_eq!(
            (package.namespace.as_deref(), package.evolution.as_deref(), package.history),
            (Some("com.acme"), Some("full"), None)
        );
        assert!(parse("[package]\nname = \"x\"").0.namespace.is_none());
    }

    #[test]
    fn all_mistakes_are_reported() {
        let (package, errors) = parse("[package.metadata.avro]\nnamspace = \"a\"\nnamespace = \"a-b\"\nhistory = 3\n");
        assert!(package.namespace.is_none());
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert!(errors.iter().any(|error| error.contains("did you mean `namespace`?")));
    }
}

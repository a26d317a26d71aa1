//! Golden expansions: `tests/ui/tests/expand/<topic>.rs` and what the derive makes of it, `<topic>.expanded.rs`.
//!
//! Here they are compared (`UPDATE_GOLDENS=1` rewrites them); the package `avro-ui-tests` compiles and runs both.

use std::path::{Path, PathBuf};
use std::{env, fs};

use syn::{Attribute, DeriveInput, File, Item};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui/tests/expand")
}

/// `source` with the derive done.
fn expanded(source: &str) -> String {
    let mut file: File = syn::parse_str(source).expect("Rust source");
    let mut items = Vec::new();
    for item in file.items.drain(..) {
        let (mut input, derives): (DeriveInput, bool) = match &item {
            Item::Struct(item) => (syn::parse_quote!(#item), derives(&item.attrs)),
            Item::Enum(item) => (syn::parse_quote!(#item), derives(&item.attrs)),
            _ => {
                items.push(item);
                continue;
            }
        };
        let expansion: File = syn::parse2(super::expand(&input)).expect("an expansion of items");
        if derives {
            strip(&mut input);
        }
        items.push(syn::parse_quote!(#input));
        if derives {
            items.extend(expansion.items);
        }
    }
    file.items = items;
    prettyplease::unparse(&file)
}

fn derives(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive") && quote::quote!(#attribute).to_string().contains("AvroSchema")
    })
}

/// Removes the derive and the attributes that only it knows.
fn strip(input: &mut DeriveInput) {
    let keep = |attributes: &mut Vec<Attribute>| attributes.retain(|attribute| !attribute.path().is_ident("avro"));
    keep(&mut input.attrs);
    for attribute in &mut input.attrs {
        if derives(std::slice::from_ref(attribute)) {
            *attribute = syn::parse_quote!(#[derive(Debug, Clone, PartialEq)]);
        }
    }
    let fields = |fields: &mut syn::Fields| fields.iter_mut().for_each(|field| keep(&mut field.attrs));
    match &mut input.data {
        syn::Data::Struct(data) => fields(&mut data.fields),
        syn::Data::Enum(data) => {
            for variant in &mut data.variants {
                keep(&mut variant.attrs);
                fields(&mut variant.fields);
            }
        }
        syn::Data::Union(_) => {}
    }
}

#[test]
fn expansions_are_as_recorded() {
    let mut sources: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the folder of golden expansions")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".rs") && !path.to_string_lossy().ends_with(".expanded.rs"))
        .collect();
    sources.sort();
    assert!(!sources.is_empty());
    for path in sources {
        let golden = path.with_extension("expanded.rs");
        let now = expanded(&fs::read_to_string(&path).expect("a source"));
        if env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
            fs::write(&golden, now).expect("the golden is written");
            continue;
        }
        let recorded = fs::read_to_string(&golden).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(recorded, now, "{} differs: UPDATE_GOLDENS=1 rewrites it", golden.display());
    }
}

#[test]
fn the_same_input_expands_the_same() {
    for source in ["records.rs", "unions.rs", "generics.rs"] {
        let source = fs::read_to_string(folder().join(source)).expect("a source");
        assert_eq!(expanded(&source), expanded(&source));
    }
}

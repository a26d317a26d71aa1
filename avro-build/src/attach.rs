//! Attributes that the user gives to generated types and fields, by patterns of Avro names.

use std::cell::Cell;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::Attribute;
use syn::parse::Parser as _;

/// All attributes of one kind of place.
#[derive(Debug, Default)]
struct List(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    pattern: String,
    attribute: TokenStream,
    used: Cell<bool>,
}

/// Attributes for types and for fields.
#[derive(Debug, Default)]
pub(crate) struct Attached {
    types: List,
    fields: List,
    /// What is no attribute.
    pub(crate) errors: Vec<String>,
}

impl Attached {
    /// Reads pairs of pattern and attribute.
    pub(crate) fn new(types: &[(String, String)], fields: &[(String, String)]) -> Attached {
        let mut attached = Attached::default();
        attached.types = attached.read("type_attribute", types);
        attached.fields = attached.read("field_attribute", fields);
        attached
    }

    fn read(&mut self, what: &str, pairs: &[(String, String)]) -> List {
        let mut list = List::default();
        for (pattern, text) in pairs {
            match Attribute::parse_outer.parse_str(text) {
                Ok(attributes) if !attributes.is_empty() => {
                    let attribute = quote!(#(#attributes)*).to_token_stream();
                    list.0.push(Entry { pattern: pattern.clone(), attribute, used: Cell::new(false) });
                }
                _ => self.errors.push(format!(
                    "{what}(\"{pattern}\", ..): `{}` is no attribute; help: write it whole, `#[derive(Hash)]`",
                    text.escape_debug()
                )),
            }
        }
        list
    }

    /// Those of the type `full`.
    pub(crate) fn of_type(&self, full: &str) -> TokenStream {
        self.types.of(full)
    }

    /// Those of a field, symbol or branch of the type `full`.
    pub(crate) fn of_field(&self, full: &str, name: &str) -> TokenStream {
        if self.fields.0.is_empty() { TokenStream::new() } else { self.fields.of(&format!("{full}.{name}")) }
    }

    /// The patterns that nothing matched so far.
    pub(crate) fn unused(&self) -> Vec<String> {
        let unused = |what: &str, list: &List| -> Vec<String> {
            let idle = list.0.iter().filter(|entry| !entry.used.get());
            idle.map(|entry| format!("{what}(\"{}\", ..) matches nothing", entry.pattern)).collect()
        };
        [unused("type_attribute", &self.types), unused("field_attribute", &self.fields)].concat()
    }
}

impl List {
    fn of(&self, name: &str) -> TokenStream {
        let mut tokens = TokenStream::new();
        for entry in self.0.iter().filter(|entry| matches(&entry.pattern, name)) {
            entry.used.set(true);
            tokens.extend(entry.attribute.clone());
        }
        tokens
    }
}

/// Whether `pattern`, in which `*` stands for any text, is `name`.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = name.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, matching) in [
            ("a.B", "a.B", true),
            ("a.B", "a.Bc", false),
            ("a.*", "a.b.C", true),
            ("a.*", "ab.C", false),
            ("*", "C", true),
            ("*.Money", "a.Money", true),
            ("a.*.id", "a.B.id", true),
            ("a.*.id*", "a.B.name", false),
        ] {
            assert_eq!(matches(pattern, name), matching, "{pattern} {name}");
        }
    }
}

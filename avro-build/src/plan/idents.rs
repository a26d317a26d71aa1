//! Rust identifiers for Avro names.

use std::collections::{HashMap, HashSet};

use avro_model::Enum;
use proc_macro2::{Ident, Span};

/// Words that are no plain identifiers in one of the editions 2021 and 2024.
const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "crate", "self", "super",
];

/// Keywords that cannot be written as raw identifiers either.
const NEVER_RAW: [&str; 3] = ["crate", "self", "super"];

/// `name` as an identifier, raw where it is a keyword.
pub(crate) fn ident(name: &str) -> Ident {
    if KEYWORDS.contains(&name) { Ident::new_raw(name, Span::call_site()) } else { Ident::new(name, Span::call_site()) }
}

/// The words of `name`: parted at `_` and where a capital begins a word (`orderID`, `HTTPServer`).
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in name.split('_') {
        let letters: Vec<char> = part.chars().collect();
        let mut word = String::new();
        for (i, &c) in letters.iter().enumerate() {
            let begins = c.is_ascii_uppercase()
                && i > 0
                && (!letters[i - 1].is_ascii_uppercase() || letters.get(i + 1).is_some_and(char::is_ascii_lowercase));
            if begins {
                words.push(std::mem::take(&mut word));
            }
            word.push(c);
        }
        words.push(word);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `orderID` -> `order_id`; `_time` -> `time`; `1` cannot begin an identifier and gets `_` before it.
fn snake(name: &str, nameless: &str) -> String {
    let mut text = words(name).join("_").to_ascii_lowercase();
    if text.is_empty() {
        text = nameless.to_owned();
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        text.insert(0, '_');
    }
    if NEVER_RAW.contains(&text.as_str()) {
        text.push('_');
    }
    text
}

/// The identifier of the field `name`.
pub(super) fn field(name: &str) -> String {
    snake(name, "field")
}

/// The identifier of the module for the part `name` of a namespace.
pub(super) fn module(name: &str) -> String {
    snake(name, "module")
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + chars.as_str(),
        None => String::new(),
    }
}

/// Each part between `_` with a capital at its beginning; where `shout`, a name without small letters becomes words.
fn camel(name: &str, shout: bool, prefix: char) -> String {
    let quiet = shout && !name.contains(|c: char| c.is_ascii_lowercase());
    let mut text: String = name
        .split('_')
        .map(|part| capitalised(&if quiet { part.to_ascii_lowercase() } else { part.to_owned() }))
        .collect();
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        text.insert(0, prefix);
    }
    // The one keyword among them, which no raw identifier can be.
    if text == "Self" {
        text.push(prefix);
    }
    text
}

/// The identifier of the type `name`: `order_placed` -> `OrderPlaced`, `ORDER_PLACED` -> `OrderPlaced`, `URL` stays.
pub(super) fn type_name(name: &str) -> String {
    camel(name, name.trim_matches('_').contains('_'), 'T')
}

/// The identifier of the variant for the symbol `name`: `PAID` -> `Paid`.
pub(super) fn variant(name: &str) -> String {
    camel(name, true, 'V')
}

/// Identifiers of things that stand side by side.
#[derive(Debug, Default)]
pub(super) struct Taken {
    all: HashSet<String>,
    /// The number to try next behind an identifier that is taken.
    next: HashMap<String, usize>,
}

impl Taken {
    /// One identifier for each of `names`: `convert`'s, unless another has it. Names that are their own identifier come
    /// first, so that `id` stays `id` wherever `ID` stands; of the others the first wins, later ones get a number.
    pub(super) fn all(&mut self, names: &[&str], convert: fn(&str) -> String, gap: &str) -> Vec<String> {
        let mut idents: Vec<Option<String>> = names
            .iter()
            .map(|name| {
                let ident = convert(name);
                (ident == *name && self.all.insert(ident.clone())).then_some(ident)
            })
            .collect();
        for (ident, name) in idents.iter_mut().zip(names) {
            if ident.is_none() {
                *ident = Some(self.one(&convert(name), gap));
            }
        }
        idents.into_iter().flatten().collect()
    }

    /// `wanted`, with a number behind it where it is taken.
    pub(super) fn one(&mut self, wanted: &str, gap: &str) -> String {
        let gap = if wanted.ends_with('_') { "" } else { gap };
        if self.all.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let number = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let ident = format!("{wanted}{gap}{number}");
            *number += 1;
            if self.all.insert(ident.clone()) {
                return ident;
            }
        }
    }

    pub(super) fn contains(&self, ident: &str) -> bool {
        self.all.contains(ident)
    }
}

/// The identifiers of the variants for the symbols of an enum.
pub(crate) fn symbols(symbols: &Enum) -> Vec<String> {
    let names: Vec<&str> = symbols.symbols.get().iter().map(|symbol| symbol.get()).collect();
    Taken::default().all(&names, variant, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_in_snake_case() {
        for (name, ident) in [
            ("orderID", "order_id"),
            ("HTTPServer", "http_server"),
            ("customerName", "customer_name"),
            ("address2Line", "address2_line"),
            ("_time", "time"),
            ("a__b_", "a_b"),
            ("_1", "_1"),
            ("__", "field"),
            ("self", "self_"),
            ("Self", "self_"),
            ("type", "type"),
            ("ID", "id"),
        ] {
            assert_eq!(field(name), ident, "{name}");
        }
        assert_eq!(ident("type").to_string(), "r#type");
    }

    #[test]
    fn types_and_variants_are_in_camel_case() {
        for (name, of_type, of_variant) in [
            ("order_placed", "OrderPlaced", "OrderPlaced"),
            ("ORDER_PLACED", "OrderPlaced", "OrderPlaced"),
            ("URL", "URL", "Url"),
            ("HTTPServer", "HTTPServer", "HTTPServer"),
            ("value", "Value", "Value"),
            ("_1", "T1", "V1"),
            ("_", "T", "V"),
            ("self", "SelfT", "SelfV"),
        ] {
            assert_eq!((type_name(name).as_str(), variant(name).as_str()), (of_type, of_variant), "{name}");
        }
    }

    #[test]
    fn collisions_are_numbered_and_exact_names_stay() {
        let mut taken = Taken::default();
        assert_eq!(
            taken.all(&["ID", "_time", "id", "time", "Id"], field, "_"),
            ["id_2", "time_2", "id", "time", "id_3"]
        );
    }
}

//! What messages say of the user's source.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use proc_macro2::{Ident, Span, TokenStream};

/// The line that `span` begins on, from 1; nothing outside of a compiler.
pub(crate) fn line(span: Span) -> Option<usize> {
    proc_macro::is_available().then(|| span.unwrap().start().line())
}

/// A number that the type called `ident` alone has: of the crate that is being compiled, of the place, and of which type at that place
/// it is, where a macro writes several. Nothing outside of a compiler, or where cargo does not say what the crate is called.
pub(crate) fn identity(ident: &Ident) -> Option<u64> {
    static SEEN: Mutex<Option<HashMap<String, usize>>> = Mutex::new(None);
    if !proc_macro::is_available() {
        return None;
    }
    let (name, version) = (std::env::var("CARGO_CRATE_NAME").ok()?, std::env::var("CARGO_PKG_VERSION").ok()?);
    let span = ident.span().unwrap();
    let (file, line, column) = (span.file(), span.start().line(), span.start().column());
    let place = format!("{name} {version} {file}:{line}:{column} {ident}");
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let count = seen.get_or_insert_default().entry(place.clone()).or_insert(0);
    *count += 1;
    Some(avro_model::text::hash(&format!("{place} {count}")))
}

/// Tokens as people write them: `Option<Vec<u8>>`, not `Option < Vec < u8 > >`.
pub(crate) fn readable(tokens: &TokenStream) -> String {
    let mut text = tokens.to_string();
    for (wide, narrow) in [
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" :: ", "::"),
        (":: ", "::"),
        (" ,", ","),
        (" ;", ";"),
        ("& ", "&"),
        ("pub (", "pub("),
        ("( ", "("),
        (" )", ")"),
    ] {
        text = text.replace(wide, narrow);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_read_as_source() {
        for text in ["Option<Vec<u8>>", "std::collections::HashMap<String, [u8; 4]>", "&'a str", "pub(crate)", "()"] {
            assert_eq!(readable(&text.parse().expect("tokens")), text);
        }
    }
}

//! What messages say of the user's source.

use proc_macro2::{Span, TokenStream};

/// The line that `span` begins on, from 1; nothing outside of a compiler.
pub(crate) fn line(span: Span) -> Option<usize> {
    proc_macro::is_available().then(|| span.unwrap().start().line())
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

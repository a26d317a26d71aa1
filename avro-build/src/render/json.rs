//! JSON as Rust tokens, where these say exactly the same, else as text.

use avro_model::json::{Node, Options, Tree, Value};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

/// How deep a value may be that is written as tokens.
const DEEPEST: usize = 3;

/// The value of `prop("key" = ..)`.
pub(super) fn property(json: &str) -> TokenStream {
    parsed(json, |node| value(node, DEEPEST)).unwrap_or_else(|| {
        let text = raw(json);
        quote!(json(#text))
    })
}

/// `json` as the literal of `default = ..`: a scalar, a text or a list of such.
pub(super) fn default_literal(json: &str) -> Option<TokenStream> {
    parsed(json, |node| match node.value() {
        Value::Null | Value::Object => None,
        Value::Array if node.children().any(|child| matches!(child.value(), Value::Object | Value::Null)) => None,
        _ => value(node, 1),
    })
}

/// The JSON text `json` as the literal of bytes.
pub(super) fn bytes(json: &str) -> Option<TokenStream> {
    parsed(json, |node| match node.value() {
        Value::String(text) => {
            let bytes = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect::<Option<Vec<u8>>>()?;
            Some(Literal::byte_string(&bytes).into_token_stream())
        }
        _ => None,
    })
}

/// Whether `json` is the text `text`.
pub(super) fn is_text(json: &str, text: &str) -> bool {
    parsed(json, |node| matches!(node.value(), Value::String(found) if found == text).then_some(())).is_some()
}

fn parsed<T>(json: &str, read: impl FnOnce(Node<'_>) -> Option<T>) -> Option<T> {
    Tree::parse(json, &Options::default()).ok().and_then(|tree| read(tree.root()))
}

fn value(node: Node<'_>, depth: usize) -> Option<TokenStream> {
    match node.value() {
        Value::Null => Some(quote!(null)),
        Value::Bool(value) => Some(quote!(#value)),
        Value::Number(text) => number(text),
        Value::String(text) => {
            let text = Literal::string(text);
            Some(quote!(#text))
        }
        _ if depth == 0 => None,
        Value::Array => {
            let items = node.children().map(|child| value(child, depth - 1)).collect::<Option<Vec<_>>>()?;
            Some(quote!([#(#items),*]))
        }
        Value::Object => {
            let members = node.children().map(|child| {
                let key = Literal::string(child.key()?);
                let value = value(child, depth - 1)?;
                Some(quote!(#key: #value))
            });
            let members = members.collect::<Option<Vec<_>>>()?;
            Some(quote!({#(#members),*}))
        }
    }
}

/// A number whose text a Rust literal keeps.
fn number(text: &str) -> Option<TokenStream> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = match digits.split_once('.') {
        Some((whole, part)) => {
            [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        }
        None => digits.parse::<i64>().is_ok_and(|value| value != 0 || digits == text),
    };
    if !plain || digits.len() > 30 {
        return None;
    }
    let literal: Literal = digits.parse().ok()?;
    Some(if digits.len() == text.len() { quote!(#literal) } else { quote!(-#literal) })
}

/// A text literal, raw where that is easier to read.
pub(super) fn raw(text: &str) -> Literal {
    let plain = text.chars().all(|c| matches!(c, ' '..='~'));
    if !plain || !text.contains(['"', '\\']) {
        return Literal::string(text);
    }
    let mut marks = String::from("#");
    while text.contains(&format!("\"{marks}")) {
        marks.push('#');
    }
    format!("r{marks}\"{text}\"{marks}").parse().unwrap_or_else(|_| Literal::string(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_say_what_the_text_says() {
        for (json, rust) in [
            ("1", "1"),
            ("-1.50", "- 1.50"),
            ("-0", "json (\"-0\")"),
            ("1e5", "json (\"1e5\")"),
            ("[true,null]", "[true , null]"),
            (r#"{"a":{"b":"c"}}"#, r#"{ "a" : { "b" : "c" } }"#),
            (r#"[[[["x"]]]]"#, r##"json (r#"[[[["x"]]]]"#)"##),
        ] {
            assert_eq!(property(json).to_string(), rust);
        }
        assert!(default_literal("{}").is_none() && default_literal("[]").is_some());
    }
}

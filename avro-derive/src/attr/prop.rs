//! Properties: `prop("key" = <json>)`, where the JSON is written as Rust tokens.

use avro_model::json;
use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Lit, LitStr, Token};

use super::item::{Item, Value};
use crate::error::Ctxt;

/// An attribute of the schema that is not part of its shape.
#[derive(Clone)]
pub(crate) struct Property {
    /// Key.
    pub(crate) key: String,
    /// JSON text without spaces.
    pub(crate) value: String,
    /// What to underline.
    pub(crate) span: Span,
}

impl Property {
    /// A property whose value is a text.
    pub(crate) fn text(key: &str, text: &str, span: Span) -> Self {
        let mut value = String::new();
        json::write_string(&mut value, text);
        Property { key: key.to_owned(), value, span }
    }

    /// A property whose value is `true`.
    pub(crate) fn truth(key: &str, span: Span) -> Self {
        Property { key: key.to_owned(), value: "true".to_owned(), span }
    }

    /// A property whose value is a number.
    pub(crate) fn number(key: &str, number: u32, span: Span) -> Self {
        Property { key: key.to_owned(), value: number.to_string(), span }
    }
}

const EXAMPLE: &str = "write `prop(\"unit\" = \"ms\")`: the key as a text, the value as JSON";

/// Appends the properties of `item`; `instead` says what to write in place of a key that is no property.
pub(super) fn parse(cx: &Ctxt, item: &Item, into: &mut Vec<Property>, instead: impl Fn(&str) -> Option<&'static str>) {
    let Value::List(list) = &item.value else {
        cx.error(item.span(), format_args!("`prop` names a property: {EXAMPLE}"));
        return;
    };
    let pairs = match Punctuated::<Property, Token![,]>::parse_terminated.parse2(list.clone()) {
        Ok(pairs) => pairs,
        Err(error) => {
            cx.push(error);
            return;
        }
    };
    if pairs.is_empty() {
        cx.error(item.span(), format_args!("`prop` names a property: {EXAMPLE}"));
    }
    for pair in pairs {
        if let Some(instead) = instead(&pair.key) {
            cx.error(pair.span, format_args!("`{}` is no property, it is part of the schema: {instead}", pair.key));
        } else if into.iter().any(|earlier| earlier.key == pair.key) {
            cx.error(pair.span, format_args!("the property `{}` is given twice", pair.key));
        } else {
            into.push(pair);
        }
    }
}

/// What to write in place of a property of a type whose key is `key`, if that is none.
pub(super) fn of_type(key: &str) -> Option<&'static str> {
    avro_model::parse::is_schema_key(key, false).then_some(match key {
        "name" => "write `name = \"..\"`",
        "namespace" => "write `namespace = \"..\"`",
        "aliases" => "write `alias = \"..\"`",
        "doc" => "write `doc = \"..\"` or a `///` comment",
        _ => "the Rust type says it",
    })
}

/// What to write in place of a property of a field whose key is `key`, if that is none.
pub(super) fn of_field(key: &str) -> Option<&'static str> {
    avro_model::parse::is_field_key(key).then_some(match key {
        "name" => "write `name = \"..\"`",
        "aliases" => "write `alias = \"..\"`",
        "doc" => "write `doc = \"..\"` or a `///` comment",
        "default" => "write `default = <value>`",
        "order" => "write `order = \"descending\"`",
        _ => "the Rust type says it",
    })
}

impl syn::parse::Parse for Property {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let Ok(key) = input.parse::<LitStr>() else {
            return Err(input.error(format_args!("the key of a property is a text: {EXAMPLE}")));
        };
        if !input.peek(Token![=]) {
            return Err(syn::Error::new(key.span(), format_args!("this property has no value: {EXAMPLE}")));
        }
        input.parse::<Token![=]>()?;
        let mut value = String::new();
        write_value(input, &mut value)?;
        Ok(Property { key: key.value(), value, span: key.span() })
    }
}

/// Reads one JSON value and appends its text.
fn write_value(input: ParseStream<'_>, out: &mut String) -> syn::Result<()> {
    if input.peek(syn::token::Bracket) {
        let content;
        syn::bracketed!(content in input);
        return write_list(&content, out, '[', ']', write_value);
    }
    if input.peek(syn::token::Brace) {
        let content;
        syn::braced!(content in input);
        return write_list(&content, out, '{', '}', |member, out| {
            let Ok(key) = member.parse::<LitStr>() else {
                return Err(member.error("the key of a JSON object is a text in quotes"));
            };
            json::write_string(out, &key.value());
            member.parse::<Token![:]>()?;
            out.push(':');
            write_value(member, out)
        });
    }
    if input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        if !(input.peek(syn::LitInt) || input.peek(syn::LitFloat)) {
            return Err(input.error("expected a number behind `-`"));
        }
        out.push('-');
    }
    if input.peek(Lit) {
        return write_literal(&input.parse()?, out);
    }
    let Ok(word) = input.call(Ident::parse_any) else { return Err(unexpected(input)) };
    if word == "null" {
        out.push_str("null");
        return Ok(());
    }
    if word == "json" && input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        let text: LitStr = content.parse()?;
        return match json::compact(&text.value()) {
            Ok(json) if content.is_empty() => {
                out.push_str(&json);
                Ok(())
            }
            Ok(_) => Err(content.error("`json(..)` takes one text")),
            Err(error) => Err(syn::Error::new(text.span(), format_args!("this is no JSON text: {error}"))),
        };
    }
    Err(syn::Error::new(word.span(), EXPECTED))
}

const EXPECTED: &str = "expected JSON: a number, a text, `true`, `false`, `null`, `[..]`, `{\"key\": ..}`, or any JSON as \
                        text, `json(r#\"..\"#)`";

fn unexpected(input: ParseStream<'_>) -> syn::Error {
    input.error(EXPECTED)
}

fn write_list(
    content: ParseStream<'_>,
    out: &mut String,
    open: char,
    close: char,
    item: impl Fn(ParseStream<'_>, &mut String) -> syn::Result<()>,
) -> syn::Result<()> {
    out.push(open);
    let mut first = true;
    while !content.is_empty() {
        if !first {
            out.push(',');
        }
        first = false;
        item(content, out)?;
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    out.push(close);
    Ok(())
}

fn write_literal(literal: &Lit, out: &mut String) -> syn::Result<()> {
    let bare = |suffix: &str| {
        if suffix.is_empty() {
            return Ok(());
        }
        Err(syn::Error::new(literal.span(), format_args!("a number of JSON has no type: remove `{suffix}`")))
    };
    match literal {
        Lit::Str(text) => json::write_string(out, &text.value()),
        Lit::Bool(value) => out.push_str(if value.value { "true" } else { "false" }),
        Lit::Int(number) => {
            bare(number.suffix())?;
            out.push_str(number.base10_digits());
        }
        Lit::Float(number) => {
            bare(number.suffix())?;
            out.push_str(number.base10_digits());
            if number.base10_digits().ends_with('.') {
                out.push('0');
            }
        }
        other => return Err(syn::Error::new(other.span(), EXPECTED)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(tokens: &str) -> Result<String, String> {
        let tokens: proc_macro2::TokenStream = tokens.parse().expect("tokens");
        let mut out = String::new();
        let read = |input: ParseStream<'_>| write_value(input, &mut out);
        read.parse2(tokens).map_err(|error| error.to_string())?;
        Ok(out)
    }

    #[test]
    fn tokens_are_json() {
        for (tokens, json) in [
            ("1", "1"),
            ("-1.50", "-1.50"),
            ("1e5", "1e5"),
            ("0x10", "16"),
            ("true", "true"),
            ("null", "null"),
            ("\"a\\\"\\u{e9}\\u{1}\"", "\"a\\\"é\\u0001\""),
            ("[1, [], {}]", "[1,[],{}]"),
            ("{\"a\": {\"b\": -1,}, \"c\": null}", "{\"a\":{\"b\":-1},\"c\":null}"),
            ("json(r#\"{ \"a\" : 1E+2, \"\\u0062\": 1 }\"#)", "{\"a\":1E+2,\"b\":1}"),
        ] {
            assert_eq!(value(tokens).as_deref(), Ok(json), "{tokens}");
        }
    }

    #[test]
    fn other_tokens_are_refused() {
        for (tokens, text) in [
            ("None", "expected JSON"),
            ("1u8", "remove `u8`"),
            ("b\"a\"", "expected JSON"),
            ("- true", "a number behind `-`"),
            ("{a: 1}", "a text in quotes"),
            ("json(\"{\")", "no JSON text"),
        ] {
            assert!(value(tokens).is_err_and(|error| error.contains(text)), "{tokens}");
        }
    }
}

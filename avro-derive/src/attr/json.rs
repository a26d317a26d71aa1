//! JSON written as Rust tokens: the value of `prop("key" = ..)`.

use avro_model::json;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Lit, LitStr, Token, braced, bracketed, parenthesized};

/// JSON text without spaces.
pub(crate) struct Json(pub(crate) String);

impl Parse for Json {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut text = String::new();
        if input.peek(syn::token::Bracket) {
            let content;
            bracketed!(content in input);
            list(&mut text, '[', ']', &Punctuated::<Json, Token![,]>::parse_terminated(&content)?);
        } else if input.peek(syn::token::Brace) {
            let content;
            braced!(content in input);
            let members = content.parse_terminated(member, Token![,])?;
            list(&mut text, '{', '}', &members);
        } else if input.peek(Token![-]) {
            input.parse::<Token![-]>()?;
            text = format!("-{}", number(&input.parse()?)?);
        } else if input.peek(Lit) {
            match input.parse()? {
                Lit::Str(string) => json::write_string(&mut text, &string.value()),
                Lit::Bool(value) => text = value.value.to_string(),
                other => text = number(&other)?,
            }
        } else {
            let word: syn::Ident = input.parse().map_err(|error| syn::Error::new(error.span(), EXPECTED))?;
            match word.to_string().as_str() {
                "null" => text.push_str("null"),
                "json" => {
                    let content;
                    parenthesized!(content in input);
                    let literal: LitStr = content.parse()?;
                    text = json::compact(&literal.value())
                        .map_err(|error| syn::Error::new(literal.span(), format!("this is no JSON text: {error}")))?;
                }
                _ => return Err(syn::Error::new(word.span(), EXPECTED)),
            }
        }
        Ok(Json(text))
    }
}

const EXPECTED: &str =
    "expected a JSON value: `\"text\"`, `1`, `true`, `null`, `[1, 2]`, `{\"key\": 1}`, or as text `json(r#\"..\"#)`";

/// The number as it is written, without a type and underscores.
fn number(literal: &Lit) -> syn::Result<String> {
    match literal {
        Lit::Int(number) if number.suffix().is_empty() => Ok(number.base10_digits().to_owned()),
        Lit::Float(number) if number.suffix().is_empty() && !number.base10_digits().ends_with('.') => {
            Ok(number.base10_digits().to_owned())
        }
        other => Err(syn::Error::new(other.span(), EXPECTED)),
    }
}

/// `"key": value`
fn member(input: ParseStream<'_>) -> syn::Result<Json> {
    let key: LitStr = input.parse()?;
    input.parse::<Token![:]>()?;
    let mut text = String::new();
    json::write_string(&mut text, &key.value());
    text.push(':');
    text.push_str(&input.parse::<Json>()?.0);
    Ok(Json(text))
}

fn list(text: &mut String, open: char, close: char, items: &Punctuated<Json, Token![,]>) {
    text.push(open);
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push(',');
        }
        text.push_str(&item.0);
    }
    text.push(close);
}

#[cfg(test)]
mod tests {
    use super::Json;

    fn json(source: &str) -> Option<String> {
        syn::parse_str::<Json>(source).ok().map(|json| json.0)
    }

    #[test]
    fn tokens_become_json() {
        for (rust, text) in [
            ("1", "1"),
            ("-1.50", "-1.50"),
            ("\"a\\\"\\n\"", "\"a\\\"\\n\""),
            ("[1, [true, null],]", "[1,[true,null]]"),
            ("{\"a\": {\"b\": -0.5e3}, \"c\": []}", "{\"a\":{\"b\":-0.5e3},\"c\":[]}"),
            ("json(r#\"{ \"a\" : 1E400 }\"#)", "{\"a\":1E400}"),
        ] {
            assert_eq!(json(rust).as_deref(), Some(text), "{rust}");
        }
        for bad in ["1u8", "'a'", "x", "{a: 1}", "json(r#\"{\"#)", "1."] {
            assert_eq!(json(bad), None, "{bad}");
        }
    }
}

//! Numbers as Java prints them.

use std::borrow::Cow;

/// `text`, which is JSON without spaces, with its fractions and exponents as Java's doubles are printed.
pub(crate) fn with_java_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with('"') {
            let mut escaped = false;
            let close = rest.bytes().skip(1).position(|byte| {
                let ends = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                ends
            });
            let end = close.map_or(rest.len(), |close| close + 2);
            out.push_str(&rest[..end]);
            end
        } else {
            let end = rest.find(|c| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')).unwrap_or(rest.len());
            out.push_str(&java_number(&rest[..end]));
            end
        };
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// A JSON number as Jackson prints it: integers as they are, the rest by `Double.toString`.
fn java_number(text: &str) -> Cow<'_, str> {
    if text == "-0" {
        return Cow::Borrowed("0");
    }
    match text.parse::<f64>() {
        Ok(value) if text.contains(['.', 'e', 'E']) => Cow::Owned(java_double(value)),
        _ => Cow::Borrowed(text),
    }
}

/// `Double.toString`, infinities as JSON strings.
pub(crate) fn java_double(value: f64) -> String {
    if value.is_nan() {
        return "\"NaN\"".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "\"Infinity\"" } else { "\"-Infinity\"" }.to_owned();
    }
    let size = value.abs();
    if value == 0.0 || (1e-3..1e7).contains(&size) {
        let text = format!("{value}");
        return if text.contains('.') { text } else { text + ".0" };
    }
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((digits, exponent)) if digits.contains('.') => format!("{digits}E{exponent}"),
        Some((digits, exponent)) => format!("{digits}.0E{exponent}"),
        None => text,
    }
}

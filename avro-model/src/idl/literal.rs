//! Numbers and texts as IDL writes them.

use std::borrow::Cow;

use crate::json::java_double;

/// What a number is in JSON.
#[derive(Debug, PartialEq)]
pub(super) enum Number<'t> {
    /// A JSON number.
    Number(Cow<'t, str>),
    /// `"NaN"`, `"Infinity"` or `"-Infinity"`, which JSON writes as texts.
    Text(&'static str),
}

/// The number that `text` writes: a JSON number as it is, else Java's integers (hexadecimal, octal, with `L`) and floating
/// point numbers (hexadecimal, with `f` or `d`, `NaN` and the infinities).
pub(super) fn number(text: &str) -> Option<Number<'_>> {
    if is_json_number(text) {
        return Some(Number::Number(Cow::Borrowed(text)));
    }
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    match rest {
        "NaN" => return Some(Number::Text("NaN")),
        "Infinity" => return Some(Number::Text(if sign < 0 { "-Infinity" } else { "Infinity" })),
        _ => {}
    }
    if !text.starts_with('+')
        && let Some(integer) = integer(rest)
    {
        return i64::try_from(sign * integer).ok().map(|value| Number::Number(Cow::Owned(value.to_string())));
    }
    let magnitude = match rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X")) {
        Some(hex) => hexadecimal_float(hex)?,
        None => {
            let digits = rest.strip_suffix(['f', 'F', 'd', 'D']).unwrap_or(rest);
            let plain = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
                && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
            let floats = rest.contains(['.', 'e', 'E']) || digits.len() < rest.len();
            digits.parse::<f64>().ok().filter(|_| plain && floats)?
        }
    };
    let text = java_double(f64::from(sign as i8) * magnitude);
    Some(match text.as_str() {
        "\"Infinity\"" => Number::Text("Infinity"),
        "\"-Infinity\"" => Number::Text("-Infinity"),
        _ => Number::Number(Cow::Owned(text)),
    })
}

/// An integer without sign.
fn integer(text: &str) -> Option<i128> {
    let digits = text.strip_suffix(['l', 'L']).unwrap_or(text);
    let (digits, radix) = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(hex) => (hex, 16),
        None if digits.len() > 1 && digits.starts_with('0') => (&digits[1..], 8),
        None => (digits, 10),
    };
    let good = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
    // longer ones are out of every range, whatever their sign
    good.then(|| i128::from_str_radix(digits, radix).unwrap_or(i128::from(u64::MAX)))
}

fn hexadecimal_float(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.strip_suffix(['f', 'F', 'd', 'D']).unwrap_or(text).split_once(['p', 'P'])?;
    let mut exponent: i32 = exponent.parse().ok()?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut value = 0.0_f64;
    for digit in whole.chars().chain(fraction.chars()) {
        value = value * 16.0 + f64::from(digit.to_digit(16)?);
    }
    exponent = exponent.saturating_sub(i32::try_from(fraction.len()).ok()?.saturating_mul(4));
    Some(value * 2.0_f64.powi(exponent))
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
fn is_json_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// The text between the quotes of a literal, its escapes resolved; on error the byte offset of what is wrong, and what.
pub(super) fn unescaped(inner: &str) -> Result<Cow<'_, str>, (usize, String)> {
    if let Some(at) = inner.find(['\t', '\u{8}', '\u{c}']) {
        return Err((at, "a text holds a control character that has to be escaped".to_owned()));
    }
    if !inner.contains('\\') {
        return Ok(Cow::Borrowed(inner));
    }
    let mut out = String::with_capacity(inner.len());
    let mut at = 0;
    while let Some(length) = inner[at..].find('\\') {
        out.push_str(&inner[at..at + length]);
        let start = at + length;
        let rest = &inner[start + 1..];
        let c = rest.chars().next().unwrap_or(' ');
        let bad = || (start, format!("`\\{}` is no escape", c.escape_debug()));
        at = start + 2;
        match c {
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            '\\' | '"' | '\'' | '/' => out.push(c),
            '0'..='7' => {
                let most = if c <= '3' { 3 } else { 2 };
                let length = rest.bytes().take(most).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
                let code = u32::from_str_radix(&rest[..length], 8).ok().and_then(char::from_u32);
                out.push(code.ok_or_else(bad)?);
                at = start + 1 + length;
            }
            'u' => {
                let high = unit(rest).ok_or_else(bad)?;
                at = start + 6;
                let low = inner[at..].strip_prefix('\\').and_then(unit).filter(|low| (0xdc00..0xe000).contains(low));
                let code = match (high, low) {
                    (0xd800..0xdc00, Some(low)) => {
                        at += 6;
                        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                    }
                    _ => char::from_u32(high),
                };
                let lone = || (start, "half of a surrogate pair is no character".to_owned());
                out.push(code.ok_or_else(lone)?);
            }
            _ => return Err(bad()),
        }
    }
    out.push_str(&inner[at..]);
    Ok(Cow::Owned(out))
}

/// The four digits of `u00e9`.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::{Number, number, unescaped};

    #[test]
    fn numbers_are_javas() {
        let cases = [
            ("0", "0"),
            ("-0", "-0"),
            ("1.50", "1.50"),
            ("1e400", "1e400"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            ("0x10", "16"),
            ("-0x8000000000000000", "-9223372036854775808"),
            ("017", "15"),
            ("00", "0"),
            ("5L", "5"),
            ("5.", "5.0"),
            (".5", "0.5"),
            ("+1.5", "1.5"),
            ("1f", "1.0"),
            ("1e3d", "1000.0"),
            ("0x1.8p1", "3.0"),
            ("-0x.8p-1", "-0.25"),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text), Some(Number::Number(expected.into())), "{text}");
        }
        for (text, expected) in
            [("-NaN", "NaN"), ("+Infinity", "Infinity"), ("-Infinity", "-Infinity"), ("1e400d", "Infinity")]
        {
            assert_eq!(number(text), Some(Number::Text(expected)), "{text}");
        }
        for text in ["0x", "08", "1x", "0x8000000000000000", "1.2.3", "1_0", "--1", "-", "e5", "-inf", "0x1.8", "5l5"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn escapes_are_javas() {
        let cases = [
            ("plain", "plain"),
            (r#"\"\\\/\'\n\r\t\b\f"#, "\"\\/'\n\r\t\u{8}\u{c}"),
            (r"\0\18\777", "\0\u{1}8\u{3f}7"),
            (r"\u00e9\ud83d\ude00", "é😀"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescaped(text).as_deref(), Ok(expected), "{text}");
        }
        for (text, at) in [(r"a\x", 1), (r"\u12", 0), (r"\ud83d", 0), (r"\ude00x", 0), ("a\tb", 1), (r"\u+123", 0)] {
            assert_eq!(unescaped(text).expect_err(text).0, at, "{text}");
        }
    }
}

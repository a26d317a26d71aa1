//! Numbers as Java prints and reads them.

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
        // of two digits the nearest, which is another one among the smallest numbers
        Some(_) => format!("{value:.1e}").replace('e', "E"),
        None => text,
    }
}

/// What Java's `Double.parseDouble` makes of a text: `NaN`, `Infinity`, or a number, which may be hexadecimal.
pub(crate) fn java_float(text: &str) -> Option<f64> {
    let text = text.trim_matches(|c: char| c <= ' ');
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let signed = |value: f64| Some(if text.starts_with('-') { -value } else { value });
    match unsigned {
        "NaN" => return Some(f64::NAN),
        "Infinity" => return signed(f64::INFINITY),
        _ => {}
    }
    let plain = unsigned.strip_suffix(['f', 'F', 'd', 'D']).unwrap_or(unsigned);
    if let Some(hexadecimal) = plain.strip_prefix("0x").or(plain.strip_prefix("0X")) {
        // the suffix is none of the digits: they end with the exponent, which has to be there
        return signed(hexadecimal_float(hexadecimal)?);
    }
    // Rust's spellings of infinity and NaN are not Java's.
    if !plain.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    signed(plain.parse().ok()?)
}

/// `1.8p-3`: hexadecimal digits and the power of two that they are multiplied by, rounded to the nearest, ties to even.
fn hexadecimal_float(text: &str) -> Option<f64> {
    let (digits, power) = text.split_once(['p', 'P'])?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let unsigned = power.strip_prefix(['+', '-']).unwrap_or(power);
    if unsigned.is_empty() || !unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // What is further from 0 than all digits of a text of 4 GiB could make up for.
    const FAR: i64 = 1 << 40;
    let power = unsigned.bytes().fold(0, |value: i64, digit| (value * 10 + i64::from(digit - b'0')).min(FAR));
    let mut exponent = if text.contains("p-") || text.contains("P-") { -power } else { power };

    // the first bits that are not 0, and whether any behind them is not
    let (mut bits, mut more) = (0_u64, false);
    for (digit, behind_point) in whole.chars().map(|c| (c, false)).chain(fraction.chars().map(|c| (c, true))) {
        let digit = u64::from(digit.to_digit(16)?);
        if bits >> 60 == 0 {
            bits = bits << 4 | digit;
            exponent -= if behind_point { 4 } else { 0 };
        } else {
            more |= digit != 0;
            exponent += if behind_point { 0 } else { 4 };
        }
    }
    if bits == 0 {
        return Some(0.0);
    }
    exponent -= i64::from(bits.leading_zeros());
    bits <<= bits.leading_zeros();
    // the value is from 2^top up to twice that
    let top = exponent + 63;
    if top > 1023 {
        return Some(f64::INFINITY);
    }
    // 53 bits are kept, fewer of the numbers nearest to 0
    let lowest = -1022;
    let dropped = 11 + (lowest - top).max(0);
    if dropped > 64 {
        return Some(0.0);
    }
    let (kept, rest) = if dropped == 64 { (0, bits) } else { (bits >> dropped, bits << (64 - dropped)) };
    let half = 1 << 63;
    let up = rest > half || rest == half && (more || kept & 1 == 1);
    // a carry goes over into the exponent, as it should
    let base = if top < lowest { 0 } else { ((top - lowest) as u64) << 52 };
    Some(f64::from_bits(base + kept + u64::from(up)))
}

#[cfg(test)]
mod tests {
    use super::{java_double, java_float};

    /// `Double.parseDouble` of Java, and `Double.toString` of what it gives.
    #[test]
    fn numbers_in_quotes_are_read_as_java_reads_them() {
        for (text, java) in [
            ("0x1p3", "8.0"),
            ("0x1.8p1", "3.0"),
            ("-0X1.8P+1", "-3.0"),
            ("0x.8p0", "0.5"),
            ("0x1.p0d", "1.0"),
            ("0x1p3f", "8.0"),
            ("0x0p0", "0.0"),
            ("-0x0p99999999999999999999", "-0.0"),
            ("0x1.fffffffffffffp1023", "1.7976931348623157E308"),
            ("0x1.fffffffffffff8p1023", "\"Infinity\""),
            ("0x1.fffffffffffff7fffp1023", "1.7976931348623157E308"),
            ("0x1p-1022", "2.2250738585072014E-308"),
            ("0x0.fffffffffffff8p-1022", "2.2250738585072014E-308"),
            ("0x1p-1074", "4.9E-324"),
            ("0x1p-1075", "0.0"),
            ("0x1.0000001p-1075", "4.9E-324"),
            ("0x1p-1076", "0.0"),
            ("0x1p99999999999999999999", "\"Infinity\""),
            ("0x1p-99999999999999999999", "0.0"),
            ("0x1.00000000000008p0", "1.0"),
            ("0x1.00000000000018p0", "1.0000000000000004"),
            ("0x1.000000000000080000000000001p0", "1.0000000000000002"),
            ("0x123456789abcdef012345p-80", "1.1377777777777778"),
            ("1.5f", "1.5"),
            (" +1.5e3D ", "1500.0"),
            ("-.5", "-0.5"),
            ("5.", "5.0"),
            ("NaN", "\"NaN\""),
            ("-Infinity", "\"-Infinity\""),
        ] {
            let read = java_float(text).map(java_double);
            assert_eq!(read.as_deref(), Some(java), "{text}");
        }
        for text in [
            "",
            "f",
            ".",
            "0x1",
            "0xp1",
            "0x.p1",
            "0x1p",
            "0x1p+",
            "0x1pf",
            "0x1.8",
            "0x1g",
            "0x1p1.5",
            "0x1_0p0",
            "x1p1",
            "nan",
            "inf",
            "infinity",
            "Infinityf",
            "1ff",
            "1e",
            "--1",
            "0x-1p1",
            "1 2",
            "0x1p٣",
        ] {
            assert_eq!(java_float(text).map(java_double), None, "{text}");
        }
    }
}

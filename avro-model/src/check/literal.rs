//! Whether a default, as JSON text, is a value of its field's type, in constants: the rules of [`crate::default::check`]
//! without a tree.
//!
//! Defaults of derived types are short and flat, so this recurses, within the frames that constant evaluation has.

use super::ProblemKind;
use crate::schema::{Kind, View};
use crate::text::same;

/// Levels of nesting that fit into the frames of constant evaluation.
const DEEPEST: usize = 24;

/// A value was skipped or matched up to here, or the text cannot be judged.
type Scanned<T> = Result<T, ProblemKind>;

pub(super) const fn check(view: View<'_>, text: &str) -> Option<ProblemKind> {
    if same(text, "null") && nullable(view) {
        return None;
    }
    let bytes = text.as_bytes();
    match skip(bytes, space(bytes, 0), 0) {
        Err(kind) => return Some(kind),
        Ok(end) if space(bytes, end) != bytes.len() => return Some(ProblemKind::DefaultSyntax),
        Ok(_) => {}
    }
    if let Kind::Float | Kind::Double = &view.node.kind
        && (same(text, "\"NaN\"") || same(text, "\"Infinity\"") || same(text, "\"-Infinity\""))
    {
        return None;
    }
    match fits(view, bytes, space(bytes, 0), 0) {
        Ok(true) => None,
        Ok(false) => Some(ProblemKind::Default),
        Err(kind) => Some(kind),
    }
}

const fn nullable(view: View<'_>) -> bool {
    let mut i = 0;
    while i < view.branch_count() {
        if let Kind::Null = &view.branch(i).node.kind {
            return true;
        }
        i += 1;
    }
    matches!(&view.node.kind, Kind::Null)
}

const fn at(bytes: &[u8], place: usize) -> u8 {
    if place < bytes.len() { bytes[place] } else { 0 }
}

const fn space(bytes: &[u8], mut place: usize) -> usize {
    while matches!(at(bytes, place), b' ' | b'\t' | b'\n' | b'\r') {
        place += 1;
    }
    place
}

/// The end of the value at `place`.
const fn skip(bytes: &[u8], place: usize, depth: usize) -> Scanned<usize> {
    if depth > DEEPEST {
        return Err(ProblemKind::DefaultTooDeep);
    }
    match at(bytes, place) {
        b'"' => skip_string(bytes, place),
        b'[' | b'{' => {
            let mut element = first(bytes, place);
            while let Ok(Some(value)) = element {
                match skip(bytes, value, depth + 1) {
                    Ok(end) => element = following(bytes, place, end),
                    Err(kind) => return Err(kind),
                }
            }
            match element {
                Err(Stop::End(end)) => Ok(end),
                _ => Err(ProblemKind::DefaultSyntax),
            }
        }
        b't' => skip_word(bytes, place, b"true"),
        b'f' => skip_word(bytes, place, b"false"),
        b'n' => skip_word(bytes, place, b"null"),
        _ => skip_number(bytes, place),
    }
}

const fn skip_word(bytes: &[u8], place: usize, word: &[u8]) -> Scanned<usize> {
    let mut i = 0;
    while i < word.len() {
        if at(bytes, place + i) != word[i] {
            return Err(ProblemKind::DefaultSyntax);
        }
        i += 1;
    }
    Ok(place + i)
}

const fn digits(bytes: &[u8], mut place: usize) -> Scanned<usize> {
    if !at(bytes, place).is_ascii_digit() {
        return Err(ProblemKind::DefaultSyntax);
    }
    while at(bytes, place).is_ascii_digit() {
        place += 1;
    }
    Ok(place)
}

const fn skip_number(bytes: &[u8], place: usize) -> Scanned<usize> {
    let start = if at(bytes, place) == b'-' { place + 1 } else { place };
    let mut end = match digits(bytes, start) {
        Ok(end) => end,
        Err(kind) => return Err(kind),
    };
    if at(bytes, start) == b'0' && end > start + 1 {
        return Err(ProblemKind::DefaultSyntax);
    }
    if at(bytes, end) == b'.' {
        match digits(bytes, end + 1) {
            Ok(behind) => end = behind,
            Err(kind) => return Err(kind),
        }
    }
    if matches!(at(bytes, end), b'e' | b'E') {
        let sign = matches!(at(bytes, end + 1), b'+' | b'-') as usize;
        match digits(bytes, end + 1 + sign) {
            Ok(behind) => end = behind,
            Err(kind) => return Err(kind),
        }
    }
    Ok(end)
}

const fn skip_string(bytes: &[u8], place: usize) -> Scanned<usize> {
    let mut i = place + 1;
    loop {
        match at(bytes, i) {
            b'"' => return Ok(i + 1),
            b'\\' => {
                let length = match at(bytes, i + 1) {
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 2,
                    b'u' => 6,
                    _ => return Err(ProblemKind::DefaultSyntax),
                };
                let mut digit = 2;
                while digit < length {
                    if !at(bytes, i + digit).is_ascii_hexdigit() {
                        return Err(ProblemKind::DefaultSyntax);
                    }
                    digit += 1;
                }
                i += length;
            }
            0..0x20 => return Err(ProblemKind::DefaultSyntax),
            _ => i += 1,
        }
    }
}

/// Why there is no further element.
#[derive(Clone, Copy)]
enum Stop {
    /// The array or object ends here.
    End(usize),
    Syntax,
}

/// The place of the first element's value in the array or object at `place`.
const fn first(bytes: &[u8], place: usize) -> Result<Option<usize>, Stop> {
    let inside = space(bytes, place + 1);
    if at(bytes, inside) == at(bytes, place) + 2 {
        return Err(Stop::End(inside + 1));
    }
    value_of(bytes, place, inside)
}

/// The place of the next element's value behind the one that ends at `end`. (`]` and `}` stand two behind `[` and `{`.)
const fn following(bytes: &[u8], place: usize, end: usize) -> Result<Option<usize>, Stop> {
    let behind = space(bytes, end);
    if at(bytes, behind) == at(bytes, place) + 2 {
        return Err(Stop::End(behind + 1));
    }
    if at(bytes, behind) != b',' {
        return Err(Stop::Syntax);
    }
    value_of(bytes, place, space(bytes, behind + 1))
}

/// Past the key of an object's member.
const fn value_of(bytes: &[u8], place: usize, element: usize) -> Result<Option<usize>, Stop> {
    if at(bytes, place) == b'[' {
        return Ok(Some(element));
    }
    if at(bytes, element) != b'"' {
        return Err(Stop::Syntax);
    }
    match skip_string(bytes, element) {
        Ok(end) => {
            let colon = space(bytes, end);
            if at(bytes, colon) != b':' {
                return Err(Stop::Syntax);
            }
            Ok(Some(space(bytes, colon + 1)))
        }
        Err(_) => Err(Stop::Syntax),
    }
}

/// Whether the value at `place`, which is known to be JSON, is one of `view`.
const fn fits(view: View<'_>, bytes: &[u8], place: usize, depth: usize) -> Scanned<bool> {
    let lead = at(bytes, place);
    match &view.node.kind {
        Kind::Union(_) => {
            let mut i = 0;
            while i < view.branch_count() {
                match fits(view.branch(i), bytes, place, depth + 1) {
                    Ok(false) => i += 1,
                    other => return other,
                }
            }
            Ok(false)
        }
        Kind::Null => Ok(lead == b'n'),
        Kind::Boolean => Ok(matches!(lead, b't' | b'f')),
        Kind::Int => Ok(integer_fits(bytes, place, i32::MAX as u64)),
        Kind::Long => Ok(integer_fits(bytes, place, i64::MAX as u64)),
        Kind::Float | Kind::Double => Ok(matches!(lead, b'-' | b'0'..=b'9')),
        Kind::String => Ok(lead == b'"'),
        Kind::Bytes => Ok(lead == b'"' && count_bytes(bytes, place).is_some()),
        Kind::Fixed(fixed) => Ok(lead == b'"'
            && match count_bytes(bytes, place) {
                Some(count) => count == fixed.size as usize,
                None => false,
            }),
        Kind::Enum(symbols) => {
            let (list, mut i) = (symbols.symbols.get(), 0);
            while lead == b'"' && i < list.len() {
                if string_is(bytes, place, list[i].get()) {
                    return Ok(true);
                }
                i += 1;
            }
            Ok(false)
        }
        Kind::Array(_) if lead != b'[' => Ok(false),
        Kind::Map(_) | Kind::Record(_) if lead != b'{' => Ok(false),
        Kind::Array(_) | Kind::Map(_) => {
            let Some(element) = view.element() else { return Ok(false) };
            let mut value = first(bytes, place);
            while let Ok(Some(start)) = value {
                match fits(element, bytes, start, depth + 1) {
                    Ok(true) => {}
                    other => return other,
                }
                match skip(bytes, start, depth + 1) {
                    Ok(end) => value = following(bytes, place, end),
                    Err(kind) => return Err(kind),
                }
            }
            Ok(true)
        }
        Kind::Record(_) => {
            let mut i = 0;
            while i < view.field_count() {
                let field = view.field(i);
                match member(bytes, place, field.name.get(), depth) {
                    Some(start) => match fits(view.child(&field.schema), bytes, start, depth + 1) {
                        Ok(true) => {}
                        other => return other,
                    },
                    None if field.default.is_some() => {}
                    None => return Ok(false),
                }
                i += 1;
            }
            Ok(true)
        }
    }
}

/// The place of the value under `key` in the object at `place`; of several, the last.
const fn member(bytes: &[u8], place: usize, key: &str, depth: usize) -> Option<usize> {
    let mut found = None;
    let mut key_place = space(bytes, place + 1);
    let mut value = first(bytes, place);
    while let Ok(Some(start)) = value {
        if string_is(bytes, key_place, key) {
            found = Some(start);
        }
        match skip(bytes, start, depth + 1) {
            Ok(end) => {
                key_place = space(bytes, space(bytes, end) + 1);
                value = following(bytes, place, end);
            }
            Err(_) => return found,
        }
    }
    found
}

/// Whether the number at `place` is an integer from `-most - 1` to `most`.
const fn integer_fits(bytes: &[u8], place: usize, most: u64) -> bool {
    let negative = at(bytes, place) == b'-';
    let (mut i, mut value) = (place + negative as usize, 0u64);
    if !at(bytes, i).is_ascii_digit() {
        return false;
    }
    while at(bytes, i).is_ascii_digit() {
        value = value.saturating_mul(10).saturating_add((at(bytes, i) - b'0') as u64);
        i += 1;
    }
    !matches!(at(bytes, i), b'.' | b'e' | b'E') && value <= most + negative as u64
}

/// The character at `place` inside a string, and the place of the next; surrogates are given one by one.
const fn character(bytes: &[u8], place: usize) -> (u32, usize) {
    let lead = at(bytes, place);
    match lead {
        b'\\' => match at(bytes, place + 1) {
            b'b' => (8, place + 2),
            b't' => (9, place + 2),
            b'n' => (10, place + 2),
            b'f' => (12, place + 2),
            b'r' => (13, place + 2),
            b'u' => {
                let (mut value, mut i) = (0, 2);
                while i < 6 {
                    value = value * 16 + hex(at(bytes, place + i));
                    i += 1;
                }
                (value, place + 6)
            }
            other => (other as u32, place + 2),
        },
        0..0x80 => (lead as u32, place + 1),
        _ => {
            let length = if lead >= 0xf0 {
                4
            } else if lead >= 0xe0 {
                3
            } else {
                2
            };
            let (mut value, mut i) = (lead as u32 & (0xff >> (length + 1)), 1);
            while i < length {
                value = value << 6 | (at(bytes, place + i) & 0x3f) as u32;
                i += 1;
            }
            (value, place + length)
        }
    }
}

const fn hex(digit: u8) -> u32 {
    match digit {
        b'0'..=b'9' => (digit - b'0') as u32,
        _ => (digit | 0x20) as u32 - b'a' as u32 + 10,
    }
}

/// How many bytes the string at `place` stands for: one for each character, which is at most U+00FF.
const fn count_bytes(bytes: &[u8], place: usize) -> Option<usize> {
    let (mut i, mut count) = (place + 1, 0);
    while at(bytes, i) != b'"' {
        let (value, next) = character(bytes, i);
        if value > 0xff {
            return None;
        }
        count += 1;
        i = next;
    }
    Some(count)
}

const fn string_is(bytes: &[u8], place: usize, text: &str) -> bool {
    let (wanted, mut i, mut j) = (text.as_bytes(), place + 1, 0);
    while at(bytes, i) != b'"' {
        if j >= wanted.len() {
            return false;
        }
        let (a, next) = character(bytes, i);
        let (b, following) = character(wanted, j);
        if a != b {
            return false;
        }
        (i, j) = (next, following);
    }
    j == wanted.len()
}

#[cfg(test)]
mod tests {
    use crate::schema::Document;

    #[test]
    fn defaults_are_judged_as_at_run_time() {
        let record = r#"{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"é","type":["null","string"],"default":null}]}"#;
        let list = r#"["null",{"type":"record","name":"L","fields":[{"name":"n","type":["null","L"]}]},{"type":"record","name":"M","fields":[{"name":"m","type":{"type":"array","items":"L"}}]}]"#;
        let schemas = [
            r#""null""#,
            r#""boolean""#,
            r#""int""#,
            r#""long""#,
            r#""float""#,
            r#""double""#,
            r#""bytes""#,
            r#""string""#,
            r#"{"type":"array","items":"int"}"#,
            r#"{"type":"map","values":["null","boolean"]}"#,
            r#"{"type":"enum","name":"E","symbols":["A","B2"]}"#,
            r#"{"type":"fixed","name":"F","size":2}"#,
            r#"["int","string"]"#,
            record,
            list,
        ];
        let texts = [
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1.0",
            "1e3",
            "-1.5E-3",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999",
            r#""""#,
            r#""A""#,
            r#""B2""#,
            r#""\u0041""#,
            r#""ab""#,
            r#""\u00ff\"""#,
            r#""\u0100b""#,
            r#""éÿ""#,
            r#""NaN""#,
            r#""-Infinity""#,
            "[]",
            "[ 1 , 2 ]",
            "[1,2.5]",
            "[[1]]",
            "{}",
            r#"{"x":null,"y":true}"#,
            r#"{"x":1}"#,
            r#"{"a":1}"#,
            r#"{ "a" : 1 , "é" : "x" }"#,
            r#"{"a":1,"\u00e9":5}"#,
            r#"{"a":1,"a":"x"}"#,
            r#"{"a":"x","a":1}"#,
            r#"{"é":"x"}"#,
            r#"{"n":null}"#,
            r#"{"n":{"n":{"n":null}}}"#,
            r#"{"n":{"n":{"m":null}}}"#,
            r#"{"m":[{"n":null},{"n":{"n":null}}]}"#,
            r#"{"m":[{"n":null},{"n":{"o":null}}]}"#,
            "",
            "nul",
            "nulll",
            "1 2",
            "01",
            "1.",
            ".5",
            "+1",
            "--1",
            "[1,]",
            "[1",
            "[,1]",
            "{,}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{"a" 1}"#,
            r#"{a:1}"#,
            r#"{"a":1]"#,
            r#"["a""b"]"#,
            r#"""#,
            r#""\x""#,
            r#""\u12""#,
            "\"\n\"",
        ];
        for schema in schemas {
            let document = Document::parse(schema).expect(schema);
            for text in texts {
                let constant = super::check(document.view(), text);
                let run_time = crate::default::check(document.view(), text);
                assert_eq!(constant.is_none(), run_time.is_ok(), "{text} of {schema}: {constant:?}, {run_time:?}");
            }
        }
    }
}

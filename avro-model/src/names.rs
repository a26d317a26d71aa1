//! Names: the specification's rule, the case rules of `rename_all`, and near misses.

mod unicode;

/// The primitive type names, which a named type may not take (Avro specification, "Names").
pub const PRIMITIVES: [&str; 8] = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"];

/// The names of all Avro types, primitives first.
pub const TYPES: [&str; 14] = [
    "null", "boolean", "int", "long", "float", "double", "bytes", "string", "record", "enum", "array", "map", "fixed",
    "union",
];

/// The specification's rule for a name without dots: `[A-Za-z_][A-Za-z0-9_]*`.
pub const fn is_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    if bytes.is_empty() || bytes[0].is_ascii_digit() {
        return false;
    }
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_alphanumeric() && bytes[i] != b'_' {
            return false;
        }
        i += 1;
    }
    true
}

/// The specification's rule for a dotted name: names joined by single dots.
pub const fn is_full_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    let (mut i, mut start) = (0, true);
    while i < bytes.len() {
        let byte = bytes[i];
        if start && byte.is_ascii_digit() {
            return false;
        }
        if byte == b'.' {
            if start {
                return false;
            }
            start = true;
        } else if byte.is_ascii_alphanumeric() || byte == b'_' {
            start = false;
        } else {
            return false;
        }
        i += 1;
    }
    !start
}

/// The rule for a namespace: empty, or a dotted name.
pub const fn is_namespace(namespace: &str) -> bool {
    namespace.is_empty() || is_full_name(namespace)
}

/// Whether `name` is a primitive type's name.
pub const fn is_primitive(name: &str) -> bool {
    is_among(name, &PRIMITIVES)
}

/// Whether `name` is the name of an Avro type.
pub const fn is_type(name: &str) -> bool {
    is_among(name, &TYPES)
}

/// The primitive type that other languages call `name`.
pub(crate) fn type_elsewhere(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "bool" => "boolean",
        "integer" | "int32" | "i32" | "short" | "byte" => "int",
        "int64" | "i64" | "bigint" => "long",
        "float32" | "f32" => "float",
        "float64" | "f64" | "number" => "double",
        "binary" | "blob" => "bytes",
        "str" | "text" | "varchar" | "utf8" => "string",
        "none" | "nil" | "void" => "null",
        _ => return None,
    })
}

const fn is_among(name: &str, list: &[&str]) -> bool {
    let mut i = 0;
    while i < list.len() {
        if crate::text::same(list[i], name) {
            return true;
        }
        i += 1;
    }
    false
}

/// Which names a parser takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum NameRule {
    /// The specification's rule: `[A-Za-z_][A-Za-z0-9_]*`.
    Strict,
    /// Letters and digits of any script, as Java's parser takes by default: those of the basic plane, as it looks at UTF-16.
    #[default]
    Unicode,
    /// Any text.
    Any,
}

impl NameRule {
    /// What is wrong with `name` (without dots), as a clause that follows the quoted name; nothing for a good name.
    pub fn problem(self, name: &str) -> Option<String> {
        // Good by every rule, as nearly all are.
        if self == NameRule::Any || is_name(name) {
            return None;
        }
        let letter = |c: char| if self == NameRule::Strict { c.is_ascii_alphabetic() } else { unicode::is_letter(c) };
        let digit = |c: char| if self == NameRule::Strict { c.is_ascii_digit() } else { unicode::is_digit(c) };
        let Some(first) = name.chars().next() else { return Some("is empty".to_owned()) };
        if digit(first) {
            return Some("begins with a digit".to_owned());
        }
        let bad = name.chars().find(|&c| c != '_' && !letter(c) && !digit(c))?;
        Some(match bad {
            '.' => "has a dot, which only names of types may have".to_owned(),
            '-' => "has a `-`; names are letters, digits and `_`".to_owned(),
            ' ' => "has a space; names are letters, digits and `_`".to_owned(),
            c => format!("has the character {c:?}; names are letters, digits and `_`"),
        })
    }
}

/// A good name near a bad one: characters that are not allowed become `_`, a leading digit gets one before it.
pub fn repaired(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 1);
    for c in name.chars() {
        if out.is_empty() && c.is_ascii_digit() {
            out.push('_');
        }
        out.push(if c.is_ascii_alphanumeric() { c } else { '_' });
    }
    if out.is_empty() {
        out.push('_');
    }
    out
}

/// How a container's `rename_all` makes Avro names of Rust identifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RenameRule {
    /// The identifier as it is.
    #[default]
    None,
    /// `lowercase`
    Lower,
    /// `UPPERCASE`
    Upper,
    /// `PascalCase`
    Pascal,
    /// `camelCase`
    Camel,
    /// `snake_case`
    Snake,
    /// `SCREAMING_SNAKE_CASE`
    ScreamingSnake,
}

impl RenameRule {
    /// The spellings that [`RenameRule::parse`] takes.
    pub const SPELLINGS: [&'static str; 6] =
        ["lowercase", "UPPERCASE", "PascalCase", "camelCase", "snake_case", "SCREAMING_SNAKE_CASE"];

    /// The rule that an attribute spells as `text`. The kebab cases of serde are not among them: `-` is not allowed in Avro
    /// names.
    pub fn parse(text: &str) -> Option<RenameRule> {
        Some(match text {
            "lowercase" => RenameRule::Lower,
            "UPPERCASE" => RenameRule::Upper,
            "PascalCase" => RenameRule::Pascal,
            "camelCase" => RenameRule::Camel,
            "snake_case" => RenameRule::Snake,
            "SCREAMING_SNAKE_CASE" => RenameRule::ScreamingSnake,
            _ => return None,
        })
    }

    /// The Avro name of a field, whose identifier is in snake case.
    pub fn apply_to_field(self, field: &str) -> String {
        match self {
            RenameRule::None | RenameRule::Lower | RenameRule::Snake => field.to_owned(),
            RenameRule::Upper | RenameRule::ScreamingSnake => field.to_ascii_uppercase(),
            RenameRule::Pascal => pascal(field),
            RenameRule::Camel => lower_first(&pascal(field)),
        }
    }

    /// The Avro name of an enum variant, whose identifier is in Pascal case.
    pub fn apply_to_variant(self, variant: &str) -> String {
        match self {
            RenameRule::None | RenameRule::Pascal => variant.to_owned(),
            RenameRule::Lower => variant.to_ascii_lowercase(),
            RenameRule::Upper => variant.to_ascii_uppercase(),
            RenameRule::Camel => lower_first(variant),
            RenameRule::Snake => snake(variant),
            RenameRule::ScreamingSnake => snake(variant).to_ascii_uppercase(),
        }
    }
}

fn pascal(field: &str) -> String {
    let mut out = String::with_capacity(field.len());
    let mut capital = true;
    for c in field.chars() {
        if c == '_' {
            capital = true;
        } else if capital {
            out.push(c.to_ascii_uppercase());
            capital = false;
        } else {
            out.push(c);
        }
    }
    out
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) => first.to_ascii_lowercase().to_string() + chars.as_str(),
        None => String::new(),
    }
}

fn snake(variant: &str) -> String {
    let mut out = String::with_capacity(variant.len() + 4);
    for (i, c) in variant.char_indices() {
        if i > 0 && c.is_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The candidate nearest to `word`, if one is near enough to be what was meant (at most a third of its letters differ,
/// a swap of neighbours counting once). The first of equals wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    let word: Vec<char> = word.chars().map(|c| c.to_ascii_lowercase()).take(LONGEST + 1).collect();
    if word.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let letters: Vec<char> = candidate.chars().map(|c| c.to_ascii_lowercase()).take(LONGEST + 1).collect();
        if letters.len() > LONGEST {
            continue;
        }
        let distance = distance(&word, &letters);
        if distance <= word.len().max(letters.len()).div_ceil(3).min(3)
            && distance < letters.len()
            && best.is_none_or(|(least, _)| distance < least)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = last;
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const _: () = assert!(is_name("a_1") && !is_name("1a") && !is_name("") && !is_name("a.b") && is_full_name("a.b"));

    #[test]
    fn full_names() {
        for good in ["a", "a.b", "_._1"] {
            assert!(is_full_name(good), "{good}");
        }
        for bad in ["", ".a", "a.", "a..b", "a.1b", "a-b", "é"] {
            assert!(!is_full_name(bad), "{bad}");
        }
    }

    #[test]
    fn rename_rules_are_serdes() {
        for (rule, field, variant) in [
            (RenameRule::Lower, "very_tasty", "verytasty"),
            (RenameRule::Upper, "VERY_TASTY", "VERYTASTY"),
            (RenameRule::Pascal, "VeryTasty", "VeryTasty"),
            (RenameRule::Camel, "veryTasty", "veryTasty"),
            (RenameRule::Snake, "very_tasty", "very_tasty"),
            (RenameRule::ScreamingSnake, "VERY_TASTY", "VERY_TASTY"),
        ] {
            assert_eq!(
                (rule.apply_to_field("very_tasty"), rule.apply_to_variant("VeryTasty")),
                (field.to_owned(), variant.to_owned())
            );
        }
        assert_eq!(RenameRule::Camel.apply_to_field("z42"), "z42");
        assert_eq!(RenameRule::parse("kebab-case"), None);
    }

    #[test]
    fn near_misses() {
        assert_eq!(nearest("strng", TYPES), Some("string"));
        assert_eq!(nearest("String", TYPES), Some("string"));
        assert_eq!(nearest("nulll", TYPES), Some("null"));
        assert_eq!(nearest("lnog", TYPES), Some("long"));
        assert_eq!(nearest("panther", TYPES), None);
        assert_eq!(nearest("", TYPES), None);
    }
}

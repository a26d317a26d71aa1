//! JSON with byte positions.
//!
//! Tokens come from `jsonc_parser`'s scanner; the tree is flat (one list in document order), so that neither reading nor
//! dropping a deeply nested text needs stack. Comments are kept out, numbers keep their source text, duplicate keys stay
//! visible.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

/// How JSON is read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// Take `//` and `/* */` comments.
    pub comments: bool,
    /// How deep arrays and objects may nest.
    pub nesting: usize,
}

impl Default for Options {
    /// Comments, and 16,384 levels.
    fn default() -> Self {
        Options { comments: true, nesting: 16_384 }
    }
}

/// What is wrong with a JSON text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The offending bytes.
    pub range: Range<usize>,
    /// What was found and what was expected, lower case, no trailing dot.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.message, self.range.start)
    }
}

impl std::error::Error for Error {}

/// A JSON text as a tree.
#[derive(Clone, Debug)]
pub struct Tree<'t> {
    /// In document order: a node is followed by what it holds.
    entries: Vec<Entry<'t>>,
}

#[derive(Clone, Debug)]
struct Entry<'t> {
    /// The key under which a member of an object stands, and where.
    key: Option<(Cow<'t, str>, Range<usize>)>,
    kind: Shape<'t>,
    range: Range<usize>,
    /// Index behind the last entry inside this one.
    end: usize,
}

#[derive(Clone, Debug)]
enum Shape<'t> {
    Null,
    Bool(bool),
    Number(&'t str),
    String(Cow<'t, str>),
    Array,
    Object,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as its source text.
    Number(&'a str),
    /// A string, its escapes resolved.
    String(&'a str),
    /// An array: [`Node::children`] are its items.
    Array,
    /// An object: [`Node::children`] are its members.
    Object,
}

/// A node of a [`Tree`].
#[derive(Clone, Copy)]
pub struct Node<'a> {
    entries: &'a [Entry<'a>],
    index: usize,
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.compact())
    }
}

impl<'a> Node<'a> {
    fn entry(self) -> &'a Entry<'a> {
        &self.entries[self.index]
    }

    /// What it is.
    pub fn value(self) -> Value<'a> {
        match &self.entry().kind {
            Shape::Null => Value::Null,
            Shape::Bool(value) => Value::Bool(*value),
            Shape::Number(text) => Value::Number(text),
            Shape::String(text) => Value::String(text),
            Shape::Array => Value::Array,
            Shape::Object => Value::Object,
        }
    }

    /// The text of a string.
    pub fn as_str(self) -> Option<&'a str> {
        match self.value() {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        matches!(self.value(), Value::Object)
    }

    /// Whether it is an array.
    pub fn is_array(self) -> bool {
        matches!(self.value(), Value::Array)
    }

    /// Its bytes in the text.
    pub fn range(self) -> Range<usize> {
        self.entry().range.clone()
    }

    /// A number that identifies it within its tree.
    pub fn id(self) -> usize {
        self.index
    }

    /// The key it stands under, where it is a member of an object.
    pub fn key(self) -> Option<&'a str> {
        self.entry().key.as_ref().map(|(key, _)| &**key)
    }

    /// The bytes of its key, quotes included.
    pub fn key_range(self) -> Option<Range<usize>> {
        self.entry().key.as_ref().map(|(_, range)| range.clone())
    }

    /// The items of an array or the members of an object, in source order; nothing for other values.
    pub fn children(self) -> Children<'a> {
        Children { entries: self.entries, next: self.index + 1, end: self.entry().end }
    }

    /// The member of an object under `key`; of several, the last.
    pub fn get(self, key: &str) -> Option<Node<'a>> {
        if !self.is_object() {
            return None;
        }
        self.children().filter(|member| member.key() == Some(key)).last()
    }

    /// The members of an object as a JSON reader sees them that keeps the last of equal keys, at the place of the first.
    pub fn members(self) -> Vec<Node<'a>> {
        let mut members: Vec<Node<'a>> = Vec::new();
        let mut by_key = std::collections::HashMap::new();
        for child in self.children() {
            match by_key.entry(child.key()) {
                std::collections::hash_map::Entry::Occupied(place) => members[*place.get()] = child,
                std::collections::hash_map::Entry::Vacant(place) => {
                    place.insert(members.len());
                    members.push(child);
                }
            }
        }
        members
    }

    /// What it is, for messages: `a string`, `an array` ...
    pub fn describe(self) -> &'static str {
        match self.value() {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array => "an array",
            Value::Object => "an object",
        }
    }

    /// The value as JSON without spaces and comments: numbers as in the source, strings escaped as little as possible, of
    /// equal keys the last.
    pub fn compact(self) -> String {
        let mut out = String::new();
        // Per open array or object: what is still to be written, and the closing bracket.
        let mut open: Vec<(std::vec::IntoIter<Node<'a>>, char)> = Vec::new();
        let mut next = Some(self);
        let mut first = true;
        loop {
            if let Some(node) = next.take() {
                if !first {
                    out.push(',');
                }
                first = false;
                if let (Some(key), false) = (node.key(), open.is_empty()) {
                    write_string(&mut out, key);
                    out.push(':');
                }
                match node.value() {
                    Value::Null => out.push_str("null"),
                    Value::Bool(value) => out.push_str(if value { "true" } else { "false" }),
                    Value::Number(text) => out.push_str(text),
                    Value::String(text) => write_string(&mut out, text),
                    Value::Array => {
                        out.push('[');
                        open.push((node.children().collect::<Vec<_>>().into_iter(), ']'));
                        first = true;
                    }
                    Value::Object => {
                        out.push('{');
                        open.push((node.members().into_iter(), '}'));
                        first = true;
                    }
                }
            }
            let Some((members, close)) = open.last_mut() else { return out };
            next = members.next();
            if next.is_none() {
                out.push(*close);
                open.pop();
                first = false;
            }
        }
    }
}

/// Iterator over what an array or object holds.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    entries: &'a [Entry<'a>],
    next: usize,
    end: usize,
}

impl<'a> Iterator for Children<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.next >= self.end {
            return None;
        }
        let node = Node { entries: self.entries, index: self.next };
        self.next = self.entries[self.next].end;
        Some(node)
    }
}

impl<'t> Tree<'t> {
    /// Reads `text`, which must be one JSON value.
    ///
    /// # Errors
    /// The first place where it is not JSON, or nests too deep.
    pub fn parse(text: &'t str, options: &Options) -> Result<Tree<'t>, Error> {
        Reader::new(text, options).read()
    }

    /// The value.
    pub fn root(&self) -> Node<'_> {
        Node { entries: &self.entries, index: 0 }
    }

    /// The node whose [`Node::id`] is `id`.
    pub(crate) fn node(&self, id: usize) -> Node<'_> {
        Node { entries: &self.entries, index: id }
    }
}

/// `text` as JSON without spaces and comments; see [`Node::compact`].
///
/// # Errors
/// The first place where it is not JSON.
pub fn compact(text: &str) -> Result<String, Error> {
    Ok(Tree::parse(text, &Options::default())?.root().compact())
}

/// Appends `text` as a JSON string: `"`, `\` and what is below U+0020 escaped.
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// What may come next.
#[derive(Clone, Copy, PartialEq)]
enum Expect {
    Value,
    ValueOrClose,
    Key,
    KeyOrClose,
    CommaOrClose,
    End,
}

struct Reader<'t> {
    text: &'t str,
    scanner: Scanner<'t>,
    comments: bool,
    nesting: usize,
    entries: Vec<Entry<'t>>,
    /// Indices of the open arrays and objects.
    open: Vec<usize>,
    key: Option<(Cow<'t, str>, Range<usize>)>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, options: &Options) -> Self {
        let strict = ScannerOptions {
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        Reader {
            text,
            scanner: Scanner::new(text, &strict),
            comments: options.comments,
            nesting: options.nesting,
            entries: Vec::new(),
            open: Vec::new(),
            key: None,
        }
    }

    fn read(mut self) -> Result<Tree<'t>, Error> {
        let mut expect = Expect::Value;
        loop {
            let Some((token, range)) = self.token()? else {
                return match expect {
                    Expect::End => Ok(Tree { entries: self.entries }),
                    _ => Err(self.unexpected_end(expect)),
                };
            };
            expect = match (expect, token) {
                (Expect::ValueOrClose, Token::CloseBracket) | (Expect::KeyOrClose, Token::CloseBrace) => {
                    self.close(range.end)
                }
                (Expect::CommaOrClose, Token::CloseBracket) if !self.in_object() => self.close(range.end),
                (Expect::CommaOrClose, Token::CloseBrace) if self.in_object() => self.close(range.end),
                (Expect::CommaOrClose, Token::Comma) => {
                    if self.in_object() {
                        Expect::Key
                    } else {
                        Expect::Value
                    }
                }
                (Expect::Key | Expect::KeyOrClose, Token::String(key)) => {
                    self.check_string(&range)?;
                    self.key = Some((key, range));
                    match self.token()? {
                        Some((Token::Colon, _)) => Expect::Value,
                        Some((_, range)) => return Err(self.found(range, "`:` after the key")),
                        None => return Err(self.unexpected_end(Expect::Key)),
                    }
                }
                (Expect::Value | Expect::ValueOrClose, token) => self.value(token, range)?,
                (_, _) => return Err(self.found(range, self.wanted(expect))),
            };
        }
    }

    fn in_object(&self) -> bool {
        self.open.last().is_some_and(|&index| matches!(self.entries[index].kind, Shape::Object))
    }

    /// The next token that is no comment.
    fn token(&mut self) -> Result<Option<(Token<'t>, Range<usize>)>, Error> {
        loop {
            let behind = self.scanner.token_end();
            let token = self.scanner.scan().map_err(|error| {
                let range = error.range();
                let mut message = error.kind().to_string();
                if let Some(first) = message.get_mut(..1) {
                    first.make_ascii_lowercase();
                }
                Error { range: range.start..range.end, message }
            })?;
            let range = self.scanner.token_start()..self.scanner.token_end();
            // The scanner skips more kinds of space than JSON has.
            if let Some(odd) = self.text[behind..range.start].find(|c| !matches!(c, ' ' | '\t' | '\n' | '\r')) {
                let start = behind + odd;
                let c = self.text[start..].chars().next().unwrap_or(' ');
                return Err(Error {
                    range: start..start + c.len_utf8(),
                    message: format!("unexpected character {c:?}"),
                });
            }
            match token {
                Some(Token::CommentLine(_) | Token::CommentBlock(_)) => {
                    if !self.comments {
                        return Err(Error { range, message: "comments are not part of JSON".to_owned() });
                    }
                }
                Some(token) => return Ok(Some((token, range))),
                None => return Ok(None),
            }
        }
    }

    fn value(&mut self, token: Token<'t>, range: Range<usize>) -> Result<Expect, Error> {
        let kind = match token {
            Token::Null => Shape::Null,
            Token::Boolean(value) => Shape::Bool(value),
            Token::Number(text) => {
                // The scanner ends `01` and `1a` behind the first digits.
                if self.text[range.end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.')) {
                    return Err(Error { range, message: "malformed number".to_owned() });
                }
                Shape::Number(text)
            }
            Token::String(text) => {
                self.check_string(&range)?;
                Shape::String(text)
            }
            Token::OpenBracket => Shape::Array,
            Token::OpenBrace => Shape::Object,
            _ => {
                let wanted = self.wanted(if self.open.is_empty() || self.in_object() {
                    Expect::Value
                } else {
                    Expect::ValueOrClose
                });
                return Err(self.found(range, wanted));
            }
        };
        let index = self.entries.len();
        let next = match kind {
            Shape::Array => Some(Expect::ValueOrClose),
            Shape::Object => Some(Expect::KeyOrClose),
            _ => None,
        };
        self.entries.push(Entry { key: self.key.take(), kind, range: range.clone(), end: index + 1 });
        match next {
            Some(next) => {
                if self.open.len() == self.nesting {
                    return Err(Error { range, message: format!("nested deeper than {} levels", self.nesting) });
                }
                self.open.push(index);
                Ok(next)
            }
            None => Ok(self.after_value()),
        }
    }

    fn close(&mut self, end: usize) -> Expect {
        if let Some(index) = self.open.pop() {
            self.entries[index].range.end = end;
            self.entries[index].end = self.entries.len();
        }
        self.after_value()
    }

    fn after_value(&self) -> Expect {
        if self.open.is_empty() { Expect::End } else { Expect::CommaOrClose }
    }

    /// Control characters must be escaped, which the scanner does not ask for.
    fn check_string(&self, range: &Range<usize>) -> Result<(), Error> {
        match self.text[range.clone()].bytes().position(|byte| byte < b' ') {
            Some(at) => {
                let at = range.start + at;
                let message =
                    format!("a string holds the unescaped control character {:?}", self.text.as_bytes()[at] as char);
                Err(Error { range: at..at + 1, message })
            }
            None => Ok(()),
        }
    }

    fn wanted(&self, expect: Expect) -> &'static str {
        match expect {
            Expect::Value => "a value",
            Expect::ValueOrClose => "a value or `]`",
            Expect::Key => "a key in double quotes",
            Expect::KeyOrClose => "a key in double quotes or `}`",
            Expect::CommaOrClose if self.in_object() => "`,` or `}`",
            Expect::CommaOrClose => "`,` or `]`",
            Expect::End => "nothing after the end of the value",
        }
    }

    fn found(&self, range: Range<usize>, wanted: &str) -> Error {
        let found: String = self.text[range.clone()].chars().take(24).collect();
        Error { range, message: format!("found `{}`, expected {wanted}", found.escape_debug()) }
    }

    fn unexpected_end(&self, expect: Expect) -> Error {
        let end = self.text.len();
        match self.open.last() {
            None if self.entries.is_empty() => {
                Error { range: end..end, message: "the text is empty, expected a value".to_owned() }
            }
            None => Error { range: end..end, message: format!("the text ends here, expected {}", self.wanted(expect)) },
            Some(&index) => {
                let line =
                    self.text[..self.entries[index].range.start].bytes().filter(|&byte| byte == b'\n').count() + 1;
                let what = if self.in_object() { "{" } else { "[" };
                Error {
                    range: end..end,
                    message: format!("the text ends here, but the `{what}` of line {line} is not closed"),
                }
            }
        }
    }
}

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

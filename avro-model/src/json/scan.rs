//! From a text to a [`Tree`]: the grammar of RFC 8259, and comments where they are asked for.

use super::{Entry, Error, NO_KEY, Options, Shape, Span, Tree, tag};
use crate::diagnostic::quote;
use crate::text::clean_prefix;
use std::ops::Range;

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
    /// How far it is read.
    at: usize,
    comments: bool,
    nesting: usize,
    tree: Tree<'t>,
    /// Indices of the open arrays and objects.
    open: Vec<u32>,
    /// The innermost of them is an object.
    in_object: bool,
    key: Span,
    key_escaped: bool,
    key_tag: u8,
}

const NONE: Span = Span { start: NO_KEY, end: NO_KEY };

/// Reads `text`, which must be one JSON value.
pub(super) fn read<'t>(text: &'t str, options: &Options) -> Result<Tree<'t>, Error> {
    if text.len() >= NO_KEY as usize {
        return Err(Error { range: 0..0, message: "the text is larger than 4 GiB".to_owned() });
    }
    // A guess: texts of schemas have a value every 16 bytes, or a few more.
    let entries = Vec::with_capacity((text.len() / 16).min(1 << 16));
    let mut reader = Reader {
        text,
        at: 0,
        comments: options.comments,
        nesting: options.nesting,
        tree: Tree { text, entries, unescaped: Vec::new() },
        open: Vec::new(),
        in_object: false,
        key: NONE,
        key_escaped: false,
        key_tag: 0,
    };
    if options.comments && text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    reader.read()?;
    Ok(reader.tree)
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Error> {
        let mut expect = Expect::Value;
        while expect != Expect::End {
            self.skip_space()?;
            let Some(&byte) = self.text.as_bytes().get(self.at) else {
                return Err(self.unexpected_end(expect));
            };
            expect = match (expect, byte) {
                (Expect::ValueOrClose, b']') | (Expect::KeyOrClose, b'}') => self.close(),
                (Expect::CommaOrClose, b']') if !self.in_object => self.close(),
                (Expect::CommaOrClose, b'}') if self.in_object => self.close(),
                (Expect::CommaOrClose, b',') => {
                    self.at += 1;
                    if self.in_object { Expect::Key } else { Expect::Value }
                }
                (Expect::Key | Expect::KeyOrClose, b'"') => self.read_key()?,
                (Expect::Value | Expect::ValueOrClose, byte) => self.read_value(expect, byte)?,
                (_, _) => return Err(self.found(self.wanted(expect))),
            };
        }
        self.read_end()
    }

    /// What is behind the value. Java's parser takes no comments there, and any control characters.
    fn read_end(&mut self) -> Result<(), Error> {
        let rest = &self.text[self.at..];
        let behind = rest.trim_start_matches(|c| matches!(c, ' ' | '\n' | '\r' | '\t') || self.comments && c < ' ');
        self.at = self.text.len() - behind.len();
        if behind.is_empty() {
            return Ok(());
        }
        if behind.starts_with("//") || behind.starts_with("/*") {
            let start = self.at;
            self.skip_comment()?;
            let message = "found a comment, expected nothing after the end of the value".to_owned();
            return Err(Error { range: start..self.at, message });
        }
        Err(self.found(self.wanted(Expect::End)))
    }

    /// Spaces and comments.
    #[inline]
    fn skip_space(&mut self) -> Result<(), Error> {
        match self.text.as_bytes().get(self.at) {
            Some(b' ' | b'\n' | b'\r' | b'\t' | b'/') => self.skip_spaces(),
            _ => Ok(()),
        }
    }

    fn skip_spaces(&mut self) -> Result<(), Error> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                b'/' if matches!(bytes.get(self.at + 1), Some(b'/' | b'*')) => self.skip_comment()?,
                _ => break,
            }
        }
        Ok(())
    }

    fn skip_comment(&mut self) -> Result<(), Error> {
        let start = self.at;
        let rest = &self.text[start..];
        let length = if rest.starts_with("//") {
            rest.find('\n').or(Some(rest.len()))
        } else {
            rest[2..].find("*/").map(|at| at + 4)
        };
        let Some(length) = length else {
            return Err(Error {
                range: start..start + 2,
                message: "the comment that begins here is not closed".to_owned(),
            });
        };
        self.at += length;
        if self.comments {
            return Ok(());
        }
        Err(Error { range: start..self.at, message: "comments are not part of JSON".to_owned() })
    }

    fn read_key(&mut self) -> Result<Expect, Error> {
        let start = self.at;
        self.key_escaped = self.read_string(Entry::key_id(self.tree.entries.len()))?;
        self.key = Span { start: start as u32 + 1, end: self.at as u32 - 1 };
        self.key_tag = match self.tree.unescaped.last() {
            Some((_, key)) if self.key_escaped => tag(key),
            _ => tag(&self.text[self.key.range()]),
        };
        self.skip_space()?;
        match self.text.as_bytes().get(self.at) {
            Some(b':') => {
                self.at += 1;
                Ok(Expect::Value)
            }
            Some(_) => Err(self.found("`:` after the key")),
            None => Err(self.unexpected_end(Expect::Key)),
        }
    }

    fn read_value(&mut self, expect: Expect, byte: u8) -> Result<Expect, Error> {
        let start = self.at;
        let mut escaped = false;
        let shape = match byte {
            b'"' => {
                escaped = self.read_string(Entry::value_id(self.tree.entries.len()))?;
                Shape::String
            }
            b'{' | b'[' => {
                if self.open.len() == self.nesting {
                    let message = format!("nested deeper than {} levels", self.nesting);
                    return Err(Error { range: start..start + 1, message });
                }
                self.at += 1;
                if byte == b'{' { Shape::Object } else { Shape::Array }
            }
            b'-' | b'0'..=b'9' => {
                self.read_number()?;
                Shape::Number
            }
            _ => {
                let word = self.token();
                let shape = match &self.text[word.clone()] {
                    "null" => Shape::Null,
                    "true" => Shape::True,
                    "false" => Shape::False,
                    _ => return Err(self.found(self.wanted(expect))),
                };
                self.at = word.end;
                shape
            }
        };
        let index = self.tree.entries.len() as u32;
        let range = Span { start: start as u32, end: self.at as u32 };
        let key = std::mem::replace(&mut self.key, NONE);
        let key_escaped = std::mem::take(&mut self.key_escaped);
        let key_tag = std::mem::take(&mut self.key_tag);
        self.tree.entries.push(Entry { key, range, end: index + 1, shape, escaped, key_escaped, key_tag });
        Ok(match shape {
            Shape::Object | Shape::Array => {
                self.open.push(index);
                self.in_object = shape == Shape::Object;
                if self.in_object { Expect::KeyOrClose } else { Expect::ValueOrClose }
            }
            _ => self.after_value(),
        })
    }

    /// Closes the innermost array or object.
    fn close(&mut self) -> Expect {
        self.at += 1;
        let behind = self.tree.entries.len() as u32;
        if let Some(index) = self.open.pop() {
            let entry = &mut self.tree.entries[index as usize];
            entry.range.end = self.at as u32;
            entry.end = behind;
        }
        let around = self.open.last().map(|&index| self.tree.entries[index as usize].shape);
        self.in_object = around == Some(Shape::Object);
        self.after_value()
    }

    fn after_value(&self) -> Expect {
        if self.open.is_empty() { Expect::End } else { Expect::CommaOrClose }
    }

    /// Reads a string; one with escapes is kept under `id`.
    fn read_string(&mut self, id: u64) -> Result<bool, Error> {
        let inside = self.at + 1;
        let clean = inside + clean_prefix(&self.text.as_bytes()[inside..]);
        if self.text.as_bytes().get(clean) == Some(&b'"') {
            self.at = clean + 1;
            return Ok(false);
        }
        let text = self.read_escaped()?;
        self.tree.unescaped.push((id, text.into_boxed_str()));
        Ok(true)
    }

    /// Reads a string that something stands in before its end.
    fn read_escaped(&mut self) -> Result<String, Error> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            let clean = self.at + clean_prefix(&self.text.as_bytes()[self.at..]);
            text.push_str(&self.text[self.at..clean]);
            self.at = clean;
            match self.text.as_bytes().get(clean) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.read_escape()?),
                // An end of line inside a string is most often a quote that is missing.
                None | Some(b'\n' | b'\r') => {
                    let message = "the string that begins here is not closed".to_owned();
                    return Err(Error { range: start..clean, message });
                }
                Some(&control) => {
                    let message = format!("a string holds the unescaped control character {:?}", control as char);
                    return Err(Error { range: clean..clean + 1, message });
                }
            }
        }
    }

    fn read_escape(&mut self) -> Result<char, Error> {
        let start = self.at;
        let c = match self.text.as_bytes().get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let Some(first) = self.hexadecimal(start) else {
                    let message = "`\\u` is not followed by four hexadecimal digits".to_owned();
                    return Err(Error { range: start..start + 2, message });
                };
                let (code, length) = match self.hexadecimal(start + 6) {
                    Some(second @ 0xdc00..=0xdfff) if (0xd800..=0xdbff).contains(&first) => {
                        (0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00), 12)
                    }
                    _ => (first, 6),
                };
                let Some(c) = char::from_u32(code) else {
                    let message = "half of a pair of surrogates stands alone".to_owned();
                    return Err(Error { range: start..start + 6, message });
                };
                self.at += length;
                return Ok(c);
            }
            _ => {
                let end = self.text[start + 1..].chars().next().map_or(start + 1, |c| start + 1 + c.len_utf8());
                let message = format!("unknown escape {}", quote(&self.text[start..end]));
                return Err(Error { range: start..end, message });
            }
        };
        self.at += 2;
        Ok(c)
    }

    /// The number of the escape at `at`, 233 of `\u00e9`, if there is one.
    fn hexadecimal(&self, at: usize) -> Option<u32> {
        let digits = self.text.as_bytes().get(at..at + 6)?.strip_prefix(b"\\u")?;
        digits.iter().try_fold(0, |value, &digit| Some(value << 4 | char::from(digit).to_digit(16)?))
    }

    fn read_number(&mut self) -> Result<(), Error> {
        let range = self.token();
        let text = &self.text.as_bytes()[range.clone()];
        let text = text.strip_prefix(b"-").unwrap_or(text);
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let whole = digits(text);
        let mut rest = &text[whole..];
        let mut good = whole > 0 && (whole == 1 || text[0] != b'0');
        if let Some(fraction) = rest.strip_prefix(b".") {
            let count = digits(fraction);
            good &= count > 0;
            rest = &fraction[count..];
        }
        if let [b'e' | b'E', exponent @ ..] = rest {
            let exponent = exponent.strip_prefix(b"+").or(exponent.strip_prefix(b"-")).unwrap_or(exponent);
            let count = digits(exponent);
            good &= count > 0;
            rest = &exponent[count..];
        }
        if !good || !rest.is_empty() {
            return Err(Error { range, message: "malformed number".to_owned() });
        }
        self.at = range.end;
        Ok(())
    }

    /// What stands here, for messages: a string, a word or number, or one character.
    fn token(&self) -> Range<usize> {
        let rest = &self.text[self.at..];
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-');
        let length = match rest.chars().next() {
            Some('"') => {
                let mut behind = 1;
                loop {
                    behind += clean_prefix(&rest.as_bytes()[behind..]);
                    match rest.as_bytes().get(behind) {
                        Some(b'"') => break behind + 1,
                        Some(b'\\') => behind = (behind + 2).min(rest.len()),
                        _ => break behind,
                    }
                }
            }
            Some(c) if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            Some(c) => c.len_utf8(),
            None => 0,
        };
        let mut end = self.at + length;
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.at..end
    }

    fn wanted(&self, expect: Expect) -> &'static str {
        match expect {
            Expect::Value => "a value",
            Expect::ValueOrClose => "a value or `]`",
            Expect::Key => "a key in double quotes",
            Expect::KeyOrClose => "a key in double quotes or `}`",
            Expect::CommaOrClose if self.in_object => "`,` or `}`",
            Expect::CommaOrClose => "`,` or `]`",
            Expect::End => "nothing after the end of the value",
        }
    }

    fn found(&self, wanted: &str) -> Error {
        let range = self.token();
        let found: String = self.text[range.clone()].chars().take(24).collect();
        Error { range, message: format!("found {}, expected {wanted}", quote(&found)) }
    }

    fn unexpected_end(&self, expect: Expect) -> Error {
        let end = self.text.len();
        let message = match self.open.last() {
            None if self.tree.entries.is_empty() => "the text is empty, expected a value".to_owned(),
            None => format!("the text ends here, expected {}", self.wanted(expect)),
            Some(&index) => {
                let start = self.tree.entries[index as usize].range.start as usize;
                let line = self.text[..start].bytes().filter(|&byte| byte == b'\n').count() + 1;
                let bracket = if self.in_object { "{" } else { "[" };
                format!("the text ends here, but the `{bracket}` of line {line} is not closed")
            }
        };
        Error { range: end..end, message }
    }
}

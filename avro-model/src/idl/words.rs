//! The words of IDL, with the documentation comment before each.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Collector, quote};

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier, which may be a keyword.
    Plain,
    /// An identifier with backticks, dots or dashes, which is never a keyword.
    Name,
    /// A text in double quotes.
    Text,
    /// A number as it is written.
    Number,
    /// One of `( ) { } [ ] < > : ; , @ = ?`.
    Mark(u8),
    /// The end of the text.
    End,
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
    /// The last documentation comment between the word before this one and this one, delimiters included.
    pub(super) doc: Option<Range<usize>>,
}

/// The words of `text`, the last one [`Kind::End`]; what is no word is reported and passed over.
pub(super) fn words(text: &str, errors: &mut Collector<'_>) -> Vec<Word> {
    let mut reader = Reader { text, at: 0, doc: None, words: Vec::new() };
    while reader.word(errors) {}
    let end = reader.at;
    reader.push(Kind::End, end..end);
    reader.words
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    doc: Option<Range<usize>>,
    words: Vec<Word>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) {
        self.at = range.end;
        self.words.push(Word { kind, range, doc: self.doc.take() });
    }

    /// Reads one word; false at the end.
    fn word(&mut self, errors: &mut Collector<'_>) -> bool {
        let start = self.at;
        let Some(c) = self.rest().chars().next() else { return false };
        match c {
            // An end mark of old systems: what follows it is no part of the text.
            '\u{1a}' => return false,
            ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{feff}' => self.at += c.len_utf8(),
            '/' if self.rest().starts_with("//") => {
                self.at += self.rest().find(['\n', '\r']).unwrap_or(self.rest().len());
            }
            '/' if self.rest().starts_with("/*") => self.comment(errors),
            '(' | ')' | '{' | '}' | '[' | ']' | '<' | '>' | ':' | ';' | ',' | '@' | '=' | '?' => {
                self.push(Kind::Mark(c as u8), start..start + 1);
            }
            '"' => self.string(errors),
            '0'..='9' => self.number(),
            '-' | '+' if self.rest()[1..].starts_with(|c: char| matches!(c, '0'..='9' | '.' | 'I' | 'N')) => {
                self.number()
            }
            '.' if self.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) => self.number(),
            '.' | '`' => self.identifier(errors),
            c if begins_name(c) => self.identifier(errors),
            c => {
                let range = start..start + c.len_utf8();
                let message = format!("unexpected character {}", quote(&c.to_string()));
                errors.add("idl-syntax", range, String::new, message, None);
                self.at += c.len_utf8();
            }
        }
        true
    }

    fn comment(&mut self, errors: &mut Collector<'_>) {
        let start = self.at;
        let Some(length) = self.text[start + 2..].find("*/") else {
            let message = "the comment that begins here has no end";
            errors.add("idl-syntax", start..start + 2, String::new, message, Some("end it with `*/`".to_owned()));
            self.at = self.text.len();
            return;
        };
        self.at = start + 2 + length + 2;
        // `/**/` is empty, and no documentation
        if length > 0 && self.text[start..].starts_with("/**") {
            self.doc = Some(start..self.at);
        }
    }

    fn string(&mut self, errors: &mut Collector<'_>) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        loop {
            match bytes.get(at) {
                Some(b'"') => return self.push(Kind::Text, start..at + 1),
                Some(b'\\') if bytes.get(at + 1).is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) => at += 2,
                None | Some(b'\n' | b'\r') => break,
                Some(_) => at += 1,
            }
        }
        errors.add(
            "idl-syntax",
            start..start + 1,
            String::new,
            "the text that begins here has no end on its line",
            None,
        );
        self.at = at.min(self.text.len());
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    /// Everything that can belong to a number; whether it is one is judged where it is used.
    fn number(&mut self) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut at = start + usize::from(matches!(bytes[start], b'-' | b'+'));
        let hex = matches!(bytes.get(at..at + 2), Some(b"0x" | b"0X"));
        while let Some(&byte) = bytes.get(at) {
            let sign = matches!(byte, b'-' | b'+')
                && (matches!(bytes[at - 1], b'p' | b'P') || !hex && matches!(bytes[at - 1], b'e' | b'E'));
            if !sign && !byte.is_ascii_alphanumeric() && byte != b'.' && byte != b'_' {
                break;
            }
            at += 1;
        }
        self.push(Kind::Number, start..at);
    }

    /// Names, also in backticks, joined by dots and dashes; with a dot before them in no namespace.
    fn identifier(&mut self, errors: &mut Collector<'_>) {
        let start = self.at;
        let mut at = start + usize::from(self.rest().starts_with('.'));
        let mut plain = at == start;
        loop {
            let rest = &self.text[at..];
            if let Some(quoted) = rest.strip_prefix('`') {
                plain = false;
                match quoted.find(['`', '\n', '\r']) {
                    Some(length) if quoted[length..].starts_with('`') => at += length + 2,
                    _ => {
                        let message = "the name that begins here has no closing backtick on its line";
                        errors.add("idl-syntax", at..at + 1, String::new, message, None);
                        at += 1;
                    }
                }
            } else {
                at += rest.find(|c| !continues_name(c)).unwrap_or(rest.len());
            }
            let mut behind = self.text[at..].chars();
            let joined =
                matches!(behind.next(), Some('.' | '-')) && behind.next().is_some_and(|c| c == '`' || begins_name(c));
            if !joined {
                break;
            }
            plain = false;
            at += 1;
        }
        self.push(if plain { Kind::Plain } else { Kind::Name }, start..at.max(start + 1));
    }
}

/// Letters of any script; which names Avro takes is judged later.
pub(super) fn begins_name(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '_' | '$') || (!c.is_ascii() && !c.is_whitespace() && !c.is_control())
}

pub(super) fn continues_name(c: char) -> bool {
    begins_name(c) || c.is_ascii_digit()
}

/// The name that an identifier stands for: without its backticks.
pub(super) fn name(identifier: &str) -> Cow<'_, str> {
    if identifier.contains('`') { Cow::Owned(identifier.replace('`', "")) } else { Cow::Borrowed(identifier) }
}

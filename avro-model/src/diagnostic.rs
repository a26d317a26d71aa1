//! One diagnostic for everything that is said of schemas: by the parser, by the lints, by the gates, by build scripts and by
//! the command. It is data, and is shown in three ways: as one line (`Display`), as an excerpt of the source with the place
//! underlined ([`Diagnostic::annotated`]), as JSON ([`Diagnostic::json`]).

use std::fmt::{self, Write as _};
use std::ops::Range;

use crate::json::write_string;
use crate::rules::Severity;

/// How many diagnostics are kept of one text.
const MOST: usize = 100;

/// One thing that is wrong with a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    rule: &'static str,
    severity: Severity,
    file: Option<String>,
    place: Option<Place>,
    path: String,
    message: String,
    notes: Vec<String>,
    helps: Vec<String>,
}

/// A range of a text, as bytes and as people count.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    range: Range<usize>,
    start: Position,
    end: Position,
}

impl Diagnostic {
    /// An error under `rule`, at no place yet: one sentence, lower case, no trailing dot.
    ///
    /// ```
    /// use avro_model::Diagnostic;
    ///
    /// let text = r#"{"type": "array", "items": "strng"}"#;
    /// let diagnostic = Diagnostic::new("type-unknown", "no type is called `strng`")
    ///     .with_place("list.avsc", text, 27..34)
    ///     .with_help("did you mean `string`?");
    /// assert_eq!(diagnostic.to_string(), "list.avsc:1:28: no type is called `strng`; help: did you mean `string`?");
    /// assert_eq!(
    ///     diagnostic.annotated(text),
    ///     r#"no type is called `strng`  [type-unknown]
    ///  --> list.avsc:1:28
    ///   |
    /// 1 | {"type": "array", "items": "strng"}
    ///   |                            ^^^^^^^
    ///   = help: did you mean `string`?"#
    /// );
    /// ```
    pub fn new(rule: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            severity: Severity::Error,
            file: None,
            place: None,
            path: String::new(),
            message: message.into(),
            notes: Vec::new(),
            helps: Vec::new(),
        }
    }

    /// With another severity than [`Severity::Error`].
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// At these bytes of `text`, the text of `file`.
    #[must_use]
    pub fn with_place(self, file: impl Into<String>, text: &str, range: Range<usize>) -> Self {
        Diagnostic { file: Some(file.into()), ..self }.at(text, range)
    }

    /// At this place in the schema: `OrderPlaced.lines[].qty`.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// With one more thing to know.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// With one more thing to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.helps.push(help.into());
        self
    }

    fn at(mut self, text: &str, range: Range<usize>) -> Self {
        let (start, end) = (Position::of(text, range.start), Position::of(text, range.end));
        self.place = Some(Place { range, start, end });
        self
    }

    /// A stable id of the rule that is broken. The parsers': `json-syntax`, `idl-syntax`, `import-missing`, `schema-shape`,
    /// `name-invalid`, `duplicate-name`, `type-unknown`, `union-invalid` or `default-invalid`; of its warnings also `duplicate-key`, `logical-type-invalid` or
    /// `logical-type-on-field`; the others are those of [`Rule`](crate::rules::Rule).
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// What is to be done with it.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The file, where the text was given one.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The offending bytes of the text; nothing where it is at no place.
    pub fn range(&self) -> Range<usize> {
        self.place.as_ref().map_or(0..0, |place| place.range.clone())
    }

    /// The line, from 1; 0 where it is at no place.
    pub fn line(&self) -> usize {
        self.place.as_ref().map_or(0, |place| place.start.line)
    }

    /// The column in characters, from 1; 0 where it is at no place.
    pub fn column(&self) -> usize {
        self.place.as_ref().map_or(0, |place| place.start.column)
    }

    /// The place in the schema: `OrderPlaced.lines[].qty`; empty at the root.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found and what was expected: one sentence, lower case, no trailing dot.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What else there is to know.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What to write instead.
    pub fn help(&self) -> Option<&str> {
        self.helps.first().map(String::as_str)
    }

    /// All that can be written instead.
    pub fn helps(&self) -> &[String] {
        &self.helps
    }

    /// With the line of `source` that it is about, the place underlined, and behind it what else there is to say. `source` is
    /// the text that the place is in; the line is left out where it does not hold the place.
    pub fn annotated(&self, source: &str) -> String {
        let mut out = format!("{}  [{}]", self.message, self.rule);
        let mut margin = String::from("  ");
        if let Some(place) = &self.place {
            let number = place.start.line.to_string();
            margin = " ".repeat(number.len());
            let file = self.file.as_deref().unwrap_or("schema");
            let _ = write!(out, "\n{margin}--> {file}:{}:{}", place.start.line, place.start.column);
            if let Some((line, under)) = excerpt(source, place) {
                let _ = write!(out, "\n{margin} |\n{number} | {line}\n{margin} | {under}");
            }
        }
        if !self.path.is_empty() {
            let _ = write!(out, "\n{margin} = at: {}", self.path);
        }
        for note in &self.notes {
            let _ = write!(out, "\n{margin} = {note}");
        }
        for help in &self.helps {
            let _ = write!(out, "\n{margin} = help: {help}");
        }
        out
    }

    /// As a JSON object on one line.
    ///
    /// ```
    /// let errors = avro_model::Document::parse(r#""strng""#).unwrap_err();
    /// assert_eq!(
    ///     errors.diagnostics()[0].json(),
    ///     r#"{"rule":"type-unknown","severity":"deny","file":null,"line":1,"column":1,"end_line":1,"end_column":8,"path":"","message":"`strng` is no primitive type and no type of that name is defined","notes":[],"helps":["did you mean `string`?"]}"#
    /// );
    /// ```
    pub fn json(&self) -> String {
        let mut out = String::from("{\"rule\":");
        write_string(&mut out, self.rule);
        out.push_str(",\"severity\":");
        write_string(&mut out, self.severity.word());
        out.push_str(",\"file\":");
        match &self.file {
            Some(file) => write_string(&mut out, file),
            None => out.push_str("null"),
        }
        if let Some(Place { start, end, .. }) = &self.place {
            let _ = write!(
                out,
                ",\"line\":{},\"column\":{},\"end_line\":{},\"end_column\":{}",
                start.line, start.column, end.line, end.column
            );
        }
        for (key, text) in [("path", &self.path), ("message", &self.message)] {
            let _ = write!(out, ",\"{key}\":");
            write_string(&mut out, text);
        }
        for (key, texts) in [("notes", &self.notes), ("helps", &self.helps)] {
            let _ = write!(out, ",\"{key}\":[");
            for (i, text) in texts.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_string(&mut out, text);
            }
            out.push(']');
        }
        out.push('}');
        out
    }
}

/// The line that `place` begins in and the marks below it, cut where the line is very long. What a terminal would obey is
/// replaced, one character for one, so that the marks stand where they belong.
fn excerpt(source: &str, place: &Place) -> Option<(String, String)> {
    const WIDEST: usize = 140;
    const BEFORE: usize = 40;
    let line: Vec<char> = source.lines().nth(place.start.line - 1)?.chars().collect();
    let start = place.start.column - 1;
    if start > line.len() {
        return None;
    }
    let end = if place.end.line == place.start.line { place.end.column - 1 } else { line.len() };
    let end = end.clamp(start + 1, line.len().max(start + 1));
    let first = if line.len() > WIDEST { start.saturating_sub(BEFORE) } else { 0 };
    let last = line.len().min(first + WIDEST);
    let shown = line[first..last].iter().map(|&c| match c {
        '\t' => ' ',
        c if c.is_control() || is_direction(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    });
    let lead = if first > 0 { "..." } else { "" };
    let line = lead.chars().chain(shown).collect::<String>();
    let marks = end.min(last.max(start + 1)) - start;
    let under = " ".repeat(lead.len() + start - first) + &"^".repeat(marks);
    Some((line.trim_end().to_owned(), under))
}

impl fmt::Display for Diagnostic {
    /// `order.avsc:31:47: OrderPlaced.status: ...; help: ...` on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, &self.place) {
            (Some(file), Some(place)) => write!(f, "{file}:{}:{}: ", place.start.line, place.start.column)?,
            (Some(file), None) => write!(f, "{file}: ")?,
            (None, Some(place)) => write!(f, "line {}, column {}: ", place.start.line, place.start.column)?,
            (None, None) => {}
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        self.helps.iter().try_for_each(|help| write!(f, "; help: {help}"))
    }
}

/// Everything that is wrong with a schema text, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaErrors {
    diagnostics: Vec<Diagnostic>,
    more: usize,
}

impl SchemaErrors {
    pub(crate) fn new(mut diagnostics: Vec<Diagnostic>, more: usize) -> Self {
        diagnostics.sort_by_key(|diagnostic| (diagnostic.range().start, diagnostic.range().end));
        SchemaErrors { diagnostics, more }
    }

    /// The diagnostics, at least one; of a very broken text the first hundred found.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many more there are.
    pub fn more(&self) -> usize {
        self.more
    }

    /// Whether the text is not even JSON.
    pub fn is_json_syntax(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.rule == "json-syntax")
    }
}

impl fmt::Display for SchemaErrors {
    /// One line for each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.diagnostics.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            diagnostic.fmt(f)?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for SchemaErrors {}

/// A place in a text as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Position {
    /// The position of byte `offset` of `text`; of its end, where it is shorter.
    pub fn of(text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[start..].chars().count() + 1,
        }
    }
}

/// Collects diagnostics of one text.
#[derive(Debug)]
pub(crate) struct Collector<'t> {
    text: &'t str,
    file: Option<String>,
    diagnostics: Vec<Diagnostic>,
    more: usize,
}

impl<'t> Collector<'t> {
    pub(crate) fn new(text: &'t str, file: Option<String>) -> Self {
        Collector { text, file, diagnostics: Vec::new(), more: 0 }
    }

    /// Adds one; `path` is only asked for when it is kept.
    pub(crate) fn add(
        &mut self,
        rule: &'static str,
        range: Range<usize>,
        path: impl FnOnce() -> String,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        if self.diagnostics.len() == MOST {
            self.more += 1;
            return;
        }
        let mut diagnostic = Diagnostic::new(rule, message).with_path(path()).at(self.text, range);
        diagnostic.file = self.file.clone();
        diagnostic.helps.extend(help);
        self.diagnostics.push(diagnostic);
    }

    /// An empty one for the same text.
    pub(crate) fn fresh(&self) -> Self {
        Collector::new(self.text, self.file.clone())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether what is added now is only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.diagnostics.len() == MOST
    }

    /// Whether something of the text could not be read at all, so that nobody knows what it defines.
    pub(crate) fn is_syntax(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| matches!(diagnostic.rule, "json-syntax" | "idl-syntax" | "import-missing"))
    }

    pub(crate) fn into_errors(self) -> SchemaErrors {
        SchemaErrors::new(self.diagnostics, self.more)
    }
}

/// A text of the schema for a message: in backquotes, shortened, without characters that a terminal obeys or that change
/// the direction of writing.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut out = String::from("`");
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST {
            out.push_str("...");
            break;
        }
        if c.is_control() || is_direction(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out.push('`');
    out
}

const fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

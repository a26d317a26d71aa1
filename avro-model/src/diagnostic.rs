//! One diagnostic for everything that is said of schemas and their histories: by the parser, by the lints, by the gates, by
//! build scripts and by the command. It is data, and is shown in three ways: as one line (`Display`), as an excerpt of the
//! source with the place underlined ([`Diagnostic::annotated`]; below a headline of several, [`Diagnostic::listed`]), as JSON
//! ([`Diagnostic::json`]).

mod render;

use std::fmt;
use std::ops::Range;

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
    label: String,
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
            label: String::new(),
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
        self.with_file(file).at(text, range)
    }

    /// In this file, and nothing said of where in it.
    #[must_use]
    pub fn with_file(self, file: impl Into<String>) -> Self {
        Diagnostic { file: Some(file.into()), ..self }
    }

    /// In this line of a file whose text nobody has looked at, such as where a type is declared in Rust.
    #[must_use]
    pub fn with_line(self, file: impl Into<String>, line: usize) -> Self {
        let at = Position { line, column: 0 };
        Diagnostic { place: Some(Place { range: 0..0, start: at, end: at }), ..self.with_file(file) }
    }

    /// At this place in the schema: `OrderPlaced.lines[].qty`.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// With a few words beside the underlined place: what is the matter with just that.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
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

    /// The column in characters, from 1; 0 where it is at no place, or only the line is known.
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

    /// What is the matter with just the place; empty where the message says it all.
    pub fn label(&self) -> &str {
        &self.label
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

    /// Line and column of byte `offset` of the text.
    pub(crate) fn position(&self, offset: usize) -> Position {
        Position::of(self.text, offset)
    }

    /// Whether what is added now is only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.diagnostics.len() == MOST
    }

    /// Where each of them begins, in the order of the text; nothing where there are more than are kept.
    pub(crate) fn starts(&self) -> Option<Vec<usize>> {
        let mut starts: Vec<usize> = self.diagnostics.iter().map(|diagnostic| diagnostic.range().start).collect();
        starts.sort_unstable();
        (self.more == 0).then_some(starts)
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

/// A text of the schema for a message: in backquotes, shortened, without characters that a terminal obeys, that change the
/// direction of writing or that nobody sees.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut out = String::from("`");
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST {
            out.push_str("...");
            break;
        }
        if c.is_control() || is_direction(c) || is_invisible(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out.push('`');
    out
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace() && c != ' ' || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

const fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

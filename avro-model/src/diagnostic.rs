//! What is wrong with a schema text, and where.

use std::fmt;
use std::ops::Range;

/// How many diagnostics are kept of one text.
const MOST: usize = 100;

/// One thing that is wrong with a schema text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub(crate) rule: &'static str,
    pub(crate) file: Option<String>,
    pub(crate) range: Range<usize>,
    pub(crate) position: Position,
    pub(crate) path: String,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Diagnostic {
    /// A stable id of the rule that is broken: `json-syntax`, `idl-syntax`, `import-missing`, `schema-shape`, `name-invalid`,
    /// `duplicate-name`, `type-unknown`, `union-invalid` or `default-invalid`; of a warning also `duplicate-key`,
    /// `logical-type-invalid` or `logical-type-on-field`.
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// The file, where the text was given one.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The offending bytes of the text.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.position.line
    }

    /// The column in characters, from 1.
    pub fn column(&self) -> usize {
        self.position.column
    }

    /// The place in the schema: `OrderPlaced.lines[].qty`; empty at the root.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found and what was expected: one sentence, lower case, no trailing dot.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to write instead.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Diagnostic {
    /// `order.avsc:31:47: OrderPlaced.status: ...; help: ...` on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.file {
            Some(file) => write!(f, "{file}:{}:{}: ", self.position.line, self.position.column)?,
            None => write!(f, "line {}, column {}: ", self.position.line, self.position.column)?,
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "; help: {help}"),
            None => Ok(()),
        }
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
        diagnostics.sort_by_key(|diagnostic| (diagnostic.range.start, diagnostic.range.end));
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
        let position = Position::of(self.text, range.start);
        let (file, path, message) = (self.file.clone(), path(), message.into());
        self.diagnostics.push(Diagnostic { rule, file, range, position, path, message, help });
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

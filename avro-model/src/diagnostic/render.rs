//! How a diagnostic is shown: as one line, as an excerpt of its source, as JSON.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use super::{Diagnostic, Place, is_direction};
use crate::json::write_string;

impl Diagnostic {
    /// With the line of `source` that it is about, the place underlined, and behind it what else there is to say. `source` is
    /// the text that the place is in; the line is left out where it does not hold the place. What is at no place of a text is a
    /// paragraph: the message, and a line for everything else.
    pub fn annotated(&self, source: &str) -> String {
        let mut out = self.message.clone();
        let _ = write!(out, "  [{}]", self.rule);
        match &self.place {
            Some(place) if place.start.column > 0 => {
                let margin = margin(place);
                let _ = write!(out, "\n{margin}--> {}", self.at_place(place));
                self.push_excerpt(&mut out, place, source);
                self.push_remarks(&mut out, &margin, None);
            }
            _ => self.push_paragraph(&mut out),
        }
        out
    }

    /// As one of several below a headline that says what their messages have in common: begins with the rule and the place,
    /// and the message is among the remarks.
    ///
    /// ```
    /// use avro_model::Diagnostic;
    ///
    /// let text = "\n{\"name\": \"count\", \"type\": \"int\"}\n";
    /// let diagnostic = Diagnostic::new("type-narrowed", "`Click` cannot read data written by version 1")
    ///     .with_place("click.avsc", text, 27..32)
    ///     .with_path("Click.count")
    ///     .with_label("`count: int` is `int`, was `long`")
    ///     .with_help("keep the type: \"type\": \"long\"");
    /// assert_eq!(
    ///     diagnostic.listed(text),
    ///     r#"[type-narrowed] click.avsc:2:27
    ///   |
    /// 2 | {"name": "count", "type": "int"}
    ///   |                           ^^^^^ `count: int` is `int`, was `long`
    ///   = at: Click.count
    ///   = `Click` cannot read data written by version 1
    ///   = help: keep the type: "type": "long""#
    /// );
    /// ```
    pub fn listed(&self, source: &str) -> String {
        let mut out = format!("[{}]", self.rule);
        let mut bar = String::from("  ");
        match &self.place {
            Some(place) if place.start.column > 0 => {
                bar = margin(place);
                let _ = write!(out, " {}", self.at_place(place));
                self.push_excerpt(&mut out, place, source);
            }
            _ if self.label.is_empty() => {}
            _ => {
                let _ = write!(out, " {}", self.label);
            }
        }
        self.push_remarks(&mut out, &bar, Some(&self.message));
        out
    }

    fn at_place(&self, place: &Place) -> String {
        let (file, start) = (self.file.as_deref().unwrap_or("schema"), place.start);
        match start.column {
            0 => format!("{file}:{}", start.line),
            column => format!("{file}:{}:{column}", start.line),
        }
    }

    /// The line, and the marks below it with the label.
    fn push_excerpt(&self, out: &mut String, place: &Place, source: &str) {
        let (margin, number) = (margin(place), place.start.line);
        if let Some((line, under)) = excerpt(source, place) {
            let _ = write!(out, "\n{margin} |\n{number} | {line}\n{margin} | {under}");
            if !self.label.is_empty() {
                let _ = write!(out, " {}", self.label);
            }
        } else if !self.label.is_empty() {
            let _ = write!(out, "\n{margin} = {}", self.label);
        }
    }

    fn push_remarks(&self, out: &mut String, margin: &str, message: Option<&str>) {
        if !self.path.is_empty() {
            let _ = write!(out, "\n{margin} = at: {}", shortened(&self.path));
        }
        for note in message.into_iter().chain(self.notes.iter().map(String::as_str)) {
            let _ = write!(out, "\n{margin} = {note}");
        }
        for help in &self.helps {
            let _ = write!(out, "\n{margin} = help: {help}");
        }
    }

    fn push_paragraph(&self, out: &mut String) {
        if !self.path.is_empty() {
            let _ = write!(out, "\nat: {}", shortened(&self.path));
        }
        for line in [&self.label].into_iter().filter(|label| !label.is_empty()).chain(&self.notes) {
            let _ = write!(out, "\n{line}");
        }
        for help in &self.helps {
            let _ = write!(out, "\nhelp: {help}");
        }
        match (&self.place, &self.file) {
            (Some(place), _) => {
                let _ = write!(out, "\n--> {}", self.at_place(place));
            }
            (None, Some(file)) => {
                let _ = write!(out, "\n--> {file}");
            }
            (None, None) => {}
        }
    }

    /// As a JSON object on one line.
    ///
    /// ```
    /// let errors = avro_model::Document::parse(r#""strng""#).unwrap_err();
    /// assert_eq!(
    ///     errors.diagnostics()[0].json(),
    ///     r#"{"rule":"type-unknown","severity":"error","file":null,"line":1,"column":1,"end_line":1,"end_column":8,"path":"","message":"`strng` is no primitive type and no type of that name is defined","label":"","notes":[],"helps":["did you mean `string`?"]}"#
    /// );
    /// ```
    pub fn json(&self) -> String {
        let mut out = String::from("{\"rule\":");
        write_string(&mut out, self.rule);
        out.push_str(",\"severity\":");
        write_string(&mut out, self.severity.name());
        out.push_str(",\"file\":");
        match &self.file {
            Some(file) => write_string(&mut out, file),
            None => out.push_str("null"),
        }
        if let Some(Place { start, end, .. }) = &self.place {
            let _ = write!(out, ",\"line\":{}", start.line);
            if start.column > 0 {
                let _ =
                    write!(out, ",\"column\":{},\"end_line\":{},\"end_column\":{}", start.column, end.line, end.column);
            }
        }
        for (key, text) in [("path", &self.path), ("message", &self.message), ("label", &self.label)] {
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

impl fmt::Display for Diagnostic {
    /// `order.avsc:31:47: OrderPlaced.status: ...; help: ...` on one line; with `{:#}` the rule behind the message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, &self.place) {
            (Some(_), Some(place)) => write!(f, "{}: ", self.at_place(place))?,
            (Some(file), None) => write!(f, "{file}: ")?,
            (None, Some(place)) => write!(f, "line {}, column {}: ", place.start.line, place.start.column)?,
            (None, None) => {}
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", shortened(&self.path))?;
        }
        f.write_str(&self.message)?;
        if f.alternate() {
            if !self.label.is_empty() {
                write!(f, ": {}", self.label)?;
            }
            write!(f, "  [{}]", self.rule)?;
        }
        self.helps.iter().try_for_each(|help| write!(f, "; help: {help}"))
    }
}

/// Both ends of a path that nobody reads whole: names may be as long as they like.
fn shortened(path: &str) -> Cow<'_, str> {
    const END: usize = 100;
    let boundary = |nth: Option<(usize, char)>| nth.map_or(0, |(at, _)| at);
    let (start, end) = (boundary(path.char_indices().nth(END)), boundary(path.char_indices().rev().nth(END - 1)));
    if start < end { Cow::Owned(format!("{}...{}", &path[..start], &path[end..])) } else { Cow::Borrowed(path) }
}

/// As wide as the number of the line.
fn margin(place: &Place) -> String {
    " ".repeat(place.start.line.to_string().len())
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

//! The gate of schema files: roots against their released versions, with the place in the file that each finding is about.

use std::path::Path;

use avro_model::content::content_hash;
use avro_model::gate::{Finding, History, Settings, review};
use avro_model::history::{Accepted, Folder, RecordedVersion};
use avro_model::parse::{Files, Place, Source, position};
use avro_model::{Level, View};

use crate::schemas::Definition;

/// A root, and where its history is.
pub(crate) struct Root<'a> {
    /// Full name; of a union the name of its enum.
    pub(crate) full: &'a str,
    pub(crate) view: View<'a>,
    /// The folder, as the package sees it.
    pub(crate) folder: &'a str,
}

/// What the gate says of one root.
#[derive(Debug, Default)]
pub(crate) struct GateFindings {
    /// What breaks the level, one text for each finding.
    pub(crate) errors: Vec<String>,
    /// What is worth knowing.
    pub(crate) warnings: Vec<String>,
}

/// Where things stand in the files.
pub(crate) struct Texts<'a> {
    pub(crate) files: &'a Files,
    pub(crate) sources: &'a [Source],
    pub(crate) definitions: &'a [Definition<'a>],
}

/// Compares `root` with the released versions of it.
pub(crate) fn findings(root: &Root<'_>, level: Level, texts: &Texts<'_>) -> GateFindings {
    let mut found = GateFindings::default();
    // What is wrong with the history itself, the derive says at the type.
    let Ok(folder) = Folder::read(Path::new(root.folder)) else { return found };
    let versions = recorded(&folder);
    if !versions.iter().any(|version| version.released) {
        found.warnings.push(format!(
            "`{}` is new: no version of it in {} is released, so nothing is compared (`cargo avro accept` records it, \
             `cargo avro release` marks it as released)",
            root.full, root.folder
        ));
        return found;
    }
    let accepted = accepted(&folder);
    let history = History { full_name: root.full, folder: root.folder, versions: &versions, accepted: &accepted };
    let review = review(root.view, history, &Settings::new(level));
    found.errors.extend(review.errors().map(|finding| texts.describe(root, finding, level)));
    found.errors.extend(review.unchecked().map(str::to_owned));
    found.warnings.extend(review.warnings().map(|finding| texts.line(root, finding)));
    found
}

fn recorded(folder: &Folder) -> Vec<RecordedVersion> {
    let version = |version: &avro_model::history::Version| RecordedVersion {
        version: version.version,
        file: kept(&version.file),
        released: version.released,
        content_hash: content_hash(version.document.view()),
        document: version.document.clone(),
    };
    folder.versions().iter().map(version).collect()
}

fn accepted(folder: &Folder) -> Vec<Accepted> {
    let entry = |entry: &avro_model::history::Acceptance| Accepted {
        rule: kept(&entry.rule),
        ty: kept(&entry.ty),
        path: kept(&entry.path),
        before: kept(&entry.before),
        after: kept(&entry.after),
    };
    folder.manifest().accepted.iter().map(entry).collect()
}

/// A build script ends soon; the engine wants what a constant could hold.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

impl Texts<'_> {
    /// ```text
    /// `a.Order` cannot read data written by version 1  [field-added-without-default]
    ///   --> schemas/order.avsc:12:5
    ///    |
    /// 12 |     {"name": "currency", "type": "string"}
    ///    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ///    = at: a.Order.currency
    ///    = help: on purpose? ..
    /// ```
    fn describe(&self, root: &Root<'_>, finding: &Finding, level: Level) -> String {
        let first = finding.text.lines().next().unwrap_or_default();
        let mut text = first.to_owned();
        let indent = self.excerpt(root, finding, &mut text);
        let margin = " ".repeat(indent);
        let mut note = |note: String| text.push_str(&format!("\n{margin} = {note}"));
        note(format!("at: {}", at(root, finding)));
        if !finding.before.is_empty() || !finding.after.is_empty() {
            let of = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
            note(format!("was: {}, is: {}", of(&finding.before), of(&finding.after)));
        }
        note(format!("promised: {}, in build.rs", level.name()));
        note(format!("history: {}", root.folder));
        for help in &finding.helps {
            let checked =
                if help.passes { format!("passes {}", level.name()) } else { "settles this finding".to_owned() };
            note(format!("help: {} (checked: {checked})", help.schema));
        }
        note(format!("help: on purpose? `cargo avro accept {} --reason \"..\"` and commit the result", root.full));
        text
    }

    /// One line, for a warning.
    fn line(&self, root: &Root<'_>, finding: &Finding) -> String {
        let first = finding.text.lines().next().unwrap_or_default();
        let place = self.place(root, finding).map(|place| {
            let source = &self.sources[place.file];
            let start = position(&source.text, place.range.start);
            format!("{}:{}:{}: ", source.file, start.line, start.column)
        });
        format!("{}{first} (at {})", place.unwrap_or_default(), at(root, finding))
    }

    /// The line that the finding is about, with what it is about underlined; gives the width of the line's number.
    fn excerpt(&self, root: &Root<'_>, finding: &Finding, out: &mut String) -> usize {
        const WIDEST: usize = 160;
        let Some(place) = self.place(root, finding) else { return 2 };
        let source = &self.sources[place.file];
        let start = position(&source.text, place.range.start);
        let width = start.line.to_string().len();
        let margin = " ".repeat(width);
        out.push_str(&format!("\n{margin}--> {}:{}:{}", source.file, start.line, start.column));
        let line = source.text.lines().nth(start.line - 1).unwrap_or_default().replace('\t', " ");
        let shown = source.text.get(place.range.clone()).unwrap_or_default();
        let length = shown.lines().next().unwrap_or_default().chars().count().max(1);
        if line.chars().count() <= WIDEST && !line.chars().any(char::is_control) {
            let under = " ".repeat(start.column - 1) + &"^".repeat(length);
            out.push_str(&format!("\n{margin} |\n{} | {line}\n{margin} | {under}", start.line));
        }
        width
    }

    /// The field that the finding is about, or the type in which it is.
    fn place(&self, root: &Root<'_>, finding: &Finding) -> Option<Place> {
        let definition = self.definitions.iter().find(|definition| definition.full == finding.ty);
        let view = definition.map_or(root.view, |definition| definition.view);
        let name = finding.path.rsplit('.').next().unwrap_or_default();
        let name = name.split(['[', '{', '<']).next().unwrap_or_default();
        let field = (0..view.field_count()).map(|position| view.field(position)).find(|field| field.name.get() == name);
        field.and_then(|field| self.files.field_place(field)).or_else(|| self.files.place(view.node))
    }
}

fn at(root: &Root<'_>, finding: &Finding) -> String {
    if finding.path.is_empty() { root.full.to_owned() } else { format!("{}.{}", root.full, finding.path) }
}

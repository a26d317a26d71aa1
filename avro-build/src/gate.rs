//! The gate of schema files: roots against their released versions, with the place in the file that each finding is about.

use std::path::Path;

use avro_model::gate::{self, Finding, History, Settings, Words, review};
use avro_model::history::Folder;
use avro_model::parse::{Files, Source};
use avro_model::{Diagnostic, Level, View};

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
    /// What breaks the level: one text for each root, with everything that is found in it.
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
pub(crate) fn findings(root: &Root<'_>, settings: &Settings<'_>, texts: &Texts<'_>) -> GateFindings {
    let mut found = GateFindings::default();
    // What is wrong with the history itself, the derive says at the type.
    let Ok(folder) = Folder::read(Path::new(root.folder)) else { return found };
    let recorded = folder.leak(root.folder);
    if !recorded.has_released() {
        found.warnings.push(format!(
            "`{}` is new: no version of it in {} is released, so nothing is compared (`cargo avro accept` records it, \
             `cargo avro release` marks it as released)",
            root.full, root.folder
        ));
        return found;
    }
    let review = review(root.view, History { full_name: root.full, ..History::of(&recorded) }, settings);
    let errors: Vec<&Finding> = review.errors().collect();
    if !errors.is_empty() {
        found.errors.push(texts.describe(root, &errors, settings.level));
    }
    found.errors.extend(review.unchecked().map(str::to_owned));
    let line = |finding| format!("{:#}", texts.diagnostic(root, finding, settings.level).0);
    found.warnings.extend(review.warnings().map(line));
    found
}

impl Texts<'_> {
    /// ```text
    /// `a.Order` breaks FULL_TRANSITIVE (1 finding)
    /// [field-added-without-default] schemas/order.avsc:12:5
    ///    |
    /// 12 |     {"name": "currency", "type": "string"}
    ///    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `currency: string` is new and has no default
    ///    = at: a.Order.currency
    ///    = `a.Order` cannot read data written by version 1
    ///    = help: give the field a default: "default": "" (checked: passes FULL_TRANSITIVE)
    /// history: schemas/history/a.Order
    /// help: on purpose? `cargo avro accept a.Order --reason ".."` and commit the result
    /// ```
    fn describe(&self, root: &Root<'_>, findings: &[&Finding], level: Level) -> String {
        let (name, promised, count) = (root.full, level.name(), findings.len());
        let plural = if count == 1 { "" } else { "s" };
        let mut text = format!("`{name}` breaks {promised} ({count} finding{plural})");
        for finding in findings {
            let (diagnostic, source) = self.diagnostic(root, finding, level);
            text.push_str(&format!("\n{}", diagnostic.listed(source)));
        }
        text.push_str(&format!(
            "\nhistory: {}\nhelp: on purpose? `cargo avro accept {name} --reason \"..\"` and commit the result",
            root.folder
        ));
        text
    }

    /// The finding, and the text that its place is in.
    fn diagnostic(&self, root: &Root<'_>, finding: &Finding, level: Level) -> (Diagnostic, &str) {
        let diagnostic = finding.diagnostic(root.full, level, Words::Schema);
        let Some(place) = gate::place(finding, root.view, self.files, self.sources) else { return (diagnostic, "") };
        let Source { file, text } = &self.sources[place.file];
        (diagnostic.with_place(file, text, place.range), text)
    }
}

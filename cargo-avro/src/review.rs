//! One type against its versions.

use std::path::Path;

use avro_model::content::content_hash;
use avro_model::gate::{self, Finding, History, Review, Settings, Words, review};
use avro_model::history::unrecorded::{self, Difference};
use avro_model::history::{Day, Folder, RecordedVersion, check_acceptances};
use avro_model::parse::Source;
use avro_model::rules::{Rule, Severity};
use avro_model::{Diagnostic, Level, View};

use crate::census::{Entry, Root};
use crate::snapshot::Snapshot;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything passes.
    Ok,
    /// There is no released version to compare with.
    New,
    /// Something breaks, or is not as it should be.
    Incompatible,
    /// It could not be compared.
    Unchecked,
}

/// A type, and what was found.
#[derive(Debug)]
pub(crate) struct Checked<'e> {
    pub(crate) entry: &'e Entry,
    pub(crate) root: &'e Root,
    pub(crate) level: Level,
    pub(crate) outcome: Outcome,
    /// How many versions it was compared with.
    pub(crate) versions: usize,
    /// What the gate says.
    pub(crate) findings: Vec<Finding>,
    /// What is wrong with the history.
    pub(crate) problems: Vec<Diagnostic>,
}

impl Checked<'_> {
    /// A finding for people: with the line of the schema file, or as the compiler says it, which the owner of a Rust type knows.
    pub(crate) fn text(&self, finding: &Finding) -> String {
        if !self.root.of_schema {
            return finding.text.clone();
        }
        let (diagnostic, source) = self.diagnostic(finding);
        diagnostic.annotated(source)
    }

    /// A finding with its place, in the schema file or in Rust, and what to do about it; and the text that the place is in.
    pub(crate) fn diagnostic(&self, finding: &Finding) -> (Diagnostic, &str) {
        let (entry, promised) = (self.entry, self.level.name());
        let words = if self.root.of_schema { Words::Schema } else { Words::Rust };
        let mut found = finding
            .diagnostic(&entry.full_name, self.level, words)
            .with_note(format!("breaks {} (promised: {promised})", finding.breaks.name()))
            .with_note(format!("history: {}", self.root.shown));
        if finding.severity == Severity::Error {
            let name = &entry.full_name;
            found = found
                .with_help(format!("on purpose? `cargo avro accept {name} --reason \"..\"` and commit the result"));
        }
        if !self.root.of_schema {
            return (found.with_line(&*entry.file, entry.line as usize), "");
        }
        let Some(loose) = &entry.loose else { return (found, "") };
        match gate::place(finding, entry.document.view(), &loose.files, &loose.sources) {
            Some(place) => {
                let Source { file, text } = &loose.sources[place.file];
                (found.with_place(file, text, place.range), text)
            }
            None => (found.with_line(&*entry.file, entry.line as usize), ""),
        }
    }
}

/// Compares `entry` with its history, or with what `against` has of it.
pub(crate) fn check<'e>(
    entry: &'e Entry,
    root: &'e Root,
    level: Option<Level>,
    against: Option<&Snapshot>,
) -> Checked<'e> {
    let level = level.unwrap_or(root.level);
    let mut checked =
        Checked { entry, root, level, outcome: Outcome::Ok, versions: 0, findings: Vec::new(), problems: Vec::new() };
    let folder = match Folder::read(&root.folder) {
        Ok(folder) => folder,
        Err(error) => {
            let base = Path::new(&entry.manifest_dir);
            checked.problems = error.problems().iter().flat_map(|problem| problem.diagnostics(base)).collect();
            checked.outcome = Outcome::Unchecked;
            return checked;
        }
    };
    let view = entry.document.view();
    let recorded = folder.leak(&root.shown);
    let there = match against.map(|snapshot| snapshot.versions(&entry.full_name)) {
        None => None,
        Some(versions) => match versions {
            Ok(versions) => Some(versions),
            Err(text) => {
                checked.problems.push(Diagnostic::new("history-unreadable", text));
                checked.outcome = Outcome::Unchecked;
                return checked;
            }
        },
    };
    let versions = there.as_deref().unwrap_or(recorded.versions);
    let released = versions.iter().filter(|version| version.released).count();
    checked.versions = released;
    let shown = against.map_or(root.shown.as_str(), |snapshot| snapshot.name.as_str());
    let history = History { full_name: &entry.full_name, folder: shown, versions, accepted: recorded.accepted };
    let review = review(view, history, &Settings { level, severities: &root.severities });
    if against.is_none() {
        checked.problems = own_problems(entry, root, &folder, &review, view);
    } else {
        checked.problems = missing(entry, &folder, versions);
    }
    checked.findings = review.findings().to_vec();
    checked.outcome = if let Some(text) = review.unchecked() {
        checked.problems.push(Diagnostic::new("unchecked", text));
        Outcome::Unchecked
    } else if !review.passes() || checked.problems.iter().any(|problem| problem.severity() == Severity::Error) {
        Outcome::Incompatible
    } else if released == 0 {
        Outcome::New
    } else {
        Outcome::Ok
    };
    checked
}

/// What is wrong with what is recorded.
fn own_problems(entry: &Entry, root: &Root, folder: &Folder, review: &Review, view: View<'_>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    if let Some(newest) = folder.versions().last()
        && unrecorded::difference(view, newest) == Difference::Content
        && review.passes()
    {
        let found = unrecorded::describe(&entry.full_name, view, newest, &root.shown);
        problems.push(found.with_help("record it with `cargo avro accept`, or `AVRO_BLESS=1 cargo test`"));
    }
    problems.extend(check_acceptances(folder, review, &root.shown, Day::today()));
    let settings = Settings { level: root.level, severities: &root.severities };
    let judged = problems.into_iter().map(|found| {
        let severity = settings.severity_of(&found);
        found.with_severity(severity)
    });
    judged.filter(|found| found.severity() != Severity::Allow).collect()
}

/// A version that was released there has to be here.
fn missing(entry: &Entry, folder: &Folder, versions: &[RecordedVersion]) -> Vec<Diagnostic> {
    if folder.versions().is_empty() {
        return Vec::new();
    }
    let here = |version: &RecordedVersion| {
        folder
            .versions()
            .iter()
            .any(|own| own.version == version.version && content_hash(own.document.view()) == version.content_hash)
    };
    let gone = versions.iter().filter(|version| !here(version));
    gone.map(|version| {
        let (number, name) = (version.version, &entry.full_name);
        Rule::HistoryTampered
            .diagnostic(format!("version {number} of `{name}`, which is released there, is not in the history here"))
    })
    .collect()
}

//! One type against its versions.

use std::path::Path;

use avro_model::content::content_hash;
use avro_model::gate::{Finding, History, Review, Settings, review};
use avro_model::history::unrecorded::{self, Difference};
use avro_model::history::{Accepted, Day, Folder, RecordedVersion, check_acceptances};
use avro_model::rules::{Rule, Severity};
use avro_model::{Level, View};

use crate::census::{Entry, Root, leak};
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
    pub(crate) problems: Vec<Problem>,
}

/// What is wrong with a history, or with what is recorded in it.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) text: String,
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
            let problem = |problem: &avro_model::history::Problem| Problem {
                rule: problem.rule().unwrap_or("history-tampered"),
                severity: Severity::Error,
                text: problem.text(base),
            };
            checked.problems = error.problems().iter().map(problem).collect();
            checked.outcome = Outcome::Unchecked;
            return checked;
        }
    };
    let view = entry.document.view();
    let accepted = accepted(&folder);
    let versions = match against {
        None => recorded(&folder),
        Some(snapshot) => match snapshot.versions(&entry.full_name) {
            Ok(versions) => versions,
            Err(text) => {
                checked.problems.push(Problem { rule: "history-tampered", severity: Severity::Error, text });
                checked.outcome = Outcome::Unchecked;
                return checked;
            }
        },
    };
    let released = versions.iter().filter(|version| version.released).count();
    checked.versions = released;
    let shown = against.map_or(root.shown.as_str(), |snapshot| snapshot.name.as_str());
    let history = History { full_name: &entry.full_name, folder: shown, versions: &versions, accepted: &accepted };
    let review = review(view, history, &Settings { level, severities: &root.severities });
    if against.is_none() {
        checked.problems = own_problems(entry, root, &folder, &review, view);
    } else {
        checked.problems = missing(entry, &folder, &versions);
    }
    checked.findings = review.findings().to_vec();
    checked.outcome = if let Some(text) = review.unchecked() {
        checked.problems.push(Problem { rule: "unchecked", severity: Severity::Error, text: text.to_owned() });
        Outcome::Unchecked
    } else if !review.passes() || checked.problems.iter().any(|problem| problem.severity == Severity::Error) {
        Outcome::Incompatible
    } else if released == 0 {
        Outcome::New
    } else {
        Outcome::Ok
    };
    checked
}

/// What is wrong with what is recorded.
fn own_problems(entry: &Entry, root: &Root, folder: &Folder, review: &Review, view: View<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |rule: Rule, text| {
        let severity = Settings { level: root.level, severities: &root.severities }.severity(rule);
        if severity != Severity::Allow {
            problems.push(Problem { rule: rule.id(), severity, text });
        }
    };
    if let Some(newest) = folder.versions().last()
        && unrecorded::difference(view, newest) == Difference::Content
        && review.passes()
    {
        let mut text = unrecorded::describe(&entry.full_name, view, newest, &root.shown);
        text.push_str("help: record it with `cargo avro accept`, or `AVRO_BLESS=1 cargo test`");
        add(Rule::UnrecordedChange, text);
    }
    for (rule, text) in check_acceptances(folder, review, &root.shown, Day::today()) {
        add(rule, text);
    }
    problems
}

/// A version that was released there has to be here.
fn missing(entry: &Entry, folder: &Folder, versions: &[RecordedVersion]) -> Vec<Problem> {
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
    gone.map(|version| Problem {
        rule: "history-tampered",
        severity: Severity::Error,
        text: format!(
            "version {} of `{}`, which is released there, is not in the history here  [history-tampered]",
            version.version, entry.full_name
        ),
    })
    .collect()
}

fn recorded(folder: &Folder) -> Vec<RecordedVersion> {
    let version = |version: &avro_model::history::Version| RecordedVersion {
        version: version.version,
        file: leak(&version.file),
        released: version.released,
        content_hash: content_hash(version.document.view()),
        document: version.document.clone(),
    };
    folder.versions().iter().map(version).collect()
}

fn accepted(folder: &Folder) -> Vec<Accepted> {
    let entry = |entry: &avro_model::history::Acceptance| Accepted {
        rule: leak(&entry.rule),
        ty: leak(&entry.ty),
        path: leak(&entry.path),
        before: leak(&entry.before),
        after: leak(&entry.after),
    };
    folder.manifest().accepted.iter().map(entry).collect()
}

//! What can be wrong with a history.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, SchemaErrors};
use crate::rules::{Rule, Severity};

/// Everything that is wrong with a history.
#[derive(Debug)]
pub struct HistoryError {
    problems: Vec<Problem>,
}

/// One thing that is wrong with a history.
#[derive(Debug)]
pub struct Problem {
    path: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Tampered,
    /// As tampered, but not released yet.
    Altered,
    /// Whether it is the version that would be recorded next.
    Unlisted {
        next: bool,
    },
    Missing {
        oldest: bool,
    },
    Gap {
        before: u32,
        after: u32,
    },
    Conflict,
    Forked(u32),
    FileName {
        version: u32,
        file: String,
    },
    Manifest(String),
    /// With the text of the file.
    Schema(SchemaErrors, String),
    Io(String),
    Overtaken,
}

impl HistoryError {
    pub(super) fn new(problems: Vec<Problem>) -> Self {
        HistoryError { problems }
    }

    pub(super) fn one(problem: Problem) -> Self {
        HistoryError { problems: vec![problem] }
    }

    /// All problems; at least one.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl Problem {
    fn at(path: &Path, kind: Kind) -> Self {
        Problem { path: path.to_owned(), kind }
    }

    pub(super) fn tampered(path: &Path) -> Self {
        Problem::at(path, Kind::Tampered)
    }

    pub(super) fn altered(path: &Path) -> Self {
        Problem::at(path, Kind::Altered)
    }

    pub(super) fn unlisted(path: &Path, next: bool) -> Self {
        Problem::at(path, Kind::Unlisted { next })
    }

    /// A recording that was interrupted between the version and the list leaves this.
    pub(super) fn may_be_interrupted(&self) -> bool {
        matches!(self.kind, Kind::Altered | Kind::Unlisted { next: true })
    }

    pub(super) fn missing(path: &Path, oldest: bool) -> Self {
        Problem::at(path, Kind::Missing { oldest })
    }

    pub(super) fn gap(path: &Path, before: u32, after: u32) -> Self {
        Problem::at(path, Kind::Gap { before, after })
    }

    pub(super) fn conflict(path: &Path) -> Self {
        Problem::at(path, Kind::Conflict)
    }

    pub(super) fn forked(path: &Path, version: u32) -> Self {
        Problem::at(path, Kind::Forked(version))
    }

    pub(super) fn file_name(path: &Path, version: u32, file: &str) -> Self {
        Problem::at(path, Kind::FileName { version, file: file.to_owned() })
    }

    pub(super) fn manifest(path: &Path, message: String) -> Self {
        Problem::at(path, Kind::Manifest(message))
    }

    pub(super) fn schema(path: &Path, errors: SchemaErrors, text: &str) -> Self {
        Problem::at(path, Kind::Schema(errors, text.to_owned()))
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        Problem::at(path, Kind::Io(error.to_string()))
    }

    pub(super) fn overtaken(path: &Path) -> Self {
        Problem::at(path, Kind::Overtaken)
    }

    /// The file that is wrong.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A recorded version was edited: its hash is not the one in `history.json`.
    pub fn is_tampered(&self) -> bool {
        matches!(self.kind, Kind::Tampered | Kind::Altered)
    }

    /// A file that `history.json` does not list.
    pub fn is_unlisted(&self) -> bool {
        matches!(self.kind, Kind::Unlisted { .. })
    }

    /// A file that `history.json` lists is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self.kind, Kind::Missing { .. })
    }

    /// The numbers of the versions do not follow each other.
    pub fn is_gap(&self) -> bool {
        matches!(self.kind, Kind::Gap { .. })
    }

    /// `history.json` or a schema cannot be understood.
    pub fn is_unreadable(&self) -> bool {
        matches!(
            self.kind,
            Kind::Conflict | Kind::Forked(_) | Kind::Manifest(_) | Kind::Schema(..) | Kind::FileName { .. }
        )
    }

    /// Another program wrote the history between reading and writing, so that nothing was written: what is in it now has to be
    /// read first.
    pub fn is_overtaken(&self) -> bool {
        matches!(self.kind, Kind::Overtaken)
    }

    /// The text for a reader who knows paths relative to `base`.
    pub fn text(&self, base: &Path) -> String {
        let source = if let Kind::Schema(_, source) = &self.kind { source } else { "" };
        let texts: Vec<_> = self.diagnostics(base).iter().map(|diagnostic| diagnostic.annotated(source)).collect();
        texts.join("\n")
    }

    /// What is wrong, for a reader who knows paths relative to `base`: one thing, or all that is wrong with a schema. All are
    /// errors, whatever was said of their rules: what is compared with such a history would be compared with something else
    /// than was released.
    pub fn diagnostics(&self, base: &Path) -> Vec<Diagnostic> {
        let path = self.path.strip_prefix(base).unwrap_or(&self.path).display().to_string().replace('\\', "/");
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let tampered = |text: String| Rule::HistoryTampered.diagnostic(text);
        let unreadable = |text: String| Diagnostic::new("history-unreadable", text);
        let one = match &self.kind {
            Kind::Tampered => tampered(format!("{path} was edited after it was recorded"))
                .with_note("its SHA-256 is not the one in history.json")
                .with_help("restore the file; a changed type gets a new version: `AVRO_BLESS=1 cargo test`"),
            Kind::Altered => tampered(format!("{path} is not what was recorded"))
                .with_note("its SHA-256 is not the one in history.json; it is not released")
                .with_help(
                    "`cargo avro accept` records the type again: its recording was interrupted, or the file was edited",
                ),
            Kind::Unlisted { next } => {
                let help = if *next {
                    "was its recording interrupted? `cargo avro accept` completes it; else remove it, or restore the \
                     history.json that lists it"
                } else {
                    "remove it, or restore the history.json that lists it; versions are recorded with `AVRO_BLESS=1 cargo test`"
                };
                tampered(format!("{path} is not listed in {folder}/history.json")).with_help(help)
            }
            Kind::Missing { oldest } => tampered(format!("{path} is listed in history.json and is not there")).with_help(
                // what is between others is never dropped: there would be a gap
                if *oldest {
                    "restore the file, or remove its entry from history.json if no reader or writer uses that version any more"
                } else {
                    "restore the file"
                },
            ),
            Kind::Gap { before, after } => Rule::VersionGap
                .diagnostic(format!("{path} goes from version {before} to version {after}"))
                .with_note("versions are numbered without gaps; only the oldest may be dropped, once nobody uses them any more")
                .with_help(if after > before {
                    "restore the versions between them, files and entries"
                } else {
                    "list each version once, oldest first"
                }),
            Kind::Conflict => unreadable(format!("{path} has conflicts of a merge: two branches recorded versions"))
                .with_help("`cargo avro accept` keeps the versions and acceptances of both; commit the result"),
            Kind::Forked(version) => unreadable(format!(
                "{path}: two branches released different versions under the number {version}"
            ))
            .with_help(
                "data of both may exist: keep both, one of them under the next number, and write both into history.json",
            ),
            Kind::FileName { version, file } => unreadable(format!(
                "{path}: the file of version {version} is `v{version}.avsc`, not `{}`",
                file.escape_debug()
            )),
            Kind::Manifest(message) => unreadable(format!("{path}:{message}")),
            Kind::Schema(errors, _) => {
                return errors.diagnostics().iter().map(|found| found.clone().with_file(&*path)).collect();
            }
            Kind::Io(message) => unreadable(format!("{path}: {message}")),
            Kind::Overtaken => Diagnostic::new(
                "history-overtaken",
                format!("{path} was written by another program in the meantime, so nothing was written"),
            )
            .with_help("run it again"),
        };
        vec![one.with_severity(Severity::Error)]
    }
}

impl fmt::Display for HistoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.problems.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            f.write_str(&problem.text(Path::new("")))?;
        }
        Ok(())
    }
}

impl std::error::Error for HistoryError {}

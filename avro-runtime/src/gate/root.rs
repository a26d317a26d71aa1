//! A root against its history: is what was compiled in still what is on disk, is the type recorded, does it pass?

use std::fs;
use std::path::{Path, PathBuf};

use avro_model::content::content_hash;
use avro_model::gate::{History, review};
use avro_model::history::unrecorded::{self, Difference};
use avro_model::history::write::{layout, write_atomically};
use avro_model::history::{Day, Folder, Recorded, Recording, check_acceptances};
use avro_model::rules::Rule;

use super::mode::Mode;
use super::report::Report;
use crate::census::{Gatekeeper, Registration, Root};

/// A root that is checked.
pub(super) struct Rooted<'r> {
    pub(super) entry: &'r Registration,
    pub(super) root: &'r Root,
    pub(super) mode: Mode,
}

impl Rooted<'_> {
    pub(super) fn check(&self, report: &mut Report) {
        let (entry, history) = (self.entry, self.root.history());
        if matches!(self.root.gatekeeper(), Gatekeeper::Collected | Gatekeeper::CollectedBuild) {
            return report.fail(format!(
                "`{}` was built with AVRO_GATE=collect, so the compiler has not compared it: build without it",
                entry.full_name()
            ));
        }
        let package = Path::new(entry.manifest_dir());
        let folder = match Folder::read(&folder_path(entry, history.folder)) {
            Ok(folder) => folder,
            Err(error) => {
                return report.failures.extend(error.problems().iter().map(|problem| problem.text(package)));
            }
        };
        if let Some(stale) = stale(entry, history, &folder) {
            return report.fail(stale);
        }
        let settings = self.root.settings();
        let review = review(entry.schema().view(), History::of(history), &settings);
        report.failures.extend(review.errors().map(|finding| finding.text.clone()));
        report.failures.extend(review.unchecked().map(str::to_owned));
        for found in check_acceptances(&folder, &review, history.folder, Day::today()) {
            report.tell(settings.severity_of(&found), found.annotated(""));
        }
        report.notes.extend(review.warnings().map(|finding| format!("warning: {}", finding.text)));
        self.check_recorded(folder, review.passes(), report);
        if matches!(self.root.gatekeeper(), Gatekeeper::Compiler | Gatekeeper::Test) {
            self.check_exported(report);
        }
    }

    /// The type as it is now is the newest version on disk, or becomes it. `passes`: it keeps its level.
    fn check_recorded(&self, folder: Folder, passes: bool, report: &mut Report) {
        let view = self.entry.schema().view();
        let name = self.entry.full_name();
        let newest = folder.versions().last();
        let difference = newest.map_or(Difference::Content, |newest| unrecorded::difference(view, newest));
        let recorded = difference != Difference::Content;
        // a comment alone makes no new version; it goes along with one that is not released yet
        let wanted = !recorded || difference != Difference::None && newest.is_some_and(|newest| !newest.released);
        if self.mode == Mode::Bless && wanted {
            if passes {
                return self.record(folder, report);
            }
            return report.fail(format!(
                "`{name}` is not recorded: AVRO_BLESS records only what passes {}, and this does not",
                self.root.level().name()
            ));
        }
        if recorded {
            return;
        }
        let (level, severity) = (self.root.level().name(), self.root.settings().severity(Rule::UnrecordedChange));
        let Some(newest) = newest else {
            let help = self.mode.help("record the first one with `AVRO_BLESS=1 cargo test`");
            let text =
                format!("`{name}` promises {level} and no version of it is recorded yet  [unrecorded-change]\n{help}");
            return report.tell(severity, text);
        };
        let found = unrecorded::describe(name, view, newest, self.root.history().folder).annotated("");
        let next = if passes {
            self.mode.help("record it with `AVRO_BLESS=1 cargo test`")
        } else {
            format!("it does not pass {level}: see the findings")
        };
        report.tell(severity, format!("{found}\n{next}"));
    }

    fn record(&self, mut folder: Folder, report: &mut Report) {
        let first = folder.versions().is_empty();
        match folder.record(self.entry.json()) {
            Ok(Recording::Unchanged) => {}
            Ok(Recording::Replaced(version) | Recording::Added(version)) => {
                report.note(format!("recorded {}/v{version}.avsc", self.root.history().folder));
                if first {
                    touch(self.entry);
                }
            }
            Err(error) => report.fail(error.to_string()),
        }
    }

    /// `schemas/exported/<full.name>.avsc` says what the type says, docs included.
    fn check_exported(&self, report: &mut Report) {
        let shown = format!("schemas/exported/{}.avsc", self.entry.full_name());
        let path = Path::new(self.entry.manifest_dir()).join(&shown);
        let text = layout(self.entry.json());
        let old = fs::read_to_string(&path).map(|old| old.replace("\r\n", "\n"));
        if old.as_ref().is_ok_and(|old| *old == text) {
            return;
        }
        if self.mode == Mode::Bless {
            return match write_atomically(&path, &text) {
                Ok(_) => report.note(format!("wrote {shown}")),
                Err(error) => report.fail(format!("{shown}: {error}")),
            };
        }
        let state = if old.is_ok() { "is not what the type says" } else { "is missing" };
        report.fail(format!("{shown} {state}\n{}", self.mode.help("write it with `AVRO_BLESS=1 cargo test`")));
    }
}

/// The folder that a root names: relative to its package, or behind `./` and `../` to its source file.
pub(super) fn folder_path(entry: &Registration, folder: &str) -> PathBuf {
    let outside = folder.starts_with("./") || folder.starts_with("../");
    match source_file(entry).filter(|_| outside) {
        Some(source) => source.parent().unwrap_or(Path::new("")).join(folder),
        None => Path::new(entry.manifest_dir()).join(folder),
    }
}

/// The source file of a type: rustc was told of it relative to the package or to the workspace.
fn source_file(entry: &Registration) -> Option<PathBuf> {
    Path::new(entry.manifest_dir()).ancestors().map(|folder| folder.join(entry.file())).find(|path| path.is_file())
}

/// The gate of the compiler saw another history than the one on disk: a version that a pull added to a type that had none
/// triggers no new build.
fn stale(entry: &Registration, compiled: &Recorded, folder: &Folder) -> Option<String> {
    let then = compiled.versions.iter().filter(|version| version.released).map(|v| (v.version, v.content_hash));
    let now = folder.versions().iter().filter(|version| version.released);
    let accepted = folder.manifest().accepted.iter().map(|a| [&*a.rule, &*a.ty, &*a.path, &*a.before, &*a.after]);
    let same = then.eq(now.map(|version| (version.version, content_hash(version.document.view()))))
        && compiled.accepted.iter().map(|a| [a.rule, a.ty, a.path, a.before, a.after]).eq(accepted);
    (!same).then(|| {
        format!(
            "stale build: `{}` was compiled with another history than {} now holds, so the compiler has not compared it\n\
             help: touch {}",
            entry.full_name(),
            compiled.folder,
            entry.file()
        )
    })
}

/// The first version of a type is no file that the compiler tracks: makes it look again.
fn touch(entry: &Registration) {
    let file = source_file(entry).and_then(|path| fs::File::options().append(true).open(path).ok());
    if let Some(file) = file {
        // without it the test says "stale build" once the version is released
        let _ = file.set_modified(std::time::SystemTime::now());
    }
}

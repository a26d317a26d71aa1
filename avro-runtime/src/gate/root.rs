//! A root against its history: is what was compiled in still what is on disk, is the type recorded, does it pass?

use std::fs;
use std::path::{Path, PathBuf};

use avro_model::content::content_hash;
use avro_model::gate::{History, review};
use avro_model::history::unrecorded::{self, Difference};
use avro_model::history::write::{layout, write_atomically};
use avro_model::history::{Day, Folder, Recorded, Recording, check_acceptances};
use avro_model::rules::{Rule, Severity};

use super::mode::Mode;
use crate::census::{Gatekeeper, Registration, Root};

pub(super) fn check(
    entry: &Registration,
    root: &Root,
    mode: Mode,
    failures: &mut Vec<String>,
    notes: &mut Vec<String>,
) {
    if matches!(root.gatekeeper(), Gatekeeper::Collected | Gatekeeper::CollectedBuild) {
        return failures.push(format!(
            "`{}` was built with AVRO_GATE=collect, so the compiler has not compared it: build without it",
            entry.full_name()
        ));
    }
    let package = Path::new(entry.manifest_dir());
    let path = folder_path(entry, root.history().folder);
    let folder = match Folder::read(&path) {
        Ok(folder) => folder,
        Err(error) => return failures.extend(error.problems().iter().map(|problem| problem.text(package))),
    };
    if let Some(stale) = stale(entry, root.history(), &folder) {
        return failures.push(stale);
    }
    let review = review(entry.schema().view(), History::of(root.history()), &root.settings());
    failures.extend(review.errors().map(|finding| finding.text.clone()));
    failures.extend(review.unchecked().map(str::to_owned));
    for found in check_acceptances(&folder, &review, root.history().folder, Day::today()) {
        told(root.settings().severity_of(&found), found.annotated(""), failures, notes);
    }
    notes.extend(review.warnings().map(|finding| format!("warning: {}", finding.text)));
    check_recorded(entry, root, folder, mode, review.passes(), failures, notes);
    if matches!(root.gatekeeper(), Gatekeeper::Compiler | Gatekeeper::Test) {
        check_exported(entry, mode, failures, notes);
    }
}

/// Puts `text` where its severity says.
fn told(severity: Severity, text: String, failures: &mut Vec<String>, notes: &mut Vec<String>) {
    match severity {
        Severity::Error => failures.push(text),
        Severity::Warning => notes.push(format!("warning: {text}")),
        Severity::Allow => {}
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

/// The type as it is now is the newest version on disk, or becomes it.
fn check_recorded(
    entry: &Registration,
    root: &Root,
    mut folder: Folder,
    mode: Mode,
    passes: bool,
    failures: &mut Vec<String>,
    notes: &mut Vec<String>,
) {
    let view = entry.schema().view();
    let name = entry.full_name();
    let newest = folder.versions().last();
    let difference = newest.map_or(Difference::Content, |newest| unrecorded::difference(view, newest));
    let recorded = difference != Difference::Content;
    // a comment alone makes no new version; it goes along with one that is not released yet
    let wanted = !recorded || difference != Difference::None && newest.is_some_and(|newest| !newest.released);
    if mode == Mode::Bless && wanted {
        if !passes {
            return failures.push(format!(
                "`{name}` is not recorded: AVRO_BLESS records only what passes {}, and this does not",
                root.level().name()
            ));
        }
        let first = newest.is_none();
        match folder.record(entry.json()) {
            Ok(Recording::Unchanged) => {}
            Ok(Recording::Replaced(version) | Recording::Added(version)) => {
                notes.push(format!("recorded {}/v{version}.avsc", root.history().folder));
                if first {
                    touch(entry);
                }
            }
            Err(error) => failures.push(error.to_string()),
        }
        return;
    }
    if recorded {
        return;
    }
    let Some(newest) = newest else {
        let text = format!(
            "`{name}` promises {} and no version of it is recorded yet  [unrecorded-change]\n{}",
            root.level().name(),
            mode.help("record the first one with `AVRO_BLESS=1 cargo test`")
        );
        return told(root.settings().severity(Rule::UnrecordedChange), text, failures, notes);
    };
    let found = unrecorded::describe(name, view, newest, root.history().folder).annotated("");
    let next = if passes {
        mode.help("record it with `AVRO_BLESS=1 cargo test`")
    } else {
        format!("it does not pass {}: see the findings", root.level().name())
    };
    told(root.settings().severity(Rule::UnrecordedChange), format!("{found}\n{next}"), failures, notes);
}

/// The first version of a type is no file that the compiler tracks: makes it look again.
fn touch(entry: &Registration) {
    let file = source_file(entry).and_then(|path| fs::File::options().append(true).open(path).ok());
    if let Some(file) = file {
        // without it the test says "stale build" once the version is released
        let _ = file.set_modified(std::time::SystemTime::now());
    }
}

/// `schemas/exported/<full.name>.avsc` says what the type says, docs included.
fn check_exported(entry: &Registration, mode: Mode, failures: &mut Vec<String>, notes: &mut Vec<String>) {
    let shown = format!("schemas/exported/{}.avsc", entry.full_name());
    let path = Path::new(entry.manifest_dir()).join(&shown);
    let text = layout(entry.json());
    let old = fs::read_to_string(&path).map(|old| old.replace("\r\n", "\n"));
    if old.as_ref().is_ok_and(|old| *old == text) {
        return;
    }
    if mode == Mode::Bless {
        match write_atomically(&path, &text) {
            Ok(_) => notes.push(format!("wrote {shown}")),
            Err(error) => failures.push(format!("{shown}: {error}")),
        }
        return;
    }
    let state = if old.is_ok() { "is not what the type says" } else { "is missing" };
    failures.push(format!("{shown} {state}\n{}", mode.help("write it with `AVRO_BLESS=1 cargo test`")));
}

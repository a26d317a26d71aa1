//! `cargo avro check`: every type against its history, and the histories against the types.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use avro_model::history::{Claim, list, orphans};
use avro_model::rules::Severity;
use avro_model::{Diagnostic, Level, View};

use crate::census::Entry;
use crate::chosen::chosen;
use crate::exit::Exit;
use crate::harness::{Build, collect};
use crate::names::names_of;
use crate::packages::{Workspace, select};
use crate::report::{Report, Summary};
use crate::review::check;
use crate::schema_files::{self, Promise, level};
use crate::snapshot::Snapshot;

/// What to check.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Types by full or simple name, or schema files and folders of them; else all types
    #[arg(value_name = "TYPE|PATH")]
    subjects: Vec<String>,
    /// The package; else the one of the working directory, or every one of the workspace
    #[arg(long, short)]
    package: Option<String>,
    /// Compare with the schemas of a git revision or of a folder, in place of the recorded history
    #[arg(long, value_name = "REF|DIR")]
    against: Option<String>,
    /// Compare under this level, in place of each type's own
    #[arg(long, value_parser = level)]
    level: Option<Level>,
    /// Folder of the histories of schema files; else the folder `history` beside them
    #[arg(long, value_name = "DIR")]
    history: Option<PathBuf>,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What to make of a type without released version
    #[arg(long, value_enum, default_value_t = NewSubject::Allow)]
    new_subject: NewSubject,
    #[command(flatten)]
    build: Build,
}

/// How to print what was found.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What to make of a type without released version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum NewSubject {
    /// It is counted
    Allow,
    /// It is named as a warning
    Warn,
    /// It is a finding
    Deny,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    let mut report = Report::default();
    let entries;
    if schema_files::are_meant(&arguments.subjects) {
        let here = std::env::current_dir().map_err(|error| error.to_string())?;
        let against = arguments.against.as_deref().map(|against| Snapshot::read(against, &here)).transpose()?;
        let promise = Promise { level: arguments.level, history: arguments.history.clone() };
        let read = schema_files::read(&arguments.subjects, &promise)?;
        report.could_not_check = !read.errors.is_empty();
        report.problems.extend(read.errors.into_iter().chain(read.warnings));
        report.loose = Some(read.loose);
        entries = read.entries;
        add(&mut report, &entries, arguments, against.as_ref());
    } else {
        let workspace = select(arguments.package.as_deref())?;
        let against =
            arguments.against.as_deref().map(|against| Snapshot::read(against, &workspace.root)).transpose()?;
        let collected = collect(&workspace, &arguments.build)?;
        entries = chosen(collected.entries, &arguments.subjects)?;
        report.could_not_check = !collected.unread.is_empty();
        report.not_checked = collected.unread;
        add(&mut report, &entries, arguments, against.as_ref());
        if arguments.subjects.is_empty() && against.is_none() {
            report.problems.extend(orphaned(&workspace, &entries)?);
        }
        if entries.is_empty() && report.not_checked.is_empty() && report.problems.is_empty() {
            let names: Vec<_> = workspace.packages.iter().map(|package| format!("`{}`", package.name)).collect();
            return Err(format!("no type with `#[derive(AvroSchema)]` was found in {}", names.join(", ")));
        }
    }
    report.new_is_finding = arguments.new_subject == NewSubject::Deny;
    report.new_is_warning = arguments.new_subject == NewSubject::Warn;
    match arguments.format {
        Format::Text => print!("{}", report.text()),
        Format::Json => print!("{}", report.json()),
    }
    Ok(exit(&report))
}

fn exit(report: &Report<'_>) -> Exit {
    let Summary { incompatible, unchecked, new, .. } = report.summary();
    let problems = report.problems.iter().any(|problem| problem.severity() == Severity::Error);
    if report.could_not_check || unchecked > 0 {
        Exit::CouldNotCheck
    } else if incompatible > 0 || problems || report.new_is_finding && new > 0 {
        Exit::Findings
    } else {
        Exit::Clean
    }
}

fn add<'e>(report: &mut Report<'e>, entries: &'e [Entry], arguments: &Arguments, against: Option<&Snapshot>) {
    let mut compared = BTreeSet::new();
    for entry in entries.iter().filter(|entry| entry.root.is_some()) {
        compared.extend(names_of(entry.document.view()));
    }
    for entry in entries {
        match &entry.root {
            // what a root holds is compared with it
            None if is_held(entry, &compared) => {}
            None => report.ungated.push(entry),
            Some(root) if root.unpacked => {}
            Some(root) => report.types.push(check(entry, root, arguments.level, against)),
        }
    }
    report.against = against.map(|snapshot| snapshot.name.clone());
}

/// Whether a root holds the type; of a union, which has no name, whether a root holds one of its branches.
fn is_held(entry: &Entry, names: &BTreeSet<&str>) -> bool {
    let view = entry.document.view();
    let held = |view: View<'_>| view.name().map(|name| names.contains(name.full.get()));
    let mut branches = (0..view.branch_count()).filter_map(|i| held(view.branch(i))).peekable();
    held(view).unwrap_or_else(|| branches.peek().is_none() || branches.any(|held| held))
}

/// The histories of the packages that no type claims.
fn orphaned(workspace: &Workspace, entries: &[Entry]) -> Result<Vec<Diagnostic>, String> {
    let mut problems = Vec::new();
    for package in workspace.packages.iter().filter(|package| package.runtime.is_some()) {
        let folders = list(&package.histories).map_err(|error| error.to_string())?;
        let own = entries.iter().filter(|entry| Path::new(&entry.manifest_dir) == package.folder);
        let claims: Vec<Claim> = own.map(Entry::claim).collect();
        let shown = package.histories.strip_prefix(&package.folder).unwrap_or(&package.histories).display().to_string();
        problems.extend(orphans(&shown.replace('\\', "/"), &folders, &claims));
    }
    Ok(problems)
}

//! `cargo avro accept`: a break that is meant, with its reason; and every other change that is to be recorded.

use std::path::Path;

use avro_model::gate::Finding;
use avro_model::history::write::{layout, write_atomically};
use avro_model::history::{Acceptance, Day, Folder, HistoryError, Recording, mend, settle};
use avro_model::rules::Severity;

use crate::census::{Entry, Root};
use crate::chosen::chosen;
use crate::exit::Exit;
use crate::harness::{Build, collect};
use crate::packages::select;
use crate::review::{Outcome, check};
use crate::schema_files::{self, Promise};

/// What to accept.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Types by full or simple name, or schema files and folders of them; else all types that differ from what is recorded
    #[arg(value_name = "TYPE|PATH")]
    subjects: Vec<String>,
    /// Why the break is meant; needed where there is one
    #[arg(long, value_parser = reason)]
    reason: Option<String>,
    /// The last day on which the acceptance holds: behind it tests and `cargo avro check` fail, the compiler never does
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    until: Option<Day>,
    /// The package; else the one of the working directory, or every one of the workspace
    #[arg(long, short)]
    package: Option<String>,
    #[command(flatten)]
    promise: Promise,
    #[command(flatten)]
    build: Build,
}

fn reason(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("a reason says something".to_owned()) } else { Ok(text.to_owned()) }
}

fn day(text: &str) -> Result<Day, String> {
    let day = Day::parse(text).ok_or("a day is written YYYY-MM-DD")?;
    if day < Day::today() { Err("the day has passed".to_owned()) } else { Ok(day) }
}

/// A type whose history is to be written.
struct Change<'e> {
    entry: &'e Entry,
    root: &'e Root,
    folder: Folder,
    findings: Vec<Finding>,
    /// What they say.
    texts: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    if is_set("CI") {
        return Err("nothing is recorded while CI is set: accept where you develop, and commit the result".to_owned());
    }
    let entries = if schema_files::are_meant(&arguments.subjects) {
        schema_files::read(&arguments.subjects, &arguments.promise)?.sound()?
    } else {
        arguments.promise.is_for_files()?;
        let workspace = select(arguments.package.as_deref())?;
        let collected = collect(&workspace, &arguments.build)?;
        for text in &collected.unread {
            eprintln!("warning: {text}");
        }
        chosen(collected.entries, &arguments.subjects)?
    };
    let mut changes = Vec::new();
    for entry in &entries {
        match &entry.root {
            Some(root) if !root.unpacked => changes.push(change(entry, root)?),
            _ if arguments.subjects.is_empty() => {}
            _ => {
                return Err(format!(
                    "`{}` promises nothing, so there is nothing to accept: `#[avro(evolution)]` makes it a root",
                    entry.full_name
                ));
            }
        }
    }
    // all are judged before the first is written
    let breaks: Vec<_> = changes.iter().filter(|change| !change.findings.is_empty()).collect();
    if arguments.reason.is_none() && !breaks.is_empty() {
        let mut text = String::new();
        for finding in breaks.iter().flat_map(|change| &change.texts) {
            text.push_str(&format!("{}\n\n", finding.trim_end()));
        }
        return Err(format!("{text}a break is accepted with its reason: add `--reason \"..\"`"));
    }
    let mut written = 0;
    for change in changes {
        written += usize::from(write(change, arguments)?);
    }
    if written == 0 {
        println!("everything is recorded already");
    }
    Ok(Exit::Clean)
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty() && value != "0" && value != "false")
}

fn change<'e>(entry: &'e Entry, root: &'e Root) -> Result<Change<'e>, String> {
    let described = |error: HistoryError| {
        let base = Path::new(&entry.manifest_dir);
        let texts: Vec<_> = error.problems().iter().map(|problem| problem.text(base)).collect();
        texts.join("\n\n")
    };
    if settle(&root.folder).map_err(described)? {
        println!("merged {}: the versions and acceptances of both branches stay", root.shown);
    }
    if let Some(version) = mend(&root.folder).map_err(described)? {
        println!("completed {}/v{version}.avsc, whose recording was interrupted", root.shown);
    }
    let folder = Folder::read(&root.folder).map_err(described)?;
    let checked = check(entry, root, None, None);
    if checked.outcome == Outcome::Unchecked {
        let texts: Vec<_> = checked.problems.iter().map(|problem| problem.annotated("")).collect();
        return Err(texts.join("\n\n"));
    }
    let today = Day::today();
    let expired = |finding: &Finding| {
        let entry = finding.accepted.and_then(|index| folder.manifest().accepted.get(index));
        entry.is_some_and(|entry| entry.expired(today).is_some())
    };
    let stands = |finding: &Finding| finding.severity == Severity::Error || expired(finding);
    let texts =
        checked.findings.iter().filter(|finding| stands(finding)).map(|finding| checked.text(finding)).collect();
    let findings = checked.findings.into_iter().filter(stands).collect();
    Ok(Change { entry, root, folder, findings, texts })
}

/// Writes what changes; whether anything does.
fn write(change: Change<'_>, arguments: &Arguments) -> Result<bool, String> {
    let Change { entry, root, mut folder, findings, .. } = change;
    let reason = arguments.reason.clone().unwrap_or_default();
    let new: Vec<_> = findings.iter().map(|finding| Acceptance::of(finding, reason.clone(), arguments.until)).collect();
    let still: Vec<Acceptance> = check(entry, root, None, None)
        .findings
        .iter()
        .filter(|finding| finding.accepted.is_some())
        .map(|finding| Acceptance::of(finding, String::new(), None))
        .collect();
    let described = |error: HistoryError| error.to_string();
    let recording = folder.record(&entry.json).map_err(described)?;
    let before = folder.manifest().accepted.len();
    let added = new.len();
    // what nothing is found for any more goes
    folder.accept(new, |old| still.iter().any(|used| used.is_of_same(old))).map_err(described)?;
    let dropped = (before + added).saturating_sub(folder.manifest().accepted.len());
    for finding in &findings {
        let at = if finding.path.is_empty() { &finding.ty } else { &finding.path };
        println!("accepted {} of `{}` at `{at}`: {reason}", finding.rule.id(), entry.full_name);
    }
    match recording {
        Recording::Added(version) | Recording::Replaced(version) => {
            println!("recorded {}/v{version}.avsc", root.shown);
        }
        Recording::Unchanged => {}
    }
    let exported = !root.of_schema && export(entry)?;
    Ok(recording != Recording::Unchanged || added > 0 || dropped > 0 || exported)
}

/// `schemas/exported/<full name>.avsc` says what the type says, as the test gate asks for; whether it did not.
fn export(entry: &Entry) -> Result<bool, String> {
    let shown = format!("schemas/exported/{}.avsc", entry.full_name);
    let path = Path::new(&entry.manifest_dir).join(&shown);
    let written = write_atomically(&path, &layout(&entry.json)).map_err(|error| format!("{shown}: {error}"))?;
    if written {
        println!("wrote {shown}");
    }
    Ok(written)
}

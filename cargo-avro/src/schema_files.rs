//! Schema files as subjects of a command: no Rust is needed for them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use avro_model::package::Severities;
use avro_model::parse::{Options, Source, parse_files};
use avro_model::{Document, Level, print};

use crate::census::{Entry, Root};
use crate::names::names_of;

/// What schema files do not say themselves.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Promise {
    /// What schema files promise; else full_transitive. Types state their level themselves
    #[arg(long, value_parser = level)]
    pub(crate) level: Option<Level>,
    /// Folder of the histories of schema files; else the folder `history` beside them
    #[arg(long, value_name = "DIR")]
    pub(crate) history: Option<PathBuf>,
}

impl Promise {
    /// Nothing of it is of use for types.
    pub(crate) fn is_for_files(&self) -> Result<(), String> {
        if self.level.is_some() || self.history.is_some() {
            return Err("`--level` and `--history` are for schema files: a type states both itself".to_owned());
        }
        Ok(())
    }
}

/// A level by its name, for arguments.
pub(crate) fn level(text: &str) -> Result<Level, String> {
    Level::parse(text).ok_or_else(|| {
        let levels: Vec<_> = Level::ALL.iter().map(|level| level.name()).collect();
        format!("one of {}", levels.join(", "))
    })
}

/// Whether the subjects of a command are files or folders, and not types.
pub(crate) fn are_meant(subjects: &[String]) -> bool {
    subjects.iter().any(|subject| is_path(subject))
}

/// A folder that is there, or what can only be a file or folder: no type has such a name.
fn is_path(subject: &str) -> bool {
    let path = Path::new(subject);
    path.is_dir() || path.components().count() > 1 || path.extension().is_some_and(|extension| extension == "avsc")
}

/// The folders of the histories that belong to `paths`, each once.
pub(crate) fn histories(paths: &[String], history: Option<&Path>) -> Vec<PathBuf> {
    if let Some(folder) = history {
        return vec![folder.to_owned()];
    }
    let beside = |path: &String| {
        let path = Path::new(path);
        if path.is_dir() { path.to_owned() } else { path.parent().unwrap_or(Path::new("")).to_owned() }
    };
    let folders: BTreeSet<_> = paths.iter().map(|path| beside(path).join("history")).collect();
    folders.into_iter().collect()
}

/// Schemas as entries, and what is wrong with files that are none.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) entries: Vec<Entry>,
    pub(crate) errors: Vec<String>,
}

impl Read {
    /// The entries, if nothing is wrong with any of the files.
    pub(crate) fn sound(self) -> Result<Vec<Entry>, String> {
        if self.errors.is_empty() { Ok(self.entries) } else { Err(self.errors.join("\n\n")) }
    }
}

/// Reads the files at `paths` and in the folders there; `history/`, `exported/` and hidden ones are left out.
pub(crate) fn read(paths: &[String], promise: &Promise) -> Result<Read, String> {
    let history = promise.history.as_deref();
    let mut files = Vec::new();
    for path in paths {
        let path = Path::new(path);
        if path.is_dir() {
            walk(path, path, &mut files)?;
        } else if path.is_file() {
            files.push((path.to_owned(), path.parent().unwrap_or(Path::new("")).to_owned()));
        } else {
            return Err(format!("{}: no such file or folder", path.display()));
        }
    }
    files.sort();
    files.dedup();
    let mut sources = Vec::new();
    for (path, _) in &files {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        sources.push(Source { file: path.display().to_string(), text });
    }
    let parsed = parse_files(&sources, &Options::default());
    let mut read = Read { errors: parsed.errors().iter().map(ToString::to_string).collect(), ..Read::default() };
    let here = std::env::current_dir().map_err(|error| error.to_string())?;
    let held: Vec<_> = parsed.schemas().map(|schema| (schema.file, names_of(schema.view))).collect();
    for schema in parsed.schemas() {
        let (path, root) = &files[schema.file];
        // a schema without a name has no history of its own
        let Some(name) = schema.view.name() else { continue };
        let full_name = name.full.get().to_owned();
        let histories = history.map_or_else(|| root.join("history"), Path::to_owned);
        // what another file uses is compared with that file's type, unless it has a history of its own
        let of_other = held.iter().any(|(file, names)| *file != schema.file && names.contains(full_name.as_str()));
        if of_other && !histories.join(&full_name).is_dir() {
            continue;
        }
        let json = print::json(schema.view);
        let document = Document::parse(&json).map_err(|errors| format!("{}: {errors}", path.display()))?;
        let folder = histories.join(&full_name);
        read.entries.push(Entry {
            rust_path: path.display().to_string(),
            package: String::new(),
            manifest_dir: here.display().to_string(),
            file: path.display().to_string(),
            line: 1,
            json,
            document,
            root: Some(Root {
                level: promise.level.unwrap_or(Level::FullTransitive),
                shown: folder.display().to_string(),
                folder,
                unpacked: false,
                of_schema: true,
                severities: Severities::of(&here).list,
            }),
            full_name,
        });
    }
    Ok(read)
}

fn walk(folder: &Path, root: &Path, files: &mut Vec<(PathBuf, PathBuf)>) -> Result<(), String> {
    let listing = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in listing.flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with('.') || path.is_dir() && matches!(name.as_str(), "history" | "exported") {
            continue;
        }
        if path.is_dir() {
            walk(&path, root, files)?;
        } else if name.ends_with(".avsc") {
            files.push((path, root.to_owned()));
        }
    }
    Ok(())
}

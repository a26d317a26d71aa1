//! Schema files as subjects of a command: no Rust is needed for them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use avro_model::package::Severities;
use avro_model::parse::{Files, Folders, Options, Source, is_schema_file, parse_files_with, position};
use avro_model::{Diagnostic, Document, Level, View, lint, print};

use crate::census::{Entry, Loose, Root};
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
    path.is_dir() || path.components().count() > 1 || is_schema_file(path)
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
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) entries: Vec<Entry>,
    pub(crate) errors: Vec<Diagnostic>,
    /// What is odd in files that can be used.
    pub(crate) warnings: Vec<Diagnostic>,
    pub(crate) loose: Rc<Loose>,
}

impl Read {
    /// The entries, if nothing is wrong with any of the files.
    pub(crate) fn sound(self) -> Result<Vec<Entry>, String> {
        let text = |error: &Diagnostic| error.annotated(Source::text_of(&self.loose.sources, error.file()));
        let errors: Vec<_> = self.errors.iter().map(text).collect();
        if errors.is_empty() { Ok(self.entries) } else { Err(errors.join("\n\n")) }
    }
}

/// Reads the files at `paths` and in the folders there; `history/`, `exported/` and hidden ones are left out. Imports reach what
/// is below the folders of these files.
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
        sources.push(Source::read(path).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let roots: BTreeSet<&Path> = files.iter().map(|(_, root)| root.as_path()).collect();
    // the working directory has a name too
    let named = |root: &Path| if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_owned() };
    let folders = Folders::new(roots.into_iter().map(named));
    // as avro-build reads them
    let options = Options { wrapped: true, ..Options::default() };
    let (sources, parsed) = parse_files_with(sources, &options, |from, location| folders.find(from, location));
    let here = std::env::current_dir().map_err(|error| error.to_string())?;
    let severities = Severities::of(&here).list;
    let loose = Rc::new(Loose { files: parsed, sources });
    let mut read = Read {
        entries: Vec::new(),
        errors: loose.files.errors().to_vec(),
        warnings: lint::of_files(&loose.files, &loose.sources, &severities),
        loose: Rc::clone(&loose),
    };
    let mut subjects = subjects(&loose.files);
    // what is imported from elsewhere is compared with what uses it
    subjects.retain(|(file, _)| *file < files.len());
    let held: Vec<_> = subjects.iter().map(|(file, view)| (*file, names_of(*view))).collect();
    for (file, view) in subjects {
        let (path, root) = &files[file];
        // a schema without a name has no history of its own
        let Some(name) = view.name() else { continue };
        let full_name = name.full.get().to_owned();
        let histories = history.map_or_else(|| root.join("history"), Path::to_owned);
        // what another file uses is compared with that file's type, unless it has a history of its own
        let of_other = held.iter().any(|(other, names)| *other != file && names.contains(full_name.as_str()));
        if of_other && !histories.join(&full_name).is_dir() {
            continue;
        }
        let json = print::json(view);
        let document = Document::parse(&json).map_err(|errors| format!("{}: {errors}", path.display()))?;
        let folder = histories.join(&full_name);
        let place = loose.files.place(view.node);
        let line = place.map_or(1, |place| position(&loose.sources[place.file].text, place.range.start).line);
        read.entries.push(Entry {
            rust_path: path.display().to_string(),
            package: String::new(),
            manifest_dir: here.display().to_string(),
            file: path.display().to_string(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            json,
            document,
            root: Some(Root {
                level: promise.level.unwrap_or(Level::FullTransitive),
                shown: folder.display().to_string(),
                folder,
                unpacked: false,
                of_schema: true,
                severities: severities.clone(),
            }),
            full_name,
            loose: Some(Rc::clone(&loose)),
        });
    }
    Ok(read)
}

/// What is compared: the schemas of the files, and the types of the files that are no schema (protocols) which no other type
/// holds, each with its file.
fn subjects(parsed: &Files) -> Vec<(usize, View<'_>)> {
    let mut subjects: Vec<_> = parsed.schemas().map(|schema| (schema.file, schema.view)).collect();
    let of_schema: BTreeSet<usize> = subjects.iter().map(|(file, _)| *file).collect();
    let named: Vec<_> = parsed.named().map(|definition| (definition.file, definition.view)).collect();
    let own = |view: View<'_>| view.name().map(|name| name.full.get().to_owned());
    let mut held = BTreeSet::new();
    for (_, view) in named.iter().chain(&subjects) {
        let name = own(*view);
        held.extend(names_of(*view).into_iter().filter(|other| name.as_deref() != Some(*other)));
    }
    let of_protocol = || named.iter().filter(|(file, _)| !of_schema.contains(file));
    let is_held = |view: View<'_>| view.name().is_some_and(|name| held.contains(name.full.get()));
    subjects.extend(of_protocol().filter(|(_, view)| !is_held(*view)));
    // types that hold each other in a circle: the first of them stands for all
    let mut covered: BTreeSet<_> = subjects.iter().flat_map(|(_, view)| names_of(*view)).collect();
    for (file, view) in of_protocol() {
        if view.name().is_some_and(|name| !covered.contains(name.full.get())) {
            covered.extend(names_of(*view));
            subjects.push((*file, *view));
        }
    }
    subjects
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
        } else if is_schema_file(&path) {
            files.push((path, root.to_owned()));
        }
    }
    Ok(())
}

//! From what the user names (files, folders, globs) to the schema files, in a fixed order.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use avro_model::parse::{Source, is_schema_file};

/// Folders below a given one that never hold inputs: what the gate and the derive write.
const LEFT_OUT: [&str; 2] = ["history", "exported"];

/// The files found, and what cargo has to watch.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// Sorted by name, each once.
    pub(crate) sources: Vec<Source>,
    /// Folders that imports of IDL files may read.
    pub(crate) folders: BTreeSet<PathBuf>,
    /// Files and folders whose change makes another result.
    pub(crate) watched: BTreeSet<PathBuf>,
    /// What could not be found or read.
    pub(crate) errors: Vec<String>,
}

impl Inputs {
    /// Collects what `names` stand for; relative ones are relative to the current folder.
    pub(crate) fn collect(names: &[PathBuf]) -> Inputs {
        let mut inputs = Inputs::default();
        let mut files = BTreeSet::new();
        for name in names {
            inputs.add(name, &mut files);
        }
        for file in files {
            match Source::read(&file) {
                Ok(source) => inputs.sources.push(source),
                Err(error) => inputs.errors.push(format!("{}: the schema file cannot be read: {error}", shown(&file))),
            }
            inputs.watched.insert(file);
        }
        inputs
    }

    fn add(&mut self, name: &Path, files: &mut BTreeSet<PathBuf>) {
        let text = name.to_string_lossy();
        if name.is_dir() {
            self.folders.insert(name.to_owned());
            let before = files.len();
            self.folder(name, files);
            if files.len() == before && !files.iter().any(|file| file.starts_with(name)) {
                self.errors.push(format!("the folder `{text}` holds no .avsc, .avdl or .avpr file"));
            }
        } else if text.contains(['*', '?', '[']) && !name.exists() {
            self.glob(&text, files);
        } else if name.is_file() {
            self.folders.insert(folder_of(name));
            files.insert(name.to_owned());
        } else {
            self.watched.insert(name.to_owned());
            self.errors.push(format!("the schema file or folder `{text}` does not exist"));
        }
    }

    fn folder(&mut self, folder: &Path, files: &mut BTreeSet<PathBuf>) {
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            self.watched.insert(folder.clone());
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    self.errors.push(format!("the folder `{}` cannot be read: {error}", shown(&folder)));
                    continue;
                }
            };
            for path in entries.flatten().map(|entry| entry.path()) {
                if path.file_name().is_some_and(|name| is_left_out(&name.to_string_lossy())) {
                    continue;
                }
                if path.is_dir() {
                    // A link back to a folder above would never end.
                    if !path.is_symlink() {
                        open.push(path);
                    }
                } else if is_schema_file(&path) {
                    files.insert(path);
                }
            }
        }
    }

    fn glob(&mut self, pattern: &str, files: &mut BTreeSet<PathBuf>) {
        let base = literal_base(Path::new(pattern));
        let found = match glob::glob(pattern) {
            Ok(found) => found,
            Err(error) => {
                self.errors.push(format!("`{pattern}` is no pattern of files: {error}"));
                return;
            }
        };
        let mut any = false;
        for path in found.flatten().filter(|path| path.is_file()) {
            let below = path.strip_prefix(&base).unwrap_or(&path);
            let hidden = below.components().any(|part| match part {
                Component::Normal(name) => is_left_out(&name.to_string_lossy()),
                _ => false,
            });
            if !hidden {
                any = true;
                self.folders.insert(folder_of(&path));
                self.watched.extend(
                    path.ancestors().skip(1).take_while(|folder| folder.starts_with(&base)).map(Path::to_owned),
                );
                files.insert(path);
            }
        }
        if !base.as_os_str().is_empty() {
            self.watched.insert(base);
        }
        if !any {
            self.errors.push(format!("no file matches `{pattern}`"));
        }
    }
}

/// The folder of a file; the current one has a name too.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

fn is_left_out(name: &str) -> bool {
    name.starts_with('.') || LEFT_OUT.contains(&name)
}

/// The folders of a pattern before its first wildcard.
fn literal_base(pattern: &Path) -> PathBuf {
    let literal = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    pattern.components().take_while(literal).collect()
}

/// A path as messages and generated code show it: with `/` everywhere.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

//! Imports of IDL files: which other file each names, and where that is.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use super::Source;
use crate::idl::{self, ImportKind};

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// A schema in JSON, `.avsc`.
    Schema,
    /// A protocol in JSON, `.avpr`.
    Protocol,
    /// IDL, `.avdl`.
    Idl,
}

impl Syntax {
    /// By the end of the file's name.
    pub(super) fn of(file: &str) -> Syntax {
        let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
        if extension.eq_ignore_ascii_case("avdl") {
            Syntax::Idl
        } else if extension.eq_ignore_ascii_case("avpr") {
            Syntax::Protocol
        } else {
            Syntax::Schema
        }
    }
}

/// Whether the name of a file ends as those of schemas (`.avsc`), IDL (`.avdl`) and protocols (`.avpr`) do.
pub fn is_schema_file(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["avsc", "avdl", "avpr"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// An import that found no file.
#[derive(Clone, Debug)]
pub(super) struct Failed {
    /// Position of the file that imports.
    pub(super) file: usize,
    pub(super) range: Range<usize>,
    pub(super) message: String,
}

/// Adds the files that those in `sources` import, and the ones that these import; `find` is asked for each that is not
/// there.
pub(super) fn follow(
    sources: &mut Vec<Source>,
    syntaxes: &mut Vec<Syntax>,
    mut find: impl FnMut(&str, &str) -> Result<Source, String>,
) -> Vec<Failed> {
    let mut failed = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, source) in sources.iter().enumerate() {
        known.entry(normal(&source.file)).or_insert(index);
    }
    let mut file = 0;
    while file < sources.len() {
        if syntaxes[file] != Syntax::Idl {
            file += 1;
            continue;
        }
        for import in idl::imports(&sources[file].text) {
            let beside = join(&sources[file].file, &import.location);
            if beside.is_some_and(|beside| known.contains_key(&beside)) {
                continue;
            }
            let found = match find(&sources[file].file, &import.location) {
                Ok(found) => found,
                Err(message) => {
                    let message =
                        format!("the import {} cannot be read: {message}", crate::diagnostic::quote(&import.location));
                    failed.push(Failed { file, range: import.range, message });
                    continue;
                }
            };
            let name = normal(&found.file);
            if known.contains_key(&name) {
                continue;
            }
            known.insert(name, sources.len());
            sources.push(found);
            syntaxes.push(match import.kind {
                ImportKind::Idl => Syntax::Idl,
                ImportKind::Protocol => Syntax::Protocol,
                ImportKind::Schema => Syntax::Schema,
            });
        }
        file += 1;
    }
    failed
}

/// `location` seen from the folder of the file `from`; nothing where it is no relative path.
fn join(from: &str, location: &str) -> Option<String> {
    if !is_relative(location) {
        return None;
    }
    let folder = from.replace('\\', "/").rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    Some(normal(&format!("{folder}{location}")))
}

/// Whether an import stays among files: no absolute path, no drive, no address.
fn is_relative(location: &str) -> bool {
    !location.is_empty() && !location.starts_with('/') && !location.contains([':', '\\', '\0'])
}

/// The path with its `.` and `..` resolved as far as that goes.
fn normal(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" if !parts.is_empty() => {}
            "." => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Folders in which imports are looked for: beside the file that imports, then in each of the folders. What does not lie
/// below one of the folders is never read, whatever `..` or links say.
///
/// ```no_run
/// use avro_model::parse::{Folders, Options, Source, parse_files_with};
///
/// let order = Source { file: "schemas/order.avdl".to_owned(), text: std::fs::read_to_string("schemas/order.avdl")? };
/// let folders = Folders::new(["schemas", "../shared/schemas"]);
/// let (sources, files) = parse_files_with(vec![order], &Options::default(), |from, location| folders.find(from, location));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Folders {
    folders: Vec<PathBuf>,
}

impl Folders {
    /// Imports may read what is below these folders.
    pub fn new<P: Into<PathBuf>>(folders: impl IntoIterator<Item = P>) -> Folders {
        Folders { folders: folders.into_iter().map(Into::into).collect() }
    }

    /// Reads the file that `location`, written in the file `from`, stands for.
    ///
    /// # Errors
    /// A clause that says why there is none: it is not there, lies outside of the folders, or cannot be read.
    pub fn find(&self, from: &str, location: &str) -> Result<Source, String> {
        if !is_relative(location) {
            return Err("expected a path relative to the file that imports it".to_owned());
        }
        let beside = Path::new(from).parent().unwrap_or(Path::new(""));
        let mut outside = false;
        for folder in std::iter::once(beside).chain(self.folders.iter().map(PathBuf::as_path)) {
            let path = folder.join(location);
            // what `..` leads to is looked at only where it may be read
            if !self.folders.iter().any(|root| normal_path(&path).starts_with(normal_path(root))) {
                outside = true;
                continue;
            }
            let Ok(real) = fs::canonicalize(&path) else { continue };
            let below = |root: &PathBuf| fs::canonicalize(root).is_ok_and(|root| real.starts_with(root));
            if !self.folders.iter().any(below) {
                outside = true;
                continue;
            }
            let file = normal(&path.to_string_lossy());
            return match Source::read(&real) {
                Ok(source) => Ok(Source { file, ..source }),
                Err(error) if error.kind() == io::ErrorKind::InvalidData => Err("the file is not UTF-8".to_owned()),
                Err(error) => Err(error.to_string()),
            };
        }
        Err(match outside {
            true => "it is not below a folder that imports may read".to_owned(),
            false => "there is no such file".to_owned(),
        })
    }
}

/// The absolute path without `.` and `..`, by its words alone.
fn normal_path(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{join, normal};

    #[test]
    fn paths_are_compared_without_dots() {
        let cases = [
            ("a/./b", "a/b"),
            ("a/../b", "b"),
            ("../a", "../a"),
            ("a/../../b", "../b"),
            ("/a//b/", "/a/b"),
            ("./a", "a"),
        ];
        for (path, expected) in cases {
            assert_eq!(normal(path), expected, "{path}");
        }
        assert_eq!(join("x/y.avdl", "../z.avdl").as_deref(), Some("z.avdl"));
        assert_eq!(join("y.avdl", "z.avdl").as_deref(), Some("z.avdl"));
        for bad in ["/etc/passwd", "file:///a", "C:\\a", ""] {
            assert_eq!(join("y.avdl", bad), None, "{bad}");
        }
    }
}

//! The schemas of another place: a git revision or a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use avro_model::Document;
use avro_model::content::content_hash;
use avro_model::history::{MANIFEST_FILE, Manifest, RecordedVersion};
use avro_model::parse::{Options, Source, is_schema_file, parse_files_with};
use avro_model::print;

use crate::census::leak;

/// The schema files of a place, and the lists of versions beside them.
#[derive(Debug)]
pub(crate) struct Snapshot {
    /// What the user called it.
    pub(crate) name: String,
    /// Paths with `/`, and texts.
    files: Vec<(String, String)>,
}

impl Snapshot {
    /// `against` as a folder if there is one, else as a revision of the repository that `root` is in.
    pub(crate) fn read(against: &str, root: &Path) -> Result<Snapshot, String> {
        let mut files = Vec::new();
        if Path::new(against).is_dir() {
            walk(Path::new(against), String::new(), &mut files)?;
        } else {
            let commit =
                git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{against}^{{commit}}")])
                    .map_err(|_| {
                        format!("`{against}` is neither a folder nor a revision of the git repository here")
                    })?;
            let commit = commit.trim().to_owned();
            let top = git(root, &["rev-parse", "--show-toplevel"])?;
            let top = PathBuf::from(top.trim());
            for path in
                git(&top, &["ls-tree", "-r", "-z", "--name-only", &commit])?.split('\0').filter(|path| is_wanted(path))
            {
                let text = git(&top, &["show", &format!("{commit}:{path}")])?;
                files.push((path.to_owned(), text));
            }
        }
        files.sort();
        Ok(Snapshot { name: against.to_owned(), files })
    }

    /// The versions of a type there, oldest first: the released ones of its history where it has one, else its exported
    /// schema or any file whose schema has that name, which count as released. Empty: the type is not there.
    pub(crate) fn versions(&self, full_name: &str) -> Result<Vec<RecordedVersion>, String> {
        let mut recorded = false;
        let mut versions = Vec::new();
        for (path, text) in self.files.iter().filter(|(path, _)| is_list_of(path, full_name)) {
            recorded = true;
            let list = Manifest::parse(text).map_err(|error| format!("{}:{path}:{error}", self.name))?;
            let folder = path.trim_end_matches(MANIFEST_FILE);
            for entry in list.versions.iter().filter(|entry| entry.released) {
                let file = format!("{folder}{}", entry.file);
                let text = self.files.iter().find(|(path, _)| *path == file).map(|(_, text)| text);
                let text = text.ok_or_else(|| format!("{}:{file} is listed and missing", self.name))?;
                versions.push(self.version(entry.version, &file, text)?);
            }
        }
        if recorded {
            versions.sort_by_key(|version| version.version);
            return Ok(versions);
        }
        let exported = format!("exported/{full_name}.avsc");
        if let Some((path, text)) = self.files.iter().find(|(path, _)| path.ends_with(&exported)) {
            return Ok(vec![self.version(1, path, text)?]);
        }
        for (path, text) in
            self.files.iter().filter(|(path, text)| path.ends_with(".avsc") && text.contains(short(full_name)))
        {
            let Ok(document) = Document::parse(text) else { continue };
            if document.view().name().is_some_and(|name| name.full.get() == full_name) {
                return Ok(vec![self.version(1, path, text)?]);
            }
        }
        self.together(full_name)
    }

    /// The type as the files there say it together: where its own needs others, and where it is IDL or a protocol.
    fn together(&self, full_name: &str) -> Result<Vec<RecordedVersion>, String> {
        let left_out = |path: &str| path.split('/').any(|part| matches!(part, "history" | "exported"));
        let files = self.files.iter().filter(|(path, _)| is_schema_file(Path::new(path)) && !left_out(path));
        let sources: Vec<_> = files.map(|(path, text)| Source { file: path.clone(), text: text.clone() }).collect();
        let none = |_: &str, _: &str| Err("it is not among the files there".to_owned());
        let (sources, parsed) = parse_files_with(sources, &Options::default(), none);
        let is_it = |name: &avro_model::Name| name.full.get() == full_name;
        match parsed.named().find(|definition| definition.view.name().is_some_and(is_it)) {
            Some(found) => Ok(vec![self.version(1, &sources[found.file].file, &print::json(found.view))?]),
            None => Ok(Vec::new()),
        }
    }

    fn version(&self, version: u32, path: &str, text: &str) -> Result<RecordedVersion, String> {
        let document = Document::parse(text).map_err(|errors| format!("{}:{path}: {errors}", self.name))?;
        let file = path.rsplit('/').next().unwrap_or(path);
        let content_hash = content_hash(document.view());
        Ok(RecordedVersion { version, file: leak(file), released: true, content_hash, document, changes: None })
    }
}

fn short(full_name: &str) -> &str {
    full_name.rsplit('.').next().unwrap_or(full_name)
}

fn is_wanted(path: &str) -> bool {
    is_schema_file(Path::new(path)) || path.rsplit('/').next() == Some(MANIFEST_FILE)
}

/// Whether `path` is `../<full name>/history.json`.
fn is_list_of(path: &str, full_name: &str) -> bool {
    let mut parts = path.rsplit('/');
    parts.next() == Some(MANIFEST_FILE) && parts.next() == Some(full_name)
}

fn walk(folder: &Path, below: String, files: &mut Vec<(String, String)>) -> Result<(), String> {
    let listing = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in listing.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = entry.path();
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            walk(&path, format!("{below}{name}/"), files)?;
        } else if is_wanted(&name) {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            files.push((format!("{below}{name}"), text));
        }
    }
    Ok(())
}

fn git(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .map_err(|error| format!("git could not be run: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "git {}: {}",
            arguments.first().unwrap_or(&""),
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

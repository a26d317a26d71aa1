//! A history folder: `v<N>.avsc` files and the `history.json` that lists them.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::conflict::is_conflicted;
use super::error::{HistoryError, Problem};
use super::files::{MANIFEST_FILE, sha256, version_file, write};
use super::lock::{self, Lock};
use super::manifest::{Acceptance, Manifest, VersionEntry};
use super::write::layout;
use super::{Accepted, Recorded, RecordedVersion};
use crate::content::content_hash;
use crate::emit::emit;
use crate::schema::Document;

/// The history of one type as it stands on disk, verified.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    full_name: String,
    manifest: Manifest,
    versions: Vec<Version>,
}

/// A recorded version, read and parsed.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its number.
    pub version: u32,
    /// Name of its file within the folder.
    pub file: String,
    /// Somebody may hold data of it.
    pub released: bool,
    /// The text of the file.
    pub text: String,
    /// The schema.
    pub document: Document,
}

/// What [`Folder::record`] did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// The newest version is the same text already.
    Unchanged,
    /// The newest version was not released and was written in place.
    Replaced(u32),
    /// A new version was added.
    Added(u32),
}

impl Folder {
    /// Reads and verifies the folder at `path`, whose name is the full name of the type; a folder that is not there is
    /// an empty history.
    ///
    /// # Errors
    /// Everything that is wrong with it at once: an edited file, a file that `history.json` does not list, a listed file
    /// that is missing, a gap in the numbers, a schema that cannot be read. The first number need not be 1: versions that nobody
    /// uses any more may be dropped, oldest first, and the others keep their numbers.
    pub fn read(path: &Path) -> Result<Folder, HistoryError> {
        /// How often a reader is overtaken by writers before it says what it sees.
        const TRIES: usize = 100;
        let listed = || fs::read_to_string(path.join(MANIFEST_FILE)).ok();
        for _ in 0..TRIES {
            let before = listed();
            let read = Folder::read_once(path);
            // between the two files that a writer writes, what is there does not fit together
            if read.is_ok() || !lock::wait(path) && listed() == before {
                return read;
            }
        }
        Folder::read_once(path)
    }

    pub(super) fn read_once(path: &Path) -> Result<Folder, HistoryError> {
        let full_name = path.file_name().and_then(OsStr::to_str).unwrap_or_default().to_owned();
        let mut folder =
            Folder { path: path.to_owned(), full_name, manifest: Manifest::default(), versions: Vec::new() };
        if !path.is_dir() {
            return Ok(folder);
        }
        let mut problems = Vec::new();
        let manifest_path = path.join(MANIFEST_FILE);
        match fs::read_to_string(&manifest_path) {
            Ok(text) => match Manifest::parse(&text) {
                Ok(manifest) => folder.manifest = manifest,
                Err(_) if is_conflicted(&text) => {
                    return Err(HistoryError::one(Problem::conflict(&manifest_path)));
                }
                Err(message) => {
                    return Err(HistoryError::one(Problem::manifest(&manifest_path, message)));
                }
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(HistoryError::one(Problem::io(&manifest_path, &error))),
        }
        folder.check_listing(&mut problems);
        for i in 0..folder.manifest.versions.len() {
            match folder.read_version(&folder.manifest.versions[i]) {
                Ok(version) => folder.versions.push(version),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(folder) } else { Err(HistoryError::new(problems)) }
    }

    fn check_listing(&self, problems: &mut Vec<Problem>) {
        let entries = &self.manifest.versions;
        for pair in entries.windows(2) {
            if pair[0].version.checked_add(1) != Some(pair[1].version) {
                problems.push(Problem::gap(&self.path.join(MANIFEST_FILE), pair[0].version, pair[1].version));
            }
        }
        let listing = match fs::read_dir(&self.path) {
            Ok(listing) => listing,
            Err(error) => return problems.push(Problem::io(&self.path, &error)),
        };
        let mut unlisted: Vec<_> = listing
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|file| file.ends_with(".avsc") && !file.starts_with('.'))
            .filter(|file| entries.iter().all(|entry| entry.file != *file))
            .collect();
        unlisted.sort();
        let next = version_file(next_version(entries));
        problems.extend(unlisted.iter().map(|file| Problem::unlisted(&self.path.join(file), *file == next)));
    }

    fn read_version(&self, entry: &VersionEntry) -> Result<Version, Problem> {
        let path = self.path.join(&entry.file);
        if entry.file != version_file(entry.version) {
            return Err(Problem::file_name(&self.path.join(MANIFEST_FILE), entry.version, &entry.file));
        }
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let oldest = self.manifest.versions.first().is_some_and(|first| first.version == entry.version);
                return Err(Problem::missing(&path, oldest));
            }
            Err(error) => return Err(Problem::io(&path, &error)),
        };
        if !entry.sha256.eq_ignore_ascii_case(&sha256(&text)) {
            return Err(if entry.released { Problem::tampered(&path) } else { Problem::altered(&path) });
        }
        let document = Document::parse(&text).map_err(|errors| Problem::schema(&path, errors, &text))?;
        Ok(Version { version: entry.version, file: entry.file.clone(), released: entry.released, text, document })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The full name of the recorded type: the name of the folder.
    pub fn full_name(&self) -> &str {
        &self.full_name
    }

    /// The versions, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The file that lists the versions, with what it accepts.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// This history as generated code holds it, for a program that ends soon: what it gives is never freed. `folder` is what
    /// messages call the folder.
    pub fn leak(&self, folder: &str) -> Recorded {
        fn kept(text: &str) -> &'static str {
            Box::leak(text.to_owned().into_boxed_str())
        }
        let versions: Vec<_> = (self.versions.iter())
            .map(|version| RecordedVersion {
                version: version.version,
                file: kept(&version.file),
                released: version.released,
                content_hash: content_hash(version.document.view()),
                document: version.document.clone(),
                changes: None,
            })
            .collect();
        let accepted: Vec<_> = (self.manifest.accepted.iter())
            .map(|entry| Accepted {
                rule: kept(&entry.rule),
                ty: kept(&entry.ty),
                path: kept(&entry.path),
                before: kept(&entry.before),
                after: kept(&entry.after),
            })
            .collect();
        Recorded {
            full_name: kept(&self.full_name),
            folder: kept(folder),
            versions: Box::leak(versions.into_boxed_slice()),
            accepted: Box::leak(accepted.into_boxed_slice()),
        }
    }

    /// Rust items for this history: a pool and `static __HISTORY: Recorded`, in terms of `__pool` (see [`crate::emit`]).
    /// `folder` is the path to write into it.
    pub fn to_rust(&self, folder: &str) -> String {
        use std::fmt::Write;
        let views: Vec<_> = self.versions.iter().map(|version| version.document.view()).collect();
        let source = emit(&views);
        let mut out = source.statics;
        let _ = writeln!(out, "static __VERSIONS: [__pool::RecordedVersion; {}] = [", views.len());
        for ((version, document), changes) in self.versions.iter().zip(&source.documents).zip(&source.changes) {
            let hash = content_hash(version.document.view());
            let (number, file, released) = (version.version, &version.file, version.released);
            let _ = writeln!(
                out,
                "__pool::RecordedVersion {{ version: {number}, file: {file:?}, released: {released}, content_hash: {hash:#x}, \
                 document: {document}, changes: {changes} }},"
            );
        }
        out.push_str("];\n");
        let accepted = &self.manifest.accepted;
        let _ = writeln!(out, "static __ACCEPTED: [__pool::Accepted; {}] = [", accepted.len());
        for entry in accepted {
            let (rule, ty, path, before, after) = (&entry.rule, &entry.ty, &entry.path, &entry.before, &entry.after);
            let _ = writeln!(
                out,
                "__pool::Accepted {{ rule: {rule:?}, ty: {ty:?}, path: {path:?}, before: {before:?}, after: {after:?} }},"
            );
        }
        let _ = writeln!(
            out,
            "];\nstatic __HISTORY: __pool::Recorded = __pool::Recorded {{ full_name: {:?}, folder: {folder:?}, \
             versions: &__VERSIONS, accepted: &__ACCEPTED }};",
            self.full_name
        );
        out
    }

    /// The right to write, as long as the folder holds what was read from it.
    fn lock(&self) -> Result<Lock, HistoryError> {
        let path = self.path.join(MANIFEST_FILE);
        let lock = Lock::take(&self.path).map_err(|error| HistoryError::one(Problem::io(&path, &error)))?;
        let now = Folder::read_once(&self.path)?;
        if now.manifest == self.manifest { Ok(lock) } else { Err(HistoryError::one(Problem::overtaken(&path))) }
    }

    /// Records the schema with JSON text `json`: in place of the newest version if that is not released, else under the
    /// next number.
    ///
    /// # Errors
    /// Where a file cannot be written, `json` is no schema, or another program wrote the history since it was read.
    pub fn record(&mut self, json: &str) -> Result<Recording, HistoryError> {
        let text = layout(json);
        let (version, replace) = match self.versions.last() {
            Some(newest) if newest.text.replace("\r\n", "\n") == text => return Ok(Recording::Unchanged),
            Some(newest) if !newest.released => (newest.version, true),
            Some(newest) => (newest.version + 1, false),
            None => (1, false),
        };
        let file = version_file(version);
        let path = self.path.join(&file);
        let document =
            Document::parse(&text).map_err(|errors| HistoryError::one(Problem::schema(&path, errors, &text)))?;
        let entry = VersionEntry::new(version, file.clone(), sha256(&text));
        let _lock = self.lock()?;
        write(&path, &text)?;
        if replace {
            self.versions.pop();
            if let Some(last) = self.manifest.versions.last_mut() {
                last.sha256 = entry.sha256;
            }
        } else {
            self.manifest.versions.push(entry);
        }
        self.versions.push(Version { version, file, released: false, text, document });
        self.save()?;
        Ok(if replace { Recording::Replaced(version) } else { Recording::Added(version) })
    }

    /// Marks all versions as released and returns the numbers of those that were not.
    ///
    /// # Errors
    /// Where `history.json` cannot be written, or another program wrote the history since it was read.
    pub fn release(&mut self) -> Result<Vec<u32>, HistoryError> {
        let mut marked = Vec::new();
        if self.versions.iter().all(|version| version.released) {
            return Ok(marked);
        }
        let _lock = self.lock()?;
        for (version, entry) in self.versions.iter_mut().zip(&mut self.manifest.versions) {
            if !version.released {
                version.released = true;
                entry.released = true;
                marked.push(version.version);
            }
        }
        self.save()?;
        Ok(marked)
    }

    /// Accepts breaks: `new` entries, in place of older ones of the same break; of the others those are kept for which `keep`
    /// says so. Written only if something changes.
    ///
    /// # Errors
    /// Where `history.json` cannot be written, or another program wrote the history since it was read.
    pub fn accept(&mut self, new: Vec<Acceptance>, keep: impl Fn(&Acceptance) -> bool) -> Result<(), HistoryError> {
        let mut accepted: Vec<Acceptance> =
            self.manifest.accepted.iter().filter(|entry| keep(entry)).cloned().collect();
        for entry in new {
            match accepted.iter_mut().find(|old| old.is_of_same(&entry)) {
                Some(old) => *old = entry,
                None => accepted.push(entry),
            }
        }
        if accepted == self.manifest.accepted {
            return Ok(());
        }
        let _lock = self.lock()?;
        self.manifest.accepted = accepted;
        self.save()
    }

    fn save(&self) -> Result<(), HistoryError> {
        write(&self.path.join(MANIFEST_FILE), &self.manifest.print())
    }
}

/// The names of the histories below `root` (folders, hidden ones left out), sorted; none where `root` is not there.
///
/// # Errors
/// Where `root` cannot be listed.
pub fn list(root: &Path) -> Result<Vec<String>, HistoryError> {
    let listing = match fs::read_dir(root) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(HistoryError::one(Problem::io(root, &error))),
    };
    let mut names: Vec<_> = listing
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            (entry.path().is_dir() && !name.starts_with('.')).then_some(name)
        })
        .collect();
    names.sort();
    Ok(names)
}

/// The number of the version that comes after those in `entries`.
pub(super) fn next_version(entries: &[VersionEntry]) -> u32 {
    entries.last().map_or(1, |last| last.version.saturating_add(1))
}

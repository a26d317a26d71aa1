//! A recording that was interrupted between its two files, completed.

use std::fs;
use std::io;
use std::path::Path;

use super::error::{HistoryError, Problem};
use super::files::{MANIFEST_FILE, sha256, version_file, write};
use super::folder::{Folder, next_version};
use super::lock::Lock;
use super::manifest::{Manifest, VersionEntry};
use crate::schema::Document;

/// Completes the recording of a version at `folder` that was interrupted after the version's file and before `history.json`
/// were written: the file is listed as what it holds, not released. Gives its number; nothing where no recording was
/// interrupted, or something else is wrong as well.
///
/// # Errors
/// A file cannot be read or written.
pub fn mend(folder: &Path) -> Result<Option<u32>, HistoryError> {
    if !folder.is_dir() || !is_interrupted(Folder::read(folder)) {
        return Ok(None);
    }
    let path = folder.join(MANIFEST_FILE);
    let failed = |error: &io::Error| HistoryError::one(Problem::io(&path, error));
    let _lock = Lock::take(folder).map_err(|error| failed(&error))?;
    // nobody else has done it in the meantime
    if !is_interrupted(Folder::read_once(folder)) {
        return Ok(None);
    }
    let mut manifest = match fs::read_to_string(&path) {
        Ok(text) => Manifest::parse(&text).map_err(|message| HistoryError::one(Problem::manifest(&path, message)))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Manifest::default(),
        Err(error) => return Err(failed(&error)),
    };
    let next = next_version(&manifest.versions);
    let version = if folder.join(version_file(next)).exists() { next } else { next.saturating_sub(1) };
    let file = version_file(version);
    let text = fs::read_to_string(folder.join(&file)).map_err(|error| failed(&error))?;
    if Document::parse(&text).is_err() {
        return Ok(None);
    }
    match manifest.versions.last_mut() {
        Some(last) if last.version == version && last.released => return Ok(None),
        Some(last) if last.version == version => last.sha256 = sha256(&text),
        _ => manifest.versions.push(VersionEntry::new(version, file, sha256(&text))),
    }
    write(&path, &manifest.print())?;
    Ok(Some(version))
}

/// Whether this, and nothing else, is wrong with a history.
fn is_interrupted(read: Result<Folder, HistoryError>) -> bool {
    read.is_err_and(|error| matches!(error.problems(), [only] if only.may_be_interrupted()))
}

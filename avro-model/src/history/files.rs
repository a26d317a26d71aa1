//! The files of a history folder: their names, how they are written and what hash they are known by.

use std::path::Path;

use super::error::{HistoryError, Problem};
use super::write::write_atomically;

/// Name of the file that lists the versions.
pub const MANIFEST_FILE: &str = "history.json";

pub(super) fn write(path: &Path, text: &str) -> Result<(), HistoryError> {
    write_atomically(path, text).map(drop).map_err(|error| HistoryError::one(Problem::io(path, &error)))
}

pub(super) fn version_file(version: u32) -> String {
    format!("v{version}.avsc")
}

/// SHA-256 in hex of `text` with CR LF read as LF, so that a checkout with other line ends is the same file.
pub fn sha256(text: &str) -> String {
    let digest = hmac_sha256::Hash::hash(text.replace("\r\n", "\n").as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

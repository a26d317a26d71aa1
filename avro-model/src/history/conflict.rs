//! Two branches that both wrote a history: what a merge left in its files, put together again.

use std::fs;
use std::path::Path;

use super::error::{HistoryError, Problem};
use super::files::{MANIFEST_FILE, sha256, version_file, write};
use super::lock::Lock;
use super::manifest::{Manifest, VersionEntry};

/// Whether a merge left marks of a conflict in `text`.
pub(super) fn is_conflicted(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("<<<<<<< ")) && text.lines().any(|line| line.starts_with(">>>>>>> "))
}

/// Puts the history at `folder` together where a merge left a conflict in it; whether there was one.
///
/// The versions and the acceptances of both branches stay. Where both added a version under one number, the released one
/// has it; of two that are not released the other branch's has it for now: [`super::Folder::record`] writes the type as it
/// is after the merge in its place.
///
/// # Errors
/// Both branches released different versions under one number, one of the two sides is no history, or a recorded version is
/// on neither side what `history.json` says. Nothing is written then. Programs that write at once wait for each other.
pub fn settle(folder: &Path) -> Result<bool, HistoryError> {
    let path = folder.join(MANIFEST_FILE);
    let conflicted = || fs::read_to_string(&path).ok().filter(|text| is_conflicted(text));
    if conflicted().is_none() {
        return Ok(false);
    }
    let _lock = Lock::take(folder).map_err(|error| HistoryError::one(Problem::io(&path, &error)))?;
    // another program may have done it while this one waited
    let Some(text) = conflicted() else { return Ok(false) };
    let [ours, theirs] = sides(&text).map(|side| Manifest::parse(&side));
    let read =
        |side: Result<Manifest, String>| side.map_err(|message| HistoryError::one(Problem::manifest(&path, message)));
    let merged =
        join(read(ours)?, read(theirs)?).map_err(|version| HistoryError::one(Problem::forked(&path, version)))?;
    // all are looked at before the first is written
    let mut files = Vec::new();
    for entry in &merged.versions {
        let path = folder.join(version_file(entry.version));
        let text = fs::read_to_string(&path).map_err(|error| HistoryError::one(Problem::io(&path, &error)))?;
        if is_conflicted(&text) {
            let own = sides(&text).into_iter().find(|side| entry.sha256.eq_ignore_ascii_case(&sha256(side)));
            files.push((path.clone(), own.ok_or_else(|| HistoryError::one(Problem::tampered(&path)))?));
        } else if !entry.sha256.eq_ignore_ascii_case(&sha256(&text)) {
            return Err(HistoryError::one(Problem::tampered(&path)));
        }
    }
    for (path, text) in files {
        write(&path, &text)?;
    }
    write(&path, &merged.print())?;
    Ok(true)
}

/// Our side of a conflict and theirs; what git shows of their common ancestor is left out.
fn sides(text: &str) -> [String; 2] {
    let mut sides = [String::new(), String::new()];
    // which sides a line belongs to
    let mut open = [true, true];
    for line in text.split_inclusive('\n') {
        let mark = line.trim_end();
        if mark.starts_with("<<<<<<< ") {
            open = [true, false];
        } else if mark == "|||||||" || mark.starts_with("||||||| ") {
            open = [false, false];
        } else if mark == "=======" && open != [true, true] {
            open = [false, true];
        } else if mark.starts_with(">>>>>>> ") {
            open = [true, true];
        } else {
            for (side, _) in sides.iter_mut().zip(open).filter(|(_, open)| *open) {
                side.push_str(line);
            }
        }
    }
    sides
}

/// Both lists in one, or the number of a version that both released differently.
fn join(ours: Manifest, theirs: Manifest) -> Result<Manifest, u32> {
    let mut merged = theirs;
    for own in ours.versions {
        match merged.versions.iter_mut().find(|entry| entry.version == own.version) {
            None => merged.versions.push(own),
            Some(entry) => choose(entry, own)?,
        }
    }
    merged.versions.sort_by_key(|entry| entry.version);
    for own in ours.accepted {
        if !merged.accepted.iter().any(|entry| entry.is_of_same(&own)) {
            merged.accepted.push(own);
        }
    }
    for own in ours.other {
        if !merged.other.iter().any(|(key, _)| *key == own.0) {
            merged.other.push(own);
        }
    }
    Ok(merged)
}

/// Leaves in `entry` which of two versions of one number has it.
fn choose(entry: &mut VersionEntry, own: VersionEntry) -> Result<(), u32> {
    let same = entry.sha256.eq_ignore_ascii_case(&own.sha256);
    match (entry.released, own.released) {
        (true, true) if !same => return Err(own.version),
        (false, true) => *entry = own,
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFLICT: &str = "{\n<<<<<<< HEAD\n  a\n||||||| 12ab\n  base\n=======\n  b\n>>>>>>> theirs\n}\n";

    #[test]
    fn both_sides_are_read() {
        assert!(is_conflicted(CONFLICT) && !is_conflicted("{}\n=======\n"));
        assert_eq!(sides(CONFLICT), ["{\n  a\n}\n".to_owned(), "{\n  b\n}\n".to_owned()]);
        let windows = sides(&CONFLICT.replace('\n', "\r\n"));
        assert_eq!(windows[1], "{\r\n  b\r\n}\r\n");
    }

    /// Number, hash, released.
    type Versions = &'static [(u32, &'static str, bool)];

    fn list(versions: Versions, accepted: &[&str]) -> Manifest {
        let versions: Vec<_> = versions
            .iter()
            .map(|(version, sha256, released)| {
                format!(r#"{{"version":{version},"file":"v{version}.avsc","sha256":"{sha256}","released":{released}}}"#)
            })
            .collect();
        let accepted: Vec<_> = accepted
            .iter()
            .map(|path| format!(r#"{{"rule":"r","type":"t","path":"{path}","before":"","after":""}}"#))
            .collect();
        let text = format!(r#"{{"format":1,"versions":[{}],"accepted":[{}]}}"#, versions.join(","), accepted.join(","));
        Manifest::parse(&text).expect("a list")
    }

    #[test]
    fn what_is_released_keeps_its_number() {
        let cases: [(Versions, Versions, &str); 5] = [
            (&[(1, "a", true), (2, "b", false)], &[(1, "a", true), (2, "c", false)], "1a+ 2c-"),
            (&[(1, "a", true), (2, "b", true)], &[(1, "a", true), (2, "c", false)], "1a+ 2b+"),
            (&[(1, "a", true), (2, "b", false)], &[(1, "a", true), (2, "c", true), (3, "d", false)], "1a+ 2c+ 3d-"),
            (&[(1, "a", true)], &[(1, "a", false)], "1a+"),
            (&[(1, "a", true), (2, "b", true)], &[(1, "a", true), (2, "c", true)], "forked at 2"),
        ];
        for (ours, theirs, expected) in cases {
            let said = match join(list(ours, &["x", "y"]), list(theirs, &["y", "z"])) {
                Err(version) => format!("forked at {version}"),
                Ok(merged) => {
                    let paths: Vec<_> = merged.accepted.iter().map(|entry| entry.path.as_str()).collect();
                    assert_eq!(paths, ["y", "z", "x"]);
                    let shown = merged.versions.iter().map(|entry| {
                        format!("{}{}{}", entry.version, entry.sha256, if entry.released { '+' } else { '-' })
                    });
                    shown.collect::<Vec<_>>().join(" ")
                }
            };
            assert_eq!(said, expected);
        }
    }
}

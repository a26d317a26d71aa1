//! The recorded versions of a schema: what a gate compares a type with.
//!
//! - Here: the static form that generated code holds ([`Recorded`]), which the compiler's gate walks in `const` and the
//!   test gate at run time.
//! - [`Folder`]: the folder on disk, verified; its list of versions is [`Manifest`].

use crate::schema::Document;

mod acceptances;
mod conflict;
mod day;
mod error;
mod files;
mod folder;
mod lock;
mod manifest;
mod mend;
mod orphan;
#[doc(hidden)]
pub mod pool;
pub mod unrecorded;
pub mod write;

pub use acceptances::check_acceptances;
pub use conflict::settle;
pub use day::Day;
pub use error::{HistoryError, Problem};
pub use files::{MANIFEST_FILE, sha256};
pub use folder::{Folder, Recording, Version, list};
pub use manifest::{Acceptance, Manifest, VersionEntry};
pub use mend::mend;
pub use orphan::{Claim, orphans};

/// The history of one root type, as it was compiled in.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Full name of the recorded type: the name of the folder.
    pub full_name: &'static str,
    /// The folder, relative to the package's manifest, with `/` between its parts.
    pub folder: &'static str,
    /// The versions, oldest first.
    pub versions: &'static [RecordedVersion],
    /// Breaks that were accepted on purpose.
    pub accepted: &'static [Accepted],
}

/// One recorded version.
#[derive(Clone, Debug)]
pub struct RecordedVersion {
    /// Its number, from 1.
    pub version: u32,
    /// Name of its file within the folder.
    pub file: &'static str,
    /// Somebody may hold data of it; gates compare with released versions only.
    pub released: bool,
    /// Hash of its full normalised schema; equal versions have equal hashes.
    pub content_hash: u128,
    /// The schema.
    pub document: Document,
    /// How the fields of its root differ from those of the version before it; nothing where that is not known, or one of the two
    /// is no record.
    pub changes: Option<Changes>,
}

/// Fields of a pool that a version's root has and the version before had not, and the other way round: indices of
/// [`Document::fields`], two bytes each, little-endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Only this version has them.
    pub new: &'static [u8],
    /// Only the version before had them.
    pub gone: &'static [u8],
}

/// A break that was accepted on purpose. Its reason and expiry stay in the file: no build has a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Id of the rule, such as `field-removed-without-default`.
    pub rule: &'static str,
    /// Full name of the type in which the cause is.
    pub ty: &'static str,
    /// Path from the root to the cause.
    pub path: &'static str,
    /// What was there before.
    pub before: &'static str,
    /// What is there now.
    pub after: &'static str,
}

impl Recorded {
    /// A history without versions.
    pub const fn none(full_name: &'static str, folder: &'static str) -> Self {
        Recorded { full_name, folder, versions: &[], accepted: &[] }
    }

    /// Whether any version is released.
    pub const fn has_released(&self) -> bool {
        let mut i = 0;
        while i < self.versions.len() {
            if self.versions[i].released {
                return true;
            }
            i += 1;
        }
        false
    }
}

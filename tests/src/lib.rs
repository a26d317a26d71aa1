//! What the tests of the workspace share: where the test data is, random schemas and types, packages outside the workspace,
//! and the lists of cases that are known to fail.

mod fixture;
pub mod random;
pub mod rust_types;
mod scratch;
mod verdicts;

use std::io::Write as _;
use std::path::{Path, PathBuf};

pub use fixture::{Fixture, last_line};
pub use scratch::{Outcome, Scratch, build_folder, dependency};
pub use verdicts::Verdicts;

/// The root of the workspace.
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("invariant: the package stands in the workspace's folder `tests`")
}

/// A file or folder of the shared test data, by its path below the data's root: `$AVRO_SHARED`, else the folder `shared`
/// beside the workspace.
///
/// Where it is absent the caller passes over its cases: one line on stderr names the path and where it was looked for.
///
/// # Panics
/// If it is absent and `AVRO_SHARED_REQUIRED=1` is set.
pub fn shared(path: &str) -> Option<PathBuf> {
    let root = match std::env::var_os("AVRO_SHARED") {
        Some(root) => PathBuf::from(root),
        None => workspace().with_file_name("shared"),
    };
    let found = root.join(path);
    if found.exists() {
        return Some(found);
    }
    let required = std::env::var_os("AVRO_SHARED_REQUIRED").is_some_and(|value| value == "1");
    assert!(!required, "test data `{path}` not found in {} (AVRO_SHARED_REQUIRED=1)", root.display());
    // Not `eprintln!`, which the test harness swallows where the test passes.
    let _ = writeln!(std::io::stderr(), "skipped: test data `{path}` not found in {}", root.display());
    None
}

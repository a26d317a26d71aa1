//! What a build script says to cargo.

use crate::Generated;

/// What the result depends on, and the warnings.
pub(crate) fn announce(generated: &Generated) {
    println!("cargo::rerun-if-changed=build.rs");
    for path in &generated.watched {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    for warning in &generated.warnings {
        for line in warning.lines() {
            println!("cargo::warning={line}");
        }
    }
}

/// Makes the build fail.
pub(crate) fn fail(text: &str) {
    for line in text.lines() {
        println!("cargo::error={line}");
    }
}

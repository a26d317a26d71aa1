//! What a build script says to cargo.

use std::path::PathBuf;

/// What the result depends on, and the warnings.
pub(crate) fn announce(watched: &[PathBuf], warnings: &[String]) {
    println!("cargo::rerun-if-changed=build.rs");
    for path in watched {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    for warning in warnings {
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

//! Real services for tests: an Apache Kafka broker, a schema registry, Confluent's Python client.
//!
//! `tests/live/run` installs them and names the folder in `AVRO_LIVE`; without it the tests are skipped. Everything listens
//! on free ports of 127.0.0.1, keeps its data in a temporary folder and ends with the process that started it: when it is
//! dropped, and by `tests/live/guard` where nothing is dropped any more.

mod python;
mod services;

use std::io::Write as _;
use std::path::PathBuf;

pub use python::Python;
pub use services::{Kafka, SchemaRegistry, Temporary};

/// What `tests/live/install` fetched.
#[derive(Clone, Debug)]
pub struct Installed {
    folder: PathBuf,
}

impl Installed {
    /// The installation that `AVRO_LIVE` names; without it one line says that the test `name` is skipped.
    ///
    /// # Panics
    /// Without it, if `AVRO_LIVE_REQUIRED=1` is set; or if the folder lacks what was to be installed.
    pub fn find(name: &str) -> Option<Installed> {
        let Some(folder) = std::env::var_os("AVRO_LIVE").map(PathBuf::from) else {
            let required = std::env::var_os("AVRO_LIVE_REQUIRED").is_some_and(|value| value == "1");
            assert!(!required, "AVRO_LIVE names no installed services (AVRO_LIVE_REQUIRED=1)");
            // past the test harness, which keeps what a passing test prints
            let _ = writeln!(std::io::stderr(), "skipped: {name} needs real services, `tests/live/run` starts them");
            return None;
        };
        let installed = Installed { folder };
        for part in ["kafka-4.4.0/lib", "apicurio-2.6.13.Final", "python/bin/python"] {
            assert!(installed.folder.join(part).exists(), "{} is not installed", installed.folder.join(part).display());
        }
        Some(installed)
    }

    fn path(&self, part: &str) -> PathBuf {
        self.folder.join(part)
    }
}

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

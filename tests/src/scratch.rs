//! Throw-away packages outside the workspace, built without network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;

/// A package outside the workspace, in the build folder. It names crates of the workspace by path and takes the versions of
/// everything else from the workspace's `Cargo.lock`, so that a build needs nothing that the workspace's own did not fetch.
/// All such packages share one build folder.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

/// What a command printed, and whether it succeeded.
#[derive(Debug)]
pub struct Outcome {
    /// Whether the exit code was 0.
    pub success: bool,
    /// The exit code, if the process was not killed.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error: what the compiler said.
    pub stderr: String,
}

impl Outcome {
    /// Itself, if the command succeeded.
    ///
    /// # Panics
    /// With everything that was printed, if it failed.
    #[track_caller]
    pub fn expect_success(self) -> Self {
        assert!(self.success, "the command failed\n--- stdout\n{}\n--- stderr\n{}", self.stdout, self.stderr);
        self
    }

    /// Itself, if the command failed.
    ///
    /// # Panics
    /// With everything that was printed, if it succeeded.
    #[track_caller]
    pub fn expect_failure(self) -> Self {
        assert!(!self.success, "the command succeeded\n--- stdout\n{}\n--- stderr\n{}", self.stdout, self.stderr);
        self
    }
}

impl Scratch {
    /// An empty folder of that name (unique among all tests); what an earlier run left there is removed.
    ///
    /// # Panics
    /// If the folder cannot be made.
    pub fn new(name: &str) -> Scratch {
        let folder = build_folder().join("scratch").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the old folder can be removed");
        }
        fs::create_dir_all(&folder).expect("the folder can be made");
        fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file can be copied");
        Scratch { folder }
    }

    /// A package of that name and edition that depends on `avro-runtime` with default features, with `lib` as its
    /// `src/lib.rs`.
    pub fn library(name: &str, edition: &str, lib: &str) -> Scratch {
        let scratch = Scratch::new(name);
        let runtime = dependency("avro-runtime");
        scratch.file(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n\n[workspace]\n\n\
                 [dependencies]\navro-runtime = {runtime}\n"
            ),
        );
        scratch.file("src/lib.rs", lib);
        scratch
    }

    /// The package's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file below the folder. A manifest needs a `[workspace]` table (else cargo takes the package for a member of
    /// the workspace above); [`dependency`] gives the dependencies on crates of the workspace.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn file(&self, path: &str, text: &str) -> &Self {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("invariant: a path below the folder has a parent"))
            .expect("the folder can be made");
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self
    }

    /// Runs `cargo` there, offline.
    ///
    /// # Panics
    /// If cargo cannot be started.
    pub fn cargo(&self, arguments: &[&str]) -> Outcome {
        self.cargo_with(arguments, &[])
    }

    /// Runs `cargo` there, offline, with more environment variables. `AVRO_BLESS`, `AVRO_GATE` and `CI` are not inherited.
    ///
    /// # Panics
    /// If cargo cannot be started.
    pub fn cargo_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        self.run(Path::new(&cargo), arguments, variables)
    }

    /// Runs a program there, which runs cargo as [`Scratch::cargo_with`] does.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn run(&self, program: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        let mut command = Command::new(program);
        command.current_dir(&self.folder).args(arguments);
        // What cargo told this test about its own package is no business of another package's build script.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_BIN_") {
                command.env_remove(&*name);
            }
        }
        for name in ["AVRO_BLESS", "AVRO_GATE", "CI", "RUSTC_WORKSPACE_WRAPPER", "CARGO_BUILD_TARGET"] {
            command.env_remove(name);
        }
        command
            .env("CARGO_TARGET_DIR", build_folder().join("scratch-target"))
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_TEST_DEBUG", "0")
            .env("CARGO_TERM_COLOR", "never")
            .envs(variables.iter().copied());
        let output = command.output().unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        Outcome {
            success: output.status.success(),
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A crate of the workspace as the right side of a dependency in a manifest: `{ path = ".." }`.
pub fn dependency(member: &str) -> String {
    // A literal string of TOML: backslashes of other systems' paths stay as they are.
    format!("{{ path = '{}' }}", workspace().join(member).display())
}

/// The folder that holds this build: `target`, wherever it was put.
pub fn build_folder() -> PathBuf {
    // <target>/<profile>/deps/<test>, or <target>/<triple>/<profile>/deps/<test>.
    let test = std::env::current_exe().expect("the test knows its own path");
    let marked = test.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    marked.or_else(|| test.ancestors().nth(3)).expect("invariant: a test stands in a build folder").to_path_buf()
}

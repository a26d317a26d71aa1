//! The command, run in throw-away packages.

use std::path::Path;
use std::process::Command;

use avro_tests::{Fixture, Outcome, Scratch};

/// Where the library of the fixtures keeps the history of its root.
pub(crate) const HISTORY: &str = "schemas/history/com.acme.library.OrderPlaced";

/// `cargo avro`
fn command() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_cargo-avro"))
}

/// Runs `cargo avro` with arguments and gives what it printed; `code` is how it must end.
pub(crate) trait Avro {
    fn run_avro(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome;

    #[track_caller]
    fn avro(&self, code: i32, arguments: &[&str]) -> Outcome {
        let outcome = self.run_avro(&[&["avro"], arguments].concat(), &[]);
        assert_eq!(
            outcome.code,
            Some(code),
            "cargo avro {arguments:?}\n--- stdout\n{}\n--- stderr\n{}",
            outcome.stdout,
            outcome.stderr
        );
        outcome
    }
}

impl Avro for Fixture {
    fn run_avro(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        self.run(command(), arguments, variables)
    }
}

impl Avro for Scratch {
    fn run_avro(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        self.run(command(), arguments, variables)
    }
}

/// The compiler lets the package pass.
#[track_caller]
pub(crate) fn compiles(package: &Fixture) {
    package.cargo(&["check"]).expect_success();
}

/// The compiler refuses the package, by this rule.
#[track_caller]
pub(crate) fn refused(package: &Fixture, rule: &str) {
    let said = package.cargo(&["check"]).expect_failure().stderr;
    assert!(said.contains(&format!("[{rule}]")), "{said}");
}

/// Every one of `parts` is in `text`, in this order.
#[track_caller]
pub(crate) fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else { panic!("no\n{part}\nin\n{rest}\nof\n{text}") };
        rest = after;
    }
}

/// Runs git in `folder`, as somebody; whether it succeeded.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"]);
    git.args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]).args(arguments);
    // a hook that runs these tests has its own repository there
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(name);
    }
    let output = git.output().expect("git can be started");
    output.status.success()
}

//! The examples that are scripts.

#![cfg(unix)]

use std::process::Command;

use avro_tests::{build_folder, workspace};

#[test]
fn a_break_is_accepted() {
    let script = workspace().join("examples/accept/run.sh");
    let mut command = Command::new("bash");
    command.arg(script).env("CARGO_NET_OFFLINE", "true").env("CARGO_TARGET_DIR", build_folder());
    command.env_remove("CARGO_BUILD_TARGET").env_remove("RUSTC_WORKSPACE_WRAPPER");
    let output = command.output().expect("bash can be started");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "--- stdout\n{out}\n--- stderr\n{err}");
    let mut rest = &*out;
    for expected in [
        "$ cargo avro check\nchecked 1 type x 1 version: 1 ok, 0 new, 0 incompatible\n",
        "$ cargo avro check\nerror: `com.example.ParcelDelivered` and version 1 cannot read each other's data  [type-changed]\n",
        "checked 1 type x 1 version: 0 ok, 0 new, 1 incompatible\n",
        "$ cargo avro accept ParcelDelivered --reason \"the only reader was switched off\"\n",
        "recorded schemas/history/com.example.ParcelDelivered/v2.avsc\n",
        "$ cargo avro check\nchecked 1 type x 1 version: 1 ok, 0 new, 0 incompatible\n",
        "$ cargo avro release\nreleased com.example.ParcelDelivered version 2\n",
    ] {
        let (_, after) = rest.split_once(expected).unwrap_or_else(|| panic!("no\n{expected}\nin\n{rest}\nof\n{out}"));
        rest = after;
    }
    // the compiler: both breaks, with the help that leads on
    assert_eq!(err.matches("error[E0080]").count(), 2, "{err}");
    assert!(err.contains("1 type x 2 versions in accept\n"), "{err}");
    assert!(err.contains("cargo avro accept ParcelDelivered --reason"), "{err}");
}

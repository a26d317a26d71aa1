//! Severities of rules: a type's word counts more than its package's, that more than the workspace's; the compiler, the test
//! gate and a build script go by the same ones, and look again when a manifest changes.

use avro_tests::{Scratch, dependency};

const V1: &str = r#"{"type":"record","name":"m.Order","fields":[{"name":"id","type":"long","default":1}]}"#;

/// A workspace with one package, whose type has another default than its released version.
fn workspace(name: &str, of_workspace: &str, of_package: &str, of_type: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let history = "app/schemas/history/m.Order";
    scratch.file("app/src/lib.rs", &source(of_type)).file(&format!("{history}/v1.avsc"), V1).file(
        &format!("{history}/history.json"),
        &format!(
            r#"{{"format":1,"versions":[{{"version":1,"file":"v1.avsc","sha256":"{}","released":true,"registry":[]}}],"accepted":[]}}"#,
            avro_model::history::sha256(V1)
        ),
    );
    manifests(&scratch, of_workspace, of_package);
    scratch
}

fn source(of_type: &str) -> String {
    format!(
        "use avro_runtime::prelude::*;\n\n#[derive(AvroSchema)]\n#[avro(evolution{of_type})]\npub struct Order {{\n    \
         #[avro(default = 2)]\n    pub id: i64,\n}}\n\n#[cfg(test)]\nmod schemas {{\n    avro_runtime::evolution_tests!(crate);\n}}\n"
    )
}

fn manifests(scratch: &Scratch, of_workspace: &str, of_package: &str) {
    scratch.file(
        "Cargo.toml",
        &format!("[workspace]\nresolver = \"3\"\nmembers = [\"app\"]\n\n[workspace.metadata.avro]\n{of_workspace}\n"),
    );
    scratch.file(
        "app/Cargo.toml",
        &format!(
            "[package]\nname = \"severities_app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [package.metadata.avro]\nnamespace = \"m\"\n{of_package}\n\n[dependencies]\navro-runtime = {}\n",
            dependency("avro-runtime")
        ),
    );
}

const NOTICE: &str = "evolution warnings here";

#[test]
fn the_nearest_word_counts_and_manifests_are_watched() {
    let deny = "deny = [\"default-value-changed\"]";
    let package = workspace("severities", "", "", "");
    let check = || package.cargo(&["check"]);
    let text = check().expect_success().stderr;
    assert!(text.contains(NOTICE), "{text}");

    // the workspace
    manifests(&package, deny, "");
    let text = check().expect_failure().stderr;
    assert!(text.contains("[default-value-changed]") && text.contains("pub id: i64"), "{text}");

    // the package
    manifests(&package, deny, "allow = [\"default-value-changed\"]");
    let text = check().expect_success().stderr;
    assert!(!text.contains(NOTICE), "{text}");

    // the test gate goes by it, too
    package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]);
    let text = package.cargo(&["test"]).expect_success().stderr;
    assert!(!text.contains("default-value-changed"), "{text}");
    manifests(&package, deny, "warn = [\"default-value-changed\"]");
    let text = package.cargo(&["test"]).expect_success().stderr;
    assert!(text.contains("warning: ") && text.contains("[default-value-changed]"), "{text}");

    // the type
    package.file("app/src/lib.rs", &source(", deny(default-value-changed)"));
    let text = check().expect_failure().stderr;
    assert!(text.contains("[default-value-changed]"), "{text}");

    // left to the tests, which are as strict
    package.file("app/src/lib.rs", &source(", deny(default-value-changed), gate = \"test\""));
    check().expect_success();
    let text = package.cargo(&["test"]).expect_failure();
    assert!(text.stdout.contains("[default-value-changed]"), "{}{}", text.stdout, text.stderr);
    package.file("app/src/lib.rs", &source(", deny(default-value-changed)"));

    // what is wrong in a manifest is said at the type
    manifests(&package, "deny = [\"default-value-change\"]\nnamespace = \"m\"", "");
    let text = check().expect_failure().stderr;
    assert!(
        text.contains("`deny` in `[workspace.metadata.avro]`: there is no rule `default-value-change`: did you mean `default-value-changed`?"),
        "{text}"
    );
    assert!(text.contains("`namespace` belongs into `[package.metadata.avro]`"), "{text}");
}

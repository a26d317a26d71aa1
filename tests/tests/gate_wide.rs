//! Enums of 300 variants with data, whose released version has its branches the other way round: compiled without a word
//! about long evaluation where all is well, and with an error that says what is wrong where every variant fails.

use avro_tests::{Scratch, dependency};

const VARIANTS: usize = 300;
/// What rustc says of constants that take long, be it as a lint or as a plain warning.
const LONG: &str = "constant evaluation is taking a long time";

/// A package of one enum, which promises FULL_TRANSITIVE; the released version has fields of `ty`.
fn package(scratch: &Scratch, name: &str, ty: &str) {
    let variants: String = (0..VARIANTS).map(|i| format!("    V{i} {{ id: i64 }},\n")).collect();
    scratch.file(
        &format!("{name}/Cargo.toml"),
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\navro-runtime = {}\n",
            dependency("avro-runtime")
        ),
    );
    scratch.file(
        &format!("{name}/src/lib.rs"),
        &format!(
            "#[derive(avro_runtime::AvroSchema)]\n#[avro(namespace = \"wide\", evolution = \"full_transitive\")]\npub enum Event {{\n{variants}}}\n"
        ),
    );
    let branches: Vec<String> = (0..VARIANTS)
        .rev()
        .map(|i| format!(r#"{{"type":"record","name":"wide.EventV{i}","fields":[{{"name":"id","type":"{ty}"}}]}}"#))
        .collect();
    let version = format!("[{}]\n", branches.join(",\n"));
    let folder = format!("{name}/schemas/history/wide.Event");
    scratch.file(&format!("{folder}/v1.avsc"), &version);
    scratch.file(
        &format!("{folder}/history.json"),
        &format!(
            r#"{{"format":1,"versions":[{{"version":1,"file":"v1.avsc","sha256":"{}","released":true,"registry":[]}}],"accepted":[]}}"#,
            avro_model::history::sha256(&version)
        ),
    );
}

#[test]
fn wide_unions_are_checked_by_the_compiler() {
    let scratch = Scratch::new("gate_wide");
    scratch.file("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"wide_passes\", \"wide_fails\"]\n");
    package(&scratch, "wide_passes", "long");
    package(&scratch, "wide_fails", "string");

    let passes = scratch.cargo(&["check", "-p", "wide_passes"]).expect_success();
    assert!(!passes.stderr.contains("warning"), "{}", passes.stderr);

    let fails = scratch.cargo(&["check", "-p", "wide_fails"]).expect_failure();
    assert!(!fails.stderr.contains(LONG), "{}", fails.stderr);
    for part in [
        "`wide.Event` cannot read data written by version 1  [type-changed]",
        "at:      <EventV299>.id",
        "more findings: the test gate shows all of them",
    ] {
        assert!(fails.stderr.contains(part), "{}", fails.stderr);
    }
}

//! What the command prints, word for word. `UPDATE_GOLDENS=1` rewrites the files in `golden/`.

use std::path::Path;

use avro_tests::Fixture;

use crate::support::Avro;

/// Compares `text` with `golden/<name>`.
#[track_caller]
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command/golden").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(path.parent().expect("a folder")).unwrap();
        std::fs::write(&path, text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(text, expected.replace("\r\n", "\n"), "{}: UPDATE_GOLDENS=1 rewrites it", path.display());
}

/// A library with everything that a report can say.
const EVENTS: &str = r#"use avro_runtime::prelude::*;

/// Breaks in a field of its own and in one of another type.
#[derive(AvroSchema)]
#[avro(evolution)]
pub struct Broken {
    pub id: i64,
    pub lines: Vec<Line>,
    pub state: State,
}

#[derive(AvroSchema)]
pub struct Line {
    pub sku: String,
}

#[derive(AvroSchema)]
pub enum State {
    Open,
    Paid,
    Closed,
}

/// Lives with what it released.
#[derive(AvroSchema)]
#[avro(evolution)]
pub struct Fine {
    pub id: i64,
}

/// A warning, and a change that nobody recorded.
#[derive(AvroSchema)]
#[avro(evolution = "backward")]
pub struct Warned {
    #[avro(default = 1)]
    pub tries: i32,
}

/// Promises nothing, and no root holds it.
#[derive(AvroSchema)]
pub struct Loose {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(evolution)]
pub struct Gone {
    pub id: i64,
}
"#;

fn package() -> Fixture {
    let package = Fixture::new("library-snapshots");
    package.write("src/lib.rs", EVENTS);
    package.avro(0, &["accept"]);
    package.avro(0, &["release"]);
    package.edit("src/lib.rs", "    pub id: i64,\n    pub lines", "    pub number: i64,\n    pub lines");
    package.edit("src/lib.rs", "pub sku: String,", "pub sku: String,\n    pub quantity: i32,");
    package.edit("src/lib.rs", "    Paid,\n", "");
    package.edit("src/lib.rs", "default = 1", "default = 2");
    package.edit("src/lib.rs", "pub struct Gone {\n    pub id: i64,", "pub struct Fresh {\n    pub entirely: bool,");
    package
}

#[test]
fn check_and_dump() {
    let package = package();
    golden("check.txt", &package.avro(100, &["check"]).stdout);
    golden("check.json", &here(&package.avro(100, &["check", "--format", "json"]).stdout, &package));
    let one = ["check", "Fine", "--format", "json"];
    golden("check-clean.json", &here(&package.avro(0, &one).stdout, &package));
    golden("check-new-subject.txt", &package.avro(100, &["check", "Fresh", "--new-subject", "deny"]).stdout);
    golden("dump.txt", &package.avro(0, &["dump"]).stdout);
    golden("dump-one.txt", &package.avro(0, &["dump", "Broken"]).stdout);
    let out = package.folder().join("out").display().to_string();
    let said = package.avro(0, &["dump", "Line", "Fine", "--out", &out]).stdout;
    golden("dump-out.txt", &here(&said, &package));
    assert!(package.read("out/com.acme.library.Line.avsc").contains("\"quantity\""));
    // and the same of schema files
    package.avro(0, &["dump", "Broken", "--out", "files"]);
    let files = ["check", "files", "--history", "schemas/history"];
    golden("check-files.txt", &package.avro(100, &files).stdout);
}

/// `text` without the folder of this run.
fn here(text: &str, package: &Fixture) -> String {
    text.replace(&package.folder().display().to_string(), "<package>")
}

#[test]
fn explain() {
    let package = Fixture::new("empty-explain");
    golden("explain.txt", &package.avro(0, &["explain"]).stdout);
    let ids: Vec<String> = package
        .avro(0, &["explain"])
        .stdout
        .lines()
        .map(|line| line.split_whitespace().next().unwrap_or_default().to_owned())
        .collect();
    let mut all = String::new();
    for id in &ids {
        all.push_str(&package.avro(0, &["explain", id]).stdout);
        all.push_str("\n----\n\n");
    }
    golden("explain-all.txt", &all);
    let said = package.avro(101, &["explain", "type-narowed"]).stderr;
    assert_eq!(said, "error: there is no rule `type-narowed`: did you mean `type-narrowed`?\n");
    let said = package.avro(101, &["explain", "quite-something-else"]).stderr;
    assert_eq!(said, "error: there is no rule `quite-something-else`: `cargo avro explain` lists them\n");
}

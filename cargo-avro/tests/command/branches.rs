//! Versions on branches of a real repository.

use avro_tests::Fixture;

use crate::support::{Avro, HISTORY, compiles, git, in_order, refused};

/// A library whose history has seven released versions, committed on `main`.
fn repository(name: &str) -> Fixture {
    let package = Fixture::released(name);
    for version in 2..=7 {
        package.edit("src/lib.rs", "pub id: i64,", &format!("pub id: i64,\n    pub note{version}: Option<String>,"));
        package.avro(0, &["accept"]);
        package.avro(0, &["release"]);
    }
    let folder = package.folder();
    package.write(".gitignore", "/target\nCargo.lock\n");
    assert!(git(folder, &["init", "--quiet", "--initial-branch", "main"]));
    commit(&package, "seven versions");
    package
}

fn commit(package: &Fixture, text: &str) {
    assert!(git(package.folder(), &["add", "--all"]));
    assert!(git(package.folder(), &["commit", "--quiet", "--message", text]));
}

#[test]
fn two_branches_that_add_version_8() {
    let package = repository("library-loop-branches");
    let folder = package.folder();
    // each branch breaks something, on purpose, and records version 8
    assert!(git(folder, &["checkout", "--quiet", "-b", "texts"]));
    package.edit("src/lib.rs", "pub sku: String,", "pub sku: i64,");
    package.avro(0, &["accept", "--reason", "numbers are shorter"]);
    commit(&package, "numbers");
    assert!(git(folder, &["checkout", "--quiet", "main"]));
    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    package.avro(0, &["accept", "--reason", "ids are texts now"]);
    commit(&package, "ids");
    for file in ["v8.avsc", "history.json"] {
        assert!(package.exists(&format!("{HISTORY}/{file}")));
    }

    // the struct merges, the history does not
    assert!(!git(folder, &["merge", "--quiet", "texts"]), "two versions 8 conflict");
    assert!(package.read(&format!("{HISTORY}/history.json")).contains("<<<<<<<"));
    assert!(!package.read("src/lib.rs").contains("<<<<<<<"));
    let said = package.cargo(&["check"]).expect_failure().stderr;
    in_order(&said, &["history.json has conflicts of a merge", "help: `cargo avro accept` keeps"]);
    let said = package.avro(101, &["check"]).stdout;
    assert!(said.contains("history.json has conflicts of a merge"), "{said}");

    // a second `accept` puts it right: both reasons stay, and version 8 is the merged type
    let said = package.avro(0, &["accept"]).stdout;
    in_order(&said, &[&format!("merged {HISTORY}"), &format!("recorded {HISTORY}/v8.avsc")]);
    let list = package.read(&format!("{HISTORY}/history.json"));
    assert!(list.contains("numbers are shorter") && list.contains("ids are texts now"), "{list}");
    assert!(!list.contains("\"version\": 9") && !list.contains("<<<<<<<"), "{list}");
    compiles(&package);
    package.avro(0, &["check"]);
    package.cargo(&["test"]).expect_success();
    commit(&package, "merged");

    // another break is refused as ever
    package.edit("src/lib.rs", "pub qty: u16,", "pub qty: bool,");
    refused(&package, "type-changed");
}

#[test]
fn a_version_that_was_released_meanwhile_keeps_its_number() {
    let package = repository("library-loop-released");
    let folder = package.folder();
    assert!(git(folder, &["checkout", "--quiet", "-b", "mine"]));
    package.edit("src/lib.rs", "pub sku: String,", "pub sku: String,\n    pub mine: Option<i64>,");
    package.avro(0, &["accept"]);
    commit(&package, "mine");
    assert!(git(folder, &["checkout", "--quiet", "main"]));
    package.edit("src/lib.rs", "pub id: i64,", "pub id: i64,\n    pub theirs: Option<i64>,");
    package.avro(0, &["accept"]);
    package.avro(0, &["release"]);
    commit(&package, "theirs");

    assert!(git(folder, &["checkout", "--quiet", "mine"]));
    assert!(!git(folder, &["rebase", "--quiet", "main"]));
    let said = package.avro(0, &["accept"]).stdout;
    in_order(&said, &["merged ", &format!("recorded {HISTORY}/v9.avsc")]);
    let (released, own) = (package.read(&format!("{HISTORY}/v8.avsc")), package.read(&format!("{HISTORY}/v9.avsc")));
    assert!(released.contains("theirs") && !released.contains("mine"), "{released}");
    assert!(own.contains("theirs") && own.contains("mine"), "{own}");
    compiles(&package);

    // with a branch, and with a folder
    assert!(git(folder, &["add", "--all"]));
    let said = package.avro(0, &["check", "--against", "main"]).stdout;
    assert!(said.contains("checked 1 type x 8 versions of main: 1 ok"), "{said}");
    let said = package.avro(101, &["check", "--against", "no-such-branch"]).stderr;
    assert!(said.contains("`no-such-branch` is neither a folder nor a revision of the git repository here"), "{said}");

    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    let said = package.avro(100, &["check", "--against", "main"]).stdout;
    in_order(&said, &["[type-changed]", "history: main", "1 type x 8 versions of main: 0 ok, 0 new, 1 incompatible"]);
    let said = package.avro(100, &["check", "--against", "main", "--level", "forward"]).stdout;
    assert!(said.contains("breaks:  FORWARD"), "{said}");
    let other = Fixture::released("library-loop-other");
    let there = other.folder().display().to_string();
    let said = package.avro(100, &["check", "--against", &there]).stdout;
    in_order(&said, &["[type-changed]", "1 type x 1 version of "]);
    // a version that is released there has to be here
    package.edit("src/lib.rs", "pub id: String,", "pub id: i64,");
    package.edit(&format!("{HISTORY}/history.json"), "\"accepted\": []", "\"accepted\": [] ");
    let said = package.avro(0, &["check", "--against", &there]).stdout;
    assert!(said.contains("1 ok"), "{said}");
}

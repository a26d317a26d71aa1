//! Types that come from structs: break, see, accept, break again.

use avro_tests::Fixture;

use crate::support::{Avro, HISTORY, compiles, in_order, refused};

#[test]
fn a_break_from_the_refusal_to_the_next_one() {
    let package = Fixture::released("library-loop");
    compiles(&package);
    let said = package.avro(0, &["check"]).stdout;
    assert_eq!(said.lines().last(), Some("checked 1 type x 1 version: 1 ok, 0 new, 0 incompatible"), "{said}");

    // broken: the compiler refuses it, and the command looks at it all the same
    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    refused(&package, "type-changed");
    let said = package.avro(100, &["check"]).stdout;
    in_order(
        &said,
        &["error: `com.acme.library.OrderPlaced` and version 1", "[type-changed]", "0 ok, 0 new, 1 incompatible"],
    );
    // nothing of that build is taken for checked
    refused(&package, "type-changed");
    for collect in [["build", "--release"].as_slice(), &["check", "--release"]] {
        let said = package.cargo_with(collect, &[("AVRO_GATE", "collect")]).expect_failure().stderr;
        assert!(said.contains("AVRO_GATE=collect leaves the evolution gates out"), "{said}");
    }
    package.cargo_with(&["check"], &[("AVRO_GATE", "collect")]).expect_success();
    refused(&package, "type-changed");
    let said = package.cargo_with(&["test"], &[("AVRO_GATE", "collect")]).expect_failure().stdout;
    assert!(said.contains("was built with AVRO_GATE=collect, so the compiler has not compared it"), "{said}");

    // a reason is needed; with it the break passes everywhere
    let said = package.avro(101, &["accept", "OrderPlaced"]).stderr;
    in_order(&said, &["[type-changed]", "a break is accepted with its reason: add `--reason \"..\"`"]);
    assert!(!package.read(&format!("{HISTORY}/history.json")).contains("type-changed"));
    let said = package.avro(0, &["accept", "OrderPlaced", "--reason", "no reader is left"]).stdout;
    in_order(
        &said,
        &[
            "accepted type-changed of `com.acme.library.OrderPlaced` at `id`: no reader is left\n",
            &format!("recorded {HISTORY}/v2.avsc\n"),
            "wrote schemas/exported/com.acme.library.OrderPlaced.avsc\n",
        ],
    );
    let list = package.read(&format!("{HISTORY}/history.json"));
    assert!(
        list.contains(
            r#"{"rule": "type-changed", "type": "com.acme.library.OrderPlaced", "path": "id", "before": "long", "after": "string", "reason": "no reader is left"}"#
        ),
        "{list}"
    );
    compiles(&package);
    package.avro(0, &["check"]);
    package.cargo(&["test"]).expect_success();
    assert_eq!(package.avro(0, &["accept"]).stdout, "everything is recorded already\n");

    // another break of the same field is another entry, and one elsewhere as well
    package.edit("src/lib.rs", "pub id: String,", "pub id: bool,");
    refused(&package, "type-changed");
    let said = package.avro(100, &["check"]).stdout;
    in_order(&said, &["field:   `id: bool` is `boolean`, was `long`", "[acceptance-unused]"]);
    package.edit("src/lib.rs", "pub id: bool,", "pub id: String,");
    package.edit("src/lib.rs", "pub sku: String,", "pub sku: Vec<u8>,\n    pub count: i32,");
    refused(&package, "field-added-without-default");
    let said = package.avro(100, &["check", "OrderPlaced"]).stdout;
    assert!(said.contains("[field-added-without-default]") && !said.contains("[type-changed]"), "{said}");
    package.avro(0, &["accept", "--reason", "counted from now on"]);
    compiles(&package);

    // released, the next change is held against it; what nothing is found for any more goes
    package.avro(0, &["release"]);
    package.cargo(&["test"]).expect_success();
    package.edit("src/lib.rs", "pub count: i32,", "pub count: i64,");
    refused(&package, "type-widened");
}

#[test]
fn a_pull_that_adds_a_version_is_seen_and_accepted() {
    // a colleague released version 2
    let theirs = Fixture::released("library-loop-theirs");
    theirs.edit("src/lib.rs", "pub id: i64,", "pub id: i64,\n    pub total: Option<f64>,");
    theirs.avro(0, &["accept"]);
    theirs.avro(0, &["release"]);

    let ours = Fixture::released("library-loop-ours");
    ours.edit("src/lib.rs", "pub id: i64,", "pub id: i64,\n    pub total: Option<String>,");
    compiles(&ours);
    for file in ["v2.avsc", "history.json"] {
        ours.write(&format!("{HISTORY}/{file}"), &theirs.read(&format!("{HISTORY}/{file}")));
    }
    refused(&ours, "type-changed");
    let said = ours.avro(100, &["check"]).stdout;
    in_order(&said, &["and version 2 cannot read", "checked 1 type x 2 versions"]);
    let said = ours.avro(0, &["accept", "--reason", "a text, as the others have it"]).stdout;
    assert!(said.contains(&format!("recorded {HISTORY}/v3.avsc")), "{said}");
    compiles(&ours);
    ours.avro(0, &["check"]);
    ours.edit("src/lib.rs", "pub total: Option<String>,", "pub total: Option<bool>,");
    refused(&ours, "type-changed");
}

#[test]
fn a_renamed_or_moved_struct_leaves_an_orphan() {
    let package = Fixture::released("library-loop-renamed");
    package.edit("src/lib.rs", "pub struct OrderPlaced", "pub struct OrderAccepted");
    // the compiler sees a new type
    compiles(&package);
    let said = package.avro(100, &["check"]).stdout;
    in_order(
        &said,
        &[
            "note: `com.acme.library.OrderAccepted` is new",
            &format!("error: {HISTORY}: no type has that full name or alias  [history-orphaned]"),
            "help: was it renamed to `com.acme.library.OrderAccepted`? then add `#[avro(alias = \"com.acme.library.OrderPlaced\")]`",
        ],
    );
    package.edit("src/lib.rs", "pub struct OrderAccepted", "pub struct OrderPlaced");
    package.avro(0, &["check"]);

    package.edit("Cargo.toml", "namespace = \"com.acme.library\"", "namespace = \"com.acme.orders\"");
    compiles(&package);
    let said = package.avro(100, &["check"]).stdout;
    in_order(&said, &["`com.acme.orders.OrderPlaced` is new", "[history-orphaned]"]);
    let said = package.cargo(&["test"]).expect_failure().stdout;
    assert!(said.contains("[history-orphaned]"), "{said}");
}

#[test]
fn an_acceptance_expires_for_tests_and_the_command_and_not_for_the_compiler() {
    let package = Fixture::released("library-loop-expired");
    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    let said = package.avro(2, &["accept", "--reason", "soon", "--until", "2001-01-01"]).stderr;
    assert!(said.contains("the day has passed"), "{said}");
    let said = package.avro(2, &["accept", "--reason", "soon", "--until", "next week"]).stderr;
    assert!(said.contains("a day is written YYYY-MM-DD"), "{said}");
    package.avro(0, &["accept", "--reason", "until the last reader is gone", "--until", "9999-12-31"]);
    package.avro(0, &["check"]);
    package.cargo(&["test"]).expect_success();

    package.edit(&format!("{HISTORY}/history.json"), "9999-12-31", "2001-01-01");
    compiles(&package);
    let said = package.cargo(&["test"]).expect_failure().stdout;
    assert!(
        said.contains("expired on 2001-01-01; its reason was: until the last reader is gone  [acceptance-expired]"),
        "{said}"
    );
    let said = package.avro(100, &["check"]).stdout;
    in_order(
        &said,
        &["expired on 2001-01-01", "[acceptance-expired]", "cargo avro accept com.acme.library.OrderPlaced"],
    );
    // accepted again, with a new reason and no end
    package.avro(0, &["accept", "--reason", "for good"]);
    package.avro(0, &["check"]);
    let list = package.read(&format!("{HISTORY}/history.json"));
    assert!(list.contains("for good") && !list.contains("2001"), "{list}");
    package.cargo(&["test"]).expect_success();
}

#[test]
fn nothing_is_accepted_in_ci() {
    let package = Fixture::new("library-loop-ci");
    let outcome = package.run_avro(&["avro", "accept"], &[("CI", "true")]);
    assert_eq!(outcome.code, Some(101));
    assert!(outcome.stderr.contains("nothing is recorded while CI is set"), "{}", outcome.stderr);
    assert!(!package.exists("schemas"));
}

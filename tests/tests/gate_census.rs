//! The census and the test gate in packages of their own: what passes, what fails, what is written and when.

use avro_tests::{Fixture, last_line};

#[test]
fn a_library_from_its_first_record_to_a_second_version() {
    let package = Fixture::new("library");
    let history = "schemas/history/com.acme.library.OrderPlaced";

    // nothing is recorded yet: the compiler tells, the test fails
    let outcome = package.cargo(&["test"]).expect_failure();
    assert!(outcome.stderr.contains("no released version of `com.acme.library.OrderPlaced` yet"), "{}", outcome.stderr);
    let text = outcome.stdout;
    assert!(
        text.contains("`com.acme.library.OrderPlaced` promises FULL_TRANSITIVE and no version of it is recorded yet"),
        "{text}"
    );
    assert!(text.contains("schemas/exported/com.acme.library.OrderPlaced.avsc is missing"), "{text}");
    assert!(text.contains("AVRO_BLESS=1 cargo test"), "{text}");

    // nothing is written while CI is set
    let outcome = package.cargo_with(&["test"], &[("AVRO_BLESS", "1"), ("CI", "true")]).expect_failure();
    assert!(outcome.stdout.contains("nothing is written while CI is set"), "{}", outcome.stdout);
    assert!(!package.exists("schemas"));

    let outcome = package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    assert!(outcome.stderr.contains(&format!("recorded {history}/v1.avsc")), "{}", outcome.stderr);
    assert!(package.read(&format!("{history}/history.json")).contains("\"released\": false"));
    assert!(package.read("schemas/exported/com.acme.library.OrderPlaced.avsc").contains("An order was accepted."));

    let outcome = package.cargo(&["test"]).expect_success();
    assert_eq!(last_line(&outcome.stderr, " in fixture_library"), "3 types x 1 version in fixture_library");
    assert!(outcome.stderr.contains("no released version"), "{}", outcome.stderr);

    // released: no notice any more
    package.release(&[]).expect_success();
    let outcome = package.cargo(&["test"]).expect_success();
    assert!(!outcome.stderr.contains("no released version"), "{}", outcome.stderr);

    // a change that passes is shown, and recorded on demand
    package.edit("src/lib.rs", "pub lines: Vec<Line>,", "pub lines: Vec<Line>,\n    pub coupon: Option<String>,");
    let text = package.cargo(&["test"]).expect_failure().stdout;
    assert!(text.contains("    record com.acme.library.OrderPlaced {"), "{text}");
    assert!(text.contains("    +   union { null, string } coupon = null;"), "{text}");
    assert!(text.contains("    passes BACKWARD and FORWARD"), "{text}");
    assert!(text.contains("record it with `AVRO_BLESS=1 cargo test`"), "{text}");
    assert!(text.contains("schemas/exported/com.acme.library.OrderPlaced.avsc is not what the type says"), "{text}");
    let outcome = package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    assert!(outcome.stderr.contains(&format!("recorded {history}/v2.avsc")), "{}", outcome.stderr);
    let outcome = package.cargo(&["test"]).expect_success();
    assert_eq!(last_line(&outcome.stderr, " in fixture_library"), "3 types x 2 versions in fixture_library");

    // not released, so the next change is written in place
    package.edit("src/lib.rs", "pub coupon: Option<String>,", "pub voucher: Option<String>,");
    package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    assert!(package.read(&format!("{history}/v2.avsc")).contains("voucher"));
    assert!(!package.exists(&format!("{history}/v3.avsc")));

    // a change that does not pass is the compiler's
    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("[type-changed]"), "{text}");
    assert!(text.contains("pub id: String,"), "{text}");
}

#[test]
fn a_binary_is_checked_by_its_own_tests() {
    let package = Fixture::new("binary");
    let text = package.cargo(&["test"]).expect_failure().stdout;
    assert!(text.contains("`com.acme.binary.Ping` promises BACKWARD and no version of it is recorded yet"), "{text}");
    package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    let outcome = package.cargo(&["test"]).expect_success();
    assert_eq!(last_line(&outcome.stderr, " in fixture_binary"), "1 type x 1 version in fixture_binary");

    let text = package.cargo(&["run"]).expect_success().stdout;
    assert!(text.contains("com.acme.binary.Ping fixture_binary::Ping src/main.rs:6"), "{text}");

    // an optimised binary carries no codec that it does not use, not even for tests
    let assertions = ("CARGO_PROFILE_TEST_DEBUG_ASSERTIONS", "false");
    let outcome = package.cargo_with(&["test"], &[assertions]).expect_success();
    let text = outcome.stderr;
    assert!(text.contains("note: built without debug assertions: values of the types"), "{text}");
    assert_eq!(last_line(&text, " in fixture_binary"), "1 type x 1 version in fixture_binary");
}

#[test]
fn types_of_a_dependency_that_no_test_names_do_not_pass_unseen() {
    let package = Fixture::new("unnamed");
    let text = package.cargo(&["test", "--test", "unnamed"]).expect_failure().stdout;
    assert!(text.contains("no type with `#[derive(AvroSchema)]` is linked into this test"), "{text}");

    let outcome = package.cargo(&["test", "--test", "named"]).expect_success();
    assert_eq!(last_line(&outcome.stderr, " in fixture_types"), "1 type x 0 versions in fixture_types");

    let outcome = package.cargo(&["test", "--test", "used"]).expect_success();
    assert_eq!(
        last_line(&outcome.stderr, " in used"),
        "1 type x 0 versions in used; 1 type of other crates not checked"
    );

    package.write("tests/both.rs", "use fixture_types as _;\navro_runtime::evolution_tests!(fixture_unnamed);\n");
    let text = package.cargo(&["test", "--test", "both"]).expect_failure().stdout;
    assert!(text.contains("the crate `fixture_unnamed` has no type with `#[derive(AvroSchema)]`"), "{text}");
    assert!(text.contains("crates with such types in this test: fixture_types"), "{text}");
}

#[test]
fn two_bodies_under_one_name_that_only_the_linker_sees() {
    let package = Fixture::new("twins");
    package.cargo(&["test", "--test", "alone"]).expect_success();

    let text = package.cargo(&["test", "--test", "both"]).expect_failure().stdout;
    assert!(text.contains("different types are named `com.acme.shop.Click`"), "{text}");
    assert!(text.contains("`fixture_twin_types::Click` of fixture-twin-types 0.2.0, types/src/lib.rs:5"), "{text}");
    assert!(text.contains("`fixture_twins::Click` of fixture-twins 0.1.0, src/lib.rs:5"), "{text}");
    assert!(!text.contains("com.acme.shop.Same"), "{text}");

    // what only others have is theirs to check
    package.write("tests/others.rs", "use {fixture_twin_types as _, fixture_twins as _};\navro_runtime::evolution_tests!(crate);\n#[derive(avro_runtime::AvroSchema)]\npub struct Own;\n");
    package.cargo(&["test", "--test", "others"]).expect_success();

    package.edit("types/src/lib.rs", "pub email: String,", "pub email: String,\n    pub number: i64,");
    package.cargo(&["test", "--test", "both"]).expect_success();
}

#[test]
fn an_empty_census_fails() {
    let package = Fixture::new("empty");
    let text = package.cargo(&["test"]).expect_failure().stdout;
    assert!(text.contains("no type with `#[derive(AvroSchema)]` is linked into this test"), "{text}");

    package.write("tests/schemas.rs", "avro_runtime::evolution_tests!();\n");
    let text = package.cargo(&["test"]).expect_failure().stderr;
    assert!(text.contains("name the crates to check: `evolution_tests!(my_service, acme_common);`"), "{text}");
}

#[test]
fn a_history_that_no_type_claims_fails() {
    let package = Fixture::released("orphan");
    package.edit("src/lib.rs", "pub struct OrderPlaced", "pub struct OrderAccepted");
    let text = package.cargo(&["test"]).expect_failure().stdout;
    assert!(
        text.contains("schemas/history/com.acme.library.OrderPlaced: no type has that full name or alias"),
        "{text}"
    );
    assert!(text.contains("[history-orphaned]"), "{text}");

    // the alias leads to the old history, so the compiler compares again: a renamed root is no compatible change
    package.edit("src/lib.rs", "#[avro(evolution)]", "#[avro(evolution, alias = \"OrderPlaced\")]");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("[name-changed]"), "{text}");
}

#[test]
fn a_second_history_does_not_hide_the_first() {
    let package = Fixture::released("second-history");
    package.edit("src/lib.rs", "pub struct OrderPlaced", "pub struct OrderAccepted");
    // records the new name beside the old one, which is reported as orphaned
    package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_failure();
    package.edit("src/lib.rs", "#[avro(evolution)]", "#[avro(evolution, alias = \"OrderPlaced\")]");
    let text = package.cargo(&["test"]).expect_failure().stdout;
    assert!(
        text.contains(
            "schemas/history/com.acme.library.OrderPlaced: the type that has this name as an alias is compared with \
             schemas/history/com.acme.library.OrderAccepted only"
        ),
        "{text}"
    );

    package.remove("schemas/history/com.acme.library.OrderAccepted");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("[name-changed]"), "{text}");
}

#[test]
fn a_history_alone_makes_a_root() {
    let package = Fixture::released("folder-only");
    package.edit("src/lib.rs", "#[avro(evolution)]\n", "");
    package.edit("src/lib.rs", "pub id: i64,", "pub number: i64,");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("[field-renamed]"), "{text}");
}

#[test]
fn a_broken_history_stops_the_build() {
    let package = Fixture::released("tampered");
    let folder = "schemas/history/com.acme.library.OrderPlaced";
    package.cargo(&["check"]).expect_success();

    let original = package.read(&format!("{folder}/v1.avsc"));
    package.write(&format!("{folder}/v1.avsc"), &original.replace("\"long\"", "\"int\""));
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains(&format!("{folder}/v1.avsc was edited after it was recorded  [history-tampered]")), "{text}");
    assert!(text.contains("pub struct OrderPlaced"), "{text}");
    package.write(&format!("{folder}/v1.avsc"), &original.replace('\n', "\r\n"));
    package.cargo(&["check"]).expect_success();

    let list = package.read(&format!("{folder}/history.json"));
    package.write(&format!("{folder}/history.json"), "{");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains(&format!("{folder}/history.json:1:")), "{text}");
    package.write(&format!("{folder}/history.json"), &list);
    package.cargo(&["check"]).expect_success();
}

#[test]
fn a_version_that_a_pull_brings_is_compared() {
    // what a colleague recorded and released: `id` is a double there
    let theirs = Fixture::released("pull-theirs");
    theirs.edit("src/lib.rs", "pub id: i64,", "pub id: i64,\n    pub total: Option<f64>,");
    theirs.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    theirs.release(&["OrderPlaced"]).expect_success();

    let ours = Fixture::released("pull-ours");
    ours.edit("src/lib.rs", "pub id: i64,", "pub id: i64,\n    pub total: Option<String>,");
    ours.cargo(&["check"]).expect_success();
    let folder = "schemas/history/com.acme.library.OrderPlaced";
    for file in ["v2.avsc", "history.json"] {
        ours.write(&format!("{folder}/{file}"), &theirs.read(&format!("{folder}/{file}")));
    }
    let text = ours.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("pub total: Option<String>"), "{text}");
    assert!(text.contains(&format!("{folder}/v2.avsc")), "{text}");
}

/// The test binary reads the history when it runs, whatever the compiler saw.
#[test]
fn every_check_of_a_history_at_run_time() {
    let package = Fixture::released("history-checks");
    let folder = "schemas/history/com.acme.library.OrderPlaced";
    let (list, v1) = (format!("{folder}/history.json"), format!("{folder}/v1.avsc"));
    let unused = r#"[{"rule": "type-changed", "type": "com.acme.library.OrderPlaced", "path": "id", "before": "long", "after": "string", "reason": "no data yet"}]"#;
    package.edit(&list, "\"accepted\": []", &format!("\"accepted\": {unused}"));
    let outcome = package.cargo(&["test"]).expect_success();
    assert!(outcome.stderr.contains("warning: the acceptance of `type-changed`"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("[acceptance-unused]"), "{}", outcome.stderr);

    let built = package.cargo(&["test", "--no-run"]).expect_success().stderr;
    let program = built.lines().find(|line| line.contains("tests/schemas.rs") || line.contains("tests\\schemas.rs"));
    let program = program.and_then(|line| line.split_once('(')?.1.strip_suffix(')')).expect("the test binary");
    let program = package.folder().join(program);
    let said = |part: &str| {
        let outcome = package.run(&program, &[], &[]).expect_failure();
        assert!(outcome.stdout.contains(part), "no {part} in\n{}", outcome.stdout);
    };
    let (sound, schema) = (package.read(&list), package.read(&v1));
    package.edit(&list, "\"no data yet\"", "\"no data yet\", \"until\": \"2001-01-01\"");
    said("[acceptance-expired]");
    package.write(&list, &sound);

    package.write(&v1, &schema.replace("\"long\"", "\"int\""));
    said("v1.avsc was edited after it was recorded  [history-tampered]");
    package.write(&v1, &schema);

    let other = schema.replace("\"long\"", "\"double\"");
    let entry = |version: u32| {
        let hash = avro_model::history::sha256(&other);
        format!(
            r#"{{"version": {version}, "file": "v{version}.avsc", "sha256": "{hash}", "released": false}}, {{"version": 1,"#
        )
    };
    // `versions` is in order of the numbers: the first one stays the first
    let with = |version: u32| {
        let mut manifest =
            avro_model::history::Manifest::parse(&sound.replacen("{\"version\": 1,", &entry(version), 1))
                .expect("a list");
        manifest.versions.reverse();
        package.write(&format!("{folder}/v{version}.avsc"), &other);
        package.write(&list, &manifest.print());
    };
    with(2);
    said("[unrecorded-change]");
    std::fs::remove_file(package.folder().join(format!("{folder}/v2.avsc"))).unwrap();
    with(3);
    said("goes from version 1 to version 3  [version-gap]");
    std::fs::remove_file(package.folder().join(format!("{folder}/v3.avsc"))).unwrap();
    package.write(&list, &sound);

    package.write("schemas/history/com.acme.library.Gone/v1.avsc", &schema.replace("OrderPlaced", "Gone"));
    said("[history-orphaned]");
}

#[test]
fn an_accepted_break_passes() {
    let package = Fixture::released("accepted");
    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("[type-changed]"), "{text}");
    let list = "schemas/history/com.acme.library.OrderPlaced/history.json";
    let entry = r#"[{"rule": "type-changed", "type": "com.acme.library.OrderPlaced", "path": "id", "before": "long", "after": "string", "reason": "no data yet"}]"#;
    package.edit(list, "\"accepted\": []", &format!("\"accepted\": {entry}"));
    package.cargo(&["check"]).expect_success();
}

#[test]
fn a_package_that_cargo_unpacked_has_no_gate() {
    let package = Fixture::released("unpacked");
    package.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    package.write(".cargo-ok", "");
    package.cargo(&["check"]).expect_success();
}

#[test]
fn releasing_has_good_errors() {
    let package = Fixture::new("library-errors");
    let outcome = package.release(&[]).expect_failure();
    assert_eq!(outcome.code, Some(101));
    assert!(
        outcome.stderr.contains("nothing is recorded in `fixture-library-errors`: `AVRO_BLESS=1 cargo test`"),
        "{}",
        outcome.stderr
    );
    let package = Fixture::released("release-errors");
    let outcome = package.release(&["Nope"]).expect_failure();
    assert!(
        outcome.stderr.contains("no version of `Nope` is recorded: recorded are com.acme.library.OrderPlaced"),
        "{}",
        outcome.stderr
    );
    let outcome = package.release(&["--package", "nope"]).expect_failure();
    assert!(
        outcome.stderr.contains("no package `nope` in this workspace: it has fixture-release-errors"),
        "{}",
        outcome.stderr
    );
    let outcome = package.release(&["com.acme.library.OrderPlaced"]).expect_success();
    assert!(outcome.stdout.contains("every recorded version is released already"), "{}", outcome.stdout);
}

#[test]
fn instances_of_generic_types_have_gates() {
    let package = Fixture::new("library-instances");
    let page = "\n#[derive(Debug, Clone, PartialEq, AvroSchema)]\npub struct Page<T> {\n    pub items: Vec<T>,\n}\n\n\
                avro_runtime::gate!(Page<Line>, \"schemas/history/com.acme.library.Page_Line\", FullTransitive);\n";
    package.write("src/lib.rs", &format!("{}{page}", package.read("src/lib.rs")));
    let outcome = package.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    assert!(outcome.stderr.contains("no released version of `Page<Line>` yet"), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("recorded schemas/history/com.acme.library.Page_Line/v1.avsc"),
        "{}",
        outcome.stderr
    );
    package.release(&["Page_Line"]).expect_success();

    // what breaks it is in another type; the gate's own name is underlined
    package.edit("src/lib.rs", "pub qty: u16,", "pub quantity: u16,");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("items[].quantity"), "{text}");
    assert!(text.contains("avro_runtime::gate!(Page<Line>"), "{text}");

    // one comparison, wherever the folder is; `./` is seen from the source file
    package.edit(
        "src/lib.rs",
        "avro_runtime::gate!(Page<Line>, \"",
        "avro_runtime::assert_compatible!(Page<Line>, \"./../",
    );
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("avro_runtime::assert_compatible!(Page<Line>"), "{text}");
    package.edit("src/lib.rs", "pub quantity: u16,", "pub qty: u16,");
    package.cargo(&["check"]).expect_success();

    package.edit("src/lib.rs", "Page_Line\", FullTransitive", "Page_Line\", Sideways");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("`Sideways` is no level: one of `None`, `Backward`"), "{text}");
    package.edit("src/lib.rs", "Page_Line\", Sideways", "Page_None\", Full");
    let text = package.cargo(&["check"]).expect_failure().stderr;
    assert!(text.contains("`schemas/history/com.acme.library.Page_None` holds no recorded version"), "{text}");
}

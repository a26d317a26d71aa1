//! A user's crate, outside of the workspace: what its build says and does.

use avro_build::Config;
use avro_tests::{Outcome, Scratch, dependency};

/// A crate with that build script's chain of settings and that `src/lib.rs`.
fn package(name: &str, settings: &str, lib: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let (runtime, build) = (dependency("avro-runtime"), dependency("avro-build"));
    scratch.file(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\navro-runtime = {runtime}\n\n[build-dependencies]\navro-build = {build}\n"
        ),
    );
    scratch.file("build.rs", &format!("fn main() {{\n    avro_build::Config::new(){settings}.compile();\n}}\n"));
    scratch.file("src/lib.rs", lib);
    scratch
}

const ORDER: &str = r#"{
  "type": "record", "name": "OrderPlaced", "namespace": "com.acme.orders",
  "fields": [
    {"name": "id", "type": "long"},
    {"name": "total", "type": "com.acme.common.Money"}
  ]
}"#;

const MONEY: &str = r#"{
  "type": "record", "name": "com.acme.common.Money",
  "fields": [{"name": "cents", "type": "long"}, {"name": "currency", "type": "string", "default": "EUR"}]
}"#;

const PRICE: &str =
    "{\"type\": \"record\", \"name\": \"a.Price\", \"fields\": [\n  {\"name\": \"price\", \"type\": \"double\"}\n]}";

const LIB: &str = r#"#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]
//! Orders.

mod schemas {
    avro_runtime::include_avro!();
}

pub use schemas::com::acme::{common::Money, orders::OrderPlaced};

/// An order of nothing.
#[must_use]
pub fn empty() -> OrderPlaced {
    OrderPlaced { id: 1, total: Money { cents: 0, currency: "EUR".to_owned() } }
}

#[test]
fn round_trip() {
    use avro_runtime::prelude::*;
    let bytes = empty().to_avro().unwrap();
    assert_eq!(OrderPlaced::from_avro(&bytes).unwrap(), empty());
}
"#;

/// `text` holds `parts`, one behind the other.
#[track_caller]
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let Some(at) = rest.find(part) else { panic!("`{part}` is not there, or not in this order:\n{text}") };
        rest = &rest[at + part.len()..];
    }
}

fn check(scratch: &Scratch) -> Outcome {
    scratch.cargo(&["check", "--offline"])
}

#[test]
fn schemas_become_types_and_every_mistake_is_told_at_once() {
    let scratch = package("generated_user", ".schemas([\"schemas\"])", LIB);
    scratch.file("schemas/a_order.avsc", ORDER).file("schemas/common/money.avsc", MONEY);
    scratch.file("schemas/history/notes/old.avsc", "not even JSON");
    scratch.file("schemas/.hidden.avsc", "neither");
    scratch.cargo(&["test", "--offline"]).expect_success();
    scratch.cargo(&["clippy", "--offline"]).expect_success();

    check(&scratch).expect_success();
    // Nothing changed: the file is not written again and nothing is compiled.
    let again = check(&scratch).expect_success();
    assert!(!again.stderr.contains("Checking"), "{}", again.stderr);

    scratch.file(
        "schemas/broken.avsc",
        "{\"type\": \"record\", \"name\": \"a.Broken\", \"fields\": [\n  {\"name\": \"m\", \"type\": \"com.acme.common.Mony\"}\n]}",
    );
    scratch.file("schemas/shape.avsc", "{\"type\": \"array\"}");
    let wrong = check(&scratch).expect_failure();
    assert_in_order(
        &wrong.stderr,
        &[
            "--> schemas/broken.avsc:2:25\n",
            "{\"name\": \"m\", \"type\": \"com.acme.common.Mony\"}\n",
            "^^^^^^^^^^^^^^^^^^^^^^\n",
            "= help: did you mean `com.acme.common.Money`?",
            "--> schemas/shape.avsc:1:1\n",
            "2 previous errors",
        ],
    );

    // what the package made an error of, beside the types
    for file in ["broken", "shape"] {
        std::fs::remove_file(scratch.folder().join(format!("schemas/{file}.avsc"))).unwrap();
    }
    scratch.file("schemas/price.avsc", PRICE);
    let odd = check(&scratch).expect_success();
    assert_in_order(&odd.stderr, &["warning", "schemas/price.avsc:2:29: Price.price: an amount of money is a double"]);
    let manifest = scratch.folder().join("Cargo.toml");
    let denied =
        std::fs::read_to_string(&manifest).unwrap() + "\n[package.metadata.avro]\ndeny = [\"float-for-money\"]\n";
    std::fs::write(&manifest, denied).unwrap();
    let wrong = check(&scratch).expect_failure();
    assert_in_order(
        &wrong.stderr,
        &[
            "error: an amount of money is a double",
            "[float-for-money]\n",
            "--> schemas/price.avsc:2:29\n",
            "previous error",
        ],
    );
}

#[test]
fn settings_that_match_nothing_are_told() {
    let settings = ".schemas([\"schemas\", \"missing.avsc\", \"more/*.avsc\"])\
                    .type_attribute(\"com.acme.Order\", \"#[derive(Eq)]\")\
                    .extern_path(\"com.other\", \"::other\")";
    let scratch = package("generated_settings", settings, "avro_runtime::include_avro!();\n");
    scratch.file("schemas/money.avsc", MONEY);
    let wrong = check(&scratch).expect_failure();
    for text in [
        "the schema file or folder `missing.avsc` does not exist",
        "no file matches `more/*.avsc`",
        "type_attribute(\"com.acme.Order\", ..) matches nothing",
        "extern_path(\"com.other\", ..) matches no type of the schemas",
    ] {
        assert!(wrong.stderr.contains(text), "{text}\n{}", wrong.stderr);
    }
}

#[test]
fn documentation_is_never_run_and_never_markup() {
    let hostile = include_str!("golden/docs.avsc");
    let generated = Config::new().source("docs.avsc", hostile).generate();
    assert!(generated.errors.is_empty(), "{:?}", generated.errors);
    let scratch = Scratch::library("generated_docs", "2024", &generated.text);
    let tested = scratch.cargo(&["test", "--offline", "--doc"]).expect_success();
    assert!(tested.stdout.contains("running 0 tests"), "{}", tested.stdout);
    scratch.cargo_with(&["doc", "--offline", "--no-deps"], &[("RUSTDOCFLAGS", "-D warnings")]).expect_success();
}

#[test]
fn a_break_of_the_history_stops_the_build() {
    let settings = ".schemas([\"schemas\"]).history(\"schemas/history\", avro_build::Level::FullTransitive)";
    let scratch = package("generated_gate", settings, "avro_runtime::include_avro!();\n");
    scratch.file("schemas/order.avsc", ORDER).file("schemas/money.avsc", MONEY);
    let new = check(&scratch).expect_success();
    assert!(new.stderr.contains("`com.acme.orders.OrderPlaced` is new"), "{}", new.stderr);
    assert!(!new.stderr.contains("Money` is new"), "what a root uses is no root\n{}", new.stderr);

    let whole = ORDER.replace("\"com.acme.common.Money\"", MONEY);
    let folder = scratch.folder().join("schemas/history/com.acme.orders.OrderPlaced");
    let mut history = avro_build::schema::history::Folder::read(&folder).expect("an empty history");
    let version = avro_build::schema::Document::parse(&whole).expect("a schema");
    history.record(&avro_build::schema::print::json(version.view())).expect("a first version");
    history.release().expect("it is released");
    check(&scratch).expect_success();

    scratch.file(
        "schemas/money.avsc",
        &MONEY.replace("\"default\": \"EUR\"", "\"doc\": \"ISO\"").replace("cents", "amount"),
    );
    let broken = check(&scratch).expect_failure();
    assert_in_order(
        &broken.stderr,
        &[
            "error: `com.acme.orders.OrderPlaced` breaks FULL_TRANSITIVE (1 finding)",
            "[field-renamed] schemas/money.avsc:3:",
            "at: com.acme.orders.OrderPlaced.total.amount",
            "help: on purpose? `cargo avro accept com.acme.orders.OrderPlaced",
        ],
    );
    scratch.cargo_with(&["check", "--offline"], &[("AVRO_GATE", "collect")]).expect_success();
    check(&scratch).expect_failure();
}

/// What the build script of the package told cargo to watch, from its last run.
fn watched(scratch: &Scratch) -> Vec<String> {
    let said = scratch.cargo(&["check", "--offline", "--message-format=json"]).stdout;
    let ran =
        said.lines().find(|line| line.contains("\"build-script-executed\"") && line.contains("generated_watched"));
    let (_, out) = ran.and_then(|line| line.split_once("\"out_dir\":\"")).expect("the script ran");
    let out = std::path::PathBuf::from(out.split('"').next().unwrap().replace("\\\\", "\\"));
    let text = std::fs::read_to_string(out.with_file_name("output")).expect("what it printed");
    let mut paths: Vec<String> = (text.lines())
        .filter_map(|line| line.strip_prefix("cargo::rerun-if-changed="))
        .map(|path| path.replace('\\', "/"))
        .collect();
    assert!(text.contains("cargo::rerun-if-env-changed=AVRO_GATE\n"), "{text}");
    paths.sort();
    paths.dedup();
    paths
}

#[test]
fn cargo_hears_of_everything_that_was_looked_at() {
    let settings = ".schemas([\"schemas\", \"more/*.avsc\"]).imports([\"lib\"])\
                    .history(\"schemas/history\", avro_build::Level::FullTransitive)";
    let scratch = package("generated_watched", settings, "avro_runtime::include_avro!();\n");
    scratch.file(
        "schemas/order.avdl",
        "namespace com.acme;\nschema Order;\nimport idl \"cents.avdl\";\nrecord Order { Cents total; }\n",
    );
    scratch.file("lib/cents.avdl", "namespace com.acme;\nrecord Cents { long amount; }\n");
    scratch.file("more/shipped.avsc", r#"{"type": "record", "name": "com.acme.Shipped", "fields": []}"#);
    scratch.file("schemas/deep/er/id.avsc", r#"{"type": "fixed", "name": "com.acme.Id", "size": 4}"#);
    let fixed = [
        "Cargo.toml",
        "build.rs",
        "lib/cents.avdl",
        "more/shipped.avsc",
        "schemas/deep/er/id.avsc",
        "schemas/order.avdl",
    ];
    let paths = watched(&scratch);
    for path in fixed {
        assert!(paths.iter().any(|known| known == path || known.ends_with(&format!("/{path}"))), "{path}: {paths:?}");
    }
    // folders, so that a new file is seen
    for path in ["schemas", "more", "schemas/history"] {
        assert!(paths.iter().any(|known| known == path), "{path}: {paths:?}");
    }

    // and it does run again: for a new file, for a file that was imported, for a history that appears
    scratch.file("more/id.avsc", "{}");
    assert_in_order(&check(&scratch).expect_failure().stderr, &["--> more/id.avsc:1:1"]);
    std::fs::remove_file(scratch.folder().join("more/id.avsc")).unwrap();
    check(&scratch).expect_success();
    scratch.file("lib/cents.avdl", "namespace com.acme;\nrecord Cents { lnog amount; }\n");
    assert_in_order(&check(&scratch).expect_failure().stderr, &["--> lib/cents.avdl:2:16"]);
    scratch.file("lib/cents.avdl", "namespace com.acme;\nrecord Cents { int amount; }\n");
    check(&scratch).expect_success();
    let history = scratch.folder().join("schemas/history/com.acme.Shipped");
    let recorded = r#"{"type": "record", "name": "com.acme.Shipped", "fields": [{"name": "at", "type": "long"}]}"#;
    let mut folder = avro_build::schema::history::Folder::read(&history).expect("no history yet");
    folder.record(recorded).expect("a first version");
    folder.release().expect("it is released");
    assert_in_order(&check(&scratch).expect_failure().stderr, &["`com.acme.Shipped` breaks FULL_TRANSITIVE"]);
    assert!(watched(&scratch).contains(&"schemas/history/com.acme.Shipped".to_owned()));
}

//! Schema files, with a crate made from them and without.

use avro_tests::{Scratch, dependency};

use crate::support::{Avro, in_order};

const ORDER: &str = r#"{
  "type": "record", "name": "OrderPlaced", "namespace": "com.acme.orders",
  "fields": [
    {"name": "id", "type": "long"},
    {"name": "total", "type": "com.acme.common.Money"}
  ]
}
"#;

const MONEY: &str = r#"{
  "type": "record", "name": "com.acme.common.Money",
  "fields": [{"name": "cents", "type": "long"}]
}
"#;

#[test]
fn a_package_made_from_schema_files() {
    let name = "loop_schema_first";
    let package = Scratch::new(name);
    let (runtime, build) = (dependency("avro-runtime"), dependency("avro-build"));
    package.file(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             avro-runtime = {runtime}\n\n[build-dependencies]\navro-build = {build}\n"
        ),
    );
    package.file(
        "build.rs",
        "fn main() {\n    avro_build::Config::new()\n        .schemas([\"schemas\"])\n        \
         .history(\"schemas/history\", avro_build::Level::FullTransitive)\n        .compile();\n}\n",
    );
    package.file("src/lib.rs", "avro_runtime::include_avro!();\n");
    package.file("tests/schemas.rs", &format!("avro_runtime::evolution_tests!({name});\n"));
    package.file("schemas/order.avsc", ORDER).file("schemas/money.avsc", MONEY);
    let history = "schemas/history/com.acme.orders.OrderPlaced";

    let said = package.avro(0, &["check"]).stdout;
    in_order(&said, &["note: `com.acme.orders.OrderPlaced` is new", "checked 1 type x 0 versions"]);
    let said = package.avro(0, &["accept"]).stdout;
    assert_eq!(said, format!("recorded {history}/v1.avsc\n"), "types made from files are not exported");
    package.avro(0, &["release"]);
    package.cargo(&["test"]).expect_success();

    package.file("schemas/money.avsc", &MONEY.replace("long", "string"));
    let refused = |rule: &str| {
        let said = package.cargo(&["check"]).expect_failure().stderr;
        assert!(said.contains(&format!("[{rule}]")) && said.contains("schemas/money.avsc:3:"), "{said}");
    };
    refused("type-changed");
    let said = package.avro(100, &["check"]).stdout;
    in_order(
        &said,
        &[
            "error: `com.acme.orders.OrderPlaced`",
            "[type-changed]",
            "at: com.acme.orders.OrderPlaced.total.cents",
            "`cents: String` is `string`, was `long`",
            "help: on purpose? `cargo avro accept com.acme.orders.OrderPlaced --reason \"..\"`",
            "1 incompatible",
        ],
    );
    refused("type-changed");
    package.avro(101, &["accept", "OrderPlaced"]);
    let said = package.avro(0, &["accept", "OrderPlaced", "--reason", "texts"]).stdout;
    in_order(&said, &["accepted type-changed of `com.acme.orders.OrderPlaced` at `total.cents`: texts", "v2.avsc"]);
    package.cargo(&["check"]).expect_success();
    package.avro(0, &["check"]);
    package.cargo(&["test"]).expect_success();
    package.file("schemas/money.avsc", &MONEY.replace("long", "boolean"));
    refused("type-changed");
}

#[test]
fn files_without_a_crate() {
    let files = Scratch::new("loop-files");
    files.file("schemas/order.avsc", ORDER).file("schemas/common/money.avsc", MONEY);
    let said = files.avro(0, &["check", "schemas"]).stdout;
    in_order(
        &said,
        &["`com.acme.orders.OrderPlaced` is new", "--> schemas/order.avsc", "checked 1 type x 0 versions: 0 ok, 1 new"],
    );
    files.avro(100, &["check", "schemas", "--new-subject", "deny"]);
    let said = files.avro(101, &["release", "schemas"]).stderr;
    assert!(said.contains("nothing is recorded of schemas: `cargo avro accept` records schema files"), "{said}");

    let said = files.avro(0, &["accept", "schemas"]).stdout;
    assert_eq!(said, "recorded schemas/history/com.acme.orders.OrderPlaced/v1.avsc\n");
    let said = files.avro(0, &["release", "schemas"]).stdout;
    assert_eq!(said, "released com.acme.orders.OrderPlaced version 1\n");
    let whole = files.avro(0, &["dump", "schemas/order.avsc", "schemas/common/money.avsc"]).stdout;
    assert_eq!(
        whole,
        std::fs::read_to_string(files.folder().join("schemas/history/com.acme.orders.OrderPlaced/v1.avsc")).unwrap()
    );

    files.file("schemas/common/money.avsc", &MONEY.replace("\"cents\"", "\"amount\""));
    let said = files.avro(100, &["check", "schemas"]).stdout;
    in_order(
        &said,
        &[
            "error: `com.acme.orders.OrderPlaced`",
            "[field-renamed]",
            "at: com.acme.orders.OrderPlaced.total.amount",
            "help: ",
        ],
    );
    let said = files.avro(101, &["accept", "schemas"]).stderr;
    in_order(
        &said,
        &[" --> schemas/common/money.avsc:3:23\n", "\"name\": \"cents\"", "a break is accepted with its reason"],
    );
    assert!(!said.contains("#[avro("), "{said}");
    files.avro(0, &["accept", "schemas", "--reason", "a better word"]);
    files.avro(0, &["check", "schemas"]);

    // what was released there, seen from a copy
    let there = files.folder().join("schemas").display().to_string();
    let other = Scratch::new("loop-files-other");
    other.file("order.avsc", &ORDER.replace("\"com.acme.common.Money\"", &MONEY.replace("long", "int")));
    let said = other.avro(100, &["check", "order.avsc", "--against", &there]).stdout;
    in_order(
        &said,
        &["[type-narrowed]\n --> order.avsc:", "^^^^^ `cents: int` is `int`, was `long`", "1 type x 1 version of "],
    );
    other.avro(0, &["check", "order.avsc", "--against", &there, "--level", "forward"]);

    // a file that is no schema is told with its place, beside what the others say
    files.file(
        "schemas/wrong.avsc",
        "{\"type\": \"record\", \"name\": \"a.Wrong\", \"fields\": [{\"name\": \"x\", \"type\": \"lnog\"}]}",
    );
    let said = files.avro(101, &["check", "schemas"]).stdout;
    in_order(&said, &["error: ", "schemas/wrong.avsc:1:", "checked 1 type x 1 version: 1 ok"]);
    files.avro(101, &["accept", "schemas"]);
    let said = files.avro(101, &["check", "no-such-folder/order.avsc"]).stderr;
    assert!(said.starts_with("error: "), "{said}");
}

#[test]
fn idl_and_protocols_are_schema_files_too() {
    const IDL: &str = "namespace com.acme;\nschema Order;\nimport idl \"common/money.avdl\";\n\nrecord Order {\n  long id;\n  com.acme.common.Money total;\n}\n";
    let files = Scratch::new("loop-files-idl");
    files.file("schemas/order.avdl", IDL);
    files.file(
        "schemas/common/money.avdl",
        "@namespace(\"com.acme.common\")\nprotocol Common {\n  record Money { long cents; }\n}\n",
    );
    files.file(
        "schemas/ping.avpr",
        r#"{"protocol": "Ping", "namespace": "com.acme", "types": [
  {"type": "record", "name": "Node", "fields": [{"name": "next", "type": ["null", "Node"]}]},
  {"type": "record", "name": "Tree", "fields": [{"name": "first", "type": "Node"}]}
], "messages": {}}"#,
    );
    let said = files.avro(0, &["check", "schemas"]).stdout;
    in_order(
        &said,
        &[
            "`com.acme.Order` is new",
            "--> schemas/order.avdl:5",
            "`com.acme.Tree` is new",
            "--> schemas/ping.avpr:3",
            "2 types x 0 versions: 0 ok, 2 new",
        ],
    );
    let said = files.avro(0, &["accept", "schemas"]).stdout;
    in_order(
        &said,
        &["recorded schemas/history/com.acme.Order/v1.avsc", "recorded schemas/history/com.acme.Tree/v1.avsc"],
    );
    files.avro(0, &["release", "schemas"]);
    // the imported file changes
    let there = files.folder().join("schemas").display().to_string();
    let other = Scratch::new("loop-files-idl-other");
    other.file("order.avdl", IDL).file("common/money.avdl", "namespace com.acme.common; record Money { int cents; }");
    let said = other.avro(100, &["check", "order.avdl", "--against", &there]).stdout;
    in_order(
        &said,
        &["[type-narrowed]\n --> common/money.avdl:1:43\n", "at: com.acme.Order.total.cents", "1 type x 1 version of "],
    );
    // what is no version yet is read from the files there, imports included
    let new = Scratch::new("loop-files-idl-new");
    new.file("all/order.avdl", IDL)
        .file("all/common/money.avdl", "namespace com.acme.common; record Money { int cents; }");
    let said =
        files.avro(100, &["check", "schemas/order.avdl", "--against", &new.folder().display().to_string()]).stdout;
    in_order(&said, &["[type-widened]", "at: com.acme.Order.total.cents"]);
    // mistakes have their place in the IDL
    files.file("schemas/common/money.avdl", "namespace com.acme.common;\nrecord Money {\n  lnog cents;\n}\n");
    let said = files.avro(101, &["check", "schemas/order.avdl"]).stdout;
    assert!(said.contains(" --> schemas/common/money.avdl:3:3\n"), "{said}");
}

#[test]
fn what_is_odd_is_a_warning_with_its_place() {
    let files = Scratch::new("loop-files-odd");
    files.file(
        "odd.avsc",
        "{\"type\": \"record\", \"name\": \"a.Odd\", \"fields\": [\n  {\"name\": \"id\", \"type\": {\"type\": \"int\", \
         \"logicalType\": \"timestamp-millis\"}}\n]}",
    );
    let said = files.avro(0, &["check", "odd.avsc"]).stdout;
    in_order(
        &said,
        &[
            "warning: the logical type `timestamp-millis` is ignored",
            " --> odd.avsc:2:57\n",
            "^^^^",
            "checked 1 type x 0 versions",
        ],
    );
    let said = files.avro(0, &["check", "odd.avsc", "--format", "json"]).stdout;
    in_order(
        &said,
        &["\"rule\": \"logical-type-invalid\"", "\"severity\": \"warning\"", "\"file\": \"odd.avsc\"", "\"line\": 2"],
    );
}

#[test]
fn every_check_of_a_history() {
    let name = "com.acme.common.Money";
    let history = format!("schemas/history/{name}");
    let files = Scratch::new("loop-files-history");
    let (list, v2) = (format!("{history}/history.json"), format!("{history}/v2.avsc"));
    let read = |file: &str| std::fs::read_to_string(files.folder().join(file)).unwrap();
    files.file("schemas/money.avsc", MONEY);
    files.avro(0, &["accept", "schemas"]);
    files.avro(0, &["release", "schemas"]);
    let with_unit =
        MONEY.replace("\"long\"}]", "\"long\"}, {\"name\": \"unit\", \"type\": \"string\", \"default\": \"\"}]");
    files.file("schemas/money.avsc", &with_unit);
    let said = files.avro(100, &["check", "schemas"]).stdout;
    in_order(&said, &["[unrecorded-change]", "help: record it with `cargo avro accept`"]);
    files.avro(0, &["accept", "schemas"]);
    files.avro(0, &["check", "schemas"]);

    let (sound, text) = (read(&list), read(&v2));
    let wrong = |code: i32, rule: &str, parts: &[&str]| {
        in_order(&files.avro(code, &["check", "schemas"]).stdout, parts);
        let said = files.avro(code, &["check", "schemas", "--format", "json"]).stdout;
        assert!(said.contains(&format!("\"rule\": \"{rule}\"")), "{said}");
    };
    // a recording that was interrupted between its two files
    files.file(&v2, &text.replace("unit", "unity"));
    wrong(
        101,
        "history-tampered",
        &["v2.avsc is not what was recorded", "help: `cargo avro accept` records the type again"],
    );
    let said = files.avro(0, &["accept", "schemas"]).stdout;
    in_order(&said, &[&format!("completed {v2}"), &format!("recorded {v2}")]);
    assert_eq!((read(&list), read(&v2)), (sound.clone(), text.clone()));
    files.avro(0, &["check", "schemas"]);

    let v1 = read(&format!("{history}/v1.avsc"));
    files.file(&format!("{history}/v1.avsc"), &v1.replace("long", "int"));
    wrong(101, "history-tampered", &["v1.avsc was edited after it was recorded  [history-tampered]"]);
    files.file(&format!("{history}/v1.avsc"), &v1);

    files.file(&format!("{history}/v4.avsc"), &text);
    files.file(&list, &sound.replace("\"version\": 2, \"file\": \"v2.", "\"version\": 4, \"file\": \"v4."));
    std::fs::remove_file(files.folder().join(&v2)).unwrap();
    wrong(101, "version-gap", &["goes from version 1 to version 4  [version-gap]"]);
    std::fs::remove_file(files.folder().join(format!("{history}/v4.avsc"))).unwrap();
    files.file(&v2, &text);

    let accepted = |until: &str| {
        format!(
            "\"accepted\": [{{\"rule\": \"type-changed\", \"type\": \"{name}\", \"path\": \"cents\", \"before\": \"long\", \
             \"after\": \"string\", \"reason\": \"no reader\"{until}}}]"
        )
    };
    files.file(&list, &sound.replace("\"accepted\": []", &accepted("")));
    wrong(
        0,
        "acceptance-unused",
        &["warning: the acceptance of `type-changed`", "[acceptance-unused]", "help: remove it"],
    );
    files.file(&list, &sound.replace("\"accepted\": []", &accepted(", \"until\": \"2001-01-01\"")));
    wrong(100, "acceptance-expired", &["expired on 2001-01-01", "[acceptance-expired]", "help: mend the break"]);
    files.avro(0, &["accept", "schemas"]);
    assert_eq!(read(&list), sound);
    files.avro(0, &["check", "schemas"]);
}

#[test]
fn manifests_say_how_much_a_rule_counts() {
    let files = Scratch::new("loop-files-severities");
    let schema = |default: u8| {
        format!(
            "{{\"type\": \"record\", \"name\": \"a.Job\", \"fields\": [\n  {{\"name\": \"tries\", \"type\": \"int\", \
             \"default\": {default}}},\n  {{\"name\": \"price\", \"type\": \"double\"}}\n]}}"
        )
    };
    let manifests = |of_workspace: &str, of_package: &str| {
        files.file("Cargo.toml", &format!("[workspace]\nmembers = []\n\n[workspace.metadata.avro]\n{of_workspace}\n\n[package]\nname = \"p\"\n\n[package.metadata.avro]\n{of_package}\n"));
    };
    manifests("", "");
    files.file("schemas/job.avsc", &schema(1));
    files.avro(0, &["accept", "schemas"]);
    files.avro(0, &["release", "schemas"]);
    files.file("schemas/job.avsc", &schema(2));
    let check = |code: i32, parts: &[&str]| in_order(&files.avro(code, &["check", "schemas"]).stdout, parts);
    let (changed, money) =
        ("`tries: int` has the default `2`, had `1`", "[float-for-money]\n --> schemas/job.avsc:3:29\n");
    // the rules' own severities; that nobody recorded the change is the error
    check(
        100,
        &[
            "warning: `a.Job` and version 1 may misread",
            "[default-value-changed]\n --> schemas/job.avsc:2:47\n",
            changed,
            "error: ",
            "[unrecorded-change]",
            "warning: ",
            money,
        ],
    );
    // the workspace
    manifests("deny = [\"default-value-changed\", \"float-for-money\"]\nwarn = [\"unrecorded-change\"]", "");
    check(100, &["error: `a.Job` and version 1 may misread", changed, "on purpose?", "error: ", money]);
    // the package counts more
    let allow = "allow = [\"default-value-changed\", \"unrecorded-change\"]\nwarn = [\"float-for-money\"]";
    manifests("deny = [\"default-value-changed\", \"float-for-money\"]", allow);
    let said = files.avro(0, &["check", "schemas"]).stdout;
    in_order(&said, &["warning: ", money, "1 ok, 0 new"]);
    assert!(!said.contains("default-value-changed") && !said.contains("unrecorded-change"), "{said}");
    let said = files.avro(0, &["check", "schemas", "--format", "json"]).stdout;
    in_order(
        &said,
        &["\"rule\": \"default-value-changed\"", "\"severity\": \"note\"", "\"file\": \"schemas/job.avsc\""],
    );
}

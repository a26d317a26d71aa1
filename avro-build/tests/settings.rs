//! What the settings do, and what is said of schemas that no type can be made for.

use avro_build::{Config, Generated};

const ORDER: &str = r#"{
  "type": "record", "name": "com.acme.orders.Order",
  "fields": [
    {"name": "total", "type": "com.acme.common.Money"},
    {"name": "labels", "type": {"type": "map", "values": ["int", "string"]}},
    {"name": "status", "type": {"type": "enum", "name": "Status", "symbols": ["NEW"]}}
  ]
}"#;
const MONEY: &str =
    r#"{"type": "record", "name": "com.acme.common.Money", "fields": [{"name": "cents", "type": "long"}]}"#;

fn generate(set: impl FnOnce(&mut Config) -> &mut Config) -> Generated {
    let mut config = Config::new();
    config.source("order.avsc", ORDER).source("money.avsc", MONEY);
    set(&mut config).generate()
}

#[track_caller]
fn assert_holds(generated: &Generated, parts: &[&str]) {
    for part in parts {
        assert!(generated.text.contains(part), "`{part}` is not in\n{}", generated.text);
    }
}

#[test]
fn types_of_another_crate_are_named_and_held_against_their_schemas() {
    let generated = generate(|config| config.extern_path("com.acme.common", "::acme_common"));
    assert_holds(&generated, &["pub total: ::acme_common::Money", "    ::acme_common::Money = 0x"]);
    assert!(!generated.text.contains("pub struct Money"), "{}", generated.text);
    let outer = generate(|config| config.extern_path("com.acme", "crate::shared"));
    assert_holds(&outer, &["crate::shared::common::Money = 0x", "crate::shared::orders::Order = 0x"]);
    let one = generate(|config| config.extern_path("com.acme.common.Money", "::money::Cents"));
    assert_holds(&one, &["pub total: ::money::Cents"]);
}

#[test]
fn attributes_and_maps_are_as_set() {
    let generated = generate(|config| {
        config
            .btree_map()
            .type_attribute("com.acme.orders.*", "#[derive(Eq)]")
            .type_attribute("*.OrderLabels", "#[derive(Hash)]")
            .field_attribute("*.Order.total", "#[doc(hidden)]")
            .field_attribute("*.Status.NEW", "#[deprecated]")
            .field_attribute("*.OrderLabels.Int", "#[doc(alias = \"number\")]")
    });
    assert!(generated.warnings.is_empty(), "{:?}", generated.warnings);
    assert_holds(
        &generated,
        &[
            "::std::collections::BTreeMap<String, OrderLabels>",
            "#[derive(Eq)]\n            #[derive(Hash)]\n            pub enum OrderLabels",
            "#[doc(hidden)]\n                pub total",
            "#[deprecated]\n                New",
            "#[doc(alias = \"number\")]\n                Int(i32)",
        ],
    );
    let wrong = generate(|config| config.type_attribute("*", "derive(Eq)").field_attribute("x", "#[a]"));
    assert_eq!(
        wrong.errors,
        ["type_attribute(\"*\", ..): `derive(Eq)` is no attribute; help: write it whole, `#[derive(Hash)]`"]
    );
    assert_eq!(wrong.warnings, ["field_attribute(\"x\", ..) matches nothing"]);
}

#[test]
fn the_order_of_files_changes_no_type() {
    let whole = |first: &str, second: &str| {
        let generated = Config::new().source("a.avsc", first).source("b.avsc", second).generate();
        let mut lines: Vec<String> = generated.text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(whole(ORDER, MONEY), whole(MONEY, ORDER));
    assert_eq!(generate(|config| config).text, generate(|config| config).text);
}

#[test]
fn what_no_type_can_be_made_for_is_told_and_the_rest_is_made() {
    let generated = generate(|config| {
        config
            .source(
                "grüße.avsc",
                r#"{"type": "record", "name": "a.Grüße", "fields": [{"name": "größe", "type": "int"}]}"#,
            )
            .source("user.avsc", r#"{"type": "array", "items": "a.Grüße"}"#)
            .source(
                "friend.avsc",
                r#"{"type": "record", "name": "Friend", "fields": [{"name": "of", "type": "Friend"}]}"#,
            )
            .source("empty.avsc", r#"{"type": "record", "name": "Empty", "fields": [{"name": "none", "type": []}]}"#)
    });
    assert_eq!(
        generated.errors.join("\n\n"),
        r#"the name `Grüße` has the character 'ü'; names are letters, digits and `_`, which is what the specification allows and Rust types here follow  [no-rust-type]
 --> grüße.avsc:1:1
  |
1 | {"type": "record", "name": "a.Grüße", "fields": [{"name": "größe", "type": "int"}]}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = at: a.Grüße
  = help: rename it, such as to `Gr__e`

the field `größe` has the character 'ö'; names are letters, digits and `_`, which is what the specification allows and Rust types here follow  [no-rust-type]
 --> grüße.avsc:1:1
  |
1 | {"type": "record", "name": "a.Grüße", "fields": [{"name": "größe", "type": "int"}]}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = at: a.Grüße
  = help: rename it, such as to `gr__e`

the field `none` is a union without branches, which has no value  [no-rust-type]
 --> empty.avsc:1:1
  |
1 | {"type": "record", "name": "Empty", "fields": [{"name": "none", "type": []}]}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = at: Empty

`Friend` contains itself, always, so it has no value that ends  [no-rust-type]
 --> friend.avsc:1:1
  |
1 | {"type": "record", "name": "Friend", "fields": [{"name": "of", "type": "Friend"}]}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = at: Friend
  = help: give the field that leads back a way out, such as a `null`"#
    );
    assert_holds(&generated, &["pub struct Order ", "::core::compile_error!("]);
    for left_out in ["Friend {", "Empty {", "pub struct User"] {
        assert!(!generated.text.contains(left_out), "{left_out}");
    }
}

#[test]
fn logical_types_are_those_of_the_settings() {
    let generated = generate(|config| {
        config
            .source("at.avsc", r#"{"type": "long", "logicalType": "timestamp-millis"}"#)
            .logical_type("timestamp-millis", "::time::UtcDateTime")
            .logical_type("uuid", "::uuid::Uuid")
    });
    assert_holds(&generated, &["pub struct At(#[avro(timestamp_millis)] pub ::time::UtcDateTime);"]);
    assert_eq!(generated.warnings, ["logical_type(\"uuid\", ..) matches nothing"]);
    let wrong = generate(|config| {
        config.logical_type("timestamp-milis", "X").logical_type("money", "X").logical_type("date", "not a path")
    });
    assert_eq!(
        wrong.errors,
        [
            "logical_type(\"timestamp-milis\", ..): there is no such logical type; help: did you mean `timestamp-millis`?",
            "logical_type(\"money\", ..): there is no such logical type; help: one of decimal, big-decimal, uuid, date, \
             time-millis, time-micros, timestamp-millis, timestamp-micros, timestamp-nanos, local-timestamp-millis, \
             local-timestamp-micros, local-timestamp-nanos, duration",
            "logical_type(\"date\", ..): `not a path` is no path of a type; help: write it whole, `::rust_decimal::Decimal`",
        ]
    );
}

#[test]
fn idl_imports_from_its_folders_and_from_those_of_the_settings() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("idl");
    let _ = std::fs::remove_dir_all(&folder);
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "own/order.avdl",
        "namespace com.acme;\nschema Order;\nimport idl \"parts/line.avdl\";\nimport schema \"money.avsc\";\n\nrecord Order \
         {\n  array<Line> lines;\n  com.acme.common.Money total;\n}\n",
    );
    write("own/parts/line.avdl", "namespace com.acme;\nrecord Line { string sku; int? count; }\n");
    write("shared/money.avsc", MONEY);
    let generate = |imports: &[&str]| {
        Config::new()
            .schemas([folder.join("own/order.avdl")])
            .imports(imports.iter().map(|name| folder.join(name)))
            .generate()
    };
    let generated = generate(&["shared"]);
    assert_eq!(generated.errors, [""; 0]);
    assert_holds(&generated, &["pub lines: Vec<Line>", "pub total: self::common::Money", "pub count: Option<i32>"]);
    // cargo runs the script again when an imported file changes
    for file in ["own/order.avdl", "own/parts/line.avdl", "shared/money.avsc"] {
        assert!(generated.watched.iter().any(|watched| watched.ends_with(file)), "{file}: {:?}", generated.watched);
    }
    let missing = generate(&[]).errors.join("\n");
    assert!(missing.contains("own/order.avdl:4:") && missing.contains("money.avsc"), "{missing}");
    assert_eq!(missing.matches("[import-missing]").count(), 1, "{missing}");
}

#[test]
fn mistakes_in_idl_have_their_place() {
    let generated = Config::new()
        .source("order.avdl", "namespace com.acme;\n\nrecord Order {\n  lnog id;\n}\n")
        .source("note.avdl", "namespace com.acme;\nrecord Note {\n  string text = 5;\n}\n")
        .source("id.avdl", "namespace com.acme;\nfixed Id(4);\n")
        .generate();
    let at = |error: &String| error.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap().to_owned();
    let at: Vec<String> = generated.errors.iter().map(at).collect();
    assert_eq!(at, ["order.avdl:4:3", "note.avdl:3:17"], "{:?}", generated.errors);
    assert_eq!(
        generated.errors[0],
        "`lnog` is no primitive type and no type of that name is defined (nor is `com.acme.lnog`)  [type-unknown]\n --> \
         order.avdl:4:3\n  |\n4 |   lnog id;\n  |   ^^^^\n  = at: Order.id\n  = help: did you mean `long`?"
    );
    // what is right is made all the same
    assert_holds(&generated, &["pub struct Id(", "::core::compile_error!("]);
}

#[test]
fn what_is_odd_in_schema_files_is_a_warning_of_one_line() {
    let odd = |count: usize| {
        let fields: Vec<String> = (0..count)
            .map(|i| format!(r#"{{"name": "f{i}", "type": {{"type": "int", "logicalType": "timestamp-millis"}}}}"#))
            .collect();
        let text = format!("{{\"type\": \"record\", \"name\": \"Odd\", \"fields\": [\n{}\n]}}", fields.join(",\n"));
        Config::new().source("odd.avsc", text).generate()
    };
    let few = odd(2);
    assert_eq!((few.errors.len(), few.warnings.len()), (0, 2), "{:?}", few.warnings);
    for (warning, line) in few.warnings.iter().zip(2..) {
        assert!(warning.starts_with(&format!("odd.avsc:{line}:")) && warning.lines().count() == 1, "{warning}");
        assert!(warning.contains("timestamp-millis"), "{warning}");
    }
    // a large set of files does not flood the build
    let many = odd(40);
    assert_eq!(many.warnings.len(), 21);
    assert_eq!(
        many.warnings[20],
        "and 20 more in the schema files: `cargo avro check` with their folder shows them all"
    );
}

/// Java's parser takes any text for bytes, an enum and a fixed, and no type can hold such a default.
#[test]
fn defaults_without_bytes_stand_in_the_way() {
    let schema = |default: &str| {
        format!(
            "{{\"type\": \"record\", \"name\": \"Key\", \"fields\": [\n  {{\"name\": \"salt\", \"type\": \"bytes\", \"default\": \
             \"{default}\"}}\n]}}"
        )
    };
    let generated = generate(|config| config.source("key.avsc", schema("\u{100}")));
    assert_eq!(
        generated.errors.join("\n\n"),
        r#"the default is no value: the string `Ā` has characters above U+00FF; each character stands for one byte  [default-invalid]
 --> key.avsc:2:48
  |
2 |   {"name": "salt", "type": "bytes", "default": "Ā"}
  |                                                ^^^
  = at: Key.salt
  = help: for the bytes of its UTF-8 write "\u00c4\u0080""#
    );
    assert!(!generated.text.contains("pub struct Key"));
    assert_holds(&generated, &["pub struct Order "]);
    let generated = generate(|config| config.source("key.avsc", schema("\\u00c4\\u0080")));
    assert!(generated.errors.is_empty(), "{:?}", generated.errors);
    assert_holds(&generated, &["pub struct Key "]);
}

#[test]
fn rules_about_one_schema_are_one_line_each() {
    let fields: Vec<String> = (0..3)
        .map(|i| format!(r#"{{"name": "price_{i}", "type": "double"}}, {{"name": "created_at_{i}", "type": "long"}}"#))
        .collect();
    let text = format!("{{\"type\": \"record\", \"name\": \"Odd\", \"fields\": [\n{}\n]}}", fields.join(",\n"));
    let generated = Config::new().source("odd.avsc", text).generate();
    assert!(generated.errors.is_empty(), "{:?}", generated.errors);
    assert_eq!(
        generated.warnings,
        [
            "odd.avsc:2:29: Odd.price_0: an amount of money is a double, which cannot hold most decimal fractions; help: use a decimal: {\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 18, \"scale\": 2}  [float-for-money]",
            "and 2 more of [float-for-money] in the schema files: `cargo avro check` with their folder shows them all, and `allow = [\"float-for-money\"]` below `[package.metadata.avro]` in Cargo.toml none",
        ]
    );
}

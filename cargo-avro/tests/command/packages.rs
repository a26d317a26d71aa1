//! Workspaces of several packages, and packages that are only programs.

use avro_tests::{Fixture, Scratch, dependency};

use crate::support::{Avro, in_order};

fn member(shop: &Scratch, name: &str, more: &str, file: &str, text: &str) {
    let runtime = dependency("avro-runtime");
    shop.file(
        &format!("{name}/Cargo.toml"),
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[package.metadata.avro]\n\
             namespace = \"com.acme.{name}\"\nevolution = \"backward\"\n\n[dependencies]\navro-runtime = {runtime}\n{more}"
        ),
    );
    shop.file(&format!("{name}/src/{file}"), &format!("use avro_runtime::prelude::*;\n\n{text}"));
}

#[test]
fn a_workspace_of_libraries_and_programs() {
    let shop = Scratch::new("loop-workspace");
    shop.file(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"loop_money\", \"loop_orders\", \"loop_tool\", \"loop_plain\"]\n",
    );
    let money = "#[derive(AvroSchema)]\n#[avro(evolution)]\npub struct Money {\n    pub cents: i64,\n}\n";
    member(&shop, "loop_money", "", "lib.rs", money);
    let orders = "#[derive(AvroSchema)]\n#[avro(evolution)]\npub struct Order {\n    pub id: i64,\n    pub total: loop_money::Money,\n}\n\n\
                  #[cfg(feature = \"refunds\")]\n#[derive(AvroSchema)]\n#[avro(evolution)]\npub struct Refund {\n    pub id: i64,\n}\n";
    let more = "loop_money = { path = \"../loop_money\" }\n\n[features]\nrefunds = []\n";
    member(&shop, "loop_orders", more, "lib.rs", orders);
    let tool = "mod events;\n\nfn main() {\n    println!(\"{}\", events::Started::JSON);\n}\n";
    member(&shop, "loop_tool", "", "main.rs", tool);
    let events = "use avro_runtime::prelude::*;\n\n#[derive(AvroSchema)]\n#[avro(evolution)]\npub struct Started {\n    pub at: i64,\n}\n";
    shop.file("loop_tool/src/events.rs", events);
    member(&shop, "loop_plain", "", "lib.rs", "");

    // a program that no test reads is named, and the exit code says that not everything was looked at
    let said = shop.avro(101, &["check"]).stdout;
    in_order(
        &said,
        &[
            "error: the types of the program `loop_tool` of `loop_tool` are not checked: a program cannot be linked from outside\n",
            "help: add `#[cfg(test)] mod schemas { avro_runtime::evolution_tests!(crate); }` to loop_tool/src/main.rs\n",
            "checked 2 types x 0 versions: 0 ok, 2 new, 0 incompatible, 1 not checked\n",
        ],
    );
    assert!(
        said.contains("`com.acme.loop_money.Money` is new") && said.contains("`com.acme.loop_orders.Order` is new"),
        "{said}"
    );

    // with the test all are read, from everywhere
    shop.file(
        "loop_tool/src/main.rs",
        &format!("use avro_runtime::prelude::*;\n\n{tool}\n#[cfg(test)]\nmod schemas {{\n    avro_runtime::evolution_tests!(crate);\n}}\n"),
    );
    let said = shop.avro(0, &["accept"]).stdout;
    for path in [
        "recorded schemas/history/com.acme.loop_money.Money/v1.avsc",
        "recorded schemas/history/com.acme.loop_orders.Order/v1.avsc",
        "recorded schemas/history/com.acme.loop_tool.Started/v1.avsc",
    ] {
        assert!(said.contains(path), "{said}");
    }
    assert!(shop.folder().join("loop_tool/schemas/history/com.acme.loop_tool.Started/v1.avsc").is_file());
    let said = shop.avro(0, &["release"]).stdout;
    assert_eq!(said.lines().count(), 3, "{said}");
    let said = shop.avro(0, &["check"]).stdout;
    assert_eq!(said, "checked 3 types x 3 versions: 3 ok, 0 new, 0 incompatible\n");

    // what a shared type breaks is found where it is promised
    shop.file("loop_money/src/lib.rs", &format!("use avro_runtime::prelude::*;\n\n{}", money.replace("i64", "String")));
    let said = shop.avro(100, &["check"]).stdout;
    in_order(
        &said,
        &[
            "`com.acme.loop_money.Money` cannot read",
            "`com.acme.loop_orders.Order` cannot read",
            "total.cents",
            "1 ok, 0 new, 2 incompatible",
        ],
    );
    let said = shop.avro(100, &["check", "--package", "loop_orders"]).stdout;
    assert!(said.contains("checked 1 type x 1 version: 0 ok, 0 new, 1 incompatible"), "{said}");
    let said = shop.avro(0, &["check", "--package", "loop_tool"]).stdout;
    assert!(said.contains("checked 1 type x 1 version: 1 ok"), "{said}");
    let said = shop.avro(101, &["check", "--package", "loop_plain"]).stderr;
    assert!(said.contains("no type with `#[derive(AvroSchema)]` was found in `loop_plain`"), "{said}");
    let said = shop.avro(101, &["check", "Oder"]).stderr;
    assert!(said.contains("no type is called `Oder`: did you mean `Order`?"), "{said}");

    // features are passed on
    shop.file("loop_money/src/lib.rs", &format!("use avro_runtime::prelude::*;\n\n{money}"));
    let said = shop.avro(0, &["check", "--package", "loop_orders", "--features", "refunds"]).stdout;
    assert!(said.contains("`com.acme.loop_orders.Refund` is new"), "{said}");

    // what does not compile for other reasons is said as it is
    shop.file("loop_money/src/lib.rs", "pub struct Money;\nfn broken( {}\n");
    let said = shop.avro(101, &["check"]).stderr;
    assert!(said.contains("the packages could not be built") && said.contains("loop_money/src/lib.rs:2"), "{said}");
}

#[test]
fn a_program_goes_through_the_loop() {
    let package = Fixture::new("binary-loop");
    let history = "schemas/history/com.acme.binary.Ping";
    package.avro(0, &["accept", "Ping"]);
    package.avro(0, &["release"]);
    package.edit("src/main.rs", "at: i64,", "at: String,");
    package.edit("src/main.rs", "Ping { at: 1 }", "Ping { at: String::new() }");
    let said = package.cargo(&["check"]).expect_failure().stderr;
    assert!(said.contains("[type-changed]"), "{said}");
    let said = package.avro(100, &["check"]).stdout;
    in_order(&said, &["`com.acme.binary.Ping` cannot read data written by version 1  [type-changed]", "src/main.rs:6"]);
    package.cargo(&["check"]).expect_failure();
    let said = package.avro(0, &["accept", "Ping", "--reason", "nobody listened"]).stdout;
    assert!(said.contains(&format!("recorded {history}/v2.avsc")), "{said}");
    package.cargo(&["check"]).expect_success();
    package.avro(0, &["check"]);
    package.cargo(&["test"]).expect_success();
    let said = package.avro(0, &["dump"]).stdout;
    assert_eq!(said, package.read(&format!("{history}/v2.avsc")));
    package.edit("src/main.rs", "at: String,", "at: bool,");
    package.edit("src/main.rs", "Ping { at: String::new() }", "Ping { at: true }");
    package.cargo(&["check"]).expect_failure();
}

//! Structs nested 50 deep, each referring to the next one twice, live with default limits: schema, codec and gate.
//! (rustc's own drop check stops near 60.)

use avro_tests::Scratch;

const DEPTH: usize = 50;

/// `S0` to `S50`: each holds the next one behind an option and in a list.
fn structs(prefix: &str, leaf: &str) -> String {
    let mut source = String::new();
    for i in 0..DEPTH {
        let root = if i == 0 { ", evolution = \"full_transitive\"" } else { "" };
        let next = format!("{prefix}{}", i + 1);
        source.push_str(&format!(
            "#[derive(Debug, PartialEq, AvroSchema)]\n#[avro(namespace = \"deep\"{root})]\n\
             pub struct {prefix}{i} {{ pub a: Option<Box<{next}>>, pub b: Vec<{next}> }}\n"
        ));
    }
    source.push_str(&format!(
        "#[derive(Debug, PartialEq, AvroSchema)]\n#[avro(namespace = \"deep\")]\npub struct {prefix}{DEPTH} {{ {leaf} }}\n"
    ));
    source
}

/// The schema of `structs(prefix, "pub v: i32")`.
fn schema(prefix: &str) -> String {
    let record = |i: usize, fields: &str| {
        format!(r#"{{"type":"record","name":"{prefix}{i}","namespace":"deep","fields":[{fields}]}}"#)
    };
    (0..DEPTH).rev().fold(record(DEPTH, r#"{"name":"v","type":"int"}"#), |inner, i| {
        let again = format!("deep.{prefix}{}", i + 1);
        record(
            i,
            &format!(
                r#"{{"name":"a","type":["null",{inner}],"default":null}},{{"name":"b","type":{{"type":"array","items":"{again}"}}}}"#
            ),
        )
    })
}

fn release(package: &Scratch, prefix: &str) {
    let (text, folder) = (schema(prefix), format!("schemas/history/deep.{prefix}0"));
    let sha256 = avro_model::history::sha256(&text);
    package.file(&format!("{folder}/v1.avsc"), &text);
    package.file(
        &format!("{folder}/history.json"),
        &format!(
            r#"{{"format":1,"versions":[{{"version":1,"file":"v1.avsc","sha256":"{sha256}","released":true,"registry":[]}}],"accepted":[]}}"#
        ),
    );
}

#[test]
fn structs_50_deep_pass_their_gate_and_run() {
    let source = format!(
        "use avro_runtime::prelude::*;\n{}\n#[test]\nfn round_trip() {{\n    let value = S0 {{ a: Some(Box::new(S1 {{ a: None, b: \
         vec![] }})), b: vec![S1 {{ a: None, b: vec![] }}] }};\n    assert_eq!(S0::from_avro(&value.to_avro().unwrap()).unwrap(), \
         value);\n    assert!(S0::JSON.contains(\"S{DEPTH}\"));\n}}\n",
        structs("S", "pub v: i32")
    );
    let package = Scratch::library("derive-deep", "2024", &source);
    release(&package, "S");
    package.cargo(&["test", "-q"]).expect_success();
}

#[test]
fn a_cause_50_deep_is_found() {
    let source = format!("use avro_runtime::prelude::*;\n{}", structs("T", "pub v: i32, pub w: i32"));
    let package = Scratch::library("derive-deep-broken", "2024", &source);
    release(&package, "T");
    let stderr = package.cargo(&["check", "-q"]).expect_failure().stderr;
    assert!(stderr.contains("[field-added-without-default]"), "{stderr}");
    assert!(stderr.contains(&format!("`T{DEPTH}` is declared at src/lib.rs")), "{stderr}");
}

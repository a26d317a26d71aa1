//! The engine in `const` evaluation gives what it gives at run time: all vectors as `const` items of a generated crate, and
//! two shapes that a recursive engine could not check.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use avro_model::Document;
use avro_model::compat::{self, Findings, NONE, Overlay, Step, Verdict};
use avro_model::emit::emit;
use avro_model::parse::{Options, parse};
use avro_tests::Scratch;
use serde_json::Value;

include!("const_vectors/summary.rs");

const MANIFEST_HEAD: &str = "version = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\navro-model = ";

fn entries(file: &str) -> Option<Vec<Value>> {
    let path = avro_tests::shared(file)?;
    let text = std::fs::read_to_string(path).expect("readable test data");
    Some(serde_json::from_str(&text).expect("JSON"))
}

fn document(schema: &str) -> Option<Document> {
    #[allow(clippy::field_reassign_with_default, reason = "`Options` is non-exhaustive")]
    let options = {
        let mut options = Options::default();
        options.check_defaults = false;
        options
    };
    parse(schema, &options).ok().map(|parsed| parsed.document)
}

/// A module with both schemas as statics, and a constant that is an error unless the engine finds the same there.
fn case(source: &mut String, name: &str, id: &str, reader: &Document, writer: &Document) {
    let report = compat::check(reader.view(), writer.view(), Overlay::NONE);
    let emitted = emit(&[reader.view(), writer.view()]);
    let [r, w] = &emitted.documents[..] else { panic!("two documents") };
    write!(
        source,
        "mod {name} {{\nuse super::*;\n{}static READER: __pool::Document = {r};\nstatic WRITER: __pool::Document = {w};\n\
         const _: () = {{\nlet mut room: Room<'_> = Room::new();\n\
         let found = room.check(READER.view(), WRITER.view(), Overlay::NONE);\n\
         assert!(summary(found) == {:#x}, \"{{}}\", {id:?});\n}};\n}}\n",
        emitted.statics,
        summary(report.findings()),
    )
    .expect("a text");
}

fn package(name: &str, modules: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let model = avro_tests::dependency("avro-model");
    scratch.file("Cargo.toml", &format!("[package]\nname = \"{name}\"\n{MANIFEST_HEAD}{model}\n"));
    let head = "use avro_model::compat::{Findings, NONE, Overlay, Room, Step, Verdict};\nuse avro_model::history::pool as __pool;\n";
    scratch.file("src/lib.rs", &format!("{head}{}{modules}", include_str!("const_vectors/summary.rs")));
    scratch
}

#[test]
fn constants_find_what_the_run_time_finds() {
    let (Some(pairs), Some(levels)) = (entries("vectors/compat.json"), entries("vectors/levels.json")) else { return };
    let mut cases = BTreeSet::new();
    for entry in &pairs {
        cases.insert((entry["reader"].to_string(), entry["writer"].to_string()));
    }
    for entry in &levels {
        for old in entry["previous"].as_array().expect("a list") {
            cases.insert((entry["new"].to_string(), old.to_string()));
            cases.insert((old.to_string(), entry["new"].to_string()));
        }
    }
    let (mut modules, mut count) = (String::new(), 0);
    for (i, (reader, writer)) in cases.iter().enumerate() {
        if let (Some(r), Some(w)) = (document(reader), document(writer)) {
            case(&mut modules, &format!("case_{i}"), &format!("{reader} <- {writer}"), &r, &w);
            count += 1;
        }
    }
    assert!(count + 5 > cases.len(), "{count} of {}", cases.len());
    package("const-vectors", &modules).cargo(&["check", "--quiet"]).expect_success();
}

/// Optional records, each in the one before, `depth` deep.
fn chain(depth: usize, leaf: &str) -> String {
    let mut schema = format!("\"{leaf}\"");
    for level in (0..depth).rev() {
        schema = format!(
            r#"{{"type":"record","name":"N{level}","fields":[{{"name":"next","type":["null",{schema}],"default":null}}]}}"#
        );
    }
    schema
}

/// Records that hold the next one twice, `depth` deep.
fn doubled(depth: usize, leaf: &str) -> String {
    let mut schema = format!(r#"{{"type":"record","name":"N{depth}","fields":[{{"name":"x","type":"{leaf}"}}]}}"#);
    for level in (0..depth).rev() {
        schema = format!(
            r#"{{"type":"record","name":"N{level}","fields":[{{"name":"a","type":{schema}}},{{"name":"b","type":"N{}"}}]}}"#,
            level + 1
        );
    }
    schema
}

#[test]
fn long_chains_and_doubled_references_pass_with_default_limits() {
    let (mut modules, mut add) = (String::new(), 0);
    let mut pair = |name: &str, reader: String, writer: String| {
        add += 1;
        let (r, w) = (document(&reader).expect("a schema"), document(&writer).expect("a schema"));
        case(&mut modules, &format!("case_{add}"), name, &r, &w);
    };
    pair("chain", chain(500, "long"), chain(500, "int"));
    pair("broken chain", chain(500, "int"), chain(500, "long"));
    pair("doubled", doubled(200, "long"), doubled(200, "int"));
    pair("broken doubled", doubled(200, "int"), doubled(200, "long"));
    package("const-shapes", &modules).cargo(&["check", "--quiet"]).expect_success();
}

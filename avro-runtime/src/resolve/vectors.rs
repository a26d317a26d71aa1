//! The shared evolution vectors, read through plans by a decoder that is driven by the reader's schema.

use std::io::Write as _;

use avro_model::{Document, compat};
use serde_json::Value;

use super::value::{read, same};
use super::{Decoder, Node, Plan, PlanRef, Symbol, compile};

/// Where ours differs from the recorded outcome, and why. Empty reasons are not accepted.
const DIFFERENT: &[(&str, &str)] = &[
    ("prim-120", "Java replaces what is not UTF-8 by U+FFFD; we refuse it"),
    ("malformed-017", "Java replaces what is not UTF-8 by U+FFFD; we refuse it"),
    ("malformed-002", "Java drops the bits of an int above the 32nd; we refuse them"),
    ("malformed-004", "Java drops the bits of a long above the 64th; we refuse them"),
    (
        "names-011",
        "Java calls the pair compatible and then cannot read it; we read it, as a branch of the same short name",
    ),
    (
        "names-012",
        "Java calls the pair compatible and then cannot read it; we read it, as a branch of the same short name",
    ),
    ("pair-077", "the vector gives a record without fields as null"),
    ("pair-144", "the vector gives a record without fields as null"),
];

/// The entries of a file of the shared test data; none, and one line that says so, where it is absent.
fn shared(path: &str) -> Option<Vec<Value>> {
    let root = match std::env::var_os("AVRO_SHARED") {
        Some(root) => root.into(),
        None => std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
    };
    let path = root.join(path);
    let Ok(text) = std::fs::read_to_string(&path) else {
        assert!(std::env::var_os("AVRO_SHARED_REQUIRED").is_none_or(|value| value != "1"), "{}", path.display());
        // Not `eprintln!`, which the test harness swallows where the test passes.
        let _ = writeln!(std::io::stderr(), "skipped: test data not found at {}", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).expect("the vectors are JSON"))
}

/// What the engine calls compatible can be read, whatever the data is; this is what the gates promise.
#[test]
fn compatible_is_readable() {
    let (mut wrong, mut compatible) = (Vec::new(), 0);
    for file in ["vectors/compat.json", "vectors/evolution.json"] {
        let Some(vectors) = shared(file) else { return };
        for vector in &vectors {
            let parse = |key: &str| Document::parse(&vector[key].to_string());
            let (Ok(reader), Ok(writer)) = (parse("reader"), parse("writer")) else { continue };
            let plan = compile::compile(reader.view(), writer.view());
            if compat::can_read(reader.view(), writer.view()) {
                compatible += 1;
                if let Some(text) = failure(&plan) {
                    wrong.push(format!(
                        "{}: {text}\n  reader {}\n  writer {}",
                        vector["id"], vector["reader"], vector["writer"]
                    ));
                }
            }
        }
    }
    assert!(compatible > 100);
    assert!(wrong.is_empty(), "{} of {compatible}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A part of the plan that cannot be read.
pub(super) fn failure(plan: &Plan) -> Option<&str> {
    plan.slots.iter().find_map(|slot| match &slot.node {
        Node::Fail(text) => Some(&**text),
        Node::NoBranch(none) => Some(&*none.text),
        Node::Enum(symbols) => symbols.iter().find_map(|symbol| match symbol {
            Symbol::Unknown(_, text) => Some(&**text),
            Symbol::Known(_) | Symbol::Default(..) => None,
        }),
        _ => None,
    })
}

#[test]
fn evolution_vectors() {
    let Some(vectors) = shared("vectors/evolution.json") else { return };
    let mut wrong = Vec::new();
    for vector in &vectors {
        let id = vector["id"].as_str().expect("has an id");
        let outcome = run(vector);
        let right = match (&outcome, vector.get("expected")) {
            (Ok(ours), Some(expected)) => same(ours, expected),
            (Err(_), None) => true,
            _ => false,
        };
        let listed = DIFFERENT.iter().any(|(known, why)| *known == id && !why.is_empty());
        if right == listed {
            let expected = vector.get("expected").unwrap_or(&vector["error"]);
            wrong.push(format!(
                "{id}: {outcome:?}, expected {expected}\n  reader {}\n  writer {}",
                vector["reader"], vector["writer"]
            ));
        }
    }
    assert!(vectors.len() > 100);
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

fn run(vector: &Value) -> Result<Value, String> {
    let parse = |key: &str| Document::parse(&vector[key].to_string()).map_err(|error| format!("{key}: {error}"));
    let (reader, writer) = (parse("reader")?, parse("writer")?);
    let hex = vector["hex"].as_str().expect("has data");
    let digit = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).expect("is hexadecimal");
    let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(digit).collect();
    let plan: Plan = compile::compile(reader.view(), writer.view());
    let mut input = Decoder::new(&bytes);
    let value = read(reader.view(), Some(PlanRef { plan: &plan, slot: 0 }), &mut input);
    let value = value.map_err(|error| error.to_string())?;
    input.finish().map_err(|error| error.to_string())?;
    Ok(value)
}

//! The shared evolution vectors, read through plans by a decoder that is driven by the reader's schema.

use std::io::Write as _;

use avro_model::{Document, Kind, View, compat};
use serde_json::{Map, Value, json};

use super::{Node, Plan, PlanRef, Symbol, compile};
use crate::codec::Decoder;
use crate::error::DecodeError;

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

/// A value in Avro's JSON encoding, as the reader's types read it.
pub(super) fn read(reader: View<'_>, plan: Option<PlanRef<'_>>, input: &mut Decoder<'_>) -> Result<Value, DecodeError> {
    if let Kind::Union(_) = reader.node.kind {
        let (index, plan) = match plan {
            Some(plan) => plan.union(input, false)?,
            None => (input.branch(reader.branch_count())?, None),
        };
        if let (usize::MAX, Some(plan)) = (index, plan) {
            return Err(plan.unmatched(input));
        }
        let branch = reader.branch(index);
        let value = read(branch, plan, input)?;
        return Ok(match (&branch.node.kind, branch.name()) {
            (Kind::Null, _) => value,
            (_, Some(name)) => json!({ name.full.get(): value }),
            (_, None) => json!({ branch.type_name(): value }),
        });
    }
    let plan = match plan {
        Some(plan) => Some(plan.settle(input)?).filter(|plan| !plan.is_equal()),
        None => None,
    };
    let latin1 = |bytes: &[u8]| Value::from(bytes.iter().map(|byte| *byte as char).collect::<String>());
    Ok(match &reader.node.kind {
        Kind::Null => Value::Null,
        Kind::Boolean => input.boolean()?.into(),
        Kind::Int => input.int()?.into(),
        Kind::Long => input.long()?.into(),
        Kind::Float => number(match plan {
            Some(plan) => plan.float(input)?.into(),
            None => input.float()?.into(),
        }),
        Kind::Double => number(match plan {
            Some(plan) => plan.double(input)?,
            None => input.double()?,
        }),
        Kind::Bytes => latin1(input.bytes()?),
        Kind::String => input.string()?.into(),
        Kind::Fixed(fixed) => latin1(input.raw(fixed.size as usize)?),
        Kind::Enum(symbols) => {
            let symbols = symbols.symbols.get();
            let index = match plan {
                Some(plan) => plan.symbol(input)?,
                None => input.enum_index(symbols.len())?,
            };
            symbols[index].get().into()
        }
        Kind::Array(item) | Kind::Map(item) => {
            let item = reader.child(item);
            let plan = plan.map(|plan| plan.items(input)).transpose()?.flatten();
            let (mut items, mut entries) = (Vec::new(), Map::new());
            input.enter()?;
            while let Some(count) = input.block(plan.map_or(0, |plan| plan.min_size()))? {
                for _ in 0..count {
                    if let Kind::Array(_) = reader.node.kind {
                        items.push(read(item, plan.map(|plan| plan.plan()), input)?);
                    } else {
                        let key = input.string()?.to_owned();
                        entries.insert(key, read(item, plan.map(|plan| plan.plan()), input)?);
                    }
                }
            }
            input.leave();
            if let Kind::Array(_) = reader.node.kind { items.into() } else { entries.into() }
        }
        Kind::Record(_) => {
            input.enter()?;
            let mut fields = Map::new();
            let field = |i: usize| (reader.field(i).name.get(), reader.child(&reader.field(i).schema));
            match plan.map(|plan| plan.record(input)).transpose()?.flatten() {
                None => {
                    for (name, ty) in (0..reader.field_count()).map(field) {
                        fields.insert(name.to_owned(), read(ty, None, input)?);
                    }
                }
                Some(record) => {
                    for step in record.steps() {
                        if step.field == usize::MAX {
                            step.skip(input)?;
                            continue;
                        }
                        let (name, ty) = field(step.field);
                        fields.insert(name.to_owned(), read(ty, Some(step.plan), input)?);
                    }
                    for (i, (name, ty)) in (0..reader.field_count()).map(field).enumerate() {
                        if !fields.contains_key(name) {
                            fields.insert(name.to_owned(), read(ty, None, &mut record.default(i)?)?);
                        }
                    }
                }
            }
            input.leave();
            fields.into()
        }
        Kind::Union(_) => unreachable!("read above"),
    })
}

fn number(value: f64) -> Value {
    if value.is_finite() { value.into() } else { value.to_string().into() }
}

/// Numbers are equal as numbers: `9.223372e+18` is the float that is written `9.223372036854776e18`.
pub(super) fn same(ours: &Value, expected: &Value) -> bool {
    match (ours, expected) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Number(a), Value::Number(b)) => {
            a == b || a.as_f64() == b.as_f64() || a.as_f64().map(|a| a as f32) == b.as_f64().map(|b| b as f32)
        }
        (Value::String(a), Value::String(b)) => a == b || a.replace("inf", "Infinity") == *b,
        _ => ours == expected,
    }
}

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

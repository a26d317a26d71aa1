//! Random data of random schemas: what the engine calls compatible is read, as the value that the specification's rules give;
//! and what a schema wrote it reads as it was.

mod naive;

use std::cell::Cell;

use avro_model::{Document, compat};
use avro_tests::random::{Body, Choices, Schema, Type};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::{Map, Value, json};

use super::value::{read, same};
use super::vectors::failure;
use super::{PlanRef, compile};
use crate::codec::Decoder;

/// Runs `test` on lists of numbers, the same ones each time; `AVRO_CASES` asks for more of them.
fn for_all(cases: u32, test: impl Fn(&mut Choices<'_>) -> Result<(), String>) {
    let cases = std::env::var("AVRO_CASES").map_or(cases, |count| count.parse().expect("a number"));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let numbers = proptest::collection::vec(proptest::num::u16::ANY, 0..240);
    let outcome = runner.run(&numbers, |numbers| test(&mut Choices::new(&numbers)).map_err(TestCaseError::fail));
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

fn parse(schema: &Schema) -> Document {
    let text = schema.json();
    Document::parse(&text).unwrap_or_else(|errors| panic!("{errors}\n{text}"))
}

/// Writes data of a schema, and what it is in Avro's JSON encoding.
struct Writer<'s, 'c> {
    schema: &'s Schema,
    choices: &'s mut Choices<'c>,
    bytes: Vec<u8>,
}

impl Writer<'_, '_> {
    fn long(&mut self, value: i64) {
        let mut rest = ((value << 1) ^ (value >> 63)) as u64;
        while rest > 0x7f {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    fn text(&mut self, text: &str) {
        self.long(text.len() as i64);
        self.bytes.extend(text.as_bytes());
    }

    /// `None`: there is no end to it.
    fn value(&mut self, ty: &Type, depth: usize) -> Option<Value> {
        if depth > 60 {
            return None;
        }
        Some(match ty {
            Type::Plain(name) | Type::Logical(name, _) => self.plain(name),
            Type::Array(inner) | Type::Map(inner) => {
                let is_map = matches!(ty, Type::Map(_));
                let count = if depth > 6 { 0 } else { self.choices.below(3) };
                let (mut items, mut entries) = (Vec::new(), Map::new());
                for i in 0..count {
                    self.long(1);
                    if is_map {
                        self.text(&format!("k{i}"));
                        entries.insert(format!("k{i}"), self.value(inner, depth + 1)?);
                    } else {
                        items.push(self.value(inner, depth + 1)?);
                    }
                }
                self.long(0);
                if is_map { entries.into() } else { items.into() }
            }
            Type::Union(branches) => {
                let end = branches.iter().position(|branch| *branch == Type::Plain("null"));
                let at = match end {
                    Some(at) if depth > 6 => at,
                    _ => self.choices.below(branches.len()),
                };
                self.long(at as i64);
                let value = self.value(&branches[at], depth + 1)?;
                match &branches[at] {
                    Type::Plain("null") => value,
                    Type::Plain(name) | Type::Logical(name, _) => json!({ *name: value }),
                    Type::Array(_) => json!({ "array": value }),
                    Type::Map(_) => json!({ "map": value }),
                    Type::Union(_) => unreachable!("unions do not nest"),
                    Type::Named(at) => json!({ self.schema.types[*at].name.clone(): value }),
                }
            }
            Type::Named(at) => match &self.schema.types[*at].body {
                Body::Fixed(size) => {
                    self.bytes.extend(vec![b'f'; *size as usize]);
                    "f".repeat(*size as usize).into()
                }
                Body::Enum(symbols, _) => {
                    let at = self.choices.below(symbols.len());
                    self.long(at as i64);
                    symbols[at].as_str().into()
                }
                Body::Record(fields) => {
                    let mut values = Map::new();
                    for field in fields {
                        values.insert(field.name.clone(), self.value(&field.ty, depth + 1)?);
                    }
                    values.into()
                }
            },
        })
    }

    fn plain(&mut self, name: &str) -> Value {
        let number = self.choices.below(5) as i64 - 2;
        match name {
            "null" => Value::Null,
            "boolean" => {
                self.bytes.push(u8::from(number > 0));
                (number > 0).into()
            }
            "int" | "long" => {
                self.long(number * 1000);
                (number * 1000).into()
            }
            "float" => {
                self.bytes.extend((number as f32 / 2.0).to_le_bytes());
                (number as f64 / 2.0).into()
            }
            "double" => {
                self.bytes.extend((number as f64 / 2.0).to_le_bytes());
                (number as f64 / 2.0).into()
            }
            _ => {
                let text = ["", "a", "bc", "de", "f"][(number + 2) as usize];
                self.text(text);
                text.into()
            }
        }
    }
}

/// Data of the schema: its bytes, and what they say. `None`: there is no end to it.
fn data(schema: &Schema, choices: &mut Choices<'_>) -> Option<(Vec<u8>, Value)> {
    let mut writer = Writer { schema, choices, bytes: Vec::new() };
    let value = writer.value(&Type::Named(0), 0)?;
    Some((writer.bytes, value))
}

fn resolve(reader: &Document, writer: &Document, bytes: &[u8]) -> Result<Value, String> {
    let plan = compile::compile(reader.view(), writer.view());
    let mut input = Decoder::new(bytes);
    let value = read(reader.view(), Some(PlanRef { plan: &plan, slot: 0 }), &mut input);
    let value = value.map_err(|error| error.to_string())?;
    input.finish().map_err(|error| error.to_string())?;
    Ok(value)
}

#[test]
fn a_schema_reads_what_it_wrote() {
    for_all(300, |choices| {
        let schema = Schema::random(choices);
        let document = parse(&schema);
        let Some((bytes, expected)) = data(&schema, choices) else { return Ok(()) };
        match resolve(&document, &document, &bytes) {
            Ok(found) if same(&found, &expected) => Ok(()),
            found => Err(format!("{found:?}, wrote {expected}\n  {}", schema.json())),
        }
    });
}

#[test]
fn what_is_called_compatible_is_read() {
    let (compatible, other) = (Cell::new(0), Cell::new(0));
    for_all(2_500, |choices| {
        let mut new = Schema::random(choices);
        let old = new.clone();
        for _ in 0..1 + choices.below(4) {
            new.mutate(choices);
        }
        let documents = (parse(&new), parse(&old));
        for ((reader, writer), schema) in [((&documents.0, &documents.1), &old), ((&documents.1, &documents.0), &new)] {
            if !compat::can_read(reader.view(), writer.view()) {
                continue;
            }
            compatible.set(compatible.get() + 1);
            let complain = |error: &str| {
                let reader = if std::ptr::eq(schema, &old) { &new } else { &old };
                Err(format!("{error}\n  reader {}\n  writer {}", reader.json(), schema.json()))
            };
            // whatever the data is
            if let Some(text) = failure(&compile::compile(reader.view(), writer.view())) {
                return complain(text);
            }
            for _ in 0..3 {
                let Some((bytes, wrote)) = data(schema, choices) else { break };
                let found = match resolve(reader, writer, &bytes) {
                    Ok(found) => found,
                    Err(error) => return complain(&format!("{error}: {wrote}")),
                };
                let ours = if std::ptr::eq(schema, &old) { &new } else { &old };
                match (naive::Naive { reader: ours, writer: schema }).root(&wrote) {
                    Ok(expected) if same(&found, &expected) => {}
                    expected => return complain(&format!("{wrote} is read as {found}, expected {expected:?}")),
                }
                other.set(other.get() + usize::from(!same(&found, &wrote)));
            }
        }
        Ok(())
    });
    assert!(compatible.get() > 500, "{}", compatible.get());
    // the schemas do differ in what their data means
    assert!(other.get() > 500, "{}", other.get());
}

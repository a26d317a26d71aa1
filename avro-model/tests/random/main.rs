//! Random pairs of schemas: the engine's verdict against a plain recursion, what must hold of its causes whatever the schemas
//! are, the gate's helps against schemas that were really changed as they say, and texts that are read, printed and read again.

mod engine;
mod gate;
mod texts;

use avro_model::Document;
use avro_tests::random::{Choices, Schema};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Runs `test` on lists of numbers, the same ones each time; `AVRO_CASES` asks for more of them.
fn for_all(cases: u32, test: impl Fn(&mut Choices<'_>) -> Result<(), String>) {
    let cases = std::env::var("AVRO_CASES").map_or(cases, |count| count.parse().expect("a number"));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let numbers = proptest::collection::vec(proptest::num::u16::ANY, 0..160);
    let outcome = runner
        .run(&numbers, |numbers| test(&mut Choices::new(&numbers)).map_err(proptest::test_runner::TestCaseError::fail));
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// A schema and one that came from it.
fn pair(choices: &mut Choices<'_>) -> (Schema, Schema) {
    let old = Schema::random(choices);
    let mut new = old.clone();
    for _ in 0..1 + choices.below(5) {
        new.mutate(choices);
    }
    (new, old)
}

fn parse(schema: &Schema) -> Document {
    let text = schema.json();
    Document::parse(&text).unwrap_or_else(|errors| panic!("{errors}\n{text}"))
}

fn say(reader: &Schema, writer: &Schema, what: impl std::fmt::Display) -> String {
    format!("{what}\n  reader {}\n  writer {}", reader.json(), writer.json())
}

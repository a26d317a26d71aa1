//! The shared evolution vectors through types: each reader's schema becomes a type (a newtype where it has no name), which
//! reads what the writer wrote and writes it by its own schema; the value has to be Java's, or refused as by Java.

// What `value.rs` imports from the module around it.
use avro_runtime::__private::PlanRef;
use avro_runtime::schema::Document;
use avro_runtime::{DecodeError, Decoder};
use avro_tests::{Scratch, Verdicts};
use generated::{Module, generate};
use serde_json::Value;

mod generated;
#[path = "../../avro-runtime/src/resolve/value.rs"]
mod value;

/// What the crate does: each case through the type of its module that has the reader's schema.
const MAIN: &str = r#"    use avro_runtime::schema::{Document, content::content_hash_with_docs};

    for line in include_str!("../../cases.txt").lines() {
        let [module, id, hex, writer, reader] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let reader = content_hash_with_docs(Document::parse(reader).expect("a schema").view());
        let own = |entry: &&avro_runtime::Registration| {
            entry.rust_path().split("::").nth(1) == Some(module)
                && content_hash_with_docs(entry.schema().view()) == reader
        };
        let Some(entry) = avro_runtime::schemas().into_iter().find(own) else { panic!("no type for {id}") };
        let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("is hexadecimal");
        let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(digit).collect();
        let read = match avro_runtime::WriterSchema::parse(writer) {
            Ok(writer) => avro_runtime::__private::reread(entry, &writer, bytes.leak()),
            Err(errors) => Err(format!("the writer's schema: {errors}")),
        };
        let (outcome, text) = match read {
            Ok(bytes) => ("ok", bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
            Err(error) => ("error", format!("{error:?}")),
        };
        println!("{module}\t{id}\t{outcome}\t{text}");
    }
"#;

#[test]
fn generated_readers_read_what_java_reads() {
    let Some(path) = avro_tests::shared("vectors/evolution.json") else { return };
    let text = std::fs::read_to_string(path).expect("readable test data");
    let vectors: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let mut verdicts = Verdicts::new(include_str!("evolution/known-failures.txt"));
    let mut modules: Vec<Module> = Vec::new();
    let mut cases = String::new();
    let mut planned = Vec::new();
    for vector in &vectors {
        let (id, reader) = (vector["id"].as_str().expect("an id"), vector["reader"].to_string());
        match generate(&[("reader.avsc".to_owned(), reader.clone())]) {
            Ok(text) => {
                // the id of a module is its reader's schema, which many cases share
                let at = modules.iter().position(|module| module.id == reader).unwrap_or_else(|| {
                    modules.push(Module { id: reader.clone(), text });
                    modules.len() - 1
                });
                let hex = vector["hex"].as_str().expect("has data");
                cases.push_str(&format!("{}\t{id}\t{hex}\t{}\t{reader}\n", generated::name(at), vector["writer"]));
                planned.push((id, reader, vector));
            }
            Err(error) => verdicts.add(id, refused(vector, &error)),
        }
    }
    let scratch = Scratch::new("evolution");
    scratch.file("cases.txt", &cases);
    let outcomes = generated::run(&scratch, &modules, 1, MAIN);
    for (id, reader, vector) in planned {
        let outcome = match outcomes.get(&reader) {
            Some(Ok(lines)) => judge(id, vector, lines),
            Some(Err(error)) => Err(error.clone()),
            None => Err("no type has the reader's schema".to_owned()),
        };
        verdicts.add(id, outcome);
    }
    assert!(verdicts.passed() * 10 > vectors.len() * 9, "{} of {}", verdicts.passed(), vectors.len());
    verdicts.finish("evolution through types");
}

/// A reader's schema that is refused, by Java too.
fn refused(vector: &Value, error: &str) -> Result<(), String> {
    if vector.get("expected").is_some() { Err(error.to_owned()) } else { Ok(()) }
}

fn judge(id: &str, vector: &Value, lines: &[String]) -> Result<(), String> {
    let line = lines.iter().filter_map(|line| line.strip_prefix(id)?.strip_prefix('\t')?.split_once('\t')).next();
    let (outcome, text) = line.ok_or("the crate did not come to it")?;
    match (outcome, vector.get("expected")) {
        ("ok", Some(expected)) => {
            let ours = value_of(&vector["reader"], text)?;
            if value::same(&ours, expected) { Ok(()) } else { Err(format!("{ours}, expected {expected}")) }
        }
        ("error", None) => Ok(()),
        ("ok", None) => Err(format!("read as {text}, expected {}", vector["error"])),
        (_, expected) => Err(format!("{text}, expected {expected:?}")),
    }
}

/// The value of the bytes `hex`, which were written by `schema`.
fn value_of(schema: &Value, hex: &str) -> Result<Value, String> {
    let document = Document::parse(&schema.to_string()).map_err(|errors| errors.to_string())?;
    let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("is hexadecimal");
    let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(digit).collect();
    let mut input = Decoder::new(&bytes);
    let value = value::read(document.view(), None, &mut input).map_err(|error| error.to_string())?;
    input.finish().map_err(|error| error.to_string())?;
    Ok(value)
}

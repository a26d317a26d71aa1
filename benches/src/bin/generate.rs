//! `cargo run -p avro-benches --bin generate [-- --samples N]`: how long avro-build takes for 1,000 schema files.
//!
//! Without `--release` it is compiled as build scripts are by default, without optimisation; with it as the dependencies of
//! build scripts are under `[profile.dev.build-override] opt-level = 3`. What is measured is one run from the files to the text
//! of the code, in one thread.

use std::error::Error;
use std::fs;
use std::time::Instant;

use avro_benches::measure::median;
use avro_build::Config;

/// How many files there are, in how many namespaces.
const FILES: usize = 1_000;
const NAMESPACES: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut samples = 5;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--samples" => samples = arguments.next().ok_or("--samples needs a number")?.parse()?,
            other => return Err(format!("`{other}`: this program knows --samples N").into()),
        }
    }
    let program = std::env::current_exe()?;
    let folder = program.ancestors().nth(2).ok_or("the program stands in no build folder")?.join("generate-bench");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut bytes = 0;
    for number in 0..FILES {
        let text = schema(number);
        bytes += text.len();
        let space = folder.join(format!("space{}", number % NAMESPACES));
        fs::create_dir_all(&space)?;
        fs::write(space.join(format!("event{number:04}.avsc")), text)?;
    }
    let mut config = Config::new();
    config.schemas([&folder]);
    let mut seconds = Vec::new();
    let mut lines = 0;
    for _ in 0..samples {
        let start = Instant::now();
        let generated = config.generate();
        seconds.push(start.elapsed().as_secs_f64());
        if let Some(error) = generated.errors.first() {
            return Err(error.clone().into());
        }
        lines = generated.text.lines().count();
    }
    println!(
        "{FILES} files, {} kB, to {lines} lines: {:.2} s (median of {samples}, {})",
        bytes / 1_000,
        median(seconds),
        if cfg!(debug_assertions) { "not optimised" } else { "optimised" }
    );
    Ok(())
}

/// The schema of the file at `number`: a record of 15 fields, with an enum, a record of its own and one of another file.
fn schema(number: usize) -> String {
    let space = |number: usize| format!("com.acme.space{}", number % NAMESPACES);
    // Of the file before in the same namespace, and of one in another.
    let (near, far) = (number.saturating_sub(NAMESPACES), number.saturating_sub(NAMESPACES + 1));
    format!(
        r#"{{
  "type": "record", "name": "Event{number}", "namespace": "{}",
  "doc": "What happened to number {number}.\nSee https://acme.com/events for `more`.",
  "fields": [
    {{"name": "id", "type": "long"}},
    {{"name": "customerName", "type": "string", "doc": "As it was entered."}},
    {{"name": "amount", "type": {{"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}}}},
    {{"name": "at", "type": {{"type": "long", "logicalType": "timestamp-millis"}}}},
    {{"name": "note", "type": ["null", "string"], "default": null}},
    {{"name": "count", "type": "int", "default": 1}},
    {{"name": "labels", "type": {{"type": "map", "values": "string"}}, "default": {{}}}},
    {{"name": "tags", "type": {{"type": "array", "items": "string"}}, "default": []}},
    {{"name": "status", "type": {{"type": "enum", "name": "Status{number}", "symbols": ["NEW", "PAID", "SENT", "LOST"], "default": "NEW"}}}},
    {{"name": "value", "type": ["null", "long", "double", "string"], "default": null}},
    {{"name": "address", "type": {{"type": "record", "name": "Address{number}", "fields": [
      {{"name": "street", "type": "string"}}, {{"name": "zip", "type": "string"}}, {{"name": "city", "type": ["string", "null"], "default": ""}}]}}}},
    {{"name": "before", "type": ["null", "{}.Event{near}"], "default": null}},
    {{"name": "elsewhere", "type": ["null", "{}.Address{far}"], "default": null}},
    {{"name": "active", "type": "boolean", "default": true}},
    {{"name": "ratio", "type": "double", "default": 0.5, "confluent:tags": ["PII"]}}
  ]
}}
"#,
        space(number),
        space(near),
        space(far)
    )
}

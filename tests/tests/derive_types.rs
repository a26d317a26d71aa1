//! Random types over the whole mapping (`avro_tests::rust_types`): their values go round; the established crate reads them by the
//! printed schema and writes the same bytes; and the printed schema, through avro-build, becomes types that have the same schema and
//! read and write the same values.
//!
//! `AVRO_TYPES` is how many modules of types there are, `AVRO_TYPES_SEED` where their numbers come from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use apache_avro::reader::datum::GenericDatumReader;
use apache_avro::writer::datum::GenericDatumWriter;
use avro_model::{Document, Kind, View};
use avro_tests::{Scratch, rust_types};
use generated::{Frame, Module, generate};

mod generated;

/// Types of a module, about.
const TYPES: usize = 10;

/// The library versions are those of the workspace's lock file.
const DEPENDENCIES: &str = r#"serde = { path = "../serde" }
arrayvec = "0.7"
bigdecimal = "0.4"
bytes = "1"
bytestring = "1"
chrono = { version = "0.4", default-features = false }
indexmap = "2"
jiff = { version = "1", default-features = false, features = ["std"] }
num-bigint = "0.5"
rust_decimal = { version = "1", default-features = false }
smallvec = "1"
time = { version = "0.3", default-features = false }
uuid = { version = "1", default-features = false }
"#;
const FEATURES: [&str; 11] = [
    "arrayvec",
    "bigdecimal",
    "bytes",
    "chrono",
    "indexmap",
    "jiff",
    "num-bigint",
    "rust_decimal",
    "smallvec",
    "time",
    "uuid",
];

/// In place of serde: its derive makes its attributes legal, and that is all there is to it here.
const SERDE: [(&str, &str); 2] = [
    (
        "Cargo.toml",
        "[package]\nname = \"serde\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[lib]\nproc-macro = true\n",
    ),
    (
        "src/lib.rs",
        "//! Attributes.\n\n/// Declares them.\n#[proc_macro_derive(Serialize, attributes(serde))]\n\
         pub fn serialize(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n    proc_macro::TokenStream::new()\n}\n",
    ),
];

/// What the crates of avro-build's types do: of each case the schema of its type, and its values as that type writes them.
const MAIN: &str = r#"    use avro_runtime::schema::{Document, content::content_hash_with_docs};

    for line in include_str!("../../cases.txt").lines() {
        let [module, id, schema, values] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let hash = content_hash_with_docs(Document::parse(schema).expect("a schema").view());
        let mut entries = avro_runtime::schemas();
        entries.retain(|entry| entry.rust_path().split("::").nth(1) == Some(module));
        if entries.is_empty() {
            // another crate has it
            continue;
        }
        let own = |entry: &&avro_runtime::Registration| content_hash_with_docs(entry.schema().view()) == hash;
        let Some(entry) = entries.into_iter().find(own) else {
            println!("{module}\t{id}\tno type has this schema\t\t");
            continue;
        };
        let problems = avro_runtime::__private::check_values(entry).join("; ");
        let writer = avro_runtime::WriterSchema::parse(schema).expect("a schema");
        let digit = |hex: &str, at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("is hexadecimal");
        let again = |hex: &str| {
            let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(|at| digit(hex, at)).collect();
            match avro_runtime::__private::reread(entry, &writer, bytes.leak()) {
                Ok(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
                Err(error) => error,
            }
        };
        let again: Vec<String> = values.split(',').map(again).collect();
        println!("{module}\t{id}\t{}\t{}\t{}", problems.replace(['\t', '\n'], " "), entry.json(), again.join(","));
    }
"#;

/// A type, as the crate that it is in tells of it.
struct Told {
    /// The module and the type.
    id: String,
    json: String,
    values: Vec<Vec<u8>>,
}

#[test]
fn random_types_keep_their_values_and_their_schemas() {
    let number = |name: &str, or: usize| std::env::var(name).ok().map_or(or, |text| text.parse().expect("a number"));
    let (count, seed) = (number("AVRO_TYPES", 9), number("AVRO_TYPES_SEED", 1));
    let modules: Vec<Module> = (0..count)
        .map(|module| Module {
            id: format!("module {module} of seed {seed}"),
            text: rust_types::module(seed as u64, module, TYPES),
        })
        .collect();
    let scratch = Scratch::new("types");
    for (file, text) in SERDE {
        scratch.file(&format!("serde/{file}"), text);
    }
    let frame = Frame {
        each: "    $module::check();\n",
        features: &FEATURES,
        dependencies: DEPENDENCIES,
        support: Some(rust_types::SUPPORT),
        ..Frame::default()
    };
    let outcomes = generated::run_framed(&scratch, &modules, 2, &frame);
    let mut wrong = Vec::new();
    let mut told = Vec::new();
    for (module, outcome) in &outcomes {
        match outcome {
            Ok(lines) => told.extend(lines.iter().filter_map(|line| match heard(module, line) {
                Ok(told) => Some(told),
                Err(error) => {
                    wrong.push(error);
                    None
                }
            })),
            Err(error) => wrong.push(format!("{module}: {error}")),
        }
    }
    println!("{} types, {} values", told.len(), told.iter().map(|told| told.values.len()).sum::<usize>());
    for told in &told {
        wrong.extend(apache(told).err().map(|error| format!("{}: {error}\n{}", told.id, told.json)));
    }
    wrong.extend(built(&told));
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(told.len() >= count * TYPES, "only {} types", told.len());
}

/// What a line says of a type.
fn heard(module: &str, line: &str) -> Result<Told, String> {
    let [name, wrong, json, canonical, values] = line.split('\t').collect::<Vec<_>>()[..] else {
        return Err(format!("{module}: {line}"));
    };
    let id = format!("{module}, {name}");
    if !wrong.is_empty() {
        return Err(format!("{id}: {wrong}\n{json}"));
    }
    assert!(!canonical.is_empty() && !values.is_empty(), "{id}");
    Ok(Told { id, json: json.to_owned(), values: values.split(',').map(unhex).collect() })
}

fn unhex(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("is hexadecimal")).collect()
}

/// The schema, for the established crate, which does not know records that are declared as errors.
fn theirs(json: &str) -> Result<apache_avro::Schema, String> {
    let json = json.replace(r#"{"type":"error","#, r#"{"type":"record","#);
    apache_avro::Schema::parse_str(&json).map_err(|error| format!("apache-avro: {error}"))
}

/// The established crate reads each value and writes the same bytes; maps have no order there.
fn apache(told: &Told) -> Result<(), String> {
    let schema = theirs(&told.json)?;
    let reader = GenericDatumReader::builder(&schema).build().map_err(|error| error.to_string())?;
    let writer = GenericDatumWriter::builder(&schema).build().map_err(|error| error.to_string())?;
    for bytes in &told.values {
        let mut rest = bytes.as_slice();
        let value = reader.read_value(&mut rest).map_err(|error| format!("apache-avro reads {bytes:?}: {error}"))?;
        if !rest.is_empty() {
            return Err(format!("apache-avro leaves {} bytes of {bytes:?}", rest.len()));
        }
        let again = writer.write_value_to_vec(value.clone()).map_err(|error| format!("apache-avro writes: {error}"))?;
        if again != *bytes {
            let other = reader.read_value(&mut again.as_slice()).map_err(|error| error.to_string())?;
            if again.len() != bytes.len() || other != value {
                return Err(format!("apache-avro writes {again:?} for {bytes:?}, {value:?}"));
            }
        }
    }
    Ok(())
}

/// Every schema becomes types of avro-build, which have that schema and write the values as they were.
fn built(told: &[Told]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut modules: Vec<Module> = Vec::new();
    let mut cases: BTreeMap<String, &Told> = BTreeMap::new();
    let mut text = String::new();
    for told in whole(told) {
        match generate(&[("types.avsc".to_owned(), told.json.clone())]) {
            Ok(code) => {
                let values: Vec<String> =
                    told.values.iter().map(|bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
                let (module, id) = (generated::name(modules.len()), &told.id);
                let _ = writeln!(text, "{module}\t{id}\t{}\t{}", told.json, values.join(","));
                modules.push(Module { id: id.clone(), text: code });
                cases.insert(id.clone(), told);
            }
            Err(error) => wrong.push(format!("{}: avro-build: {error}\n{}", told.id, told.json)),
        }
    }
    let scratch = Scratch::new("types-built");
    scratch.file("cases.txt", &text);
    for (id, outcome) in generated::run(&scratch, &modules, 2, MAIN) {
        let told = cases[&id];
        wrong.extend(
            outcome
                .and_then(|lines| match lines.as_slice() {
                    [line] => same(told, line),
                    _ => Err(format!("{} types", lines.len())),
                })
                .err()
                .map(|error| format!("{id}, by avro-build: {error}\n{}", told.json)),
        );
    }
    wrong
}

/// The types that are no part of the schema of another of them.
fn whole(told: &[Told]) -> Vec<&Told> {
    let mut by_size: Vec<&Told> = told.iter().collect();
    by_size.sort_by_key(|told| (std::cmp::Reverse(told.json.len()), &told.id));
    let (mut parts, mut seen) = (BTreeSet::new(), BTreeSet::new());
    by_size.retain(|told| {
        let document = Document::parse(&told.json).expect("a schema");
        let kept = document.view().name().is_none_or(|name| !parts.contains(name.full.get()))
            && seen.insert(told.json.clone());
        if kept {
            inner(document.view(), &mut parts);
        }
        kept
    });
    by_size
}

/// Adds the full names of the types in `root`.
fn inner(root: View<'_>, names: &mut BTreeSet<String>) {
    let mut waiting = vec![root];
    let mut seen = BTreeSet::new();
    while let Some(view) = waiting.pop() {
        if let Some(name) = view.name() {
            let full = name.full.get();
            if !seen.insert(full.to_owned()) {
                continue;
            }
            names.insert(full.to_owned());
        }
        match &view.node.kind {
            Kind::Array(child) | Kind::Map(child) => waiting.push(view.child(child)),
            Kind::Union(_) => waiting.extend((0..view.branch_count()).map(|i| view.branch(i))),
            Kind::Record(_) => waiting.extend((0..view.field_count()).map(|i| view.child(&view.field(i).schema))),
            _ => {}
        }
    }
}

/// The line about the type that avro-build made says the same.
fn same(told: &Told, line: &str) -> Result<(), String> {
    let [id, problems, json, values] = line.split('\t').collect::<Vec<_>>()[..] else { return Err(line.to_owned()) };
    if id != told.id || !problems.is_empty() {
        return Err(format!("{id}: {problems}"));
    }
    if json != told.json {
        return Err(format!("the schema is {json}"));
    }
    let schema = theirs(json)?;
    let reader = GenericDatumReader::builder(&schema).build().map_err(|error| error.to_string())?;
    for (bytes, again) in told.values.iter().zip(values.split(',')) {
        if again.len() % 2 != 0 || !again.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(format!("{bytes:?}: {again}"));
        }
        let again = unhex(again);
        if again != *bytes {
            // maps come in another order
            let read = |mut bytes: &[u8]| reader.read_value(&mut bytes).map_err(|error| error.to_string());
            if again.len() != bytes.len() || read(&again)? != read(bytes)? {
                return Err(format!("{bytes:?} is written as {again:?}"));
            }
        }
    }
    Ok(())
}

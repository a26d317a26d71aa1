//! `cargo run -p avro-benches --bin compile [-- structs | gate] [--samples N]`: how long rustc takes for generated crates.
//!
//! Each crate is made below the build folder, with its dependencies built beforehand; what is measured is the wall time of
//! the one cargo call that compiles the crate itself anew, cargo's own start included, without incremental compilation.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use avro_benches::measure::median;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How many structs the crate has, and how many fields each.
const STRUCTS: usize = 200;

/// The types of a struct's fields; `{}` is the struct before, where there is one.
const FIELDS: [&str; 15] = [
    "String",
    "i64",
    "i32",
    "f64",
    "bool",
    "String",
    "Option<String>",
    "Option<i64>",
    "Vec<String>",
    "i64",
    "::std::collections::HashMap<String, String>",
    "Option<f64>",
    "String",
    "Vec<i32>",
    "{}",
];

struct Bench {
    root: PathBuf,
    samples: usize,
}

impl Bench {
    fn new(samples: usize) -> Result<Bench> {
        let program = std::env::current_exe()?;
        let target = program.ancestors().nth(2).ok_or("the program stands in no build folder")?;
        Ok(Bench { root: target.join("compile-bench"), samples })
    }

    /// Makes the crate anew, but keeps what was built.
    fn make(&self, name: &str, dependencies: &str, lib: &str) -> Result<PathBuf> {
        let folder = self.root.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("src"))?;
        fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{dependencies}"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/lib.rs"), lib)?;
        Ok(folder)
    }

    /// The median of the seconds that `cargo <arguments>` takes for the crate itself.
    fn seconds(&self, folder: &Path, arguments: &[&str]) -> Result<f64> {
        let lib = folder.join("src/lib.rs");
        let text = fs::read(&lib)?;
        let mut samples = Vec::new();
        for round in 0..=self.samples {
            fs::write(&lib, &text)?;
            let start = Instant::now();
            let output = Command::new("cargo")
                .current_dir(folder)
                .args(arguments)
                .args(["--offline", "--quiet"])
                .env("CARGO_TARGET_DIR", self.root.join("target"))
                .env("CARGO_INCREMENTAL", "0")
                .output()?;
            let seconds = start.elapsed().as_secs_f64();
            if !output.status.success() {
                let text = String::from_utf8_lossy(&output.stderr);
                return Err(text.lines().take(20).collect::<Vec<_>>().join("\n").into());
            }
            // The first round builds the dependencies.
            if round > 0 {
                samples.push(seconds);
            }
        }
        Ok(median(samples))
    }

    fn structs(&self) -> Result<()> {
        let serde = "serde = { version = \"1\", features = [\"derive\"] }\n";
        let apache = format!(
            "{serde}serde_json = \"1\"\napache-avro = {{ version = \"0.22\", default-features = false, features = [\"derive\"] }}\n"
        );
        let fast = format!("{serde}serde_avro_fast = \"2.1.2\"\nserde_avro_derive = \"0.3.3\"\n");
        let serdes = "Debug, Clone, serde::Serialize, serde::Deserialize";
        let crates = [
            ("plain", String::new(), structs("Debug, Clone", "")),
            ("serde's derives alone", serde.to_owned(), structs(serdes, "")),
            ("serde, apache-avro", apache, structs(&format!("{serdes}, apache_avro::AvroSchema"), APACHE_CALLS)),
            (
                "serde, serde_avro_derive",
                fast,
                structs(&format!("{serdes}, serde_avro_derive::BuildSchema"), FAST_CALLS),
            ),
            ("ours", dependency("avro-runtime"), structs("Debug, Clone, avro_runtime::AvroSchema", CALLS)),
        ];
        println!(
            "| {STRUCTS} structs x {} fields, seconds | check | dev build | release |\n|---|--:|--:|--:|",
            FIELDS.len()
        );
        for (name, dependencies, lib) in crates {
            let package: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            let folder = self.make(&format!("structs-{package}"), &dependencies, &lib)?;
            let check = self.seconds(&folder, &["check"])?;
            let build = self.seconds(&folder, &["build"])?;
            let release = self.seconds(&folder, &["build", "--release"])?;
            println!("| {name} | {check:.2} | {build:.2} | {release:.2} |");
        }
        Ok(())
    }

    fn gate(&self) -> Result<()> {
        println!("| gate, seconds of `cargo check` | without | with | difference |\n|---|--:|--:|--:|");
        for (fields, versions) in [(30, 10), (500, 20)] {
            let name = format!("gate-{fields}-{versions}");
            let mut seconds = [0.0; 2];
            for (gated, seconds) in [false, true].into_iter().zip(&mut seconds) {
                let lib = record(fields, versions, gated);
                let folder = self.make(&format!("{name}-{gated}"), &dependency("avro-runtime"), &lib)?;
                if gated {
                    history(&folder.join("schemas/history/bench.Wide"), fields, versions)?;
                }
                *seconds = self.seconds(&folder, &["check"])?;
            }
            let [without, with] = seconds;
            println!("| {fields} fields x {versions} versions | {without:.2} | {with:.2} | {:.2} |", with - without);
        }
        Ok(())
    }
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("invariant: the package stands in the workspace's folder `benches`")
}

fn dependency(member: &str) -> String {
    format!("{member} = {{ path = '{}' }}\n", workspace().join(member).display())
}

/// What uses every struct's codec, as a service would.
const CALLS: &str = "pub fn write_{}(record: &Struct{}, out: &mut Vec<u8>) -> bool { avro_runtime::AvroEncode::write_avro(record, out).is_ok() }\n\
                     pub fn read_{}(bytes: &[u8]) -> Option<Struct{}> { avro_runtime::AvroDecode::from_avro(bytes).ok() }\n";

/// The same of the peers, with the schema that they make at run time.
const APACHE_CALLS: &str = "pub fn write_{}(record: &Struct{}, writer: &apache_avro::writer::datum::GenericDatumWriter<'_>, out: &mut Vec<u8>) -> bool { writer.write_ser(out, record).is_ok() }\n\
                            pub fn read_{}(mut bytes: &[u8], reader: &apache_avro::reader::datum::GenericDatumReader<'_>) -> Option<Struct{}> { reader.read_deser(&mut bytes).ok() }\n\
                            pub fn schema_{}() -> apache_avro::Schema { <Struct{} as apache_avro::AvroSchema>::get_schema() }\n";
const FAST_CALLS: &str = "pub fn write_{}(record: &Struct{}, config: &mut serde_avro_fast::ser::SerializerConfig<'_>, out: &mut Vec<u8>) -> bool { serde_avro_fast::to_datum(record, out, config).is_ok() }\n\
                          pub fn read_{}(bytes: &[u8], schema: &serde_avro_fast::Schema) -> Option<Struct{}> { serde_avro_fast::from_datum_slice(bytes, schema).ok() }\n\
                          pub fn schema_{}() -> Option<serde_avro_fast::Schema> { <Struct{} as serde_avro_derive::BuildSchema>::schema().ok() }\n";

fn structs(derives: &str, calls: &str) -> String {
    let mut text = String::new();
    for index in 0..STRUCTS {
        // Ten levels deep.
        let before = if index % 10 == 0 { "Vec<f64>".to_owned() } else { format!("Struct{}", index - 1) };
        let _ = writeln!(text, "#[derive({derives})]\npub struct Struct{index} {{");
        for (field, ty) in FIELDS.iter().enumerate() {
            let _ = writeln!(text, "    pub field_{field}: {},", ty.replace("{}", &before));
        }
        let _ = writeln!(text, "}}\n{}", calls.replace("{}", &index.to_string()));
    }
    text
}

/// How often the field at that place was replaced up to that version: each version replaces one field in twenty.
fn generation(place: usize, fields: usize, version: usize) -> usize {
    let changed = (fields / 20).max(1);
    (1..=version).filter(|version| (version * changed..(version + 1) * changed).any(|at| at % fields == place)).count()
}

/// The record as the version after the last recorded one has it.
fn record(fields: usize, versions: usize, gated: bool) -> String {
    let evolution = if gated { ", evolution = \"full_transitive\"" } else { "" };
    let mut text = format!(
        "#[derive(Debug, Clone, avro_runtime::AvroSchema)]\n#[avro(namespace = \"bench\"{evolution})]\npub struct Wide {{\n"
    );
    for place in 0..fields {
        let (attribute, ty) = [
            ("", "Option<i64>"),
            ("#[avro(default = 0)] ", "i32"),
            ("", "Option<String>"),
            ("#[avro(default = \"\")] ", "String"),
        ][place % 4];
        let generation = generation(place, fields, versions + 1);
        let _ = writeln!(text, "    {attribute}pub field_{place}_{generation}: {ty},");
    }
    text + "}\n"
}

fn history(folder: &Path, fields: usize, versions: usize) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut entries = Vec::new();
    for version in 1..=versions {
        let fields = (0..fields).map(|place| {
            let ty = [
                r#"["null","long"],"default":null"#,
                r#""int","default":0"#,
                r#"["null","string"],"default":null"#,
                r#""string","default":"""#,
            ][place % 4];
            format!("{{\"name\":\"field_{place}_{}\",\"type\":{ty}}}", generation(place, fields, version))
        });
        let fields = fields.collect::<Vec<_>>().join(",\n");
        let schema =
            format!("{{\"type\":\"record\",\"name\":\"Wide\",\"namespace\":\"bench\",\"fields\":[\n{fields}]}}\n");
        let hash: String =
            hmac_sha256::Hash::hash(schema.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        fs::write(folder.join(format!("v{version}.avsc")), schema)?;
        entries.push(format!(
            "{{\"version\":{version},\"file\":\"v{version}.avsc\",\"sha256\":\"{hash}\",\"released\":true,\"registry\":[]}}"
        ));
    }
    let entries = entries.join(",\n");
    fs::write(folder.join("history.json"), format!("{{\"format\":1,\"versions\":[\n{entries}],\"accepted\":[]}}\n"))?;
    Ok(())
}

fn main() -> Result<()> {
    let (mut samples, mut wanted) = (5, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--samples" => {
                samples = arguments.next().and_then(|count| count.parse().ok()).ok_or("--samples <count>")?
            }
            "structs" | "gate" => wanted.push(argument),
            _ => return Err("usage: compile [structs] [gate] [--samples <count>]".into()),
        }
    }
    let bench = Bench::new(samples)?;
    let wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|each| each == name);
    if wanted("structs") {
        bench.structs()?;
    }
    if wanted("gate") {
        bench.gate()?;
    }
    Ok(())
}

//! Public schemas, and the schemas of the types that the other tests derive: generated, compiled without warnings, equal to
//! their sources; and generated again from what the types say of themselves the code is the same.
//!
//! All are compiled as by `cargo check`, which holds every type against its source. One of [`SHARE`] is built and run as well:
//! its values go round. `AVRO_CORPUS=all` runs every one, which takes the compiler minutes.

#![allow(clippy::duplicate_mod, reason = "the tests whose types are taken have a module in common")]

use std::collections::BTreeSet;

use avro_model::parse::{self, Source};
use avro_model::{Document, content, print};
use avro_tests::{Scratch, Verdicts};
use generated::{Module, generate};
use serde_json::Value;

mod generated;

// What the other tests derive.
#[path = "derive_annotations.rs"]
mod derive_annotations;
#[path = "derive_attributes.rs"]
mod derive_attributes;
#[path = "derive_enums.rs"]
mod derive_enums;
#[path = "derive_generated.rs"]
mod derive_generated;
#[path = "derive_generic.rs"]
mod derive_generic;
#[path = "derive_structs.rs"]
mod derive_structs;

/// A schema: its file and those that it refers to, its own first.
struct Case {
    id: String,
    repository: String,
    sources: Vec<(String, String)>,
}

/// What each crate prints: of every type its path, whether values go round, and its schema.
const MAIN: &str = r#"    for entry in avro_runtime::schemas() {
        let module = entry.rust_path().split("::").nth(1).unwrap_or_default();
        let problems = avro_runtime::__private::check_values(entry);
        println!("{module}\t{}\t{:?}\t{}", entry.rust_path(), problems.join("; "), entry.json());
    }
"#;

fn public_schemas() -> Option<Vec<Case>> {
    let folder = avro_tests::shared("corpus")?;
    let read =
        |file: &str| std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let index: Vec<Value> = serde_json::from_str(&read("index.json")).expect("JSON");
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let mut cases = Vec::new();
    for entry in &index {
        if !text(entry, "spec_verdict").starts_with("valid") {
            continue;
        }
        let (id, path) = (text(entry, "file"), text(entry, "path"));
        let root = id.strip_suffix(&path).expect("a file stands at its path below its repository's folder");
        let mut sources = vec![(id.clone(), read(&id))];
        for reference in entry["reference_files"].as_array().into_iter().flatten() {
            let file = format!("{root}{}", reference.as_str().expect("a path"));
            sources.push((file.clone(), read(&file)));
        }
        cases.push(Case { id, repository: text(entry, "repo"), sources });
    }
    Some(cases)
}

/// The schemas of the types that the other tests derive, under what their types are called.
fn derived_schemas() -> Vec<Case> {
    let mut seen = BTreeSet::new();
    let mut cases = Vec::new();
    for entry in avro_runtime::schemas() {
        // the same type may be registered by several names
        if seen.insert(entry.json()) {
            let id = entry.rust_path().to_owned();
            let file = format!("{}.avsc", entry.rust_path().rsplit("::").next().unwrap_or_default());
            cases.push(Case { id, repository: "tests".to_owned(), sources: vec![(file, entry.json().to_owned())] });
        }
    }
    cases
}

/// Of so many public schemas one is run.
const SHARE: usize = 24;

#[test]
fn schemas_become_types_and_types_become_the_same_schemas() {
    let Some(mut cases) = public_schemas() else { return };
    let public = cases.len();
    cases.extend(derived_schemas());
    assert!(cases.len() > public + 80, "{} derived types", cases.len() - public);
    let all = std::env::var("AVRO_CORPUS").is_ok_and(|value| value == "all");
    let mut verdicts = Verdicts::new(include_str!("corpus/known-failures.txt"));
    let (mut run, mut checked) = (Batch::default(), Batch::default());
    let texts = generate_all(&cases);
    for (at, (case, text)) in cases.iter().zip(texts).enumerate() {
        match text.and_then(|text| again(case, &text).map(|()| text)) {
            Ok(text) => {
                let batch = if all || at >= public || at % SHARE == 0 { &mut run } else { &mut checked };
                batch.modules.push(Module { id: case.id.clone(), text });
                batch.cases.push(case);
            }
            Err(error) => verdicts.add(&case.id, Err(error)),
        }
    }
    let ran = generated::run(&Scratch::new("corpus_run"), &run.modules, if all { 16 } else { 2 }, MAIN);
    let compiled = generated::check(&Scratch::new("corpus_check"), &checked.modules, 8);
    let mut repositories = BTreeSet::new();
    for (case, outcome) in run.cases.iter().map(|case| (case, &ran[&case.id])) {
        let outcome = outcome.clone().and_then(|types| judge(case, &types));
        repositories.extend(outcome.is_ok().then(|| case.repository.clone()));
        verdicts.add(&case.id, outcome);
    }
    for (case, outcome) in checked.cases.iter().map(|case| (case, &compiled[&case.id])) {
        repositories.extend(outcome.is_ok().then(|| case.repository.clone()));
        verdicts.add(&case.id, outcome.clone().map(|_| ()));
    }
    println!("{} of {} schemas, of {} repositories", verdicts.passed(), cases.len(), repositories.len());
    assert!(verdicts.passed() > 1_600 && repositories.len() > 40, "{} pass", verdicts.passed());
    verdicts.finish("generated types");
}

/// Schemas whose code is compiled together.
#[derive(Default)]
struct Batch<'c> {
    cases: Vec<&'c Case>,
    modules: Vec<Module>,
}

/// In as many threads as there are processors.
fn generate_all(cases: &[Case]) -> Vec<Result<String, String>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = cases.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let work: Vec<_> = cases
            .chunks(share)
            .map(|cases| scope.spawn(|| cases.iter().map(|case| generate(&case.sources)).collect::<Vec<_>>()))
            .collect();
        work.into_iter().flat_map(|thread| thread.join().expect("a thread that generates code")).collect()
    })
}

/// The schema of the case's first file, as one text that needs no other, and its hash.
fn whole(case: &Case) -> Result<(String, u128), String> {
    let source = |(file, text): &(String, String)| Source { file: file.clone(), text: text.clone() };
    let sources: Vec<Source> = case.sources.iter().map(source).collect();
    let options = parse::Options { wrapped: true, ..parse::Options::default() };
    let files = parse::parse_files(&sources, &options);
    let root = files.schemas().find(|schema| schema.file == 0).ok_or("the file has no sound root")?;
    Ok((print::json(root.view), content::content_hash_with_docs(root.view)))
}

/// The schema as the generated type prints it gives the same code as its source, `text`. That it is what the type prints is
/// held by the code itself, and by [`judge`] for those that are run.
fn again(case: &Case, text: &str) -> Result<(), String> {
    let again = generate(&[(case.sources[0].0.clone(), whole(case)?.0)])?;
    let same = if case.sources.len() == 1 {
        again == text
    } else {
        // without the types of the other files that this one does not use
        let lines: BTreeSet<&str> = text.lines().collect();
        again.lines().all(|line| lines.contains(line))
    };
    if same { Ok(()) } else { Err("the code made from the type's own schema is other code".to_owned()) }
}

/// What the lines about the types of `case` say: that values go round, and what schemas the types have.
fn judge(case: &Case, types: &[String]) -> Result<(), String> {
    let (json, hash) = whole(case)?;
    let mut own = None;
    for line in types {
        let mut parts = line.splitn(3, '\t');
        let (Some(path), Some(problems), Some(json)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(format!("the crate prints {line}"));
        };
        if problems != "\"\"" {
            return Err(problems.to_owned());
        }
        let document = Document::parse(json).map_err(|errors| format!("{path}: {errors}"))?;
        if content::content_hash_with_docs(document.view()) == hash {
            own = Some(json);
        }
    }
    match own {
        Some(own) if own == json => Ok(()),
        Some(own) => Err(format!("the type's schema is {own}")),
        None => Err("no type has the schema of the file".to_owned()),
    }
}

//! Public schemas in the compiler's gate: each against itself as its released version, and public histories, newest against all,
//! which fail as a rule and look for fixes. The compiler says nothing, not even that it takes long, and meets no limit.
//!
//! The largest ones are compiled; `AVRO_GATE_CORPUS=all` compiles every one, which takes the compiler minutes, and
//! `AVRO_GATE_CORPUS=histories:0..40` (or `schemas:`) those at these places, the largest first.

use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

use avro_model::compat::can_read;
use avro_model::content::content_hash;
use avro_model::emit::emit;
use avro_model::parse::{Options, parse};
use avro_model::{Document, Level, View};
use avro_tests::{Scratch, dependency};
use serde_json::Value;

/// Which schemas and histories are compiled: the largest ones, or what is asked for.
fn chosen() -> [Range<usize>; 2] {
    let Ok(asked) = std::env::var("AVRO_GATE_CORPUS") else { return [0..6, 0..2] };
    if asked == "all" {
        return [0..usize::MAX, 0..usize::MAX];
    }
    let place =
        |text: &str| text.parse::<usize>().unwrap_or_else(|_| panic!("AVRO_GATE_CORPUS={asked}: {text:?} is no place"));
    match asked.split_once(':').and_then(|(kind, range)| Some((kind, range.split_once("..")?))) {
        Some(("schemas", (from, to))) => [place(from)..place(to), 0..0],
        Some(("histories", (from, to))) => [0..0, place(from)..place(to)],
        _ => panic!("AVRO_GATE_CORPUS={asked}: neither `all`, `schemas:0..40` nor `histories:0..40`"),
    }
}

/// The items at the places of `range`, as far as there are any.
fn part<T>(items: Vec<T>, range: &Range<usize>) -> Vec<T> {
    items.into_iter().skip(range.start).take(range.len()).collect()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// As Java's parser takes them, and as avro-build does.
fn document(text: &str) -> Option<Document> {
    parse(text, &Options { wrapped: true, ..Options::default() }).ok().map(|parsed| parsed.document)
}

/// The schemas that need no other file, largest first.
fn schemas(corpus: &Path) -> Vec<(String, Document)> {
    let index: Vec<Value> = serde_json::from_str(&read(&corpus.join("index.json"))).expect("JSON");
    let mut found = Vec::new();
    for entry in &index {
        let text = |key: &str| entry[key].as_str().unwrap_or_default();
        if text("spec_verdict").starts_with("valid") && entry["reference_files"].is_null() {
            // what needs other files, whether the index knows of them or not, is left out
            found.extend(
                document(&read(&corpus.join(text("file")))).map(|document| (text("file").to_owned(), document)),
            );
        }
    }
    found.sort_by_key(|(_, document)| std::cmp::Reverse(document.nodes.get().len()));
    found
}

/// A version of a history. Some have defaults that fit no value, which Java's parser refuses, and a registry takes.
fn version(text: &str) -> Option<Document> {
    let unchecked = Options { wrapped: true, check_defaults: false, ..Options::default() };
    document(text).or_else(|| parse(text, &unchecked).ok().map(|parsed| parsed.document))
}

/// The histories, oldest version first; the largest history first. A version that needs other files is there in one piece, too.
fn histories(corpus: &Path) -> Vec<(String, Vec<Document>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(corpus.join("histories")).expect("a folder").map(|entry| entry.expect("an entry")) {
        if !entry.path().is_dir() {
            continue;
        }
        let mut files: Vec<_> =
            std::fs::read_dir(entry.path()).expect("a folder").map(|file| file.expect("a file").path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "avsc"));
        files.retain(|file| !file.with_extension("bundled.avsc").exists());
        files.sort();
        let versions: Vec<Document> = files.iter().filter_map(|file| version(&read(file))).collect();
        assert!(!versions.is_empty(), "{}: no version of it parses", entry.path().display());
        found.push((entry.file_name().to_string_lossy().into_owned(), versions));
    }
    let size = |versions: &[Document]| versions.iter().map(|version| version.nodes.get().len()).sum::<usize>();
    found.sort_by_key(|(name, versions)| (std::cmp::Reverse(size(versions)), name.clone()));
    found
}

/// A module in which the gate compares `now` with `versions`; `then` is what is asked of its report.
fn module(now: View<'_>, versions: &[View<'_>], then: &str) -> String {
    let (now, pool) = (emit(&[now]), emit(versions));
    let mut text = String::from("use super::*;\n\nmod now {\n    use super::*;\n");
    write!(
        text,
        "{}\n    pub(super) static NOW: Document = {};\n}}\n\n{}\n",
        now.statics, now.documents[0], pool.statics
    )
    .unwrap();
    text.push_str("static RECORDED: Recorded = Recorded {\n    full_name: \"R\", folder: \"h\", accepted: &[],\n    versions: &[\n");
    for (number, ((version, document), changes)) in versions.iter().zip(&pool.documents).zip(&pool.changes).enumerate()
    {
        let (version, hash) = (format!("v{}.avsc", number + 1), content_hash(*version));
        writeln!(text, "RecordedVersion {{ version: {}, file: {version:?}, released: true, content_hash: {hash}, document: {document}, changes: {changes} }},", number + 1).unwrap();
    }
    let level = Level::FullTransitive;
    write!(text, "    ],\n}};\n#[deny(long_running_const_eval)]\nconst REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::{level:?}));\n").unwrap();
    writeln!(text, "const _: () = assert!({then});").unwrap();
    text
}

#[test]
fn the_compiler_has_room_and_time_for_public_schemas() {
    let Some(corpus) = avro_tests::shared("corpus") else { return };
    let (schemas, histories) = (schemas(&corpus), histories(&corpus));
    assert!(schemas.len() > 1_000 && histories.len() >= 154, "{} and {}", schemas.len(), histories.len());
    let [some_schemas, some_histories] = chosen();
    let mut modules = Vec::new();
    for (name, document) in &part(schemas, &some_schemas) {
        let view = document.view();
        // one of them has an alias for another of its own fields: Java cannot read its data either
        let then = if can_read(view, view) { "REPORT.passes()" } else { "!REPORT.passes() && !REPORT.unchecked()" };
        modules.push((name.clone(), module(view, &[view], then)));
    }
    for (name, versions) in &part(histories, &some_histories) {
        let views: Vec<_> = versions.iter().map(Document::view).collect();
        modules.push((name.clone(), module(views[views.len() - 1], &views, "!REPORT.unchecked()")));
    }

    let scratch = Scratch::new("gate_corpus");
    let mut root = String::from(
        "#![allow(unused_imports)]\nuse avro_model::gate::{Report, Settings, check_view};\n\
         use avro_model::history::{Recorded, RecordedVersion, pool as __pool};\nuse avro_model::{Document, Level};\n\n",
    );
    for (number, (name, text)) in modules.iter().enumerate() {
        writeln!(root, "// {name}\nmod m{number};").unwrap();
        scratch.file(&format!("src/m{number}.rs"), text);
    }
    scratch.file("src/lib.rs", &root);
    scratch.file(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"gate_corpus\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\navro-model = {}\n",
            dependency("avro-model")
        ),
    );
    let checked = scratch.cargo(&["check"]).expect_success();
    assert!(!checked.stderr.contains("warning"), "{}", checked.stderr);
}

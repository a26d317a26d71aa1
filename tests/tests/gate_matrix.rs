//! The gate matrix: every rule x every level x every place that a cause can stand in x {only the newest released version
//! breaks, only an older one}. What `cargo check` says of each type equals what the same engine says at run time.
//!
//! One package per place; in it one root type per (rule, level, position), with its own history of two released versions,
//! one of which equals the type. The compiler's messages are read as JSON and matched to the roots by their names.

mod matrix;

use std::collections::{BTreeMap, BTreeSet};

use avro_tests::{Scratch, dependency};
use matrix::{CASES, Found, Judgement, PLACES, Root};

/// What a gate says of one root: the ids of the rules it names as errors, and whether it gave the notice.
type Verdicts = BTreeMap<String, (BTreeSet<String>, bool)>;

#[test]
fn compiler_and_run_time_agree() {
    let scratch = Scratch::new("gate_matrix");
    let members: Vec<String> = PLACES.iter().map(|place| format!("\"{}\"", place.package())).collect();
    scratch
        .file("Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = [\"inner\", {}]\n", members.join(", ")));
    write_package(&scratch, "inner", &matrix::inner_source());

    let mut roots = Vec::new();
    for place in PLACES {
        let mut source = String::from("use avro_runtime::prelude::*;\nuse inner::*;\n\n");
        source.push_str(&place.items());
        for case in CASES {
            for root in Root::all(case, *place) {
                source.push_str(&root.source());
                write_history(&scratch, &root);
                roots.push(root);
            }
        }
        write_package(&scratch, place.package(), &source);
    }

    let compiled = compiled(&scratch);
    let computed: BTreeMap<String, Judgement> = roots.iter().map(|root| (root.id(), root.judge())).collect();

    let mut wrong = Vec::new();
    for root in &roots {
        let (compiler, engine) = (compiled.get(&root.id()).cloned().unwrap_or_default(), &computed[&root.id()]);
        let engine = (engine.errors.iter().map(|&id| id.to_owned()).collect(), !engine.warnings.is_empty());
        if compiler != engine {
            wrong.push(format!("{}: the compiler says {compiler:?}, the run time says {engine:?}", root.id()));
        }
    }
    let unknown: Vec<&String> = compiled.keys().filter(|id| !computed.contains_key(*id)).collect();
    assert!(unknown.is_empty(), "messages about no root: {unknown:?}");
    assert!(wrong.is_empty(), "{} of {} roots differ:\n{}", wrong.len(), roots.len(), wrong.join("\n"));
    check_each_rule_is_seen(&roots, &computed);
}

/// A matrix whose cells are all empty agrees with itself: each case must show its own rule, at the levels that it breaks,
/// and nothing at NONE.
fn check_each_rule_is_seen(roots: &[Root], computed: &BTreeMap<String, Judgement>) {
    for root in roots {
        let Judgement { errors, warnings } = &computed[&root.id()];
        let expected = root.is_expected();
        match root.case.found {
            Found::Nothing => {
                assert!(errors.is_empty() && warnings.is_empty(), "{}: {errors:?}, {warnings:?}", root.id())
            }
            Found::Error(rule, ..) => {
                assert_eq!(errors.contains(rule), expected, "{}: {errors:?} and `{rule}`", root.id());
                assert_eq!(errors.is_empty(), !expected, "{}: {errors:?}", root.id());
            }
            Found::Notice(rule, ..) => {
                assert!(errors.is_empty(), "{}: {errors:?}", root.id());
                assert_eq!(warnings.contains(rule), expected, "{}: {warnings:?} and `{rule}`", root.id());
            }
        }
    }
}

fn write_package(scratch: &Scratch, name: &str, source: &str) {
    let inner = if name == "inner" { "" } else { "inner = { path = \"../inner\" }\n" };
    scratch.file(
        &format!("{name}/Cargo.toml"),
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [package.metadata.avro]\nnamespace = \"m\"\n\n\
             [dependencies]\navro-runtime = {}\n{inner}",
            dependency("avro-runtime")
        ),
    );
    scratch.file(&format!("{name}/src/lib.rs"), &format!("#![allow(non_camel_case_types)]\n{source}"));
}

fn write_history(scratch: &Scratch, root: &Root) {
    let folder = format!("{}/schemas/history/{}", root.place.package(), root.folder());
    let mut versions = Vec::new();
    for (index, text) in root.versions().iter().enumerate() {
        let file = format!("v{}.avsc", index + 1);
        scratch.file(&format!("{folder}/{file}"), text);
        versions.push(format!(
            r#"{{"version":{},"file":"{file}","sha256":"{}","released":true,"registry":[]}}"#,
            index + 1,
            avro_model::history::sha256(text)
        ));
    }
    scratch.file(
        &format!("{folder}/history.json"),
        &format!(r#"{{"format":1,"versions":[{}],"accepted":[]}}"#, versions.join(",")),
    );
}

/// What `cargo check` says, by root.
fn compiled(scratch: &Scratch) -> Verdicts {
    let outcome = scratch.cargo(&["check", "--workspace", "--keep-going", "--message-format", "json", "-q"]);
    let mut verdicts = Verdicts::new();
    let mut other = Vec::new();
    for line in outcome.stdout.lines() {
        let Ok(record) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        if record["reason"] != "compiler-message" {
            continue;
        }
        let message = &record["message"];
        let rendered = message["rendered"].as_str().unwrap_or_default();
        let level = message["level"].as_str().unwrap_or_default();
        let Some(id) = root_id(rendered) else {
            if level == "error" && !rendered.contains("could not compile") && !rendered.contains("aborting due to") {
                other.push(rendered.to_owned());
            }
            continue;
        };
        let entry = verdicts.entry(id).or_default();
        match level {
            "error" => entry.0.extend(rule_ids(rendered)),
            _ => entry.1 = true,
        }
    }
    assert!(other.is_empty(), "errors about no root:\n{}\n{}", other.join("\n"), outcome.stderr);
    verdicts
}

/// The first name of a root in the message: roots are called `R__case__place__level__position`.
fn root_id(text: &str) -> Option<String> {
    let start = text.find("R__")?;
    let end = text[start..].find(|c: char| !c.is_alphanumeric() && c != '_').map_or(text.len(), |end| start + end);
    Some(text[start..end].to_owned())
}

/// What stands in brackets and is the id of a rule.
fn rule_ids(text: &str) -> Vec<String> {
    text.split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .filter(|id| avro_model::rules::Rule::by_id(id).is_some())
        .map(str::to_owned)
        .collect()
}

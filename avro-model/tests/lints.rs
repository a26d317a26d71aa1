//! What is said of one schema: every rule over every example of the catalogue and over the public schemas, and every
//! diagnostic in its three forms, reviewed as checked-in texts. `UPDATE_GOLDENS=1` rewrites them.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use avro_model::lint;
use avro_model::parse::Options;
use avro_model::rules::{Family, Rule, Severity};
use avro_model::{Diagnostic, Document, View};

fn check(file: &str, text: &str, severities: &[(Rule, Severity)]) -> Vec<Diagnostic> {
    lint::check(text, &Options { file: Some(file.to_owned()), ..Options::default() }, severities)
}

fn rules(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(Diagnostic::rule).collect()
}

#[test]
fn each_example_breaks_its_rule_and_the_good_one_none() {
    for rule in Rule::of(Family::Schema) {
        let example = rule.example();
        let found = check("bad.avsc", example.bad, &[]);
        assert!(rules(&found).contains(&rule.id()), "{rule}: {found:?}");
        assert_eq!(check("good.avsc", example.good, &[]), [], "{rule}");
    }
}

#[test]
fn severities_are_the_users() {
    let text = Rule::FloatForMoney.example().bad;
    let of = |severities: &[(Rule, Severity)]| check("a.avsc", text, severities).first().map(Diagnostic::severity);
    assert_eq!(of(&[]), Some(Severity::Warning));
    assert_eq!(of(&[(Rule::FloatForMoney, Severity::Error)]), Some(Severity::Error));
    assert_eq!(of(&[(Rule::FloatForMoney, Severity::Error), (Rule::FloatForMoney, Severity::Allow)]), None);
}

/// Every rule about one schema over all examples, bad and good, of all rules.
#[test]
fn every_lint_over_every_example() {
    let mut all = String::new();
    for rule in Rule::ALL.iter().filter(|rule| rule.family() != Family::History) {
        let example = rule.example();
        for (what, text) in [("before", example.before), ("bad", example.bad), ("good", example.good)] {
            if text.is_empty() {
                continue;
            }
            let found = check(&format!("{rule}.{what}.avsc"), text, &[]);
            for diagnostic in found {
                writeln!(all, "{}\n{}\n{}\n", diagnostic, diagnostic.annotated(text), diagnostic.json()).unwrap();
            }
        }
    }
    golden("lints.snapshot.txt", &all);
}

/// Of every public schema: what is said has a place, and the lint for logical types on fields finds the files that have them.
#[test]
fn every_lint_over_the_public_schemas() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    support::with_cases("corpus/index.json", |cases| {
        for case in cases.into_iter().filter(|case| support::text(*case, "kind") == "schema") {
            let file = support::text(case, "file");
            let Some(path) = avro_tests::shared(&format!("corpus/{file}")) else { continue };
            let text = String::from_utf8_lossy(&std::fs::read(&path).expect("readable")).into_owned();
            if Document::parse(&text).is_err() {
                continue;
            }
            for diagnostic in check(file, &text, &[]) {
                assert!(!diagnostic.range().is_empty() && text.get(diagnostic.range()).is_some(), "{diagnostic}");
                assert!(diagnostic.annotated(&text).contains(" | "), "{diagnostic}");
                *counts.entry(diagnostic.rule()).or_default() += 1;
            }
        }
        assert!(counts.contains_key("logical-type-on-field"), "{counts:?}");
    });
    println!("{counts:?}");
}

/// Types in Rust say more than their schemas.
#[test]
fn a_long_that_is_unsigned_in_rust() {
    let mut document = Document::parse(
        r#"{"type":"record","name":"R","fields":[{"name":"n","type":"long"},{"name":"m","type":"long"}]}"#,
    )
    .expect("a schema");
    let avro_model::List::Owned(nodes) = &mut document.nodes else { unreachable!("parsed") };
    let member = |ty| avro_model::Member { vis: "", ident: "n", ty };
    let members = Box::leak(Box::new([member("u64"), member("i64")]));
    let origin = avro_model::Origin { ident: "R", file: "src/lib.rs", line: 1, members };
    for node in nodes {
        if let avro_model::Kind::Record(record) = &mut node.kind {
            record.name.origin = Some(Box::leak(Box::new(avro_model::Origin { ..origin })));
        }
    }
    let view: View<'_> = document.view();
    let found: Vec<_> = lint::lints(view).into_iter().map(|lint| (lint.rule, lint.path)).collect();
    assert_eq!(found, [(Rule::U64MayOverflow, "R.n".to_owned())]);
}

fn golden(name: &str, text: &str) {
    let path = format!("{}/tests/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::create_dir_all(format!("{}/tests/golden", env!("CARGO_MANIFEST_DIR"))).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(known, text, "{path} (UPDATE_GOLDENS=1 rewrites it)");
}

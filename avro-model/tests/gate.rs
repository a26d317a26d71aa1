//! The gate's findings and texts: every rule over every pair of fixtures, reviewed as one checked-in text.
//!
//! `gate/pairs.txt` holds the pairs, `gate/pairs.snapshot.txt` what the gate says; `UPDATE_GOLDENS=1` rewrites the latter.

use std::collections::BTreeSet;
use std::fmt::Write;

use avro_model::content::content_hash;
use avro_model::emit::emit;
use avro_model::gate::{History, Review, Settings, review};
use avro_model::history::{Accepted, RecordedVersion};
use avro_model::rules::{Rule, Severity};
use avro_model::{Document, Level};

/// One paragraph of `pairs.txt`.
struct Pair {
    name: String,
    level: Level,
    versions: Vec<RecordedVersion>,
    now: Document,
}

fn parse(text: &str) -> Document {
    Document::parse(text).unwrap_or_else(|errors| panic!("{text}\n{errors}"))
}

/// `## name`, `level: ..` (full_transitive where there is none), `v1: ..`, `v2 unreleased: ..`, `now: ..`.
fn pairs() -> Vec<Pair> {
    let text = include_str!("gate/pairs.txt");
    let mut pairs = Vec::new();
    for block in text.split("\n## ").skip(1) {
        let (name, lines) = block.split_once('\n').expect("a name and lines");
        let (mut level, mut versions, mut now) = (Level::FullTransitive, Vec::new(), None);
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let (key, value) = line.split_once(": ").unwrap_or_else(|| panic!("{name}: {line}"));
            match key {
                "level" => level = Level::parse(value).expect("a level"),
                "now" => now = Some(parse(value)),
                _ => {
                    let (number, released) = match key.strip_suffix(" unreleased") {
                        Some(number) => (number, false),
                        None => (key, true),
                    };
                    let version = number.strip_prefix('v').and_then(|n| n.parse().ok()).expect("v<N>");
                    let document = parse(value);
                    let file: &'static str = format!("v{version}.avsc").leak();
                    let content_hash = content_hash(document.view());
                    versions.push(RecordedVersion { version, file, released, content_hash, document });
                }
            }
        }
        let now = now.unwrap_or_else(|| panic!("{name}: no `now`"));
        pairs.push(Pair { name: name.trim().to_owned(), level, versions, now });
    }
    pairs
}

impl Pair {
    fn full_name(&self) -> &str {
        self.now.view().name().map_or("com.acme.Root", |name| name.full.get())
    }

    fn review(&self, accepted: &[Accepted]) -> Review {
        let full_name = self.full_name();
        let folder = format!("schemas/history/{full_name}");
        let history = History { full_name, folder: &folder, versions: &self.versions, accepted };
        review(self.now.view(), history, &Settings::new(self.level))
    }
}

#[test]
fn every_rule_over_every_pair() {
    let (mut all, mut seen) = (String::new(), BTreeSet::new());
    for pair in pairs() {
        let review = pair.review(&[]);
        writeln!(all, "## {}", pair.name).unwrap();
        if review.findings().is_empty() {
            writeln!(all, "nothing").unwrap();
        }
        for finding in review.findings() {
            seen.insert(finding.rule);
            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
            writeln!(
                all,
                "{severity} on {:?}: {} | {} | {} | {:?} -> {:?} | {:?}",
                finding.field, finding.rule, finding.ty, finding.path, finding.before, finding.after, finding.versions
            )
            .unwrap();
            for line in finding.text.lines() {
                writeln!(all, "    {line}").unwrap();
            }
        }
        assert_eq!(review.unchecked(), None);
        all.push('\n');
    }
    golden("pairs.snapshot.txt", &all);
    for rule in Rule::ALL {
        assert!(seen.contains(rule), "no pair of fixtures shows {rule}");
    }
}

/// The pairs as statics, which `gate_const.rs` compiles and compares.
#[test]
fn pairs_as_rust_source() {
    let mut all = String::from("// Written by `gate.rs`: the pairs of `pairs.txt` as statics.\n\n");
    let mut names = Vec::new();
    for (number, pair) in pairs().iter().enumerate() {
        let now = emit(&[pair.now.view()]);
        let versions = emit(&pair.versions.iter().map(|version| version.document.view()).collect::<Vec<_>>());
        let full_name = pair.full_name();
        writeln!(all, "mod pair_{number} {{\n    use super::*;\n    mod now {{\n        use super::*;").unwrap();
        writeln!(all, "{}\npub(super) static NOW: Document = {};\n    }}", now.statics, now.documents[0]).unwrap();
        writeln!(all, "{}\n    static RECORDED: Recorded = Recorded {{", versions.statics).unwrap();
        writeln!(all, "        full_name: {full_name:?}, folder: \"schemas/history/{full_name}\", accepted: &[],")
            .unwrap();
        writeln!(all, "        versions: &[").unwrap();
        for (version, document) in pair.versions.iter().zip(versions.documents) {
            let RecordedVersion { version, file, released, content_hash, .. } = version;
            writeln!(all, "            RecordedVersion {{ version: {version}, file: {file:?}, released: {released}, content_hash: {content_hash}, document: {document} }},").unwrap();
        }
        let level = pair.level;
        writeln!(all, "        ],\n    }};\n    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::{level:?}));").unwrap();
        writeln!(all, "    pub(super) fn case() -> Case {{\n        Case {{ name: {:?}, report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::{level:?} }}\n    }}\n}}", pair.name).unwrap();
        names.push(format!("pair_{number}::case()"));
    }
    writeln!(all, "\nfn cases() -> Vec<Case> {{\n    vec![{}]\n}}", names.join(", ")).unwrap();
    golden("pairs.rs", &all);
}

/// Accepting each finding leaves none that stops a build.
#[test]
fn acceptances_silence_their_finding_and_no_other() {
    for pair in pairs() {
        let found = pair.review(&[]);
        let accept = |finding: &avro_model::gate::Finding| Accepted {
            rule: finding.rule.id(),
            ty: finding.ty.clone().leak(),
            path: finding.path.clone().leak(),
            before: finding.before.clone().leak(),
            after: finding.after.clone().leak(),
        };
        let all: Vec<Accepted> = found.findings().iter().map(accept).collect();
        for (i, entry) in all.iter().enumerate() {
            let left = pair.review(std::slice::from_ref(entry));
            let open: Vec<_> = left.findings().iter().filter(|f| f.accepted.is_none()).map(|f| &f.path).collect();
            let expected: Vec<_> =
                found.findings().iter().enumerate().filter(|(j, _)| *j != i).map(|(_, f)| &f.path).collect();
            assert_eq!(open, expected, "{}: accepting finding {i}", pair.name);
        }
        assert!(pair.review(&all).passes(), "{}", pair.name);
    }
}

#[test]
fn warnings_do_not_stop_a_build() {
    for pair in pairs() {
        let review = pair.review(&[]);
        let errors = review.errors().count();
        assert_eq!(review.passes(), errors == 0, "{}", pair.name);
        assert_eq!(errors + review.warnings().count(), review.findings().len(), "{}", pair.name);
    }
}

fn golden(name: &str, text: &str) {
    let path = format!("{}/tests/gate/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    for (number, (known, now)) in known.lines().zip(text.lines()).enumerate() {
        assert_eq!(known, now, "{path}:{} (UPDATE_GOLDENS=1 rewrites it)", number + 1);
    }
    assert_eq!(known.lines().count(), text.lines().count(), "{path} (UPDATE_GOLDENS=1 rewrites it)");
}

//! The gate's findings and texts: every rule over every pair of fixtures, reviewed as one checked-in text.
//!
//! `gate/pairs.txt` holds the pairs, `gate/pairs.snapshot.txt` what the gate says; `UPDATE_GOLDENS=1` rewrites the latter.

use std::collections::BTreeSet;
use std::fmt::Write;

use avro_model::content::content_hash;
use avro_model::emit::emit;
use avro_model::gate::{Finding, History, Report, Review, Settings, check_view, review};
use avro_model::history::{Accepted, Recorded, RecordedVersion};
use avro_model::rules::{Directions, Family, Rule, Severity};
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
                    versions.push(RecordedVersion { version, file, released, content_hash, document, changes: None });
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
    for rule in Rule::of(Family::Change) {
        assert!(seen.contains(&rule), "no pair of fixtures shows {rule}");
    }
}

fn against(old: &Document, new: &Document, level: Level) -> Review {
    let content_hash = content_hash(old.view());
    let versions = [RecordedVersion {
        version: 1,
        file: "v1.avsc",
        released: true,
        content_hash,
        document: old.clone(),
        changes: None,
    }];
    let history = History { full_name: "com.acme.Root", folder: "h", versions: &versions, accepted: &[] };
    review(new.view(), history, &Settings::new(level))
}

#[test]
fn each_example_breaks_its_rule_and_the_good_one_passes() {
    for rule in Rule::of(Family::Change) {
        let example = rule.example();
        let before = parse(example.before);
        let bad = against(&before, &parse(example.bad), Level::FullTransitive);
        let of_rule = bad.findings().iter().find(|finding| finding.rule == rule);
        let finding = of_rule.unwrap_or_else(|| panic!("{rule}: {:?}", bad.findings()));
        assert!(finding.breaks.backward <= rule.breaks().backward && finding.breaks.forward <= rule.breaks().forward);
        assert_eq!(finding.severity, rule.severity(), "{rule}");
        let good = against(&before, &parse(example.good), Level::FullTransitive);
        assert_eq!(good.findings(), [], "{rule}");
    }
}

/// What breaks BACKWARD from one version to another breaks FORWARD on the way back, under the mirror of the rule.
#[test]
fn rules_are_symmetric() {
    let one = |rule: Rule| Some(rule.mirror()?.id());
    for pair in pairs() {
        for old in &pair.versions {
            let there = against(&old.document, &pair.now, Level::Backward);
            let back = against(&pair.now, &old.document, Level::Forward);
            let mut mirrored: Vec<_> = there.findings().iter().filter_map(|finding| one(finding.rule)).collect();
            let mut found: Vec<_> = back.findings().iter().map(|finding| finding.rule.id()).collect();
            mirrored.sort_unstable();
            found.sort_unstable();
            assert_eq!(mirrored, found, "{} v{}", pair.name, old.version);
            assert!(back.findings().iter().all(|finding| finding.breaks == Directions::FORWARD));
            assert!(there.findings().iter().all(|finding| finding.breaks == Directions::FORWARD.mirrored()));
        }
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
        for ((version, document), changes) in pair.versions.iter().zip(versions.documents).zip(versions.changes) {
            let RecordedVersion { version, file, released, content_hash, .. } = version;
            writeln!(all, "            RecordedVersion {{ version: {version}, file: {file:?}, released: {released}, content_hash: {content_hash}, document: {document}, changes: {changes} }},").unwrap();
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

mod declared {
    //! A type as a derive emits it: messages show its Rust source.

    use avro_model::text::hash;
    use avro_model::{Child, Field, FieldSpec, Kind, Member, Name, NullBranch, Origin, Schema, SchemaRef, Str};

    static STRING: Schema = Schema::plain(Kind::String);
    static INT: Schema = Schema::plain(Kind::Int);
    static LONG: Schema = Schema::plain(Kind::Long);

    const fn member(vis: &'static str, ident: &'static str, ty: &'static str) -> Member {
        Member { vis, ident, ty }
    }

    static STATUS: Schema = Schema::enumeration(
        Name::declared(
            "com.acme.Status",
            &[],
            false,
            &Origin {
                ident: "Status",
                file: "src/status.rs",
                line: 3,
                members: &[member("", "New", ""), member("", "Paid", "")],
            },
        ),
        None,
        &[Str::Static("NEW"), Str::Static("PAID")],
        None,
    );
    static LINE: Schema = Schema::record(
        Name::declared(
            "com.acme.Line",
            &[],
            false,
            &Origin {
                ident: "Line",
                file: "src/line.rs",
                line: 7,
                members: &[member("pub ", "sku", "Sku"), member("", "r#qty", "u16")],
            },
        ),
        None,
        const {
            &[
                Field::new("sku", hash("sku"), SchemaRef::new(&STRING), FieldSpec::NONE),
                Field::new("qty", hash("qty"), SchemaRef::new(&INT), FieldSpec::NONE),
            ]
        },
        b"",
    );
    static LINES: Schema = Schema::array(SchemaRef::new(&LINE));
    static SHIPPED: Schema = Schema::union(NullBranch::First, &[Child::Ptr(SchemaRef::new(&LONG))]);
    pub(super) static ORDER: Schema = Schema::record(
        Name::declared(
            "com.acme.OrderPlaced",
            &[],
            false,
            &Origin {
                ident: "OrderPlaced",
                file: "src/orders.rs",
                line: 20,
                members: &[
                    member("pub ", "lines", "Vec<Line>"),
                    member("pub(crate) ", "currency", "Currency"),
                    member("pub ", "status", "Status"),
                    member("pub ", "shipped", "Option<i64>"),
                ],
            },
        ),
        None,
        const {
            &[
                Field::new("lines", hash("lines"), SchemaRef::new(&LINES), FieldSpec::NONE),
                Field::new("currency", hash("currency"), SchemaRef::new(&STRING), FieldSpec::NONE),
                Field::new("status", hash("status"), SchemaRef::new(&STATUS), FieldSpec::NONE),
                Field::new("shipped", hash("shipped"), SchemaRef::new(&SHIPPED), FieldSpec::NONE),
            ]
        },
        b"",
    );
}

fn versions(texts: &[&str]) -> Vec<RecordedVersion> {
    let version = |(i, text): (usize, &&str)| {
        let document = parse(text);
        let file: &'static str = format!("v{}.avsc", i + 1).leak();
        let content_hash = content_hash(document.view());
        RecordedVersion { version: i as u32 + 1, file, released: true, content_hash, document, changes: None }
    };
    texts.iter().enumerate().map(version).collect()
}

/// Everything that a message takes from the source: members as written, where a nested type is declared.
#[test]
fn messages_show_the_rust_source() {
    let old = r#"{"type": "record", "name": "com.acme.OrderPlaced", "fields": [
        {"name": "lines", "type": {"type": "array", "items":
            {"type": "record", "name": "Line", "fields": [{"name": "sku", "type": "string"}]}}},
        {"name": "shipped", "type": "long"}]}"#;
    let versions = versions(&[old, old]);
    let folder = "schemas/history/com.acme.OrderPlaced";
    let history = History { full_name: "com.acme.OrderPlaced", folder, versions: &versions, accepted: &[] };
    let schema = avro_model::SchemaRef::new(&declared::ORDER).view();
    let review = review(schema, history, &Settings::new(Level::FullTransitive));
    let mut all = String::new();
    for finding in review.findings() {
        writeln!(all, "{}\n", finding.text).unwrap();
    }
    golden("declared.snapshot.txt", &all);
}

/// The user's word on a rule, the last one of several.
#[test]
fn severities_are_the_users() {
    let versions = versions(&[r#"{"type": "record", "name": "A", "fields": []}"#]);
    let now = parse(r#"{"type": "record", "name": "A", "fields": [{"name": "a", "type": "int"}]}"#);
    let history = History { full_name: "A", folder: "h", versions: &versions, accepted: &[] };
    let rule = Rule::FieldAddedWithoutDefault;
    for (severities, expected) in [
        (&[][..], Severity::Error),
        (&[(rule, Severity::Allow)], Severity::Allow),
        (&[(rule, Severity::Allow), (rule, Severity::Warning)], Severity::Warning),
        (&[(Rule::TypeChanged, Severity::Allow)], Severity::Error),
    ] {
        let settings = Settings { level: Level::Backward, severities };
        assert_eq!(review(now.view(), history, &settings).findings()[0].severity, expected);
    }
}

/// More findings than the first buffers hold: at run time none is lost.
#[test]
fn nothing_is_cut_at_run_time() {
    let fields: Vec<String> = (0..100).map(|i| format!(r#"{{"name": "f{i}", "type": "int"}}"#)).collect();
    let now = parse(&format!(r#"{{"type": "record", "name": "A", "fields": [{}]}}"#, fields.join(",")));
    let versions = versions(&[r#"{"type": "record", "name": "A", "fields": []}"#; 3]);
    let history = History { full_name: "A", folder: "h", versions: &versions, accepted: &[] };
    let review = review(now.view(), history, &Settings::new(Level::Backward));
    assert_eq!((review.errors().count(), review.unchecked()), (100, None));
}

/// Tens of thousands of findings, each of several versions, half of them accepted: nothing is looked for among all of them, which
/// would take minutes.
#[test]
fn findings_by_the_ten_thousand() {
    const COUNT: usize = 20_000;
    let record = |step: usize| {
        let fields: Vec<String> =
            (0..COUNT).step_by(step).map(|i| format!(r#"{{"name":"f{i}","type":"int"}}"#)).collect();
        format!(r#"{{"type":"record","name":"A","fields":[{}]}}"#, fields.join(","))
    };
    let (all, half) = (record(1), record(2));
    let versions = versions(&[&all, &all, &half, &half, &all]);
    let accepted: Vec<Accepted> = (0..COUNT / 2)
        .map(|i| Accepted {
            rule: "field-removed-without-default",
            ty: "A",
            path: format!("f{i}").leak(),
            before: "int",
            after: "",
        })
        .collect();
    let history = History { full_name: "A", folder: "h", versions: &versions, accepted: &accepted };
    let now = parse(r#"{"type": "record", "name": "A", "fields": []}"#);
    let severities = &[(Rule::FieldRemovedWithoutDefault, Severity::Warning)];
    let review = review(now.view(), history, &Settings { level: Level::ForwardTransitive, severities });
    assert_eq!((review.findings().len(), review.warnings().count(), review.unchecked()), (COUNT, COUNT / 2, None));
    for (i, finding) in review.findings().iter().enumerate() {
        let (numbers, words) =
            if i % 2 == 0 { (&[1, 2, 3, 4, 5][..], "versions 1 to 5") } else { (&[1, 2, 5][..], "versions 1, 2, 5") };
        assert_eq!((&*finding.versions, finding.accepted), (numbers, (i < COUNT / 2).then_some(i)), "{i}");
        assert!(finding.message.ends_with(words), "{}", finding.message);
    }
}

/// A record of which every field has another name: no renames are guessed, which would be a comparison of all names with all.
#[test]
fn a_rewritten_record_is_not_one_of_renames() {
    let record = |name: &str, count: usize| {
        let field = |i: usize| format!(r#"{{"name":"{name}_{i}_name_of_a_field","type":"int"}}"#);
        let fields: Vec<String> = (0..count).map(field).collect();
        format!(r#"{{"type":"record","name":"A","fields":[{}]}}"#, fields.join(","))
    };
    for (count, rule) in [(3, Rule::FieldRenamed), (5_000, Rule::FieldAddedWithoutDefault)] {
        let versions = versions(&[&record("old", count)]);
        let history = History { full_name: "A", folder: "h", versions: &versions, accepted: &[] };
        let now = parse(&record("odd", count));
        let severities = &[(rule, Severity::Warning)];
        let review = review(now.view(), history, &Settings { level: Level::Backward, severities });
        assert_eq!(review.warnings().filter(|finding| finding.rule == rule).count(), count);
    }
}

/// One branch of many is gone: it is offered, however many there are; in the compiler as far as there is time.
#[test]
fn a_branch_of_many_can_be_kept() {
    let record = |count: usize, without: usize| {
        let branch = |i: usize| format!(r#"{{"type":"record","name":"B{i}","fields":[{{"name":"f","type":"int"}}]}}"#);
        let branches: Vec<String> = (0..count).filter(|i| *i != without).map(branch).collect();
        format!(r#"{{"type":"record","name":"R","fields":[{{"name":"f","type":[{}]}}]}}"#, branches.join(","))
    };
    for count in [20, 31, 32, 33, 100, 1_000] {
        let versions = versions(&[&record(count, count)]);
        let now = parse(&record(count, 7));
        let history = History { full_name: "R", folder: "h", versions: &versions, accepted: &[] };
        let review = review(now.view(), history, &Settings::new(Level::FullTransitive));
        let helps = |finding: &Finding| -> Vec<String> {
            finding.helps.iter().map(|help| format!("{} {}", help.label, help.code)).collect()
        };
        let all: Vec<_> = review.errors().map(helps).collect();
        assert_eq!(all, [["keep the branch B7"]], "{count}");
        // as many messages as branches may be about one union, so that none names all of them
        assert!(
            review.findings()[0].text.contains("B15, B16, ..>` no longer takes `B7`"),
            "{}",
            review.findings()[0].text
        );
        if count <= 100 {
            let text = as_in_the_compiler(now.clone(), versions);
            let text = text.field(0).expect("an error").as_str();
            assert!(text.contains("help: keep the branch:       B7 "), "{count}: {text}");
        }
    }
}

/// What the compiler's gate says, under FULL_TRANSITIVE.
fn as_in_the_compiler(now: Document, versions: Vec<RecordedVersion>) -> Box<Report> {
    let now: &'static Document = Box::leak(Box::new(now));
    let recorded = Recorded { versions: versions.leak(), ..Recorded::none("R", "h") };
    let check = || check_view(now.view(), Box::leak(Box::new(recorded)), &Settings::new(Level::FullTransitive));
    Box::new(std::thread::scope(|scope| {
        // the report and its buffers are large
        let thread = std::thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, check);
        thread.expect("a thread").join().expect("a report")
    }))
}

/// Every field of every version has another default, which is a warning each; the last version has an error, too.
#[test]
fn warnings_hide_no_error_and_do_not_go_on_for_ever() {
    let schema = |fields: usize, default: usize, ty: &str| {
        let field = |i: usize| format!(r#"{{"name":"f{i}","type":"long","default":{default}}}"#);
        let fields = (0..fields).map(field).collect::<Vec<_>>().join(",");
        parse(&format!(r#"{{"type":"record","name":"R","fields":[{fields},{{"name":"last","type":"{ty}"}}]}}"#))
    };
    let versions = |fields: usize, count: u32, ty: &str| -> Vec<RecordedVersion> {
        let version = |version: u32| {
            let document = schema(fields, version as usize, if version == count { ty } else { "long" });
            let content_hash = content_hash(document.view());
            RecordedVersion { version, file: "v.avsc", released: true, content_hash, document, changes: None }
        };
        (1..=count).map(version).collect()
    };
    // more warnings than there is room for findings
    let report = as_in_the_compiler(schema(100, 0, "long"), versions(100, 5, "long"));
    assert_eq!((report.passes(), report.warnings(), report.unchecked()), (true, true, false));
    let report = as_in_the_compiler(schema(100, 0, "long"), versions(100, 5, "string"));
    let text = report.field(100).expect("an error").as_str();
    assert!(text.contains("cannot read each other's data  [type-changed]"), "{text}");
    assert_eq!((report.root(), report.warnings()), (None, true));

    let report = as_in_the_compiler(schema(1_000, 0, "long"), versions(1_000, 20, "string"));
    let text = report.root().expect("an error").as_str();
    assert!(
        text.starts_with("`R` could not be checked against version ")
            && text.ends_with(
                ": the schemas are too large for the compiler's gate. The test gate has the room: \
                 `avro_runtime::evolution_tests!`, and `#[avro(gate = \"test\")]` leaves it to that alone"
            ),
        "{text}"
    );
    assert!(report.unchecked() && !report.passes());
}

/// A union of which every branch fails, against many versions: the compiler's gate stops once it has errors enough, and says so;
/// at run time all are compared.
#[test]
fn what_is_too_much_for_the_compiler_is_left_out() {
    let union = |ty: &str| {
        let branch = |i: usize| format!(r#"{{"type":"record","name":"B{i}","fields":[{{"name":"f","type":"{ty}"}}]}}"#);
        parse(&format!("[{}]", (0..60).map(branch).collect::<Vec<_>>().join(",")))
    };
    let (now, old) = (union("long"), union("string"));
    let version = |version: u32| RecordedVersion {
        version,
        file: "v.avsc",
        released: true,
        content_hash: content_hash(old.view()),
        document: old.clone(),
        changes: None,
    };
    let versions: Vec<_> = (1..=40).map(version).collect();
    let history = History { full_name: "U", folder: "h", versions: &versions, accepted: &[] };
    let all = review(now.view(), history, &Settings::new(Level::FullTransitive));
    assert_eq!((all.findings().len(), all.unchecked()), (60, None));
    assert!(all.findings().iter().all(|finding| finding.versions.len() == 40));

    let report = as_in_the_compiler(now, versions);
    let text = report.root().expect("errors").as_str();
    let last = text.lines().last().unwrap_or_default();
    assert!(
        last.starts_with("not compared with version ")
            && last.ends_with(" and later, there is too much to check: the test gate does"),
        "{last}"
    );
    assert!(!report.passes() && !report.unchecked());
}

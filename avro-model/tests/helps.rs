//! What a gate proposes, done to the text of the schema: every help of every incompatible entry of `levels.json` does what
//! it says, and where none works none is shown.

mod support;

use std::collections::BTreeMap;

use avro_model::compat::{Verdict, check_level};
use avro_model::content::content_hash;
use avro_model::gate::{Finding, Review, Settings, review};
use avro_model::history::RecordedVersion;
use avro_model::parse::{Options, parse};
use avro_model::rules::Severity;
use avro_model::{Document, Level, View};

/// As a registry parses it, which does not look at defaults unless told.
fn document(text: &str) -> Result<Document, String> {
    let options = Options { check_defaults: false, ..Options::default() };
    parse(text, &options).map(|parsed| parsed.document).map_err(|errors| errors.to_string())
}

/// A version as a history has it.
fn released(version: u32, document: Document) -> RecordedVersion {
    let content_hash = content_hash(document.view());
    RecordedVersion { version, file: "v.avsc", released: true, content_hash, document, changes: None }
}

struct Entry {
    level: Level,
    versions: Vec<RecordedVersion>,
}

impl Entry {
    fn review(&self, text: &str) -> Result<Review, String> {
        let document = document(text)?;
        let history =
            avro_model::gate::History { full_name: "Root", folder: "h", versions: &self.versions, accepted: &[] };
        Ok(review(document.view(), history, &Settings::new(self.level)))
    }

    fn verdict(&self, text: &str) -> Result<Verdict, String> {
        let old: Vec<View<'_>> = self.versions.iter().map(|version| version.document.view()).collect();
        Ok(check_level(self.level, document(text)?.view(), &old).verdict())
    }
}

fn key(finding: &Finding) -> [&str; 5] {
    [finding.rule.id(), &finding.ty, &finding.path, &finding.before, &finding.after]
}

#[test]
fn every_help_does_what_it_says() {
    let (mut wrong, mut helped, mut mended, mut helpless) = (Vec::new(), 0, 0, BTreeMap::<&str, usize>::new());
    support::with_cases("vectors/levels.json", |cases| {
        for case in cases.into_iter().filter(|case| support::flag(*case, "compatible") == Some(false)) {
            let id = support::text(case, "id");
            let text = case.get("new").expect("a schema").compact();
            let versions = case.get("previous").expect("versions").children().zip(1..);
            let versions =
                versions.map(|(old, version)| released(version, document(&old.compact()).expect("a schema")));
            let entry = Entry {
                level: Level::parse(support::text(case, "level")).expect("a level"),
                versions: versions.collect(),
            };
            let found = entry.review(&text).expect("a schema");
            assert!(!found.passes(), "{id}");
            for finding in found.errors() {
                if finding.helps.is_empty() {
                    *helpless.entry(finding.rule.id()).or_default() += 1;
                }
                for help in &finding.helps {
                    helped += 1;
                    if let Err(why) = judge(&entry, &text, finding, help) {
                        wrong.push(format!("{id}: {}: {}: {why}\n  {text}\n{}", help.label, help.schema, finding.text));
                    }
                }
            }
            match one_by_one(&entry, &text) {
                Ok(passes) => mended += usize::from(passes),
                Err(why) => wrong.push(format!("{id}: {why}")),
            }
        }
        assert!(wrong.is_empty(), "{} of {helped}:\n{}", wrong.len(), wrong.join("\n"));
        assert!(helped > 300 && mended > 100, "{helped}, {mended}");
    });
    println!("{helped} helps; {mended} schemas pass with them; findings without one: {helpless:?}");
}

/// Takes the first help there is until none is left: whether the schema then passes its level. A help may not bring back what
/// another one has settled.
fn one_by_one(entry: &Entry, text: &str) -> Result<bool, String> {
    let mut text = text.to_owned();
    for _ in 0..32 {
        let found = entry.review(&text).map_err(|error| format!("{text}: {error}"))?;
        if found.passes() {
            return match entry.verdict(&text)? {
                Verdict::Compatible => Ok(true),
                verdict => Err(format!("{text}\n  passes, but is {verdict:?}")),
            };
        }
        match found.errors().find_map(|finding| finding.helps.first()) {
            Some(help) => text = help.apply(&text)?,
            None => return Ok(false),
        }
    }
    Err(format!("{text}\n  one help leads to the next without an end"))
}

fn judge(entry: &Entry, text: &str, finding: &Finding, help: &avro_model::gate::Help) -> Result<(), String> {
    let edited = help.apply(text)?;
    if Document::parse(text).is_ok() {
        Document::parse(&edited).map_err(|errors| format!("{edited}\n  is no schema any more: {errors}"))?;
    }
    let left = entry.review(&edited).map_err(|error| format!("{edited}: {error}"))?;
    if help.passes {
        return match (left.passes(), entry.verdict(&edited)?) {
            (true, Verdict::Compatible) => Ok(()),
            (_, verdict) => {
                Err(format!("{edited}\n  is {verdict:?}: {:?}", left.errors().map(key).collect::<Vec<_>>()))
            }
        };
    }
    match left.findings().iter().find(|other| other.severity == Severity::Error && key(other) == key(finding)) {
        None => Ok(()),
        Some(_) => Err(format!("{edited}\n  does not settle it")),
    }
}

/// What a schema file is told, which no Rust says.
#[test]
fn helps_are_said_in_the_words_of_schema_files() {
    let record = |field: &str| format!(r#"{{"type":"record","name":"R","fields":[{{"name":"f","type":{field}}}]}}"#);
    let level = Level::FullTransitive;
    for (old, new, help, edited) in [
        (r#"["null","int"]"#, r#"["null","int","string"]"#, r#"leave the branch "string" out"#, r#"["null","int"]"#),
        (
            r#"["null","int","string"]"#,
            r#"["null","int"]"#,
            r#"keep the branch "string""#,
            r#"["null","int","string"]"#,
        ),
        (
            r#"["null","int"],"default":null"#,
            r#"["string","null","int"],"default":"x""#,
            r#"leave the branch "string" out, and "default": null"#,
            r#"["null","int"],"default":null"#,
        ),
        (
            r#""string","default":"d""#,
            r#""int","default":0"#,
            r#"keep the type: "type": "string", and "default": "d""#,
            r#""string","default":"d""#,
        ),
        (
            r#"{"type":"array","items":"int"}"#,
            r#"{"type":"map","values":"int"},"default":{}"#,
            r#"keep the type: "type": {"type":"array","items":"int"}, and "default": []"#,
            r#"{"type":"array","items":"int"},"default":[]"#,
        ),
        // a default that fits both stays
        (r#""long""#, r#""int","default":7"#, r#"keep the type: "type": "long""#, r#""long","default":7"#),
    ] {
        let (entry, new) = (
            Entry { level, versions: vec![released(1, Document::parse(&record(old)).expect("a schema"))] },
            record(new),
        );
        let found = entry.review(&new).expect("a schema");
        let finding = found.errors().next().expect("an error");
        assert_eq!(finding.helps[0].schema, help, "{new}");
        assert_eq!(finding.helps[0].apply(&new).as_deref(), Ok(&*record(edited)));
        judge(&entry, &new, finding, &finding.helps[0]).expect("it passes");
    }
    // of a record nobody knows a value
    let old = Document::parse(&record(r#"{"type":"record","name":"A","fields":[{"name":"x","type":"int"}]}"#));
    let versions = vec![released(1, old.expect("a schema"))];
    let found = Entry { level, versions }.review(&record(r#""int","default":1"#)).expect("a schema");
    assert!(found.errors().all(|finding| finding.helps.is_empty()), "{:?}", found.findings());
}

//! The compatibility engine against Java's checker (`compat.json`) and a Confluent registry (`levels.json`), at run time.

use avro_model::compat::confluent::messages;
use avro_model::compat::java::incompatibilities;
use avro_model::compat::{self, CauseKind, Overlay, Verdict};
use avro_model::parse::{Options, parse};
use avro_model::{Document, Level, View};
use serde_json::Value;

fn entries(file: &str) -> Option<Vec<Value>> {
    let path = avro_tests::shared(file)?;
    let text = std::fs::read_to_string(path).expect("readable test data");
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// As a registry parses it, which does not look at defaults unless told.
fn document(schema: &Value) -> Result<Document, String> {
    #[allow(clippy::field_reassign_with_default, reason = "`Options` is non-exhaustive")]
    let options = {
        let mut options = Options::default();
        options.check_defaults = false;
        options
    };
    parse(&schema.to_string(), &options).map(|parsed| parsed.document).map_err(|errors| errors.to_string())
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// Compares what each entry gives with what it says.
fn judge(
    file: &str,
    verdict_of: impl Fn(&Value) -> (bool, Vec<String>),
    expected: impl Fn(&Value) -> (bool, Vec<String>),
) {
    let Some(entries) = entries(file) else { return };
    let mut failures = Vec::new();
    for entry in &entries {
        let (found, wanted) = (verdict_of(entry), expected(entry));
        if found != wanted {
            failures.push(format!("{}:\n  found  {found:?}\n  wanted {wanted:?}", entry["id"]));
        }
    }
    assert!(failures.is_empty(), "{} of {} entries:\n{}", failures.len(), entries.len(), failures.join("\n"));
}

#[test]
fn verdicts_and_incompatibilities_are_those_of_java() {
    judge(
        "vectors/compat.json",
        |entry| {
            let (reader, writer) = match (document(&entry["reader"]), document(&entry["writer"])) {
                (Ok(reader), Ok(writer)) => (reader, writer),
                // Java raises while it parses; that counts as incompatible without a list
                (Err(_), _) | (_, Err(_)) => return (false, Vec::new()),
            };
            let verdict = compat::check(reader.view(), writer.view(), Overlay::NONE).verdict;
            let list = match incompatibilities(reader.view(), writer.view()) {
                Ok(found) => {
                    found.iter().map(|one| format!("{} {} {}", one.kind.name(), one.location, one.message)).collect()
                }
                Err(exception) => vec![format!("AvroRuntimeException: {exception}")],
            };
            (verdict == Verdict::Compatible, list)
        },
        |entry| {
            let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
            let mut list: Vec<_> = entry["incompatibilities"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|one| format!("{} {} {}", text(one, "type"), text(one, "location"), text(one, "message")))
                .collect();
            list.extend(entry["throws"].as_str().filter(|text| !text.contains("ParseException")).map(str::to_owned));
            (entry["compatible"].as_bool().expect("a verdict"), list)
        },
    );
}

#[test]
fn levels_and_messages_are_those_of_a_registry() {
    judge(
        "vectors/levels.json",
        |entry| {
            let level = Level::parse(entry["level"].as_str().expect("a level")).expect("a level");
            let new = document(&entry["new"]).expect("a schema");
            let previous: Vec<_> = entry["previous"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|old| document(old).expect("a schema"))
                .collect();
            let views: Vec<View<'_>> = previous.iter().map(Document::view).collect();
            let numbered: Vec<_> = (1..).zip(views.iter().copied()).collect();
            let verdict = compat::check_level(level, new.view(), &views).verdict();
            (verdict == Verdict::Compatible, messages(level, new.view(), &numbered))
        },
        |entry| (entry["compatible"].as_bool().expect("a verdict"), texts(&entry["confluent_verbose_messages"])),
    );
}

/// Every schema reads its own data, and nothing is worth a word; but for a record whose aliases name its own fields, which
/// Java refuses to match with any.
#[test]
fn a_schema_reads_itself() {
    let Some(entries) = entries("vectors/compat.json") else { return };
    for entry in &entries {
        for side in ["reader", "writer"] {
            let Ok(document) = document(&entry[side]) else { continue };
            let schema = document.view();
            let report = compat::check(schema, schema, Overlay::NONE);
            if report.findings().causes().any(|cause| cause.kind == CauseKind::AmbiguousAlias) {
                assert!(entry["id"].as_str().expect("an id").contains("crossed-aliases"));
                continue;
            }
            assert_eq!(report.verdict, Verdict::Compatible, "{}: {side} {}", entry["id"], entry[side]);
            assert!(report.findings().is_empty(), "{}: {side}", entry["id"]);
        }
    }
}

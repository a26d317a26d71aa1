//! The compatibility engine against Java's checker (`compat.json`, the schemas of `evolution.json`) and a Confluent registry
//! (`levels.json`), at run time.
//!
//! Java is the judge but where it is unsound: see [`Judge`].

use std::collections::{BTreeMap, BTreeSet};

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

/// A verdict (compatible or not) and what is said with it.
type Outcome = (bool, Vec<String>);

/// Judges entries by Java, whose checker is known to call some pairs compatible that its own decoder then cannot read.
///
/// A difference is justified only where Java says that all is well and we do not, and where either the entry itself says that
/// the rest of Java contradicts its checker, or the list names it. A listed entry without a difference is a failure too.
struct Judge {
    listed: BTreeMap<&'static str, &'static str>,
    differed: BTreeSet<String>,
    failures: Vec<String>,
    count: usize,
}

impl Judge {
    fn new() -> Self {
        let lines = include_str!("known-failures/compat.txt").lines();
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let listed = lines.map(|line| line.split_once(": ").expect("`id: reason`")).collect();
        Judge { listed, differed: BTreeSet::new(), failures: Vec::new(), count: 0 }
    }

    /// `contradicted`: Java's resolver, or its decoder, refuses what its checker accepts.
    fn add(&mut self, id: &str, found: Outcome, wanted: Outcome, contradicted: bool) {
        self.count += 1;
        let listed = self.listed.contains_key(id);
        if found == wanted {
            if listed {
                self.failures.push(format!("{id}: as Java has it, but listed as a difference"));
            }
            return;
        }
        let stricter = wanted.0 && wanted.1.is_empty() && !found.0;
        if stricter && (listed || contradicted) {
            self.differed.insert(id.to_owned());
        } else {
            self.failures.push(format!("{id}:\n  found  {found:?}\n  wanted {wanted:?}"));
        }
    }

    /// The entries on which we differ, rightly.
    fn finish(self) -> BTreeSet<String> {
        assert!(
            self.failures.is_empty(),
            "{} of {} entries:\n{}",
            self.failures.len(),
            self.count,
            self.failures.join("\n")
        );
        self.differed
    }
}

fn id(entry: &Value) -> &str {
    entry["id"].as_str().expect("an id")
}

/// The verdict, and Java's list as we give it.
fn checked(entry: &Value) -> Outcome {
    let (reader, writer) = match (document(&entry["reader"]), document(&entry["writer"])) {
        (Ok(reader), Ok(writer)) => (reader, writer),
        // Java raises while it parses; that counts as incompatible without a list
        (Err(_), _) | (_, Err(_)) => return (false, Vec::new()),
    };
    let verdict = compat::check(reader.view(), writer.view(), Overlay::NONE).verdict;
    let list = match incompatibilities(reader.view(), writer.view()) {
        Ok(found) => found.iter().map(|one| format!("{} {} {}", one.kind.name(), one.location, one.message)).collect(),
        Err(exception) => vec![format!("AvroRuntimeException: {exception}")],
    };
    (verdict == Verdict::Compatible, list)
}

/// What an entry of `compat.json` says of Java.
fn recorded(entry: &Value) -> Outcome {
    let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    let mut list: Vec<_> = entry["incompatibilities"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| format!("{} {} {}", text(one, "type"), text(one, "location"), text(one, "message")))
        .collect();
    list.extend(entry["throws"].as_str().filter(|text| !text.contains("ParseException")).map(str::to_owned));
    (entry["compatible"].as_bool().expect("a verdict"), list)
}

fn judge_pairs(entries: &[Value]) -> BTreeSet<String> {
    let mut judge = Judge::new();
    for entry in entries {
        let contradicted = entry["java_schema_validator_can_read"] == false;
        judge.add(id(entry), checked(entry), recorded(entry), contradicted);
    }
    judge.finish()
}

#[test]
fn verdicts_and_incompatibilities_are_those_of_java() {
    let Some(entries) = entries("vectors/compat.json") else { return };
    judge_pairs(&entries);
}

/// Java's checker keeps what it concluded while a pair was in progress that failed later, knows nothing of two fields that
/// share an alias, and finds an enum or fixed in a union by its short name, where its decoder wants the full one.
#[test]
fn java_is_overruled_where_it_is_unsound() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("compat_vectors/unsound.json")).expect("JSON");
    let ids: BTreeSet<_> = cases.iter().map(|case| id(case).to_owned()).collect();
    assert_eq!(judge_pairs(&cases), ids, "each is a difference, and a justified one");
    let unlisted: Vec<_> = ids.iter().filter(|id| !Judge::new().listed.contains_key(id.as_str())).collect();
    assert!(unlisted.is_empty(), "no reason is given for {unlisted:?}");
}

#[test]
fn a_judge_takes_no_difference_that_is_not_justified() {
    let listed = *Judge::new().listed.keys().next().expect("a list with entries");
    let (yes, no) = ((true, Vec::new()), (false, vec!["TYPE_MISMATCH / text".to_owned()]));
    let failures = |id: &str, found: &Outcome, wanted: &Outcome, contradicted| {
        let mut judge = Judge::new();
        judge.add(id, found.clone(), wanted.clone(), contradicted);
        judge.failures.len()
    };
    assert_eq!(failures("any", &no, &yes, true), 0);
    assert_eq!(failures(listed, &no, &yes, false), 0);
    assert_eq!(failures("any", &no, &yes, false), 1, "Java is not contradicted");
    assert_eq!(failures(listed, &yes, &yes, false), 1, "there is no difference");
    assert_eq!(failures(listed, &yes, &no, true), 1, "laxer than Java");
    assert_eq!(failures("any", &(false, Vec::new()), &no, true), 1, "other words for one verdict");
}

/// The two schemas of each datum; Java then tries to read it, and says where its checker was wrong.
#[test]
fn verdicts_on_evolved_schemas_are_those_of_java() {
    let Some(entries) = entries("vectors/evolution.json") else { return };
    let mut judge = Judge::new();
    for entry in &entries {
        let Some(wanted) = entry["schemas_compatible"].as_bool() else { continue };
        let verdict = checked(entry).0;
        judge.add(id(entry), (verdict, Vec::new()), (wanted, Vec::new()), entry["error"].is_string());
    }
    assert!(judge.count > 300, "{} entries", judge.count);
    judge.finish();
}

#[test]
fn levels_and_messages_are_those_of_a_registry() {
    let Some(entries) = entries("vectors/levels.json") else { return };
    let mut judge = Judge::new();
    for entry in &entries {
        let level = Level::parse(entry["level"].as_str().expect("a level")).expect("a level");
        let new = document(&entry["new"]).expect("a schema");
        let previous = entry["previous"].as_array().expect("a list");
        let previous: Vec<_> = previous.iter().map(|old| document(old).expect("a schema")).collect();
        let views: Vec<View<'_>> = previous.iter().map(Document::view).collect();
        let numbered: Vec<_> = (1..).zip(views.iter().copied()).collect();
        let verdict = compat::check_level(level, new.view(), &views).verdict();
        let found = (verdict == Verdict::Compatible, messages(level, new.view(), &numbered));
        let wanted = (entry["compatible"].as_bool().expect("a verdict"), texts(&entry["confluent_verbose_messages"]));
        judge.add(id(entry), found, wanted, false);
    }
    judge.finish();
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

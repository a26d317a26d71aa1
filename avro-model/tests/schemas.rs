//! The parser, the printed forms and the fingerprint against what Java answered, a corpus of public schemas, and the
//! verdicts on their histories.

mod support;

use std::collections::BTreeMap;

use avro_model::compat::can_read;
use avro_model::default;
use avro_model::gate::{History, Settings, review};
use avro_model::guid::{Guid, Metadata, Reference};
use avro_model::history::RecordedVersion;
use avro_model::json::{self, Node, Tree};
use avro_model::names::NameRule;
use avro_model::parse::{Mode, Options, parse};
use avro_model::rules::Source;
use avro_model::{Document, Fields, Kind, Level, View, content, fingerprint, print};
use avro_tests::Verdicts;
use support::{flag, text, with_cases};

#[test]
fn canonical_forms_and_fingerprints_are_javas() {
    with_cases("vectors/canonical.json", |cases| {
        let mut verdicts = Verdicts::new(include_str!("known-failures/canonical.txt"));
        for case in cases {
            verdicts.add(text(case, "id"), {
                match Document::parse(text(case, "schema")) {
                    Err(_) if case.get("error").is_some() => Ok(()),
                    Err(errors) => Err(errors.to_string()),
                    Ok(_) if case.get("error").is_some() => Err("accepted".to_owned()),
                    Ok(document) => {
                        let (view, canonical) = (document.view(), print::canonical(document.view()));
                        let rabin = fingerprint::of(view);
                        let hex = hexadecimal(&rabin.to_le_bytes());
                        if canonical != text(case, "canonical") {
                            Err(format!("canonical form\n  {canonical}\n  {}", text(case, "canonical")))
                        } else if rabin != fingerprint::crc64_bytes(canonical.as_bytes()) {
                            Err("the fingerprint of the schema is not that of its text".to_owned())
                        } else if hex != text(case, "rabin_hex_le") {
                            Err(format!("fingerprint {hex}, expected {}", text(case, "rabin_hex_le")))
                        } else if hexadecimal(&fingerprint::md5(view)) != text(case, "md5") {
                            Err(format!("MD5, expected {}", text(case, "md5")))
                        } else if hexadecimal(&fingerprint::sha256(view)) != text(case, "sha256") {
                            Err(format!("SHA-256, expected {}", text(case, "sha256")))
                        } else {
                            Ok(())
                        }
                    }
                }
            });
        }
        verdicts.finish("canonical forms");
    });
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The registry's own golden values, those without a rule set; and those of all schemas that a real registry answered with.
#[test]
fn guids_are_the_registrys() {
    let Some(file) = avro_tests::shared("vectors/confluent-guid-md5-golden.json") else { return };
    let golden = std::fs::read_to_string(file).expect("readable");
    let tree = Tree::parse(&golden, &json::Options::default()).expect("JSON");
    let get = |keys: &[&str]| keys.iter().try_fold(tree.root(), |node, key| node.get(key)).expect("it is there");
    let references: Vec<_> = get(&["references"]).children().collect();
    let references: Vec<_> = references
        .iter()
        .map(|reference| Reference {
            name: text(*reference, "name"),
            subject: text(*reference, "subject"),
            version: reference.get("version").expect("a version").compact().parse().expect("a number"),
        })
        .collect();
    let owned = |node: Node<'_>| node.as_str().expect("a string").to_owned();
    let key = |node: Node<'_>| node.key().expect("a member").to_owned();
    let metadata = Metadata {
        tags: get(&["metadata", "tags"])
            .children()
            .map(|tags| (key(tags), tags.children().map(owned).collect()))
            .collect(),
        properties: get(&["metadata", "properties"]).children().map(|value| (key(value), owned(value))).collect(),
        sensitive: get(&["metadata", "sensitive"]).children().map(owned).collect(),
    };
    let schema = text(get(&["schemas"]), "avro");
    for (bits, references, metadata) in [
        ("000", &[][..], None),
        ("010", &[][..], Some(&metadata)),
        ("100", &references[..], None),
        ("110", &references[..], Some(&metadata)),
    ] {
        let guid = Guid::of(schema, references, metadata).to_string();
        assert_eq!(guid, text(get(&["expectedHashes", "AVRO"]), bits), "{bits}");
    }

    let registry = avro_tests::shared("vectors/registry.json").expect("beside the other");
    let registry = std::fs::read_to_string(registry).expect("readable");
    let tree = Tree::parse(&registry, &json::Options::default()).expect("JSON");
    let mut count = 0;
    for scenario in tree.root().get("scenarios").expect("scenarios").children() {
        let guids = scenario.get("guids");
        for step in scenario.get("steps").expect("steps").children() {
            let Some(answer) = step.get("response").filter(|answer| answer.is_object()) else { continue };
            let plain = answer.get("references").is_none() && answer.get("metadata").is_none();
            let known = |guid: &str| guids?.get(guid)?.as_str();
            if let (true, Some(guid)) = (plain, known(text(answer, "guid")))
                && text(answer, "schemaType") == "AVRO"
            {
                assert_eq!(Guid::of(text(answer, "schema"), &[], None).to_string(), guid);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count} schemas with their GUID");
}

#[test]
fn texts_are_accepted_refused_and_printed_as_by_java() {
    with_cases("vectors/invalid-schemas.json", |cases| {
        let mut verdicts = Verdicts::new(include_str!("known-failures/invalid-schemas.txt"));
        for case in cases {
            let names = match text(case, "name_validator") {
                "UTF" => NameRule::Unicode,
                "STRICT" => NameRule::Strict,
                _ => NameRule::Any,
            };
            let check_defaults = flag(case, "validate_defaults") == Some(true);
            let options = Options { names: Some(names), check_defaults, ..Options::default() };
            let accepts = flag(case, "java_accepts") == Some(true);
            verdicts.add(text(case, "id"), {
                match parse(text(case, "schema"), &options) {
                    Err(errors) if accepts => Err(format!("refused: {errors}")),
                    Err(errors) if errors.diagnostics().is_empty() => Err("refused without a reason".to_owned()),
                    Err(_) => Ok(()),
                    Ok(_) if !accepts => Err(format!("accepted, Java says {}", text(case, "java_error"))),
                    Ok(parsed) => {
                        let printed = print::java(parsed.document.view());
                        let logical = parsed.document.view().node.logical.map(|logical| logical.name());
                        if printed != text(case, "java_to_string") {
                            Err(format!("printed as\n  {printed}\n  {}", text(case, "java_to_string")))
                        } else if logical.unwrap_or_default() != text(case, "java_logical_type") {
                            Err(format!("logical type {logical:?}, expected {}", text(case, "java_logical_type")))
                        } else {
                            round_trip(&parsed.document, &options)
                        }
                    }
                }
            });
        }
        verdicts.finish("schema texts");
    });
}

/// What Java takes and the specification does not, each with its reason; everything else that Java takes, strict mode takes too,
/// and what Java refuses it refuses.
#[test]
fn strict_mode_refuses_what_the_specification_does() {
    let listed = include_str!("known-failures/strict-only.txt");
    let listed: BTreeMap<&str, &str> = listed
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_once(": ").unwrap_or_else(|| panic!("{line}: no reason")))
        .collect();
    with_cases("vectors/invalid-schemas.json", |cases| {
        let mut seen = BTreeMap::new();
        let mut wrong = Vec::new();
        for case in cases {
            let (id, accepts) = (text(case, "id"), flag(case, "java_accepts") == Some(true));
            match (parse(text(case, "schema"), &Options { mode: Mode::Strict, ..Options::default() }), accepts) {
                (Ok(_), false) => wrong.push(format!("{id}: taken in strict mode, Java refuses it")),
                (Ok(_), true) | (Err(_), false) => {}
                (Err(errors), true) => {
                    seen.insert(id, errors.to_string());
                }
            }
        }
        for (id, errors) in &seen {
            if !listed.contains_key(id) {
                wrong.push(format!("{id}: refused in strict mode only, and not listed: {errors}"));
            }
        }
        let taken = listed.keys().filter(|id| !seen.contains_key(*id));
        wrong.extend(taken.map(|id| format!("{id}: listed, and taken")));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn public_schemas_are_judged_as_by_java_and_the_specification() {
    with_cases("corpus/index.json", |cases| {
        let mut verdicts = Verdicts::new(include_str!("known-failures/corpus.txt"));
        for case in cases {
            if text(case, "kind") != "schema" {
                continue;
            }
            let file = text(case, "file");
            let Some(path) = avro_tests::shared(&format!("corpus/{file}")) else { continue };
            let source = std::fs::read(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
            let source = String::from_utf8_lossy(&source);
            let (java, verdict) = (flag(case, "accepted_by_java_avro_1_12") == Some(true), text(case, "spec_verdict"));
            let strict = parse(&source, &Options { mode: Mode::Strict, ..Options::default() });
            verdicts.add(file, {
                match (Document::parse(&source), strict) {
                    (Err(errors), _) if java => Err(format!("refused: {errors}")),
                    (Ok(_), _) if !java => Err("accepted, Java refuses it".to_owned()),
                    (_, Err(errors)) if verdict == "valid" => {
                        Err(format!("valid, but refused in strict mode: {errors}"))
                    }
                    (_, Ok(_)) if verdict == "invalid" => Err("invalid, but taken in strict mode".to_owned()),
                    (Ok(document), _) => round_trip(&document, &Options::default()),
                    (Err(errors), _) if errors.diagnostics().iter().any(|error| error.message().is_empty()) => {
                        Err("refused without a reason".to_owned())
                    }
                    (Err(_), _) => Ok(()),
                }
            });
        }
        verdicts.finish("public schemas");
    });
}

/// The printed schema is printed again as itself and is equal; its defaults can be encoded or are known not to fit.
fn round_trip(document: &Document, options: &Options) -> Result<(), String> {
    let printed = print::json(document.view());
    let again = parse(&printed, options).map_err(|errors| format!("its own text is refused: {errors}"))?.document;
    let twice = print::json(again.view());
    if twice != printed {
        return Err(format!("printed again as\n  {twice}\n  {printed}"));
    }
    if content::content_hash_with_docs(document.view()) != content::content_hash_with_docs(again.view()) {
        return Err("parsed again it is another schema".to_owned());
    }
    if fingerprint::of(document.view()) != fingerprint::of(again.view()) {
        return Err("parsed again it has another fingerprint".to_owned());
    }
    for node in document.nodes.get() {
        let Kind::Record(record) = &node.kind else { continue };
        let Fields::Pool(fields) = &record.fields else { continue };
        for &field in fields.get() {
            let field = &document.fields.get()[field as usize];
            let view = document.view().child(&field.schema);
            if let Some(default) = &field.default {
                let fits = default::check(view, default.get());
                let encoded = default::encode(view, default.get());
                if fits.is_ok() != encoded.is_ok() {
                    return Err(format!("the default of {:?}: {fits:?}, but {encoded:?}", field.name));
                }
            }
        }
    }
    Ok(())
}

/// Each step of 154 histories of public schemas, in both directions; and the gate says the same.
#[test]
fn every_step_has_javas_verdict() {
    let Some(folder) = avro_tests::shared("corpus/histories") else { return };
    let mut histories: Vec<_> =
        std::fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    histories.retain(|path| path.is_dir());
    histories.sort();
    let mut verdicts = Verdicts::new(include_str!("known-failures/histories.txt"));
    let mut count = 0;
    for history in &histories {
        let read = |file: &str| std::fs::read_to_string(history.join(file)).expect("readable");
        // a version that refers to other files is there in one piece, too
        let version = |file: &str| {
            let bundled = file.replace(".avsc", ".bundled.avsc");
            let document =
                Document::parse(&read(if history.join(&bundled).exists() { &bundled } else { file })).ok()?;
            let content_hash = content::content_hash(document.view());
            Some(RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash, document, changes: None })
        };
        let meta = read("meta.json");
        let tree = Tree::parse(&meta, &json::Options::default()).expect("JSON");
        let mut versions = BTreeMap::new();
        for step in tree.root().get("steps").expect("a history has steps").children() {
            let (from, to) = (text(step, "from"), text(step, "to"));
            for file in [from, to] {
                versions.entry(file).or_insert_with(|| version(file));
            }
            for (direction, level) in [("backward", Level::Backward), ("forward", Level::Forward)] {
                let java = step.get(direction).map_or("", |verdict| text(verdict, "java_avro_1.12.0"));
                let outcome = match (&versions[from], &versions[to]) {
                    _ if java.is_empty() => Err("no verdict of Java".to_owned()),
                    (Some(_), Some(_)) if java == "ERR" => Err("both versions parse, not so in Java".to_owned()),
                    (Some(old), Some(new)) => judge(java, level, old, new.document.view()),
                    _ if java == "ERR" => Ok(()),
                    _ => Err(format!("a version does not parse, Java says {java}")),
                };
                verdicts.add(&format!("{} {from} {to} {direction}", text(tree.root(), "name")), outcome);
                count += 1;
            }
        }
    }
    assert!(histories.len() >= 154, "{} histories", histories.len());
    assert!(count >= 2_000, "{count} verdicts");
    verdicts.finish("steps of histories");
}

fn judge(java: &str, level: Level, old: &RecordedVersion, new: View<'_>) -> Result<(), String> {
    let old_view = old.document.view();
    let (reader, writer) = if level == Level::Backward { (new, old_view) } else { (old_view, new) };
    let reads = can_read(reader, writer);
    if reads != (java == "COMPATIBLE") {
        return Err(format!("reads: {reads}, Java says {java}"));
    }
    let history = History { full_name: "R", folder: "h", versions: std::slice::from_ref(old), accepted: &[] };
    let review = review(new, history, &Settings::new(level));
    let stops = review.errors().any(|finding| finding.rule.source() == Source::Avro);
    if stops == reads || review.unchecked().is_some() {
        return Err(format!("reads: {reads}, the gate stops: {stops}"));
    }
    Ok(())
}

/// Java keeps a type under its name when its definition ends, and takes a second one that says the same: of two records that
/// name what is not known by then it cannot tell.
#[test]
fn a_type_is_defined_again_in_equal_words() {
    let pair = |first: &str, second: &str| {
        format!(
            r#"{{"type":"record","name":"R","fields":[
                {{"name":"e","type":{{"type":"enum","name":"E","symbols":["X"]}}}},
                {{"name":"a","type":{first}}},
                {{"name":"b","type":{{"type":"array","items":{second}}}}},
                {{"name":"c","type":["null",{{"type":"fixed","name":"Later","size":1}}]}}]}}"#
        )
    };
    let record = |inside: &str| format!(r#"{{"type":"record","name":"A",{inside}}}"#);
    let field = |rest: &str| record(&format!(r#""fields":[{{"name":"x",{rest}}}]"#));
    let same = [
        (field(r#""type":"int""#), field(r#""type":"int","doc":"d","aliases":["y"]"#)),
        (record(r#""fields":[],"doc":"d""#), record(r#""fields":[],"aliases":["O"]"#)),
        (field(r#""type":"double","default":1.50"#), field(r#""type":"double","default":1.5"#)),
        (field(r#""type":["null","E"],"p":1"#), field(r#""type":["null","E"],"p":1"#)),
        (field(r#""type":"E""#), field(r#""type":{"type":"enum","name":"E","symbols":["X"]}"#)),
        (
            field(r#""type":{"type":"map","values":["null","long"]}"#),
            field(r#""type":{"type":"map","values":["null","long"]}"#),
        ),
        (record(r#""fields":[],"p":1,"q":2"#), record(r#""fields":[],"q":2,"p":1"#)),
    ];
    for (first, second) in &same {
        let text = pair(first, second);
        let document = Document::parse(&text).unwrap_or_else(|errors| panic!("{errors}\n{text}"));
        assert!(print::json(document.view()).contains(r#""type":"array","items":"A""#));
        assert!(parse(&text, &Options { mode: Mode::Strict, ..Options::default() }).is_err(), "{text}");
    }
    let other = [
        (field(r#""type":"int""#), field(r#""type":"long""#)),
        (field(r#""type":"int""#), field(r#""type":"int","default":1"#)),
        (field(r#""type":"int","default":1"#), field(r#""type":"int","default":2"#)),
        (field(r#""type":"int""#), field(r#""type":"int","order":"ignore""#)),
        (field(r#""type":"int""#), field(r#""type":"int","p":1"#)),
        (field(r#""type":"int""#), field(r#""type":{"type":"int","p":1}"#)),
        (record(r#""fields":[]"#), record(r#""fields":[],"p":1"#)),
        (record(r#""fields":[]"#), field(r#""type":"int""#)),
        (field(r#""type":["null","int"]"#), field(r#""type":["int","null"]"#)),
        // of the record itself, of one around it, of one that comes later
        (field(r#""type":["null","A"]"#), field(r#""type":["null","A"]"#)),
        (field(r#""type":{"type":"array","items":"R"}"#), field(r#""type":{"type":"array","items":"R"}"#)),
        (field(r#""type":"Later""#), field(r#""type":"Later""#)),
    ];
    for (first, second) in &other {
        let errors = Document::parse(&pair(first, second)).expect_err(second).to_string();
        assert!(errors.contains("`A` is defined twice"), "{errors}");
    }
}

/// Java looks for a name without namespace in the one around it, then in none; in both only what has ended.
#[test]
fn a_name_is_looked_for_among_types_that_have_ended() {
    let own = r#"{"type":"record","name":"a.R","fields":[{"name":"x","type":["null","R"]}]}"#;
    let document = Document::parse(&format!(r#"[{{"type":"fixed","name":"R","size":1}},{own}]"#)).expect("a schema");
    let record = document.view().branch(1);
    let union = record.child(&record.field(0).schema);
    assert_eq!(union.branch(1).name().expect("named").full.get(), "R");
    // of the record itself JSON has to say more than that
    let document = Document::parse(&format!(
        r#"[{{"type":"fixed","name":"R","size":1}},{}]"#,
        own.replace(r#"["null","R"]"#, r#"["null","a.R"]"#)
    ))
    .expect("a schema");
    round_trip(&document, &Options::default()).expect("the same again");
    // with no other type of that name it is the record
    round_trip(&Document::parse(own).expect("a schema"), &Options::default()).expect("the same again");

    let outside = r#"{"type":"record","name":"R","fields":[{"name":"s","type":{"type":"record","name":"a.S","fields":[{"name":"r","type":["null","R"]}]}}]}"#;
    let errors = Document::parse(outside).expect_err("Java finds nothing");
    assert_eq!(
        errors.to_string(),
        "line 1, column 125: R.s.r: `R` is no primitive type and no type of that name is defined (nor is `a.R`); help: `R` has no \
         namespace, and Java's parser looks for it there only behind its definition"
    );
}

/// Java's parser takes comments inside of a schema, and nothing behind it but what it trims.
#[test]
fn nothing_stands_behind_a_schema() {
    for text in ["/* a */ \"int\"", "// a\n\"int\" ", "\"int\"\0\u{1}\u{b}\n", "{/* a */\"type\":\"int\"// b\n}"] {
        Document::parse(text).unwrap_or_else(|errors| panic!("{errors}\n{text}"));
    }
    for (text, error) in [
        ("\"int\" // a", "line 1, column 7: found a comment, expected nothing after the end of the value"),
        ("\"int\"\n/* a */", "line 2, column 1: found a comment, expected nothing after the end of the value"),
        ("\"int\" null", "line 1, column 7: found `null`, expected nothing after the end of the value"),
    ] {
        assert_eq!(Document::parse(text).expect_err(text).to_string(), error);
    }
}

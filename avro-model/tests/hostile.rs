//! Texts that nest deep, refer to each other without end, or are broken: no overflow, no panic, a place for every mistake.

use avro_model::compat::{CauseKind, Overlay, Verdict, check, java};
use avro_model::gate::{History, Settings, review};
use avro_model::history::RecordedVersion;
use avro_model::parse::{Mode, Options, parse};
use avro_model::{Document, Level, content, default, fingerprint, json, print};

#[test]
fn json_ten_thousand_levels_deep() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let tree = json::Tree::parse(&text, &json::Options::default()).expect("valid");
        assert_eq!(tree.root().compact(), text);
        assert!(Document::parse(&text).is_err());
    }
    let mut options = json::Options::default();
    options.nesting = 3;
    let error = json::Tree::parse("[[[[1]]]]", &options).expect_err("too deep");
    assert_eq!((error.message.as_str(), error.range), ("nested deeper than 3 levels", 3..4));
}

#[test]
fn a_hundred_thousand_levels_are_refused() {
    const DEEP: usize = 100_000;
    for (open, close) in [
        ("[", "]"),
        (r#"{"type":"array","items":"#, "}"),
        (r#"{"type":"record","name":"R","fields":[{"name":"f","type":"#, "}]}"),
        (r#"{"type":"record","name":"R","fields":[{"name":"f","type":"int","default":"#, "}]}"),
    ] {
        let text = format!("{}\"int\"{}", open.repeat(DEEP), close.repeat(DEEP));
        for mode in [Mode::Lenient, Mode::Strict] {
            let options = Options { mode, ..Options::default() };
            let errors = parse(&text, &options).expect_err("too deep").to_string();
            assert!(errors.ends_with("nested deeper than 16384 levels"), "{errors}");
        }
        // Not even where it is allowed is there an overflow.
        let _ = parse(&text, &Options { nesting: usize::MAX, ..Options::default() });
    }
    let text = format!("{}\"int\"{}", r#"{"type":"map","values":"#.repeat(DEEP), "}".repeat(DEEP));
    let deep = parse(&text, &Options { nesting: usize::MAX, ..Options::default() }).expect("valid").document;
    assert_eq!(print::json(deep.view()), text);
    assert_ne!((fingerprint::of(deep.view()), content::content_hash(deep.view())), (0, 0));
}

#[test]
fn ten_megabytes() {
    let doc = "what it is for ".repeat(12);
    let fields: Vec<String> =
        (0..50_000).map(|i| format!(r#"{{"name":"field_{i}","type":"long","doc":"{doc}"}}"#)).collect();
    let text = format!(r#"{{"type":"record","name":"Large","fields":[{}]}}"#, fields.join(","));
    assert!(text.len() > 10_000_000, "{}", text.len());
    let document = Document::parse(&text).expect("valid");
    assert_eq!(document.view().field_count(), 50_000);
    assert_eq!(print::json(document.view()).len(), text.len());
    // The same in one broken piece: the first mistakes are told, the rest is counted.
    let broken = text.replace("\"long\"", "\"lnog\"");
    let errors = Document::parse(&broken).expect_err("unknown types");
    assert_eq!((errors.diagnostics().len(), errors.more()), (100, 49_900));
}

#[test]
fn names_of_a_megabyte() {
    let long = "n".repeat(1 << 20);
    let text =
        format!(r#"{{"type":"record","name":"{long}","fields":[{{"name":"{long}","type":["null","{long}"]}}]}}"#);
    let document = Document::parse(&text).expect("valid");
    assert_eq!(print::json(document.view()), text);
    // What would fill the memory once it is written out is refused.
    let fields: Vec<String> = (0..300).map(|i| format!(r#"{{"name":"f{i}","type":["null","R"]}}"#)).collect();
    let text = format!(r#"{{"type":"record","name":"R","namespace":"{long}","fields":[{}]}}"#, fields.join(","));
    let errors = Document::parse(&text).expect_err("too long");
    assert_eq!(errors.diagnostics().len(), 1);
    assert!(errors.to_string().contains("the full names up to here are longer than 256 MiB"), "{errors}");
    let errors = Document::parse(&format!("\"{long}\"")).expect_err("unknown").to_string();
    assert!(errors.len() < 1_000, "{}", errors.len());
}

#[test]
fn a_billion_laughs() {
    let mut text = r#""string""#.to_owned();
    for i in (0..1_000).rev() {
        let again = if i < 999 { format!(r#""L{}""#, i + 1) } else { r#""string""#.to_owned() };
        text = format!(
            r#"{{"type":"record","name":"L{i}","fields":[{{"name":"a","type":{text}}},{{"name":"b","type":{again}}}]}}"#
        );
    }
    let document = Document::parse(&text).expect("valid");
    assert_eq!(print::json(document.view()), text);
    assert!(avro_model::compat::can_read(document.view(), document.view()));
    assert_ne!((fingerprint::of(document.view()), content::content_hash(document.view())), (0, 0));
    assert!(default::check(document.view(), "{}").is_err());
}

#[test]
fn ten_thousand_branches_fields_and_symbols() {
    const MANY: usize = 10_000;
    let list = |one: &dyn Fn(usize) -> String| (0..MANY).map(one).collect::<Vec<_>>().join(",");
    let branches = list(&|i| format!(r#"{{"type":"record","name":"B{i}","fields":[{{"name":"f{i}","type":"int"}}]}}"#));
    let values = vec![r#"{"f":1}"#; MANY].join(",");
    let text = format!(
        r#"{{"type":"record","name":"R","fields":[{{"name":"u","type":[{branches}],"default":{{"f9999":1}}}}]}}"#
    );
    let document = Document::parse(&text).expect("the last branch");
    assert_eq!(document.view().child(&document.view().field(0).schema).branch_count(), MANY);
    // Each of many values against each of many branches is too much.
    let text = format!(
        r#"{{"type":"record","name":"R","fields":[{{"name":"u","type":{{"type":"array","items":[{branches}]}},"default":[{values}]}}]}}"#
    );
    let errors = Document::parse(&text).expect_err("no branch").to_string();
    assert!(errors.contains("the default does not fit"), "{errors}");

    let symbols = list(&|i| format!(r#""S{i}""#));
    let document = Document::parse(&format!(r#"{{"type":"enum","name":"E","symbols":[{symbols}],"default":"S9999"}}"#));
    assert!(document.is_ok());
    for (text, what) in [
        (format!(r#"{{"type":"enum","name":"E","symbols":[{symbols},"S5"]}}"#), "the enum has the symbol `S5` twice"),
        (
            format!(
                r#"{{"type":"record","name":"R","fields":[{},{{"name":"f7","type":"int"}}]}}"#,
                list(&|i| format!(r#"{{"name":"f{i}","type":"int"}}"#))
            ),
            "the record has the field `f7` twice",
        ),
        (format!("[{},\"B3\"]", branches), "the union has two branches `B3`"),
        (format!(r#"{{"type":"int",{},"p4":1}}"#, list(&|i| format!(r#""p{i}":1"#))), "the key `p4` stands twice"),
    ] {
        let strict = Options { mode: Mode::Strict, ..Options::default() };
        let errors = parse(&text, &strict).expect_err("twice").to_string();
        assert!(errors.contains(what), "{errors}");
    }
}

/// A record of many fields with defaults, and many values of it: not each field for each value.
#[test]
fn many_values_of_a_wide_record() {
    let fields: Vec<String> = (0..10_000).map(|i| format!(r#"{{"name":"f{i}","type":"int","default":0}}"#)).collect();
    let values = vec![r#"{"f1":1}"#; 10_000].join(",");
    let text = format!(
        r#"{{"type":"record","name":"R","fields":[{{"name":"l","type":{{"type":"array","items":{{"type":"record","name":"W","fields":[{}]}}}},"default":[{values}]}}]}}"#,
        fields.join(",")
    );
    assert!(Document::parse(&text).is_ok());
    assert!(Document::parse(&text.replacen(r#"{"f1":1}"#, r#"{"f1":"1"}"#, 1)).is_err());
}

#[test]
fn records_nested_in_each_other() {
    let mut text = "\"null\"".to_owned();
    for i in (0..1_500).rev() {
        text = format!(
            r#"{{"type":"record","name":"R{i}","fields":[{{"name":"f","type":["null",{text}],"default":null}}]}}"#
        );
        text = text.replace(r#"["null","null"]"#, r#"["null"]"#);
    }
    let document = Document::parse(&text).expect("valid");
    let printed = print::json(document.view());
    assert_eq!(printed, text);
    assert_eq!(
        fingerprint::of(document.view()),
        fingerprint::crc64_bytes(print::canonical(document.view()).as_bytes())
    );
    assert_ne!(content::content_hash(document.view()), 0);
}

#[test]
fn references_in_a_long_chain() {
    // Not deep as JSON, but as a schema.
    let fields = |i: usize| if i < 20_000 { format!(r#"{{"name":"f","type":"R{}"}}"#, i + 1) } else { String::new() };
    let branches: Vec<String> =
        (0..=20_000).map(|i| format!(r#"{{"type":"record","name":"R{i}","fields":[{}]}}"#, fields(i))).collect();
    let document = Document::parse(&format!("[{}]", branches.join(","))).expect("valid");
    assert!(print::json(document.view()).len() > 20_000);
    assert_ne!(fingerprint::of(document.view()), 0);
}

#[test]
fn defaults_that_grow_without_end() {
    let text = r#"{"type":"record","name":"R","fields":[{"name":"next","type":["R","null"],"default":{}}]}"#;
    let errors = Document::parse(text).expect_err("Java needs the fields of a record that it is still reading");
    assert!(errors.to_string().contains("it needs the fields of `R`"), "{errors}");
    let strict = Options { mode: Mode::Strict, ..Options::default() };
    let itself = parse(text, &strict).expect("the specification has nothing against it").document;
    let error = default::encode(itself.view(), "{}").expect_err("endless");
    assert_eq!(error.to_string(), "the default contains itself: a record whose field defaults to such a record");

    // Each type doubles the one before it.
    let mut types =
        vec![r#"{"type":"record","name":"R0","fields":[{"name":"a","type":"long","default":1}]}"#.to_owned()];
    for i in 1..200 {
        let before = i - 1;
        types.push(format!(
            r#"{{"type":"record","name":"R{i}","fields":[{{"name":"a","type":"R{before}","default":{{}}}},{{"name":"b","type":"R{before}","default":{{}}}}]}}"#
        ));
    }
    let doubled = Document::parse(&format!("[{}]", types.join(","))).expect("valid");
    let last = doubled.view().branch(199);
    assert!(default::encode(last, "{}").expect_err("large").to_string().contains("too large"));
    assert_eq!(default::encode(doubled.view().branch(3), "{}").expect("small"), [2; 8]);

    // Unions of records that all but match, again and again.
    let tree = Document::parse(
        r#"["null",{"type":"record","name":"A","fields":[{"name":"n","type":["null","A","B"]},{"name":"x","type":"int"}]},
            {"type":"record","name":"B","fields":[{"name":"n","type":["null","A","B"]},{"name":"y","type":"int"}]}]"#,
    )
    .expect("valid");
    let value = format!("{}null{}", r#"{"x":1,"y":1,"n":"#.repeat(2_000), "}".repeat(2_000));
    assert_eq!(default::encode(tree.view(), &value).expect("fits").len(), 4_001);
    let value = format!("{}false{}", r#"{"x":1,"y":1,"n":"#.repeat(2_000), "}".repeat(2_000));
    assert!(default::check(tree.view(), &value).is_err());
}

#[test]
fn cut_off_and_damaged_texts() {
    let text = r#"/* begin */ {"type":"record","name":"a.R","aliases":["Q"],"fields":[{"name":"é","type":["null",{"type":"enum","name":"E","symbols":["A"],"default":"A"}],"default":null,"order":"ignore" // end
        }]}"#;
    assert!(Document::parse(text).is_ok());
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        let _ = Document::parse(&text[..end]).map(|document| print::json(document.view()));
    }
    for at in 0..text.len() {
        for byte in [b'"', b'{', b']', b',', b'\\', b'0', b'n', 0] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = byte;
            if let Ok(text) = String::from_utf8(bytes) {
                match parse(&text, &Options::default()) {
                    Ok(parsed) => drop(print::json(parsed.document.view())),
                    Err(errors) => assert!(!errors.to_string().is_empty()),
                }
            }
        }
    }
}

#[test]
fn messages_do_not_obey_the_text() {
    let errors = Document::parse("[\"\\u001b[31mred\\u202e\"]").expect_err("unknown");
    assert_eq!(
        errors.to_string(),
        "line 1, column 2: `\\u{1b}[31mred\\u{202e}` is no primitive type and no type of that name is defined"
    );
    let many = format!("[{}]", vec!["\"x\""; 250].join(","));
    let errors = Document::parse(&many).expect_err("unknown");
    assert_eq!((errors.diagnostics().len(), errors.more()), (100, 150));
}

/// A union of records, named by `name`, each with a field of `ty`.
fn wide(names: impl Iterator<Item = String>, ty: &str) -> Document {
    let branches: Vec<String> = names
        .map(|name| format!(r#"{{"type":"record","name":"{name}","fields":[{{"name":"id","type":"{ty}"}}]}}"#))
        .collect();
    Document::parse(&format!("[{}]", branches.join(","))).expect("valid")
}

#[test]
fn unions_of_ten_thousand_branches_are_compared() {
    const MANY: usize = 10_000;
    let name = |i: usize| format!("wide.B{i}");
    let union = wide((0..MANY).map(name), "long");
    // 7,919 is prime to the number of branches: each is there once, far from its place
    let shuffled = wide((0..MANY).map(|i| name(i * 7_919 % MANY)), "long");
    for other in [wide((0..MANY).map(name), "long"), wide((0..MANY).rev().map(name), "int"), shuffled] {
        let report = check(union.view(), other.view(), Overlay::NONE);
        assert_eq!((report.verdict, report.findings().len()), (Verdict::Compatible, 0));
    }

    let without_one = wide((0..MANY).rev().filter(|&i| i != 77).map(name), "long");
    let report = check(without_one.view(), union.view(), Overlay::NONE);
    assert_eq!((report.verdict, report.findings().len()), (Verdict::Incompatible, 1));
    assert_eq!(check(union.view(), without_one.view(), Overlay::NONE).verdict, Verdict::Compatible);

    for (other, all) in [
        (wide((0..MANY).rev().map(name), "string"), CauseKind::TypeMismatch),
        (wide((0..MANY).rev().map(|i| format!("wide.Old{i}")), "long"), CauseKind::MissingBranch),
    ] {
        let report = check(union.view(), other.view(), Overlay::NONE);
        assert_eq!(report.verdict, Verdict::Incompatible);
        assert_eq!(report.findings().causes().filter(|cause| cause.kind == all).count(), MANY);
    }

    // of enums and fixed no decoder looks for a namesake
    let fixed = |from: usize| {
        let branches: Vec<String> =
            (from..from + MANY).map(|i| format!(r#"{{"type":"fixed","name":"F{i}","size":4}}"#)).collect();
        Document::parse(&format!("[{}]", branches.join(","))).expect("valid")
    };
    assert_eq!(check(fixed(0).view(), fixed(0).view(), Overlay::NONE).verdict, Verdict::Compatible);
    assert_eq!(check(fixed(MANY / 2).view(), fixed(0).view(), Overlay::NONE).findings().len(), MANY / 2);

    // of another namespace, each has its namesake
    let moved = wide((0..MANY).rev().map(|i| format!("elsewhere.B{i}")), "long");
    assert_eq!(check(union.view(), moved.view(), Overlay::NONE).verdict, Verdict::Compatible);
    // each has as many namesakes as there are branches: more pairs than anybody compares
    let namesakes = |from: usize| wide((from..from + MANY).map(|i| format!("n{i}.B")), "long");
    let (reader, writer) = (namesakes(0), namesakes(MANY));
    assert_eq!(check(reader.view(), writer.view(), Overlay::NONE).verdict, Verdict::Unchecked);
}

#[test]
fn wide_unions_in_the_words_of_java_and_of_the_gate() {
    const MANY: usize = 3_000;
    let name = |i: usize| format!("wide.B{i}");
    let union = wide((0..MANY).map(name), "long");
    let failing = wide((0..MANY).rev().map(name), "string");
    let found = java::incompatibilities(union.view(), failing.view()).expect("no exception");
    assert_eq!(found.len(), MANY);
    let renamed = wide((0..MANY).rev().map(|i| format!("wide.Old{i}")), "long");
    let (content_hash, released) = (content::content_hash(renamed.view()), true);
    let versions =
        [RecordedVersion { version: 1, file: "v1.avsc", released, content_hash, document: renamed, changes: None }];
    let history = History { full_name: "wide.Union", folder: "h", versions: &versions, accepted: &[] };
    let review = review(union.view(), history, &Settings::new(Level::FullTransitive));
    assert_eq!((review.findings().len(), review.unchecked()), (2 * MANY, None));
}

/// More fields than two bytes count, each under another name.
#[test]
fn seventy_thousand_fields_are_found_by_name() {
    const MANY: usize = 70_000;
    let record = |names: &mut dyn Iterator<Item = usize>| {
        let fields: Vec<String> = names.map(|i| format!(r#"{{"name":"f{i}","type":"int"}}"#)).collect();
        Document::parse(&format!(r#"{{"type":"record","name":"R","fields":[{}]}}"#, fields.join(","))).expect("valid")
    };
    let (first, backwards) = (record(&mut (0..MANY)), record(&mut (0..MANY).rev()));
    assert_eq!(check(first.view(), backwards.view(), Overlay::NONE).verdict, Verdict::Compatible);
    let later = record(&mut (1_000..MANY + 1_000));
    let report = check(later.view(), first.view(), Overlay::NONE);
    assert_eq!((report.verdict, report.findings().len()), (Verdict::Incompatible, 1_000));
}

#[test]
fn enums_of_ten_thousand_symbols_are_compared() {
    const MANY: usize = 10_000;
    let symbols = |symbols: &mut dyn Iterator<Item = usize>| {
        let symbols: Vec<String> = symbols.map(|i| format!("\"S{i}\"")).collect();
        Document::parse(&format!(r#"{{"type":"enum","name":"E","symbols":[{}]}}"#, symbols.join(","))).expect("valid")
    };
    let (first, backwards) = (symbols(&mut (0..MANY)), symbols(&mut (0..MANY).rev()));
    assert_eq!(check(first.view(), backwards.view(), Overlay::NONE).verdict, Verdict::Compatible);
    let later = symbols(&mut (MANY / 2..MANY + MANY / 2));
    let found = java::incompatibilities(later.view(), first.view()).expect("no exception");
    assert!(found.len() == 1 && found[0].message.starts_with("[S0, S1, S10, "), "{found:?}");
    let (content_hash, released) = (content::content_hash(first.view()), true);
    let versions =
        [RecordedVersion { version: 1, file: "v1.avsc", released, content_hash, document: first, changes: None }];
    let history = History { full_name: "E", folder: "h", versions: &versions, accepted: &[] };
    let review = review(later.view(), history, &Settings::new(Level::FullTransitive));
    // half of the symbols are gone, as many are new; the first help keeps one of them
    assert_eq!((review.findings().len(), review.unchecked()), (MANY, None));
    assert!(review.findings()[0].helps[0].schema.contains("S0"), "{:?}", review.findings()[0].helps);
}

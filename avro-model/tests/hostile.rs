//! Texts that nest deep, refer to each other without end, or are broken: no overflow, no panic, a place for every mistake.

use avro_model::parse::{Mode, Options, parse};
use avro_model::{Document, content, default, fingerprint, json, print};

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
    let text = r#"{"type":"record","name":"a.R","aliases":["Q"],"fields":[{"name":"é","type":["null",{"type":"enum","name":"E","symbols":["A"],"default":"A"}],"default":null,"order":"ignore"}]} // end"#;
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

//! Schemas that nobody means: a clear error or a file, in bounded time and without an overflow.

use avro_build::{Config, Generated};

fn generate(text: &str) -> Generated {
    Config::new().source("hostile.avsc", text).generate()
}

#[track_caller]
fn assert_refused(text: &str, why: &str) {
    let generated = generate(text);
    assert!(generated.errors.iter().any(|error| error.contains(why)), "{:?}", generated.errors);
    assert!(generated.text.len() < 100_000, "{}", generated.text.len());
}

#[test]
fn a_hundred_thousand_levels_of_json() {
    for (open, close) in [
        (r#"{"type":"array","items":"#, "}"),
        (r#"{"type":"record","name":"R","fields":[{"name":"f","type":"#, "}]}"),
        (r#"{"type":"record","name":"R","fields":[{"name":"f","type":"int","default":"#, "}]}"),
    ] {
        let text = format!("{}\"int\"{}", open.repeat(100_000), close.repeat(100_000));
        assert_refused(&text, "nested deeper than 16384 levels");
    }
}

#[test]
fn lists_and_unions_without_a_name_between_them() {
    let lists = |open: &str, close: &str| format!("{}\"int\"{}", open.repeat(5_000), close.repeat(5_000));
    let arrays = lists(r#"{"type":"array","items":"#, "}");
    assert_refused(&arrays, "nests more than 40 arrays, maps and unions");
    assert_refused(
        &format!(r#"{{"type":"record","name":"R","fields":[{{"name":"f","type":{arrays}}}]}}"#),
        "nests more than 40 arrays, maps and unions",
    );
    assert_refused(&lists(r#"["null",{"type":"map","values":"#, "}]"), "nests more than 40 arrays, maps and unions");
}

#[test]
fn records_nested_in_each_other() {
    let mut text = r#""long""#.to_owned();
    for level in (0..1_000).rev() {
        text = format!(r#"{{"type":"record","name":"L{level}","fields":[{{"name":"next","type":{text}}}]}}"#);
    }
    let generated = generate(&text);
    assert_eq!(generated.errors, [""; 0]);
    assert_eq!(generated.text.matches("pub struct ").count(), 1_000);
}

#[test]
fn namespaces_nested_in_each_other() {
    let space = vec!["n"; 5_000].join(".");
    assert_refused(
        &format!(r#"{{"type":"fixed","name":"F","namespace":"{space}","size":1}}"#),
        "the namespace has 5000 parts",
    );
    let space = vec!["n"; 50].join(".");
    assert_eq!(generate(&format!(r#"{{"type":"fixed","name":"F","namespace":"{space}","size":1}}"#)).errors, [""; 0]);
}

#[test]
fn a_billion_laughs_and_thousands_of_branches() {
    let types: Vec<String> = (0..300)
        .map(|i| {
            let next = if i < 299 { format!("L{}", i + 1) } else { "string".to_owned() };
            format!(
                r#"{{"type":"record","name":"L{i}","fields":[{{"name":"a","type":"{next}"}},{{"name":"b","type":"{next}"}}]}}"#
            )
        })
        .collect();
    let generated = generate(&format!("[{}]", types.join(",")));
    assert_eq!(generated.errors, [""; 0]);
    let many: Vec<String> = (0..10_000).map(|i| format!(r#"{{"type":"fixed","name":"F{i}","size":1}}"#)).collect();
    let long = "f".repeat(1 << 20);
    let generated = generate(&format!(
        r#"{{"type":"record","name":"R","fields":[{{"name":"u","type":["null",{}]}},{{"name":"{long}","type":"int"}}]}}"#,
        many.join(",")
    ));
    assert_eq!(generated.errors, [""; 0]);
}

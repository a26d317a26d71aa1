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

/// `L0` holds `L1` and so on; `around` is what stands between.
fn nested(count: usize, around: impl Fn(String) -> String) -> String {
    (0..count).rev().fold(r#""long""#.to_owned(), |inside, level| {
        let inside = if level + 1 < count { around(inside) } else { inside };
        format!(r#"{{"type":"record","name":"L{level}","fields":[{{"name":"next","type":{inside}}}]}}"#)
    })
}

/// The compiler follows a hundred types that hold each other, and no more than that.
#[test]
fn records_nested_in_each_other() {
    let optional = |inside: String| format!(r#"["null",{{"type":"array","items":{inside}}}]"#);
    for (text, count) in [(nested(100, |inside| inside), 100), (nested(50, optional), 50)] {
        let generated = generate(&text);
        assert_eq!(generated.errors, [""; 0]);
        assert_eq!(generated.text.matches("pub struct ").count(), count);
    }
    for (text, outermost) in [
        (nested(101, |inside| inside), "`L0`"),
        (nested(5_000, |inside| inside), "`L4899`"),
        (nested(60, optional), "`L9`"),
    ] {
        assert_refused(
            &text,
            &format!("{outermost} holds records and unions that hold each other more than 100 levels deep"),
        );
    }
    // what leads back to itself is as deep as its Rust type, which is not
    let list = r#"{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}"#;
    assert_eq!(generate(list).errors, [""; 0]);
}

/// Each is found not to end by way of the one before: no look at all of them for each of them.
#[test]
fn records_without_end() {
    let records: Vec<String> = (0..5_000)
        .map(|i| {
            format!(r#"{{"type":"record","name":"R{i}","fields":[{{"name":"f","type":"R{}"}}]}}"#, (i * 7 + 1) % 5_000)
        })
        .collect();
    assert_refused(&format!("[{}]", records.join(",")), "contains itself, always");
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
    let laughs = |count: usize| {
        let laugh = |i: usize| {
            let next = if i + 1 < count { format!("L{}", i + 1) } else { "string".to_owned() };
            format!(
                r#"{{"type":"record","name":"L{i}","fields":[{{"name":"a","type":"{next}"}},{{"name":"b","type":"{next}"}}]}}"#
            )
        };
        format!("[{}]", (0..count).map(laugh).collect::<Vec<_>>().join(","))
    };
    assert_eq!(generate(&laughs(30)).errors, [""; 0]);
    // 2^100 texts in one value, of which the compiler cannot even tell the size
    let large = generate(&laughs(100)).errors;
    assert_eq!(large.len(), 1, "{large:?}");
    assert!(large[0].starts_with("each value of `L69` takes at least 2147483648 bytes, which is more"), "{large:?}");
    let fixed = r#"{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"fixed","name":"F","size":2000000000}},{"name":"b","type":"F"}]}"#;
    assert_refused(fixed, "each value of `R` takes at least 4000000000 bytes");
    assert_refused(&laughs(300), "more than 100 levels deep");
    let many = |count: usize| {
        let branches: Vec<String> =
            (0..count).map(|i| format!(r#"{{"type":"fixed","name":"F{i}","size":1}}"#)).collect();
        format!(r#"{{"type":"record","name":"R","fields":[{{"name":"u","type":["null",{}]}}]}}"#, branches.join(","))
    };
    assert_eq!(generate(&many(999)).errors, [""; 0]);
    let union = Config::new().source("hostile.avsc", many(10_000)).generate();
    assert!(union.errors[0].contains("the field `u` is a union of 10001 branches"), "{:?}", union.errors);
    // the compiler tells it at once, and does not compile 10,000 types before
    assert!(union.text.contains("compile_error!") && union.text.len() < 10_000, "{}", union.text.len());
}

#[test]
fn many_fields_and_a_name_of_a_megabyte() {
    let fields: Vec<String> = (0..100_000).map(|i| format!(r#"{{"name":"f{i}","type":"int"}}"#)).collect();
    assert_refused(
        &format!(r#"{{"type":"record","name":"R","fields":[{}]}}"#, fields.join(",")),
        "the record has 100000 fields",
    );
    let long = "f".repeat(1 << 20);
    for text in [
        format!(r#"{{"type":"record","name":"{long}","fields":[]}}"#),
        format!(r#"{{"type":"record","name":"R","fields":[{{"name":"{long}","type":"int"}}]}}"#),
        format!(r#"{{"type":"enum","name":"E","symbols":["{long}"]}}"#),
    ] {
        assert_refused(&text, "has 1048576 bytes");
    }
}

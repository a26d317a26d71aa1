//! What the parser says of mistakes: all of them, each with place, what was expected, and what was probably meant.

use avro_model::parse::{Mode, Options, parse};
use avro_model::{Document, default};

#[track_caller]
fn expect(text: &str, messages: &[&str]) {
    let options = Options { file: Some("order.avsc".to_owned()), ..Options::default() };
    let errors = parse(text, &options).expect_err("broken").to_string();
    assert_eq!(errors.lines().collect::<Vec<_>>(), messages);
}

#[test]
fn all_at_once_with_place_and_path() {
    expect(
        r#"{
  "type": "record", "name": "OrderPlaced", "fields": [
    {"name": "id", "type": "strng"},
    {"name": "lines", "type": {"type": "array", "items": {
        "type": "record", "name": "Line", "fields": [
          {"name": "qty", "tpye": "int"},
          {"name": "price", "type": "int", "default": "1"}]}}},
    {"name": "id", "type": ["null", "null"]},
    {"name": "unit price", "type": "long", "order": "ascendng"}
  ]
}"#,
        &[
            "order.avsc:3:28: OrderPlaced.id: `strng` is no primitive type and no type of that name is defined; help: did you mean `string`?",
            "order.avsc:6:11: OrderPlaced.lines[].qty: the field needs a \"type\", a schema; help: is `tpye` meant to be \"type\"?",
            "order.avsc:8:14: OrderPlaced: the record has the field `id` twice",
            "order.avsc:8:37: OrderPlaced.id: the union has two branches `null`; a reader could not tell them apart",
            "order.avsc:9:14: OrderPlaced.unit price: the name `unit price` has a space; names are letters, digits and `_`; help: `unit_price` would be a name",
            "order.avsc:9:53: OrderPlaced.unit price: \"order\" is `ascendng`, expected ascending, descending or ignore; help: did you mean `ascending`?",
        ],
    );
}

#[test]
fn one_by_one() {
    expect(
        "int",
        &["order.avsc:1:1: found `int`, expected a value; help: a schema is JSON: write \"int\" with the quotes"],
    );
    expect("", &["order.avsc:1:1: the text is empty, expected a value"]);
    expect("[\"int\",\n", &["order.avsc:2:1: the text ends here, but the `[` of line 1 is not closed"]);
    expect(
        r#"{"type": {"type": "string"}}"#,
        &[
            "order.avsc:1:10: \"type\" of a schema object is an object, expected the name of a type; help: put that schema in the place of the object around it",
        ],
    );
    expect(
        r#"{"type": "fixed", "name": "F", "size": "4"}"#,
        &[
            "order.avsc:1:40: F: \"size\" of a fixed must be an integer from 0 to 2147483639; help: write 4 without the quotes",
        ],
    );
    expect(
        r#"{"type": "record", "name": "R", "fields": [{"name": "f", "type": "boolean", "default": "true"}]}"#,
        &[
            "order.avsc:1:88: R.f: the default does not fit: the string `true` is no `boolean`, expected `true` or `false`; help: write it without the quotes",
        ],
    );
    expect(
        r#"{"type": "record", "name": "a.R", "fields": [{"name": "f", "type": "S"}, {"name": "g", "type": {"type": "fixed", "name": "b.S", "size": 1}}]}"#,
        &[
            "order.avsc:1:68: R.f: `S` is no primitive type and no type of that name is defined (nor is `a.S`); help: did you mean `b.S`?",
        ],
    );
}

#[test]
fn strict_mode_is_the_specifications() {
    let strict = Options { mode: Mode::Strict, ..Options::default() };
    let forward = r#"{"type":"record","name":"R","fields":[{"name":"a","type":"F"},{"name":"b","type":{"type":"fixed","name":"F","size":1}}]}"#;
    for text in [
        forward,
        r#""int" // comment"#,
        r#"{"type":"record","name":"é","fields":[]}"#,
        r#"{"type":"int","type":"int"}"#,
    ] {
        assert!(Document::parse(text).is_ok(), "{text}");
        assert!(parse(text, &strict).is_err(), "{text}");
    }
}

#[test]
fn spans_are_those_of_the_text() {
    let text = r#"{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"]}]}"#;
    let parsed = parse(text, &Options::default()).expect("valid");
    let slice = |range: Option<std::ops::Range<usize>>| &text[range.expect("a span")];
    assert_eq!(slice(parsed.spans.field_name(0)), "\"a\"");
    assert_eq!(slice(parsed.spans.field_type(0)), r#"["null","int"]"#);
    assert_eq!(slice(parsed.spans.field(0)), r#"{"name":"a","type":["null","int"]}"#);
    assert_eq!(slice(parsed.spans.node(parsed.document.root as usize)), text);
}

#[test]
fn defaults_in_binary() {
    for (schema, text, bytes) in [
        (r#""null""#, "null", &[][..]),
        (r#""boolean""#, "true", &[1]),
        (r#""long""#, "-65", &[0x81, 1]),
        (r#""float""#, "1.5", &[0, 0, 0xc0, 0x3f]),
        (r#""double""#, "\"NaN\"", &f64::NAN.to_le_bytes()),
        (r#""bytes""#, r#""\u00ffA""#, &[4, 0xff, 0x41]),
        (r#""string""#, r#""é""#, &[4, 0xc3, 0xa9]),
        (r#"{"type":"fixed","name":"F","size":2}"#, r#""\u0000\u0080""#, &[0, 0x80]),
        (r#"{"type":"enum","name":"E","symbols":["A","B"]}"#, r#""B""#, &[2]),
        (r#"{"type":"array","items":"int"}"#, "[1,2]", &[4, 2, 4, 0]),
        (r#"{"type":"array","items":"int"}"#, "[]", &[0]),
        (r#"{"type":"map","values":"int"}"#, r#"{"k":1,"l":2}"#, &[4, 2, 0x6b, 2, 2, 0x6c, 4, 0]),
        (r#"["null","int",{"type":"array","items":"string"}]"#, r#"["x"]"#, &[4, 2, 2, 0x78, 0]),
        (
            r#"{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":["null","int"],"default":7}]}"#,
            r#"{"a":1}"#,
            &[2, 2, 14],
        ),
    ] {
        let document = Document::parse(schema).expect(schema);
        assert_eq!(default::encode(document.view(), text).as_deref(), Ok(bytes), "{text} of {schema}");
    }
    let document =
        Document::parse(r#"{"type":"array","items":{"type":"enum","name":"E","symbols":["A"]}}"#).expect("valid");
    let error = default::encode(document.view(), r#"["A","B"]"#).expect_err("no symbol");
    assert_eq!(error.to_string(), "at [1]: the string `B` is no symbol of the enum `E`");
}

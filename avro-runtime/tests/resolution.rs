//! Data of other writer schemas, straight into types.

mod common;

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZeroU16;

use avro_runtime::schema::Str;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, DecodeError, WriterSchema};
use common::{Cat, Click, Dog, NONE, Node, Pet, Suit, alias, click, default};

fn read<'de, T: AvroDecode<'de>>(writer: &str, bytes: &'de [u8]) -> Result<T, DecodeError> {
    T::from_avro_with(&WriterSchema::parse(writer).expect("the writer's schema parses"), bytes)
}

fn record(fields: &str) -> String {
    format!(r#"{{"type":"record","name":"Elsewhere","fields":[{fields}]}}"#)
}

#[derive(Debug, Clone, PartialEq)]
struct User<'a> {
    id: i64,
    user_email: &'a str,
    score: f64,
    note: Option<String>,
    tags: Vec<u8>,
    suit: Suit,
    limits: HashMap<String, i64>,
}
record!(User<'a>, "com.acme.User", &[], {
    id: i64 = NONE,
    user_email: &'a str = alias(const { &[Str::Static("email")] }),
    score: f64 = default("1.5"),
    note: Option<String> = default("null"),
    tags: Vec<u8> = default(r#""\u00ff\u0001""#),
    suit: Suit = default(r#""HEARTS""#),
    limits: HashMap<String, i64> = default(r#"{"a": 9223372036854775807}"#),
});

fn user() -> User<'static> {
    User {
        id: 7,
        user_email: "ann",
        score: 1.5,
        note: None,
        tags: vec![255, 1],
        suit: Suit::Hearts,
        limits: HashMap::from([("a".to_string(), i64::MAX)]),
    }
}

#[test]
fn fields_are_reordered_skipped_renamed_promoted_and_defaulted() {
    let writer = record(concat!(
        r#"{"name":"gone","type":{"type":"array","items":{"type":"map","values":["null","Elsewhere"]}}},"#,
        r#"{"name":"email","type":"bytes"},{"name":"id","type":"int"}"#,
    ));
    let mut bytes = vec![];
    // gone: one block of a known size, one of [{"k": null}], the end.
    bytes.extend([0x01, 0x02, 0x00]);
    bytes.extend([0x02, 0x02, 0x02, b'k', 0x00, 0x00, 0x00]);
    bytes.extend([0x06, b'a', b'n', b'n', 0x0e]);
    assert_eq!(read::<User>(&writer, &bytes).expect("resolves"), user());
}

#[test]
fn aliases_of_fields_are_honoured() {
    // With the default, silently, where the alias is overlooked.
    #[derive(Debug, PartialEq)]
    struct Renamed {
        new: String,
    }
    record!(Renamed, "R", &[], {
        new: String = avro_runtime::__private::FieldSpec { default: Some(r#""lost""#), ..alias(const { &[Str::Static("old")] }) },
    });
    let writer = record(r#"{"name":"old","type":"string"}"#);
    assert_eq!(read::<Renamed>(&writer, &[2, b'x']).expect("resolves").new, "x");
    let both = record(r#"{"name":"old","type":"string"},{"name":"new","type":"string"}"#);
    let error = read::<Renamed>(&both, &[2, b'x', 2, b'y']).unwrap_err();
    assert!(error.is_incompatible());
    assert_eq!(
        error.to_string(),
        "the reader's field `new` has two fields of the writer, one of them through an alias at byte 0"
    );
}

#[test]
fn a_default_may_be_borrowed() {
    #[derive(Debug, PartialEq)]
    struct Borrowed<'a> {
        text: &'a str,
        bytes: Cow<'a, [u8]>,
        pet: Option<Pet>,
    }
    record!(Borrowed<'a>, "B", &[], {
        text: &'a str = default(r#""grün""#),
        bytes: Cow<'a, [u8]> = default(r#""\u00ff""#),
        pet: Option<Pet> = default("null"),
    });
    let read = read::<Borrowed>(&record(""), &[]).expect("resolves");
    assert_eq!(read, Borrowed { text: "grün", bytes: Cow::Borrowed(&[0xff]), pet: None });
    assert!(matches!(read.bytes, Cow::Borrowed(_)));
}

#[test]
fn a_missing_field_without_default_says_which() {
    let error = read::<User>(&record(r#"{"name":"id","type":"long"}"#), &[2]).unwrap_err();
    assert!(error.is_incompatible());
    assert_eq!(
        error.to_string(),
        "found record `Elsewhere`, expecting record `com.acme.User`: its field `user_email` is missing and has no default at byte 0"
    );
    // A field whose type does not go is an error where it is read, and says where.
    let writer = record(r#"{"name":"email","type":"string"},{"name":"id","type":["null","string","int"]}"#);
    assert_eq!(read::<User>(&writer, &[6, b'a', b'n', b'n', 4, 14]).expect("resolves"), user());
    let error = read::<User>(&writer, &[0, 2, 0]).unwrap_err();
    assert_eq!(error.to_string(), "`id`: found string, expecting long at byte 2");
}

#[test]
fn numbers_are_promoted() {
    assert_eq!(read::<i64>(r#""int""#, &[0x54]).expect("resolves"), 42);
    assert_eq!(read::<f32>(r#""int""#, &[0x54]).expect("resolves"), 42.0);
    assert_eq!(read::<f32>(r#""long""#, &[0x54]).expect("resolves"), 42.0);
    assert_eq!(read::<f64>(r#""float""#, &0.5_f32.to_le_bytes()).expect("resolves"), 0.5);
    assert_eq!(read::<Vec<f64>>(r#"{"type":"array","items":"int"}"#, &[4, 2, 4, 0]).expect("resolves"), [1.0, 2.0]);
    assert_eq!(read::<[f64; 2]>(r#"{"type":"array","items":"int"}"#, &[4, 2, 4, 0]).expect("resolves"), [1.0, 2.0]);
    assert_eq!(read::<u16>(r#"["int","null"]"#, &[0, 2]).expect("resolves"), 1);
    assert_eq!(read::<NonZeroU16>(r#"["int","null"]"#, &[0, 2]).expect("resolves"), NonZeroU16::MIN);
    assert_eq!(read::<String>(r#""bytes""#, b"\x02x").expect("resolves"), "x");
    assert!(read::<String>(r#""bytes""#, b"\x02\xff").unwrap_err().is_malformed());
    assert_eq!(read::<Vec<u8>>(r#""string""#, b"\x02x").expect("resolves"), b"x");
    for (writer, bytes) in [(r#""long""#, &[2_u8][..]), (r#""double""#, &[0; 8]), (r#""float""#, &[0; 4])] {
        assert!(read::<i32>(writer, bytes).unwrap_err().is_incompatible(), "{writer}");
    }
}

#[test]
fn unions_go_in_and_out() {
    assert_eq!(read::<Option<i64>>(r#""int""#, &[2]).expect("resolves"), Some(1));
    assert_eq!(read::<Option<i64>>(r#""null""#, &[]).expect("resolves"), None);
    assert_eq!(read::<Option<i64>>(r#"["int","null"]"#, &[0, 2]).expect("resolves"), Some(1));
    assert_eq!(read::<Option<i64>>(r#"["int","null"]"#, &[2]).expect("resolves"), None);
    assert_eq!(read::<i64>(r#"["null","long"]"#, &[2, 2]).expect("resolves"), 1);
    assert!(read::<i64>(r#"["null","long"]"#, &[0]).unwrap_err().is_incompatible());
    assert_eq!(read::<Option<Box<str>>>(r#"["bytes","null"]"#, &[0, 2, b'x']).expect("resolves").as_deref(), Some("x"));
}

#[test]
fn branches_of_one_shape_are_told_apart_by_name() {
    let cat = r#"{"type":"record","name":"pets.Cat","fields":[{"name":"name","type":"string"}]}"#;
    let dog = r#"{"type":"record","name":"pets.Dog","fields":[{"name":"name","type":"string"}]}"#;
    let named = |name: &str| name.to_string();
    let bytes = |index: u8| [2 * index, 2, b'x'];
    let same = format!("[{cat},{dog},\"long\"]");
    assert_eq!(read::<Pet>(&same, &bytes(1)).expect("resolves"), Pet::Dog(Dog { name: named("x") }));
    let swapped = format!("[\"null\",{dog},{cat}]");
    assert_eq!(read::<Option<Pet>>(&swapped, &bytes(1)).expect("resolves"), Some(Pet::Dog(Dog { name: named("x") })));
    assert_eq!(read::<Option<Pet>>(&swapped, &bytes(2)).expect("resolves"), Some(Pet::Cat(Cat { name: named("x") })));
    assert_eq!(read::<Option<Pet>>(&swapped, &[0]).expect("resolves"), None);
    assert_eq!(read::<Pet>(dog, &[2, b'x']).expect("resolves"), Pet::Dog(Dog { name: named("x") }));
    // Another namespace: by short name; another name: by structure.
    let moved = dog.replace("pets.", "zoo.");
    assert_eq!(read::<Pet>(&moved, &[2, b'x']).expect("resolves"), Pet::Dog(Dog { name: named("x") }));
    let other = dog.replace("pets.Dog", "Fish");
    assert_eq!(read::<Pet>(&other, &[2, b'x']).expect("resolves"), Pet::Cat(Cat { name: named("x") }));
    assert_eq!(read::<Pet>(r#""int""#, &[2]).expect("resolves"), Pet::Age(1));
}

#[test]
fn symbols_are_mapped_and_unknown_ones_default() {
    let writer = r#"{"type":"enum","name":"old.Suit","symbols":["CLUBS","HEARTS","SPADES"]}"#;
    let suits = [Suit::Unknown, Suit::Hearts, Suit::Spades];
    for (index, suit) in suits.into_iter().enumerate() {
        assert_eq!(read::<Suit>(writer, &[2 * index as u8]).expect("resolves"), suit);
    }
    assert!(read::<Suit>(writer, &[6]).unwrap_err().is_malformed());
    assert!(read::<Suit>(&writer.replace("Suit", "Rank"), &[0]).unwrap_err().is_incompatible());
}

#[test]
fn recursion_resolves() {
    let writer = r#"{"type":"record","name":"List","fields":[
        {"name":"next","type":["null","List"]},{"name":"extra","type":["null","List"]},{"name":"value","type":"int"}]}"#;
    // value 1 -> value 2, each with an extra that is skipped
    let bytes = [2, 0, 2, 0, 0, 0, 4, 0, 2];
    let expected = Node { value: 1, next: Some(Box::new(Node { value: 2, next: None })) };
    assert_eq!(read::<Node>(writer, &bytes).expect("resolves"), expected);
}

#[test]
fn a_list_of_thousands_is_honest_data() {
    let mut list = None;
    for value in 0..1_000 {
        list = Some(Box::new(Node { value, next: list }));
    }
    let bytes = list.to_avro().expect("encodes");
    assert_eq!(<Option<Box<Node>>>::from_avro(&bytes).expect("decodes"), list);
    let writer = format!(r#"["null",{}]"#, Node::json().replace(r#""type":"long""#, r#""type":"int""#));
    assert_eq!(read::<Option<Box<Node>>>(&writer, &bytes).expect("resolves"), list);
}

#[test]
fn equal_parts_take_the_straight_path() {
    let writer = WriterSchema::parse(Click::json()).expect("parses");
    assert!(writer.plan(Click::SCHEMA).is_equal());
    let promoted = WriterSchema::parse(&Node::json().replace("\"long\"", "\"int\"")).expect("parses");
    assert!(promoted.plan(Node::SCHEMA).is_equal(), "an int is read like a long");
    let bytes = click().to_avro().expect("encodes");
    assert_eq!(Click::from_avro_with(&writer, &bytes).expect("resolves"), click());
    // One plan per reader, found again by all clones.
    assert_eq!(Click::from_avro_with(&writer.clone(), &bytes).expect("resolves"), click());
    assert!(String::from_avro_with(&writer, &bytes).unwrap_err().is_incompatible());
    assert_eq!(writer.fingerprint(), Click::FINGERPRINT);
}

#[test]
fn writer_schemas_of_any_depth_are_planned() {
    let depth = 2_000;
    let mut writer = String::from(r#""int""#);
    for i in 0..depth {
        writer = format!(r#"{{"type":"record","name":"R{i}","fields":[{{"name":"f","type":{writer}}}]}}"#);
    }
    let writer = record(&format!(
        r#"{{"name":"x","type":{writer}}},{{"name":"value","type":"long"}},{{"name":"next","type":["null","Elsewhere"]}}"#
    ));
    let parsed = WriterSchema::parse(&writer).expect("parses");
    assert_eq!(Node::from_avro_with(&parsed, &[2, 4, 0]).expect("resolves"), Node { value: 2, next: None });
    let mut writer = String::from(r#""int""#);
    for i in 0..16 {
        writer = format!(
            r#"{{"type":"record","name":"D{i}","fields":[{{"name":"a","type":{writer}}},{{"name":"b","type":["null","D{i}"]}}]}}"#
        );
    }
    let parsed = WriterSchema::parse(&writer).expect("parses");
    assert!(Node::from_avro_with(&parsed, &[2]).unwrap_err().is_incompatible());
}

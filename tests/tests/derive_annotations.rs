//! Properties, sort orders, logical types on base types and positions whose schema is given as text.

use std::collections::HashMap;

use avro_model::Document;
use avro_model::content::{content_hash_with_docs, definition_hash_of};
use avro_runtime::prelude::*;

#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(namespace = "a", prop("connect.version" = 1, "tags" = ["x", {"y": -1.50}]), prop("z" = json(r#"{ "q" : 1E400 }"#)))]
struct Annotated {
    #[avro(order = "ignore", prop("logicalType" = "date"))]
    id: i64,
    #[avro(order = "descending")]
    amount: Money,
    #[avro(decimal(precision = 9, scale = 2))]
    price: Option<Vec<u8>>,
    #[avro(decimal(precision = 9))]
    prices: Vec<Vec<u8>>,
    #[avro(big_decimal)]
    any: Vec<u8>,
    #[avro(schema_json = r#"{"type": "array", "items": {"type": "long", "unit": "ids"}, "x": null}"#)]
    ids: Vec<i64>,
    #[avro(schema_json = r#"["null", {"type": "map", "values": "a.Money", "java-class": "M"}]"#)]
    by_name: Option<HashMap<String, Money>>,
    #[avro(null_last, schema_json = r#"[{"type": "string", "avro.java.string": "String"}, "null"]"#)]
    text: Option<String>,
    either: Either,
    next: Option<Box<Annotated>>,
}

#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(namespace = "a", fixed, decimal(precision = 10, scale = 3), prop("currency" = "EUR"))]
struct Money([u8; 8]);

#[derive(Debug, Clone, PartialEq, AvroSchema)]
enum Either {
    Long(#[avro(timestamp_millis)] i64),
    #[avro(null)]
    Null,
    Text(#[avro(schema_json = r#"{"type": "string", "avro.java.string": "String"}"#)] String),
    Bytes(#[avro(decimal(precision = 4, scale = 0))] Vec<u8>),
}

#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(namespace = "a", error, doc = "It failed.")]
struct Failure {
    message: String,
}

const SOURCE: &str = r#"{
    "type": "record", "name": "a.Annotated", "z": {"q": 1E400}, "connect.version": 1, "tags": ["x", {"y": -1.50}],
    "fields": [
        {"name": "id", "type": "long", "order": "ignore", "logicalType": "date"},
        {"name": "amount", "order": "descending", "type":
            {"type": "fixed", "name": "Money", "size": 8, "logicalType": "decimal", "scale": 3, "precision": 10, "currency": "EUR"}},
        {"name": "price", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}], "default": null},
        {"name": "prices", "type": {"type": "array", "items": {"type": "bytes", "logicalType": "decimal", "precision": 9}}},
        {"name": "any", "type": {"type": "bytes", "logicalType": "big-decimal"}},
        {"name": "ids", "type": {"type": "array", "items": {"type": "long", "unit": "ids"}, "x": null}},
        {"name": "by_name", "type": ["null", {"type": "map", "values": "Money", "java-class": "M"}], "default": null},
        {"name": "text", "type": [{"type": "string", "avro.java.string": "String"}, "null"]},
        {"name": "either", "type": [
            {"type": "long", "logicalType": "timestamp-millis"}, "null", {"type": "string", "avro.java.string": "String"},
            {"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 0}
        ]},
        {"name": "next", "type": ["null", "Annotated"], "default": null}
    ]
}"#;

#[test]
fn annotations_are_those_of_the_source() {
    assert_eq!(
        content_hash_with_docs(Annotated::SCHEMA.view()),
        content_hash_with_docs(Document::parse(SOURCE).expect("a schema").view()),
        "{}",
        Annotated::json()
    );
    let failure = r#"{"type": "error", "name": "a.Failure", "doc": "It failed.", "fields": [{"name": "message", "type": "string"}]}"#;
    assert_eq!(
        definition_hash_of(Failure::SCHEMA.view()),
        definition_hash_of(Document::parse(failure).expect("a schema").view())
    );
}

#[test]
fn annotated_values_go_there_and_back() {
    let inner = Annotated {
        id: 1,
        amount: Money([1; 8]),
        price: Some(vec![1, 2]),
        prices: vec![vec![3]],
        any: vec![4],
        ids: vec![5, -6],
        by_name: Some(HashMap::from([("a".to_owned(), Money([7; 8]))])),
        text: None,
        either: Either::Text("t".to_owned()),
        next: None,
    };
    let outer = Annotated {
        price: None,
        by_name: None,
        text: Some("s".to_owned()),
        either: Either::Bytes(vec![8]),
        next: Some(Box::new(inner.clone())),
        ..inner
    };
    let bytes = outer.to_avro().expect("it encodes");
    assert_eq!(Annotated::from_avro(&bytes).expect("it decodes"), outer);
    let writer = WriterSchema::parse(&SOURCE.replace("\"x\": null", "\"x\": 2")).expect("a schema");
    assert_eq!(Annotated::from_avro_with(&writer, &bytes).expect("it decodes by a plan"), outer);
}

//! `#[serde(...)]` on a type that derives `AvroSchema`: honoured where it says something of the wire, overruled by `#[avro(...)]`.
//! What is refused is a UI test (`tests/ui/tests/derive/serde*.rs`).

use std::collections::HashMap;
use std::fmt::Debug;

use avro_runtime::{AvroDecode, AvroEncode, AvroSchema};
use common::round_trip;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

mod common;

fn schema<T: AvroSchema>() -> Value {
    serde_json::from_str(T::json()).unwrap()
}

#[derive(Debug, Default, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(namespace = "serde.names")]
#[serde(rename = "OrderPlaced", rename_all = "camelCase", deny_unknown_fields)]
struct Order {
    order_id: i64,
    #[serde(rename = "cust", alias = "customer", alias = "customer-id")]
    customer_id: String,
    #[serde(rename(serialize = "type", deserialize = "type"))]
    kind: i32,
    #[serde(rename = "not-a-name")]
    #[avro(name = "wins")]
    loses: i32,
    #[serde(alias = "x")]
    #[avro(alias = "y")]
    with_alias: i32,
    #[serde(skip)]
    cache: Vec<String>,
    #[serde(skip_serializing, skip_deserializing)]
    both: i32,
    #[serde(skip)]
    #[avro(name = "kept")]
    kept: i32,
}

#[test]
fn names_aliases_and_skips() {
    assert_eq!(
        schema::<Order>(),
        json!({
            "type": "record", "name": "OrderPlaced", "namespace": "serde.names",
            "fields": [
                {"name": "orderId", "type": "long"},
                {"name": "cust", "type": "string", "aliases": ["customer"]},
                {"name": "type", "type": "int"},
                {"name": "wins", "type": "int"},
                {"name": "withAlias", "type": "int", "aliases": ["y"]},
                {"name": "kept", "type": "int"}
            ]
        })
    );
    round_trip(&Order { order_id: 1, customer_id: "c".to_owned(), kept: 4, ..Order::default() });
    let mut order = Order { cache: vec!["a".to_owned()], both: 3, ..Order::default() };
    let read = Order::from_avro(&order.to_avro().unwrap()).unwrap();
    (order.cache, order.both) = (Vec::new(), 0);
    assert_eq!(read, order);
}

#[derive(Debug, Clone, Copy, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(namespace = "")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    New,
    InTransit,
    #[serde(rename = "done")]
    Finished,
    #[serde(rename = "gone", alias = "vanished")]
    #[avro(name = "Lost")]
    Lost,
}

#[test]
fn symbols() {
    assert_eq!(
        schema::<Status>(),
        json!({"type": "enum", "name": "Status", "symbols": ["NEW", "IN_TRANSIT", "done", "Lost"]})
    );
    for status in [Status::New, Status::InTransit, Status::Finished, Status::Lost] {
        round_trip(&status);
    }
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(namespace = "serde.tags")]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
enum Event {
    OrderCreated {
        order_id: i64,
    },
    #[serde(rename = "Removed", alias = "Dropped", rename_all = "UPPERCASE")]
    OrderDeleted {
        order_id: i64,
    },
    Cleared,
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    #[serde(rename = "n")]
    Number(i64),
    Text(String),
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Nothing,
    Number(i64),
    Text(String),
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
enum Partly {
    Number(i64),
    #[serde(untagged)]
    Nothing,
}

#[test]
fn tagged_enums_are_unions_without_tags() {
    assert_eq!(
        schema::<Event>(),
        json!([
            {"type": "record", "name": "EventOrderCreated", "namespace": "serde.tags",
             "fields": [{"name": "orderId", "type": "long"}]},
            {"type": "record", "name": "Removed", "namespace": "serde.tags", "aliases": ["Dropped"],
             "fields": [{"name": "ORDER_ID", "type": "long"}]},
            {"type": "record", "name": "EventCleared", "namespace": "serde.tags", "fields": []}
        ])
    );
    assert_eq!(schema::<Adjacent>(), json!(["long", "string"]));
    assert_eq!(schema::<Untagged>(), json!(["null", "long", "string"]));
    assert_eq!(schema::<Partly>(), json!(["long", "null"]));
    for event in [Event::OrderCreated { order_id: 1 }, Event::OrderDeleted { order_id: 2 }, Event::Cleared] {
        round_trip(&event);
    }
    round_trip(&Adjacent::Number(5));
    round_trip(&Adjacent::Text("a".to_owned()));
    for value in [Untagged::Nothing, Untagged::Number(-1), Untagged::Text(String::new())] {
        round_trip(&value);
    }
    round_trip(&Partly::Nothing);
    round_trip(&Partly::Number(0));
}

fn ten() -> i32 {
    10
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(namespace = "serde.defaults")]
struct Defaults {
    #[serde(default)]
    number: i32,
    #[serde(default)]
    ratio: f64,
    #[serde(default)]
    flag: bool,
    #[serde(default)]
    text: Box<str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<Status>,
    #[serde(default)]
    map: HashMap<String, i64>,
    #[serde(default)]
    maybe: Option<i64>,
    #[serde(default = "ten")]
    #[avro(default = 10)]
    ten: i32,
    #[serde(default)]
    #[avro(as = "long")]
    big: u64,
    #[serde(default)]
    #[avro(required)]
    required: Option<i32>,
    #[serde(skip_serializing_if = "String::is_empty")]
    written: String,
    #[serde(default = "ten")]
    #[avro(serde = false)]
    left_alone: i32,
}

#[derive(Debug, Default, PartialEq, AvroSchema, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    #[avro(default = 8)]
    size: i32,
    limit: Option<i32>,
    #[serde(skip)]
    cache: String,
}

#[test]
fn defaults() {
    let schema = schema::<Defaults>();
    let default = |name: &str| {
        let fields = schema["fields"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).unwrap().get("default").cloned()
    };
    for (name, value) in [
        ("number", Some(json!(0))),
        ("ratio", Some(json!(0.0))),
        ("flag", Some(json!(false))),
        ("text", Some(json!(""))),
        ("list", Some(json!([]))),
        ("map", Some(json!({}))),
        ("maybe", Some(Value::Null)),
        ("ten", Some(json!(10))),
        ("big", Some(json!(0))),
        ("required", None),
        ("written", None),
        ("left_alone", None),
    ] {
        let found = default(name);
        let equal = found == value || found.as_ref().and_then(Value::as_f64) == value.as_ref().and_then(Value::as_f64);
        assert!(equal && found.is_some() == value.is_some(), "{name}: {found:?}");
    }
    round_trip(&Defaults {
        number: 0,
        ratio: 0.5,
        flag: true,
        text: "a".into(),
        list: Vec::new(),
        map: HashMap::from([("a".to_owned(), 1)]),
        maybe: None,
        ten: 9,
        big: 7,
        required: None,
        written: String::new(),
        left_alone: 3,
    });
    round_trip(&Settings { size: 3, limit: Some(1), cache: String::new() });
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(namespace = "serde.shapes")]
struct Meta {
    trace: String,
    #[serde(default)]
    attempt: i32,
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[serde(transparent)]
struct Id<T> {
    #[serde(rename = "ignored")]
    value: String,
    #[serde(skip)]
    of: std::marker::PhantomData<T>,
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[serde(rename = "ignored", rename_all = "kebab-case", transparent)]
struct Email(#[serde(rename = "ignored")] String);

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(namespace = "serde.shapes", fixed)]
#[serde(rename = "Digest")]
struct Hash([u8; 4]);

fn as_number<S: serde::Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(number.0)
}

#[derive(Debug, PartialEq, AvroSchema, Serialize)]
#[avro(namespace = "serde.shapes")]
#[serde(bound = "")]
struct Envelope<'a> {
    id: Id<Meta>,
    email: Email,
    hash: Hash,
    #[serde(flatten)]
    meta: Meta,
    #[serde(borrow)]
    name: &'a str,
    #[serde(serialize_with = "as_number")]
    #[avro(as = "string")]
    stated: Number,
}

#[derive(Debug, PartialEq)]
struct Number(i64);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::str::FromStr for Number {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Number)
    }
}

#[test]
fn shapes() {
    assert_eq!(
        schema::<Envelope<'_>>(),
        json!({
            "type": "record", "name": "Envelope", "namespace": "serde.shapes",
            "fields": [
                {"name": "id", "type": "string"},
                {"name": "email", "type": "string"},
                {"name": "hash", "type": {"type": "fixed", "name": "Digest", "size": 4}},
                {"name": "trace", "type": "string"},
                {"name": "attempt", "type": "int", "default": 0},
                {"name": "name", "type": "string"},
                {"name": "stated", "type": "string"}
            ]
        })
    );
    let envelope = Envelope {
        id: Id { value: "1".to_owned(), of: std::marker::PhantomData },
        email: Email("a@b".to_owned()),
        hash: Hash([1, 2, 3, 4]),
        meta: Meta { trace: "t".to_owned(), attempt: 2 },
        name: "n",
        stated: Number(8),
    };
    let bytes = envelope.to_avro().unwrap();
    assert_eq!(Envelope::from_avro(&bytes).unwrap(), envelope);
}

#[derive(Debug, PartialEq, AvroSchema, Serialize, Deserialize)]
#[avro(serde = false)]
#[serde(rename_all = "kebab-case", tag = "type")]
struct LeftAlone {
    #[serde(rename = "not-a-name", default = "ten")]
    some_field: i32,
    #[serde(skip)]
    other: i32,
}

#[test]
fn serde_left_alone() {
    assert_eq!(
        schema::<LeftAlone>(),
        json!({
            "type": "record", "name": "LeftAlone",
            "fields": [{"name": "some_field", "type": "int"}, {"name": "other", "type": "int"}]
        })
    );
    round_trip(&LeftAlone { some_field: 1, other: 2 });
}

mod deprecated {
    #![deny(warnings)]

    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "deprecated")]
    #[deprecated(since = "1.2.0", note = "use `Order`")]
    pub(super) struct Old {
        #[deprecated]
        pub(super) a: i32,
        #[deprecated = "say \"b\""]
        pub(super) b: i32,
        #[deprecated]
        #[avro(prop("deprecated" = "soon"))]
        pub(super) c: i32,
        #[deprecated]
        #[avro(skip)]
        pub(super) d: i32,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[deprecated]
    pub(super) enum Kind {
        #[deprecated]
        #[avro(deprecated = false)]
        A,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "deprecated")]
    pub(super) enum Union {
        #[deprecated = "use `Card`"]
        #[avro(prop("owner" = "team"))]
        Cash,
        #[deprecated]
        Card {
            #[deprecated]
            number: i32,
        },
        #[deprecated]
        #[avro(deprecated = false)]
        Text(String),
    }
}

#[test]
#[allow(deprecated)]
fn deprecated_is_a_property() {
    assert_eq!(
        schema::<deprecated::Old>(),
        json!({
            "type": "record", "name": "Old", "namespace": "deprecated", "deprecated": "use `Order`",
            "fields": [
                {"name": "a", "type": "int", "deprecated": true},
                {"name": "b", "type": "int", "deprecated": "say \"b\""},
                {"name": "c", "type": "int", "deprecated": "soon"}
            ]
        })
    );
    assert_eq!(
        schema::<deprecated::Kind>(),
        json!({"type": "enum", "name": "Kind", "symbols": ["A"], "deprecated": true})
    );
    round_trip(&deprecated::Old { a: 1, b: 2, c: 3, d: 0 });
    round_trip(&deprecated::Kind::A);
    assert_eq!(
        schema::<deprecated::Union>(),
        json!([
            {"type": "record", "name": "UnionCash", "namespace": "deprecated", "fields": [], "owner": "team",
             "deprecated": "use `Card`"},
            {"type": "record", "name": "UnionCard", "namespace": "deprecated", "deprecated": true,
             "fields": [{"name": "number", "type": "int", "deprecated": true}]},
            "string"
        ])
    );
    for value in
        [deprecated::Union::Cash, deprecated::Union::Card { number: 1 }, deprecated::Union::Text("a".to_owned())]
    {
        round_trip(&value);
    }
}

/// Both ways alike is one way; what is about serde's own code or messages says nothing of data.
#[test]
fn what_changes_no_data() {
    #[derive(AvroSchema, Serialize, Deserialize, Debug, PartialEq)]
    #[serde(crate = "serde", expecting = "a parcel", deny_unknown_fields, bound(serialize = "T: Serialize"))]
    #[serde(rename(serialize = "Parcel", deserialize = "Parcel"))]
    #[serde(rename_all(serialize = "camelCase", deserialize = "camelCase"))]
    struct Sent<T> {
        sent_to: T,
        #[serde(skip_serializing_if = "Option::is_none", bound = "")]
        weight_in_grams: Option<i32>,
    }
    #[derive(AvroSchema, Serialize, Deserialize, Debug, PartialEq)]
    #[serde(rename_all_fields(serialize = "camelCase", deserialize = "camelCase"), tag = "kind")]
    enum Step {
        #[serde(rename(serialize = "Left", deserialize = "Left"))]
        Departed { at_gate: i32 },
        #[serde(bound = "", rename_all(serialize = "UPPERCASE", deserialize = "UPPERCASE"))]
        Arrived { at_gate: i32 },
    }
    assert_eq!(
        <Sent<String>>::json(),
        r#"{"type":"record","name":"Parcel_string","fields":[{"name":"sentTo","type":"string"},{"name":"weightInGrams","type":["null","int"],"default":null}]}"#
    );
    assert_eq!(
        Step::json(),
        r#"[{"type":"record","name":"Left","fields":[{"name":"atGate","type":"int"}]},{"type":"record","name":"StepArrived","fields":[{"name":"AT_GATE","type":"int"}]}]"#
    );
    let sent = Sent { sent_to: "a".to_owned(), weight_in_grams: None };
    assert_eq!(Sent::from_avro(&sent.to_avro().unwrap()).unwrap(), sent);
    for step in [Step::Departed { at_gate: 1 }, Step::Arrived { at_gate: 2 }] {
        assert_eq!(Step::from_avro(&step.to_avro().unwrap()).unwrap(), step);
    }
}

//! `#[avro(other)]`: what a newer writer adds is read, and kept by name where the variant holds a text.

use std::collections::HashMap;
use std::fmt::Debug;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::round_trip;

mod common;

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a", rename_all = "UPPERCASE")]
enum Status {
    New,
    #[avro(other)]
    Unknown(String),
    Done,
}

#[derive(AvroSchema, Clone, Copy, Debug, PartialEq)]
#[avro(namespace = "a")]
enum Level {
    #[avro(default)]
    Low,
    High,
    #[avro(other)]
    Other,
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
enum Payment {
    Card {
        last4: String,
    },
    Cash,
    Count(i32),
    #[avro(other)]
    Other,
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
enum Found {
    Text(String),
    #[avro(null)]
    Nothing,
    #[avro(other)]
    Other(String),
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Order {
    status: Status,
    level: Level,
    #[avro(default = Level::High)]
    second: Level,
    payment: Payment,
    maybe: Option<Payment>,
    #[avro(null_last)]
    last: Option<Payment>,
    list: Vec<Found>,
    by_name: HashMap<String, Option<Status>>,
    after: i32,
}

#[test]
fn it_is_not_in_the_schema() {
    assert_eq!(Status::JSON, r#"{"type":"enum","name":"Status","namespace":"a","symbols":["NEW","DONE"]}"#);
    assert_eq!(
        Level::JSON,
        r#"{"type":"enum","name":"Level","namespace":"a","symbols":["Low","High"],"default":"Low"}"#
    );
    assert_eq!(Found::JSON, r#"["string","null"]"#);
    assert!(Payment::JSON.ends_with(r#""fields":[]},"int"]"#));
    let order = Order {
        status: Status::Done,
        level: Level::High,
        second: Level::Low,
        payment: Payment::Card { last4: "1".to_owned() },
        maybe: Some(Payment::Count(2)),
        last: Some(Payment::Cash),
        list: vec![Found::Nothing, Found::Text("x".to_owned())],
        by_name: HashMap::from([("k".to_owned(), Some(Status::New)), ("l".to_owned(), None)]),
        after: 3,
    };
    round_trip(&order);
    round_trip(&Order { maybe: None, last: None, ..order });
}

/// A variant beside one that holds a text is a default as any other.
#[test]
fn other_variants_may_be_defaults() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Parcel {
        #[avro(default = Status::Done)]
        status: Status,
        #[avro(default = Status::New)]
        before: Option<Status>,
        #[avro(default = Level::High)]
        level: Level,
    }
    let defaults: Vec<&str> =
        Parcel::JSON.split(r#""default":""#).skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    // The third is that of the enum itself.
    assert_eq!(defaults, ["DONE", "NEW", "Low", "High"], "{}", Parcel::JSON);
    let writer = WriterSchema::parse(r#"{"type":"record","name":"Parcel","fields":[]}"#).unwrap();
    assert_eq!(
        Parcel::from_avro_with(&writer, &[]).unwrap(),
        Parcel { status: Status::Done, before: Some(Status::New), level: Level::High }
    );
}

#[test]
fn it_takes_what_a_newer_writer_adds() {
    let newer = Order::JSON
        .replacen(r#"["NEW","DONE"]"#, r#"["LOST","DONE","NEW"]"#, 1)
        .replacen(r#"["Low","High"],"default":"Low""#, r#"["Low","Middle","High"]"#, 1)
        .replacen(r#""int"]}"#, r#""int",{"type":"record","name":"Crypto","fields":[{"name":"coins","type":{"type":"array","items":"double"}}]}]}"#, 1)
        .replacen(r#"["null","PaymentCard","PaymentCash","int"]"#, r#"["null","PaymentCard","Crypto","PaymentCash","int"]"#, 1)
        .replacen(r#"["PaymentCard","PaymentCash","int","null"]"#, r#"["PaymentCard","Crypto","PaymentCash","int","null"]"#, 1)
        .replacen(r#"["string","null"]"#, r#"["string",{"type":"map","values":"Crypto"},"null"]"#, 1);
    let writer = WriterSchema::parse(&newer).unwrap_or_else(|errors| panic!("{errors} in {newer}"));
    let crypto = [2_u8, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0];
    let mut bytes = vec![0, 2, 4, 6];
    bytes.extend(crypto);
    bytes.push(4);
    bytes.extend(crypto);
    bytes.push(2);
    bytes.extend(crypto);
    // three items: a map, null, a text
    bytes.extend([6, 2, 2, 2, b'k']);
    bytes.extend(crypto);
    bytes.extend([0, 4, 0, 2, b't', 0]);
    // two values: a symbol that is known, one that is not
    bytes.extend([4, 2, b'm', 2, 2, 2, b'n', 2, 0, 0]);
    bytes.push(14);
    let read = Order::from_avro_with(&writer, &bytes).unwrap();
    assert_eq!(
        read,
        Order {
            status: Status::Unknown("LOST".to_owned()),
            level: Level::Other,
            second: Level::High,
            payment: Payment::Other,
            maybe: Some(Payment::Other),
            last: Some(Payment::Other),
            list: vec![Found::Other("map".to_owned()), Found::Nothing, Found::Text("t".to_owned())],
            by_name: HashMap::from([
                ("m".to_owned(), Some(Status::Done)),
                ("n".to_owned(), Some(Status::Unknown("LOST".to_owned()))),
            ]),
            after: 7,
        }
    );
    for cut in 0..bytes.len() {
        assert!(Order::from_avro_with(&writer, &bytes[..cut]).unwrap_err().is_eof(), "cut at {cut}");
    }
}

#[test]
fn one_value_of_a_type_that_is_no_branch() {
    let writer = WriterSchema::parse(r#""long""#).unwrap();
    assert_eq!(Found::from_avro_with(&writer, &[2]).unwrap(), Found::Other("long".to_owned()));
    let writer = WriterSchema::parse(r#"{"type":"fixed","name":"b.Hash","size":2}"#).unwrap();
    assert_eq!(Found::from_avro_with(&writer, b"ab").unwrap(), Found::Other("b.Hash".to_owned()));
    assert_eq!(<Option<Payment>>::from_avro_with(&writer, b"ab").unwrap(), Some(Payment::Other));
    // Without such a variant it stays an error that names both.
    let error = <Option<i32>>::from_avro_with(&writer, b"ab").unwrap_err();
    assert!(error.is_incompatible() && error.to_string().contains("found fixed `b.Hash`"), "{error}");
}

#[test]
fn what_is_not_in_the_schema_cannot_be_written() {
    assert!(Status::Unknown("LOST".to_owned()).to_avro().is_err());
    assert!(Level::Other.to_avro().is_err());
    assert!(Payment::Other.to_avro().is_err());
    let error = vec![Found::Other("long".to_owned())].to_avro().unwrap_err();
    assert_eq!(error.to_string(), "`[0]`: a value that a newer writer added, which this schema does not have");
    // What an older version kept by its name is written once it is known.
    assert_eq!(Status::Unknown("DONE".to_owned()).to_avro().unwrap(), Status::Done.to_avro().unwrap());
}

//! Enums: symbols, and unions of what variants carry.

use std::fmt::Debug;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::round_trip;

mod common;

#[derive(AvroSchema, Debug, PartialEq, Clone, Copy)]
#[avro(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    New,
    InProgress = 7,
    #[avro(name = "finished", default)]
    Done,
}

#[test]
fn symbols() {
    assert_eq!(
        Status::JSON,
        r#"{"type":"enum","name":"Status","symbols":["NEW","IN_PROGRESS","finished"],"default":"finished"}"#
    );
    for status in [Status::New, Status::InProgress, Status::Done] {
        round_trip(&status);
    }
    assert_eq!(Status::InProgress.to_avro().unwrap(), [2]);
    assert!(Status::from_avro(&[6]).is_err());
}

#[test]
fn unknown_symbols_take_the_default() {
    let writer =
        WriterSchema::parse(r#"{"type":"enum","name":"Status","symbols":["LOST","IN_PROGRESS","NEW"]}"#).unwrap();
    assert_eq!(Status::from_avro_with(&writer, &[0]).unwrap(), Status::Done);
    assert_eq!(Status::from_avro_with(&writer, &[2]).unwrap(), Status::InProgress);
    assert_eq!(Status::from_avro_with(&writer, &[4]).unwrap(), Status::New);
}

#[test]
fn a_variant_as_default() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Order {
        #[avro(default = Status::InProgress)]
        status: Status,
        #[avro(default = Status::New)]
        before: Option<Status>,
    }
    assert!(
        Order::JSON.contains(r#""default":"IN_PROGRESS"},{"name":"before","type":["Status","null"],"default":"NEW""#)
    );
    let writer = WriterSchema::parse(r#"{"type":"record","name":"Order","fields":[]}"#).unwrap();
    assert_eq!(
        Order::from_avro_with(&writer, &[]).unwrap(),
        Order { status: Status::InProgress, before: Some(Status::New) }
    );
    round_trip(&Order { status: Status::Done, before: None });
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(namespace = "com.acme", rename_all_fields = "camelCase")]
enum Payment {
    /// By card.
    Card {
        last_four: String,
        #[avro(skip)]
        seen: bool,
    },
    #[avro(name = "BankTransfer", alias = "Sepa")]
    Sepa {
        iban: String,
    },
    Cash,
    Voucher(Voucher),
    Codes(Vec<i32>),
    #[avro(null)]
    Unknown,
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(namespace = "com.acme")]
struct Voucher {
    code: String,
}

fn payments() -> Vec<Payment> {
    vec![
        Payment::Card { last_four: "1234".to_owned(), seen: false },
        Payment::Sepa { iban: "DE".to_owned() },
        Payment::Cash,
        Payment::Voucher(Voucher { code: "V".to_owned() }),
        Payment::Codes(vec![1, 2]),
        Payment::Unknown,
    ]
}

#[test]
fn data_becomes_a_union() {
    assert_eq!(
        Payment::JSON,
        concat!(
            r#"[{"type":"record","name":"PaymentCard","namespace":"com.acme","doc":"By card.","fields":[{"name":"lastFour","type":"string"}]},"#,
            r#"{"type":"record","name":"BankTransfer","namespace":"com.acme","fields":[{"name":"iban","type":"string"}],"aliases":["Sepa"]},"#,
            r#"{"type":"record","name":"PaymentCash","namespace":"com.acme","fields":[]},"#,
            r#"{"type":"record","name":"Voucher","namespace":"com.acme","fields":[{"name":"code","type":"string"}]},"#,
            r#"{"type":"array","items":"int"},"null"]"#
        )
    );
    for (index, payment) in payments().into_iter().enumerate() {
        assert_eq!(payment.to_avro().unwrap()[0], 2 * index as u8);
        round_trip(&payment);
    }
    assert!(Payment::from_avro(&[12]).is_err());
}

/// Faults B3, B4, B5 and B11 of the established crate: one enum in two fields, variants of one name in two enums, an
/// optional enum, branches of one shape.
#[test]
fn enums_in_many_places() {
    #[derive(AvroSchema, Debug, PartialEq, Clone)]
    enum Shape {
        Circle { size: f64 },
        Square { size: f64 },
        Cash,
    }
    #[derive(AvroSchema, Debug, PartialEq, Clone)]
    struct Order {
        first: Shape,
        second: Shape,
        maybe: Option<Shape>,
        list: Vec<Option<Shape>>,
        boxed: Option<Box<Shape>>,
        other: Other,
        #[avro(null_last)]
        last: Option<Shape>,
    }
    #[derive(AvroSchema, Debug, PartialEq, Clone)]
    enum Other {
        Circle { name: String },
        Square(i32),
    }
    let shapes = [Shape::Circle { size: 1.0 }, Shape::Square { size: 1.0 }, Shape::Cash];
    for shape in &shapes {
        round_trip(&Order {
            first: shape.clone(),
            second: Shape::Square { size: 2.0 },
            maybe: Some(shape.clone()),
            list: vec![None, Some(shape.clone())],
            boxed: Some(Box::new(shape.clone())),
            other: Other::Square(3),
            last: Some(shape.clone()),
        });
    }
    let empty = Order {
        first: Shape::Cash,
        second: Shape::Cash,
        maybe: None,
        list: vec![],
        boxed: None,
        other: Other::Circle { name: String::new() },
        last: None,
    };
    round_trip(&empty);
    assert!(
        Order::JSON
            .contains(r#"{"name":"maybe","type":["null","ShapeCircle","ShapeSquare","ShapeCash"],"default":null}"#)
    );
    assert!(Order::JSON.contains(r#"{"name":"last","type":["ShapeCircle","ShapeSquare","ShapeCash","null"]}"#));
}

#[test]
fn branches_that_moved_are_found_by_name() {
    let writer = WriterSchema::parse(
        r#"["null",{"type":"record","name":"PaymentCash","namespace":"com.acme","fields":[{"name":"amount","type":"long"}]},
            {"type":"record","name":"PaymentCard","namespace":"com.acme","fields":[{"name":"lastFour","type":"string"}]}]"#,
    )
    .unwrap();
    assert_eq!(Payment::from_avro_with(&writer, &[0]).unwrap(), Payment::Unknown);
    assert_eq!(Payment::from_avro_with(&writer, &[2, 6]).unwrap(), Payment::Cash);
    assert_eq!(
        Payment::from_avro_with(&writer, &[4, 2, b'x']).unwrap(),
        Payment::Card { last_four: "x".to_owned(), seen: false }
    );
}

#[test]
fn recursive_unions() {
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Expression {
        Number { value: f64 },
        Sum { terms: Vec<Expression>, rest: Option<Box<Expression>> },
        List { items: Vec<Option<Expression>> },
    }
    round_trip(&Expression::Sum {
        terms: vec![
            Expression::Number { value: 1.0 },
            Expression::List { items: vec![None, Some(Expression::Number { value: 2.0 })] },
        ],
        rest: Some(Box::new(Expression::Number { value: 3.0 })),
    });
}

#[test]
fn a_newtype_around_a_union_is_the_union() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Paid(Payment);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Order {
        paid: Paid,
    }
    for payment in payments() {
        round_trip(&Order { paid: Paid(payment) });
    }
}

#[test]
fn a_variant_may_be_called_none() {
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Level {
        Some,
        None,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Alarm {
        #[avro(default = Level::None)]
        level: Level,
        #[avro(default = Level::None)]
        maybe: Option<Level>,
        #[avro(default = Option::None)]
        nothing: Option<Level>,
    }
    let fields = r#""fields":[{"name":"level","type":{"type":"enum","name":"Level","symbols":["Some","None"]},"default":"None"},{"name":"maybe","type":["Level","null"],"default":"None"},{"name":"nothing","type":["null","Level"],"default":null}]"#;
    assert!(Alarm::JSON.contains(fields), "{}", Alarm::JSON);
    round_trip(&Alarm { level: Level::Some, maybe: None, nothing: Some(Level::None) });
}

#[test]
fn variants_without_anything() {
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Empty {
        Unit,
        Named {},
        Tuple(),
        Number(i32),
    }
    assert_eq!(
        Empty::JSON,
        r#"[{"type":"record","name":"EmptyUnit","fields":[]},{"type":"record","name":"EmptyNamed","fields":[]},{"type":"record","name":"EmptyTuple","fields":[]},"int"]"#
    );
    for value in [Empty::Unit, Empty::Named {}, Empty::Tuple(), Empty::Number(1)] {
        round_trip(&value);
    }
}

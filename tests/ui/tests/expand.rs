//! Golden expansions compile, and are what the derive does: `avro-derive` compares the text, here both are run.

// What the derive writes allows itself these, each under its own `allow`; as a file of its own it has none.
#![allow(unreachable_pub, unused_imports, clippy::all)]

#[path = "expand/annotations.rs"]
mod annotations;
#[path = "expand/conversions.rs"]
mod conversions;
#[path = "expand/enums.rs"]
mod enums;
#[path = "expand/generics.rs"]
mod generics;
#[path = "expand/newtypes.rs"]
mod newtypes;
#[path = "expand/records.rs"]
mod records;
#[path = "expand/unions.rs"]
mod unions;

#[path = "expand/annotations.expanded.rs"]
#[rustfmt::skip]
mod annotations_expanded;
#[path = "expand/conversions.expanded.rs"]
#[rustfmt::skip]
mod conversions_expanded;
#[path = "expand/enums.expanded.rs"]
#[rustfmt::skip]
mod enums_expanded;
#[path = "expand/generics.expanded.rs"]
#[rustfmt::skip]
mod generics_expanded;
#[path = "expand/newtypes.expanded.rs"]
#[rustfmt::skip]
mod newtypes_expanded;
#[path = "expand/records.expanded.rs"]
#[rustfmt::skip]
mod records_expanded;
#[path = "expand/unions.expanded.rs"]
#[rustfmt::skip]
mod unions_expanded;

use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, AvroTexts};

fn same_texts<A: AvroTexts, B: AvroTexts>() {
    assert_eq!(A::JSON, B::JSON);
    assert_eq!(A::CANONICAL, B::CANONICAL);
    assert_eq!(A::FINGERPRINT, B::FINGERPRINT);
}

#[test]
fn expansions_have_the_schemas_of_the_derive() {
    same_texts::<records::Click, records_expanded::Click>();
    same_texts::<records::Borrowed<'_>, records_expanded::Borrowed<'_>>();
    same_texts::<records::Nothing, records_expanded::Nothing>();
    same_texts::<enums::Status, enums_expanded::Status>();
    same_texts::<enums::Order, enums_expanded::Order>();
    same_texts::<unions::Payment, unions_expanded::Payment>();
    same_texts::<annotations::Refused, annotations_expanded::Refused>();
    same_texts::<conversions::Prices, conversions_expanded::Prices>();
    same_texts::<newtypes::Email, newtypes_expanded::Email>();
    same_texts::<newtypes::Sha256, newtypes_expanded::Sha256>();
    same_texts::<newtypes::Wrapped, newtypes_expanded::Wrapped>();
    assert_eq!(<generics::Page<i32, 4>>::json(), <generics_expanded::Page<i32, 4>>::json());
    assert_eq!(<generics::Event<i32>>::json(), <generics_expanded::Event<i32>>::json());
}

#[test]
fn expansions_write_and_read_what_the_derive_does() {
    let payment = unions::Payment::Card { last4: "1234".to_owned() };
    let bytes = payment.to_avro().unwrap();
    let read = unions_expanded::Payment::from_avro(&bytes).unwrap();
    assert_eq!(read, unions_expanded::Payment::Card { last4: "1234".to_owned() });
    assert_eq!(read.to_avro().unwrap(), bytes);

    let refused = annotations::Refused {
        at: 1,
        amount: Some(vec![2]),
        either: vec![None, Some(annotations::Either::Text("a".to_owned()))],
        count: None,
    };
    let bytes = refused.to_avro().unwrap();
    assert_eq!(annotations_expanded::Refused::from_avro(&bytes).unwrap().to_avro().unwrap(), bytes);

    let page = generics_expanded::Page { items: vec![1_i64], key: *b"abcd" };
    let bytes = page.to_avro().unwrap();
    assert_eq!(<generics::Page<i64, 4>>::from_avro(&bytes).unwrap().to_avro().unwrap(), bytes);

    let prices = conversions::Prices {
        one: Some(conversions::Money(1)),
        rough: conversions::Money(20),
        of: conversions::Item { inner: conversions::Inner { color: conversions::Color::Red }, seen: false },
    };
    let bytes = prices.to_avro().unwrap();
    assert_eq!(conversions_expanded::Prices::from_avro(&bytes).unwrap().to_avro().unwrap(), bytes);
}

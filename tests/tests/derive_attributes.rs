//! What generated code says with attributes: properties, sort orders, logical types on base types, errors.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use avro_runtime::prelude::*;
use avro_runtime::schema::LogicalType;
use avro_runtime::{AvroDecode, AvroEncode};
use common::{is_schema, round_trip};

mod common;

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "a", error, prop("confluent:tags" = ["PII", {"level": 2, "of": null}]), prop("weight" = -1.50))]
#[avro(prop("exact" = json(r#"{ "b" : 1E+2, "\u0061" : "\u00e9" }"#)))]
struct Failure {
    /// In words.
    #[avro(order = "ignore", prop("source" = "log", "line" = 12))]
    text: String,
    #[avro(order = "descending", default = 3)]
    code: i32,
    #[avro(order = "ascending")]
    plain: bool,
}

#[test]
fn properties_orders_and_errors() {
    is_schema::<Failure>(
        r#"{"type":"error","name":"Failure","namespace":"a","weight":-1.50,"exact":{"b":1E+2,"a":"é"},
            "confluent:tags":["PII",{"level":2,"of":null}],"fields":[
            {"name":"text","type":"string","line":12,"source":"log","doc":"In words.","order":"ignore"},
            {"name":"code","type":"int","default":3,"order":"descending"},
            {"name":"plain","type":"boolean","order":"ascending"}]}"#,
    );
    assert!(Failure::JSON.starts_with(r#"{"type":"error","name":"Failure","namespace":"a","fields":["#));
    round_trip(&Failure { text: "x".to_owned(), code: 1, plain: true });
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(name = "a.Level", prop("levels" = true))]
enum Level {
    Low,
    #[avro(default)]
    High,
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(fixed, namespace = "a", decimal(precision = 9, scale = 2), doc = "Money.", prop("currency" = "EUR"))]
struct Price([u8; 4]);

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(fixed, namespace = "a", uuid)]
struct Id([u8; 16]);

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(fixed, namespace = "a", duration)]
struct Span([u8; 12]);

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(fixed, namespace = "a", prop("logicalType" = "uuid"))]
struct Told([u8; 16]);

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(fixed, namespace = "a", prop("logicalType" = "no-such"))]
struct Odd([u8; 2]);

#[test]
fn logical_types_of_named_types() {
    is_schema::<Level>(
        r#"{"type":"enum","name":"Level","namespace":"a","symbols":["Low","High"],"default":"High","levels":true}"#,
    );
    is_schema::<Price>(
        r#"{"type":"fixed","name":"a.Price","size":4,"doc":"Money.","logicalType":"decimal","scale":2,"precision":9,"currency":"EUR"}"#,
    );
    assert_eq!(Price::SCHEMA.get().logical, Some(LogicalType::Decimal { precision: 9, scale: 2 }));
    is_schema::<Id>(r#"{"type":"fixed","name":"a.Id","size":16,"logicalType":"uuid"}"#);
    is_schema::<Span>(r#"{"type":"fixed","name":"a.Span","size":12,"logicalType":"duration"}"#);
    assert_eq!(Span::SCHEMA.get().logical, Some(LogicalType::Duration));
    // A property says as much as the attribute does.
    assert_eq!(Told::SCHEMA.get().logical, Some(LogicalType::Uuid));
    assert_eq!(Odd::SCHEMA.get().logical, None);
    round_trip(&Price([1, 2, 3, 4]));
    round_trip(&Span([7; 12]));
}

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Amounts {
    #[avro(decimal(precision = 9, scale = 2))]
    amount: Vec<u8>,
    #[avro(decimal(precision = 2147483647))]
    digits: Option<Vec<u8>>,
    #[avro(decimal(precision = 4, scale = 0), null_last)]
    #[expect(clippy::box_collection, reason = "the attribute looks through a box, whatever is in it")]
    last: Option<Box<Vec<u8>>>,
    #[avro(decimal(scale = 1, precision = 1))]
    many: Vec<Vec<u8>>,
    #[avro(big_decimal)]
    by_name: HashMap<String, Vec<u8>>,
    #[avro(uuid, default = "")]
    id: String,
    #[avro(time_micros)]
    at: BTreeMap<String, Option<i64>>,
    price: Price,
}

#[test]
fn logical_types_of_fields() {
    is_schema::<Amounts>(
        r#"{"type":"record","name":"Amounts","namespace":"a","fields":[
            {"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
            {"name":"digits","type":["null",{"type":"bytes","logicalType":"decimal","precision":2147483647}],"default":null},
            {"name":"last","type":[{"type":"bytes","logicalType":"decimal","precision":4,"scale":0},"null"]},
            {"name":"many","type":{"type":"array","items":{"type":"bytes","logicalType":"decimal","precision":1,"scale":1}}},
            {"name":"by_name","type":{"type":"map","values":{"type":"bytes","logicalType":"big-decimal"}}},
            {"name":"id","type":{"type":"string","logicalType":"uuid"},"default":""},
            {"name":"at","type":{"type":"map","values":["null",{"type":"long","logicalType":"time-micros"}]}},
            {"name":"price","type":{"type":"fixed","name":"Price","size":4,"doc":"Money.","logicalType":"decimal","precision":9,"scale":2,"currency":"EUR"}}]}"#,
    );
    round_trip(&Amounts {
        amount: vec![1, 2],
        digits: Some(vec![255]),
        last: Some(Box::new(vec![])),
        many: vec![vec![1], vec![2]],
        by_name: HashMap::from([("a".to_owned(), vec![4, 4])]),
        id: "no".to_owned(),
        at: BTreeMap::from([("b".to_owned(), Some(5)), ("c".to_owned(), None)]),
        price: Price([0; 4]),
    });
}

#[test]
fn documentation_word_for_word() {
    #[derive(AvroSchema)]
    #[avro(namespace = "a", doc = "")]
    struct Empty {
        /// Not in the schema.
        #[avro(doc = false)]
        a: i32,
        /// Nor this.
        #[avro(doc = " Two lines,\r\n as they are. ")]
        b: i32,
    }
    is_schema::<Empty>(
        r#"{"type":"record","name":"a.Empty","doc":"","fields":[{"name":"a","type":"int"},
            {"name":"b","type":"int","doc":" Two lines,\r\n as they are. "}]}"#,
    );
    let _ = Empty { a: 0, b: 0 }.a;

    /** In a block,
     *
     *  * with a list.
     */
    #[derive(AvroSchema)]
    #[avro(namespace = "a")]
    struct Blocks {
        /** One line. */
        a: i32,
        /**
            Indented,
              and more so.

            é
        */
        b: i32,
    }
    is_schema::<Blocks>(
        r#"{"type":"record","name":"a.Blocks","doc":"In a block,\n\n * with a list.","fields":[
            {"name":"a","type":"int","doc":"One line. "},
            {"name":"b","type":"int","doc":"Indented,\n  and more so.\n\né"}]}"#,
    );
    let _ = Blocks { a: 0, b: 0 }.a;
}

// What a generated file ends with; the hashes are kept in files, so they never change.
avro_runtime::__private::source!(
    Failure = 0xa0d2_ebcc_f9de_b6d7_c1e1_f210_be55_60b9,
    Amounts = 0xd1a6_0d29_11d9_9900_6982_5354_dc8c_231b,
);

#[test]
fn aliases_that_stand_for_two_fields() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a", ambiguous_aliases)]
    struct Hashes {
        #[avro(alias = "hash", alias = "first")]
        nullable_hash: i32,
        #[avro(alias = "first", alias = "hash")]
        hash: i32,
    }
    is_schema::<Hashes>(
        r#"{"type":"record","name":"a.Hashes","fields":[{"name":"nullable_hash","type":"int","aliases":["hash","first"]},
            {"name":"hash","type":"int","aliases":["first","hash"]}]}"#,
    );
    round_trip(&Hashes { nullable_hash: 1, hash: 2 });
}

/// Whatever of a type comes from a fragment of a macro: names, texts, numbers, types.
#[test]
fn made_by_macros() {
    macro_rules! made {
        ($ident:ident, $name:literal, $doc:expr, $wide:ty, $size:expr, $text:literal, $number:literal, $module:path, $field:ident, $($alias:literal),*) => {
            #[doc = $doc]
            #[derive(AvroSchema, Debug, PartialEq)]
            #[avro(name = $name, alias($($alias),*), prop("owner" = $text))]
            struct $ident<'a> {
                #[avro(as = "long", default = $number)]
                wide: $wide,
                #[avro(fixed = $text)]
                code: Option<[u8; $size]>,
                #[avro(with = $module)]
                number: i32,
                #[avro(doc = $doc, default = $text)]
                $field: Option<std::borrow::Cow<'a, str>>,
                #[avro(decimal(precision = $number))]
                amounts: Vec<Option<Vec<u8>>>,
            }
        };
    }
    mod doubled {
        pub(crate) type Avro = i64;

        pub(crate) fn to_avro(number: &i32) -> Result<Avro, std::convert::Infallible> {
            Ok(i64::from(*number) * 2)
        }

        pub(crate) fn from_avro(number: Avro) -> Result<i32, std::num::TryFromIntError> {
            (number / 2).try_into()
        }
    }
    made!(Made, "a.MadeUp", "By hand.", u64, 1 + 1, "Words", 7, doubled, text, "Old", "b.Older");
    assert_eq!(
        Made::JSON,
        concat!(
            r#"{"type":"record","name":"MadeUp","namespace":"a","doc":"By hand.","fields":["#,
            r#"{"name":"wide","type":"long","default":7},"#,
            r#"{"name":"code","type":["null",{"type":"fixed","name":"Words","size":2}],"default":null},"#,
            r#"{"name":"number","type":"long"},"#,
            r#"{"name":"text","type":["string","null"],"doc":"By hand.","default":"Words"},"#,
            r#"{"name":"amounts","type":{"type":"array","items":["null",{"type":"bytes","logicalType":"decimal","precision":7}]}}],"#,
            r#""owner":"Words","aliases":["Old","b.Older"]}"#
        )
    );
    let made =
        Made { wide: 1, code: Some([2, 3]), number: 4, text: Some("x".into()), amounts: vec![None, Some(vec![5])] };
    let bytes = made.to_avro().unwrap();
    assert_eq!(Made::from_avro(&bytes).unwrap(), made);
}

//! Types as a generator writes them: unions in every place, recursion through them, names of the prelude, texts of positions.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::{is_schema, round_trip};

mod common;

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(namespace = "a")]
struct Leaf {
    value: Box<TreeValue>,
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
enum TreeValue {
    Long(#[avro(timestamp_millis)] i64),
    Leaf(Box<Leaf>),
    #[avro(null)]
    Null,
    Array(#[avro(schema_json = r#"{"type": "array", "items": {"type": "string", "x": 1}, "y": [2]}"#)] Vec<String>),
    Map(HashMap<String, Vec<Option<Leaf>>>),
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
enum Either {
    Int(#[avro(date)] i32),
    Text(String),
    Leaf(Box<Node>),
}

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(namespace = "a")]
struct Node {
    first: TreeValue,
    #[avro(null_last)]
    last: Option<Either>,
    #[avro(null_last, default_json = r#""text""#)]
    later_branch: Option<Either>,
    #[avro(null_first, default_json = "7")]
    behind_null: Option<Either>,
    #[avro(null_last, default_json = "null")]
    null_behind: Option<Box<Either>>,
    #[avro(default_json = r#""x""#)]
    second: Either,
    #[avro(default_json = "3")]
    first_value: Option<Either>,
    maps: BTreeMap<String, Vec<TreeValue>>,
    #[avro(
        schema_json = r#"{"type": "map", "values": {"type": "array", "items": ["null", {"type": "int", "z": 0, "logicalType": "date"}, "string", "a.Node"]}}"#
    )]
    annotated: HashMap<String, Vec<Option<Either>>>,
    boxed: Option<Box<Node>>,
}

const NODE: &str = r#"{"type":"record","name":"Node","namespace":"a","fields":[
    {"name":"first","type":[{"type":"long","logicalType":"timestamp-millis"},
        {"type":"record","name":"Leaf","fields":[{"name":"value","type":[
            {"type":"long","logicalType":"timestamp-millis"},"Leaf","null",
            {"type":"array","items":{"type":"string","x":1},"y":[2]},
            {"type":"map","values":{"type":"array","items":["null","Leaf"]}}]}]},
        "null",{"type":"array","items":{"type":"string","x":1},"y":[2]},
        {"type":"map","values":{"type":"array","items":["null","Leaf"]}}]},
    {"name":"last","type":[{"type":"int","logicalType":"date"},"string","Node","null"]},
    {"name":"later_branch","type":[{"type":"int","logicalType":"date"},"string","Node","null"],"default":"text"},
    {"name":"behind_null","type":["null",{"type":"int","logicalType":"date"},"string","Node"],"default":7},
    {"name":"null_behind","type":[{"type":"int","logicalType":"date"},"string","Node","null"],"default":null},
    {"name":"second","type":[{"type":"int","logicalType":"date"},"string","Node"],"default":"x"},
    {"name":"first_value","type":[{"type":"int","logicalType":"date"},"string","Node","null"],"default":3},
    {"name":"maps","type":{"type":"map","values":{"type":"array","items":[
        {"type":"long","logicalType":"timestamp-millis"},"Leaf","null",
        {"type":"array","items":{"type":"string","x":1},"y":[2]},
        {"type":"map","values":{"type":"array","items":["null","Leaf"]}}]}}},
    {"name":"annotated","type":{"type":"map","values":{"type":"array","items":[
        "null",{"type":"int","logicalType":"date","z":0},"string","Node"]}}},
    {"name":"boxed","type":["null","Node"],"default":null}]}"#;

fn leaf(value: TreeValue) -> Leaf {
    Leaf { value: Box::new(value) }
}

fn node() -> Node {
    Node {
        first: TreeValue::Leaf(Box::new(leaf(TreeValue::Array(vec!["a".to_owned()])))),
        last: Some(Either::Text("b".to_owned())),
        later_branch: None,
        behind_null: Some(Either::Int(1)),
        null_behind: Some(Box::new(Either::Text(String::new()))),
        second: Either::Int(2),
        first_value: None,
        maps: BTreeMap::from([
            (
                "c".to_owned(),
                vec![TreeValue::Null, TreeValue::Long(3), TreeValue::Leaf(Box::new(leaf(TreeValue::Null)))],
            ),
            (
                "d".to_owned(),
                vec![TreeValue::Map(HashMap::from([("e".to_owned(), vec![None, Some(leaf(TreeValue::Long(4)))])]))],
            ),
        ]),
        annotated: HashMap::from([(
            "f".to_owned(),
            vec![None, Some(Either::Int(5)), Some(Either::Text("g".to_owned()))],
        )]),
        boxed: None,
    }
}

#[test]
fn unions_in_every_place() {
    is_schema::<Node>(NODE);
    let inner = node();
    let mut outer = node();
    (outer.last, outer.boxed) = (Some(Either::Leaf(Box::new(inner.clone()))), Some(Box::new(inner)));
    (outer.first, outer.null_behind, outer.behind_null) = (TreeValue::Null, None, None);
    round_trip(&outer);
}

#[test]
fn defaults_of_any_branch() {
    let writer = WriterSchema::parse(r#"{"type":"record","name":"a.Node","fields":[
        {"name":"first","type":"null"},{"name":"last","type":"null"},{"name":"maps","type":{"type":"map","values":"null"}},
        {"name":"annotated","type":{"type":"map","values":{"type":"array","items":"null"}}}]}"#)
    .unwrap();
    let read = Node::from_avro_with(&writer, &[0, 0]).unwrap();
    assert_eq!(read.first, TreeValue::Null);
    assert_eq!(read.later_branch, Some(Either::Text("text".to_owned())));
    assert_eq!(read.behind_null, Some(Either::Int(7)));
    assert_eq!(read.null_behind, None);
    assert_eq!(read.second, Either::Text("x".to_owned()));
    assert_eq!(read.first_value, Some(Either::Int(3)));
}

#[derive(AvroSchema, Debug, PartialEq)]
struct Root(#[avro(schema_json = r#"["null", {"type": "string", "x": 1}]"#)] Option<String>);

#[derive(AvroSchema, Debug, PartialEq)]
struct Choice(#[avro(schema_json = r#"[{"type": "int", "logicalType": "no-such"}, "string", "a.Node"]"#)] Either);

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Choices {
    one: Option<Choice>,
    #[avro(null_last)]
    other: Option<Choice>,
}

#[test]
fn newtypes_around_annotated_unions() {
    is_schema::<Root>(r#"["null",{"type":"string","x":1}]"#);
    for root in [Root(None), Root(Some("a".to_owned()))] {
        assert_eq!(Root::from_avro(&root.to_avro().unwrap()).unwrap(), root);
    }
    let choice = r#"{"type":"int","logicalType":"no-such"},"string""#;
    let source = format!(
        r#"{{"type":"record","name":"a.Choices","fields":[{{"name":"one","type":["null",{choice},{NODE}],"default":null}},
            {{"name":"other","type":[{choice},"Node","null"]}}]}}"#
    );
    is_schema::<Choices>(&source);
    round_trip(&Choices { one: Some(Choice(Either::Text("a".to_owned()))), other: Some(Choice(Either::Int(-1))) });
    round_trip(&Choices { one: None, other: None });
}

mod shadows {
    //! Types whose names are those of the prelude.
    #![allow(dead_code)]

    use avro_runtime::AvroSchema;

    macro_rules! shadows {
        ($($name:ident)*) => {
            $(
                #[derive(AvroSchema, Debug, PartialEq, Default)]
                #[avro(namespace = "a")]
                pub(crate) struct $name {
                    pub(crate) value: i32,
                }
            )*
        };
    }

    shadows!(Option Vec String Box Result Value HashMap PhantomData Default Clone Self_ Iterator);

    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    pub(crate) enum Some {
        None,
        #[avro(default)]
        Ok,
        Err,
    }

    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    pub(crate) enum Either {
        String(::std::string::String),
        Option(Option),
        Some(Some),
        Vec(::std::vec::Vec<u8>),
    }

    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    pub(crate) struct All {
        pub(crate) option: Option,
        pub(crate) vec: ::std::vec::Vec<Vec>,
        pub(crate) string: ::std::option::Option<String>,
        pub(crate) boxed: ::std::boxed::Box<Box>,
        pub(crate) result: ::std::collections::HashMap<::std::string::String, Result>,
        pub(crate) phantom: PhantomData,
        pub(crate) map: ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<HashMap>>,
        pub(crate) either: ::std::option::Option<Either>,
        #[avro(timestamp_millis, null_last)]
        pub(crate) at: ::std::option::Option<::std::vec::Vec<::core::primitive::i64>>,
        #[avro(decimal(precision = 4))]
        pub(crate) amount: ::std::option::Option<::std::vec::Vec<u8>>,
        #[avro(default = "x", uuid)]
        pub(crate) text: ::std::string::String,
        #[avro(default = Some::Ok)]
        pub(crate) some: Some,
        pub(crate) value: ::std::option::Option<::std::boxed::Box<Value>>,
    }
}

#[test]
fn names_of_the_prelude() {
    use shadows::All;
    let text = All::JSON;
    for part in [
        r#"{"name":"phantom","type":{"type":"record","name":"PhantomData""#,
        r#"{"name":"at","type":[{"type":"array","items":{"type":"long","logicalType":"timestamp-millis"}},"null"]}"#,
        r#"{"name":"amount","type":["null",{"type":"bytes","logicalType":"decimal","precision":4}],"default":null}"#,
        r#"{"name":"either","type":["null","string","Option",{"type":"enum","name":"Some","symbols":["None","Ok","Err"],"default":"Ok"},"bytes"],"default":null}"#,
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let all = || All {
        option: shadows::Option { value: 1 },
        vec: vec![shadows::Vec { value: 2 }],
        string: Some(shadows::String { value: 3 }),
        boxed: Box::new(shadows::Box { value: 4 }),
        result: HashMap::from([("a".to_owned(), shadows::Result { value: 5 })]),
        phantom: shadows::PhantomData { value: 6 },
        map: BTreeMap::from([("b".to_owned(), vec![shadows::HashMap { value: 7 }])]),
        either: Some(shadows::Either::Vec(vec![8])),
        at: Some(vec![9]),
        amount: None,
        text: "c".to_owned(),
        some: shadows::Some::Err,
        value: Some(Box::new(shadows::Value { value: 10 })),
    };
    round_trip(&all());
}

#[derive(AvroSchema, Debug, PartialEq)]
struct Page<T> {
    items: Vec<T>,
    #[avro(schema_json = r#"{"type": "int", "unit": "pages"}"#, prop("a" = 1), order = "descending")]
    count: i32,
    #[avro(decimal(precision = 3))]
    price: Option<Vec<u8>>,
}

#[test]
fn generic_types() {
    is_schema::<Page<i64>>(
        r#"{"type":"record","name":"Page_long","fields":[{"name":"items","type":{"type":"array","items":"long"}},
            {"name":"count","type":{"type":"int","unit":"pages"},"order":"descending","a":1},
            {"name":"price","type":["null",{"type":"bytes","logicalType":"decimal","precision":3}],"default":null}]}"#,
    );
    round_trip(&Page { items: vec![1_i64], count: 2, price: Some(vec![3]) });
    let _ = &<Page<Leaf>>::json();
}

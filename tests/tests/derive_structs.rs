//! What structs become: one golden per row of the mapping, and their way through Avro and back.

// A derive emits nothing for a field that no test reads.
#![allow(dead_code)]

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::marker::PhantomData;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::round_trip;

mod common;

/// The type of the record's only field `f`, as JSON, and what follows it.
#[track_caller]
fn field_type(json: &str) -> &str {
    let (_, field) = json.split_once(r#""fields":[{"name":"f","type":"#).expect("one field `f`");
    field.strip_suffix("}]}").expect("the record ends")
}

macro_rules! rows {
    ($($name:ident: $(#[$attribute:meta])* $ty:ty => $json:literal;)*) => {
        #[test]
        fn rows_of_the_mapping() {
            $({
                #[derive(AvroSchema)]
                struct $name {
                    $(#[$attribute])*
                    f: $ty,
                }
                assert_eq!(field_type($name::JSON), $json, stringify!($name));
                assert_eq!($name::JSON, <$name as AvroSchema>::json());
                assert_eq!($name::CANONICAL, <$name as AvroSchema>::canonical());
                WriterSchema::parse($name::JSON).expect("a schema");
            })*
        }
    };
}

rows! {
    Bool: bool => r#""boolean""#;
    Int: i32 => r#""int""#;
    Byte: u8 => r#""int""#;
    Long: i64 => r#""long""#;
    Word: u32 => r#""long""#;
    Float: f32 => r#""float""#;
    Double: f64 => r#""double""#;
    Char: char => r#""string""#;
    Text: String => r#""string""#;
    Boxed: Box<str> => r#""string""#;
    Bytes: Vec<u8> => r#""bytes""#;
    Array: Vec<i32> => r#"{"type":"array","items":"int"}"#;
    Pair: [i32; 2] => r#"{"type":"array","items":"int"}"#;
    Map: HashMap<String, i64> => r#"{"type":"map","values":"long"}"#;
    Tree: BTreeMap<String, Vec<u8>> => r#"{"type":"map","values":"bytes"}"#;
    Nothing: () => r#""null""#;
    Maybe: Option<i32> => r#"["null","int"],"default":null"#;
    Required: #[avro(required)] Option<i32> => r#"["null","int"]"#;
    NullLast: #[avro(null_last)] Option<i32> => r#"["int","null"]"#;
    Value: #[avro(default = 5)] Option<i32> => r#"["int","null"],"default":5"#;
    NullDefault: #[avro(default = None)] Option<i32> => r#"["null","int"],"default":null"#;
    Fixed: [u8; 4] => r#"{"type":"fixed","name":"Fixed4","namespace":"avro_runtime","size":4}"#;
    NamedFixed: #[avro(fixed = "Md5")] [u8; 16] => r#"{"type":"fixed","name":"Md5","size":16}"#;
    NamedFixeds: #[avro(fixed = "com.acme.Md5")] Vec<[u8; 16]> => r#"{"type":"array","items":{"type":"fixed","name":"Md5","namespace":"com.acme","size":16}}"#;
    AsLong: #[avro(as = "long")] u64 => r#""long""#;
    AsLongs: #[avro(as = "long")] Vec<u64> => r#"{"type":"array","items":"long"}"#;
    AsOptionalLong: #[avro(as = "long")] Option<usize> => r#"["null","long"],"default":null"#;
    AsMappedLong: #[avro(as = "long")] HashMap<String, u64> => r#"{"type":"map","values":"long"}"#;
    AsBoxedLong: #[avro(as = "long")] Box<u64> => r#""long""#;
    AsText: #[avro(as = "string")] u128 => r#""string""#;
    AsFixed: #[avro(as = "fixed")] u64 => r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#;
    Millis: #[avro(timestamp_millis)] i64 => r#"{"type":"long","logicalType":"timestamp-millis"}"#;
    Micros: #[avro(timestamp_micros)] Option<i64> => r#"["null",{"type":"long","logicalType":"timestamp-micros"}],"default":null"#;
    Date: #[avro(date)] i32 => r#"{"type":"int","logicalType":"date"}"#;
    Time: #[avro(time_millis)] i32 => r#"{"type":"int","logicalType":"time-millis"}"#;
    Uuid: #[avro(uuid)] String => r#"{"type":"string","logicalType":"uuid"}"#;
    Unit: #[avro(as = "long", unit = "ms")] std::time::Duration => r#"{"type":"long","unit":"ms"}"#;
    ZeroInt: #[avro(default)] i32 => r#""int","default":0"#;
    ZeroText: #[avro(default)] String => r#""string","default":"""#;
    ZeroBytes: #[avro(default)] Vec<u8> => r#""bytes","default":"""#;
    ZeroList: #[avro(default)] Vec<String> => r#"{"type":"array","items":"string"},"default":[]"#;
    ZeroMap: #[avro(default)] HashMap<String, i32> => r#"{"type":"map","values":"int"},"default":{}"#;
    ZeroDouble: #[avro(default)] f64 => r#""double","default":0.0"#;
    ZeroBool: #[avro(default)] bool => r#""boolean","default":false"#;
    ZeroOption: #[avro(default)] Option<i32> => r#"["null","int"],"default":null"#;
    DefaultText: #[avro(default = "a\"b")] String => r#""string","default":"a\"b""#;
    DefaultBytes: #[avro(default = b"a\xff")] Vec<u8> => r#""bytes","default":"aÿ""#;
    DefaultFixed: #[avro(default = b"ab")] [u8; 2] => r#"{"type":"fixed","name":"Fixed2","namespace":"avro_runtime","size":2},"default":"ab""#;
    DefaultList: #[avro(default = [1, -2])] Vec<i32> => r#"{"type":"array","items":"int"},"default":[1,-2]"#;
    DefaultJson: #[avro(default_json = r#"{"a": 1}"#)] HashMap<String, i32> => r#"{"type":"map","values":"int"},"default":{"a":1}"#;
}

#[test]
fn names_docs_and_aliases() {
    /// An order.
    ///
    ///   Indented.
    #[derive(AvroSchema)]
    #[avro(namespace = "com.acme", rename_all = "camelCase", alias = "OldOrder", alias = "com.old.Order")]
    struct Order {
        /// Unique.
        order_id: i64,
        #[avro(name = "KIND", aliases("sort", "type"))]
        r#type: i32,
        r#match: i32,
        #[avro(doc = "Said here.")]
        said: i32,
        /// Not said.
        #[avro(doc = false)]
        unsaid: i32,
    }
    assert_eq!(
        Order::JSON,
        concat!(
            r#"{"type":"record","name":"Order","namespace":"com.acme","doc":"An order.\n\n  Indented.","fields":["#,
            r#"{"name":"orderId","type":"long","doc":"Unique."},{"name":"KIND","type":"int","aliases":["sort","type"]},"#,
            r#"{"name":"match","type":"int"},{"name":"said","type":"int","doc":"Said here."},{"name":"unsaid","type":"int"}],"#,
            r#""aliases":["OldOrder","com.old.Order"]}"#
        )
    );

    #[derive(AvroSchema)]
    #[avro(name = "com.acme.Full")]
    struct Named {}
    assert_eq!(Named::JSON, r#"{"type":"record","name":"Full","namespace":"com.acme","fields":[]}"#);
}

#[test]
fn constants_are_constants() {
    #[derive(AvroSchema)]
    struct Click {
        email: String,
    }
    const JSON: &str = Click::JSON;
    const CANONICAL: &str = Click::CANONICAL;
    const FINGERPRINT: u64 = Click::FINGERPRINT;
    assert_eq!(CANONICAL, r#"{"name":"Click","type":"record","fields":[{"name":"email","type":"string"}]}"#);
    assert_eq!(FINGERPRINT, avro_model::fingerprint::crc64_bytes(CANONICAL.as_bytes()));
    assert!(JSON.contains("email"));
}

#[test]
fn skipped_fields_take_their_default() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Marked<T> {
        kept: i32,
        #[avro(skip)]
        cache: Vec<String>,
        marker: PhantomData<T>,
        #[avro(skip)]
        other: T,
    }
    let value = Marked::<u64> { kept: 3, cache: vec!["x".to_owned()], marker: PhantomData, other: 7 };
    let bytes = value.to_avro().unwrap();
    assert_eq!(bytes, [6]);
    assert_eq!(
        Marked::<u64>::from_avro(&bytes).unwrap(),
        Marked { kept: 3, cache: vec![], marker: PhantomData, other: 0 }
    );
    assert_eq!(
        <Marked<u64> as AvroSchema>::json(),
        r#"{"type":"record","name":"Marked","fields":[{"name":"kept","type":"int"}]}"#
    );
}

#[test]
fn newtypes() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Email(String);
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(record)]
    struct Wrapped(#[avro(name = "value")] String);
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(fixed, namespace = "com.acme")]
    struct Sha256([u8; 32]);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Stamp(#[avro(timestamp_millis)] i64);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Maybe(Option<i32>);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Pair(#[avro(name = "first")] i32, #[avro(name = "second")] String);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Unit;
    #[derive(AvroSchema, Debug, PartialEq)]
    struct All {
        email: Email,
        wrapped: Wrapped,
        hash: Sha256,
        stamp: Stamp,
        maybe: Maybe,
        pair: Pair,
        unit: Unit,
        emails: Vec<Email>,
        last: Option<Email>,
    }
    assert_eq!(Email::JSON, r#""string""#);
    assert_eq!(Sha256::JSON, r#"{"type":"fixed","name":"Sha256","namespace":"com.acme","size":32}"#);
    assert_eq!(
        All::JSON,
        concat!(
            r#"{"type":"record","name":"All","fields":[{"name":"email","type":"string"},"#,
            r#"{"name":"wrapped","type":{"type":"record","name":"Wrapped","fields":[{"name":"value","type":"string"}]}},"#,
            r#"{"name":"hash","type":{"type":"fixed","name":"Sha256","namespace":"com.acme","size":32}},"#,
            r#"{"name":"stamp","type":{"type":"long","logicalType":"timestamp-millis"}},"#,
            r#"{"name":"maybe","type":["null","int"],"default":null},"#,
            r#"{"name":"pair","type":{"type":"record","name":"Pair","fields":[{"name":"first","type":"int"},{"name":"second","type":"string"}]}},"#,
            r#"{"name":"unit","type":{"type":"record","name":"Unit","fields":[]}},"#,
            r#"{"name":"emails","type":{"type":"array","items":"string"}},"#,
            r#"{"name":"last","type":["null","string"],"default":null}]}"#
        )
    );
    round_trip(&All {
        email: Email("a".to_owned()),
        wrapped: Wrapped("b".to_owned()),
        hash: Sha256([7; 32]),
        stamp: Stamp(-1),
        maybe: Maybe(Some(3)),
        pair: Pair(1, "c".to_owned()),
        unit: Unit,
        emails: vec![Email("d".to_owned())],
        last: Some(Email("e".to_owned())),
    });
}

/// Reading begins with empty values of std's own types; by the name alone it does not know them.
#[test]
fn other_types_by_names_of_std() {
    type Vec<T> = std::collections::VecDeque<T>;
    type Option<T> = Box<T>;
    type Text = std::string::String;

    #[derive(AvroSchema, Debug, Clone, PartialEq)]
    struct String {
        text: Text,
        optional: std::option::Option<Text>,
    }
    #[derive(AvroSchema, Debug, Clone, PartialEq)]
    struct Named {
        own: String,
        boxed: Option<i64>,
        queue: Vec<Text>,
        queues: std::vec::Vec<Vec<Text>>,
        std: std::option::Option<std::string::String>,
    }
    assert_eq!(Named::NAME, "Named");
    let text = |text: &str| String { text: text.into(), optional: None };
    round_trip(&Named { own: text(""), boxed: Box::new(0), queue: [].into(), queues: vec![], std: None });
    round_trip(&Named {
        own: text("own"),
        boxed: Box::new(7),
        queue: ["a".into(), "b".into()].into(),
        queues: vec![[].into(), ["c".into()].into()],
        std: Some("d".into()),
    });
}

#[test]
fn recursion() {
    #[derive(AvroSchema, Debug, PartialEq, Clone)]
    struct Node {
        value: i32,
        next: Option<Box<Node>>,
        #[avro(default)]
        children: Vec<Self>,
        named: HashMap<String, Node>,
    }
    let leaf = Node { value: 1, next: None, children: vec![], named: HashMap::new() };
    let mut node =
        Node { value: 2, next: Some(Box::new(leaf.clone())), children: vec![leaf.clone()], named: HashMap::new() };
    node.named.insert("k".to_owned(), leaf);
    round_trip(&node);
    assert_eq!(
        Node::JSON,
        concat!(
            r#"{"type":"record","name":"Node","fields":[{"name":"value","type":"int"},{"name":"next","type":["null","Node"],"default":null},"#,
            r#"{"name":"children","type":{"type":"array","items":"Node"},"default":[]},{"name":"named","type":{"type":"map","values":"Node"}}]}"#
        )
    );
}

mod mutual {
    pub(super) mod folder {
        #[derive(avro_runtime::AvroSchema, Debug, PartialEq)]
        pub(crate) struct Folder {
            pub(crate) name: String,
            pub(crate) files: Vec<super::file::File>,
        }
    }
    pub(super) mod file {
        #[derive(avro_runtime::AvroSchema, Debug, PartialEq)]
        pub(crate) struct File {
            pub(crate) within: Option<Box<super::folder::Folder>>,
            pub(crate) link: Link,
        }

        #[derive(avro_runtime::AvroSchema, Debug, PartialEq)]
        pub(crate) enum Link {
            To {
                file: Box<File>,
            },
            Folders(Vec<Option<super::folder::Folder>>),
            #[avro(null)]
            None,
        }
    }
}

#[test]
fn mutual_recursion_across_modules() {
    use mutual::file::{File, Link};
    use mutual::folder::Folder;
    let inner = File { within: None, link: Link::None };
    let folders = Link::Folders(vec![None, Some(Folder { name: "x".to_owned(), files: vec![] })]);
    let file = File { within: None, link: Link::To { file: Box::new(File { within: None, link: folders }) } };
    round_trip(&Folder { name: "r".to_owned(), files: vec![inner, file] });
    assert!(Folder::JSON.contains(r#"["null","Folder"]"#), "{}", Folder::JSON);
    assert!(File::JSON.starts_with(r#"{"type":"record","name":"File""#));
}

#[test]
fn many_fields_are_found_by_hash() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Wide {
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
    }
    let value = Wide { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 };
    round_trip(&value);
    let reversed: Vec<String> = ["j", "i", "h", "g", "f", "e", "d", "c", "b", "a"]
        .iter()
        .map(|name| format!(r#"{{"name":"{name}","type":"int"}}"#))
        .collect();
    let writer =
        WriterSchema::parse(&format!(r#"{{"type":"record","name":"Wide","fields":[{}]}}"#, reversed.join(",")))
            .unwrap();
    let bytes: Vec<u8> = (1..=10).rev().map(|n| n * 2).collect();
    assert_eq!(Wide::from_avro_with(&writer, &bytes).unwrap(), value);
}

#[test]
fn borrowed_fields() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Borrowed<'a, 'b> {
        text: &'a str,
        bytes: &'b [u8],
        either: std::borrow::Cow<'a, str>,
        maybe: Option<&'a str>,
        list: std::borrow::Cow<'b, [i32]>,
    }
    let value = Borrowed { text: "a", bytes: b"b", either: "c".into(), maybe: Some("d"), list: (&[1, 2]).into() };
    let bytes = value.to_avro().unwrap();
    assert_eq!(Borrowed::from_avro(&bytes).unwrap(), value);
    let writer = WriterSchema::parse(Borrowed::JSON).unwrap();
    assert_eq!(Borrowed::from_avro_with(&writer, &bytes).unwrap(), value);
    assert!(Borrowed::JSON.starts_with(r#"{"type":"record","name":"Borrowed""#));
}

#[test]
fn data_of_other_versions() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct User {
        #[avro(alias = "mail")]
        email: String,
        #[avro(default = "EUR")]
        currency: String,
        nick: Option<String>,
        age: i64,
        #[avro(default = [1, 2])]
        scores: Vec<i32>,
        #[avro(default = 7)]
        level: Option<i32>,
    }
    let writer = WriterSchema::parse(
        r#"{"type":"record","name":"User","fields":[{"name":"age","type":"int"},{"name":"extra","type":{"type":"map","values":"bytes"}},{"name":"mail","type":"string"}]}"#,
    )
    .unwrap();
    let bytes = [42, 2, 2, b'k', 4, 1, 2, 0, 2, b'm'];
    assert_eq!(
        User::from_avro_with(&writer, &bytes).unwrap(),
        User {
            email: "m".to_owned(),
            currency: "EUR".to_owned(),
            nick: None,
            age: 21,
            scores: vec![1, 2],
            level: Some(7)
        }
    );
    let error = User::from_avro_with(&writer, &bytes[..9]).unwrap_err();
    assert!(error.is_eof());
    assert_eq!(error.path(), "email");
}

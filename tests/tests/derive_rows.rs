//! Every row of the type mapping: its schema, and generated values through Avro and back, as it was written and as another
//! version wrote it.

// A derive emits nothing for a field that no test reads.
#![allow(dead_code)]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt::Debug;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroU128, NonZeroUsize,
};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use proptest::collection::{btree_map, btree_set, hash_map, hash_set, vec};
use proptest::prelude::{Just, Strategy, any};
use proptest::test_runner::{Config, TestRunner};

/// Values for each row.
const CASES: u32 = 48;

fn values<S: Strategy>(strategy: &S, mut check: impl FnMut(S::Value)) {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    for _ in 0..CASES {
        let tree = strategy.new_tree(&mut runner).expect("a value");
        check(proptest::strategy::ValueTree::current(&tree));
    }
}

/// Through the type's own schema, and as the only known field of a version that had another one in front of it.
#[track_caller]
fn round_trip<T>(value: &T, field: &str)
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + Debug,
{
    let bytes = value.to_avro().expect("it has an Avro form");
    assert_eq!(&T::from_avro(&bytes).expect("it reads what it wrote"), value);
    let writer = format!(
        r#"{{"type":"record","name":"Row","fields":[{{"name":"before","type":"string"}},{{"name":"f","type":{field}}}]}}"#
    );
    let writer = WriterSchema::parse(&writer).unwrap_or_else(|errors| panic!("{errors} in {writer}"));
    let old = [&[4, b'o', b'k'], &bytes[..]].concat();
    assert_eq!(&T::from_avro_with(&writer, &old).expect("it reads another version"), value);
}

macro_rules! rows {
    ($($(#[$attribute:meta])* $ty:ty => $json:literal, $values:expr;)*) => {
        $({
            #[derive(AvroSchema, Debug, PartialEq)]
            struct Row {
                $(#[$attribute])*
                f: $ty,
            }
            let json = format!(r#"{{"type":"record","name":"Row","fields":[{{"name":"f","type":{}}}]}}"#, $json);
            assert_eq!(Row::JSON, json, stringify!($ty));
            values(&$values, |f| round_trip(&Row { f }, $json));
        })*
    };
}

fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..8).prop_map(|chars| chars.into_iter().collect())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..40)
}

#[test]
fn numbers() {
    rows! {
        bool => r#""boolean""#, any::<bool>();
        i8 => r#""int""#, any::<i8>();
        i16 => r#""int""#, any::<i16>();
        i32 => r#""int""#, any::<i32>();
        u8 => r#""int""#, any::<u8>();
        u16 => r#""int""#, any::<u16>();
        u32 => r#""long""#, any::<u32>();
        i64 => r#""long""#, any::<i64>();
        isize => r#""long""#, any::<isize>();
        f32 => r#""float""#, any::<f32>();
        f64 => r#""double""#, any::<f64>();
        () => r#""null""#, Just(());
        NonZeroI8 => r#""int""#, any::<NonZeroI8>();
        NonZeroI16 => r#""int""#, any::<NonZeroI16>();
        NonZeroI32 => r#""int""#, any::<NonZeroI32>();
        NonZeroI64 => r#""long""#, any::<NonZeroI64>();
        NonZeroIsize => r#""long""#, any::<NonZeroIsize>();
        NonZeroU8 => r#""int""#, any::<NonZeroU8>();
        NonZeroU16 => r#""int""#, any::<NonZeroU16>();
        NonZeroU32 => r#""long""#, any::<NonZeroU32>();
    }
}

/// The least, the greatest and what is between them.
#[test]
fn ends_of_numbers() {
    macro_rules! ends {
        ($json:literal: $($ty:ident)*) => {
            $({
                #[derive(AvroSchema, Debug, PartialEq)]
                struct Row {
                    f: $ty,
                }
                for f in [$ty::MIN, $ty::MIN + 1, $ty::MAX / 2, $ty::MAX - 1, $ty::MAX] {
                    round_trip(&Row { f }, $json);
                }
            })*
        };
    }
    ends!(r#""int""#: i8 i16 i32 u8 u16);
    ends!(r#""long""#: i64 isize u32);
}

/// Neither compares with `==`.
#[test]
fn bits_of_numbers_that_are_none() {
    #[derive(AvroSchema)]
    struct Floats {
        f: f32,
        d: f64,
    }
    for (f, d) in [(0x7fc0_0001, 0x7ff8_0000_0000_0001), (0xffff_ffff, 0xfff0_dead_beef_0001), (0x8000_0000, 1 << 63)] {
        let written = Floats { f: f32::from_bits(f), d: f64::from_bits(d) }.to_avro().unwrap();
        let read = Floats::from_avro(&written).unwrap();
        assert_eq!((read.f.to_bits(), read.d.to_bits()), (f, d));
    }
}

#[test]
fn integers_in_a_chosen_form() {
    let longs = || 0..=i64::MAX as u64;
    rows! {
        #[avro(as = "long")] u64 => r#""long""#, longs();
        #[avro(as = "long")] usize => r#""long""#, 0..=i64::MAX as usize;
        #[avro(as = "long")] NonZeroU64 => r#""long""#, longs().prop_map(|value| NonZeroU64::new(value.max(1)).unwrap());
        #[avro(as = "long")] NonZeroUsize => r#""long""#, (1..=i64::MAX as usize).prop_map(|value| NonZeroUsize::new(value).unwrap());
        #[avro(as = "long")] u8 => r#""long""#, any::<u8>();
        #[avro(as = "string")] u64 => r#""string""#, any::<u64>();
        #[avro(as = "string")] usize => r#""string""#, any::<usize>();
        #[avro(as = "string")] i128 => r#""string""#, any::<i128>();
        #[avro(as = "string")] u128 => r#""string""#, any::<u128>();
        #[avro(as = "string")] NonZeroU128 => r#""string""#, any::<NonZeroU128>();
        #[avro(as = "string")] f64 => r#""string""#, any::<f64>();
        #[avro(as = "string")] std::net::SocketAddrV4 => r#""string""#, any::<std::net::SocketAddrV4>();
        #[avro(as = "fixed")] u64 => r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#, any::<u64>();
        #[avro(as = "fixed")] i64 => r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#, any::<i64>();
        #[avro(as = "fixed")] usize => r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#, any::<usize>();
        #[avro(as = "fixed")] isize => r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#, any::<isize>();
        #[avro(as = "fixed")] NonZeroU64 => r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#, any::<NonZeroU64>();
        #[avro(as = "fixed")] i128 => r#"{"type":"fixed","name":"Fixed16","namespace":"avro_runtime","size":16}"#, any::<i128>();
        #[avro(as = "fixed")] u128 => r#"{"type":"fixed","name":"Fixed16","namespace":"avro_runtime","size":16}"#, any::<u128>();
        #[avro(as = "fixed")] NonZeroI128 => r#"{"type":"fixed","name":"Fixed16","namespace":"avro_runtime","size":16}"#, any::<NonZeroI128>();
    }
}

#[test]
fn an_attribute_reaches_through_what_holds_the_type() {
    let long = || 0..=i64::MAX as u64;
    rows! {
        #[avro(as = "long")] Vec<u64> => r#"{"type":"array","items":"long"}"#, vec(long(), 0..4);
        #[avro(as = "long")] VecDeque<u64> => r#"{"type":"array","items":"long"}"#, vec(long(), 0..4).prop_map(VecDeque::from);
        #[avro(as = "long")] Box<[u64]> => r#"{"type":"array","items":"long"}"#, vec(long(), 0..4).prop_map(Box::from);
        #[avro(as = "long")] Rc<[u64]> => r#"{"type":"array","items":"long"}"#, vec(long(), 0..4).prop_map(Rc::from);
        #[avro(as = "long")] Arc<[u64]> => r#"{"type":"array","items":"long"}"#, vec(long(), 0..4).prop_map(Arc::from);
        #[avro(as = "long")] [u64; 3] => r#"{"type":"array","items":"long"}"#, [long(), long(), long()];
        #[avro(as = "long")] HashSet<u64> => r#"{"type":"array","items":"long"}"#, hash_set(long(), 0..4);
        #[avro(as = "string")] BTreeSet<u64> => r#"{"type":"array","items":"string"}"#, btree_set(any::<u64>(), 0..4);
        #[avro(as = "long")] HashMap<String, Vec<u64>> => r#"{"type":"map","values":{"type":"array","items":"long"}}"#,
            hash_map(text(), vec(long(), 0..3), 0..3);
        #[avro(as = "long")] BTreeMap<String, u64> => r#"{"type":"map","values":"long"}"#, btree_map(text(), long(), 0..4);
        #[avro(as = "long")] Rc<u64> => r#""long""#, long().prop_map(Rc::new);
        #[avro(as = "long")] Arc<u64> => r#""long""#, long().prop_map(Arc::new);
        #[avro(as = "long")] Vec<Option<Box<u64>>> => r#"{"type":"array","items":["null","long"]}"#,
            vec(proptest::option::of(long().prop_map(Box::new)), 0..4);
        #[avro(as = "long", null_last)] Option<u64> => r#"["long","null"]"#, proptest::option::of(long());
        #[avro(as = "long", unit = "us")] Vec<Duration> => r#"{"type":"array","items":{"type":"long","unit":"us"}}"#,
            vec((0..i64::MAX as u64).prop_map(Duration::from_micros), 0..4);
    }
}

#[test]
fn texts_and_bytes() {
    rows! {
        char => r#""string""#, any::<char>();
        String => r#""string""#, text();
        Box<str> => r#""string""#, text().prop_map(Box::from);
        Rc<str> => r#""string""#, text().prop_map(Rc::from);
        Arc<str> => r#""string""#, text().prop_map(Arc::from);
        Cow<'static, str> => r#""string""#, text().prop_map(Cow::from);
        Vec<u8> => r#""bytes""#, bytes();
        Box<[u8]> => r#""bytes""#, bytes().prop_map(Box::from);
        Rc<[u8]> => r#""bytes""#, bytes().prop_map(Rc::from);
        Arc<[u8]> => r#""bytes""#, bytes().prop_map(Arc::from);
        VecDeque<u8> => r#""bytes""#, bytes().prop_map(|bytes| {
            let mut turned = VecDeque::from(bytes);
            turned.rotate_left(turned.len() / 2);
            turned
        });
        [u8; 5] => r#"{"type":"fixed","name":"Fixed5","namespace":"avro_runtime","size":5}"#, any::<[u8; 5]>();
        #[avro(fixed = "Code")] [u8; 5] => r#"{"type":"fixed","name":"Code","size":5}"#, any::<[u8; 5]>();
        IpAddr => r#""string""#, any::<IpAddr>();
        Ipv4Addr => r#""string""#, any::<Ipv4Addr>();
        Ipv6Addr => r#""string""#, any::<Ipv6Addr>();
    }
}

type OtherHasher = BuildHasherDefault<DefaultHasher>;

#[test]
fn lists_and_maps() {
    rows! {
        Vec<i32> => r#"{"type":"array","items":"int"}"#, vec(any::<i32>(), 0..40);
        Vec<f32> => r#"{"type":"array","items":"float"}"#, vec(any::<f32>(), 0..40);
        Vec<f64> => r#"{"type":"array","items":"double"}"#, vec(any::<f64>(), 0..40);
        Vec<Vec<u8>> => r#"{"type":"array","items":"bytes"}"#, vec(bytes(), 0..4);
        VecDeque<String> => r#"{"type":"array","items":"string"}"#, vec(text(), 0..5).prop_map(|items| {
            let mut turned = VecDeque::from(items);
            turned.rotate_left(turned.len() / 2);
            turned
        });
        Box<[i64]> => r#"{"type":"array","items":"long"}"#, vec(any::<i64>(), 0..5).prop_map(Box::from);
        Rc<[i64]> => r#"{"type":"array","items":"long"}"#, vec(any::<i64>(), 0..5).prop_map(Rc::from);
        Arc<[String]> => r#"{"type":"array","items":"string"}"#, vec(text(), 0..5).prop_map(Arc::from);
        [String; 2] => r#"{"type":"array","items":"string"}"#, [text(), text()];
        [[i32; 2]; 2] => r#"{"type":"array","items":{"type":"array","items":"int"}}"#, any::<[[i32; 2]; 2]>();
        HashSet<String> => r#"{"type":"array","items":"string"}"#, hash_set(text(), 0..5);
        HashSet<u8> => r#"{"type":"array","items":"int"}"#, hash_set(any::<u8>(), 0..5);
        HashSet<i32, OtherHasher> => r#"{"type":"array","items":"int"}"#,
            hash_set(any::<i32>(), 0..5).prop_map(|items| items.into_iter().collect());
        BTreeSet<i64> => r#"{"type":"array","items":"long"}"#, btree_set(any::<i64>(), 0..5);
        HashMap<String, i64> => r#"{"type":"map","values":"long"}"#, hash_map(text(), any::<i64>(), 0..5);
        HashMap<Arc<str>, bool, OtherHasher> => r#"{"type":"map","values":"boolean"}"#,
            hash_map(text(), any::<bool>(), 0..5).prop_map(|map| map.into_iter().map(|(key, value)| (key.into(), value)).collect());
        BTreeMap<Box<str>, Vec<u8>> => r#"{"type":"map","values":"bytes"}"#,
            btree_map(text().prop_map(Box::from), bytes(), 0..5);
        BTreeMap<Rc<str>, i32> => r#"{"type":"map","values":"int"}"#, btree_map(text().prop_map(Rc::from), any::<i32>(), 0..5);
        HashMap<Cow<'static, str>, i32> => r#"{"type":"map","values":"int"}"#,
            hash_map(text().prop_map(Cow::from), any::<i32>(), 0..5);
        Option<BTreeMap<Cow<'static, str>, Cow<'static, [i32]>>> => r#"["null",{"type":"map","values":{"type":"array","items":"int"}}],"default":null"#,
            proptest::option::of(btree_map(text().prop_map(Cow::from), vec(any::<i32>(), 0..3).prop_map(Cow::from), 0..3));
    }
}

/// `keys = "string"`, whatever the keys are in Rust.
#[test]
fn keys_of_maps_as_their_texts() {
    rows! {
        #[avro(keys = "string")] HashMap<u64, String> => r#"{"type":"map","values":"string"}"#, hash_map(any::<u64>(), text(), 0..5);
        #[avro(keys = "string")] BTreeMap<char, i32> => r#"{"type":"map","values":"int"}"#, btree_map(any::<char>(), any::<i32>(), 0..5);
        #[avro(keys = "string", as = "long")] BTreeMap<IpAddr, Vec<u64>> => r#"{"type":"map","values":{"type":"array","items":"long"}}"#,
            btree_map(any::<IpAddr>(), vec(0..=i64::MAX as u64, 0..3), 0..3);
        #[avro(keys = "string")] Vec<HashMap<i8, BTreeMap<String, HashMap<bool, f64, OtherHasher>>>> =>
            r#"{"type":"array","items":{"type":"map","values":{"type":"map","values":{"type":"map","values":"double"}}}}"#,
            vec(hash_map(any::<i8>(), btree_map(text(), hash_map(any::<bool>(), any::<f64>(), 0..2).prop_map(|map| map.into_iter().collect()), 0..2), 0..2), 0..3);
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Counts<K: Ord> {
        #[avro(keys = "string", default)]
        by_key: BTreeMap<K, Vec<Tree>>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Tree {
        #[avro(keys = "string")]
        of: HashMap<NonZeroU8, Tree>,
    }
    assert_eq!(
        Counts::<u64>::json(),
        r#"{"type":"record","name":"Counts","fields":[{"name":"by_key","type":{"type":"map","values":{"type":"array","items":{"type":"record","name":"Tree","fields":[{"name":"of","type":{"type":"map","values":"Tree"}}]}}},"default":{}}]}"#
    );
    let leaf = Tree { of: HashMap::new() };
    let tree = Tree { of: HashMap::from([(NonZeroU8::MAX, leaf)]) };
    let counts = Counts { by_key: BTreeMap::from([(u64::MAX, vec![tree])]) };
    assert_eq!(Counts::from_avro(&counts.to_avro().unwrap()).unwrap(), counts);
    let error = Counts::<u8>::from_avro(&counts.to_avro().unwrap()).unwrap_err();
    assert!(error.is_out_of_range() && error.path() == "by_key", "{error:?}");
}

#[test]
fn pointers() {
    rows! {
        Box<i32> => r#""int""#, any::<i32>().prop_map(Box::new);
        Rc<String> => r#""string""#, text().prop_map(Rc::new);
        Arc<Vec<i64>> => r#"{"type":"array","items":"long"}"#, vec(any::<i64>(), 0..5).prop_map(Arc::new);
        Cow<'static, [u8]> => r#""bytes""#, bytes().prop_map(Cow::from);
        Cow<'static, i64> => r#""long""#, any::<i64>().prop_map(Cow::Owned);
        Cow<'static, [i32]> => r#"{"type":"array","items":"int"}"#, vec(any::<i32>(), 0..4).prop_map(Cow::Owned);
        Arc<Box<str>> => r#""string""#, text().prop_map(|text| Arc::new(Box::from(text)));
    }
}

/// A `Cow` of texts and bytes borrows from the data, any other one is owned; what is in that one can borrow again.
#[test]
fn cows() {
    #[derive(AvroSchema, Debug, PartialEq, Clone)]
    struct Name<'a> {
        name: Cow<'a, str>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Cows<'a, T: Clone> {
        text: Cow<'a, str>,
        bytes: Option<Cow<'a, [u8]>>,
        name: Cow<'a, Name<'a>>,
        names: Vec<Cow<'a, [Name<'a>]>>,
        generic: Cow<'a, T>,
        list: Option<Cow<'a, [T]>>,
        forever: Cow<'static, str>,
    }
    assert_eq!(
        Cows::<i32>::json(),
        r#"{"type":"record","name":"Cows_int","fields":[{"name":"text","type":"string"},{"name":"bytes","type":["null","bytes"],"default":null},{"name":"name","type":{"type":"record","name":"Name","fields":[{"name":"name","type":"string"}]}},{"name":"names","type":{"type":"array","items":{"type":"array","items":"Name"}}},{"name":"generic","type":"int"},{"name":"list","type":["null",{"type":"array","items":"int"}],"default":null},{"name":"forever","type":"string"}]}"#
    );
    let (name, list) = (Name { name: "ada".into() }, [7]);
    let cows = Cows {
        text: "x".into(),
        bytes: Some((&[0_u8, 255][..]).into()),
        name: Cow::Borrowed(&name),
        names: vec![Cow::Borrowed(std::slice::from_ref(&name)), Cow::Owned(vec![])],
        generic: Cow::Owned(-1),
        list: Some(Cow::Borrowed(&list)),
        forever: "static".into(),
    };
    let data = cows.to_avro().unwrap();
    let read = Cows::from_avro(&data).unwrap();
    assert_eq!(read, cows);
    let borrowed = |cow: &Cow<'_, str>| matches!(cow, Cow::Borrowed(_));
    assert!(borrowed(&read.text) && borrowed(&read.name.name) && !borrowed(&read.forever));
}

#[test]
fn options() {
    macro_rules! optional {
        ($($(#[$attribute:meta])* $ty:ty => $json:literal, $rest:literal, $values:expr;)*) => {
            $({
                #[derive(AvroSchema, Debug, PartialEq)]
                struct Row {
                    $(#[$attribute])*
                    f: $ty,
                }
                let json = format!(r#"{{"type":"record","name":"Row","fields":[{{"name":"f","type":{}{}}}]}}"#, $json, $rest);
                assert_eq!(Row::JSON, json, stringify!($ty));
                values(&$values, |f| round_trip(&Row { f }, $json));
            })*
        };
    }
    let int = || proptest::option::of(any::<i32>());
    optional! {
        Option<i32> => r#"["null","int"]"#, r#","default":null"#, int();
        Option<bool> => r#"["null","boolean"]"#, r#","default":null"#, any::<Option<bool>>();
        Option<i64> => r#"["null","long"]"#, r#","default":null"#, any::<Option<i64>>();
        Option<f32> => r#"["null","float"]"#, r#","default":null"#, any::<Option<f32>>();
        Option<f64> => r#"["null","double"]"#, r#","default":null"#, any::<Option<f64>>();
        Option<String> => r#"["null","string"]"#, r#","default":null"#, proptest::option::of(text());
        Option<Vec<u8>> => r#"["null","bytes"]"#, r#","default":null"#, proptest::option::of(bytes());
        Option<Vec<Option<i32>>> => r#"["null",{"type":"array","items":["null","int"]}]"#, r#","default":null"#,
            proptest::option::of(vec(int(), 0..4));
        #[avro(required)] Option<i32> => r#"["null","int"]"#, "", int();
        #[avro(null_last)] Option<i32> => r#"["int","null"]"#, "", int();
        #[avro(default = 5)] Option<i32> => r#"["int","null"]"#, r#","default":5"#, int();
        #[avro(default = "x")] Option<Box<str>> => r#"["string","null"]"#, r#","default":"x""#,
            proptest::option::of(text().prop_map(Box::from));
    }
}

#[test]
fn times() {
    let instants = (-8_000_000_000_000_000..8_000_000_000_000_000_i64).prop_map(at_micros);
    rows! {
        SystemTime => r#"{"type":"long","logicalType":"timestamp-micros"}"#, instants;
        #[avro(timestamp_millis)] SystemTime => r#"{"type":"long","logicalType":"timestamp-millis"}"#,
            (-8_000_000_000_000..8_000_000_000_000_i64).prop_map(|millis| at_micros(millis * 1000));
        #[avro(as = "long", unit = "s")] Duration => r#"{"type":"long","unit":"s"}"#,
            (0..=i64::MAX as u64).prop_map(Duration::from_secs);
        #[avro(as = "long", unit = "ms")] Duration => r#"{"type":"long","unit":"ms"}"#,
            (0..=i64::MAX as u64).prop_map(Duration::from_millis);
        #[avro(as = "long", unit = "us")] Duration => r#"{"type":"long","unit":"us"}"#,
            (0..=i64::MAX as u64).prop_map(Duration::from_micros);
        #[avro(as = "long", unit = "ns")] Duration => r#"{"type":"long","unit":"ns"}"#,
            (0..=i64::MAX as u64).prop_map(Duration::from_nanos);
    }
}

fn at_micros(micros: i64) -> SystemTime {
    let distance = Duration::from_micros(micros.unsigned_abs());
    if micros < 0 { SystemTime::UNIX_EPOCH - distance } else { SystemTime::UNIX_EPOCH + distance }
}

/// What another writer may write, and the Rust type cannot hold.
#[test]
fn what_the_type_cannot_hold_is_an_error() {
    fn refused<T: for<'de> AvroDecode<'de> + Debug>(written: &impl AvroEncode) {
        let bytes = written.to_avro().unwrap();
        let error = T::from_avro(&bytes).unwrap_err();
        assert!(error.is_out_of_range(), "{}: {error}", std::any::type_name::<T>());
        // And as an element, where the way there is told.
        let list = [&[2], &bytes[..], &[0]].concat();
        let error = <Vec<T>>::from_avro(&list).unwrap_err();
        assert!(error.is_out_of_range() && error.path().starts_with("[0]"), "{error:?}");
    }
    fn refused_alone<T: for<'de> AvroDecode<'de> + Debug>(written: &impl AvroEncode) {
        let error = T::from_avro(&written.to_avro().unwrap()).unwrap_err();
        assert!(error.is_out_of_range(), "{}: {error}", std::any::type_name::<T>());
    }
    for int in [i32::MIN, -129, 128, i32::MAX] {
        refused::<i8>(&int);
    }
    for int in [-1, 256] {
        refused_alone::<u8>(&int);
    }
    for int in [-32769, 32768] {
        refused::<i16>(&int);
    }
    for int in [-1, 65536] {
        refused::<u16>(&int);
    }
    for long in [-1, 1 << 32, i64::MIN] {
        refused::<u32>(&long);
    }
    refused::<NonZeroI32>(&0);
    refused::<NonZeroU16>(&0);
    refused::<NonZeroI64>(&0_i64);
    for text in ["", "ab", "e\u{301}"] {
        refused::<char>(&text);
    }
    refused::<IpAddr>(&"1.2.3");
    refused::<Ipv4Addr>(&"::1");
    refused::<Ipv6Addr>(&"1.2.3.4");
    refused::<HashSet<i32>>(&vec![1, 2, 1]);
    refused::<BTreeSet<String>>(&vec!["a".to_owned(), "a".to_owned()]);
    refused::<[i32; 2]>(&vec![1]);
    refused::<[i32; 2]>(&vec![1, 2, 3]);
    refused::<[i32; 0]>(&vec![1]);

    #[derive(AvroSchema, Debug)]
    struct Chosen {
        #[avro(as = "long")]
        f: u64,
    }
    #[derive(AvroSchema, Debug)]
    struct Distinct {
        #[avro(as = "long")]
        f: BTreeSet<u64>,
    }
    #[derive(AvroSchema, Debug)]
    struct Parsed {
        #[avro(as = "string")]
        f: u64,
    }
    #[derive(AvroSchema, Debug)]
    struct Three {
        #[avro(as = "long")]
        f: [u64; 3],
    }
    #[derive(AvroSchema, Debug)]
    struct Lasts {
        #[avro(as = "long", unit = "ms")]
        f: Duration,
    }
    refused_alone::<Chosen>(&-1_i64);
    refused_alone::<Parsed>(&"-1");
    refused_alone::<Parsed>(&"18446744073709551616");
    refused_alone::<Distinct>(&vec![1_i64, 2, 1]);
    refused_alone::<Three>(&vec![1_i64, 2]);
    refused_alone::<Lasts>(&-1_i64);
    assert_eq!(Distinct::from_avro(&vec![1_i64, 2, 1].to_avro().unwrap()).unwrap_err().path(), "f[2]");
}

#[test]
fn what_the_form_cannot_hold_is_an_error() {
    #[derive(AvroSchema)]
    struct Chosen {
        #[avro(as = "long")]
        f: Option<u64>,
    }
    #[derive(AvroSchema)]
    struct Lasts {
        #[avro(as = "long", unit = "ns")]
        f: Duration,
    }
    #[derive(AvroSchema)]
    struct At {
        #[avro(timestamp_nanos)]
        f: SystemTime,
    }
    assert!(Chosen { f: Some(i64::MAX as u64) }.to_avro().is_ok());
    assert!(Chosen { f: Some(1 << 63) }.to_avro().is_err());
    assert!(Lasts { f: Duration::MAX }.to_avro().is_err());
    assert!(At { f: SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 40) }.to_avro().is_err());
    // What is finer than the unit is dropped towards minus infinity.
    let before = SystemTime::UNIX_EPOCH - Duration::from_nanos(1);
    assert_eq!(i64::from_avro(&before.to_avro().unwrap()).unwrap(), -1);
}

/// A newtype over a text is a key of a map as the text is.
#[test]
fn newtypes_as_keys() {
    #[derive(AvroSchema, Debug, PartialEq, Eq, Hash)]
    struct Email(String);
    #[derive(AvroSchema, Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Word<'a>(Cow<'a, str>);
    #[derive(AvroSchema, Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Label(Cow<'static, str>);
    #[derive(AvroSchema, Debug, PartialEq, Eq, PartialOrd, Ord)]
    #[avro(transparent)]
    struct Shared {
        text: std::sync::Arc<str>,
    }
    /// Over another one, and over whatever its argument is.
    #[derive(AvroSchema, Debug, PartialEq, Eq, Hash)]
    struct Contact(Email);
    #[derive(AvroSchema, Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Tagged<T>(T);
    /// Over none: no key, and no error as long as it is none.
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Many(Vec<Contact>);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct More(Many);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Keys<'a> {
        emails: HashMap<Email, i64>,
        contacts: HashMap<Contact, More>,
        tagged: BTreeMap<Tagged<Tagged<Word<'a>>>, f64>,
        words: BTreeMap<Word<'a>, i32>,
        shared: BTreeMap<Shared, bool>,
        labels: BTreeMap<Label, bool>,
    }
    let keys = Keys {
        emails: HashMap::from([(Email("a@b".to_owned()), 1)]),
        contacts: HashMap::from([(Contact(Email("c".to_owned())), More(Many(vec![])))]),
        tagged: BTreeMap::from([(Tagged(Tagged(Word("z".into()))), 0.5)]),
        words: BTreeMap::from([(Word("x".into()), 2), (Word("y".into()), 3)]),
        shared: BTreeMap::from([(Shared { text: "s".into() }, true)]),
        labels: BTreeMap::from([(Label("l".into()), false)]),
    };
    assert_eq!(
        Keys::JSON,
        r#"{"type":"record","name":"Keys","fields":[{"name":"emails","type":{"type":"map","values":"long"}},{"name":"contacts","type":{"type":"map","values":{"type":"array","items":"string"}}},{"name":"tagged","type":{"type":"map","values":"double"}},{"name":"words","type":{"type":"map","values":"int"}},{"name":"shared","type":{"type":"map","values":"boolean"}},{"name":"labels","type":{"type":"map","values":"boolean"}}]}"#
    );
    let bytes = keys.to_avro().unwrap();
    let read = Keys::from_avro(&bytes).unwrap();
    assert_eq!(read, keys);
    assert!(read.words.keys().all(|word| matches!(word.0, Cow::Borrowed(_))));
}

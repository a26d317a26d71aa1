//! Generic types: bounds, names of instances, texts made at run time.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::rc::Rc;
use std::sync::Arc;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::round_trip;

mod common;

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "com.acme", alias = "OldPage")]
struct Page<T> {
    items: Vec<T>,
    next: Option<T>,
}

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "com.acme")]
struct Order {
    id: i64,
}

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "com.acme")]
struct Both {
    orders: Page<Order>,
    numbers: Page<i64>,
    lists: Page<Vec<String>>,
    again: Page<Order>,
}

/// Fault B1 of the established crate: the second instance silently gets the first one's schema.
#[test]
fn instances_have_names_of_their_own() {
    let json = Both::JSON;
    for name in ["Page_Order", "Page_long", "Page_array_string"] {
        assert_eq!(json.matches(&format!(r#""name":"{name}""#)).count(), 1, "{name} in {json}");
    }
    assert!(json.contains(r#""aliases":["OldPage_Order"]"#), "{json}");
    assert_eq!(<Page<Order>>::FINGERPRINT, avro_model::fingerprint::crc64_bytes(<Page<Order>>::canonical().as_bytes()));
    round_trip(&Both {
        orders: Page { items: vec![Order { id: 1 }], next: None },
        numbers: Page { items: vec![2, 3], next: Some(4) },
        lists: Page { items: vec![vec!["a".to_owned()]], next: None },
        again: Page { items: vec![], next: Some(Order { id: 5 }) },
    });
}

#[test]
fn templates_of_names() {
    #[derive(AvroSchema)]
    #[avro(name = "com.acme.{T}Page")]
    struct Simple<T> {
        #[allow(dead_code)]
        items: Vec<T>,
    }
    #[derive(AvroSchema)]
    #[avro(name = "Page{T.full}")]
    struct Full<T> {
        #[allow(dead_code)]
        items: Vec<T>,
    }
    assert!(<Simple<Order>>::json().starts_with(r#"{"type":"record","name":"OrderPage","namespace":"com.acme""#));
    assert!(
        <Full<Order>>::json().starts_with(r#"{"type":"record","name":"Pagecom_acme_Order""#),
        "{}",
        <Full<Order>>::json()
    );
}

#[test]
fn const_parameters() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Matrix<T, const N: usize, const M: usize> {
        rows: [[T; N]; M],
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Key<const N: usize> {
        bytes: [u8; N],
    }
    round_trip(&Matrix { rows: [[1, 2, 3], [4, 5, 6]] });
    round_trip(&Key { bytes: [1, 2, 3, 4] });
    assert!(<Matrix<i32, 3, 2>>::json().contains(r#""name":"Matrix_int_3_2""#));
    assert!(<Key<16>>::json().contains(r#""name":"Key_16""#));
}

#[test]
fn bounds_are_inferred() {
    trait Source {
        type Item;
    }
    struct Numbers;
    impl Source for Numbers {
        type Item = i64;
    }
    #[derive(AvroSchema)]
    struct Batch<S: Source, K>
    where
        K: AsRef<str>,
    {
        items: Vec<S::Item>,
        #[avro(skip)]
        marker: std::marker::PhantomData<(S, K)>,
    }
    // `Numbers` itself has no schema: what it leads to needs one, and is in the name.
    let batch = Batch::<Numbers, String> { items: vec![1, 2], marker: Default::default() };
    assert_eq!(
        <Batch<Numbers, String>>::json(),
        r#"{"type":"record","name":"Batch_long","fields":[{"name":"items","type":{"type":"array","items":"long"}}]}"#
    );
    let read = <Batch<Numbers, String>>::from_avro(&batch.to_avro().unwrap()).unwrap();
    assert_eq!((read.items, read.marker), (batch.items, batch.marker));

    #[derive(AvroSchema)]
    enum Change<S: Source> {
        Put { item: <S as Source>::Item },
        Old(Box<S::Item>),
    }
    #[derive(AvroSchema)]
    struct Log {
        last: Option<Change<Numbers>>,
    }
    assert!(Log::JSON.contains(r#""name":"ChangePut_long""#), "{}", Log::JSON);
    let log = Log { last: Some(Change::Put { item: 3 }) };
    let read = Log::from_avro(&log.to_avro().unwrap()).unwrap();
    assert!(matches!(read.last, Some(Change::Put { item: 3 })));
    assert!(matches!(Change::<Numbers>::Old(Box::new(4)), Change::Old(item) if *item == 4));

    #[derive(AvroSchema, Debug, PartialEq)]
    struct Table<K: std::hash::Hash + Eq, V = i32>
    where
        K: avro_runtime::MapKey + for<'de> avro_runtime::ReadMapKey<'de>,
    {
        entries: HashMap<K, V>,
    }
    round_trip(&Table { entries: HashMap::from([("a".to_owned(), 1)]) });

    // As above, said by the user.
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Said<T: for<'de> AvroDecode<'de> + AvroEncode>
    where
        Option<T>: Debug,
    {
        value: Option<T>,
    }
    round_trip(&Said { value: Some(1) });

    // What a map asks of its keys is inferred as well.
    #[derive(AvroSchema, Debug)]
    struct Index<K, V> {
        entries: Option<BTreeMap<K, Vec<HashMap<K, V>>>>,
    }
    let index = Index { entries: Some(BTreeMap::from([("a".to_owned(), vec![HashMap::from([("b".to_owned(), 1)])])])) };
    let read = <Index<String, i32>>::from_avro(&index.to_avro().unwrap()).unwrap();
    assert_eq!(read.entries, index.entries);
    assert!(<Index<String, i32>>::json().contains(r#""name":"Index_string_int""#));
}

/// What is read is the pointer: the value itself has no size.
#[test]
fn unsized_parameters() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Shared<T: ?Sized> {
        value: Box<T>,
        other: Option<Arc<T>>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Clause<T>(Rc<T>)
    where
        T: ?Sized;
    #[derive(AvroSchema)]
    struct Either<'a, T: ?Sized + ToOwned> {
        value: Cow<'a, T>,
    }
    round_trip(&Shared::<str> { value: "a".into(), other: Some("b".into()) });
    round_trip(&Shared::<[i32]> { value: [1, 2].into(), other: None });
    round_trip(&Shared::<i64> { value: Box::new(1), other: None });
    round_trip(&Clause::<[u8]>([0, 255].into()));
    assert!(<Shared<[i32]>>::json().contains(r#""name":"Shared_array_int""#));
    let data = Either::<str> { value: "a".into() }.to_avro().unwrap();
    assert_eq!(Either::<str>::from_avro(&data).unwrap().value, "a");
    let data = Either::<[i32]> { value: Cow::Borrowed(&[1, 2]) }.to_avro().unwrap();
    assert_eq!(Either::<[i32]>::from_avro(&data).unwrap().value, [1, 2].as_slice());
}

#[test]
fn generic_enums_and_newtypes() {
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Event<T> {
        Put { value: T },
        Batch(Vec<T>),
        Clear,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Wrapped<T>(T);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Log {
        orders: Vec<Event<Order>>,
        maybe: Option<Event<i32>>,
        wrapped: Wrapped<i64>,
    }
    round_trip(&Log {
        orders: vec![Event::Put { value: Order { id: 1 } }, Event::Batch(vec![]), Event::Clear],
        maybe: Some(Event::Put { value: 3 }),
        wrapped: Wrapped(4),
    });
    let json = Log::JSON;
    for name in ["EventPut_Order", "EventPut_int", "EventClear_Order"] {
        assert!(json.contains(&format!(r#""name":"{name}""#)), "{name} in {json}");
    }
}

#[test]
fn lifetimes_beside_types() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Ref<'a, T> {
        key: &'a str,
        value: T,
    }
    let value = Ref { key: "k", value: 3_i64 };
    let bytes = value.to_avro().unwrap();
    assert_eq!(<Ref<'_, i64>>::from_avro(&bytes).unwrap(), value);
    assert!(<Ref<'_, i64>>::json().contains(r#""name":"Ref_long""#));
}

/// What a name mentions is in the schema, also where no field holds it.
#[test]
fn a_name_of_what_no_field_holds() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(name = "IdOf{T}")]
    struct Id<T> {
        value: i64,
        of: std::marker::PhantomData<T>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Order {
        id: Id<Order>,
        names: Vec<Id<String>>,
    }
    assert_eq!(
        Order::JSON,
        r#"{"type":"record","name":"Order","fields":[{"name":"id","type":{"type":"record","name":"IdOfOrder","fields":[{"name":"value","type":"long"}]}},{"name":"names","type":{"type":"array","items":{"type":"record","name":"IdOfstring","fields":[{"name":"value","type":"long"}]}}}]}"#
    );
    let order =
        Order { id: Id { value: 1, of: Default::default() }, names: vec![Id { value: 2, of: Default::default() }] };
    assert_eq!(Order::from_avro(&order.to_avro().unwrap()).unwrap(), order);
}

//! `flatten` and `transparent`: records in place of a field, and structs that are what they hold.

use std::collections::HashMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::round_trip;

mod common;

/// As another version wrote it, in which the record has another field in front.
#[track_caller]
fn evolves<T>(value: &T)
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + Debug,
{
    round_trip(value);
    let bytes = value.to_avro().unwrap();
    let writer = T::json().replacen(r#""fields":["#, r#""fields":[{"name":"before_","type":"int"},"#, 1);
    let writer = WriterSchema::parse(&writer).unwrap_or_else(|errors| panic!("{errors} in {writer}"));
    assert_eq!(&T::from_avro_with(&writer, &[&[2], &bytes[..]].concat()).unwrap(), value);
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Meta {
    /// Who wrote it.
    by: String,
    #[avro(default = 7, alias = "rev")]
    revision: i64,
    #[avro(flatten)]
    place: Place,
    tags: Option<Vec<String>>,
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Place {
    host: String,
    #[avro(default = "eu")]
    region: String,
    #[avro(skip)]
    seen: bool,
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a", rename_all = "camelCase")]
struct Event {
    event_id: i64,
    #[avro(flatten)]
    meta: Meta,
    status: Status,
    #[avro(flatten)]
    size: Box<Size>,
}

#[derive(AvroSchema, Clone, Copy, Debug, PartialEq)]
#[avro(namespace = "a")]
enum Status {
    New,
    Done,
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Size {
    #[avro(as = "long")]
    width: u64,
    before: Option<Box<Event>>,
}

fn event() -> Event {
    let meta = |by: &str| Meta {
        by: by.to_owned(),
        revision: 1,
        place: Place { host: "h".to_owned(), region: "us".to_owned(), seen: false },
        tags: Some(vec!["t".to_owned()]),
    };
    let first =
        Event { event_id: 1, meta: meta("a"), status: Status::New, size: Box::new(Size { width: 5, before: None }) };
    Event {
        event_id: 2,
        meta: meta("b"),
        status: Status::Done,
        size: Box::new(Size { width: 6, before: Some(Box::new(first)) }),
    }
}

#[test]
fn fields_stand_in_place() {
    assert_eq!(
        Event::JSON,
        concat!(
            r#"{"type":"record","name":"Event","namespace":"a","fields":[{"name":"eventId","type":"long"},"#,
            r#"{"name":"by","type":"string","doc":"Who wrote it."},{"name":"revision","type":"long","default":7,"aliases":["rev"]},"#,
            r#"{"name":"host","type":"string"},{"name":"region","type":"string","default":"eu"},"#,
            r#"{"name":"tags","type":["null",{"type":"array","items":"string"}],"default":null},"#,
            r#"{"name":"status","type":{"type":"enum","name":"Status","symbols":["New","Done"]}},"#,
            r#"{"name":"width","type":"long"},{"name":"before","type":["null","Event"],"default":null}]}"#
        )
    );
    round_trip(&event());
    evolves(&Event { size: Box::new(Size { width: 1, before: None }), ..event() });
    evolves(&event().meta);
    // Flat on the wire: what a struct without `flatten` of the same fields writes.
    assert_eq!(event().to_avro().unwrap()[..2], [4, 2]);
}

#[test]
fn other_versions_mix_the_fields() {
    // Inner and outer fields in another order, some missing, one under its alias, one that nobody knows, one promoted.
    let writer = WriterSchema::parse(
        r#"{"type":"record","name":"Event","namespace":"a","fields":[
            {"name":"width","type":"int"},{"name":"host","type":"string"},
            {"name":"status","type":{"type":"enum","name":"Status","symbols":["Done","New"]}},
            {"name":"gone","type":{"type":"map","values":"long"}},
            {"name":"rev","type":"int"},{"name":"eventId","type":"int"},{"name":"by","type":"string"}]}"#,
    )
    .unwrap();
    let bytes = [18, 2, b'h', 0, 2, 2, b'k', 8, 0, 10, 6, 2, b'b'];
    let read = Event::from_avro_with(&writer, &bytes).unwrap();
    assert_eq!(
        read,
        Event {
            event_id: 3,
            meta: Meta {
                by: "b".to_owned(),
                revision: 5,
                place: Place { host: "h".to_owned(), region: "eu".to_owned(), seen: false },
                tags: None,
            },
            status: Status::Done,
            size: Box::new(Size { width: 9, before: None }),
        }
    );
    for cut in 0..bytes.len() {
        assert!(Event::from_avro_with(&writer, &bytes[..cut]).unwrap_err().is_eof(), "cut at {cut}");
    }
    let error = Event::from_avro_with(&writer, &bytes[..2]).unwrap_err();
    assert_eq!(error.path(), "host");
    let error = Event::from_avro_with(&writer, &[1, 0, 0, 0, 0, 0, 0]).unwrap_err();
    assert_eq!((error.is_out_of_range(), &*error.path()), (true, "width"));
}

#[test]
fn of_generic_types() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    struct Envelope<T> {
        id: i64,
        #[avro(flatten)]
        payload: T,
        last: i32,
    }
    assert_eq!(
        <Envelope<Place>>::json(),
        concat!(
            r#"{"type":"record","name":"Envelope_Place","namespace":"a","fields":[{"name":"id","type":"long"},"#,
            r#"{"name":"host","type":"string"},{"name":"region","type":"string","default":"eu"},{"name":"last","type":"int"}]}"#
        )
    );
    round_trip(&Envelope { id: 1, payload: event(), last: 2 });
    evolves(&Envelope { id: 1, payload: event().meta.place, last: 2 });
}

#[test]
fn of_borrowed_records_and_variants() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    struct Text<'a> {
        text: &'a str,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    struct Holder<'a> {
        #[avro(flatten)]
        inner: Text<'a>,
        bytes: &'a [u8],
    }
    let value = Holder { inner: Text { text: "x" }, bytes: b"y" };
    let bytes = value.to_avro().unwrap();
    assert_eq!(Holder::from_avro(&bytes).unwrap(), value);
    let writer = WriterSchema::parse(
        r#"{"type":"record","name":"a.Holder","fields":[{"name":"bytes","type":"bytes"},{"name":"text","type":"string"}]}"#,
    )
    .unwrap();
    assert_eq!(Holder::from_avro_with(&writer, &[2, b'y', 2, b'x']).unwrap(), value);

    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    enum Change {
        Put {
            #[avro(flatten)]
            at: Place,
            value: i32,
        },
        Gone(#[avro(via = Place)] String),
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    struct Log {
        changes: Vec<Change>,
        #[avro(flatten, via = Place)]
        at: String,
    }
    assert!(Log::JSON.contains(
        r#"{"type":"record","name":"ChangePut","fields":[{"name":"host","type":"string"},{"name":"region","type":"string","default":"eu"},{"name":"value","type":"int"}]}"#
    ));
    evolves(&Log {
        changes: vec![Change::Put { at: event().meta.place, value: 3 }, Change::Gone("g".to_owned())],
        at: "h".to_owned(),
    });
}

impl From<String> for Place {
    fn from(host: String) -> Self {
        Place { host, region: "eu".to_owned(), seen: false }
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.host
    }
}

#[test]
fn many_fields() {
    #[derive(AvroSchema, Debug, PartialEq, Clone)]
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
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Wider {
        #[avro(flatten)]
        wide: Wide,
        k: i32,
    }
    let wide = Wide { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 };
    evolves(&Wider { wide, k: 11 });
}

#[test]
fn transparent_structs() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(transparent)]
    struct Id<T> {
        value: String,
        of: PhantomData<T>,
        #[avro(skip)]
        cached: u64,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(transparent)]
    struct Micros(PhantomData<()>, #[avro(timestamp_micros)] i64);
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(transparent)]
    struct Either {
        inner: Option<i32>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Email(String);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct All {
        id: Id<Email>,
        at: Micros,
        either: Either,
        ids: HashMap<String, Option<Id<i32>>>,
    }
    assert_eq!(<Id<i32>>::json(), r#""string""#);
    assert_eq!(Micros::JSON, r#"{"type":"long","logicalType":"timestamp-micros"}"#);
    assert_eq!(Either::JSON, r#"["null","int"]"#);
    let id = || Id { value: "x".to_owned(), of: PhantomData, cached: 0 };
    evolves(&All {
        id: Id { value: "x".to_owned(), of: PhantomData, cached: 0 },
        at: Micros(PhantomData, 3),
        either: Either { inner: Some(4) },
        ids: HashMap::from([("a".to_owned(), Some(id())), ("b".to_owned(), None)]),
    });
}

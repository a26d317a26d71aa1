//! UUIDs, durations, URLs and shared bytes.

use std::collections::HashMap;

use apache_avro::types::Value;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, AvroTexts as _, Decoder, Duration};
use bytes::Bytes;
use bytestring::ByteString;
use proptest::prelude::*;
use url::Url;
use uuid::Uuid;

use super::{apache, is_field, record, round_trip};

record!(Text(Uuid));
record!(#[avro(uuid)] Stated(Option<Uuid>));
record!(
    #[avro(uuid_fixed)]
    Unnamed(Uuid)
);
record!(#[avro(uuid_fixed = "OrderId")] Named(Vec<Uuid>));

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(fixed, uuid, namespace = "com.acme")]
struct OrderId(Uuid);

#[test]
fn uuids() {
    is_field::<Text>(r#"{"type":"string","logicalType":"uuid"}"#);
    is_field::<Stated>(r#"["null",{"type":"string","logicalType":"uuid"}]"#);
    is_field::<Unnamed>(r#"{"type":"fixed","name":"Uuid","namespace":"avro_runtime","size":16,"logicalType":"uuid"}"#);
    is_field::<Named>(r#"{"type":"array","items":{"type":"fixed","name":"OrderId","size":16,"logicalType":"uuid"}}"#);
    assert_eq!(
        OrderId::JSON,
        r#"{"type":"fixed","name":"OrderId","namespace":"com.acme","size":16,"logicalType":"uuid"}"#
    );
    for id in [Uuid::nil(), Uuid::max(), Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef)] {
        assert_eq!(round_trip(&Text { field: id }), apache::<Text>(Value::Uuid(id)));
        assert_eq!(round_trip(&Unnamed { field: id }), apache::<Unnamed>(Value::Uuid(id)));
        round_trip(&Stated { field: Some(id) });
        round_trip(&Named { field: vec![id, id] });
        round_trip(&OrderId(id));
    }
    let error = Text::from_avro(&"no".to_avro().unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "`field`: a string that is no UUID at byte 3");
}

record!(Notice(Duration));

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(fixed, duration, namespace = "com.acme")]
struct Period(Duration);

#[test]
fn durations() {
    is_field::<Notice>(
        r#"{"type":"fixed","name":"Duration","namespace":"avro_runtime","size":12,"logicalType":"duration"}"#,
    );
    assert_eq!(
        Period::JSON,
        r#"{"type":"fixed","name":"Period","namespace":"com.acme","size":12,"logicalType":"duration"}"#
    );
    use apache_avro::{Days, Millis, Months};
    for (months, days, millis) in [(0, 0, 0), (1, 2, 3), (u32::MAX, 0, u32::MAX)] {
        let theirs = apache_avro::Duration::new(Months::new(months), Days::new(days), Millis::new(millis));
        let value = Duration { months, days, millis };
        assert_eq!(round_trip(&Notice { field: value }), apache::<Notice>(Value::Duration(theirs)));
        round_trip(&Period(value));
    }
    assert!(Notice::from_avro(&[0; 11]).unwrap_err().is_eof());
}

record!(Link(Url));

#[test]
fn urls() {
    is_field::<Link>(r#""string""#);
    let link = Link { field: Url::parse("HTTPS://Example.com:443/a b?q=ä#x").unwrap() };
    assert_eq!(<&str>::from_avro(&round_trip(&link)).unwrap(), "https://example.com/a%20b?q=%C3%A4#x");
    let error = Link::from_avro(&"no url".to_avro().unwrap()).unwrap_err();
    assert!(error.is_out_of_range() && error.to_string().contains("no URL"), "{error}");
}

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme")]
struct Shared {
    bytes: Bytes,
    text: ByteString,
    many: Vec<Option<Bytes>>,
    by_name: HashMap<ByteString, ByteString>,
}

#[test]
fn bytes_are_slices_of_shared_data() {
    assert_eq!(
        Shared::JSON,
        r#"{"type":"record","name":"Shared","namespace":"com.acme","fields":[{"name":"bytes","type":"bytes"},{"name":"text","type":"string"},{"name":"many","type":{"type":"array","items":["null","bytes"]}},{"name":"by_name","type":{"type":"map","values":"string"}}]}"#
    );
    let value = Shared {
        bytes: Bytes::from_static(b"abc"),
        text: ByteString::from_static("déf"),
        many: vec![None, Some(Bytes::new()), Some(Bytes::from_static(b"g"))],
        by_name: HashMap::from([("k".into(), "v".into())]),
    };
    let data = Bytes::from(round_trip(&value));
    let mut input = Decoder::of_shared(&data);
    let read = Shared::decode(&mut input).unwrap();
    input.finish().unwrap();
    assert_eq!(read, value);
    let within = |part: &[u8]| data.as_ptr_range().contains(&part.as_ptr());
    assert!(within(&read.bytes) && within(read.text.as_bytes()) && within(read.many[2].as_ref().unwrap()));
    // Of other data it is a copy.
    let copied = Shared::from_avro(&data).unwrap();
    assert!(!within(&copied.bytes) && !within(copied.text.as_bytes()));
    let error = ByteString::from_avro(&[2, 0xff]).unwrap_err();
    assert!(error.is_malformed() && error.to_string().contains("not UTF-8"), "{error}");
}

proptest! {
    #[test]
    fn every_value_is_read_as_it_was_written(id in any::<u128>(), bytes in any::<Vec<u8>>(), text in any::<String>()) {
        round_trip(&Text { field: Uuid::from_u128(id) });
        round_trip(&Unnamed { field: Uuid::from_u128(id) });
        let mut url = Url::parse("https://example.com").unwrap();
        url.set_path(&text);
        url.set_query(Some(&text));
        round_trip(&Link { field: url });
        let (bytes, text): (Bytes, ByteString) = (bytes.into(), text.into());
        round_trip(&Shared {
            bytes: bytes.clone(),
            text: text.clone(),
            many: vec![Some(bytes)],
            by_name: HashMap::from([(text.clone(), text)]),
        });
    }
}

/// Types of one's own may be called as those of other crates.
mod own {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    pub(super) struct Decimal {
        pub(super) cents: i64,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    pub(super) struct Date(pub(super) String);

    #[derive(Debug, PartialEq, AvroSchema)]
    pub(super) enum Zoned {
        Utc,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    pub(super) struct Uses {
        pub(super) amount: Decimal,
        pub(super) dates: Vec<Option<Date>>,
        pub(super) zoned: Zoned,
    }
}

#[test]
fn names_alone_mean_nothing() {
    round_trip(&own::Uses {
        amount: own::Decimal { cents: 1 },
        dates: vec![Some(own::Date("today".to_owned()))],
        zoned: own::Zoned::Utc,
    });
}

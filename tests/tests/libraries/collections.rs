//! Lists, sets and maps.

use arrayvec::ArrayVec;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, AvroTexts, WriterSchema};
use indexmap::{IndexMap, IndexSet};
use proptest::prelude::*;
use smallvec::{SmallVec, smallvec};

use super::round_trip;

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme")]
struct Lists<T> {
    small: SmallVec<[T; 2]>,
    small_bytes: SmallVec<[u8; 4]>,
    array: ArrayVec<T, 3>,
    array_bytes: ArrayVec<u8, 3>,
    set: IndexSet<String>,
    map: IndexMap<String, Vec<T>>,
}

fn lists() -> Lists<i64> {
    Lists {
        small: smallvec![1, 2, 3],
        small_bytes: smallvec![1, 2],
        array: [4, 5].into_iter().collect(),
        array_bytes: [6, 7, 8].into_iter().collect(),
        set: ["b".to_owned(), "a".to_owned()].into(),
        map: IndexMap::from([("z".to_owned(), vec![9]), ("a".to_owned(), vec![])]),
    }
}

#[test]
fn schemas_and_values() {
    assert_eq!(
        <Lists<i64>>::json(),
        r#"{"type":"record","name":"Lists_long","namespace":"com.acme","fields":[{"name":"small","type":{"type":"array","items":"long"}},{"name":"small_bytes","type":"bytes"},{"name":"array","type":{"type":"array","items":"long"}},{"name":"array_bytes","type":"bytes"},{"name":"set","type":{"type":"array","items":"string"}},{"name":"map","type":{"type":"map","values":{"type":"array","items":"long"}}}]}"#
    );
    let bytes = round_trip(&lists());
    let read = <Lists<i64>>::from_avro(&bytes).unwrap();
    assert!(read.set.iter().eq(["b", "a"]) && read.map.keys().eq(["z", "a"]), "{read:?}");
    // A writer of narrower numbers.
    let narrow = <Lists<i64>>::json().replace("\"long\"", "\"int\"");
    let narrow = WriterSchema::parse(&narrow).unwrap();
    assert_eq!(<Lists<i64>>::from_avro_with(&narrow, &bytes).unwrap(), lists());
    // One of floats, whose items are not the same bytes.
    let floats = <Lists<f64>>::json().replace("\"double\"", "\"long\"");
    let floats = WriterSchema::parse(&floats).unwrap();
    let read = <Lists<f64>>::from_avro_with(&floats, &bytes).unwrap();
    assert_eq!((&read.small[..], &read.array[..], &read.map["z"][..]), (&[1., 2., 3.][..], &[4., 5.][..], &[9.][..]));
}

#[test]
fn what_does_not_fit_is_an_error() {
    let four = vec![1_i64, 2, 3, 4].to_avro().unwrap();
    let error = <ArrayVec<i64, 3>>::from_avro(&four).unwrap_err();
    assert!(error.is_out_of_range() && error.to_string().contains("`[3]`: more items than the `ArrayVec`"), "{error}");
    assert_eq!(<ArrayVec<i64, 4>>::from_avro(&four).unwrap().len(), 4);
    let error = <ArrayVec<u8, 1>>::from_avro(&[4, 1, 2]).unwrap_err();
    assert!(error.is_out_of_range(), "{error}");
    let twice = vec!["a", "a"].to_avro().unwrap();
    assert!(<IndexSet<String>>::from_avro(&twice).unwrap_err().is_out_of_range());
    // A count that nothing stands behind.
    assert!(<SmallVec<[i64; 2]>>::from_avro(&[0xfe, 0xff, 0xff, 0xff, 0x0f, 2]).unwrap_err().is_eof());
}

proptest! {
    #[test]
    fn every_list_is_read_as_it_was_written(items in any::<Vec<i64>>(), bytes in any::<Vec<u8>>()) {
        let names: Vec<String> = items.iter().map(ToString::to_string).collect();
        round_trip(&Lists {
            small: items.iter().copied().collect(),
            small_bytes: bytes.iter().copied().collect(),
            array: items.iter().copied().take(3).collect(),
            array_bytes: bytes.iter().copied().take(3).collect(),
            set: names.iter().cloned().collect(),
            map: names.into_iter().map(|name| (name, items.clone())).collect(),
        });
    }
}

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme")]
struct Forms {
    #[avro(timestamp_millis)]
    small: SmallVec<[i64; 2]>,
    #[avro(as = "long")]
    array: ArrayVec<u64, 3>,
    #[avro(as = "string")]
    set: Option<IndexSet<u128>>,
    #[avro(fixed = "Md5")]
    hashes: IndexMap<String, SmallVec<[[u8; 16]; 1]>>,
}

/// Attributes reach through these as they do through those of std.
#[test]
fn attributes() {
    assert_eq!(
        Forms::JSON,
        r#"{"type":"record","name":"Forms","namespace":"com.acme","fields":[{"name":"small","type":{"type":"array","items":{"type":"long","logicalType":"timestamp-millis"}}},{"name":"array","type":{"type":"array","items":"long"}},{"name":"set","type":["null",{"type":"array","items":"string"}],"default":null},{"name":"hashes","type":{"type":"map","values":{"type":"array","items":{"type":"fixed","name":"Md5","size":16}}}}]}"#
    );
    let forms = Forms {
        small: smallvec![1, 2, 3],
        array: [4, 5].into_iter().collect(),
        set: Some([6, u128::MAX].into()),
        hashes: IndexMap::from([("z".to_owned(), smallvec![[1; 16], [2; 16]]), ("a".to_owned(), smallvec![])]),
    };
    let bytes = round_trip(&forms);
    let writer = WriterSchema::parse(&Forms::JSON.replace("\"items\":\"long\"", "\"items\":\"int\"")).unwrap();
    assert_eq!(Forms::from_avro_with(&writer, &bytes).unwrap(), forms);

    let four = Forms { array: ArrayVec::new(), set: None, ..forms }.to_avro().unwrap();
    assert!(Forms::from_avro(&four).unwrap().array.is_empty());
    #[derive(AvroSchema)]
    struct Two {
        #[avro(as = "long")]
        array: ArrayVec<u64, 2>,
    }
    let error = Two::from_avro(&vec![1_i64, 2, 3].to_avro().unwrap()).map(|two| two.array).unwrap_err();
    assert!(error.is_out_of_range() && error.to_string().contains("more items than the `ArrayVec`"), "{error}");
    #[derive(AvroSchema)]
    struct Set {
        #[avro(as = "string")]
        set: IndexSet<u64>,
    }
    let error = Set::from_avro(&vec!["1", "1"].to_avro().unwrap()).map(|set| set.set).unwrap_err();
    assert!(error.is_out_of_range(), "{error}");
}

//! Bytes that no honest writer wrote: an error each time, soon, and without memory.

mod common;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::time::{Duration, Instant};

use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, Decoder, Limits, WriterSchema};
use common::{Click, Node, Pet, Suit, click};

/// A long in Avro's encoding.
fn long(value: i64) -> Vec<u8> {
    value.to_avro().expect("encodes")
}

#[test]
fn malformed_primitives_are_refused() {
    assert!(bool::from_avro(&[2]).unwrap_err().is_malformed());
    assert!(i32::from_avro(&[0x80, 0x80, 0x80, 0x80, 0x10]).unwrap_err().is_malformed());
    assert!(i32::from_avro(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x00]).unwrap_err().is_malformed());
    assert_eq!(i32::from_avro(&[0xff, 0xff, 0xff, 0xff, 0x0f]).expect("decodes"), i32::MIN);
    let mut wide = vec![0xff; 9];
    wide.push(0x02);
    assert!(i64::from_avro(&wide).unwrap_err().is_malformed());
    assert!(i64::from_avro(&[0x80; 11]).unwrap_err().is_malformed());
    assert!(i64::from_avro(&[0x80; 9]).unwrap_err().is_eof());
    assert!(String::from_avro(&[1]).unwrap_err().is_malformed());
    assert!(String::from_avro(&long(i64::MIN)).unwrap_err().is_malformed());
    assert!(String::from_avro(&long(i64::MAX)).unwrap_err().is_eof());
    assert!(String::from_avro(&[4, 0xc3, 0x28]).unwrap_err().is_malformed());
    assert!(Suit::from_avro(&[1]).unwrap_err().is_malformed());
    assert!(Suit::from_avro(&[6]).unwrap_err().is_malformed());
    assert!(Pet::from_avro(&[1]).unwrap_err().is_malformed());
    assert!(Pet::from_avro(&[6]).unwrap_err().is_malformed());
    assert!(i64::from_avro(&[2, 2]).unwrap_err().is_malformed());
}

#[test]
fn lengths_are_compared_with_what_is_left() {
    for count in [i64::MAX, i64::MAX / 8, 1 << 40, 1_000_000] {
        let bytes = long(count);
        assert!(Vec::<i64>::from_avro(&bytes).unwrap_err().is_eof());
        assert!(Vec::<f64>::from_avro(&bytes).unwrap_err().is_eof());
        assert!(Vec::<String>::from_avro(&bytes).unwrap_err().is_eof());
        assert!(HashMap::<String, i64>::from_avro(&bytes).unwrap_err().is_eof());
        assert!(BTreeMap::<String, ()>::from_avro(&bytes).unwrap_err().is_eof());
        assert!(HashSet::<i64>::from_avro(&bytes).unwrap_err().is_eof());
        let mut sized = long(-count);
        sized.extend(long(1));
        sized.push(0);
        assert!(Vec::<f64>::from_avro(&sized).unwrap_err().is_eof());
    }
    for bytes in
        [[long(i64::MIN), long(1)].concat(), [long(-1), long(-1)].concat(), [long(-1), long(i64::MAX)].concat()]
    {
        let error = Vec::<i64>::from_avro(&bytes).unwrap_err();
        assert!(error.is_eof() || error.is_malformed(), "{error}");
    }
    // What honest writers do: a size, which may also be skipped.
    assert_eq!(Vec::<i64>::from_avro(&[3, 4, 2, 4, 0]).expect("decodes"), [1, 2]);
}

#[test]
fn items_without_bytes_are_counted() {
    let start = Instant::now();
    for count in [100_000_000, 1 << 40, i64::MAX] {
        let mut bytes = long(count);
        bytes.push(0);
        assert!(Vec::<()>::from_avro(&bytes).unwrap_err().is_limit());
        assert!(BTreeSet::<()>::from_avro(&bytes).unwrap_err().is_limit());
        // Skipped, too.
        let writer = r#"{"type":"record","name":"W","fields":[
            {"name":"x","type":{"type":"array","items":"null"}},{"name":"value","type":"long"},{"name":"next","type":"null"}]}"#;
        let writer = WriterSchema::parse(writer).expect("parses");
        assert!(Node::from_avro_with(&writer, &[bytes, vec![2]].concat()).unwrap_err().is_limit());
    }
    // Many small blocks count together.
    let blocks: Vec<u8> = long(1000).into_iter().cycle().take(2 * 100).collect();
    assert!(Vec::<()>::from_avro(&blocks).unwrap_err().is_limit());
    assert_eq!(Vec::<()>::from_avro(&[8, 0]).expect("decodes").len(), 4);
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn nesting_is_limited_before_the_stack_ends() {
    let deep = [2].repeat(10_000_000);
    let error = Node::from_avro(&deep).unwrap_err();
    assert!(error.is_limit(), "{error}");
    assert!(error.path().contains("next.next...next.next"), "{error}");
    assert!(error.to_string().len() < 300, "a line that a log can take: {error}");
    let list = WriterSchema::parse(
        r#"{"type":"record","name":"L","fields":[{"name":"value","type":"int"},{"name":"next","type":["null","L"]},{"name":"x","type":"null"}]}"#,
    )
    .expect("parses");
    assert!(Node::from_avro_with(&list, &deep).unwrap_err().is_limit());
    // What is skipped nests as well.
    let skipped = WriterSchema::parse(
        r#"{"type":"record","name":"W","fields":[{"name":"x","type":{"type":"record","name":"L","fields":[{"name":"next","type":["null","L"]}]}},
            {"name":"value","type":"int"}]}"#,
    )
    .expect("parses");
    assert!(Node::from_avro_with(&skipped, &deep).unwrap_err().is_limit());
    let mut input = Decoder::new(&[2, 2, 4, 0]).with_limits(Limits::default().depth(0));
    assert!(Node::decode(&mut input).unwrap_err().is_limit());
}

#[test]
fn memory_is_limited() {
    let bytes = [long(1000), vec![0; 1001]].concat();
    assert_eq!(Vec::<i64>::from_avro(&bytes).expect("decodes").len(), 1000);
    let mut input = Decoder::new(&bytes).with_limits(Limits::default().memory(7_999));
    assert!(Vec::<i64>::decode(&mut input).unwrap_err().is_limit());
    let mut input = Decoder::new(&bytes).with_limits(Limits::default().memory(8_000));
    assert!(Vec::<i64>::decode(&mut input).is_ok());
}

/// A xorshift generator: the same bytes in each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

fn any_outcome<'de, T: AvroDecode<'de>>(bytes: &'de [u8], writer: &WriterSchema) {
    // Either is fine; a panic, a hang or an overflow is not.
    let _ = T::from_avro(bytes).map_err(|error| error.to_string());
    let _ = T::from_avro_with(writer, bytes).map_err(|error| error.to_string());
}

#[test]
fn random_and_damaged_bytes_never_panic() {
    let honest = click().to_avro().expect("encodes");
    let writers = [
        Click::json().to_string(),
        r#"{"type":"record","name":"com.acme.Click","fields":[
            {"name":"id","type":{"type":"fixed","name":"avro_runtime.Fixed4","size":4}},
            {"name":"pet","type":["long",{"type":"record","name":"pets.Dog","fields":[{"name":"name","type":"bytes"},{"name":"x","type":["null","pets.Dog"]}]}]},
            {"name":"gone","type":{"type":"map","values":{"type":"array","items":["null","pets.Dog","boolean","double"]}}},
            {"name":"numbers","type":{"type":"array","items":"long"}},
            {"name":"suit","type":{"type":"enum","name":"Suit","symbols":["A","HEARTS"]}},
            {"name":"tags","type":{"type":"array","items":["bytes","string"]}},
            {"name":"number","type":["int","null"]},{"name":"email","type":"string"}]}"#
            .to_string(),
        Node::json().to_string(),
    ];
    let writers = writers.map(|json| WriterSchema::parse(&json).expect("parses"));
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..20_000 {
        let bytes: Vec<u8> = if round % 2 == 0 {
            let len = random.next() as usize % 64;
            // Small numbers make plausible lengths and indices.
            (0..len)
                .map(|_| if random.next().is_multiple_of(4) { random.next() as u8 } else { random.next() as u8 % 8 })
                .collect()
        } else {
            let mut bytes = honest.clone();
            for _ in 0..1 + random.next() % 3 {
                let at = random.next() as usize % bytes.len();
                bytes[at] = random.next() as u8;
            }
            bytes.truncate(random.next() as usize % (bytes.len() + 1));
            bytes
        };
        for writer in &writers {
            any_outcome::<Click>(&bytes, writer);
            any_outcome::<Node>(&bytes, writer);
            any_outcome::<Vec<Option<Pet>>>(&bytes, writer);
            any_outcome::<HashMap<String, Vec<[f64; 2]>>>(&bytes, writer);
        }
    }
}

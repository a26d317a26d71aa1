//! `cargo bench -p avro-benches --bench codec [-- shape.. [--samples N]]`: the table of `README.md`.

use std::fmt::Debug;

use avro_benches::limit::Limit;
use avro_benches::measure::{Candidate, Row, measure};
use avro_benches::peers::protobuf::Protobuf;
use avro_benches::peers::{apache, fast};
use avro_benches::shapes::{Click, Flat, Nullable, Order, Shape, pool};
use avro_runtime::{AvroDecode, AvroEncode};
use prost::Message as _;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn encoded<T>(records: &[T], encode: impl Fn(&T, &mut Vec<u8>)) -> Vec<Vec<u8>> {
    let one = |record| {
        let mut out = Vec::new();
        encode(record, &mut out);
        out
    };
    records.iter().map(one).collect()
}

fn shape<S>(samples: usize) -> [Row; 2]
where
    S: AvroEncode
        + for<'de> AvroDecode<'de>
        + Shape
        + Limit
        + Protobuf
        + Serialize
        + DeserializeOwned
        + PartialEq
        + Debug,
{
    let records = pool::<S>();
    let apache_schema = apache::schema(<S as Shape>::SCHEMA);
    let (apache_writer, apache_reader) = (apache::writer(&apache_schema), apache::reader(&apache_schema));
    let fast_schema = fast::schema(<S as Shape>::SCHEMA);
    let fast_writer = fast::Writer::new(&fast_schema);
    let fast_encode =
        |record: &S, out: &mut Vec<u8>| fast_writer.encode(record, out).expect("the record fits the schema");

    // What is fast but wrong does not count.
    let bytes = encoded(&records, <S as Limit>::encode);
    assert!(
        bytes == encoded(&records, |record, out| apache::encode(&apache_writer, record, out)),
        "{}: limit and apache-avro",
        <S as Shape>::NAME
    );
    assert!(bytes == encoded(&records, fast_encode), "{}: limit and serde_avro_fast", <S as Shape>::NAME);
    for (record, bytes) in records.iter().zip(&bytes) {
        assert_eq!(*record, <S as Limit>::decode(bytes).expect("the limit reads"));
        assert_eq!(*record, apache::decode(&apache_reader, bytes).expect("apache-avro reads"));
        assert_eq!(*record, fast::decode(&fast_schema, bytes).expect("serde_avro_fast reads"));
    }
    let messages: Vec<_> = records.iter().map(S::message).collect();
    let message_bytes = encoded(&messages, |message, out| message.encode(out).expect("a vector grows"));

    let average = bytes.iter().map(Vec::len).sum::<usize>() / bytes.len();
    eprintln!("{}: {} records, {average} bytes each", <S as Shape>::NAME, bytes.len());
    let ours = avro_runtime::schema::Document::parse(<S as Shape>::SCHEMA).expect("a schema");
    assert_eq!(
        S::FINGERPRINT,
        avro_runtime::schema::fingerprint::crc64_bytes(avro_runtime::schema::print::canonical(ours.view()).as_bytes()),
        "{}: another schema",
        <S as Shape>::NAME
    );
    let ours_encode = |record: &S, out: &mut Vec<u8>| record.write_avro(out).expect("every record has an Avro form");
    assert!(bytes == encoded(&records, ours_encode), "{}: limit and ours", <S as Shape>::NAME);
    for (record, bytes) in records.iter().zip(&bytes) {
        assert_eq!(*record, S::from_avro(bytes).expect("ours reads"));
    }
    let mut candidates = [
        Candidate::new("limit", &records, &bytes, <S as Limit>::encode, <S as Limit>::decode),
        Candidate::new("ours", &records, &bytes, ours_encode, S::from_avro),
        Candidate::new(
            "apache-avro",
            &records,
            &bytes,
            |record, out| apache::encode(&apache_writer, record, out),
            |bytes| apache::decode::<S>(&apache_reader, bytes),
        ),
        Candidate::new("serde_avro_fast", &records, &bytes, fast_encode, |bytes| {
            fast::decode::<S>(&fast_schema, bytes)
        }),
        Candidate::new(
            "prost",
            &messages,
            &message_bytes,
            |message, out| message.encode(out).expect("a vector grows"),
            S::Message::decode,
        ),
    ];
    measure(<S as Shape>::NAME, records.len(), samples, &mut candidates)
}

/// Measures one shape with that many samples.
type Run = fn(usize) -> [Row; 2];

fn main() {
    let (mut samples, mut shapes) = (31, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            // Cargo says so.
            "--bench" => {}
            "--samples" => samples = arguments.next().and_then(|count| count.parse().ok()).expect("--samples <count>"),
            _ => shapes.push(argument),
        }
    }
    let wanted = |name: &str| shapes.is_empty() || shapes.iter().any(|shape| shape == name);
    let all: [(&str, Run); 4] = [
        (Click::NAME, shape::<Click>),
        (Flat::NAME, shape::<Flat>),
        (Nullable::NAME, shape::<Nullable>),
        (Order::NAME, shape::<Order>),
    ];
    let rows: Vec<Row> = all.into_iter().filter(|(name, _)| wanted(name)).flat_map(|(_, run)| run(samples)).collect();

    println!(
        "| ns per record (ratio to the limit) | limit | ours | apache-avro | serde_avro_fast | prost |\n|---|--:|--:|--:|--:|--:|"
    );
    for row in &rows {
        let cells = row.nanoseconds.iter().zip(&row.ratios).map(|(ns, ratio)| format!(" {ns:.0} ({ratio:.2}) |"));
        println!("| {} |{}", row.name, cells.collect::<String>());
    }
}

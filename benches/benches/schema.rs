//! `cargo bench -p avro-benches --bench schema [-- --samples N]`: reading schemas, their canonical form and fingerprints, against
//! the peers.

use std::fmt::Write as _;
use std::hint::black_box;

use apache_avro::rabin::Rabin;
use avro_benches::measure::interleaved;
use avro_model::{Document, fingerprint, print};
use serde_avro_fast::schema::SchemaMut;

type Work<'a> = Box<dyn FnMut() + 'a>;

/// A record of that many fields of all kinds: numbers, nullable texts, logical types, lists, maps, enums and small records, every
/// second one with documentation.
fn wide(fields: usize) -> String {
    let mut text =
        String::from(r#"{"type":"record","name":"Wide","namespace":"com.acme.bench","doc":"Many fields.","fields":["#);
    for i in 0..fields {
        let separator = if i > 0 { "," } else { "" };
        let ty = match i % 10 {
            0 => r#""long""#.to_owned(),
            1 => r#"["null","string"],"default":null"#.to_owned(),
            2 => r#"{"type":"long","logicalType":"timestamp-micros"}"#.to_owned(),
            3 => r#""double","default":0.5"#.to_owned(),
            4 => r#"{"type":"array","items":"string"}"#.to_owned(),
            5 => r#"{"type":"map","values":"long"}"#.to_owned(),
            6 => format!(r#"{{"type":"enum","name":"Kind{i}","symbols":["NEW","PAID","SENT","DONE"]}}"#),
            7 => r#"{"type":"bytes","logicalType":"decimal","precision":18,"scale":4}"#.to_owned(),
            8 => format!(
                r#"{{"type":"record","name":"Part{i}","fields":[{{"name":"key","type":"string"}},{{"name":"value","type":["null","int"],"default":null}}]}}"#
            ),
            _ => format!(r#"["null","Part{}"]"#, i - 1),
        };
        let ty = if i % 10 == 9 { format!(r#"{ty},"default":null"#) } else { ty };
        let doc =
            if i % 2 == 0 { format!(r#","doc":"What field {i} is for, in a few words.""#) } else { String::new() };
        write!(text, r#"{separator}{{"name":"field_{i}","type":{ty}{doc}}}"#).expect("a text grows");
    }
    text + "]}"
}

/// Records nested in each other.
fn deep(levels: usize) -> String {
    let mut text = r#""long""#.to_owned();
    for level in (0..levels).rev() {
        text = format!(
            r#"{{"type":"record","name":"Level{level}","fields":[{{"name":"id","type":"long"}},{{"name":"next","type":{text}}}]}}"#
        );
    }
    text
}

fn apache_reads(text: &str) -> bool {
    apache_avro::Schema::parse_str(text).is_ok()
}

fn fast_reads(text: &str) -> bool {
    text.parse::<serde_avro_fast::Schema>().is_ok()
}

fn main() {
    let mut samples = 31;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            // Cargo says so.
            "--bench" => {}
            "--samples" => samples = arguments.next().and_then(|count| count.parse().ok()).expect("--samples <count>"),
            _ => panic!("--samples <count>"),
        }
    }
    println!("| microseconds | ours | apache-avro | serde_avro_fast | serde_json |\n|---|--:|--:|--:|--:|");
    for (name, text) in
        [("200 fields", wide(200)), ("40 deep", deep(40)), ("50 deep", deep(50)), ("1,000 deep", deep(1_000))]
    {
        let (apache, fast) = (apache_reads(&text), fast_reads(&text));
        let json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        let text = &*text;
        let mut candidates: Vec<Option<Work<'_>>> = vec![
            Some(Box::new(move || drop(black_box(Document::parse(black_box(text)).expect("a schema"))))),
            apache.then_some(Box::new(move || {
                drop(black_box(apache_avro::Schema::parse_str(black_box(text)).expect("a schema")));
            })),
            fast.then_some(Box::new(move || {
                drop(black_box(black_box(text).parse::<serde_avro_fast::Schema>().expect("a schema")));
            })),
            json.then_some(Box::new(move || {
                drop(black_box(serde_json::from_str::<serde_json::Value>(black_box(text)).expect("JSON")));
            })),
        ];
        row(&format!("parse {name}"), samples, &mut candidates);
    }

    let text = wide(200);
    let ours = Document::parse(&text).expect("a schema");
    let apache = apache_avro::Schema::parse_str(&text).expect("a schema");
    let fast: SchemaMut = text.parse().expect("a schema");
    // What is fast but wrong does not count. Of these fields all agree on the canonical form of all but logical types.
    assert_eq!(fast.canonical_form_rabin_fingerprint().expect("a schema"), fingerprint::of(ours.view()).to_le_bytes());
    let mut candidates: Vec<Option<Work<'_>>> = vec![
        Some(Box::new(|| {
            let canonical = print::canonical(black_box(&ours).view());
            black_box((fingerprint::crc64_bytes(canonical.as_bytes()), canonical));
        })),
        Some(Box::new(|| drop(black_box(black_box(&apache).fingerprint::<Rabin>())))),
        Some(Box::new(|| {
            black_box(black_box(&fast).canonical_form_rabin_fingerprint().expect("a schema"));
        })),
        None,
    ];
    row("canonical form and CRC-64, 200 fields", samples, &mut candidates);
    let mut candidates: Vec<Option<Work<'_>>> = vec![
        Some(Box::new(|| {
            black_box(fingerprint::of(black_box(&ours).view()));
        })),
        Some(Box::new(|| drop(black_box(black_box(&apache).fingerprint::<Rabin>())))),
        Some(Box::new(|| {
            black_box(black_box(&fast).canonical_form_rabin_fingerprint().expect("a schema"));
        })),
        None,
    ];
    row("CRC-64 alone, 200 fields", samples, &mut candidates);
}

/// Measures the candidates there are, each often enough to fill a few milliseconds a sample, and prints the best.
fn row(name: &str, samples: usize, candidates: &mut [Option<Work<'_>>]) {
    let mut there: Vec<&mut Work<'_>> = candidates.iter_mut().flatten().collect();
    let mut best = interleaved(samples, &mut there).into_iter();
    print!("| {name} |");
    for candidate in candidates.iter() {
        match candidate.as_ref().and_then(|_| best.next()) {
            Some(time) => print!(" {:.1} |", time / 1e3),
            None => print!(" - |"),
        }
    }
    println!();
}

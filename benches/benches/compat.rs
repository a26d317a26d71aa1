//! `cargo bench -p avro-benches --bench compat [-- --samples N]`: can data of one schema be read as another?
//!
//! Two records of 1,000 fields, and a record against the hundred versions before it, by this workspace's engine and by
//! `can_read` of apache-avro, in turns. Before anything is timed, both give the verdict that the schemas were made for.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use apache_avro::schema_compatibility::SchemaCompatibility;
use avro_benches::measure::median;
use avro_model::compat::{Engine, Overlay, Verdict, check_level};
use avro_model::gate::{History, Settings, review};
use avro_model::history::RecordedVersion;
use avro_model::{Document, Level, View};

const TYPES: [&str; 6] = [
    "\"long\"",
    "\"string\"",
    "\"int\"",
    "\"double\"",
    "[\"null\",\"string\"]",
    "{\"type\":\"array\",\"items\":\"string\"}",
];

/// A candidate: its name and what it does.
type Work<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// A record of `fields` fields, in which `shift` says which optional fields stand behind them.
fn record(fields: usize, shift: usize) -> String {
    let mut text = String::from("{\"type\":\"record\",\"name\":\"bench.Wide\",\"fields\":[");
    for i in 0..fields {
        let comma = if i > 0 { "," } else { "" };
        let _ = write!(text, "{comma}{{\"name\":\"field_{i}\",\"type\":{}}}", TYPES[i % TYPES.len()]);
    }
    for i in 0..shift {
        let _ = write!(text, ",{{\"name\":\"added_{i}\",\"type\":[\"null\",\"long\"],\"default\":null}}");
    }
    text.push_str("]}");
    text
}

/// The median nanoseconds of each, taken in turns of `repeat` calls.
fn turns(samples: usize, repeat: u32, work: &mut [Work<'_>]) -> Vec<f64> {
    let mut times = vec![Vec::new(); work.len()];
    for round in 0..=samples {
        for (index, (_, run)) in work.iter_mut().enumerate() {
            let start = Instant::now();
            (0..repeat).for_each(|_| run());
            if round > 0 {
                times[index].push(start.elapsed().as_nanos() as f64 / f64::from(repeat));
            }
        }
    }
    times.into_iter().map(median).collect()
}

fn print(name: &str, work: &[Work<'_>], medians: &[f64]) {
    for ((what, _), nanoseconds) in work.iter().zip(medians) {
        println!("| {name} | {what} | {:.1} | {:.1} |", nanoseconds / 1_000.0, nanoseconds / medians[0]);
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|argument| argument == "--samples");
    let samples = at.and_then(|at| arguments.get(at + 1)?.parse().ok()).unwrap_or(31);
    println!("| case | by | us | ratio to ours |\n|---|---|--:|--:|");

    // two wide records: equal, and one field more
    let texts = [record(1_000, 0), record(1_000, 1)];
    let documents: Vec<Document> = texts.iter().map(|text| Document::parse(text).expect("a schema")).collect();
    let apache: Vec<_> = texts.iter().map(|text| apache_avro::Schema::parse_str(text).expect("a schema")).collect();
    for (name, reader, writer) in [("1,000 fields, equal", 0, 0), ("1,000 fields, one more", 1, 0)] {
        let (r, w) = (documents[reader].view(), documents[writer].view());
        let mut engine = Engine::new();
        assert_eq!(engine.check(r, w, Overlay::NONE).verdict, Verdict::Compatible);
        assert!(SchemaCompatibility::can_read(&apache[writer], &apache[reader]).is_ok());
        let (ar, aw) = (&apache[reader], &apache[writer]);
        let mut work: Vec<Work<'_>> = vec![
            ("ours", Box::new(move || drop(black_box(engine.check(black_box(r), black_box(w), Overlay::NONE))))),
            (
                "apache-avro",
                Box::new(move || drop(black_box(SchemaCompatibility::can_read(black_box(aw), black_box(ar))))),
            ),
        ];
        // so many that it counts little what the one before has left in the caches
        let medians = turns(samples, 64, &mut work);
        print(name, &work, &medians);
    }

    // a history of a hundred versions, each with one field more, against the next; both directions, every version
    let texts: Vec<String> = (0..=100).map(|version| record(50, version)).collect();
    let documents: Vec<Document> = texts.iter().map(|text| Document::parse(text).expect("a schema")).collect();
    let apache: Vec<_> = texts.iter().map(|text| apache_avro::Schema::parse_str(text).expect("a schema")).collect();
    let views: Vec<View<'_>> = documents.iter().map(Document::view).collect();
    let (new, old) = views.split_last().expect("versions");
    let (apache_new, apache_old) = apache.split_last().expect("versions");
    let recorded: Vec<RecordedVersion> = documents[..100]
        .iter()
        .zip(1..)
        .map(|(document, version)| RecordedVersion {
            version,
            file: "v.avsc",
            released: true,
            content_hash: avro_model::content::content_hash(document.view()),
            document: document.clone(),
            changes: None,
        })
        .collect();
    let history = History { full_name: "bench.Wide", folder: "h", versions: &recorded, accepted: &[] };
    let settings = Settings::new(Level::FullTransitive);
    assert_eq!(check_level(Level::FullTransitive, *new, old).verdict(), Verdict::Compatible);
    assert!(review(*new, history, &settings).findings().is_empty());
    let both = |old: &apache_avro::Schema| {
        SchemaCompatibility::can_read(old, apache_new).is_ok() && SchemaCompatibility::can_read(apache_new, old).is_ok()
    };
    assert!(apache_old.iter().all(both));
    let mut work: Vec<Work<'_>> = vec![
        ("ours", Box::new(|| drop(black_box(check_level(Level::FullTransitive, black_box(*new), black_box(old)))))),
        ("ours, with findings", Box::new(|| drop(black_box(review(black_box(*new), history, &settings))))),
        ("apache-avro", Box::new(|| assert!(black_box(apache_old).iter().all(both)))),
    ];
    let medians = turns(samples, 8, &mut work);
    print("100 versions, both ways", &work, &medians);
}

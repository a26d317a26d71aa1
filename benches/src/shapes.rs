//! The records that are measured, their schemas, and how random ones are made.

use std::collections::HashMap;

use avro_runtime::AvroSchema;
use serde::{Deserialize, Serialize};

use crate::random::Random;

/// A click on an element of a page: strings and a map of records, about 200 bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
pub struct Click {
    /// Who clicked.
    pub email: String,
    /// When, as text.
    pub timestamp: String,
    /// What page.
    pub uri: String,
    /// How often.
    pub number: i32,
    /// The elements clicked.
    pub attributes: HashMap<String, Attribute>,
}

/// An element of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
pub struct Attribute {
    /// Its name.
    pub element: String,
    /// Its text.
    pub content: String,
}

/// Sixteen numbers and flags, about 60 bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
#[expect(missing_docs, reason = "the names carry no meaning")]
pub struct Flat {
    pub long_a: i64,
    pub int_a: i32,
    pub double_a: f64,
    pub boolean_a: bool,
    pub long_b: i64,
    pub int_b: i32,
    pub double_b: f64,
    pub boolean_b: bool,
    pub long_c: i64,
    pub int_c: i32,
    pub double_c: f64,
    pub boolean_c: bool,
    pub long_d: i64,
    pub int_d: i32,
    pub double_d: f64,
    pub boolean_d: bool,
}

/// Twenty optional fields, half of them null, about 77 bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
#[expect(missing_docs, reason = "the names carry no meaning")]
pub struct Nullable {
    pub long_a: Option<i64>,
    pub int_a: Option<i32>,
    pub double_a: Option<f64>,
    pub boolean_a: Option<bool>,
    pub string_a: Option<String>,
    pub long_b: Option<i64>,
    pub int_b: Option<i32>,
    pub double_b: Option<f64>,
    pub boolean_b: Option<bool>,
    pub string_b: Option<String>,
    pub long_c: Option<i64>,
    pub int_c: Option<i32>,
    pub double_c: Option<f64>,
    pub boolean_c: Option<bool>,
    pub string_c: Option<String>,
    pub long_d: Option<i64>,
    pub int_d: Option<i32>,
    pub double_d: Option<f64>,
    pub boolean_d: Option<bool>,
    pub string_d: Option<String>,
}

/// An order of twenty lines, about 680 bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
pub struct Order {
    /// Its key.
    #[serde(with = "serde_bytes")]
    #[avro(serde = false)]
    pub id: [u8; 16],
    /// When it was placed: milliseconds since 1970.
    #[avro(timestamp_millis)]
    pub placed: i64,
    /// How far it is.
    pub status: Status,
    /// What was ordered.
    pub lines: Vec<Line>,
}

/// How far an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Status {
    New,
    Paid,
    Sent,
    Done,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, AvroSchema)]
#[avro(namespace = "shapes")]
pub struct Line {
    /// The article.
    pub sku: String,
    /// How many.
    pub qty: i32,
    /// Price of one.
    pub price: f64,
    /// Marks.
    pub tags: Vec<String>,
}

/// A type that is measured.
pub trait Shape: Sized {
    /// What the tables call it.
    const NAME: &'static str;
    /// How many records a pool has.
    const POOL: usize;
    /// Its schema.
    const SCHEMA: &'static str;
    /// A random record.
    fn random(random: &mut Random) -> Self;
}

impl Shape for Click {
    const NAME: &'static str = "click";
    const POOL: usize = 16_384;
    const SCHEMA: &'static str = r#"{"type":"record","name":"Click","namespace":"shapes","fields":[
        {"name":"email","type":"string"},{"name":"timestamp","type":"string"},{"name":"uri","type":"string"},
        {"name":"number","type":"int"},
        {"name":"attributes","type":{"type":"map","values":{"type":"record","name":"Attribute","fields":[
            {"name":"element","type":"string"},{"name":"content","type":"string"}]}}}]}"#;

    fn random(random: &mut Random) -> Self {
        Click {
            email: format!("{}@{}.com", random.word(4, 10), random.word(4, 8)),
            timestamp: format!("2026-11-22T{:02}:{:02}:{:02}Z", random.below(24), random.below(60), random.below(60)),
            uri: format!("https://{}.com/{}/{}", random.word(4, 10), random.word(3, 8), random.word(4, 12)),
            number: random.below(1000) as i32,
            attributes: (0..1 + random.below(5))
                .map(|_| {
                    let attribute = Attribute { element: random.word(3, 12), content: random.word(8, 24) };
                    (random.word(4, 12), attribute)
                })
                .collect(),
        }
    }
}

impl Shape for Flat {
    const NAME: &'static str = "flat";
    const POOL: usize = 16_384;
    const SCHEMA: &'static str = r#"{"type":"record","name":"Flat","namespace":"shapes","fields":[
        {"name":"long_a","type":"long"},{"name":"int_a","type":"int"},{"name":"double_a","type":"double"},{"name":"boolean_a","type":"boolean"},
        {"name":"long_b","type":"long"},{"name":"int_b","type":"int"},{"name":"double_b","type":"double"},{"name":"boolean_b","type":"boolean"},
        {"name":"long_c","type":"long"},{"name":"int_c","type":"int"},{"name":"double_c","type":"double"},{"name":"boolean_c","type":"boolean"},
        {"name":"long_d","type":"long"},{"name":"int_d","type":"int"},{"name":"double_d","type":"double"},{"name":"boolean_d","type":"boolean"}]}"#;

    fn random(random: &mut Random) -> Self {
        Flat {
            long_a: random.long(45),
            int_a: random.int(),
            double_a: random.double(),
            boolean_a: random.coin(),
            long_b: random.long(45),
            int_b: random.int(),
            double_b: random.double(),
            boolean_b: random.coin(),
            long_c: random.long(45),
            int_c: random.int(),
            double_c: random.double(),
            boolean_c: random.coin(),
            long_d: random.long(45),
            int_d: random.int(),
            double_d: random.double(),
            boolean_d: random.coin(),
        }
    }
}

/// `make`, or nothing.
fn half<T>(random: &mut Random, make: impl Fn(&mut Random) -> T) -> Option<T> {
    if random.coin() { Some(make(random)) } else { None }
}

impl Shape for Nullable {
    const NAME: &'static str = "nullable";
    const POOL: usize = 16_384;
    const SCHEMA: &'static str = r#"{"type":"record","name":"Nullable","namespace":"shapes","fields":[
        {"name":"long_a","type":["null","long"]},{"name":"int_a","type":["null","int"]},{"name":"double_a","type":["null","double"]},
        {"name":"boolean_a","type":["null","boolean"]},{"name":"string_a","type":["null","string"]},
        {"name":"long_b","type":["null","long"]},{"name":"int_b","type":["null","int"]},{"name":"double_b","type":["null","double"]},
        {"name":"boolean_b","type":["null","boolean"]},{"name":"string_b","type":["null","string"]},
        {"name":"long_c","type":["null","long"]},{"name":"int_c","type":["null","int"]},{"name":"double_c","type":["null","double"]},
        {"name":"boolean_c","type":["null","boolean"]},{"name":"string_c","type":["null","string"]},
        {"name":"long_d","type":["null","long"]},{"name":"int_d","type":["null","int"]},{"name":"double_d","type":["null","double"]},
        {"name":"boolean_d","type":["null","boolean"]},{"name":"string_d","type":["null","string"]}]}"#;

    fn random(random: &mut Random) -> Self {
        let long = |random: &mut Random| random.long(45);
        let word = |random: &mut Random| random.word(8, 16);
        Nullable {
            long_a: half(random, long),
            int_a: half(random, Random::int),
            double_a: half(random, Random::double),
            boolean_a: half(random, Random::coin),
            string_a: half(random, word),
            long_b: half(random, long),
            int_b: half(random, Random::int),
            double_b: half(random, Random::double),
            boolean_b: half(random, Random::coin),
            string_b: half(random, word),
            long_c: half(random, long),
            int_c: half(random, Random::int),
            double_c: half(random, Random::double),
            boolean_c: half(random, Random::coin),
            string_c: half(random, word),
            long_d: half(random, long),
            int_d: half(random, Random::int),
            double_d: half(random, Random::double),
            boolean_d: half(random, Random::coin),
            string_d: half(random, word),
        }
    }
}

impl Shape for Order {
    const NAME: &'static str = "order";
    const POOL: usize = 2_048;
    const SCHEMA: &'static str = r#"{"type":"record","name":"Order","namespace":"shapes","fields":[
        {"name":"id","type":{"type":"fixed","name":"avro_runtime.Fixed16","size":16}},
        {"name":"placed","type":{"type":"long","logicalType":"timestamp-millis"}},
        {"name":"status","type":{"type":"enum","name":"Status","symbols":["New","Paid","Sent","Done"]}},
        {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
            {"name":"sku","type":"string"},{"name":"qty","type":"int"},{"name":"price","type":"double"},
            {"name":"tags","type":{"type":"array","items":"string"}}]}}}]}"#;

    fn random(random: &mut Random) -> Self {
        let mut id = [0; 16];
        id[..8].copy_from_slice(&random.bits().to_le_bytes());
        id[8..].copy_from_slice(&random.bits().to_le_bytes());
        Order {
            id,
            placed: 1_760_000_000_000 + random.below(1 << 30) as i64,
            status: [Status::New, Status::Paid, Status::Sent, Status::Done][random.below(4)],
            lines: (0..20)
                .map(|_| Line {
                    sku: random.word(8, 12),
                    qty: 1 + random.below(99) as i32,
                    price: random.double(),
                    tags: (0..random.below(4)).map(|_| random.word(4, 8)).collect(),
                })
                .collect(),
        }
    }
}

/// A pool of random records, the same on every machine (but for the order of a map's entries).
pub fn pool<S: Shape>() -> Vec<S> {
    let mut random = Random::new(S::POOL as u64);
    (0..S::POOL).map(|_| S::random(&mut random)).collect()
}

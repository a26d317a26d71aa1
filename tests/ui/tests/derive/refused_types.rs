use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU64;
use std::path::PathBuf;

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Refused {
    count: NonZeroU64,
    counts: [u64; 3],
    lasts: std::time::Duration,
    unitless: Vec<std::time::Duration>,
    path: PathBuf,
    paths: Option<std::path::PathBuf>,
    json: HashMap<String, serde_json::Value>,
    name: &'static str,
    names: Vec<&'static [u8]>,
    twice: Option<Option<i32>>,
    pairs: BTreeMap<String, (i32, i32)>,
    callback: Box<dyn Fn(i32) -> i32>,
    #[avro(as = "long")]
    duration: std::time::Duration,
}

fn main() {}

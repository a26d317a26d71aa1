use std::time::{Duration, Instant};

use avro_runtime::AvroSchema;

type Count = u64;
type Big = u128;
type Pair = (i32, String);
type Place = std::path::PathBuf;

#[derive(AvroSchema)]
struct Page<T> {
    item: T,
}

#[derive(AvroSchema)]
struct Refused {
    count: Count,
    big: Vec<Big>,
    lasts: Duration,
    since: Instant,
    pair: Pair,
    place: Option<Place>,
    page: Page<usize>,
}

fn main() {}

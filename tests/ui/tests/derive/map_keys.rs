use std::collections::{BTreeMap, HashMap};

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Maps {
    by_number: HashMap<i32, String>,
    by_char: BTreeMap<char, i32>,
}

#[derive(PartialEq, Eq, Hash)]
struct Point(i32, i32);

#[derive(AvroSchema)]
struct Keys {
    #[avro(keys = "string")]
    by_point: HashMap<Point, i32>,
    #[avro(keys = "string", as = "long")]
    of_points: Vec<HashMap<Point, u64>>,
    #[avro(as = "long")]
    by_long: HashMap<u64, u64>,
    #[avro(keys = "string")]
    names: BTreeMap<String, i32>,
    #[avro(keys = "string")]
    list: Vec<i32>,
    #[avro(keys = "long")]
    longs: BTreeMap<i64, i32>,
    #[avro(keys)]
    none: BTreeMap<i64, i32>,
    #[avro(skip, keys = "string")]
    skipped: BTreeMap<i64, i32>,
}

#[derive(AvroSchema)]
#[avro(keys = "string")]
struct Elsewhere {
    id: i64,
}

#[derive(AvroSchema)]
#[avro(map_key = false)]
struct Order {
    id: i64,
}

#[derive(AvroSchema)]
#[avro(map_key = true)]
struct Email(String);

fn main() {}

use std::collections::{BTreeMap, HashMap};

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Maps {
    by_number: HashMap<i32, String>,
    by_char: BTreeMap<char, i32>,
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

use std::collections::HashMap;

use avro_runtime::AvroSchema;

#[derive(AvroSchema, PartialEq, Eq, Hash)]
struct Number(i64);

#[derive(AvroSchema, PartialEq, Eq, Hash)]
struct Key(Number);

#[derive(AvroSchema)]
struct Maps {
    by_key: HashMap<Key, i32>,
}

fn main() {}

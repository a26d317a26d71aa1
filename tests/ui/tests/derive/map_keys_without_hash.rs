use std::collections::{BTreeMap, HashMap};

use avro_runtime::AvroSchema;

struct Plain;

#[derive(AvroSchema)]
struct Email(String);

#[derive(AvroSchema)]
struct Order {
    by_key: HashMap<Plain, Plain>,
    by_email: HashMap<Email, i32>,
    ordered: BTreeMap<Email, i32>,
}

fn main() {}

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use avro_runtime::AvroSchema;

struct Plain;

type Plains = Vec<Plain>;

#[derive(AvroSchema)]
struct Order {
    plain: Plain,
    list: Option<Vec<Box<Plain>>>,
    map: HashMap<String, Plain>,
    alias: Plains,
    lock: Mutex<i32>,
    both: BTreeMap<Plain, Plain>,
    #[avro(via = Plain)]
    via: String,
}

#[derive(AvroSchema)]
struct Wrapped(Plain);

#[derive(AvroSchema)]
enum Payment {
    Card(Plain),
    Cash { amount: Plain },
}

fn main() {}

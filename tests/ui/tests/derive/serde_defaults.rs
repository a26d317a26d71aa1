//! Defaults of serde that a schema cannot state.

use avro_runtime::AvroSchema;
use serde::{Deserialize, Serialize};

#[derive(AvroSchema, Serialize, Deserialize, Default)]
enum Status {
    #[default]
    New,
}

fn currency() -> String {
    "EUR".to_owned()
}

#[derive(AvroSchema, Serialize, Deserialize)]
struct Order {
    #[serde(default)]
    status: Status,
    #[serde(default = "currency")]
    currency: String,
    #[serde(default)]
    #[avro(as = "string")]
    number: u64,
    #[serde(default)]
    letter: char,
}

#[derive(AvroSchema, Serialize, Deserialize, Default)]
#[serde(default)]
struct Settings {
    name: String,
    limit: Option<i32>,
    #[avro(default)]
    count: i32,
    ratio: f64,
}

fn main() {}

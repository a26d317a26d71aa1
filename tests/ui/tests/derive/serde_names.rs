//! What serde calls things that Avro cannot call so.

use avro_runtime::AvroSchema;
use serde::{Deserialize, Serialize};

#[derive(AvroSchema, Serialize, Deserialize)]
#[serde(rename = "order-placed", rename_all = "kebab-case")]
struct Order {
    #[serde(rename = "customer id")]
    customer_id: String,
    #[serde(rename(serialize = "a", deserialize = "b"))]
    both: i32,
    #[serde(rename(deserialize = "read"))]
    one: i32,
}

#[derive(AvroSchema, Serialize, Deserialize)]
#[serde(rename_all(serialize = "camelCase", deserialize = "snake_case"))]
enum Status {
    #[serde(rename = "1st")]
    First,
}

#[derive(AvroSchema, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "SCREAMING-KEBAB-CASE")]
enum Event {
    #[serde(rename = "order.created")]
    Created { id: i64 },
    #[serde(rename_all = "kebab-case")]
    Deleted { id: i64 },
}

#[derive(AvroSchema, Serialize)]
struct Twice {
    a: i32,
    #[serde(rename = "a")]
    b: i32,
}

#[derive(AvroSchema, Serialize, Deserialize)]
#[serde(untagged)]
enum Nothing {
    Value(i32),
    First,
    Second,
}

fn main() {}

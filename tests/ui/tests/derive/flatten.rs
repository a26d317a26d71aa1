use std::collections::HashMap;

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Meta {
    by: String,
    at: i64,
}

#[derive(AvroSchema)]
struct Words {
    #[avro(flatten, name = "x", default)]
    meta: Meta,
    #[avro(flatten)]
    extra: HashMap<String, String>,
    #[avro(flatten)]
    maybe: Option<Meta>,
    #[avro(flatten)]
    list: Vec<Meta>,
}

#[derive(AvroSchema)]
struct Held(#[avro(flatten)] Meta);

fn main() {}

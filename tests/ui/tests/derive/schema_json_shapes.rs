use std::collections::HashMap;

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(namespace = "a")]
struct Line {
    #[avro(schema_json = r#"{"type": "int", "x": 1}"#)]
    primitive: i64,
    #[avro(schema_json = r#"{"type": "array", "items": "a.Id", "x": 1}"#)]
    name: Vec<Other>,
    #[avro(schema_json = r#"{"type": "map", "values": {"type": "long", "x": 1}}"#)]
    list: Vec<i64>,
    #[avro(schema_json = r#"["null", {"type": "string", "x": 1}]"#)]
    order: Either,
    #[avro(schema_json = r#"[{"type": "string", "x": 1}, "null", "a.Other"]"#)]
    count: Option<String>,
    #[avro(schema_json = r#"{"type": "map", "values": ["null", {"type": "array", "items": "string", "x": 1}]}"#)]
    deep: HashMap<String, Option<Vec<i32>>>,
}

#[derive(AvroSchema)]
#[avro(namespace = "a")]
struct Other {
    a: i32,
}

#[derive(AvroSchema)]
enum Either {
    Text(String),
    #[avro(null)]
    Nothing,
}

#[derive(AvroSchema)]
struct Page<T> {
    items: Vec<T>,
    #[avro(schema_json = r#"{"type": "int", "x": 1}"#)]
    count: i64,
}

fn main() {}

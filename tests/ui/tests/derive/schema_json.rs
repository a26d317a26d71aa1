use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(schema_json = "{}")]
struct Order {
    #[avro(schema_json = "{")]
    a: i32,
    #[avro(schema_json = "1")]
    b: i32,
    #[avro(schema_json = r#"{"items": "int"}"#)]
    c: Vec<i32>,
    #[avro(schema_json = r#"{"type": "array", "itmes": "int"}"#)]
    d: Vec<i32>,
    #[avro(schema_json = r#"{"type": "fixed", "name": "Id", "size": 16}"#)]
    e: [u8; 16],
    #[avro(schema_json = r#"{"type": "strng", "x": 1}"#)]
    f: String,
    #[avro(schema_json = r#"{"type": "Other", "x": 1}"#)]
    g: Other,
    #[avro(date, schema_json = r#"{"type": "int", "logicalType": "date"}"#)]
    h: i32,
    #[avro(schema_json)]
    i: i32,
    #[avro(skip, schema_json = r#"{"type": "int", "x": 1}"#)]
    j: i32,
    #[avro(schema_jsno = r#"{"type": "int", "x": 1}"#)]
    k: i32,
}

#[derive(AvroSchema)]
struct Page<T> {
    #[avro(schema_json = r#"{"type": "array", "items": "int", "x": 1}"#)]
    items: Vec<T>,
}

#[derive(AvroSchema)]
struct Other {
    a: i32,
}

fn main() {}

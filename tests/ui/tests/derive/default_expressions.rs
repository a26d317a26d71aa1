use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(default = String::new())]
    a: String,
    #[avro(default = 1 + 1)]
    b: i32,
    #[avro(default_json = "{")]
    c: std::collections::HashMap<String, i64>,
    #[avro(default = 0, default_json = "1")]
    d: i32,
    #[avro(default, required)]
    e: Option<i32>,
}

fn main() {}

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
    #[avro(default = {})]
    f: std::collections::HashMap<String, i64>,
    #[avro(default = Default::default())]
    g: i64,
    #[avro(default = vec![])]
    h: Vec<i64>,
    #[avro(default = "x".to_string())]
    i: String,
}

fn main() {}

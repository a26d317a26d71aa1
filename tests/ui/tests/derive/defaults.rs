use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Status {
    New,
    Paid,
}

#[derive(AvroSchema)]
struct Line {
    qty: i32,
}

#[derive(AvroSchema)]
struct Order {
    #[avro(default = "x")]
    a: i32,
    #[avro(default = 1.5)]
    b: i64,
    #[avro(default = 1)]
    c: String,
    #[avro(default = "NEW")]
    d: Status,
    #[avro(default = "text")]
    e: Vec<u8>,
    #[avro(default = [1, "two"])]
    f: Vec<i32>,
    #[avro(default = b"abc")]
    g: [u8; 4],
    #[avro(default = "x")]
    h: Option<i32>,
    #[avro(default = true)]
    i: Line,
    #[avro(default_json = r#"{"qty": "many"}"#)]
    j: Line,
    #[avro(default_json = r#"{"a": 1, "b": null}"#)]
    k: std::collections::HashMap<String, i64>,
    #[avro(default = None)]
    l: i32,
    #[avro(default = 'c')]
    m: bool,
    #[avro(default = false)]
    n: f64,
}

fn main() {}

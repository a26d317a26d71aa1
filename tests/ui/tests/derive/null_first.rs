use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(null_first)]
    a: Option<i32>,
    #[avro(null_first, default = 1)]
    b: Option<i32>,
    #[avro(null_first, null_last, default_json = "1")]
    c: Option<i32>,
    #[avro(null_first, default_json = "1")]
    d: i32,
    #[avro(null_first, default_json = "null")]
    e: Option<i32>,
}

fn main() {}

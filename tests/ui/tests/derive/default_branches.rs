use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Either {
    Int(i32),
    Text(String),
}

#[derive(AvroSchema)]
struct Order {
    #[avro(default_json = "true")]
    a: Either,
    #[avro(default = "x")]
    b: Either,
    #[avro(null_first, default_json = "1.5")]
    c: Option<i32>,
    #[avro(default_json = r#""x""#)]
    sound: Either,
}

fn main() {}

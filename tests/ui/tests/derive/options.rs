use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    a: Option<Option<i32>>,
    #[avro(required)]
    b: i32,
    #[avro(null_last)]
    c: String,
    #[avro(null_last, default = None)]
    d: Option<i32>,
}

#[derive(AvroSchema)]
enum Payment {
    Card { last4: String },
    Other(Option<String>),
}

fn main() {}

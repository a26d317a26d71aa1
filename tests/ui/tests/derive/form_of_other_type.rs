use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(as = "long")]
    a: String,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Name(String);

#[derive(AvroSchema)]
struct Order {
    #[avro(exact)]
    a: Name,
}

fn main() {}

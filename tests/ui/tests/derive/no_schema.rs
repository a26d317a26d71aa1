use avro_runtime::AvroSchema;

struct Plain;

#[derive(AvroSchema)]
struct Order {
    plain: Plain,
}

fn main() {}

use avro_runtime::AvroSchema;

struct Plain;

#[derive(AvroSchema)]
struct Order {
    plain: Plain,
    count: u64,
}

fn main() {}

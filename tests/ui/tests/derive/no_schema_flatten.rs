use avro_runtime::AvroSchema;

struct Plain;

#[derive(AvroSchema)]
struct Order {
    id: i64,
    #[avro(flatten)]
    plain: Plain,
}

fn main() {}

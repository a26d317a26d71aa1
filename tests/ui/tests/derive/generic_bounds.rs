use avro_runtime::AvroSchema;

struct Plain;

#[derive(AvroSchema)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
struct Order {
    page: Page<Plain>,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    count: u64,
    index: Option<usize>,
    big: std::collections::HashMap<String, Vec<i128>>,
}

fn main() {}

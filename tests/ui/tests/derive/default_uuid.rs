use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(default, uuid)]
    id: String,
    #[avro(default = "00000000-0000-0000-0000-000000000000", uuid)]
    parent: String,
}

fn main() {}

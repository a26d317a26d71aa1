use avro_runtime::AvroSchema;

#[derive(AvroSchema, Clone, Copy)]
enum Status {
    New,
    #[avro(other)]
    Unknown,
}

#[derive(AvroSchema)]
struct Order {
    #[avro(default = Status::Unknown)]
    status: Status,
}

fn main() {}

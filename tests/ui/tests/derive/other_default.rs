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

const FIRST: Status = Status::New;

#[derive(AvroSchema)]
struct Constant {
    #[avro(default = FIRST)]
    status: Status,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Status {
    New,
    Paid,
}

#[derive(AvroSchema)]
enum Other {
    New,
}

const LIMIT: i32 = 3;

#[derive(AvroSchema)]
struct Order {
    #[avro(default = Status::Nwe)]
    a: Status,
    #[avro(default = Other::New)]
    b: Status,
    #[avro(default = LIMIT)]
    c: i32,
}

fn main() {}

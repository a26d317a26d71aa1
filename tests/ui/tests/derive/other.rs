use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Only {
    #[avro(other)]
    Unknown,
}

#[derive(AvroSchema)]
enum Two {
    A,
    #[avro(other)]
    First,
    #[avro(other)]
    Second(String),
}

#[derive(AvroSchema)]
enum Holding {
    A,
    #[avro(other)]
    Number(i32),
}

#[derive(AvroSchema)]
enum Words {
    A,
    #[avro(other, name = "x", default)]
    Unknown,
}

#[derive(AvroSchema)]
struct Misplaced {
    #[avro(other)]
    a: i32,
}

#[derive(AvroSchema, Clone, Copy)]
enum Status {
    New,
    #[avro(other)]
    Unknown,
}

fn main() {}

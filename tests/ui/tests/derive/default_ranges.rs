use avro_runtime::AvroSchema;

type Id = i32;

#[derive(AvroSchema)]
struct Order {
    #[avro(default = 300)]
    a: u8,
    #[avro(default = -1)]
    b: Option<u32>,
}

#[derive(AvroSchema)]
struct Aliased {
    #[avro(default = 3_000_000_000)]
    c: Id,
}

fn main() {}

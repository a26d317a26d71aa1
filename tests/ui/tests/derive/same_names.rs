use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Fields {
    a: i32,
    #[avro(name = "a")]
    b: i32,
    #[avro(alias = "c")]
    c: i32,
    #[avro(alias = "a")]
    d: i32,
    #[avro(alias = "old")]
    e: i32,
    #[avro(alias = "old")]
    f: i32,
}

#[derive(AvroSchema)]
enum Symbols {
    A,
    #[avro(name = "A")]
    B,
}

#[derive(AvroSchema)]
enum Records {
    A { x: i32 },
    #[avro(name = "RecordsA")]
    B { x: i32 },
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Twice {
    A(i32),
    B(i32),
    C(String),
}

#[derive(AvroSchema)]
enum Inner {
    A { x: i32 },
    B(String),
}

#[derive(AvroSchema)]
enum Nested {
    A(Inner),
    B(i32),
}

#[derive(AvroSchema)]
struct Flat {
    a: Vec<Option<Inner>>,
    b: Vec<Option<Twice>>,
}

fn main() {}

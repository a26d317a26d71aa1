use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Status {
    New,
}

#[derive(AvroSchema)]
struct A {
    #[avro(default)]
    a: Status,
}

#[derive(AvroSchema)]
struct B {
    #[avro(default)]
    a: A,
}

#[derive(AvroSchema)]
struct C {
    #[avro(default)]
    a: [u8; 4],
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(evolution = "sideways")]
struct A {
    a: i32,
}

#[derive(AvroSchema)]
#[avro(evolution, gate = "buid")]
struct B {
    b: i32,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(evolution = "sideways")]
struct A {
    a: i32,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(evolution, allow(default-value-change, type_changed), deny("type-changed", unit-changed), warn)]
struct A {
    a: i32,
}

#[derive(AvroSchema)]
#[avro(evolution, allow = "unit-changed")]
struct B {
    b: i32,
}

#[derive(AvroSchema)]
#[avro(deny(namespace-changed))]
struct NoRoot {
    c: i32,
}

#[derive(AvroSchema)]
#[avro(evolution, deny(float-for-money))]
struct OfOneSchema {
    #[avro(allow(unit-changed))]
    d: i32,
}

fn main() {}

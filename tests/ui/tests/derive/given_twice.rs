use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(name = "A", rename = "B")]
#[avro(namespace = "a", namespace = "b")]
struct Twice {
    #[avro(alias = "x", alias = "x")]
    a: i32,
}

#[derive(AvroSchema)]
#[avro(name = "com.acme.Both", namespace = "com.other")]
struct Both {
    a: i32,
}

fn main() {}

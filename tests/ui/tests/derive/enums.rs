use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Empty {}

#[derive(AvroSchema)]
enum Defaults {
    #[avro(default)]
    A,
    #[avro(default)]
    B,
}

#[derive(AvroSchema)]
enum Symbols {
    #[avro(alias = "Old", doc = "text")]
    A,
}

#[derive(AvroSchema)]
#[avro(alias = "Old", record)]
enum Union {
    #[avro(default)]
    A { x: i32 },
    #[avro(null)]
    B { x: i32 },
    #[avro(null)]
    C,
    #[avro(null)]
    D,
    #[avro(name = "Text")]
    E(String),
}

fn main() {}

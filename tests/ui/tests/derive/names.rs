use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(name = "Order-Placed", namespace = "com.acme-orders")]
struct Name {
    #[avro(name = "order id")]
    a: i32,
    #[avro(name = "a.b", alias = "1st")]
    b: i32,
}

#[derive(AvroSchema)]
struct Größe {
    länge: i32,
    数量: i32,
}

#[derive(AvroSchema)]
enum Symbols {
    #[avro(name = "IN-PROGRESS")]
    InProgress,
    Übrig,
}

#[derive(AvroSchema)]
#[allow(non_camel_case_types)]
struct int {
    a: i32,
}

#[derive(AvroSchema)]
#[avro(alias = "com..Old")]
struct Alias {
    a: i32,
}

fn main() {}

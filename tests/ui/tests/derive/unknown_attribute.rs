use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(namepsace = "com.acme")]
struct Near {
    #[avro(defualt = 1)]
    a: i32,
    #[avro(colour)]
    b: i32,
    #[avro(namespace = "com.acme")]
    c: i32,
    #[avro(timestamp)]
    d: i64,
    #[avro(logical_type = "date")]
    e: i32,
    #[avro(null_)]
    f: Option<i32>,
}

#[derive(AvroSchema)]
#[avro(default, evol)]
struct Elsewhere {
    #[avro(rename_all = "camelCase")]
    a: i32,
}

#[derive(AvroSchema)]
enum Suit {
    #[avro(skip)]
    Hearts,
    #[avro(symbl = "SPADES")]
    Spades,
}

fn main() {}

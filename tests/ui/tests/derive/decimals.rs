use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(decimal)]
    a: Vec<u8>,
    #[avro(decimal(9, 2))]
    b: Vec<u8>,
    #[avro(decimal(scale = 2))]
    c: Vec<u8>,
    #[avro(decimal(precision = 0))]
    d: Vec<u8>,
    #[avro(decimal(precision = 4, scale = 5))]
    e: Vec<u8>,
    #[avro(decimal(precision = "9", scale = -1))]
    f: Vec<u8>,
    #[avro(decimal(precision = 9, precision = 8, digits = 1))]
    g: Vec<u8>,
    #[avro(decimal(precision = 9, scale = 2))]
    h: String,
    #[avro(decimal(precision = 9))]
    i: Option<[u8; 8]>,
    #[avro(big_decimal)]
    j: Vec<i64>,
    #[avro(decimal(precision = 9), big_decimal)]
    k: Vec<u8>,
    #[avro(decimla(precision = 9))]
    l: Vec<u8>,
}

fn main() {}

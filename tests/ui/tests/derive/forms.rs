use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(as = "int")]
    a: u64,
    #[avro(as = "long", timestamp_millis)]
    b: u64,
    #[avro(timestamp_millis, timestamp_micros)]
    c: i64,
    #[avro(unit = "ms")]
    d: std::time::Duration,
    #[avro(as = "long", unit = "days")]
    e: std::time::Duration,
    #[avro(as = "string", unit = "ms")]
    f: std::time::Duration,
    #[avro(fixed = "Md5")]
    g: Vec<u8>,
    #[avro(fixed = "Md-5")]
    h: [u8; 16],
    #[avro(fixed)]
    i: [u8; 16],
    #[avro(date = "yes")]
    j: i32,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(date)]
    a: i64,
    #[avro(time_micros)]
    b: Option<Vec<i32>>,
    #[avro(uuid)]
    c: Vec<u8>,
    #[avro(timestamp_millis)]
    d: String,
    #[avro(uuid)]
    e: [u8; 16],
    #[avro(duration)]
    f: [u8; 12],
}

#[derive(AvroSchema)]
#[avro(uuid)]
struct Id(String);

#[derive(AvroSchema)]
#[avro(fixed, uuid, decimal(precision = 9))]
struct Two([u8; 16]);

#[derive(AvroSchema)]
#[avro(duration)]
struct Spans {
    first: i32,
}

#[derive(AvroSchema)]
#[avro(fixed, decimal(precision = 9, scale = 10))]
struct Price([u8; 8]);

fn main() {}

use avro_runtime::{AvroSchema, Duration};

struct Decimal;
struct Uuid;

#[derive(AvroSchema)]
struct Order {
    #[avro(decimal(precision = 9, scale = 2, fixed = 4))]
    nameless: Decimal,
    #[avro(decimal(precision = 9, scale = 2, name = "Price"))]
    no_size: Decimal,
    #[avro(decimal(precision = 10, scale = 2, fixed = 4, name = "Price"))]
    too_small: Decimal,
    #[avro(decimal(precision = 9, fixed = 4, name = Price))]
    no_text: Decimal,
    #[avro(decimal(precision = 9, fixed = 4, name = "A", name = "B"))]
    twice: Decimal,
    #[avro(decimal(precision = 9, fixed = 4, name = "no-name"))]
    bad_name: Decimal,
    #[avro(decimal(precision = 9, fixed = 4, name = "Price"))]
    bytes: Vec<u8>,
    #[avro(uuid_fixed)]
    text: String,
    #[avro(uuid_fixed = 16)]
    number: Uuid,
    #[avro(uuid_fixed, uuid)]
    both: Uuid,
    #[avro(exact, decimal(precision = 9))]
    exact_decimal: Decimal,
    #[avro(exact, date)]
    exact_date: i32,
    #[avro(exact = true, timestamp_millis)]
    exact_value: i64,
    #[avro(timestamp_millis, exact)]
    exact_number: Vec<i64>,
    #[avro(exact)]
    exact_text: Option<String>,
}

#[derive(AvroSchema)]
#[avro(fixed, decimal(precision = 9))]
struct Sizeless(Decimal);

#[derive(AvroSchema)]
#[avro(fixed = 4, decimal(precision = 9))]
struct Twice([u8; 4]);

#[derive(AvroSchema)]
#[avro(fixed = 12, uuid)]
struct Id(Uuid);

#[derive(AvroSchema)]
#[avro(fixed = "Id", uuid)]
struct Named(Uuid);

#[derive(AvroSchema)]
#[avro(fixed, uuid)]
struct Text(String);

#[derive(AvroSchema)]
#[avro(fixed = 4, decimal(precision = 9, fixed = 4, name = "Price"))]
struct Price(Decimal);

#[derive(AvroSchema)]
#[avro(fixed, duration)]
struct Period(#[avro(as = "long")] Duration);

fn main() {}

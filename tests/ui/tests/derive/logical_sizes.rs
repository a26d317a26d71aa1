use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(fixed, decimal(precision = 10))]
struct Price([u8; 4]);

#[derive(AvroSchema)]
#[avro(fixed, uuid)]
struct Id([u8; 15]);

#[derive(AvroSchema)]
#[avro(fixed, duration, prop("unit" = "days"))]
struct Span([u8; 16]);

fn main() {}

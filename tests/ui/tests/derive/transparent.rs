use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(transparent)]
struct Two {
    a: i32,
    b: i32,
}

#[derive(AvroSchema)]
#[avro(transparent)]
struct Unit;

#[derive(AvroSchema)]
#[avro(transparent, name = "Other", record)]
struct Named(i32);

#[derive(AvroSchema)]
#[avro(transparent)]
enum Status {
    New,
}

#[derive(AvroSchema)]
struct Misplaced {
    #[avro(transparent)]
    a: i32,
}

fn main() {}

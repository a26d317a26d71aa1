use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Pair(i32, #[avro(name = "second")] String);

#[derive(AvroSchema)]
#[avro(record)]
struct Email(String);

#[derive(AvroSchema)]
enum Shape {
    Circle { radius: f64 },
    Rectangle(f64, f64),
}

fn main() {}

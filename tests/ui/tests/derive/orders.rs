use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(order = "ignore")]
struct Order {
    #[avro(order)]
    a: i32,
    #[avro(order = "desc")]
    b: i32,
    #[avro(odrer = "ignore")]
    c: i32,
    #[avro(error)]
    d: i32,
    #[avro(skip, order = "ignore")]
    e: i32,
}

#[derive(AvroSchema)]
#[avro(error)]
enum Status {
    A,
}

#[derive(AvroSchema)]
#[avro(error = "yes")]
struct Failure {
    #[avro(doc = true)]
    text: String,
}

#[derive(AvroSchema)]
#[avro(error)]
struct Newtype(String);

fn main() {}

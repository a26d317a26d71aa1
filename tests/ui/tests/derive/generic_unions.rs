use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Either {
    Number(i32),
    Text(String),
}

#[derive(AvroSchema)]
enum Event<T> {
    Put(T),
    Count(i32),
}

#[derive(AvroSchema)]
struct Page<T> {
    events: Vec<Event<T>>,
}

#[derive(AvroSchema)]
struct Nested {
    event: Event<Either>,
    optional: Event<Option<String>>,
    twice: Option<Event<i32>>,
    page: Page<Either>,
    fine: Page<String>,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Line {
    qty: i32,
}

#[derive(AvroSchema)]
#[avro(namespace = "")]
struct Meant {
    qty: i32,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
struct Order {
    lines: Vec<Line>,
    meant: Meant,
    maybe: Option<Line>,
}

#[derive(AvroSchema)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
struct Report {
    numbers: Page<i64>,
    orders: Option<Page<Meant>>,
}

fn main() {}

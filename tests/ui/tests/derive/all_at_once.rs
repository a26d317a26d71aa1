use avro_runtime::AvroSchema;

/// One type with several mistakes, used by another: each mistake is one error, and the use is none.
#[derive(AvroSchema)]
#[avro(namespace = "com.acme", renam_all = "camelCase")]
struct Order {
    #[avro(name = "order-id")]
    order_id: i64,
    #[avro(requird)]
    note: Option<String>,
    pair: (i32, i32),
    #[avro(default = "many")]
    count: i32,
    #[avro(default = [1, 3_000_000_000])]
    sizes: Vec<i32>,
    plain: Option<Plain>,
    #[avro(via = i64)]
    price: Plain,
}

struct Plain;

#[derive(AvroSchema)]
struct Outer {
    orders: Vec<Order>,
    last: Option<Order>,
}

fn main() {}

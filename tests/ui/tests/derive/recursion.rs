use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Value {
    Number(f64),
    List(Vec<Option<Value>>),
    Map(std::collections::HashMap<String, Self>),
    Named { items: Vec<Value> },
}

#[derive(AvroSchema)]
struct List(Vec<List>);

#[derive(AvroSchema)]
struct Node {
    id: i64,
    next: Box<Node>,
    other: Option<Box<Node>>,
    shared: std::sync::Arc<Box<Self>>,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
    first: Option<Box<Self>>,
}

#[derive(AvroSchema)]
#[avro(evolution = "full")]
struct Page<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
#[avro(name = "Page{X}")]
struct Named<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
#[avro(name = "Page{T")]
struct Open<T> {
    items: Vec<T>,
}

fn main() {}

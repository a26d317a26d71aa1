use std::collections::HashMap;

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
}

#[derive(AvroSchema)]
struct Pair<A, B> {
    first: A,
    second: B,
    #[avro(by_name)]
    itself: Option<Box<Pair<A, B>>>,
    swapped: Option<Box<Pair<B, A>>>,
}

#[derive(AvroSchema)]
struct Names<T>(HashMap<T, Names<T>>);

#[derive(AvroSchema)]
struct Two<A, B> {
    first: A,
    second: B,
}

#[derive(AvroSchema)]
struct Wrapped<T>(Two<T, Option<Box<Wrapped<T>>>>);

#[derive(AvroSchema)]
struct Plain {
    #[avro(by_name)]
    tree: Vec<Tree<i32>>,
}

#[derive(AvroSchema)]
struct Leaf<T> {
    #[avro(by_name)]
    value: Vec<T>,
    #[avro(by_name, as = "string")]
    text: Vec<Tree<T>>,
}

#[derive(AvroSchema)]
enum Value<T> {
    One(T),
    All(Vec<Value<T>>),
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

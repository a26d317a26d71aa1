use std::collections::HashMap;

use avro_runtime::AvroSchema;

struct Plain;

struct Pair<A, B>(A, B);

struct Borrowed<'a>(&'a str);

mod chrono {
    pub struct DateTime<Tz>(pub Tz);
}

// One error for each field: what a type with parameters needs is said in the same words in each impl.
#[derive(AvroSchema)]
struct Page<'a, T, const N: usize> {
    items: Vec<T>,
    pair: Pair<T, i32>,
    optional: Option<Box<Pair<i32, T>>>,
    borrowed: Borrowed<'a>,
    list: Vec<Borrowed<'a>>,
    map: HashMap<String, [Pair<T, T>; N]>,
    at: chrono::DateTime<T>,
    more: Vec<Page<'a, T, N>>,
}

#[derive(AvroSchema)]
struct Borrowing<'a> {
    borrowed: Option<Borrowed<'a>>,
}

#[derive(AvroSchema)]
enum Event<'a, T> {
    Put(Pair<T, T>),
    Take { borrowed: Borrowed<'a> },
}

#[derive(AvroSchema)]
struct Wrapped<T>(Pair<T, T>);

#[derive(AvroSchema)]
struct Good<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
struct Order {
    items: Good<Plain>,
}

fn main() {}

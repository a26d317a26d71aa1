//! What cannot be borrowed from data.

use std::borrow::Cow;

use avro_runtime::AvroSchema;

#[derive(AvroSchema, Clone)]
struct Customer {
    id: i64,
}

#[derive(AvroSchema)]
struct View<'a, T> {
    customer: &'a Customer,
    count: Option<&'a i32>,
    lines: &'a [String],
    name: &'a String,
    bytes: &'a Vec<u8>,
    other: Vec<&'a T>,
    text: &'a mut str,
    // These can.
    id: &'a str,
    raw: &'a [u8],
    owned: Cow<'a, Customer>,
    items: Cow<'a, [Customer]>,
    generic: Cow<'a, Option<i32>>,
}

struct Foreign;

impl Clone for Foreign {
    fn clone(&self) -> Self {
        Foreign
    }
}

#[derive(AvroSchema)]
struct Held<'a> {
    foreign: Cow<'a, Foreign>,
    several: Vec<Cow<'static, [Foreign]>>,
}

#[derive(AvroSchema)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
struct Pages<'a> {
    texts: Page<Cow<'static, str>>,
    bytes: Option<Page<Vec<Cow<'static, [u8]>>>>,
    // These can.
    borrowed: Page<Cow<'a, str>>,
    owned: Page<Cow<'static, Customer>>,
}

fn main() {}

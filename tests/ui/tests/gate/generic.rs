//! Generic types have no gate of their own; their instances have.

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive")]
pub struct Refused<T> {
    pub items: Vec<T>,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
pub struct Page<T> {
    pub items: Vec<T>,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
pub struct Item {
    pub id: i32,
    pub sku: String,
}

avro_runtime::gate!(Page<Item>, "./page", FullTransitive);

avro_runtime::gate!(Page<Item>, "./page", Fully);

avro_runtime::assert_compatible!(Item, "./empty", Full);

fn main() {}

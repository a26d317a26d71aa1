//! Every finding of every released version, each at the field of the root that leads to it.

use std::collections::HashMap;

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme.orders", evolution = "full_transitive", history = "./order")]
pub struct OrderPlaced {
    pub id: i64,
    pub lines: Vec<Line>,
    pub status: Status,
    pub note: String,
    #[avro(timestamp_micros)]
    pub placed_at: i64,
    pub payment: Payment,
    pub by_region: HashMap<String, i32>,
    pub currency: String,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme.orders")]
pub struct Line {
    pub sku: String,
    pub qty: i32,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme.orders")]
pub enum Status {
    #[avro(name = "NEW")]
    New,
    #[avro(name = "PAID")]
    Paid,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme.orders")]
pub enum Payment {
    Card { last4: String, holder: String },
    Sepa { iban: String },
}

fn main() {}

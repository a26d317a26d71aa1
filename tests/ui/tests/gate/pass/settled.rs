//! The fixes that the messages offer, and breaks that were accepted.
#![deny(warnings)]

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.example", evolution = "full_transitive", history = "../rename")]
pub struct ClickEvent {
    #[avro(name = "email")]
    pub user_email: String,
    pub uri: String,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "../accepted")]
pub struct Accepted {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "backward", alias = "OldName", history = "../old_name")]
pub struct NewName {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
pub struct Page<T> {
    pub items: Vec<T>,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
pub struct Item {
    pub id: i64,
}

avro_runtime::gate!(Page<Item>, "../page", FullTransitive);
avro_runtime::assert_compatible!(ClickEvent, "../rename", FullTransitive);

fn main() {}

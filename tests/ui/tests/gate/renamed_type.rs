//! A type under a new name without an alias.

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./old_name")]
pub struct NewName {
    pub id: i64,
}

fn main() {}

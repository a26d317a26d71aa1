//! What is too much for the compiler, or wrong, is told by the tests alone where the type says so.

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "../order", gate = "test")]
pub struct Order {
    pub new: i64,
}

fn main() {}

//! A history that cannot be trusted is an error at the type, never a gate that is silently off.

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./tampered")]
pub struct Tampered {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./unlisted")]
pub struct Unlisted {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./missing")]
pub struct Missing {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./unreadable")]
pub struct Unreadable {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./manifest")]
pub struct Manifest {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "/somewhere")]
pub struct Absolute {
    pub id: i64,
}

fn main() {}

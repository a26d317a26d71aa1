//! Notices are warnings, under `-D warnings` too: only the last type stops the build.
#![deny(warnings)]

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./nothing")]
pub struct Unrecorded {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./unreleased")]
pub struct Unreleased {
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./warned")]
pub struct Warned {
    #[avro(default = 2)]
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "backwards")]
pub struct NoLevel {
    pub id: i64,
}

fn main() {}

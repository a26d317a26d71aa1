//! A type's own severities: what is allowed is not told of, what is denied stops the build.
#![deny(warnings)]

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", name = "Warned", evolution = "full_transitive", history = "./warned")]
#[avro(allow(default-value-changed))]
pub struct Allowed {
    #[avro(default = 2)]
    pub id: i64,
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", name = "Warned", evolution = "full_transitive", history = "./warned")]
#[avro(deny("default-value-changed"))]
pub struct Denied {
    #[avro(default = 2)]
    pub id: i64,
}

fn main() {}

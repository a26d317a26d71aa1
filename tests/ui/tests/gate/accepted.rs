//! An acceptance covers one entry; the next break has another.

use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", evolution = "full_transitive", history = "./one_more")]
pub struct OneMore {
    pub id: i64,
}

fn main() {}

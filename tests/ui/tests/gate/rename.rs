use avro_runtime::prelude::*;

#[derive(AvroSchema)]
#[avro(namespace = "com.example", evolution = "full_transitive", history = "./rename")]
pub struct ClickEvent {
    pub user_email: String,
    pub uri: String,
}

fn main() {}

//! The `cargo avro` command.
fn main() {}

//! `.avsc` files to Rust types, from build.rs. The generator arrives with its own milestone; until then this crate only
//! re-exports the schema model that it will read with.

pub use avro_model as schema;

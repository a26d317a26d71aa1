//! Typed Avro: schemas known at compile time, generated codecs, evolution gates.

pub use avro_model as schema;

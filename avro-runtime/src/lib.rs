//! Typed Avro: schemas known at compile time, generated codecs, evolution gates.

pub use avro_model as schema;

#[cfg(feature = "kafka")]
pub mod kafka;
#[cfg(feature = "registry")]
pub mod registry;

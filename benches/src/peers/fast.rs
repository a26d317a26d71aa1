//! serde_avro_fast: serde straight to bytes and back.

use std::cell::RefCell;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_avro_fast::Schema;
use serde_avro_fast::ser::{SerError, SerializerConfig};

/// Parses a schema.
///
/// # Panics
/// If it is none.
pub fn schema(text: &str) -> Schema {
    text.parse().expect("a schema")
}

/// A writer that keeps its buffers.
pub struct Writer<'s>(RefCell<SerializerConfig<'s>>);

impl<'s> Writer<'s> {
    /// A writer for a schema.
    pub fn new(schema: &'s Schema) -> Self {
        Writer(RefCell::new(SerializerConfig::new(schema)))
    }

    /// Appends a record.
    ///
    /// # Errors
    /// If it does not fit the schema.
    pub fn encode<T: Serialize>(&self, record: &T, out: &mut Vec<u8>) -> Result<(), SerError> {
        serde_avro_fast::to_datum(record, out, &mut self.0.borrow_mut()).map(drop)
    }
}

/// Reads a record.
///
/// # Errors
/// If the bytes are no such record.
pub fn decode<T: DeserializeOwned>(schema: &Schema, input: &[u8]) -> Result<T, serde_avro_fast::de::DeError> {
    serde_avro_fast::from_datum_slice(input, schema)
}

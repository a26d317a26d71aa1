//! Typed Avro: schemas known at compile time, generated codecs, evolution gates.

pub use avro_model as schema;

mod codec;
mod described;
mod error;
mod resolve;

#[cfg(feature = "derive")]
pub use avro_derive::AvroSchema;
pub use codec::{AvroDecode, AvroEncode, Decoder, Encoder, Limits};
pub use described::{AvroSchema, AvroTexts};
pub use error::{DecodeError, EncodeError};
pub use resolve::{PlanRef, WriterSchema};

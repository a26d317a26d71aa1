//! Typed Avro: schemas known at compile time, generated codecs, evolution gates.

mod census;
mod codec;
mod described;
mod error;
mod gate;
mod generated;
mod impls;
pub mod prelude;
mod resolve;
mod texts;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
use __private as private;

#[cfg(feature = "derive")]
pub use avro_derive::AvroSchema;
pub use avro_model as schema;
pub use census::{Gatekeeper, Registration, Root, schemas};
pub use codec::{AvroDecode, AvroEncode, Decoder, Encoder, Limits};
pub use described::{AvroSchema, AvroTexts};
pub use error::{DecodeError, EncodeError};
pub use impls::{MapKey, ReadMapKey};
pub use resolve::WriterSchema;

#[cfg(feature = "kafka")]
pub mod kafka;
#[cfg(feature = "registry")]
pub mod registry;

//! What a user of the derive needs: `use avro_runtime::prelude::*;`

pub use crate::codec::{AvroDecode as _, AvroEncode as _};
pub use crate::described::{AvroSchema, AvroTexts as _};
pub use crate::resolve::WriterSchema;
#[cfg(feature = "derive")]
pub use avro_derive::AvroSchema;

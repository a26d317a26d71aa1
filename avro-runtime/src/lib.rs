//! Typed Avro: schemas known at compile time, generated codecs, evolution gates.
//!
//! - [`AvroSchema`](derive@AvroSchema) derives a type's schema and codec; the traits are [`AvroSchema`](trait@AvroSchema),
//!   [`AvroEncode`] and [`AvroDecode`], and [`prelude`] brings them in.
//! - [`WriterSchema`] reads what another version of a type wrote, straight into the struct.
//! - [`evolution_tests!`] checks every root type of a crate against its released versions, as a test; the compiler does so
//!   by itself. [`schemas`] lists the types in a binary.
//! - Fields can be of types of other crates, each behind the feature of that name: `chrono`, `time`, `jiff` (and `jiff-02`),
//!   `uuid`, `rust_decimal`, `bigdecimal`, `num-bigint`, `bytes`, `indexmap`, `smallvec`, `arrayvec`, `url`; the page of the
//!   derive says what each becomes.
//! - The features `registry` and `kafka` bring schema registries and typed topics.
//!
//! ```
//! use avro_runtime::prelude::*;
//!
//! #[derive(Debug, PartialEq, AvroSchema)]
//! #[avro(namespace = "com.example")]
//! pub struct Click {
//!     pub user: String,
//!     #[avro(default = "")]
//!     pub page: String,
//! }
//!
//! // written by an older release, which knew no pages
//! let writer = WriterSchema::parse(
//!     r#"{"type": "record", "name": "Click", "namespace": "com.example", "fields": [{"name": "user", "type": "string"}]}"#,
//! )?;
//! let click = Click::from_avro_with(&writer, &[6, b'a', b'd', b'a'])?;
//! assert_eq!(click, Click { user: "ada".into(), page: String::new() });
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// What a feature brings is labelled so where the documentation is built for the registry.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod census;
mod codec;
mod described;
mod error;
mod gate;
mod generated;
mod hint;
mod impls;
mod include;
mod position;
pub mod prelude;
mod recursive;
mod resolve;
mod texts;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
use __private as private;

#[doc = include_str!("derive.md")]
#[cfg(feature = "derive")]
pub use avro_derive::AvroSchema;
pub use avro_model as schema;
pub use census::{Gatekeeper, Registration, Root, schemas};
pub use codec::{AvroDecode, AvroEncode, Decoder, Encoder, Limits};
pub use described::{AvroSchema, AvroTexts};
pub use error::{DecodeError, EncodeError};
pub use impls::duration::Duration;
pub use impls::{MapKey, ReadMapKey};
pub use resolve::WriterSchema;

#[cfg(feature = "kafka")]
pub mod kafka;
#[doc = include_str!("mapping.md")]
#[cfg(feature = "derive")]
pub mod mapping {}
#[cfg(feature = "registry")]
pub mod registry;

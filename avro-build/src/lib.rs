//! Schema files (`.avsc`, `.avdl`, `.avpr`) to Rust types that carry `#[derive(AvroSchema)]`, from build.rs.
//!
//! ```no_run
//! // the whole of build.rs's `main`
//! avro_build::Config::new().schemas(["schemas"]).compile();
//! ```
//!
//! and in `src/lib.rs` `avro_runtime::include_avro!();`. There is one module for each namespace: `com.acme.OrderPlaced` is
//! `com::acme::OrderPlaced`. The code holds no codec, only types and attributes; that each type's schema is the one it was
//! made from, documentation and properties included, is checked when it is compiled.

mod attach;
mod cargo;
mod config;
mod gate;
mod inputs;
mod logical;
mod oddities;
mod plan;
mod render;
mod roots;
mod schemas;
mod severities;

pub use avro_model as schema;
pub use avro_model::Level;
pub use config::{Config, Generated};

//! The one Avro schema model of this family of crates.
//!
//! A [`Schema`] node is either *static* (emitted by `#[derive(AvroSchema)]`, part of the binary) or *owned* (parsed from
//! JSON into a [`Document`]); a [`View`] walks both in the same way, in `const` evaluation and at run time.

pub mod check;
pub mod compat;
pub mod content;
mod crc64;
pub mod default;
pub mod diagnostic;
pub mod emit;
pub mod fingerprint;
pub mod gate;
pub mod guid;
mod hash128;
pub mod history;
pub mod idl;
pub mod json;
pub mod level;
pub mod lint;
pub mod logical;
pub mod names;
#[cfg(feature = "package")]
pub mod package;
pub mod parse;
pub mod print;
pub mod rules;
pub mod schema;
pub mod text;

pub use diagnostic::{Diagnostic, SchemaErrors};
pub use level::Level;
pub use logical::LogicalType;
pub use schema::{
    Child, Document, Enum, Field, FieldPart, FieldSpec, Fields, Fixed, Kind, Member, Name, NullBranch, Order, Origin,
    Prop, Record, Schema, SchemaRef, Scope, Shape, Union, View,
};
pub use text::{List, Str};

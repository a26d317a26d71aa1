//! Avro schemas: one model that is parsed, printed, hashed and compared, in `const` evaluation and at run time.
//!
//! ```
//! use avro_model::{Document, compat, fingerprint, print};
//!
//! let old = Document::parse(r#"{"type": "record", "name": "Click", "fields": [{"name": "id", "type": "int"}]}"#)?;
//! let new = Document::parse(r#"{"type": "record", "name": "Click", "fields": [{"name": "id", "type": "long"}]}"#)?;
//! assert!(compat::can_read(new.view(), old.view()) && !compat::can_read(old.view(), new.view()));
//!
//! let canonical = print::canonical(new.view());
//! assert_eq!(canonical, r#"{"name":"Click","type":"record","fields":[{"name":"id","type":"long"}]}"#);
//! assert_eq!(fingerprint::of(new.view()), fingerprint::crc64_bytes(canonical.as_bytes()));
//! # Ok::<(), avro_model::SchemaErrors>(())
//! ```
//!
//! A [`Schema`] node is either *static* (emitted by `#[derive(AvroSchema)]`, part of the binary) or *owned* (parsed from
//! JSON into a [`Document`]); a [`View`] walks both in the same way.
//!
//! | for | module |
//! |---|---|
//! | nodes, names, logical types | [`schema`], [`names`], [`logical`] |
//! | texts to schemas: `.avsc`, `.avdl`, `.avpr`, several files at once | [`parse`], [`idl`], [`json`] |
//! | schemas to texts: Java's form, the canonical form, IDL, differences | [`print`](mod@print), [`idl`] |
//! | fingerprints and ids | [`fingerprint`], [`content`], [`guid`] |
//! | whether one schema reads another, under which [`Level`], and why not | [`compat`], [`level`] |
//! | a type against its released versions: findings under rules, with fixes that were tried | [`gate`], [`rules`] |
//! | the folder of released versions | [`history`] |
//! | what is wrong or odd, and where | [`diagnostic`], [`lint`], [`check`](mod@check) |
//!
//! Most programs want `avro-runtime`, which has the derive, the codec and the gates on top of this.

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

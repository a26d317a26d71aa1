//! The traits for std's types, and those of other crates behind features: which Avro schema each has, and how it is written
//! and read.

pub(crate) mod adapt;
pub(crate) mod bytes;
pub(crate) mod duration;
mod foreign;
pub(crate) mod map;
pub(crate) mod optional;
pub(crate) mod pointer;
pub(crate) mod primitive;
pub(crate) mod refused;
pub(crate) mod sequence;
pub mod slot;
pub(crate) mod text;
mod through;
pub(crate) mod time;

pub use map::{MapKey, ReadMapKey};

use avro_model::{Kind, List, LogicalType, Prop, Schema, Str};

pub(crate) static NULL: Schema = Schema::plain(Kind::Null);
pub(crate) static BOOLEAN: Schema = Schema::plain(Kind::Boolean);
pub(crate) static INT: Schema = Schema::plain(Kind::Int);
pub(crate) static LONG: Schema = Schema::plain(Kind::Long);
pub(crate) static FLOAT: Schema = Schema::plain(Kind::Float);
pub(crate) static DOUBLE: Schema = Schema::plain(Kind::Double);
pub(crate) static BYTES: Schema = Schema::plain(Kind::Bytes);
pub(crate) static STRING: Schema = Schema::plain(Kind::String);

/// A node with a logical type; `quoted` is its name as JSON text.
pub(crate) const fn logical(kind: Kind, logical: LogicalType, props: &'static [Prop]) -> Schema {
    Schema { kind, logical: Some(logical), props: List::Static(props) }
}

/// A property whose value is JSON text.
pub const fn prop(key: &'static str, json: &'static str) -> Prop {
    Prop { key: Str::Static(key), value: Str::Static(json) }
}

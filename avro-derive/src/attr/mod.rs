//! `#[avro(...)]`: from tokens to typed settings, one struct per place an attribute can stand.

mod container;
mod field;
mod item;
mod variant;

pub(crate) use container::{ContainerAttrs, Evolution};
pub(crate) use field::{DefaultAttr, FieldAttrs, Form};
pub(crate) use item::doc_comment;
pub(crate) use variant::VariantAttrs;

//! `#[avro(...)]`: from tokens to typed settings, one struct per place an attribute can stand.

mod container;
mod decimal;
mod field;
mod item;
mod json;
mod property;
mod variant;

pub(crate) use container::{ContainerAttrs, Evolution};
pub(crate) use decimal::Decimal;
pub(crate) use field::{DefaultAttr, FieldAttrs, Form, Logical};
pub(crate) use item::doc_comment;
pub(crate) use property::Property;
pub(crate) use variant::VariantAttrs;

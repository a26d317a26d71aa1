//! `#[avro(...)]`: from tokens to typed settings, one struct per place an attribute can stand.

mod container;
mod deprecated;
mod field;
mod item;
mod logical;
mod prop;
mod serde;
mod severity;
mod variant;

pub(crate) use container::{ContainerAttrs, Evolution};
pub(crate) use deprecated::{deprecated, refuse_deprecated};
pub(crate) use field::{DefaultAttr, FieldAttrs, Form};
pub(crate) use item::{DocAttr, doc_comment};
pub(crate) use logical::Logical;
pub(crate) use prop::Property;
pub(crate) use serde::translated;
pub(crate) use severity::RuleSeverity;
pub(crate) use variant::VariantAttrs;

//! Attributes that are not structure.

use crate::json::Node;
use crate::schema::{Kind, Prop};
use crate::text::Str;

/// Attributes of a schema that are read elsewhere or mean nothing, and are not kept as properties.
const OF_SCHEMAS: [&str; 10] =
    ["doc", "fields", "items", "name", "namespace", "size", "symbols", "values", "type", "aliases"];
/// Likewise of a field.
const OF_FIELDS: [&str; 6] = ["default", "doc", "name", "order", "type", "aliases"];

/// Whether the attribute `key` of a schema is read elsewhere or means nothing, so that it is no property.
///
/// ```
/// assert!(avro_model::parse::is_schema_key("type", false));
/// assert!(!avro_model::parse::is_schema_key("logicalType", false));
/// ```
pub fn is_schema_key(key: &str, of_enum: bool) -> bool {
    OF_SCHEMAS.contains(&key) || (of_enum && key == "default")
}

/// Whether the attribute `key` of a field is read elsewhere, so that it is no property.
///
/// ```
/// assert!(avro_model::parse::is_field_key("order"));
/// ```
pub fn is_field_key(key: &str) -> bool {
    OF_FIELDS.contains(&key)
}

/// The properties of the schema that the JSON object `node` is, where that is no enum.
pub fn properties(node: Node<'_>) -> Vec<Prop> {
    props(&node.members(), |key| is_schema_key(key, false))
}

/// The properties of a schema with these members.
pub(super) fn of_schema(members: &[Node<'_>], kind: &Kind) -> Vec<Prop> {
    let is_enum = matches!(kind, Kind::Enum(_));
    props(members, |key| is_schema_key(key, is_enum))
}

/// The properties of a field with these members.
pub(super) fn of_field(members: &[Node<'_>]) -> Vec<Prop> {
    props(members, is_field_key)
}

fn props(members: &[Node<'_>], reserved: impl Fn(&str) -> bool) -> Vec<Prop> {
    let kept = members.iter().filter_map(|member| Some((member.key()?, member))).filter(|(key, _)| !reserved(key));
    kept.map(|(key, member)| Prop { key: Str::from(key), value: Str::from(member.compact()) }).collect()
}

//! Attributes that are not structure.

use crate::json::Node;
use crate::schema::{Kind, Prop};
use crate::text::Str;

/// Whether the attribute `key` of a schema is read elsewhere or means nothing, so that it is no property.
///
/// ```
/// assert!(avro_model::parse::is_schema_key("type", false));
/// assert!(!avro_model::parse::is_schema_key("logicalType", false));
/// ```
pub fn is_schema_key(key: &str, of_enum: bool) -> bool {
    match key {
        "doc" | "fields" | "items" | "name" | "namespace" | "size" | "symbols" | "values" | "type" | "aliases" => true,
        _ => of_enum && key == "default",
    }
}

/// Whether the attribute `key` of a field is read elsewhere, so that it is no property.
///
/// ```
/// assert!(avro_model::parse::is_field_key("order"));
/// ```
pub fn is_field_key(key: &str) -> bool {
    matches!(key, "default" | "doc" | "name" | "order" | "type" | "aliases")
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
    kept.map(|(key, member)| Prop { key: shared(key), value: json(*member) }).collect()
}

/// The JSON text of a default or a property.
pub(super) fn json(node: Node<'_>) -> Str {
    match node.plain() {
        Some(text) => shared(text),
        None => Str::from(node.compact()),
    }
}

/// What stands in most schemas again and again, and then needs no memory of its own.
fn shared(text: &str) -> Str {
    macro_rules! among {
        ($($known:literal)*) => {
            match text {
                $($known => Str::Static($known),)*
                text => Str::from(text),
            }
        };
    }
    among! {
        "null" "0" "false" "true" "\"\"" "[]" "{}"
        "logicalType" "precision" "scale"
        "\"decimal\"" "\"uuid\"" "\"date\"" "\"timestamp-millis\"" "\"timestamp-micros\""
    }
}

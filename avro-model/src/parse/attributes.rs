//! Attributes that are not structure, and the logical types among them.

use crate::json::{Node, Value};
use crate::schema::{Kind, LogicalType, Prop};
use crate::text::Str;

/// Attributes of a schema that are read elsewhere or mean nothing, and are not kept as properties.
const OF_SCHEMAS: [&str; 10] =
    ["doc", "fields", "items", "name", "namespace", "size", "symbols", "values", "type", "aliases"];
/// Likewise of a field.
const OF_FIELDS: [&str; 6] = ["default", "doc", "name", "order", "type", "aliases"];

/// The properties of a schema with these members.
pub(super) fn of_schema(members: &[Node<'_>], kind: &Kind) -> Vec<Prop> {
    let is_enum = matches!(kind, Kind::Enum(_));
    props(members, |key| OF_SCHEMAS.contains(&key) || (is_enum && key == "default"))
}

/// The properties of a field with these members.
pub(super) fn of_field(members: &[Node<'_>]) -> Vec<Prop> {
    props(members, |key| OF_FIELDS.contains(&key))
}

fn props(members: &[Node<'_>], reserved: impl Fn(&str) -> bool) -> Vec<Prop> {
    let kept = members.iter().filter_map(|member| Some((member.key()?, member))).filter(|(key, _)| !reserved(key));
    kept.map(|(key, member)| Prop { key: Str::from(key), value: Str::from(member.compact()) }).collect()
}

/// The logical type of a schema with these members; one that does not fit the Avro type is ignored, as the specification
/// says.
pub(super) fn logical(members: &[Node<'_>], kind: &Kind) -> Option<LogicalType> {
    let get = |key| members.iter().find(|member| member.key() == Some(key));
    Some(match (get("logicalType")?.as_str()?, kind) {
        ("decimal", Kind::Bytes | Kind::Fixed(_)) => {
            let precision = integer(get("precision")?.value())?;
            let scale = match get("scale") {
                Some(scale) => integer(scale.value())?,
                None => 0,
            };
            let most = match kind {
                Kind::Fixed(fixed) => most_digits(fixed.size),
                _ => u32::MAX,
            };
            if precision == 0 || scale > precision || precision > most {
                return None;
            }
            LogicalType::Decimal { precision, scale }
        }
        ("big-decimal", Kind::Bytes) => LogicalType::BigDecimal,
        ("uuid", Kind::String) => LogicalType::Uuid,
        ("uuid", Kind::Fixed(fixed)) if fixed.size == 16 => LogicalType::Uuid,
        ("date", Kind::Int) => LogicalType::Date,
        ("time-millis", Kind::Int) => LogicalType::TimeMillis,
        ("time-micros", Kind::Long) => LogicalType::TimeMicros,
        ("timestamp-millis", Kind::Long) => LogicalType::TimestampMillis,
        ("timestamp-micros", Kind::Long) => LogicalType::TimestampMicros,
        ("timestamp-nanos", Kind::Long) => LogicalType::TimestampNanos,
        ("local-timestamp-millis", Kind::Long) => LogicalType::LocalTimestampMillis,
        ("local-timestamp-micros", Kind::Long) => LogicalType::LocalTimestampMicros,
        ("local-timestamp-nanos", Kind::Long) => LogicalType::LocalTimestampNanos,
        ("duration", Kind::Fixed(fixed)) if fixed.size == 12 => LogicalType::Duration,
        _ => return None,
    })
}

fn integer(value: Value<'_>) -> Option<u32> {
    match value {
        Value::Number(text) => text.parse::<i32>().ok()?.try_into().ok(),
        _ => None,
    }
}

/// How many decimal digits always fit into a two's complement number of `size` bytes:
/// floor(log10(2^(8 * size - 1) - 1)).
fn most_digits(size: u32) -> u32 {
    if size == 0 {
        return 0;
    }
    // 2^k - 1 and 2^k have the same number of digits, as no power of two is a power of ten; log10(2) to 18 digits is exact
    // enough for every 32-bit size.
    let bits = u128::from(size) * 8 - 1;
    u32::try_from(bits * 301_029_995_663_981_195 / 1_000_000_000_000_000_000).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::most_digits;

    #[test]
    fn digits_of_fixed_decimals() {
        for (size, digits) in [(0, 0), (1, 2), (2, 4), (4, 9), (5, 11), (8, 18), (12, 28), (16, 38), (129, 310)] {
            assert_eq!(most_digits(size), digits, "{size}");
        }
    }
}

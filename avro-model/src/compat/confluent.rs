//! The texts with which a Confluent schema registry (7.4 and later) answers an incompatible schema.

use super::java::{Incompatibility, JavaKind, incompatibilities};
use crate::level::Level;
use crate::print;
use crate::schema::View;

const LONGEST_SCHEMA: usize = 10240;

/// The messages for registering `new` at `level` over `versions` (number and schema, oldest first); none if it is
/// compatible. Like the registry, this stops at the first version that fails, the newest first.
pub fn messages(level: Level, new: View<'_>, versions: &[(u32, View<'_>)]) -> Vec<String> {
    let count = if level.transitive() { versions.len() } else { versions.len().min(1) };
    for (number, old) in versions.iter().rev().take(count) {
        let mut found = Vec::new();
        if level.checks_forward() {
            found.extend(differences(*old, new, "old", "new"));
        }
        // in FULL the old schema is named only by its second half
        let forward_only = level.checks_forward() && !level.checks_backward() && !found.is_empty();
        let backward = if level.checks_backward() { differences(new, *old, "new", "old") } else { Vec::new() };
        let names_old = forward_only || !backward.is_empty();
        found.extend(backward);
        if found.is_empty() {
            continue;
        }
        if names_old {
            found.push(format!("{{oldSchemaVersion: {number}}}"));
            found.push(old_schema(&print::java(*old)));
        }
        found.push(format!("{{validateFields: 'false', compatibility: '{level}'}}"));
        return found;
    }
    Vec::new()
}

fn old_schema(text: &str) -> String {
    // Java counts UTF-16 units
    let units: Vec<u16> = text.encode_utf16().collect();
    if units.len() <= LONGEST_SCHEMA {
        return format!("{{oldSchema: '{text}'}}");
    }
    format!("{{oldSchema: <truncated> '{}...'}}", String::from_utf16_lossy(&units[..LONGEST_SCHEMA]))
}

fn differences(reader: View<'_>, writer: View<'_>, r: &str, w: &str) -> Vec<String> {
    match incompatibilities(reader, writer) {
        Ok(found) => found.iter().map(|one| difference(one, r, w)).collect(),
        Err(exception) => vec![format!("Unexpected exception during compatibility check: {exception}")],
    }
}

fn difference(found: &Incompatibility, r: &str, w: &str) -> String {
    let Incompatibility { kind, location: path, message } = found;
    let description = match kind {
        JavaKind::FixedSizeMismatch => {
            format!(
                "The size of FIXED type field at path '{path}' in the {r} schema does not match with the {w} schema"
            )
        }
        JavaKind::TypeMismatch => {
            format!("The type (path '{path}') of a field in the {r} schema does not match with the {w} schema")
        }
        JavaKind::NameMismatch => format!("The name of the schema has changed (path '{path}')"),
        JavaKind::MissingEnumSymbols => {
            format!("The {r} schema is missing enum symbols '{message}' at path '{path}' in the {w} schema")
        }
        JavaKind::MissingUnionBranch => {
            format!("The {r} schema is missing a type inside a union field at path '{path}' in the {w} schema")
        }
        JavaKind::ReaderFieldMissingDefaultValue => format!(
            "The field '{message}' at path '{path}' in the {r} schema has no default value and is missing in the {w} schema"
        ),
    };
    format!("{{errorType:'{}', description:'{description}', additionalInfo:'{message}'}}", kind.name())
}

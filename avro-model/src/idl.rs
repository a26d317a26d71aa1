//! A schema as lines of IDL, and the difference of two: what the gates show of an unrecorded change.

use std::collections::HashSet;

use crate::schema::{Field, Kind, Order, View};

/// The named types that `root` reaches, each with a line per field or symbol, in order of first mention.
pub fn lines(root: View<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut seen = HashSet::new();
    let mut waiting = Vec::new();
    if root.name().is_none() {
        lines.push(type_text(root, &mut waiting, 0));
        waiting.reverse();
    } else {
        waiting.push(root);
    }
    while let Some(view) = waiting.pop() {
        let Some(name) = view.name() else { continue };
        let full = name.full.get();
        if !seen.insert(full.to_owned()) {
            continue;
        }
        let aliases: Vec<_> = name.aliases.get().iter().map(|alias| format!("\"{}\"", alias.get())).collect();
        let head = if aliases.is_empty() { String::new() } else { format!("@aliases([{}]) ", aliases.join(", ")) };
        let mut found = Vec::new();
        match &view.node.kind {
            Kind::Record(_) => {
                lines.push(format!("{head}record {full} {{"));
                for i in 0..view.field_count() {
                    let field = view.field(i);
                    let ty = type_text(view.child(&field.schema), &mut found, 0);
                    lines.push(format!("  {}", field_text(field, &ty)));
                }
                lines.push("}".to_owned());
            }
            Kind::Enum(body) => {
                lines.push(format!("{head}enum {full} {{"));
                lines.extend(body.symbols.get().iter().map(|symbol| format!("  {}", symbol.get())));
                lines.push(match &body.default {
                    Some(symbol) => format!("}} = {};", symbol.get()),
                    None => "}".to_owned(),
                });
            }
            Kind::Fixed(body) => lines.push(format!("{head}{}fixed {full}({});", logical(view), body.size)),
            _ => {}
        }
        waiting.extend(found.into_iter().rev());
    }
    lines
}

fn field_text(field: &Field, ty: &str) -> String {
    let mut text = String::new();
    let aliases: Vec<_> = field.aliases.get().iter().map(|alias| format!("\"{}\"", alias.get())).collect();
    if !aliases.is_empty() {
        text.push_str(&format!("@aliases([{}]) ", aliases.join(", ")));
    }
    match field.order {
        Order::Ascending => {}
        Order::Descending => text.push_str("@order(\"descending\") "),
        Order::Ignore => text.push_str("@order(\"ignore\") "),
    }
    for prop in field.props.get() {
        text.push_str(&format!("@{}({}) ", prop.key.get(), prop.value.get()));
    }
    text.push_str(&format!("{ty} {}", field.name.get()));
    if let Some(default) = &field.default {
        text.push_str(&format!(" = {}", default.get()));
    }
    text.push(';');
    text
}

/// A type within a line; named types are mentioned and left in `found`.
fn type_text<'a>(view: View<'a>, found: &mut Vec<View<'a>>, depth: usize) -> String {
    /// A line that nests deeper is of no use to anybody.
    const DEPTH: usize = 32;
    if depth > DEPTH {
        return "..".to_owned();
    }
    if let Some(name) = view.name() {
        found.push(view);
        return name.full.get().to_owned();
    }
    match &view.node.kind {
        Kind::Array(child) => format!("array<{}>", type_text(view.child(child), found, depth + 1)),
        Kind::Map(child) => format!("map<{}>", type_text(view.child(child), found, depth + 1)),
        Kind::Union(_) => {
            let branches: Vec<_> =
                (0..view.branch_count()).map(|i| type_text(view.branch(i), found, depth + 1)).collect();
            format!("union {{ {} }}", branches.join(", "))
        }
        _ => format!("{}{}", logical(view), view.type_name()),
    }
}

/// The properties of a node, `logicalType` among them.
fn logical(view: View<'_>) -> String {
    view.node.props.get().iter().map(|prop| format!("@{}({}) ", prop.key.get(), prop.value.get())).collect()
}

/// The lines of both, those only in `old` behind `-`, those only in `new` behind `+`; of what is equal only the line that
/// opens a type with a difference.
pub fn difference(old: &[String], new: &[String]) -> Vec<String> {
    // lengths of the longest common subsequences of the tails
    let mut table = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            table[i][j] = if old[i] == new[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    let mut head = None;
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            if !old[i].starts_with(' ') {
                head = (old[i].ends_with('{')).then(|| &old[i]);
            }
            (i, j) = (i + 1, j + 1);
            continue;
        }
        if let Some(head) = head.take() {
            out.push(format!("  {head}"));
        }
        if j == new.len() || i < old.len() && table[i + 1][j] >= table[i][j + 1] {
            out.push(format!("- {}", old[i]));
            i += 1;
        } else {
            out.push(format!("+ {}", new[j]));
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    #[test]
    fn a_difference_names_the_type_it_is_in() {
        let old = r#"{"type": "record", "name": "a.Order", "fields": [
            {"name": "id", "type": "long"},
            {"name": "status", "type": {"type": "enum", "name": "Status", "symbols": ["NEW", "PAID"]}}]}"#;
        let new = r#"{"type": "record", "name": "a.Order", "fields": [
            {"name": "id", "type": {"type": "long", "logicalType": "timestamp-millis"}},
            {"name": "status", "type": {"type": "enum", "name": "Status", "symbols": ["NEW"], "default": "NEW"}},
            {"name": "tags", "type": {"type": "map", "values": ["null", "string"]}, "default": {}, "aliases": ["labels"]}]}"#;
        let [old, new] = [old, new].map(|text| Document::parse(text).expect("a valid schema"));
        let difference = difference(&lines(old.view()), &lines(new.view()));
        let expected = [
            "  record a.Order {",
            "-   long id;",
            "+   @logicalType(\"timestamp-millis\") long id;",
            "+   @aliases([\"labels\"]) map<union { null, string }> tags = {};",
            "  enum a.Status {",
            "-   PAID",
            "- }",
            "+ } = NEW;",
        ];
        assert_eq!(difference, expected, "{difference:#?}");
    }

    #[test]
    fn a_recursive_type_is_written_once() {
        let text = r#"{"type": "record", "name": "Node", "fields": [{"name": "next", "type": ["null", "Node"], "default": null}]}"#;
        let document = Document::parse(text).expect("a valid schema");
        assert_eq!(lines(document.view()), ["record Node {", "  union { null, Node } next = null;", "}"]);
    }
}

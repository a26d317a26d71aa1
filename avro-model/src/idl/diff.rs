//! Two schemas side by side, as lines of IDL.

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
    use super::difference;
    use crate::Document;
    use crate::idl::lines;

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
            "+   map<union { null, string }> @aliases([\"labels\"]) tags = {};",
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

//! How the suites over recorded cases read them.

#![allow(dead_code, unreachable_pub, reason = "a test binary has no outside")]

use avro_model::json::{Node, Options, Tree};

/// Calls `suite` with the array of cases in the shared file `path`; does nothing where the file is absent.
pub fn with_cases(path: &str, suite: impl FnOnce(Vec<Node<'_>>)) {
    let Some(file) = avro_tests::shared(path) else { return };
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let tree = Tree::parse(&text, &Options::default()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    suite(tree.root().children().collect());
}

/// The text of a case's attribute; empty where it has none.
pub fn text<'a>(case: Node<'a>, key: &str) -> &'a str {
    case.get(key).and_then(Node::as_str).unwrap_or_default()
}

/// A case's attribute that is true or false.
pub fn flag(case: Node<'_>, key: &str) -> Option<bool> {
    match case.get(key)?.value() {
        avro_model::json::Value::Bool(value) => Some(value),
        _ => None,
    }
}

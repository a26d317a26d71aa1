//! What the suites over recorded cases share: reading the cases, and the checked-in lists of those that fail.

#![allow(dead_code, unreachable_pub, reason = "a test binary has no outside")]

use std::collections::BTreeMap;

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

/// Judges cases against a checked-in list, one `id: reason` a line: every failing case must be on it, and none other.
pub struct Verdicts {
    known: BTreeMap<&'static str, &'static str>,
    passed: usize,
    unexpected: Vec<String>,
}

impl Verdicts {
    pub fn new(known: &'static str) -> Self {
        let lines = known.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let known = lines.map(|line| line.split_once(": ").expect("`id: reason`")).collect();
        Verdicts { known, passed: 0, unexpected: Vec::new() }
    }

    pub fn add(&mut self, id: &str, outcome: Result<(), String>) {
        match (outcome, self.known.remove(id)) {
            (Ok(()), None) => self.passed += 1,
            (Err(_), Some(_)) => {}
            (Ok(()), Some(_)) => self.unexpected.push(format!("{id}: passes, but is on the list of known failures")),
            (Err(why), None) => self.unexpected.push(format!("{id}: {why}")),
        }
    }

    pub fn finish(self, what: &str) {
        let mut unexpected = self.unexpected;
        unexpected.extend(self.known.keys().map(|id| format!("{id}: on the list of known failures, but no case")));
        assert!(unexpected.is_empty(), "{what}: {} unexpected\n{}", unexpected.len(), unexpected.join("\n"));
        println!("{what}: {} pass", self.passed);
    }
}

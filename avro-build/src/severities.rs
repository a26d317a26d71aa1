//! What the settings say of single rules for single types.

use std::cell::Cell;

use avro_model::package::settable_rule;
use avro_model::rules::{Family, Rule, Severity};

use crate::attach::matches;

/// Severities for the types that patterns name.
#[derive(Debug, Default)]
pub(crate) struct OwnSeverities(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    pattern: String,
    rule: Rule,
    severity: Severity,
    used: Cell<bool>,
}

impl OwnSeverities {
    /// Reads triples of pattern, rule and severity.
    pub(crate) fn new(settings: &[(String, String, Severity)], errors: &mut Vec<String>) -> Self {
        let mut read = OwnSeverities::default();
        for (pattern, id, severity) in settings {
            let problem = match settable_rule(id) {
                Ok(rule) if rule.family() == Family::Schema => {
                    format!("`{rule}` is about schema files, not about a type: write it into `[package.metadata.avro]`")
                }
                Ok(rule) => {
                    read.0.push(Entry { pattern: pattern.clone(), rule, severity: *severity, used: Cell::new(false) });
                    continue;
                }
                Err(problem) => problem,
            };
            errors.push(format!("{}(\"{pattern}\", ..): {problem}", severity.word()));
        }
        read
    }

    /// Those of the type `full`, each rule once.
    pub(crate) fn of(&self, full: &str) -> Vec<(Rule, Severity)> {
        let mut list: Vec<(Rule, Severity)> = Vec::new();
        for entry in self.0.iter().filter(|entry| matches(&entry.pattern, full)) {
            entry.used.set(true);
            list.retain(|(rule, _)| *rule != entry.rule);
            list.push((entry.rule, entry.severity));
        }
        list
    }

    /// The patterns that no type with a history matched.
    pub(crate) fn unused(&self) -> Vec<String> {
        let idle = self.0.iter().filter(|entry| !entry.used.get());
        let text = |entry: &Entry| {
            let (word, pattern) = (entry.severity.word(), &entry.pattern);
            format!("{word}(\"{pattern}\", \"{}\") matches no type that is compared with a history", entry.rule)
        };
        idle.map(text).collect()
    }
}

//! The checked-in lists of cases that are known to fail.

use std::collections::BTreeMap;

/// Judges cases against a checked-in list, one `id: reason` a line: every failing case must be on it, and none other.
pub struct Verdicts {
    known: BTreeMap<&'static str, &'static str>,
    passed: usize,
    unexpected: Vec<String>,
}

impl Verdicts {
    /// With the list `known`.
    ///
    /// # Panics
    /// If a line of it is no `id: reason`.
    pub fn new(known: &'static str) -> Self {
        let lines = known.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let known = lines.map(|line| line.split_once(": ").expect("`id: reason`")).collect();
        Verdicts { known, passed: 0, unexpected: Vec::new() }
    }

    /// The outcome of the case `id`.
    pub fn add(&mut self, id: &str, outcome: Result<(), String>) {
        match (outcome, self.known.remove(id)) {
            (Ok(()), None) => self.passed += 1,
            (Err(_), Some(_)) => {}
            (Ok(()), Some(_)) => self.unexpected.push(format!("{id}: passes, but is on the list of known failures")),
            (Err(why), None) => self.unexpected.push(format!("{id}: {why}")),
        }
    }

    /// How many cases passed.
    pub fn passed(&self) -> usize {
        self.passed
    }

    /// All cases of the suite `what` were added.
    ///
    /// # Panics
    /// If a case failed that is not on the list, or one passed that is, or one on the list is no case.
    #[track_caller]
    pub fn finish(self, what: &str) {
        let mut unexpected = self.unexpected;
        unexpected.extend(self.known.keys().map(|id| format!("{id}: on the list of known failures, but no case")));
        assert!(unexpected.is_empty(), "{what}: {} unexpected\n{}", unexpected.len(), unexpected.join("\n"));
        println!("{what}: {} pass", self.passed);
    }
}

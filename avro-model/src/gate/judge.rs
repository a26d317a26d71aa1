//! What is done with a finding: what its owners say of its rule, or that they accepted it on purpose.

use super::Settings;
use crate::history::Accepted;
use crate::rules::{Rule, Severity};
use crate::text::same;

/// What tells a finding from all others, and stays the same over versions and directions.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key<'t> {
    /// The rule's id.
    pub(super) rule: &'t str,
    pub(super) ty: &'t str,
    pub(super) path: &'t str,
    pub(super) before: &'t str,
    pub(super) after: &'t str,
}

impl<'t> Key<'t> {
    /// What `entry` accepts.
    pub(super) const fn of(entry: &'t Accepted) -> Self {
        Key { rule: entry.rule, ty: entry.ty, path: entry.path, before: entry.before, after: entry.after }
    }

    const fn is(&self, other: &Key<'_>) -> bool {
        same(self.rule, other.rule)
            && same(self.ty, other.ty)
            && same(self.path, other.path)
            && same(self.before, other.before)
            && same(self.after, other.after)
    }
}

/// Says what is done with findings of one type.
#[derive(Clone, Copy)]
pub(super) struct Judge<'h, 'a> {
    pub(super) settings: Settings<'h>,
    pub(super) accepted: &'a [Accepted],
}

impl Judge<'_, '_> {
    /// What is done with the finding of this key under `rule`.
    pub(super) const fn severity(&self, rule: Rule, key: &Key<'_>) -> Severity {
        let mut i = 0;
        while i < self.accepted.len() {
            if Key::of(&self.accepted[i]).is(key) {
                return Severity::Allow;
            }
            i += 1;
        }
        self.settings.severity(rule)
    }
}

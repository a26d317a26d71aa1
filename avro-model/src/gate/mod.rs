//! The gate: compares a type with the recorded versions of it and says what breaks, where, and what settles it.
//!
//! - [`check`] is for `const` evaluation: a fixed-size [`Report`] of finished texts, by field of the type, for the
//!   `const _` items that a derive emits.
//! - [`review`] is for run time: the same findings and texts in a growing [`Review`], with their data.
//!
//! One cause is one finding, however many versions it affects and in whichever direction: what it is keyed by (rule, type,
//! path, before, after) is also what an acceptance in `history.json` names.

mod apply;
mod became;
mod change;
mod classify;
mod code;
mod collect;
mod found;
mod judge;
mod known;
mod locate;
mod own;
mod place;
mod rename;
mod render;
mod report;
mod review;
mod spell;
mod suggest;
mod text;
mod tried;

pub use locate::place;
#[doc(hidden)]
pub use report::check_view;
pub use report::{Report, Text, check, check_with};
pub use review::{Finding, Help, Review, Words, review};

use crate::diagnostic::Diagnostic;
use crate::history::{Accepted, Recorded, RecordedVersion};
use crate::level::Level;
use crate::rules::{Rule, Severity};
use crate::schema::View;

/// The recorded versions that a type is compared with.
#[derive(Clone, Copy, Debug)]
pub struct History<'a> {
    /// Full name of the recorded type; where the checked type has a name, messages use that.
    pub full_name: &'a str,
    /// The folder, as messages name it.
    pub folder: &'a str,
    /// The versions, oldest first.
    pub versions: &'a [RecordedVersion],
    /// Breaks that were accepted on purpose.
    pub accepted: &'a [Accepted],
}

impl<'a> History<'a> {
    /// This history under the name that the checked type has now: a folder can be called otherwise.
    const fn named_as(self, schema: View<'a>) -> Self {
        match schema.name() {
            Some(name) => History { full_name: name.full.get(), ..self },
            None => self,
        }
    }

    /// The history that was compiled in.
    pub const fn of(recorded: &'a Recorded) -> Self {
        History {
            full_name: recorded.full_name,
            folder: recorded.folder,
            versions: recorded.versions,
            accepted: recorded.accepted,
        }
    }
}

/// What a type promises, and what its owners say about single rules.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'h> {
    /// The promise.
    pub level: Level,
    /// Severities that differ from the rules' own; of several for one rule the last counts.
    pub severities: &'h [(Rule, Severity)],
}

impl Settings<'_> {
    /// The level, and the rules' own severities.
    pub const fn new(level: Level) -> Self {
        Settings { level, severities: &[] }
    }

    /// The severity of findings of `rule`: the user's word, else the rule's own.
    pub const fn severity(&self, rule: Rule) -> Severity {
        let mut i = self.severities.len();
        // the last word counts: type over package over workspace
        while i > 0 {
            i -= 1;
            if self.severities[i].0 as u8 == rule as u8 {
                return self.severities[i].1;
            }
        }
        rule.severity()
    }

    /// What is to be done with `found`: what was said of its rule, else what it says itself.
    pub fn severity_of(&self, found: &Diagnostic) -> Severity {
        Rule::by_id(found.rule()).map_or(found.severity(), |rule| self.severity(rule))
    }
}

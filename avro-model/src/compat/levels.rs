//! A new version against the versions before it.

use super::{Engine, Overlay, Report, Verdict};
use crate::level::Level;
use crate::schema::View;

/// Who reads whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The new version reads data of the old one.
    Backward,
    /// The old version reads data of the new one.
    Forward,
}

/// One old version, checked in one direction.
#[derive(Clone, Debug)]
pub struct VersionReport<'a> {
    /// Position in the list of versions.
    pub version: usize,
    /// The direction.
    pub direction: Direction,
    /// What was found.
    pub report: Report<'a>,
}

/// All checks that a level asks for.
#[derive(Clone, Debug)]
pub struct LevelReport<'a> {
    /// The level.
    pub level: Level,
    /// Newest version first, forward before backward, as registries walk; every version, also behind one that fails.
    pub versions: Vec<VersionReport<'a>>,
}

impl LevelReport<'_> {
    /// Incompatible if one check says so, else unchecked if one check does.
    pub fn verdict(&self) -> Verdict {
        let has = |verdict| self.versions.iter().any(|version| version.report.verdict == verdict);
        if has(Verdict::Incompatible) {
            Verdict::Incompatible
        } else if has(Verdict::Unchecked) {
            Verdict::Unchecked
        } else {
            Verdict::Compatible
        }
    }
}

/// Checks `new` against `versions`, oldest first, as `level` asks.
pub fn check_level<'a>(level: Level, new: View<'a>, versions: &[View<'a>]) -> LevelReport<'a> {
    let mut engine = Engine::new();
    let mut reports = Vec::new();
    let count = if level.transitive() { versions.len() } else { versions.len().min(1) };
    for (version, old) in versions.iter().enumerate().rev().take(count) {
        if level.checks_forward() {
            let report = engine.check(*old, new, Overlay::NONE);
            reports.push(VersionReport { version, direction: Direction::Forward, report });
        }
        if level.checks_backward() {
            let report = engine.check(new, *old, Overlay::NONE);
            reports.push(VersionReport { version, direction: Direction::Backward, report });
        }
    }
    LevelReport { level, versions: reports }
}

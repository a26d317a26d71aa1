//! Runs the engine over every version that a level compares with, and collects what it finds.

use super::classify::classify;
use super::found::Set;
use super::judge::Judge;
use super::known;
use super::{History, Settings};
use crate::compat::{Buffers, Cause, Findings, Glance, Overlay, Settled, Side, Verdict};
use crate::rules::Severity;
use crate::schema::View;

/// What a check takes beside the fields that it walks.
const CHECK: u64 = 60;

/// What is checked.
#[derive(Clone, Copy)]
pub(super) struct Job<'h, 'a> {
    /// The checked type.
    pub(super) schema: View<'a>,
    pub(super) history: History<'a>,
    pub(super) settings: Settings<'h>,
    /// By version, the directions in which nothing is to be said about the type as it is; versions behind the end: neither.
    pub(super) settled: &'h [Settled],
    /// Work after which errors are enough, and versions that follow are left out: see [`Set::steps`].
    pub(super) limit: u64,
    /// Work after which the versions that follow count as not checked, though nothing is wrong so far.
    pub(super) most: u64,
}

impl<'h, 'a> Job<'h, 'a> {
    pub(super) const fn judge(&self) -> Judge<'h, 'a> {
        Judge { settings: self.settings, accepted: self.history.accepted }
    }

    /// The first version that the level compares with; the ones behind it count too where they are released.
    pub(super) const fn first(&self) -> usize {
        let versions = self.history.versions;
        if self.settings.level.transitive() {
            return 0;
        }
        let mut i = versions.len();
        while i > 0 {
            i -= 1;
            if versions[i].released {
                return i;
            }
        }
        versions.len()
    }

    /// Fills `settled`, as far as it goes; whether it left nothing to look at.
    pub(super) const fn settle(&self, settled: &mut [Settled], room: &mut Buffers<'_, 'a>) -> bool {
        let (versions, level) = (self.history.versions, self.settings.level);
        let wanted = Settled { backward: level.checks_backward(), forward: level.checks_forward() };
        let mut glance = Glance::new();
        let (mut all, mut i) = (true, self.first());
        while i < versions.len() {
            if versions[i].released {
                if i >= settled.len() {
                    return false;
                }
                // once there is something to say, the engine has to look at what follows as a whole
                settled[i] = glance.settle(self.schema, versions, i, wanted, all, room);
                all &= settled[i].covers(wanted);
                if !all && glance.steps > self.limit || glance.steps > self.most {
                    return false;
                }
            }
            i += 1;
        }
        all
    }

    /// Checks every version, and fills `set`, which is empty.
    pub(super) const fn collect(&self, room: &mut Buffers<'_, 'a>, set: &mut Set<'_, 'a>) {
        let versions = self.history.versions;
        let mut i = self.first();
        while i < versions.len() {
            let version = &versions[i];
            if set.steps > self.limit && self.has_errors(set) {
                set.left_out = Some(i as u32);
                return;
            }
            if set.steps > self.most || set.steps > self.limit && set.unchecked.is_some() {
                set.unchecked = Some(i as u32);
                return;
            }
            // a version equal to the type is no exception: to hash the type costs `const` evaluation three checks
            if version.released {
                let theirs = version.document.view();
                let settled = if i < self.settled.len() { self.settled[i] } else { Settled::NEITHER };
                if self.settings.level.checks_backward() && !settled.backward {
                    self.direction(i, theirs, Side::Reader, room, set);
                }
                if self.settings.level.checks_forward() && !settled.forward {
                    self.direction(i, theirs, Side::Writer, room, set);
                }
            }
            i += 1;
        }
    }

    /// Checks one version: whether the type reads its data, or it the type's.
    const fn direction(
        &self,
        version: usize,
        theirs: View<'a>,
        side: Side,
        room: &mut Buffers<'_, 'a>,
        set: &mut Set<'_, 'a>,
    ) {
        let overlay = Overlay { side, assumes: &[] };
        let findings = self.look(version, theirs, overlay, room, set);
        let mut i = 0;
        while i < findings.len() {
            let (cause, before, kept) = (findings.cause(i), set.added, set.more);
            self.take(findings, cause, overlay, version, set);
            if set.added <= before + 1
                && set.more == kept
                && let Some(key) = known::key(findings, &cause, overlay, version as u32, &mut set.steps)
            {
                let found = if set.added == before { known::NOTHING } else { set.last };
                set.known.add(key, found);
            }
            i += 1;
        }
    }

    /// What is to be said of one version with `overlay` assumed; `set` is told what there was no room for.
    pub(super) const fn look<'r>(
        &self,
        version: usize,
        theirs: View<'a>,
        overlay: Overlay<'_, 'a>,
        room: &'r mut Buffers<'_, 'a>,
        set: &mut Set<'_, 'a>,
    ) -> Findings<'r, 'a> {
        let findings = room.again().check_version(overlay.side, self.schema, theirs, overlay.assumes);
        if matches!(findings.verdict, Verdict::Unchecked) {
            set.unchecked = Some(version as u32);
        }
        if findings.more > 0 && set.errors_of.is_some() && matches!(findings.verdict, Verdict::Compatible) {
            // nobody knows whether there is an error among what had no room: it may be nothing but warnings
            set.unchecked = Some(version as u32);
        } else {
            set.more += findings.more;
        }
        set.steps += CHECK + findings.steps;
        findings
    }

    /// Adds what `cause` is to `set`.
    pub(super) const fn take(
        &self,
        findings: Findings<'_, 'a>,
        cause: Cause<'a>,
        overlay: Overlay<'_, 'a>,
        version: usize,
        set: &mut Set<'_, 'a>,
    ) {
        let before = set.added;
        classify(findings, cause, overlay, version as u32, set);
        // every cause has its rule; were one without, it must not pass as none
        if cause.kind.decides() && set.added == before {
            set.more += 1;
        }
    }

    /// What is done with the finding at `index`: nothing where it was accepted on purpose.
    pub(super) const fn severity(&self, set: &Set<'_, 'a>, index: usize) -> Severity {
        let found = set.get(index);
        match found.severity {
            Some(severity) => severity,
            None => found.severity_by(&self.judge(), &set.texts),
        }
    }

    /// Whether any finding stops the build.
    pub(super) const fn has_errors(&self, set: &Set<'_, 'a>) -> bool {
        let mut i = 0;
        while i < set.len {
            if matches!(self.severity(set, i), Severity::Error) {
                return true;
            }
            i += 1;
        }
        set.more > 0
    }
}

//! Trying fixes: each on the engine, over every version, before anybody sees it; as many as there is time for.

use super::collect::Job;
use super::found::Set;
use super::known;
use super::own::as_it_would_be;
use super::suggest::{CANDIDATES, Candidate, Roots, candidates};
use crate::compat::{Assume, Buffers, Overlay, Side};
use crate::rules::Severity;
use crate::schema::View;

/// How much engine work may go into fixes: about the number of fields that are walked, over all fixes.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    left: u64,
    /// What is said where it is used up.
    pub(super) over: &'static str,
}

impl Budget {
    pub(super) const fn new(left: u64, over: &'static str) -> Self {
        Budget { left, over }
    }
}

/// What the smallest attempt takes.
const LEAST: u64 = 100;

/// What trying a fix said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It does not settle the finding, or breaks something else.
    No,
    /// The finding is gone and nothing new is there; others remain.
    Settles,
    /// No finding is left.
    Passes,
}

/// A fix that works.
#[derive(Clone, Copy)]
pub(super) struct Fix<'a> {
    pub(super) candidate: Candidate<'a>,
    /// No finding is left with it.
    pub(super) passes: bool,
}

/// The fixes of one finding that work, best first.
#[derive(Clone, Copy)]
pub(super) struct Tried<'a> {
    pub(super) fixes: [Option<Fix<'a>>; CANDIDATES],
    /// There was no time for all.
    pub(super) cut: Option<&'static str>,
}

impl<'a> Tried<'a> {
    pub(super) const NOTHING: Tried<'static> = Tried { fixes: [None; CANDIDATES], cut: None };

    /// Tries the fixes for the finding at `index` of `set`.
    pub(super) const fn of(
        job: &Job<'_, 'a>,
        set: &Set<'_, 'a>,
        index: usize,
        room: &mut Buffers<'_, 'a>,
        scratch: &mut Set<'_, 'a>,
        budget: &mut Budget,
    ) -> Tried<'a> {
        let found = set.get(index);
        let list = candidates(&found, Roots::of(job, &found));
        let versions = (job.history.versions.len() * (8 + width(job.schema))) as u64;
        let cost = if versions > set.steps { versions } else { set.steps };
        let mut tried = Tried { fixes: [None; CANDIDATES], cut: None };
        let (mut count, mut i) = (0, 0);
        while i < list.len() {
            if let Some(candidate) = list[i] {
                if budget.left < cost {
                    tried.cut = Some(budget.over);
                    return tried;
                }
                if candidate.fallback && count > 0 {
                    return tried;
                }
                scratch.clear();
                let outcome = attempt(job, &candidate, index, set, room, scratch, budget.left);
                budget.left = budget.left.saturating_sub(LEAST + scratch.steps);
                if !matches!(outcome, Outcome::No) {
                    tried.fixes[count] = Some(Fix { candidate, passes: matches!(outcome, Outcome::Passes) });
                    count += 1;
                }
            }
            i += 1;
        }
        tried
    }
}

/// About how many fields a check of one version walks at least.
const fn width(schema: View<'_>) -> usize {
    schema.field_count() + schema.branch_count()
}

/// Tries `candidate` on every version; what it takes is in the steps of `scratch`, which is empty.
const fn attempt<'a>(
    job: &Job<'_, 'a>,
    candidate: &Candidate<'a>,
    index: usize,
    set: &Set<'_, 'a>,
    room: &mut Buffers<'_, 'a>,
    scratch: &mut Set<'_, 'a>,
    most: u64,
) -> Outcome {
    let made = as_it_would_be(candidate.assumes, job.schema, room, &mut scratch.steps, most);
    match made {
        Some([Some(one), None, None]) => outcome(job, &[one], index, set, room, scratch),
        Some([Some(one), None, Some(two)]) => outcome(job, &[one, two], index, set, room, scratch),
        Some([Some(one), Some(two), Some(three)]) => outcome(job, &[one, two, three], index, set, room, scratch),
        _ => Outcome::No,
    }
}

const fn outcome<'a>(
    job: &Job<'_, 'a>,
    assumes: &[Assume<'a>],
    index: usize,
    set: &Set<'_, 'a>,
    room: &mut Buffers<'_, 'a>,
    scratch: &mut Set<'_, 'a>,
) -> Outcome {
    let (versions, level) = (job.history.versions, job.settings.level);
    let mut left = Left { still: false, others: false };
    // how the type is read as a version stays as it is, and so do its findings
    let reads_only = only_reads(assumes) && set.is_whole();
    let mut i = 0;
    while reads_only && i < set.len {
        if set.get(i).broken.forward {
            left.add(job, set, i, index);
        }
        i += 1;
    }
    // a version that the finding is about, as a rule, says soonest that the fix is none
    let (newest, first) = (set.get(index).newest as usize, job.first());
    let mut turn = first;
    while turn <= versions.len() {
        let version = if turn == first { newest } else { turn - 1 };
        let again = turn > first && version == newest;
        turn += 1;
        if !versions[version].released || again {
            continue;
        }
        let mut side = Side::Reader;
        loop {
            let asked = match side {
                Side::Reader => level.checks_backward(),
                Side::Writer => level.checks_forward() && !reads_only,
            };
            if asked && !is_settled(job, version, Overlay { side, assumes }, index, set, room, scratch, &mut left) {
                return Outcome::No;
            }
            match side {
                Side::Reader => side = Side::Writer,
                Side::Writer => break,
            }
        }
    }
    match left {
        Left { others: false, .. } => Outcome::Passes,
        Left { still: true, .. } => Outcome::No,
        Left { .. } => Outcome::Settles,
    }
}

/// What is left of the findings with what is assumed.
#[derive(Clone, Copy)]
struct Left {
    /// The finding in question.
    still: bool,
    /// Errors, be it that one.
    others: bool,
}

impl Left {
    /// Adds the finding of `set` at `at`; `index` is the one in question.
    const fn add<'a>(&mut self, job: &Job<'_, 'a>, set: &Set<'_, 'a>, at: usize, index: usize) {
        self.still |= at == index;
        self.others |= matches!(job.severity(set, at), Severity::Error);
    }

    const fn is_hopeless(self) -> bool {
        self.still && self.others
    }
}

/// Whether one version leaves hope that the finding at `index` is settled and nothing new is there.
#[expect(clippy::too_many_arguments, reason = "the state of one attempt, in buffers that are lent")]
const fn is_settled<'a>(
    job: &Job<'_, 'a>,
    version: usize,
    overlay: Overlay<'_, 'a>,
    index: usize,
    set: &Set<'_, 'a>,
    room: &mut Buffers<'_, 'a>,
    scratch: &mut Set<'_, 'a>,
    left: &mut Left,
) -> bool {
    let findings = job.look(version, job.history.versions[version].document.view(), overlay, room, scratch);
    let mut i = 0;
    while i < findings.len() && scratch.is_whole() {
        let cause = findings.cause(i);
        i += 1;
        scratch.steps += 10;
        let known = match known::key(findings, &cause, overlay, version as u32, &mut scratch.steps) {
            Some(key) => set.known.get(key),
            None => None,
        };
        let seen = scratch.len;
        match known {
            Some(known::NOTHING) => {}
            Some(found) => left.add(job, set, found as usize, index),
            None => job.take(findings, cause, overlay, version, scratch),
        }
        let mut new = seen;
        while new < scratch.len {
            let at = scratch.position_in(new, set);
            if at < set.len {
                left.add(job, set, at, index);
            } else if matches!(job.severity(scratch, new), Severity::Error) {
                return false;
            }
            new += 1;
        }
        if left.is_hopeless() {
            return false;
        }
    }
    // what takes far longer than the type as it is would break more than it mends
    scratch.is_whole() && (scratch.steps <= job.limit || scratch.steps <= 2 * set.steps)
}

/// What is assumed counts where the type reads, and is nothing to who reads its data.
const fn only_reads(assumes: &[Assume<'_>]) -> bool {
    let mut i = 0;
    while i < assumes.len() {
        if !matches!(
            assumes[i],
            Assume::Default { .. }
                | Assume::Alias { .. }
                | Assume::TypeAlias { .. }
                | Assume::EnumDefault { .. }
                | Assume::DropAliases { .. }
        ) {
            return false;
        }
        i += 1;
    }
    true
}

//! Trying fixes: each on the engine, over every version, before anybody sees it; as many as there is time for.

use super::collect::Job;
use super::found::Set;
use super::own::as_it_would_be;
use super::suggest::{CANDIDATES, Candidate, Roots, candidates};
use crate::compat::Buffers;
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
                let outcome = attempt(job, &candidate, index, set, room, scratch);
                let cost = if cost > scratch.steps { cost } else { scratch.steps };
                budget.left = budget.left.saturating_sub(cost);
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

/// Tries `candidate` on every version.
const fn attempt<'a>(
    job: &Job<'_, 'a>,
    candidate: &Candidate<'a>,
    index: usize,
    set: &Set<'_, 'a>,
    room: &mut Buffers<'_, 'a>,
    scratch: &mut Set<'_, 'a>,
) -> Outcome {
    match as_it_would_be(candidate.assumes, job.schema, room) {
        Some([Some(one), None, None]) => job.collect(&[one], room, scratch),
        Some([Some(one), None, Some(two)]) => job.collect(&[one, two], room, scratch),
        Some([Some(one), Some(two), Some(three)]) => job.collect(&[one, two, three], room, scratch),
        _ => return Outcome::No,
    }
    if scratch.unchecked.is_some() || scratch.left_out.is_some() || scratch.more > 0 {
        return Outcome::No;
    }
    if !job.has_errors(scratch) {
        return Outcome::Passes;
    }
    if set.is_in(index, scratch) {
        return Outcome::No;
    }
    let mut i = 0;
    while i < scratch.len {
        if matches!(job.severity(scratch, i), Severity::Error) && !scratch.is_in(i, set) {
            return Outcome::No;
        }
        i += 1;
    }
    Outcome::Settles
}

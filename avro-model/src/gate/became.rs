//! Which type of a version became which: the one branch on each side that has no counterpart.

use super::found::{Became, Set};
use super::place::Case;
use crate::compat::{Side, branch_near};
use crate::schema::{Kind, View};
use crate::text::same;

/// The one branch without counterpart on each side: of the type, and of the version.
pub(super) const fn became<'a>(case: &Case<'_, 'a>, set: &mut Set<'_, 'a>) -> Option<(View<'a>, View<'a>)> {
    let outer = case.outer();
    let backward = matches!(case.side, Side::Reader);
    // a wide union may have as many causes as branches
    if let Some(known) = set.became
        && known.version == case.version
        && known.backward == backward
        && known.outer == outer
    {
        return known.pair;
    }
    let trail = case.findings.trail(outer);
    let (ours, theirs) = case.side.own_first(trail.reader, trail.writer);
    let pair = match single_unmatched(ours, theirs) {
        Some(new) => match single_unmatched(theirs, ours) {
            Some(old) => Some((new, old)),
            None => None,
        },
        None => None,
    };
    set.became = Some(Became { version: case.version, backward, outer, pair });
    pair
}

/// The one branch of `of` (or `of` itself) that is not null and has no counterpart in `other`.
const fn single_unmatched<'a>(of: View<'a>, other: View<'_>) -> Option<View<'a>> {
    if of.branch_count() == 0 {
        return if has_counterpart(of, other) { None } else { Some(of) };
    }
    let (mut single, mut near, mut i) = (None, usize::MAX, 0);
    while i < of.branch_count() {
        let branch = of.branch(i);
        i += 1;
        if let Some(name) = branch.name() {
            let named = branch_near(other, name.hash, near);
            if named < other.branch_count() && same_shape(branch, other.branch(named)) {
                near = named;
                continue;
            }
        }
        if !matches!(branch.node.kind, Kind::Null) && !has_counterpart(branch, other) {
            if single.is_some() {
                return None;
            }
            single = Some(branch);
        }
    }
    single
}

const fn has_counterpart(branch: View<'_>, other: View<'_>) -> bool {
    if other.branch_count() == 0 {
        return same_shape(branch, other);
    }
    let mut i = 0;
    while i < other.branch_count() {
        if same_shape(branch, other.branch(i)) {
            return true;
        }
        i += 1;
    }
    false
}

/// One Avro type, and for named types one short name.
const fn same_shape(a: View<'_>, b: View<'_>) -> bool {
    same(a.type_name(), b.type_name())
        && match (a.name(), b.name()) {
            (Some(a), Some(b)) => same(a.short(), b.short()),
            _ => true,
        }
}

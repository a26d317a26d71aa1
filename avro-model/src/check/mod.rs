//! What is wrong with a schema that a derive emits, where no parser has looked: checked in constants, across crates.
//!
//! A derive sees one type at a time. Whether a field's union gets two branches alike, a nested type lacks a namespace, or
//! two types share a name, is known when the constants are evaluated.

mod body;
mod literal;
mod names;
mod problem;
mod reached;

pub use names::{check_names, is_of_instance};
pub use problem::{Problem, ProblemKind, Text};
pub use reached::check_reached;

use crate::compat::branch_near;
use crate::schema::{FieldPart, Fields, Kind, Name, View};
use crate::text::{hash, same};

/// How deep types may nest to be checked.
const DEPTH: usize = 1024;
/// How many named types may be reached: three quarters of the slots.
const SLOTS: usize = 4096;

/// A node whose children are being checked.
#[derive(Clone, Copy)]
struct Frame<'a> {
    view: View<'a>,
    /// The next child.
    next: usize,
    /// The record whose field leads here, and that field.
    holder: Option<&'a Name>,
    field: &'a str,
}

/// The first problem of a schema's root alone: of its fields' types down to the named types they mention, and of their
/// defaults. What those types hold is for them to check.
pub const fn check_type(view: View<'static>) -> Option<Problem> {
    shallow(view, None)
}

/// What [`check_type`] finds in the field or the branch at `position` alone.
pub const fn check_member(view: View<'static>, position: usize) -> Option<Problem> {
    shallow(view, Some(position))
}

/// Whether all branches of a union can be told apart, and none is a union; false also where there are too many to say. One look
/// at all of a wide union spares each of its branches one at all before it.
pub const fn has_distinct_branches(view: View<'static>) -> bool {
    // Every byte of a buffer costs: small ones first.
    match view.branch_count() {
        0..=8 => are_distinct(view, &mut [0; 16]),
        9..=128 => are_distinct(view, &mut [0; 256]),
        count if count <= SLOTS / 2 => are_distinct(view, &mut [0; SLOTS]),
        _ => false,
    }
}

/// [`has_distinct_branches`], with room for at least twice as many hashes as there are branches: a power of two, 0 where it is free.
const fn are_distinct(view: View<'static>, hashes: &mut [u64]) -> bool {
    let (count, mask) = (view.branch_count(), hashes.len() - 1);
    let mut i = 0;
    while i < count {
        let branch = view.branch(i);
        let hash = match branch.name() {
            Some(name) => name.hash,
            None => hash(branch.type_name()),
        };
        if hash == 0 || matches!(branch.node.kind, Kind::Union(_)) {
            return false;
        }
        let mut slot = hash as usize & mask;
        while hashes[slot] != 0 {
            if hashes[slot] == hash {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        i += 1;
    }
    true
}

const fn shallow(view: View<'static>, only: Option<usize>) -> Option<Problem> {
    // Every byte of a buffer costs: small ones first.
    if let Ok(problem) = walk(view, only, &mut [None; 8]) {
        return problem;
    }
    match walk(view, only, &mut [None; DEPTH]) {
        Err(Full) => Some(too_large(view)),
        Ok(problem) => problem,
    }
}

/// Why the part at `part` of a record, another record that is flattened there, cannot be.
pub const fn check_part(view: View<'static>, part: usize) -> Option<Problem> {
    let Kind::Record(record) = &view.node.kind else { return None };
    let Fields::Joined(parts) = &record.fields else { return None };
    let FieldPart::Of(inner) = &parts[part] else { return None };
    let Kind::Record(_) = &inner.get().kind else {
        return Some(Problem::new(ProblemKind::NoRecord, Some(&record.name), "", inner.view().type_name()));
    };
    let (start, count) = view.part(part);
    let mut i = 0;
    while i < view.field_count() {
        let mut own = if i < start || i >= start + count { start } else { start + count };
        while own < start + count {
            let (name, other) = (view.field(own).name.get(), view.field(i).name.get());
            if same(name, other) {
                return Some(Problem::new(ProblemKind::SameField, Some(&record.name), "", name));
            }
            own += 1;
        }
        i += 1;
    }
    None
}

/// What [`check_part`] finds in any part of a record.
const fn check_parts(view: View<'static>) -> Option<Problem> {
    if let Kind::Record(record) = &view.node.kind
        && let Fields::Joined(parts) = &record.fields
    {
        let mut i = 0;
        while i < parts.len() {
            if let Some(problem) = check_part(view, i) {
                return Some(problem);
            }
            i += 1;
        }
    }
    None
}

/// Whether a default, as JSON text, is a value of `view`; what [`check_type`] asks for each field.
pub const fn check_default(view: View<'_>, text: &str) -> Option<ProblemKind> {
    literal::check(view, text)
}

const fn too_large(view: View<'static>) -> Problem {
    Problem::new(
        ProblemKind::TooLarge,
        None,
        "",
        match view.name() {
            Some(name) => name.full.get(),
            None => view.type_name(),
        },
    )
}

/// A buffer was too small.
struct Full;

/// Checks the unions and defaults below `root`, or below its one member `only`, down to the named types that it mentions.
const fn walk(
    root: View<'static>,
    only: Option<usize>,
    stack: &mut [Option<Frame<'static>>],
) -> Result<Option<Problem>, Full> {
    let mut depth = 1;
    let (first, last) = match only {
        Some(position) => (position, position),
        None => (0, usize::MAX),
    };
    if only.is_none()
        && let Some(problem) = check_parts(root)
    {
        return Ok(Some(problem));
    }
    stack[0] = Some(Frame { view: root, next: first, holder: None, field: "" });
    while depth > 0 {
        let Some(frame) = &mut stack[depth - 1] else { return Err(Full) };
        let (view, next) = (frame.view, frame.next);
        let (mut holder, mut field) = (frame.holder, frame.field);
        frame.next += 1;
        if depth == 1 && next > last {
            return Ok(None);
        }
        let child = match &view.node.kind {
            Kind::Record(record) if next < view.field_count() => {
                let member = view.field(next);
                holder = Some(&record.name);
                field = member.name.get();
                let child = view.child(&member.schema);
                if let Some(default) = &member.default
                    && let Some(kind) = literal::check(child, default.get())
                {
                    return Ok(Some(Problem::new(kind, holder, field, default.get())));
                }
                child
            }
            Kind::Array(_) | Kind::Map(_) if next == 0 => match view.element() {
                Some(element) => element,
                None => continue,
            },
            Kind::Union(_) if next < view.branch_count() => {
                if let Some((kind, text)) = check_branch(view, next) {
                    return Ok(Some(Problem::new(kind, holder, field, text)));
                }
                view.branch(next)
            }
            _ => {
                depth -= 1;
                continue;
            }
        };
        if let Some(name) = child.name() {
            if name.bare
                && let Some(outer) = holder
                && !outer.namespace().is_empty()
            {
                return Ok(Some(Problem::new(ProblemKind::NoNamespace, holder, field, name.full.get())));
            }
            continue;
        }
        if let Kind::Array(_) | Kind::Map(_) | Kind::Union(_) = &child.node.kind {
            if depth == stack.len() {
                return Err(Full);
            }
            stack[depth] = Some(Frame { view: child, next: 0, holder, field });
            depth += 1;
        }
    }
    Ok(None)
}

/// What is wrong with a branch of a union beside those before it, and what it is called.
const fn check_branch(union: View<'static>, position: usize) -> Option<(ProblemKind, &'static str)> {
    let branch = union.branch(position);
    if let Kind::Union(_) = &branch.node.kind {
        return Some((ProblemKind::NestedUnion, ""));
    }
    let (called, mut i) = match branch.name() {
        // the first of that hash: as a rule the branch itself
        Some(name) => (name.full.get(), branch_near(union, name.hash, usize::MAX)),
        None => (branch.type_name(), 0),
    };
    while i < position {
        if same_branch(union.branch(i), branch) {
            return Some((ProblemKind::SameBranches, called));
        }
        i += 1;
    }
    None
}

/// Whether a reader could not tell two branches apart.
const fn same_branch(a: View<'_>, b: View<'_>) -> bool {
    match (a.name(), b.name()) {
        (Some(a), Some(b)) => a.hash == b.hash && same(a.full.get(), b.full.get()),
        (None, None) => same(a.type_name(), b.type_name()),
        _ => false,
    }
}

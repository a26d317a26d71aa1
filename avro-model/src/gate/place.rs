//! Where a cause is, in the checked type and in the version: the fields that lead there, as a path and as a subject.

use super::found::{Found, NONE, Range, Subject};
use super::spell::takes_null;
use super::text::Buffer;
use crate::compat::{self, Cause, Findings, Side, Step, Trail};
use crate::rules::{Directions, Rule};
use crate::schema::View;

/// Steps of a path that a message spells out; the outer ones of longer paths are cut.
const STEPS: usize = 64;

/// One cause of one direction, with the two schemas told apart.
#[derive(Clone, Copy)]
pub(super) struct Case<'r, 'a> {
    pub(super) findings: Findings<'r, 'a>,
    pub(super) cause: Cause<'a>,
    /// The checked type's side: the reader in BACKWARD, the writer in FORWARD.
    pub(super) side: Side,
    pub(super) version: u32,
    pub(super) subject: Subject<'a>,
    pub(super) depth: u32,
    pub(super) root: u32,
}

impl<'r, 'a> Case<'r, 'a> {
    /// Finds the fields that lead to the cause.
    pub(super) const fn of(findings: Findings<'r, 'a>, cause: Cause<'a>, side: Side, version: u32) -> Self {
        let (ours, theirs) = side.own_first(cause.reader, cause.writer);
        let mut subject = Subject {
            ours,
            theirs,
            our_owner: None,
            our_field: NONE,
            their_owner: None,
            their_field: NONE,
            symbol: "",
        };
        let (mut at, mut depth, mut root) = (cause.trail, 0, NONE);
        loop {
            let trail = findings.trail(at);
            if trail.parent == compat::NONE {
                break;
            }
            depth += 1;
            let parent = findings.trail(trail.parent);
            if let Step::Field { reader, writer } = trail.step {
                let (ours, theirs) = side.own_first(parent.reader, parent.writer);
                let (our_field, their_field) = side.own_first(reader, writer);
                if subject.our_owner.is_none() {
                    subject.our_owner = Some(ours);
                    subject.our_field = our_field;
                    subject.their_owner = Some(theirs);
                    subject.their_field = their_field;
                }
                if parent.parent == compat::NONE && (our_field as usize) < ours.field_count() {
                    root = our_field;
                }
            }
            at = trail.parent;
        }
        Case { findings, cause, side, version, subject, depth, root }
    }

    /// Goes on into the field of the two records at the case's place, by its position in each.
    pub(super) const fn enter(&mut self, our_field: Option<usize>, their_field: Option<usize>) {
        self.subject.our_owner = Some(self.subject.ours);
        self.subject.their_owner = Some(self.subject.theirs);
        self.subject.our_field = position(our_field);
        self.subject.their_field = position(their_field);
        if self.depth == 0 {
            self.root = position(our_field);
        }
        self.depth += 1;
    }

    /// Writes the path to the cause, as the checked type's fields are named, and `member` behind it.
    pub(super) const fn path(&self, out: &mut Buffer<'_>, member: Option<&str>) -> Range {
        self.path_to(out, self.cause.trail, member)
    }

    pub(super) const fn path_to(&self, out: &mut Buffer<'_>, trail: u32, member: Option<&str>) -> Range {
        let start = out.len() as u32;
        let (mut steps, mut count, mut at) = ([0; STEPS], 0, trail);
        loop {
            let trail = self.findings.trail(at);
            if trail.parent == compat::NONE {
                break;
            }
            if count == STEPS {
                out.push("..");
                break;
            }
            steps[count] = at;
            count += 1;
            at = trail.parent;
        }
        while count > 0 {
            count -= 1;
            self.step(out, start, self.findings.trail(steps[count]));
        }
        if let Some(member) = member {
            if out.len() as u32 > start {
                out.push(".");
            }
            out.push(member);
        }
        Range { start, end: out.len() as u32 }
    }

    const fn step(&self, out: &mut Buffer<'_>, start: u32, trail: Trail<'a>) {
        let parent = self.findings.trail(trail.parent);
        let (ours, theirs) = self.side.own_first(parent.reader, parent.writer);
        match trail.step {
            Step::Root => {}
            Step::Items => out.push("[]"),
            Step::Values => out.push("{}"),
            Step::Field { reader, writer } => {
                if out.len() as u32 > start {
                    out.push(".");
                }
                let (our_field, their_field) = self.side.own_first(reader, writer);
                if (our_field as usize) < ours.field_count() {
                    out.push(ours.field(our_field as usize).name.get());
                } else if (their_field as usize) < theirs.field_count() {
                    out.push(theirs.field(their_field as usize).name.get());
                }
            }
            Step::Branch { reader, writer } => {
                // `Option` has nothing to tell apart; the checked type's union names the branch
                let (our_branch, _) = self.side.own_first(reader, writer);
                if several(ours) && our_branch != compat::NONE && (our_branch as usize) < ours.branch_count() {
                    let branch = ours.branch(our_branch as usize);
                    out.push("<");
                    match branch.name() {
                        Some(name) => out.push(name.short()),
                        None => out.push(branch.type_name()),
                    }
                    out.push(">");
                }
            }
        }
    }

    /// Full name of the type on our side that holds the cause: the record of the nearest field, else the root.
    pub(super) const fn owner(&self, root: &'a str) -> &'a str {
        match self.subject.our_owner {
            Some(owner) => match owner.name() {
                Some(name) => name.full.get(),
                None => root,
            },
            None => root,
        }
    }

    const fn broken(&self) -> Directions {
        match self.side {
            Side::Reader => Directions::BACKWARD,
            Side::Writer => Directions::FORWARD,
        }
    }

    pub(super) const fn found(&self, rule: Rule, ty: &'a str, path: Range, before: Range, after: Range) -> Found<'a> {
        Found {
            rule,
            ty,
            path,
            before,
            after,
            root: self.root,
            depth: self.depth,
            broken: self.broken(),
            subject: self.subject,
            newest: self.version,
            hash: 0,
            hits: (NONE, NONE),
            severity: None,
        }
    }

    /// The trail to the cause's place, where a union is whole.
    pub(super) const fn outer(&self) -> u32 {
        let trail = self.findings.trail(self.cause.trail);
        match trail.step {
            Step::Branch { .. } if trail.parent != compat::NONE => trail.parent,
            _ => self.cause.trail,
        }
    }
}

/// A union of more than `null` and one other branch.
const fn several(ty: View<'_>) -> bool {
    let count = ty.branch_count();
    count > 2 || (count == 2 && !takes_null(ty))
}

const fn position(position: Option<usize>) -> u32 {
    match position {
        Some(position) => position as u32,
        None => NONE,
    }
}

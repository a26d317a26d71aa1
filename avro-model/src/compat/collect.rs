//! Pass 2, only where the verdict is "incompatible": follows what fails and says why.
//!
//! Nothing that it writes is ever taken back, because pass 1 has already decided which edges fail. Inside a union it
//! goes on into the branch that was meant, where there is one.

use super::alike::{optional_of, skip_equal};
use super::lists::Listed;
use super::meeting::Meeting;
use super::names::{Hit, names_match, unreadable_symbol, writer_field};
use super::overlay::Side;
use super::solve::takes_null;
use super::work::{Todo, Work};
use super::{Cause, CauseKind, NONE, Step, Trail};
use crate::schema::{Kind, View};

impl<'a> Work<'_, 'a> {
    /// Lists the causes. Pass 1 must have run.
    pub(super) const fn collect(&mut self, reader: View<'a>, writer: View<'a>) {
        self.push(Todo { meeting: Meeting::plain(reader, writer), parent: NONE, step: Step::Root });
        while let Some(Todo { meeting, parent, step }) = self.pop() {
            let trail = self.add_trail(Trail { parent, step, reader: meeting.reader, writer: meeting.writer });
            let first = self.todo_count;
            self.collect_at(meeting, trail);
            self.reverse_todo(first);
            if self.full {
                return;
            }
        }
    }

    const fn collect_at(&mut self, meeting: Meeting<'a>, trail: u32) {
        let Meeting { reader, writer, optional, branch, .. } = meeting;
        match (&reader.node.kind, &writer.node.kind) {
            (Kind::Array(r), Kind::Array(w)) => self.push(Todo {
                meeting: Meeting::plain(reader.child(r), writer.child(w)),
                parent: trail,
                step: Step::Items,
            }),
            (Kind::Map(r), Kind::Map(w)) => self.push(Todo {
                meeting: Meeting::plain(reader.child(r), writer.child(w)),
                parent: trail,
                step: Step::Values,
            }),
            (_, Kind::Union(_)) => self.collect_writer_branches(meeting, trail),
            (Kind::Union(_), _) => {
                let mut listed = Listed::NOWHERE;
                self.collect_branch(&mut listed, reader, writer, NONE, trail);
            }
            (_, Kind::Null) if optional => {}
            (Kind::Record(r), Kind::Record(w)) => {
                let index = self.memo(reader, writer);
                if self.full {
                    return;
                }
                let mut pair = self.pair(index);
                if pair.listed {
                    self.repeats += 1;
                    return;
                }
                pair.listed = true;
                self.pairs[index] = Some(pair);
                if !names_match(self.overlay, &r.name, &w.name) {
                    self.add(CauseKind::NameMismatch, trail, reader, writer, 0);
                }
                self.collect_fields(reader, writer, trail);
            }
            (Kind::Enum(r), Kind::Enum(w)) => {
                if !self.branch_names_match(&r.name, &w.name, branch) {
                    self.add(CauseKind::NameMismatch, trail, reader, writer, 0);
                }
                if let Some(missing) = unreadable_symbol(self.overlay, r, w) {
                    self.add(CauseKind::MissingSymbols, trail, reader, writer, missing);
                }
            }
            (Kind::Fixed(r), Kind::Fixed(w)) => {
                if !self.branch_names_match(&r.name, &w.name, branch) {
                    self.add(CauseKind::NameMismatch, trail, reader, writer, 0);
                }
                if !self.overlay.same_size(r, w) {
                    self.add(CauseKind::FixedSize, trail, reader, writer, 0);
                }
            }
            _ => self.add(CauseKind::TypeMismatch, trail, reader, writer, 0),
        }
    }

    const fn add(&mut self, kind: CauseKind, trail: u32, reader: View<'a>, writer: View<'a>, index: usize) {
        self.add_cause(Cause { kind, trail, reader, writer, index: index as u32 });
    }

    const fn collect_fields(&mut self, reader: View<'a>, writer: View<'a>, trail: u32) {
        let overlay = self.overlay.within(reader, writer);
        let count = overlay.field_count(Side::Reader, reader);
        let owner = self.carried.owner(reader, writer, trail == 0);
        let (mut position, mut hint) = (0, 0);
        loop {
            let before = position;
            (position, hint) = skip_equal(overlay, reader, writer, position, hint, &mut self.carried, owner);
            self.steps += 1 + (position - before) as u64;
            if position == count {
                return;
            }
            let field = overlay.field(Side::Reader, reader, position);
            match writer_field(overlay, reader, field, writer, hint) {
                Hit::Ambiguous => self.add(CauseKind::AmbiguousAlias, trail, reader, writer, position),
                Hit::Missing if field.has_default => {}
                Hit::Missing => self.add(CauseKind::MissingDefault, trail, reader, writer, position),
                Hit::At(at) => {
                    hint = at + 1;
                    let written = overlay.field(Side::Writer, writer, at);
                    let mut from = 0;
                    while let Some(lost) = self.next_loser(reader, position, writer, at, from) {
                        if !overlay.field(Side::Reader, reader, lost).has_default {
                            self.add(CauseKind::SharedAlias, trail, reader, writer, lost);
                        }
                        from = lost + 1;
                    }
                    let step = Step::Field { reader: position as u32, writer: at as u32 };
                    let meeting = field.meets(written);
                    if !self.judge(meeting) {
                        self.push(Todo { meeting, parent: trail, step });
                    }
                    if written.optional && !takes_null(field.schema, field.optional) {
                        let null = crate::schema::NULL_BRANCH;
                        let end = Step::Branch { reader: NONE, writer: 0 };
                        let parent = self.add_trail(Trail { parent: trail, step, reader: field.schema, writer: null });
                        let here = self.add_trail(Trail { parent, step: end, reader: field.schema, writer: null });
                        self.add(CauseKind::TypeMismatch, here, field.schema, null, 0);
                    }
                }
            }
            position += 1;
        }
    }

    /// The writer is a union: whatever of its branches fails.
    const fn collect_writer_branches(&mut self, meeting: Meeting<'a>, trail: u32) {
        let Meeting { reader, writer: union, optional, .. } = meeting;
        let reader_is_union = matches!(reader.node.kind, Kind::Union(_));
        let (count, suspect) = (union.branch_count(), last_nested(union));
        let (mut listed, mut alike) = (Listed::NOWHERE, None);
        // where all others pass it must be the nested one, and nothing is looked at once more at every level
        let (mut others_pass, mut i) = (true, 0);
        while i < count && others_pass {
            others_pass = i == suspect || self.judge_branch(&mut listed, &mut alike, meeting, i);
            i += 1;
        }
        i = 0;
        while i < count && !self.full {
            let writer = union.branch(i);
            let passes =
                if others_pass { i != suspect } else { self.judge_branch(&mut listed, &mut alike, meeting, i) };
            if !passes {
                if !reader_is_union {
                    let step = Step::Branch { reader: NONE, writer: i as u32 };
                    let meeting = Meeting { optional, branch: optional, ..Meeting::plain(reader, writer) };
                    self.push(Todo { meeting, parent: trail, step });
                } else if let Some(meeting) = self.placed(&mut listed, &mut alike, reader, union, i) {
                    let step = Step::Branch { reader: i as u32, writer: i as u32 };
                    self.push(Todo { meeting, parent: trail, step });
                } else {
                    self.collect_branch(&mut listed, reader, union, i as u32, trail);
                }
            }
            i += 1;
        }
    }

    /// [`Work::judge`] of the branch at `position` of the writer's union, which meets `all` of the reader.
    const fn judge_branch(
        &mut self,
        listed: &mut Listed,
        alike: &mut Option<bool>,
        all: Meeting<'a>,
        position: usize,
    ) -> bool {
        let Meeting { reader, writer: union, optional, .. } = all;
        let writer = union.branch(position);
        if let Kind::Union(_) = &reader.node.kind {
            if let Some(meeting) = self.placed(listed, alike, reader, union, position) {
                return self.judge(meeting);
            }
            if let Some(name) = writer.name() {
                // lists the branches once for all that are judged
                let full = self.branch_of_name(listed, reader, writer, name);
                if full < reader.branch_count() {
                    return self.judge(Meeting::of_branch(reader.branch(full), writer));
                }
                self.namesake(listed, reader, writer, name, 0);
            }
        }
        self.judge(Meeting { optional, branch: optional, listed: *listed, ..Meeting::plain(reader, writer) })
    }

    /// No branch of the reader's union takes what is written, `written` or its branch at `at`: goes on into the branches that
    /// were meant, or says so.
    ///
    /// Meant is a branch of the same name or shape; else, where either side is one type and null, that one type.
    const fn collect_branch(&mut self, listed: &mut Listed, union: View<'a>, written: View<'a>, at: u32, trail: u32) {
        let writer = if at == NONE { written } else { written.branch(at as usize) };
        let (count, only) = (union.branch_count(), self.only_branch(union, writer, written));
        let (before, mut from) = (self.todo_count, 0);
        let full = match writer.name() {
            Some(name) => self.branch_of_name(listed, union, writer, name),
            None => count,
        };
        while from < count && !self.full {
            // a named type means the branch of its full name, else each of its name
            let meant = match writer.name() {
                Some(_) if full < count => {
                    if full < from {
                        break;
                    }
                    full
                }
                Some(name) => self.namesake(listed, union, writer, name, from),
                None => same_collection(union, writer, from),
            };
            let j = if from <= only && only < meant { only } else { meant };
            if j < count {
                let step = Step::Branch { reader: j as u32, writer: at };
                self.push(Todo { meeting: Meeting::of_branch(union.branch(j), writer), parent: trail, step });
            }
            from = j + 1;
        }
        if self.todo_count == before {
            let step = Step::Branch { reader: NONE, writer: at };
            let here =
                if at == NONE { trail } else { self.add_trail(Trail { parent: trail, step, reader: union, writer }) };
            self.add(CauseKind::MissingBranch, here, union, writer, 0);
        }
    }

    /// The position of `T` in the reader's union of null and `T`, where the writer's side is one type, too; else the number of
    /// branches.
    const fn only_branch(&self, union: View<'a>, writer: View<'a>, writer_union: View<'a>) -> usize {
        let none = union.branch_count();
        if optional_of(union).is_none() || matches!(writer.node.kind, Kind::Null) {
            return none;
        }
        if matches!(writer_union.node.kind, Kind::Union(_)) && optional_of(writer_union).is_none() {
            return none;
        }
        matches!(union.branch(0).node.kind, Kind::Null) as usize
    }
}

/// The first array or map, from `from` on, where the writer's is one; the number of branches where there is none.
const fn same_collection(union: View<'_>, writer: View<'_>, from: usize) -> usize {
    let (count, mut j) = (union.branch_count(), from);
    while j < count {
        match (&union.branch(j).node.kind, &writer.node.kind) {
            (Kind::Array(_), Kind::Array(_)) | (Kind::Map(_), Kind::Map(_)) => return j,
            _ => j += 1,
        }
    }
    count
}

/// The last branch that nests, or the last one.
const fn last_nested(union: View<'_>) -> usize {
    let mut i = union.branch_count();
    while i > 0 {
        i -= 1;
        if matches!(union.branch(i).node.kind, Kind::Array(_) | Kind::Map(_) | Kind::Union(_)) {
            return i;
        }
    }
    union.branch_count().saturating_sub(1)
}

//! Pass 1: the verdict, as a greatest fixed point over pairs of named types.
//!
//! Every pair enters as compatible; each body is evaluated once, with what is assumed of the pairs inside it; then
//! pairs that still hold are evaluated again until none falls. That is sound for recursive types, and linear where
//! following every reference would be exponential.

use super::alike::{Owner, same_logical, same_unit, skip_equal};
use super::meeting::Meeting;
use super::names::{Hit, full_names_match, has_alias, loser, names_match, unreadable_symbol, writer_field};
use super::overlay::Side;
use super::primitive::{promotes, reads};
use super::work::{Frame, Work};
use crate::schema::{Enum, Field, Kind, Name, View, items};
use crate::text::{List, same};

/// What is known of two nodes on entering them.
pub(super) enum Entry {
    Known(bool),
    /// Their parts must be looked at.
    Open,
}

/// How a frame goes on.
pub(super) enum Next<'a> {
    Enter(Meeting<'a>),
    Answer(bool),
}

impl<'a> Work<'_, 'a> {
    /// Whether data of `writer` can be read as `reader`. Worth nothing when the engine ran out of room.
    pub(super) const fn solve(&mut self, reader: View<'a>, writer: View<'a>) -> bool {
        match (&reader.node.kind, &writer.node.kind) {
            (Kind::Record(_), Kind::Record(_)) => self.memo(reader, writer),
            _ => self.add_root(reader, writer),
        };
        self.settle(0);
        !self.full && self.pair(0).holds
    }

    /// [`Work::evaluate`] for pass 2, which gets to places that pass 1 never saw, because something before them failed:
    /// pairs that are met there for the first time are decided before the answer counts.
    pub(super) const fn judge(&mut self, meeting: Meeting<'a>) -> bool {
        loop {
            let decided = self.pair_count;
            let answer = self.evaluate(meeting, false);
            if self.full || self.pair_count == decided {
                return answer;
            }
            self.settle(decided);
        }
    }

    /// The greatest fixed point over the pairs from `first` on and all that they lead to: each holds until its body fails.
    const fn settle(&mut self, first: usize) {
        let mut evaluated = first;
        while evaluated < self.pair_count && !self.full {
            let mut fell = false;
            while evaluated < self.pair_count && !self.full {
                fell |= !self.evaluate_pair(evaluated);
                evaluated += 1;
                if self.briefly && (fell || self.notable) {
                    self.notable = true;
                    return;
                }
            }
            // backwards: what a pair depends on was met after it, as a rule
            while fell && !self.full {
                fell = false;
                let mut index = evaluated;
                while index > 0 && !self.full {
                    index -= 1;
                    fell |= self.pair(index).holds && !self.evaluate_pair(index);
                }
            }
        }
    }

    const fn evaluate_pair(&mut self, index: usize) -> bool {
        let mut pair = self.pair(index);
        let named = match (&pair.reader.node.kind, &pair.writer.node.kind) {
            (Kind::Record(r), Kind::Record(w)) => {
                self.note_names(&r.name, &w.name);
                names_match(self.overlay, &r.name, &w.name)
            }
            _ => true,
        };
        // the body is evaluated in any case: the second pass needs the pairs inside it
        self.in_root = index == 0;
        pair.holds = self.evaluate(Meeting::plain(pair.reader, pair.writer), true) && named;
        self.in_root = false;
        if !pair.holds {
            self.pairs[index] = Some(pair);
        }
        pair.holds
    }

    /// Compares two nodes. Named pairs inside are taken from the memo, so that the stack only grows with the nesting of
    /// unions. `body`: open the records themselves.
    pub(super) const fn evaluate(&mut self, meeting: Meeting<'a>, body: bool) -> bool {
        let (mut depth, mut body) = (0, body);
        let mut next = Next::Enter(meeting);
        loop {
            if self.full {
                return false;
            }
            let answer = match next {
                Next::Answer(answer) => Some(answer),
                Next::Enter(meeting) => {
                    let is_body = body && meeting.both_records();
                    body = false;
                    let meeting = meeting.inside();
                    let entry = if is_body { Entry::Open } else { self.enter(meeting) };
                    match entry {
                        Entry::Known(answer) => Some(answer),
                        Entry::Open if depth == self.stack.len() => {
                            self.full = true;
                            return false;
                        }
                        Entry::Open => {
                            // a record is opened as the body of a pair, and nowhere else
                            let owner = if is_body {
                                self.carried.owner(meeting.reader, meeting.writer, self.in_root)
                            } else {
                                Owner::NONE
                            };
                            self.stack[depth] = Some(Frame {
                                reader: meeting.reader,
                                writer: meeting.writer,
                                optional: meeting.optional,
                                listed: meeting.listed,
                                alike: None,
                                owner,
                                in_step: true,
                                i: 0,
                                j: 0,
                            });
                            depth += 1;
                            None
                        }
                    }
                }
            };
            if depth == 0 {
                return matches!(answer, Some(true));
            }
            let Some(mut frame) = self.stack[depth - 1] else { panic!("invariant: the stack is filled below `depth`") };
            next = match (&frame.reader.node.kind, &frame.writer.node.kind) {
                (Kind::Record(_), Kind::Record(_)) => self.next_field(&mut frame, answer),
                (_, Kind::Union(_)) => self.next_writer_branch(&mut frame, answer),
                _ => self.next_reader_branch(&mut frame, answer),
            };
            if let Next::Answer(_) = next {
                depth -= 1;
            } else {
                self.stack[depth - 1] = Some(frame);
            }
        }
    }

    /// What two nodes are worth, unless they have parts to look at.
    pub(super) const fn enter(&mut self, meeting: Meeting<'a>) -> Entry {
        // what is looked up and remembered costs as much as many fields that are alike
        self.steps += 16;
        let Meeting { reader, writer, optional, branch, .. } = meeting;
        match (&reader.node.kind, &writer.node.kind) {
            (_, Kind::Union(_)) | (Kind::Union(_), _) => {
                if optional && matches!(writer.node.kind, Kind::Null) {
                    Entry::Known(true)
                } else {
                    Entry::Open
                }
            }
            (Kind::Record(r), Kind::Record(w)) => {
                // a trial of a union branch of another name is over; elsewhere the body is needed to report on
                if branch && !names_match(self.overlay, &r.name, &w.name) {
                    return Entry::Known(false);
                }
                let index = self.memo(reader, writer);
                if self.full {
                    return Entry::Known(false);
                }
                Entry::Known(self.pair(index).holds)
            }
            (_, Kind::Null) if optional => Entry::Known(true),
            _ => {
                self.note_leaves(reader, writer);
                // the branch of the very type, which may have a logical type, is behind this one
                self.notable |= branch && promotes(&reader.node.kind, &writer.node.kind);
                Entry::Known(self.leaf(reader, writer, branch))
            }
        }
    }

    /// Two nodes without parts.
    const fn leaf(&self, reader: View<'a>, writer: View<'a>, branch: bool) -> bool {
        match (&reader.node.kind, &writer.node.kind) {
            (Kind::Enum(r), Kind::Enum(w)) => {
                self.branch_names_match(&r.name, &w.name, branch) && unreadable_symbol(self.overlay, r, w).is_none()
            }
            (Kind::Fixed(r), Kind::Fixed(w)) => {
                self.overlay.same_size(r, w) && self.branch_names_match(&r.name, &w.name, branch)
            }
            (r, w) => reads(r, w),
        }
    }

    pub(super) const fn branch_names_match(&self, reader: &'a Name, writer: &'a Name, branch: bool) -> bool {
        if branch { full_names_match(self.overlay, reader, writer) } else { names_match(self.overlay, reader, writer) }
    }

    /// A record: the next of the reader's fields.
    const fn next_field(&mut self, frame: &mut Frame<'a>, answer: Option<bool>) -> Next<'a> {
        if let Some(false) = answer {
            return Next::Answer(false);
        }
        let (reader, writer) = (frame.reader, frame.writer);
        let overlay = self.overlay.within(reader, writer);
        let count = overlay.field_count(Side::Reader, reader);
        loop {
            if let (Some(open), true) = (self.open, self.in_root) {
                let at = frame.i as usize;
                if at == open.len() {
                    return Next::Answer(true);
                }
                frame.i += 1;
                let (ours, pooled) = (open[at].0 as usize, open[at].1 as usize);
                let (field, written) = if overlay.side.is(Side::Reader) {
                    (reader.field(ours), &items!(&writer.document.fields)[pooled])
                } else {
                    (&items!(&reader.document.fields)[pooled], writer.field(ours))
                };
                self.note_fields(field, written);
                let meeting = Meeting::plain(reader.child(&field.schema), writer.child(&written.schema)).inside();
                match self.enter(meeting) {
                    Entry::Known(true) => continue,
                    Entry::Known(false) => return Next::Answer(false),
                    Entry::Open => return Next::Enter(meeting),
                }
            }
            let (from, hint) = (frame.i as usize, frame.j as usize);
            let (i, j) = skip_equal(overlay, reader, writer, from, hint, &mut self.carried, frame.owner);
            self.steps += (i - from) as u64;
            (frame.i, frame.j) = (i as u32, j as u32);
            let position = frame.i as usize;
            if position == count {
                return Next::Answer(true);
            }
            frame.i += 1;
            let field = overlay.field(Side::Reader, reader, position);
            // names stand once: what the reader has behind all that the writer has is not looked for there
            frame.in_step &= field.field.aliases.get().is_empty();
            let is_behind = frame.in_step && frame.j as usize == writer.field_count() && overlay.is_empty();
            let hit =
                if is_behind { Hit::Missing } else { writer_field(overlay, reader, field, writer, frame.j as usize) };
            frame.in_step &= is_behind || matches!(hit, Hit::At(at) if at == position);
            match hit {
                Hit::Ambiguous => return Next::Answer(false),
                Hit::Missing if field.has_default => {}
                Hit::Missing => return Next::Answer(false),
                Hit::At(at) => {
                    frame.j = at as u32 + 1;
                    let written = overlay.field(Side::Writer, writer, at);
                    if !field.field.aliases.get().is_empty() || !overlay.is_empty() {
                        let mut from = 0;
                        while let Some(lost) = self.next_loser(reader, position, writer, at, from) {
                            if !overlay.field(Side::Reader, reader, lost).has_default {
                                return Next::Answer(false);
                            }
                            from = lost + 1;
                        }
                    }
                    self.note_fields(field.field, written.field);
                    if written.optional && !takes_null(field.schema, field.optional) {
                        return Next::Answer(false);
                    }
                    let meeting = field.meets(written).inside();
                    match self.enter(meeting) {
                        Entry::Known(true) => {}
                        Entry::Known(false) => return Next::Answer(false),
                        Entry::Open => return Next::Enter(meeting),
                    }
                }
            }
        }
    }

    /// The next reader field, from `from` on, that loses the writer's field at `at` to the reader's field at `winner`.
    pub(super) const fn next_loser(
        &self,
        reader: View<'a>,
        winner: usize,
        writer: View<'a>,
        at: usize,
        from: usize,
    ) -> Option<usize> {
        let written = self.overlay.field(Side::Writer, writer, at);
        let field = self.overlay.field(Side::Reader, reader, winner);
        if !has_alias(self.overlay, reader, field, written.name) {
            return None;
        }
        loser(self.overlay, reader, winner, written.name, written.hash, from)
    }

    /// Remembers that two types of other namespaces met.
    const fn note_names(&mut self, reader: &Name, writer: &Name) {
        if reader.hash != writer.hash {
            self.notable = true;
        }
    }

    /// Remembers that two leaves may differ in meaning.
    const fn note_leaves(&mut self, reader: View<'_>, writer: View<'_>) {
        match (&reader.node.kind, &writer.node.kind) {
            (
                Kind::Enum(Enum { name: r, default: r_default, .. }),
                Kind::Enum(Enum { name: w, default: w_default, .. }),
            ) => {
                self.note_names(r, w);
                self.notable |= r_default.is_none() && w_default.is_some();
            }
            (Kind::Fixed(r), Kind::Fixed(w)) => self.note_names(&r.name, &w.name),
            _ => {}
        }
        if !same_logical(reader.node.logical, writer.node.logical)
            || !same_unit(reader.node.props.get(), writer.node.props.get())
        {
            self.notable = true;
        }
    }

    /// Remembers that two fields may differ in meaning.
    const fn note_fields(&mut self, reader: &Field, writer: &Field) {
        if self.notable {
            return;
        }
        if let (Some(r), Some(w)) = (&reader.default, &writer.default)
            && !same(r.get(), w.get())
        {
            self.notable = true;
        }
        self.notable |= !same_unit(reader.props.get(), writer.props.get());
    }
}

/// The reader accepts null.
pub(super) const fn takes_null(reader: View<'_>, optional: bool) -> bool {
    match &reader.node.kind {
        Kind::Null => true,
        Kind::Union(_) => {
            let mut j = 0;
            while j < reader.branch_count() {
                if takes_null_branch(reader.branch(j)) {
                    return true;
                }
                j += 1;
            }
            optional
        }
        _ => optional,
    }
}

const fn takes_null_branch(branch: View<'_>) -> bool {
    matches!(branch.node.kind, Kind::Null)
}

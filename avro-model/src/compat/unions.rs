//! Pass 1 inside unions: which branches of the reader may take what is written, and whether they do.

use super::lists::Listed;
use super::meeting::Meeting;
use super::names::{full_names_match, names_match};
use super::primitive::reads;
use super::solve::{Entry, Next};
use super::work::{Frame, Work};
use crate::schema::{Enum, Fixed, Kind, View};
use crate::text::same;

impl<'a> Work<'_, 'a> {
    /// The writer is a union: each of its branches must be readable.
    pub(super) const fn next_writer_branch(&mut self, frame: &mut Frame<'a>, answer: Option<bool>) -> Next<'a> {
        let reader_is_union = matches!(frame.reader.node.kind, Kind::Union(_));
        let mut answer = answer;
        loop {
            match answer {
                Some(true) if reader_is_union && self.has_namesake(frame, frame.writer.branch(frame.i as usize)) => {}
                Some(true) => (frame.i, frame.j) = (frame.i + 1, 0),
                Some(false) if reader_is_union && !is_record(frame.writer.branch(frame.i as usize)) => frame.j += 1,
                Some(false) => return Next::Answer(false),
                None => {}
            }
            if frame.i as usize == frame.writer.branch_count() {
                return Next::Answer(true);
            }
            // without room nothing is found, and nothing more needs to be looked for
            if self.full {
                return Next::Answer(false);
            }
            let writer = frame.writer.branch(frame.i as usize);
            if frame.optional && matches!(writer.node.kind, Kind::Null) {
                answer = Some(true);
                continue;
            }
            if reader_is_union {
                let at = frame.i as usize;
                if let Some(meeting) = self.placed(&mut frame.listed, &mut frame.alike, frame.reader, frame.writer, at)
                {
                    match self.enter(meeting) {
                        Entry::Known(true) => {
                            answer = Some(true);
                            continue;
                        }
                        _ => return Next::Answer(false),
                    }
                }
                frame.j = self.candidate(&mut frame.listed, frame.reader, writer, frame.j as usize) as u32;
                if frame.j as usize == frame.reader.branch_count() {
                    return Next::Answer(false);
                }
            }
            let reader = if reader_is_union { frame.reader.branch(frame.j as usize) } else { frame.reader };
            let branch = reader_is_union || frame.optional;
            let meeting = Meeting { branch, ..Meeting::plain(reader, writer) }.inside();
            match self.enter(meeting) {
                Entry::Known(known) => answer = Some(known),
                Entry::Open => return Next::Enter(meeting),
            }
        }
    }

    /// The reader is a union, the writer is not: one branch must take it.
    pub(super) const fn next_reader_branch(&mut self, frame: &mut Frame<'a>, answer: Option<bool>) -> Next<'a> {
        let mut answer = answer;
        loop {
            match answer {
                Some(true) if self.has_namesake(frame, frame.writer) => {}
                Some(true) => return Next::Answer(true),
                Some(false) if is_record(frame.writer) => return Next::Answer(false),
                Some(false) => frame.j += 1,
                None => {}
            }
            frame.j = self.candidate(&mut frame.listed, frame.reader, frame.writer, frame.j as usize) as u32;
            if frame.j as usize == frame.reader.branch_count() {
                return Next::Answer(false);
            }
            let reader = frame.reader.branch(frame.j as usize);
            let meeting = Meeting::of_branch(reader, frame.writer).inside();
            match self.enter(meeting) {
                Entry::Known(known) => answer = Some(known),
                Entry::Open => return Next::Enter(meeting),
            }
        }
    }

    /// Goes on to the reader's next branch that may be meant by the same record, if there is one: no decoder says which of
    /// several it takes, and so all of them have to do.
    const fn has_namesake(&mut self, frame: &mut Frame<'a>, writer: View<'a>) -> bool {
        let Kind::Record(w) = &writer.node.kind else { return false };
        let Some(met) = frame.reader.branch(frame.j as usize).name() else { return false };
        // a branch of the full name is the only one
        if full_names_match(self.overlay, met, &w.name) {
            return false;
        }
        let next = self.candidate(&mut frame.listed, frame.reader, writer, frame.j as usize + 1);
        if next == frame.reader.branch_count() {
            return false;
        }
        frame.j = next as u32;
        true
    }

    /// The first branch of the reader's union, from position `from` on, that may take the writer's node: by its kind, and
    /// named types by their names. Decoders take the branch of the full name, whatever is in it.
    ///
    /// `from` is 0 or stands behind such a branch.
    const fn candidate(&mut self, listed: &mut Listed, reader: View<'a>, writer: View<'a>, from: usize) -> usize {
        let (count, mut j) = (reader.branch_count(), from);
        if let Some(name) = writer.name() {
            let full = self.branch_of_name(listed, reader, writer, name);
            if full < count || !is_record(writer) {
                return if full < from { count } else { full };
            }
            return self.namesake(listed, reader, writer, name, from);
        }
        while j < count {
            match (&reader.branch(j).node.kind, &writer.node.kind) {
                (_, Kind::Union(_))
                | (Kind::Union(_), _)
                | (Kind::Array(_), Kind::Array(_))
                | (Kind::Map(_), Kind::Map(_)) => return j,
                (r, w) if reads(r, w) => return j,
                _ => j += 1,
            }
        }
        count
    }

    /// An enum or fixed, the branch of `writer` at `position`, that the union `reader` does not have by its full name, where
    /// both unions are alike: then they go together branch by branch.
    pub(super) const fn placed(
        &mut self,
        listed: &mut Listed,
        alike: &mut Option<bool>,
        reader: View<'a>,
        writer: View<'a>,
        position: usize,
    ) -> Option<Meeting<'a>> {
        let written = writer.branch(position);
        let (Kind::Enum(Enum { name, .. }) | Kind::Fixed(Fixed { name, .. })) = &written.node.kind else { return None };
        if self.branch_of_name(listed, reader, written, name) < reader.branch_count() {
            return None;
        }
        let is_alike = match *alike {
            Some(known) => known,
            None => self.are_alike(reader, writer),
        };
        *alike = Some(is_alike);
        if is_alike { Some(Meeting::plain(reader.branch(position), written)) } else { None }
    }

    /// Branch by branch, the unions have the same types by their names without namespaces.
    const fn are_alike(&self, reader: View<'a>, writer: View<'a>) -> bool {
        let (count, mut i) = (reader.branch_count(), 0);
        if writer.branch_count() != count {
            return false;
        }
        while i < count {
            let (r, w) = (reader.branch(i), writer.branch(i));
            let named = match (r.name(), w.name()) {
                (Some(r), Some(w)) => names_match(self.overlay, r, w),
                (None, None) => true,
                _ => false,
            };
            if !named || !same(r.type_name(), w.type_name()) {
                return false;
            }
            i += 1;
        }
        true
    }
}

const fn is_record(view: View<'_>) -> bool {
    matches!(view.node.kind, Kind::Record(_))
}

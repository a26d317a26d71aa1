//! Pass 3: what Avro accepts and what still changes the meaning of data. Never part of the verdict.
//!
//! Walks the pairs of types that meet when data is read, each pair of named types once, and only where pass 1 met
//! something that is worth a look.

use super::alike::{same_logical, same_unit, skip_equal};
use super::lists::Listed;
use super::meeting::Meeting;
use super::names::{Hit, full_names_match, names_match, writer_field};
use super::overlay::Side;
use super::work::{Todo, Work};
use super::{Cause, CauseKind, NONE, Step, Trail};
use crate::schema::{Kind, LogicalType, Name, View};
use crate::text::same;

impl<'a> Work<'_, 'a> {
    /// Lists the changes of meaning. Pass 1 must have run.
    pub(super) const fn list_meanings(&mut self, reader: View<'a>, writer: View<'a>) {
        self.push(Todo { meeting: Meeting::plain(reader, writer), parent: NONE, step: Step::Root });
        while let Some(todo) = self.pop() {
            let first = self.todo_count;
            self.list_at(todo);
            self.reverse_todo(first);
            if self.full {
                return;
            }
        }
    }

    const fn list_at(&mut self, todo: Todo<'a>) {
        let Meeting { reader, writer, .. } = todo.meeting;
        match (&reader.node.kind, &writer.node.kind) {
            (Kind::Array(r), Kind::Array(w)) => self.go_on(todo, reader.child(r), writer.child(w), Step::Items),
            (Kind::Map(r), Kind::Map(w)) => self.go_on(todo, reader.child(r), writer.child(w), Step::Values),
            (_, Kind::Union(_)) | (Kind::Union(_), _) => self.list_branches(todo),
            (Kind::Record(r), Kind::Record(w)) => {
                let index = self.memo(reader, writer);
                if self.full {
                    return;
                }
                let mut pair = self.pair(index);
                if pair.walked {
                    return;
                }
                pair.walked = true;
                self.pairs[index] = Some(pair);
                let trail = self.trail_of(todo);
                self.list_names(&r.name, &w.name, todo, trail);
                self.list_fields(reader, writer, trail, matches!(todo.step, Step::Root));
            }
            (Kind::Enum(r), Kind::Enum(w)) => {
                self.list_names(&r.name, &w.name, todo, NONE);
                if r.default.is_none() && w.default.is_some() && !self.overlay.has_enum_default(&r.name) {
                    self.list(CauseKind::EnumDefaultDropped, todo, NONE, 0);
                }
            }
            (Kind::Fixed(r), Kind::Fixed(w)) => {
                self.list_names(&r.name, &w.name, todo, NONE);
                self.list_logical(todo);
            }
            _ => self.list_logical(todo),
        }
    }

    /// Goes on below `todo`, whose trail is made only now.
    const fn go_on(&mut self, todo: Todo<'a>, reader: View<'a>, writer: View<'a>, step: Step) {
        let parent = self.trail_of(todo);
        self.push(Todo { meeting: Meeting::plain(reader, writer), parent, step });
    }

    const fn trail_of(&mut self, todo: Todo<'a>) -> u32 {
        let Meeting { reader, writer, .. } = todo.meeting;
        self.add_trail(Trail { parent: todo.parent, step: todo.step, reader, writer })
    }

    /// Adds a cause at `todo`; `trail` is [`NONE`] where none has been made for it.
    const fn list(&mut self, kind: CauseKind, todo: Todo<'a>, trail: u32, index: usize) {
        let trail = if trail == NONE { self.trail_of(todo) } else { trail };
        let Meeting { reader, writer, .. } = todo.meeting;
        self.add_cause(Cause { kind, trail, reader, writer, index: index as u32 });
    }

    const fn list_names(&mut self, reader: &'a Name, writer: &'a Name, todo: Todo<'a>, trail: u32) {
        if names_match(self.overlay, reader, writer) && !full_names_match(self.overlay, reader, writer) {
            self.list(CauseKind::Namespace, todo, trail, 0);
        }
    }

    const fn list_logical(&mut self, todo: Todo<'a>) {
        if !same_unit(todo.meeting.reader.node.props.get(), todo.meeting.writer.node.props.get()) {
            self.list(CauseKind::ValueUnitChanged, todo, NONE, 0);
        }
        let (reader, writer) = (todo.meeting.reader.node.logical, todo.meeting.writer.node.logical);
        match (reader, writer) {
            (None, None) => {}
            (
                Some(LogicalType::Decimal { precision: rp, scale: rs }),
                Some(LogicalType::Decimal { precision: wp, scale: ws }),
            ) => {
                if rs != ws {
                    self.list(CauseKind::DecimalScale, todo, NONE, 0);
                }
                if rp < wp {
                    self.list(CauseKind::DecimalPrecision, todo, NONE, 0);
                }
            }
            (Some(_), Some(_)) if same_logical(reader, writer) => {}
            (Some(_), Some(_)) => self.list(CauseKind::LogicalTypeChanged, todo, NONE, 0),
            _ => self.list(CauseKind::LogicalTypeAddedOrDropped, todo, NONE, 0),
        }
    }

    const fn list_fields(&mut self, reader: View<'a>, writer: View<'a>, trail: u32, is_root: bool) {
        let overlay = self.overlay.within(reader, writer);
        let count = overlay.field_count(Side::Reader, reader);
        let owner = self.carried.owner(reader, writer, is_root);
        let (mut position, mut hint) = (0, 0);
        loop {
            let before = position;
            (position, hint) = skip_equal(overlay, reader, writer, position, hint, &mut self.carried, owner);
            self.steps += 1 + (position - before) as u64;
            if position == count || self.full {
                return;
            }
            let field = overlay.field(Side::Reader, reader, position);
            if let Hit::At(at) = writer_field(overlay, reader, field, writer, hint) {
                hint = at + 1;
                let written = overlay.field(Side::Writer, writer, at);
                let record = Cause { kind: CauseKind::DefaultChanged, trail, reader, writer, index: position as u32 };
                if let (Some(r), Some(w)) = (&field.field.default, &written.field.default)
                    && !same_json(r.get(), w.get())
                {
                    self.add_cause(record);
                }
                if !same_unit(field.field.props.get(), written.field.props.get()) {
                    self.add_cause(Cause { kind: CauseKind::UnitChanged, ..record });
                }
                let step = Step::Field { reader: position as u32, writer: at as u32 };
                self.push(Todo { meeting: field.meets(written), parent: trail, step });
            }
            position += 1;
        }
    }

    /// Pairs each branch of the writer's with the reader's branch that it is read as.
    const fn list_branches(&mut self, todo: Todo<'a>) {
        let Meeting { reader, writer, .. } = todo.meeting;
        let (reader_is_union, writer_is_union) =
            (matches!(reader.node.kind, Kind::Union(_)), matches!(writer.node.kind, Kind::Union(_)));
        let parent = self.trail_of(todo);
        let count = if writer_is_union { writer.branch_count() } else { 1 };
        let (mut listed, mut i) = (Listed::NOWHERE, 0);
        while i < count && !self.full {
            let written = if writer_is_union { writer.branch(i) } else { writer };
            let w = if writer_is_union { i as u32 } else { NONE };
            if matches!(written.node.kind, Kind::Null) {
                // null means null
            } else if !reader_is_union {
                let step = Step::Branch { reader: NONE, writer: w };
                self.push(Todo { meeting: Meeting::plain(reader, written), parent, step });
            } else if let Some(j) = self.branch_for(&mut listed, reader, written) {
                let meeting = Meeting::of_branch(reader.branch(j), written);
                self.push(Todo { meeting, parent, step: Step::Branch { reader: j as u32, writer: w } });
            }
            i += 1;
        }
    }

    /// The reader's branch of the writer's full name, else of its kind and name, else the first that promotes it.
    const fn branch_for(&mut self, listed: &mut Listed, union: View<'a>, writer: View<'a>) -> Option<usize> {
        let count = union.branch_count();
        if let Some(name) = writer.name() {
            let mut at = self.branch_of_name(listed, union, writer, name);
            if at == count {
                at = self.namesake(listed, union, writer, name, 0);
            }
            return if at < count { Some(at) } else { None };
        }
        let (mut j, mut found) = (0, None);
        while j < count {
            let reader = union.branch(j);
            if reader.name().is_none() {
                if same(reader.type_name(), writer.type_name()) {
                    return Some(j);
                }
                if found.is_none() && self.judge(Meeting::of_branch(reader, writer)) {
                    found = Some(j);
                }
            }
            j += 1;
        }
        found
    }
}

/// The same JSON value, as far as spaces and the zeros behind a decimal point go.
const fn same_json(a: &str, b: &str) -> bool {
    if same(a, b) {
        return true;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (0, 0);
    loop {
        (i, j) = (skip_space(a, i), skip_space(b, j));
        if i == a.len() || j == b.len() {
            return i == a.len() && j == b.len();
        }
        let (a_end, b_end) = (token_end(a, i), token_end(b, j));
        let (a_until, b_until) = (significant_end(a, i, a_end), significant_end(b, j, b_end));
        if a_until - i != b_until - j {
            return false;
        }
        let mut k = 0;
        while i + k < a_until {
            if a[i + k] != b[j + k] {
                return false;
            }
            k += 1;
        }
        (i, j) = (a_end, b_end);
    }
}

const fn skip_space(text: &[u8], from: usize) -> usize {
    let mut i = from;
    while i < text.len() && text[i].is_ascii_whitespace() {
        i += 1;
    }
    i
}

/// The end of the string, number, word or sign that begins at `from`.
const fn token_end(text: &[u8], from: usize) -> usize {
    let mut i = from;
    if text[i] == b'"' {
        i += 1;
        while i < text.len() && text[i] != b'"' {
            i += if text[i] == b'\\' { 2 } else { 1 };
        }
        return if i < text.len() { i + 1 } else { text.len() };
    }
    while i < text.len() && (text[i].is_ascii_alphanumeric() || matches!(text[i], b'.' | b'-' | b'+')) {
        i += 1;
    }
    if i == from { from + 1 } else { i }
}

/// The end of a token without the zeros behind a decimal point.
const fn significant_end(text: &[u8], from: usize, end: usize) -> usize {
    let (mut i, mut point) = (from, false);
    while i < end {
        match text[i] {
            b'.' => point = true,
            b'0'..=b'9' | b'-' => {}
            _ => return end,
        }
        i += 1;
    }
    if !point {
        return end;
    }
    let mut until = end;
    while text[until - 1] == b'0' {
        until -= 1;
    }
    if text[until - 1] == b'.' { until - 1 } else { until }
}

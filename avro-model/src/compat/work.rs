//! The engine's state, in buffers that are borrowed: arrays in `const` evaluation, growing vectors at run time.

use super::branches::{Branches, Entry, Listed};
use super::glance::Open;
use super::meaning::unit;
use super::overlay::{Assume, Overlay, Side, same_name};
use super::solve::Meeting;
use super::{Cause, Findings, NONE, Step, Trail, Verdict};
use crate::schema::{Child, Field, Fields, Kind, LogicalType, Name, NullBranch, Schema, View, items};
use crate::text::{List, Str, same};

// Reading a list, a text, a child, a field without a call: the const interpreter charges for a call three times what
// it charges for a step, and `skip_equal` is where a gate spends its time.
macro_rules! text {
    ($text:expr) => {
        match $text {
            Str::Static(text) => *text,
            Str::Owned(text) => text.as_str(),
        }
    };
}
macro_rules! child {
    ($view:expr, $child:expr) => {
        match $child {
            crate::schema::Child::Ptr(handle) => handle.get(),
            crate::schema::Child::Node(index) => &items!(&$view.document.nodes)[*index as usize],
            crate::schema::Child::Name(slot) => {
                &items!(&$view.document.nodes)[items!(&$view.document.named)[*slot as usize] as usize]
            }
        }
    };
}
macro_rules! field {
    ($view:expr, $fields:expr, $position:expr) => {
        match $fields {
            Fields::Inline(fields) => &items!(fields)[$position],
            Fields::Pool(indices) => &items!(&$view.document.fields)[items!(indices)[$position] as usize],
            Fields::Packed(bytes) => {
                let index = bytes[2 * $position] as usize | (bytes[2 * $position + 1] as usize) << 8;
                &items!(&$view.document.fields)[index]
            }
            Fields::Joined(parts) => crate::schema::joined(parts, $position),
        }
    };
}

/// A pair of named types of one kind, known by their full names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub(super) reader: View<'a>,
    pub(super) writer: View<'a>,
    /// Where the table points to this pair.
    slot: u32,
    /// Not known to be incompatible.
    pub(super) holds: bool,
    /// Its causes are in the report.
    pub(super) listed: bool,
    /// Its changes of meaning are in the report.
    pub(super) walked: bool,
}

/// A node whose parts are being compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame<'a> {
    pub(super) reader: View<'a>,
    pub(super) writer: View<'a>,
    /// The reader takes null beside what its node says.
    pub(super) optional: bool,
    /// Unions: where the reader's branches are found.
    pub(super) listed: Listed,
    /// Unions: both are alike branch by branch, as far as that has been asked.
    pub(super) alike: Option<bool>,
    /// Records: the reader's next field. Unions: the writer's branch.
    pub(super) i: u32,
    /// Records: the writer's field to look at first. Unions: the reader's branch.
    pub(super) j: u32,
}

/// A pair of nodes that is still to be reported on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Todo<'a> {
    pub(super) meeting: Meeting<'a>,
    /// The trail before the step.
    pub(super) parent: u32,
    pub(super) step: Step,
}

#[derive(Debug)]
pub(super) struct Work<'b, 'a> {
    pub(super) pairs: &'b mut [Option<Pair<'a>>],
    slots: &'b mut [u32],
    pub(super) stack: &'b mut [Option<Frame<'a>>],
    pub(super) todo: &'b mut [Option<Todo<'a>>],
    trails: &'b mut [Option<Trail<'a>>],
    causes: &'b mut [Option<Cause<'a>>],
    pub(super) branches: Branches<'b>,
    pub(super) overlay: Overlay<'b, 'a>,
    pub(super) pair_count: usize,
    pub(super) todo_count: usize,
    pub(super) trail_count: usize,
    pub(super) cause_count: usize,
    pub(super) more: usize,
    pub(super) repeats: usize,
    /// About how many fields were walked.
    pub(super) steps: u64,
    /// A buffer ran out: the answer is worth nothing.
    pub(super) full: bool,
    /// Something was met that Avro accepts and that may change what data means.
    pub(super) notable: bool,
    /// The body of the root pair is being evaluated.
    pub(super) in_root: bool,
    /// All that is to be compared in the body of the root pair; none: its fields, as they are found.
    pub(super) open: Option<&'b [Open]>,
    /// What earlier checks proved of the root's fields.
    pub(super) carried: Carried<'b>,
}

/// What earlier checks of one schema against versions of one pool proved: for each field of the pool, the position plus
/// one of the other root's field with which it goes by [`skip_equal`], whatever else a version holds; 0 for none.
#[derive(Debug)]
pub(super) struct Carried<'b> {
    pub(super) table: &'b mut [u16],
    /// The side whose fields are the pool's.
    pub(super) pool: Side,
}

impl Carried<'_> {
    pub(super) const fn nothing() -> Self {
        Carried { table: &mut [], pool: Side::Writer }
    }
}

/// The buffers of [`Work`]: what `const` evaluation and run time have in common.
pub(crate) struct Buffers<'b, 'a> {
    pub(super) pairs: &'b mut [Option<Pair<'a>>],
    /// A power of two, all [`NONE`].
    pub(super) slots: &'b mut [u32],
    pub(super) stack: &'b mut [Option<Frame<'a>>],
    pub(super) todo: &'b mut [Option<Todo<'a>>],
    pub(super) trails: &'b mut [Option<Trail<'a>>],
    pub(super) causes: &'b mut [Option<Cause<'a>>],
    /// A power of two, all [`NONE`].
    pub(super) heads: &'b mut [u32],
    pub(super) entries: &'b mut [Entry],
    /// [`Carried::table`] for versions that the new schema reads: all 0 before the first.
    pub(super) backward: &'b mut [u16],
    /// [`Carried::table`] for versions that read the new schema: all 0 before the first.
    pub(super) forward: &'b mut [u16],
}

impl<'b, 'a> Buffers<'b, 'a> {
    /// The same buffers, for one check of several.
    pub(crate) const fn again(&mut self) -> Buffers<'_, 'a> {
        let Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, backward, forward } = self;
        Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, backward, forward }
    }

    /// Checks; what does not fit makes the verdict [`Verdict::Unchecked`], or is counted.
    pub(crate) const fn check(self, reader: View<'a>, writer: View<'a>, overlay: Overlay<'_, 'a>) -> Findings<'b, 'a> {
        self.check_carrying(reader, writer, overlay, None)
    }

    /// Checks `old`, one of the versions of a pool, against `new`, which is on `side` and of which `assumes` are made, and
    /// remembers which of the pool's fields are known to be equal to the new root's: a version costs little beyond what is
    /// new in it.
    ///
    /// The same buffers must only be given versions of one pool and one `new`.
    pub(crate) const fn check_version(
        self,
        side: Side,
        new: View<'a>,
        old: View<'a>,
        assumes: &[Assume<'a>],
    ) -> Findings<'b, 'a> {
        let overlay = Overlay { side, assumes };
        match side {
            Side::Reader => self.check_carrying(new, old, overlay, Some(Side::Writer)),
            Side::Writer => self.check_carrying(old, new, overlay, Some(Side::Reader)),
        }
    }

    /// `pool`: the side that is a version of the pool.
    const fn check_carrying(
        self,
        reader: View<'a>,
        writer: View<'a>,
        overlay: Overlay<'_, 'a>,
        pool: Option<Side>,
    ) -> Findings<'b, 'a> {
        let Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, backward, forward } = self;
        let (kept, found) = (&mut *trails, &mut *causes);
        let buffers =
            Buffers { pairs, slots, stack, todo, trails: kept, causes: found, heads, entries, backward, forward };
        let (ours, theirs) = (overlay.root(Side::Reader, reader), overlay.root(Side::Writer, writer));
        // what was proven of the schema's fields says nothing of another schema
        let pool = if overlay.has_root() { None } else { pool };
        let mut work = buffers.work(overlay, pool);
        let verdict = work.run(ours, theirs);
        let (trail_count, cause_count, more, repeats) = (work.trail_count, work.cause_count, work.more, work.repeats);
        let steps = work.steps;
        Findings {
            verdict,
            trails: trails.split_at(trail_count).0,
            causes: causes.split_at(cause_count).0,
            more,
            repeats,
            steps,
        }
    }

    /// A check that has not begun.
    const fn work<'w>(self, overlay: Overlay<'w, 'a>, pool: Option<Side>) -> Work<'w, 'a>
    where
        'b: 'w,
    {
        let Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, backward, forward } = self;
        let carried = match pool {
            None => Carried::nothing(),
            Some(pool @ Side::Writer) => Carried { table: backward, pool },
            Some(pool @ Side::Reader) => Carried { table: forward, pool },
        };
        Work {
            pairs,
            slots,
            stack,
            todo,
            trails,
            causes,
            branches: Branches::new(heads, entries),
            overlay,
            pair_count: 0,
            todo_count: 0,
            trail_count: 0,
            cause_count: 0,
            more: 0,
            repeats: 0,
            steps: 0,
            full: false,
            notable: false,
            in_root: false,
            open: None,
            carried,
        }
    }

    /// Whether `new`, which is on `side`, and `old` go together, and nothing is to be said about it; of two records only
    /// the `open` fields are looked at, where they are given. What it takes is added to `steps`.
    pub(super) const fn passes(
        self,
        side: Side,
        new: View<'a>,
        old: View<'a>,
        open: Option<&[Open]>,
        steps: &mut u64,
    ) -> bool {
        let (reader, writer) = if side.is(Side::Reader) { (new, old) } else { (old, new) };
        let mut work = self.work(Overlay { side, assumes: &[] }, None);
        work.open = open;
        let holds = work.solve(reader, writer) && !work.notable;
        *steps += work.steps;
        work.clear();
        holds
    }
}

impl<'b, 'a> Work<'b, 'a> {
    /// Pass 1 decides; pass 2, only where something fails, says why; pass 3, where pass 1 met something to look at or
    /// stopped early, lists what changes meaning. The tables are left as they were found.
    pub(super) const fn run(&mut self, reader: View<'a>, writer: View<'a>) -> Verdict {
        let holds = self.solve(reader, writer);
        if !self.full && !holds {
            self.collect(reader, writer);
        }
        // where something fails, pass 1 did not get to see the rest
        if !self.full && (self.notable || !holds) {
            self.list_meanings(reader, writer);
        }
        self.clear();
        if self.full {
            Verdict::Unchecked
        } else if holds {
            Verdict::Compatible
        } else {
            Verdict::Incompatible
        }
    }

    /// Empties the tables, so that the buffers can serve again.
    const fn clear(&mut self) {
        self.branches.clear();
        while self.pair_count > 0 {
            self.pair_count -= 1;
            let slot = self.pair(self.pair_count).slot;
            if slot != NONE {
                self.slots[slot as usize] = NONE;
            }
        }
    }

    pub(super) const fn pair(&self, index: usize) -> Pair<'a> {
        match self.pairs[index] {
            Some(pair) => pair,
            None => panic!("invariant: the first `pair_count` pairs are filled"),
        }
    }

    /// The pair's index; a new one is taken to be compatible until its body is looked at. 0 when there is no room.
    pub(super) const fn memo(&mut self, reader: View<'a>, writer: View<'a>) -> usize {
        let (Some(r), Some(w)) = (reader.name(), writer.name()) else {
            panic!("invariant: only named types are looked up")
        };
        let mask = self.slots.len() - 1;
        let mixed = (r.hash ^ w.hash.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed >> 32) as usize & mask;
        while self.slots[slot] != NONE {
            let index = self.slots[slot] as usize;
            let pair = self.pair(index);
            if is_pair(&pair, r, w) {
                return index;
            }
            slot = (slot + 1) & mask;
        }
        // the table is never full: it has twice as many slots as there may be pairs
        if 2 * (self.pair_count + 1) > self.slots.len() {
            self.full = true;
            return 0;
        }
        self.slots[slot] = self.pair_count as u32;
        let index = self.add_pair(reader, writer, slot as u32);
        if self.full {
            self.slots[slot] = NONE;
        }
        index
    }

    /// Enters the roots as a pair that is not found by name.
    pub(super) const fn add_root(&mut self, reader: View<'a>, writer: View<'a>) -> usize {
        self.add_pair(reader, writer, NONE)
    }

    const fn add_pair(&mut self, reader: View<'a>, writer: View<'a>, slot: u32) -> usize {
        if self.pair_count == self.pairs.len() {
            self.full = true;
            return 0;
        }
        self.pairs[self.pair_count] = Some(Pair { reader, writer, slot, holds: true, listed: false, walked: false });
        self.pair_count += 1;
        self.pair_count - 1
    }

    /// Adds a trail; 0 when there is no room.
    pub(super) const fn add_trail(&mut self, trail: Trail<'a>) -> u32 {
        if self.trail_count == self.trails.len() {
            self.full = true;
            return 0;
        }
        self.trails[self.trail_count] = Some(trail);
        self.trail_count += 1;
        self.trail_count as u32 - 1
    }

    /// Adds a cause, or counts it where there is no room.
    pub(super) const fn add_cause(&mut self, cause: Cause<'a>) {
        if self.cause_count == self.causes.len() {
            self.more += 1;
            return;
        }
        self.causes[self.cause_count] = Some(cause);
        self.cause_count += 1;
    }

    pub(super) const fn push(&mut self, todo: Todo<'a>) {
        if self.todo_count == self.todo.len() {
            self.full = true;
            return;
        }
        self.todo[self.todo_count] = Some(todo);
        self.todo_count += 1;
    }

    pub(super) const fn pop(&mut self) -> Option<Todo<'a>> {
        if self.todo_count == 0 {
            return None;
        }
        self.todo_count -= 1;
        self.todo[self.todo_count]
    }

    /// Turns round what was pushed since `from`, so that it is popped in the order in which it was pushed.
    pub(super) const fn reverse_todo(&mut self, from: usize) {
        let (mut low, mut high) = (from, self.todo_count);
        while low + 1 < high {
            high -= 1;
            let swapped = self.todo[low];
            self.todo[low] = self.todo[high];
            self.todo[high] = swapped;
            low += 1;
        }
    }
}

const fn is_pair(pair: &Pair<'_>, reader: &Name, writer: &Name) -> bool {
    match (pair.reader.name(), pair.writer.name()) {
        (Some(r), Some(w)) => same_name(r, reader) && same_name(w, writer),
        _ => false,
    }
}

/// Walks two records side by side from fields `i` and `j` while the fields have one name, one primitive type (or that
/// and null) and one default, and no alias, and the same logical type: neither the verdict nor the meaning has a question there.
///
/// Stops before a field that `overlay`, which is about one of the two records, names. Fields that `carried` knows are passed
/// without a look, those that are looked at are added to it.
pub(super) const fn skip_equal(
    overlay: Overlay<'_, '_>,
    reader: View<'_>,
    writer: View<'_>,
    i: usize,
    j: usize,
    carried: &mut Carried<'_>,
) -> (usize, usize) {
    let (until, at) = skip_alike(reader, writer, i, j, carried);
    if overlay.is_empty() {
        return (until, at);
    }
    let (record, from) = if overlay.side.is(Side::Reader) { (reader, i) } else { (writer, j) };
    let mut n = 0;
    while n < until - i && !overlay.names(record.field(from + n)) {
        n += 1;
    }
    (i + n, j + n)
}

const fn skip_alike(
    reader: View<'_>,
    writer: View<'_>,
    i: usize,
    j: usize,
    carried: &mut Carried<'_>,
) -> (usize, usize) {
    let (Kind::Record(r), Kind::Record(w)) = (&reader.node.kind, &writer.node.kind) else { return (i, j) };
    let (r_count, w_count) = (reader.field_count(), writer.field_count());
    let pool_is_reader = carried.pool.is(Side::Reader);
    let known = carried.table.len();
    let packed: &[u8] = match if pool_is_reader { &r.fields } else { &w.fields } {
        Fields::Packed(bytes) if known > 0 => bytes,
        _ => &[],
    };
    let is_packed = !packed.is_empty();
    let (mut i, mut j) = (i, j);
    while i < r_count && j < w_count {
        let (mut pooled, mut other) = (known, 0);
        if is_packed {
            let at = if pool_is_reader { i } else { j };
            pooled = packed[2 * at] as usize | (packed[2 * at + 1] as usize) << 8;
            other = if pool_is_reader { j } else { i } + 1;
            if pooled < known && carried.table[pooled] as usize == other {
                i += 1;
                j += 1;
                continue;
            }
        }
        let (rf, wf) = (field!(reader, &r.fields, i), field!(writer, &w.fields, j));
        if rf.hash != wf.hash || !items!(&rf.aliases).is_empty() || !alike(reader, rf, writer, wf) {
            break;
        }
        if !same(text!(&rf.name), text!(&wf.name)) {
            break;
        }
        if pooled < known && other <= u16::MAX as usize {
            carried.table[pooled] = other as u16;
        }
        i += 1;
        j += 1;
    }
    (i, j)
}

/// Whether two fields have one primitive type (or that and null), the same logical type and one default, if both have one,
/// and no property: neither the verdict nor the meaning has a question there, whichever is read as the other.
const fn alike(reader: View<'_>, rf: &Field, writer: View<'_>, wf: &Field) -> bool {
    let (rn, wn): (&Schema, &Schema) = (child!(reader, &rf.schema), child!(writer, &wf.schema));
    (same_plain(rn, wn) || shape(reader, &rf.schema).is(shape(writer, &wf.schema))) && alike_but_shape(rf, wf)
}

/// Both are one primitive type and nothing else, as most fields are: at run time that is quicker to see than two shapes.
#[inline]
const fn same_plain(rn: &Schema, wn: &Schema) -> bool {
    let same = matches!(
        (&rn.kind, &wn.kind),
        (Kind::String, Kind::String)
            | (Kind::Int, Kind::Int)
            | (Kind::Long, Kind::Long)
            | (Kind::Boolean, Kind::Boolean)
            | (Kind::Double, Kind::Double)
            | (Kind::Float, Kind::Float)
            | (Kind::Bytes, Kind::Bytes)
    );
    same && rn.logical.is_none() && wn.logical.is_none() && items!(&rn.props).is_empty() && items!(&wn.props).is_empty()
}

/// [`alike`], of fields whose types have one [`Shape`].
pub(super) const fn alike_but_shape(rf: &Field, wf: &Field) -> bool {
    if !items!(&rf.props).is_empty() || !items!(&wf.props).is_empty() {
        return false;
    }
    match (&rf.default, &wf.default) {
        (Some(a), Some(b)) => same(text!(a), text!(b)),
        _ => true,
    }
}

/// Which of the types it is of which nothing is to be said where both sides have the same: a primitive one, with one of the
/// common logical types or none; such a one and null, in any order; arrays and maps of these.
#[derive(Clone, Copy)]
pub(super) struct Shape(u16);

impl Shape {
    /// Nobody has looked yet.
    pub(super) const UNKNOWN: Shape = Shape(0);
    /// Another type, even of which the engine must look at.
    const OTHER: Shape = Shape(1);
    /// Null is one of the values.
    const OPTIONAL: u16 = 0x100;

    pub(super) const fn is_unknown(self) -> bool {
        self.0 == 0
    }

    /// Both are the same, and nothing is to be said.
    pub(super) const fn is(self, other: Shape) -> bool {
        self.0 == other.0 && self.0 != Shape::OTHER.0
    }
}

/// The [`Shape`] of a field's type. As little is read as can be: the const interpreter charges most for what is in statics.
pub(super) const fn shape(view: View<'_>, schema: &Child) -> Shape {
    let mut node: &Schema = child!(view, schema);
    let mut around = 0;
    while let Kind::Array(inner) | Kind::Map(inner) = &node.kind {
        if around > 0xf || !items!(&node.props).is_empty() || node.logical.is_some() {
            return Shape::OTHER;
        }
        around = around * 4 + 1 + matches!(&node.kind, Kind::Map(_)) as u16;
        node = child!(view, inner);
    }
    let mut optional = 0;
    if let Kind::Union(union) = &node.kind {
        if !items!(&node.props).is_empty() {
            return Shape::OTHER;
        }
        optional = Shape::OPTIONAL;
        node = match (&union.null, items!(&union.branches)) {
            (NullBranch::First | NullBranch::Last, [one]) => child!(view, one),
            (NullBranch::None, [a, b]) => {
                let first: &Schema = child!(view, a);
                let second: &Schema = child!(view, b);
                match (&first.kind, &second.kind) {
                    (Kind::Null, _) => second,
                    (_, Kind::Null) => first,
                    _ => return Shape::OTHER,
                }
            }
            _ => return Shape::OTHER,
        };
    }
    let kind = match &node.kind {
        Kind::Null if optional == 0 => 1,
        Kind::Boolean => 2,
        Kind::Int => 3,
        Kind::Long => 4,
        Kind::Float => 5,
        Kind::Double => 6,
        Kind::Bytes => 7,
        Kind::String => 8,
        _ => return Shape::OTHER,
    };
    let logical = match &node.logical {
        None => 0,
        Some(_) if optional > 0 => return Shape::OTHER,
        Some(LogicalType::Uuid) => 1,
        Some(LogicalType::Date) => 2,
        Some(LogicalType::TimeMillis) => 3,
        Some(LogicalType::TimeMicros) => 4,
        Some(LogicalType::TimestampMillis) => 5,
        Some(LogicalType::TimestampMicros) => 6,
        Some(LogicalType::TimestampNanos) => 7,
        Some(_) => return Shape::OTHER,
    };
    if !items!(&node.props).is_empty() && unit(items!(&node.props)).is_some() {
        return Shape::OTHER;
    }
    Shape((around << 9) | optional | (logical << 4) | (kind + 1))
}

/// The position of the record's own field of that name, from `from` on.
pub(crate) const fn position_of(record: View<'_>, name: &str, name_hash: u64, from: usize) -> Option<usize> {
    let Kind::Record(r) = &record.node.kind else { return None };
    let (count, mut i) = (record.field_count(), from);
    while i < count {
        let field = field!(record, &r.fields, i);
        if field.hash == name_hash && same(text!(&field.name), name) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// `T` of a union of null and `T`.
pub(super) const fn optional_of<'a>(union: View<'a>) -> Option<View<'a>> {
    if union.branch_count() != 2 {
        return None;
    }
    let (a, b) = (union.branch(0), union.branch(1));
    match (&a.node.kind, &b.node.kind) {
        (Kind::Null, Kind::Null) => None,
        (Kind::Null, _) => Some(b),
        (_, Kind::Null) => Some(a),
        _ => None,
    }
}

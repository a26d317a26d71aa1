//! The engine's state, in buffers that are borrowed: arrays in `const` evaluation, growing vectors at run time.

use super::alike::{Carried, Owner};
use super::lists::{Entry, Listed, Lists};
use super::meeting::Meeting;
use super::overlay::{Overlay, Side, same_name};
use super::{Cause, NONE, Step, Trail};
use crate::schema::{Name, View};

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
    /// Records: which one of the schema's it is.
    pub(super) owner: Owner,
    /// Records: as far as both have been walked, the fields at one position go together.
    pub(super) in_step: bool,
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

/// One field: its position in the record that is checked, and its index in the pool of its history.
pub(super) type Open = (u16, u16);

/// One check, as far as it has come.
#[derive(Debug)]
pub(super) struct Work<'b, 'a> {
    pub(super) pairs: &'b mut [Option<Pair<'a>>],
    slots: &'b mut [u32],
    pub(super) stack: &'b mut [Option<Frame<'a>>],
    pub(super) todo: &'b mut [Option<Todo<'a>>],
    trails: &'b mut [Option<Trail<'a>>],
    causes: &'b mut [Option<Cause<'a>>],
    pub(super) lists: Lists<'b>,
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
    /// Pass 1 ends at the first thing that fails or is notable.
    pub(super) briefly: bool,
    /// The body of the root pair is being evaluated.
    pub(super) in_root: bool,
    /// All that is to be compared in the body of the root pair; none: its fields, as they are found.
    pub(super) open: Option<&'b [Open]>,
    /// What earlier checks proved of the root's fields.
    pub(super) carried: Carried<'b, 'a>,
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
    /// [`Carried::table`]: all 0 before the first version.
    pub(super) carried: &'b mut [u32],
    /// [`Carried::owners`]: a power of two, all `None` before the first version.
    pub(super) owners: &'b mut [Option<&'a Name>],
}

impl<'b, 'a> Buffers<'b, 'a> {
    /// The same buffers, for one check of several.
    pub(crate) const fn again(&mut self) -> Buffers<'_, 'a> {
        let Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners } = self;
        Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners }
    }

    /// A check that has not begun.
    pub(super) const fn work<'w>(self, overlay: Overlay<'w, 'a>, pool: Option<Side>) -> Work<'w, 'a>
    where
        'b: 'w,
    {
        let Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners } = self;
        let carried = match pool {
            None => Carried::nothing(),
            Some(pool) => Carried { table: carried, owners, pool, root_only: overlay.brings_types() },
        };
        Work {
            pairs,
            slots,
            stack,
            todo,
            trails,
            causes,
            lists: Lists::new(heads, entries),
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
            briefly: false,
            in_root: false,
            open: None,
            carried,
        }
    }
}

impl<'b, 'a> Work<'b, 'a> {
    /// Empties the tables, so that the buffers can serve again.
    pub(super) const fn clear(&mut self) {
        self.lists.clear();
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

//! The engine at run time: buffers that grow.

use super::lists::Entry;
use super::work::{Buffers, Frame, Pair, Todo};
use super::{Cause, Findings, NONE, Overlay, Trail, Verdict};
use crate::schema::View;

/// Checks at run time, with buffers that grow and are used again.
///
/// The room is bounded: a pair of schemas that needs more than `2^20` pairs of named types, or has a union of more
/// branches and aliases of branches, is [`Verdict::Unchecked`].
#[derive(Debug, Default)]
pub struct Engine<'a> {
    pairs: Vec<Option<Pair<'a>>>,
    slots: Vec<u32>,
    stack: Vec<Option<Frame<'a>>>,
    todo: Vec<Option<Todo<'a>>>,
    trails: Vec<Option<Trail<'a>>>,
    causes: Vec<Option<Cause<'a>>>,
    heads: Vec<u32>,
    entries: Vec<Entry>,
}

const SMALLEST: usize = 32;
const LARGEST: usize = 1 << 20;

impl<'a> Engine<'a> {
    /// An engine without buffers yet.
    pub fn new() -> Self {
        Engine::default()
    }

    /// Checks whether data of `writer` can be read as `reader`, with `overlay` assumed.
    pub fn check(&mut self, reader: View<'a>, writer: View<'a>, overlay: Overlay<'_, 'a>) -> Report<'a> {
        let mut size = self.pairs.len().max(SMALLEST);
        loop {
            self.grow(size);
            let Findings { verdict, causes, trails, more, repeats, steps } =
                self.buffers().check(reader, writer, overlay);
            if (verdict == Verdict::Unchecked || more > 0) && size < LARGEST {
                size *= 4;
                continue;
            }
            return Report { verdict, causes: causes.to_vec(), trails: trails.to_vec(), more, repeats, steps };
        }
    }

    /// The buffers as they are, for many checks.
    pub(crate) fn buffers(&mut self) -> Buffers<'_, 'a> {
        let Engine { pairs, slots, stack, todo, trails, causes, heads, entries } = self;
        let (carried, owners) = (&mut [], &mut []);
        Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners }
    }

    /// Makes room for `size` pairs, branches, trails and causes.
    pub(crate) fn grow(&mut self, size: usize) {
        self.pairs.resize(size, None);
        self.slots.resize(2 * size, NONE);
        self.stack.resize(size, None);
        self.todo.resize(size, None);
        self.trails.resize(size, None);
        self.causes.resize(size, None);
        self.heads.resize(2 * size, NONE);
        self.entries.resize(2 * size, Entry::EMPTY);
    }
}

/// The result of one check, owned.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Avro's verdict.
    pub verdict: Verdict,
    causes: Vec<Option<Cause<'a>>>,
    trails: Vec<Option<Trail<'a>>>,
    more: usize,
    repeats: usize,
    steps: u64,
}

impl<'a> Report<'a> {
    /// What was found.
    pub fn findings(&self) -> Findings<'_, 'a> {
        Findings {
            verdict: self.verdict,
            causes: &self.causes,
            trails: &self.trails,
            more: self.more,
            repeats: self.repeats,
            steps: self.steps,
        }
    }
}

/// Checks whether data of `writer` can be read as `reader`, and why not.
pub fn check<'a>(reader: View<'a>, writer: View<'a>, overlay: Overlay<'_, 'a>) -> Report<'a> {
    Engine::new().check(reader, writer, overlay)
}

/// Whether data of `writer` can be read as `reader`; "not known" is no.
pub fn can_read(reader: View<'_>, writer: View<'_>) -> bool {
    check(reader, writer, Overlay::NONE).verdict == Verdict::Compatible
}

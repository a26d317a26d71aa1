//! Room for the engine in `const` evaluation, where nothing can be allocated.

use super::work::{Buffers, Frame, Pair, Todo};
use super::{Cause, Findings, NONE, Overlay, Trail};
use crate::schema::View;

/// Buffers of fixed size for [`Room::check`], the engine's entry in `const` evaluation. One room serves many checks.
///
/// `PAIRS` is how many pairs of a reader's and a writer's named type can be compared, `SLOTS` (a power of two, at
/// least twice as many) is the size of the table they are found by; `TRAILS` and `CAUSES` bound what is found: causes
/// beyond are counted, whatever else does not fit makes the verdict [`Verdict::Unchecked`](super::Verdict::Unchecked).
///
/// ```
/// use avro_model::compat::{Overlay, Room, Verdict};
/// use avro_model::{Kind, Schema, SchemaRef};
/// static INT: Schema = Schema::plain(Kind::Int);
/// static LONG: Schema = Schema::plain(Kind::Long);
/// const VERDICT: Verdict = {
///     let mut room: Room<'_> = Room::new();
///     room.check(SchemaRef::new(&LONG).view(), SchemaRef::new(&INT).view(), Overlay::NONE).verdict
/// };
/// assert_eq!(VERDICT, Verdict::Compatible);
/// ```
#[derive(Debug)]
pub struct Room<
    'a,
    const PAIRS: usize = 1024,
    const SLOTS: usize = 4096,
    const TRAILS: usize = 2048,
    const CAUSES: usize = 256,
> {
    pairs: [Option<Pair<'a>>; PAIRS],
    slots: [u32; SLOTS],
    stack: [Option<Frame<'a>>; 256],
    todo: [Option<Todo<'a>>; TRAILS],
    trails: [Option<Trail<'a>>; TRAILS],
    causes: [Option<Cause<'a>>; CAUSES],
}

impl<'a, const P: usize, const S: usize, const T: usize, const C: usize> Room<'a, P, S, T, C> {
    /// Empty buffers.
    #[expect(clippy::new_without_default, reason = "`Default` is not const, and this is for const evaluation")]
    pub const fn new() -> Self {
        Room {
            pairs: [None; P],
            slots: [NONE; S],
            stack: [None; 256],
            todo: [None; T],
            trails: [None; T],
            causes: [None; C],
        }
    }

    /// The buffers, for many checks.
    pub(crate) const fn buffers(&mut self) -> Buffers<'_, 'a> {
        let Room { pairs, slots, stack, todo, trails, causes } = self;
        Buffers { pairs, slots, stack, todo, trails, causes }
    }

    /// Checks whether data of `writer` can be read as `reader`, with `overlay` assumed.
    pub const fn check(&mut self, reader: View<'a>, writer: View<'a>, overlay: Overlay<'_, 'a>) -> Findings<'_, 'a> {
        self.buffers().check(reader, writer, overlay)
    }
}

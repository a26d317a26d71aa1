//! Room for the engine in `const` evaluation, where nothing can be allocated.

use super::lists::Entry;
use super::work::{Buffers, Frame, Pair, Todo};
use super::{Cause, Findings, NONE, Overlay, Trail};
use crate::schema::{Name, View};

/// Buffers of fixed size for [`Room::check`], the engine's entry in `const` evaluation. One room serves many checks.
///
/// `PAIRS` is how many pairs of a reader's and a writer's named type can be compared, `SLOTS` (a power of two, at
/// least twice as many) is the size of the table they are found by, and of that by which branches of wide unions are
/// found; `TRAILS` and `CAUSES` bound what is found: causes
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
    heads: [u32; SLOTS],
    entries: [Entry; SLOTS],
    carried: [u32; CARRIED],
    owners: [Option<&'a Name>; OWNERS],
}

/// How many fields of a pool are remembered from version to version; those beyond are looked at each time.
const CARRIED: usize = 4096;
/// How many records of the schema have a place there, a power of two.
const OWNERS: usize = 128;

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
            heads: [NONE; S],
            entries: [Entry::EMPTY; S],
            carried: [0; CARRIED],
            owners: [None; OWNERS],
        }
    }

    /// The buffers, for many checks.
    pub(crate) const fn buffers(&mut self) -> Buffers<'_, 'a> {
        let Room { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners } = self;
        Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners }
    }

    /// Checks whether data of `writer` can be read as `reader`, with `overlay` assumed.
    pub const fn check(&mut self, reader: View<'a>, writer: View<'a>, overlay: Overlay<'_, 'a>) -> Findings<'_, 'a> {
        self.buffers().check(reader, writer, overlay)
    }
}

#[cfg(test)]
mod tests {
    use super::Room;
    use crate::compat::{Overlay, Side, Verdict};
    use crate::history::pool::{document, field, name, record};
    use crate::schema::{Document, Field, Kind, Schema, View};
    use crate::text::hash;

    const fn named(text: &'static str, code: u32) -> Field {
        field(text, hash(text), code)
    }

    const fn version(fields: &'static [u8]) -> Schema {
        record(name("R", hash("R"), &[], true), fields, b"", false, &[])
    }

    static FIELDS: [Field; 4] = [named("a", 0), named("b", 2), named("b", 4), named("c", 0)];
    static NODES: [Schema; 7] = [
        Schema::plain(Kind::Int),
        Schema::plain(Kind::Long),
        Schema::plain(Kind::String),
        version(b"\x00\x00\x01\x00\x03\x00"),
        version(b"\x00\x00\x02\x00\x03\x00"),
        version(b"\x03\x00\x00\x00\x01\x00"),
        version(b"\x00\x00\x01\x00"),
    ];
    /// In order, with another type of `b`, in another order, without `c`.
    static VERSIONS: [Document; 4] = [
        document(&NODES, &FIELDS, &[3], 3),
        document(&NODES, &FIELDS, &[4], 4),
        document(&NODES, &FIELDS, &[5], 5),
        document(&NODES, &FIELDS, &[6], 6),
    ];

    /// What one version proved is used for the next, and never says more than a check of its own.
    #[test]
    fn carried_proofs_change_no_verdict() {
        let new = VERSIONS[0].view();
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 2, 1, 0]] {
            let mut room: Box<Room<'_>> = Box::new(Room::new());
            for i in order.into_iter().chain(order) {
                let old = VERSIONS[i].view();
                for side in [Side::Reader, Side::Writer] {
                    let carried = room.buffers().check_version(side, new, old, &[]).verdict;
                    assert_eq!(carried, alone(side, new, old), "version {i} in {order:?}");
                }
            }
        }
        assert_eq!(alone(Side::Reader, new, VERSIONS[1].view()), Verdict::Incompatible);
        assert_eq!(alone(Side::Reader, new, VERSIONS[3].view()), Verdict::Incompatible);
        assert_eq!(alone(Side::Writer, new, VERSIONS[3].view()), Verdict::Compatible);
    }

    fn alone(side: Side, new: View<'static>, old: View<'static>) -> Verdict {
        let mut room: Box<Room<'_>> = Box::new(Room::new());
        match side {
            Side::Reader => room.check(new, old, Overlay::NONE).verdict,
            Side::Writer => room.check(old, new, Overlay::NONE).verdict,
        }
    }
}

//! A look at a recorded version before the engine is asked: wide records change little from version to version, and what
//! was found of a field of the pool holds for every version that has it.
//!
//! Where every field of a version is known to be alike, or to be gone without harm, no engine runs. Fields whose types
//! need it are left to the engine, alone. Whatever is out of the ordinary (aliases, another name of the record, no
//! record at all) is left to it as a whole, so that a glance never says less than the engine would.

use super::Side;
use super::work::{Buffers, alike};
use crate::schema::{Fields, Kind, View, items};
use crate::text::{List, Str, same};

/// Fields of a pool, fields of the checked record, and fields that are left to the engine, that a glance has room for.
const POOL: usize = 4096;
const FIELDS: usize = 2048;
const OPEN: usize = 128;

/// What is known of a pool's field; 0: nothing yet, below [`AT`]: alike, and one more than its position in the record.
type Home = u16;
/// The engine must compare it with the record's field at the position that is added.
const AT: Home = 0x4000;
/// The record has no such field; reading without it gives the default.
const GONE: Home = 0x8000;
/// The same, and there is no default.
const GONE_REQUIRED: Home = 0x8001;
/// The engine must look at the whole record.
const UNUSUAL: Home = 0x8002;

/// Positions of one field: in the record that is checked, and in the version.
pub(super) type Open = (u16, u16);

/// Glances at versions of one pool, for one record.
pub(crate) struct Glance {
    homes: [Home; POOL],
    /// The version that last had the record's field.
    seen: [u16; FIELDS],
    open: [Open; OPEN],
    open_count: usize,
    version: u16,
    /// What the engine took for what was left to it.
    pub(crate) steps: u64,
}

/// The directions in which a version needs no report.
#[derive(Clone, Copy)]
pub(crate) struct Settled {
    pub(crate) backward: bool,
    pub(crate) forward: bool,
}

impl Settled {
    pub(crate) const NEITHER: Settled = Settled { backward: false, forward: false };

    const fn is_neither(self) -> bool {
        !self.backward && !self.forward
    }

    /// Nothing is left of what is `wanted`.
    pub(crate) const fn covers(self, wanted: Settled) -> bool {
        (self.backward || !wanted.backward) && (self.forward || !wanted.forward)
    }
}

impl Glance {
    pub(crate) const fn new() -> Self {
        Glance { homes: [0; POOL], seen: [0; FIELDS], open: [(0, 0); OPEN], open_count: 0, version: 0, steps: 0 }
    }

    /// Whether `old` can be read as `new` and the other way round, and nothing is to be said about it; what is not
    /// `wanted` is not looked at.
    pub(crate) const fn settle<'a>(
        &mut self,
        new: View<'a>,
        old: View<'a>,
        wanted: Settled,
        room: &mut Buffers<'_, 'a>,
    ) -> Settled {
        let open = match self.fields(new, old) {
            Some(fields) if self.open_count == 0 || fields.is_neither() => return fields,
            Some(fields) => Some((fields, self.open.split_at(self.open_count).0)),
            None => None,
        };
        let (asked, open) = match open {
            Some((fields, open)) => (fields, Some(open)),
            None => (Settled { backward: true, forward: true }, None),
        };
        let steps = &mut self.steps;
        Settled {
            backward: wanted.backward && asked.backward && room.again().passes(Side::Reader, new, old, open, steps),
            forward: wanted.forward && asked.forward && room.again().passes(Side::Writer, new, old, open, steps),
        }
    }

    /// The same, but for the fields that are left open; none where the engine must look at the whole.
    const fn fields(&mut self, new: View<'_>, old: View<'_>) -> Option<Settled> {
        self.open_count = 0;
        let (Kind::Record(n), Kind::Record(o)) = (&new.node.kind, &old.node.kind) else { return None };
        let Fields::Packed(packed) = &o.fields else { return None };
        let count = new.field_count();
        if count > FIELDS
            || old.document.fields.get().len() > POOL
            || self.version == u16::MAX
            || n.name.hash != o.name.hash
            || !same(n.name.full.get(), o.name.full.get())
        {
            return None;
        }
        self.version += 1;
        if self.version == 1 && has_aliases(new) {
            self.version = u16::MAX;
            return None;
        }
        let (version, mut met, mut settled) = (self.version, 0, Settled { backward: true, forward: true });
        let (mut rest, mut j): (&[u8], u16) = (packed, 0);
        while let [low, high, behind @ ..] = rest {
            let pooled = *low as usize | (*high as usize) << 8;
            let mut home = self.homes[pooled];
            if home == 0 {
                home = find(new, old, pooled);
                self.homes[pooled] = home;
            }
            if home < AT {
                met += (self.seen[home as usize - 1] != version) as usize;
                self.seen[home as usize - 1] = version;
            } else if home < GONE {
                if self.open_count == OPEN {
                    return None;
                }
                met += (self.seen[(home - AT) as usize] != version) as usize;
                self.seen[(home - AT) as usize] = version;
                self.open[self.open_count] = (home - AT, j);
                self.open_count += 1;
            } else if home == GONE_REQUIRED {
                settled.forward = false;
            } else if home == UNUSUAL {
                return None;
            }
            rest = behind;
            j += 1;
        }
        let mut i = 0;
        while met < count && settled.backward {
            if self.seen[i] != version {
                settled.backward = field!(new, &n.fields, i).default.is_some();
                met += 1;
            }
            i += 1;
        }
        Some(settled)
    }
}

const fn has_aliases(record: View<'_>) -> bool {
    let Kind::Record(r) = &record.node.kind else { return false };
    let (count, mut i) = (record.field_count(), 0);
    while i < count {
        if !items!(&field!(record, &r.fields, i).aliases).is_empty() {
            return true;
        }
        i += 1;
    }
    false
}

/// Looks for the pool's field in the record.
const fn find(new: View<'_>, old: View<'_>, pooled: usize) -> Home {
    let Kind::Record(n) = &new.node.kind else { return UNUSUAL };
    let theirs = &items!(&old.document.fields)[pooled];
    if !items!(&theirs.aliases).is_empty() {
        return UNUSUAL;
    }
    let (count, order) = (new.field_count(), items!(&n.by_hash));
    let sorted = order.len() == 2 * count;
    let (mut low, mut high) = (0, if sorted { count } else { 0 });
    while low < high {
        let middle = (low + high) / 2;
        let at = order[2 * middle] as usize | (order[2 * middle + 1] as usize) << 8;
        if field!(new, &n.fields, at).hash < theirs.hash {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while low < count {
        let at = if sorted { order[2 * low] as usize | (order[2 * low + 1] as usize) << 8 } else { low };
        let ours = field!(new, &n.fields, at);
        if ours.hash == theirs.hash {
            return if !same(text!(&ours.name), text!(&theirs.name)) {
                UNUSUAL
            } else if alike(new, ours, old, theirs) {
                at as Home + 1
            } else {
                AT + at as Home
            };
        }
        if sorted {
            break;
        }
        low += 1;
    }
    if theirs.default.is_some() { GONE } else { GONE_REQUIRED }
}

#[cfg(test)]
mod tests {
    use super::{Glance, Settled};
    use crate::compat::{Overlay, Room, Verdict};
    use crate::history::pool::{Order, Some, Str, child, document, field, field_with, name, node, record, union};
    use crate::schema::{Child, Document, Field, Kind, LogicalType, Schema, View};
    use crate::text::hash;

    const BOTH: Settled = Settled { backward: true, forward: true };

    const fn named(text: &'static str, code: u32) -> Field {
        field(text, hash(text), code)
    }

    const fn defaulted(text: &'static str, code: u32, aliases: &'static [Str]) -> Field {
        field_with(text, hash(text), code, Some("0"), Order::Ascending, aliases, &[])
    }

    const fn version(fields: &'static [u8]) -> Schema {
        record(name("R", hash("R"), &[], true), fields, b"", false, &[])
    }

    static OPTIONAL: [Child; 2] = [child(2), child(4)];
    static WIDER: [Child; 3] = [child(2), child(4), child(0)];
    static FIELDS: [Field; 12] = [
        named("a", 0),
        named("a", 12),
        defaulted("b", 0, &[]),
        named("c", 6),
        named("c", 8),
        named("n", 3),
        defaulted("d", 0, &[Str::Static("a")]),
        named("t", 10),
        named("t", 12),
        named("r", 1),
        defaulted("b", 12, &[]),
        named("e", 4),
    ];
    static NODES: [Schema; 17] = [
        node(Kind::Int, None, &[]),
        node(Kind::Null, None, &[]),
        node(Kind::String, None, &[]),
        union(&OPTIONAL),
        union(&WIDER),
        node(Kind::Long, Some(LogicalType::TimestampMillis), &[]),
        node(Kind::Long, None, &[]),
        version(b"\x00\x00\x02\x00\x03\x00\x05\x00"),
        version(b"\x00\x00\x03\x00\x05\x00"),
        version(b"\x05\x00\x04\x00\x02\x00\x00\x00"),
        version(b"\x01\x00\x0a\x00\x03\x00\x05\x00"),
        version(b"\x06\x00\x03\x00"),
        version(b"\x00\x00\x07\x00\x09\x00"),
        version(b"\x08\x00\x00\x00\x09\x00"),
        version(b"\x00\x00\x02\x00\x03\x00\x05\x00\x0b\x00"),
        record(name("N", hash("N"), &[], true), b"\x02\x00", b"", false, &[]),
        record(name("N", hash("N"), &[], true), b"\x0b\x00\x02\x00", b"", false, &[]),
    ];
    static NAMED: [[u32; 2]; 9] =
        [[7, 15], [8, 15], [9, 15], [10, 15], [11, 15], [12, 15], [13, 15], [14, 15], [7, 16]];
    static VERSIONS: [Document; 9] = [
        document(&NODES, &FIELDS, &NAMED[0], 7),
        document(&NODES, &FIELDS, &NAMED[1], 8),
        document(&NODES, &FIELDS, &NAMED[2], 9),
        document(&NODES, &FIELDS, &NAMED[3], 10),
        document(&NODES, &FIELDS, &NAMED[4], 11),
        document(&NODES, &FIELDS, &NAMED[5], 12),
        document(&NODES, &FIELDS, &NAMED[6], 13),
        document(&NODES, &FIELDS, &NAMED[7], 14),
        document(&NODES, &FIELDS, &NAMED[8], 7),
    ];

    /// Every version against every other, whatever was looked at before: a glance settles what the engine has nothing to
    /// say about, and nothing else.
    #[test]
    fn a_glance_says_what_the_engine_says() {
        let (mut settled, mut left) = (0, 0);
        for new in VERSIONS.iter().map(Document::view) {
            let mut glance = Glance::new();
            let mut room: Box<Room<'_>> = Box::new(Room::new());
            for old in VERSIONS.iter().chain(VERSIONS.iter().rev()).map(Document::view) {
                let seen = glance.settle(new, old, BOTH, &mut room.buffers());
                for (side, seen, silent) in
                    [("reader", seen.backward, is_silent(new, old)), ("writer", seen.forward, is_silent(old, new))]
                {
                    assert_eq!(seen, silent, "the new one as {side}: {new:?} {old:?}");
                    if seen { settled += 1 } else { left += 1 }
                }
            }
        }
        assert!(settled > 50 && left > 50, "{settled} {left}");
    }

    fn is_silent(reader: View<'static>, writer: View<'static>) -> bool {
        let mut room: Box<Room<'_>> = Box::new(Room::new());
        let findings = room.check(reader, writer, Overlay::NONE);
        findings.verdict == Verdict::Compatible && findings.is_empty()
    }
}

//! A look at a recorded version before the engine is asked: wide records change little from version to version, and what
//! was found of a field of the pool holds for every version that has it.
//!
//! Where every field of a version is known to be alike, or to be gone without harm, no engine runs. Fields whose types
//! need it are left to the engine, alone. Whatever is out of the ordinary (aliases, another name of the record, no
//! record at all) is left to it as a whole, so that a glance never says less than the engine would.

use super::Side;
use super::alike::alike_but_shape;
use super::work::{Buffers, Open};
use crate::history::{Changes, RecordedVersion};
use crate::schema::{Child, Field, Fields, Kind, Shape, View, items, shape};
use crate::text::{List, Str, same};

/// Fields and nodes of a pool, fields of the checked record, and fields that are left to the engine, that a glance has room for.
const POOL: usize = 4096;
const NODES: usize = 512;
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

/// Glances at versions of one pool, for one record.
///
/// What a version has is kept from the one before, and brought up to date by what changed between them: a history costs what
/// its changes cost.
pub(crate) struct Glance {
    homes: [Home; POOL],
    /// What is known of the types of fields: see [`Shape`].
    shapes: [Shape; NODES],
    /// How many fields of the version, or defaults, there are for each of the record's fields.
    served: [u16; FIELDS],
    /// How many of the record's fields nothing is there for.
    missing: usize,
    /// How many of the version's fields the record would need a default for.
    required: usize,
    /// How many of its fields need the engine for the whole record.
    unusual: usize,
    open: [Open; OPEN],
    open_count: usize,
    state: State,
    /// What the engine took for what was left to it.
    pub(crate) steps: u64,
}

/// Which version the counts are of.
#[derive(Clone, Copy)]
enum State {
    /// The record has not been looked at.
    Blank,
    /// None.
    Ready,
    /// The one at this index.
    At(usize),
    /// The record is one for the engine.
    Useless,
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
        Glance {
            homes: [0; POOL],
            shapes: [Shape::UNKNOWN; NODES],
            served: [0; FIELDS],
            missing: 0,
            required: 0,
            unusual: 0,
            open: [(0, 0); OPEN],
            open_count: 0,
            state: State::Blank,
            steps: 0,
        }
    }

    /// Whether the version at `index` can be read as `new` and the other way round, and nothing is to be said about it; what is
    /// not `wanted` is not looked at, nor is what the engine would have to say where it is not `asked`.
    pub(crate) const fn settle<'a>(
        &mut self,
        new: View<'a>,
        versions: &'a [RecordedVersion],
        index: usize,
        wanted: Settled,
        asked: bool,
        room: &mut Buffers<'_, 'a>,
    ) -> Settled {
        let old = versions[index].document.view();
        let open = match self.fields(new, old, versions[index].changes, index) {
            Some(fields) if self.open_count == 0 || fields.is_neither() => return fields,
            _ if !asked => return Settled::NEITHER,
            Some(fields) => Some((fields, self.open.split_at(self.open_count).0)),
            None => None,
        };
        let (left, open) = match open {
            Some((fields, open)) => (fields, Some(open)),
            None => (Settled { backward: true, forward: true }, None),
        };
        let steps = &mut self.steps;
        Settled {
            backward: wanted.backward && left.backward && room.again().passes(Side::Reader, new, old, open, steps),
            forward: wanted.forward && left.forward && room.again().passes(Side::Writer, new, old, open, steps),
        }
    }

    /// The same, but for the fields that are left open; none where the engine must look at the whole.
    const fn fields(
        &mut self,
        new: View<'_>,
        old: View<'_>,
        changes: Option<Changes>,
        index: usize,
    ) -> Option<Settled> {
        let (Kind::Record(n), Kind::Record(o)) = (&new.node.kind, &old.node.kind) else { return None };
        let Fields::Packed(packed) = &o.fields else { return None };
        if items!(&old.document.fields).len() > POOL
            || n.name.hash != o.name.hash
            || !same(n.name.full.get(), o.name.full.get())
        {
            return None;
        }
        if let State::Blank = self.state {
            self.prepare(new, old);
        }
        match (self.state, changes) {
            (State::Blank | State::Useless, _) => return None,
            (State::At(before), Some(Changes { new: added, gone })) if before + 1 == index => {
                self.state = State::Ready;
                if !self.turn(new, old, gone, false) || !self.turn(new, old, added, true) {
                    return None;
                }
            }
            (State::At(_) | State::Ready, _) => {
                if !self.empty(new) {
                    self.state = State::Useless;
                    return None;
                }
                self.state = State::Ready;
                if !self.turn(new, old, packed, true) {
                    return None;
                }
            }
        }
        self.state = State::At(index);
        if self.unusual > 0 {
            return None;
        }
        Some(Settled { backward: self.missing == 0, forward: self.required == 0 })
    }

    /// Takes it that the version has no field; false where a field of the record has an alias, which is for the engine.
    const fn empty(&mut self, new: View<'_>) -> bool {
        let Kind::Record(n) = &new.node.kind else { return false };
        (self.missing, self.required, self.unusual, self.open_count) = (0, 0, 0, 0);
        let (count, mut i) = (new.field_count(), 0);
        while i < count {
            let field: &Field = field!(new, &n.fields, i);
            if !items!(&field.aliases).is_empty() {
                return false;
            }
            self.served[i] = match &field.default {
                Some(_) => 1,
                None => {
                    self.missing += 1;
                    0
                }
            };
            i += 1;
        }
        true
    }

    /// Adds fields of the pool to the version, or takes them away; false where there are too many for this.
    const fn turn(&mut self, new: View<'_>, old: View<'_>, indices: &[u8], add: bool) -> bool {
        let mut rest = indices;
        while let [low, high, behind @ ..] = rest {
            let index = *low as u16 | (*high as u16) << 8;
            let mut home = self.homes[index as usize];
            if home == 0 {
                home = self.find(new, old, index as usize);
                self.homes[index as usize] = home;
            }
            rest = behind;
            if home < GONE {
                let at = (home & (AT - 1)) as usize - (home < AT) as usize;
                let before = self.served[at];
                if add {
                    self.served[at] = before + 1;
                    self.missing -= (before == 0) as usize;
                } else {
                    self.served[at] = before - 1;
                    self.missing += (before == 1) as usize;
                }
                if home >= AT && !self.turn_open((at as u16, index), add) {
                    return false;
                }
            } else if home != GONE {
                let count = if home == UNUSUAL { &mut self.unusual } else { &mut self.required };
                if add { *count += 1 } else { *count -= 1 }
            }
        }
        true
    }

    const fn turn_open(&mut self, field: Open, add: bool) -> bool {
        if add {
            if self.open_count == OPEN {
                return false;
            }
            self.open[self.open_count] = field;
            self.open_count += 1;
            return true;
        }
        let mut i = 0;
        while i < self.open_count {
            if self.open[i].1 == field.1 {
                self.open_count -= 1;
                self.open[i] = self.open[self.open_count];
                return true;
            }
            i += 1;
        }
        false
    }

    /// Looks at the record, and finds what its fields are in the pool: both are sorted by hashes, so one walk does. What it does not
    /// get to, in a pool that is sorted otherwise, is looked for when it is met.
    const fn prepare(&mut self, new: View<'_>, old: View<'_>) {
        let Kind::Record(n) = &new.node.kind else { return };
        let count = new.field_count();
        if count > FIELDS {
            self.state = State::Useless;
            return;
        }
        self.state = State::Ready;
        let (order, pool) = (items!(&n.by_hash), items!(&old.document.fields));
        if order.len() != 2 * count {
            return;
        }
        let (mut last, mut ours, mut rest) = (0, None, order);
        let mut pooled = 0;
        while pooled < pool.len() {
            let theirs = &pool[pooled];
            let hash = theirs.hash;
            if hash < last {
                return;
            }
            last = hash;
            // the record's first field whose hash is not smaller
            loop {
                if let Some((our_hash, _, _)) = ours
                    && our_hash >= hash
                {
                    break;
                }
                let [low, high, behind @ ..] = rest else {
                    ours = None;
                    break;
                };
                let at = *low as usize | (*high as usize) << 8;
                let field: &Field = field!(new, &n.fields, at);
                ours = Some((field.hash, at, field));
                rest = behind;
            }
            self.homes[pooled] = match ours {
                Some((our_hash, at, field)) if our_hash == hash => self.home(new, field, at, old, theirs),
                _ => gone(theirs),
            };
            pooled += 1;
        }
    }

    /// Looks for the pool's field in the record.
    const fn find(&mut self, new: View<'_>, old: View<'_>, pooled: usize) -> Home {
        let Kind::Record(n) = &new.node.kind else { return UNUSUAL };
        let theirs = &items!(&old.document.fields)[pooled];
        let (count, mut at) = (new.field_count(), 0);
        while at < count {
            let ours = field!(new, &n.fields, at);
            if ours.hash == theirs.hash {
                return self.home(new, ours, at, old, theirs);
            }
            at += 1;
        }
        gone(theirs)
    }

    /// What the pool's field is that has the hash of the record's field at `at`.
    const fn home(&mut self, new: View<'_>, ours: &Field, at: usize, old: View<'_>, theirs: &Field) -> Home {
        if !items!(&theirs.aliases).is_empty() || !same(text!(&ours.name), text!(&theirs.name)) {
            return UNUSUAL;
        }
        let their_shape = match &theirs.schema {
            Child::Node(index) if (*index as usize) < NODES => {
                let index = *index as usize;
                if self.shapes[index].is_unknown() {
                    self.shapes[index] = shape(old, &theirs.schema);
                }
                self.shapes[index]
            }
            _ => shape(old, &theirs.schema),
        };
        if their_shape.is(shape(new, &ours.schema)) && alike_but_shape(ours, theirs) {
            at as Home + 1
        } else {
            AT + at as Home
        }
    }
}

/// What the pool's field is where the record has none of that name.
const fn gone(theirs: &Field) -> Home {
    if !items!(&theirs.aliases).is_empty() {
        return UNUSUAL;
    }
    match &theirs.default {
        Some(_) => GONE,
        None => GONE_REQUIRED,
    }
}

#[cfg(test)]
mod tests {
    use super::{Glance, Settled};
    use crate::compat::{Overlay, Room, Verdict};
    use crate::history::pool::{Order, Some, Str, child, document, field, field_with, name, node, record, union};
    use crate::history::{Changes, RecordedVersion};
    use crate::schema::{Child, Document, Field, Fields, Kind, LogicalType, Schema, View};
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
    // By ascending hash of their names, as they are emitted.
    static FIELDS: [Field; 12] = [
        named("e", 4),
        defaulted("d", 0, &[Str::Static("a")]),
        named("a", 0),
        named("a", 12),
        named("c", 6),
        named("c", 8),
        defaulted("b", 0, &[]),
        defaulted("b", 12, &[]),
        named("n", 3),
        named("t", 10),
        named("t", 12),
        named("r", 1),
    ];
    static NODES: [Schema; 17] = [
        node(Kind::Int, None, &[]),
        node(Kind::Null, None, &[]),
        node(Kind::String, None, &[]),
        union(&OPTIONAL),
        union(&WIDER),
        node(Kind::Long, Some(LogicalType::TimestampMillis), &[]),
        node(Kind::Long, None, &[]),
        version(b"\x02\x00\x06\x00\x04\x00\x08\x00"),
        version(b"\x02\x00\x04\x00\x08\x00"),
        version(b"\x08\x00\x05\x00\x06\x00\x02\x00"),
        version(b"\x03\x00\x07\x00\x04\x00\x08\x00"),
        version(b"\x01\x00\x04\x00"),
        version(b"\x02\x00\x09\x00\x0b\x00"),
        version(b"\x0a\x00\x02\x00\x0b\x00"),
        version(b"\x02\x00\x06\x00\x04\x00\x08\x00\x00\x00"),
        record(name("N", hash("N"), &[], true), b"\x06\x00", b"", false, &[]),
        record(name("N", hash("N"), &[], true), b"\x00\x00\x06\x00", b"", false, &[]),
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

    /// The versions as a history has them, which may know how each differs from the one before.
    fn recorded(told: bool) -> &'static [RecordedVersion] {
        let indices = |document: &Document| -> Vec<[u8; 2]> {
            let Kind::Record(record) = &document.view().node.kind else { return Vec::new() };
            let Fields::Packed(packed) = record.fields else { return Vec::new() };
            packed.chunks(2).map(|index| [index[0], index[1]]).collect()
        };
        let difference = |a: &Document, b: &Document| -> &'static [u8] {
            let b = indices(b);
            let only: Vec<u8> = indices(a).into_iter().filter(|index| !b.contains(index)).flatten().collect();
            only.leak()
        };
        let all: Vec<&Document> = VERSIONS.iter().chain(VERSIONS.iter().rev()).collect();
        let versions = all.iter().enumerate().map(|(at, &document)| RecordedVersion {
            version: at as u32 + 1,
            file: "v.avsc",
            released: true,
            content_hash: 0,
            document: document.clone(),
            changes: at.checked_sub(1).filter(|_| told).map(|before| Changes {
                new: difference(document, all[before]),
                gone: difference(all[before], document),
            }),
        });
        versions.collect::<Vec<_>>().leak()
    }

    /// Every version against every other, whatever was looked at before: a glance settles what the engine has nothing to
    /// say about, and nothing else.
    #[test]
    fn a_glance_says_what_the_engine_says() {
        let (mut settled, mut left) = (0, 0);
        for (told, step) in [(false, 1), (true, 1), (true, 2)] {
            let versions = recorded(told);
            for new in VERSIONS.iter().map(Document::view) {
                let mut glance = Glance::new();
                let mut room: Box<Room<'_>> = Box::new(Room::new());
                for index in (0..versions.len()).step_by(step) {
                    let old = versions[index].document.view();
                    let seen = glance.settle(new, versions, index, BOTH, true, &mut room.buffers());
                    for (side, seen, silent) in
                        [("reader", seen.backward, is_silent(new, old)), ("writer", seen.forward, is_silent(old, new))]
                    {
                        assert_eq!(seen, silent, "the new one as {side}: {new:?} {old:?}");
                        if seen { settled += 1 } else { left += 1 }
                    }
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

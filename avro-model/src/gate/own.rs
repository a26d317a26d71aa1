//! What a fix means that brings a type of a version back: types are called by their names, and where the checked type still
//! has one of that name, it is that one, as it is now.

use crate::compat::{Assume, Buffers, Overlay, Verdict};
use crate::schema::{Kind, Name, View};
use crate::text::same;

/// Named types that are looked at, and how deep unnamed ones may nest; a fix that needs more is not offered.
const TYPES: usize = 4096;
const DEPTH: usize = 32;
/// The same, of most schemas: every byte of a buffer costs.
const FEW: usize = 64;

/// Most assumptions of one fix.
pub(super) const ASSUMES: usize = 3;

/// What is assumed, with the types that `schema` has; `None` where it cannot be made, its types would be other ones than
/// those that can be tried, or to find out takes more than `most`. What it takes is added to `steps`.
pub(super) const fn as_it_would_be<'a>(
    assumes: [Option<Assume<'a>>; ASSUMES],
    schema: View<'a>,
    room: &mut Buffers<'_, 'a>,
    steps: &mut u64,
    most: u64,
) -> Option<[Option<Assume<'a>>; ASSUMES]> {
    let (mut made, mut i) = (assumes, 0);
    while i < ASSUMES {
        match assumes[i] {
            Some(Assume::Retype { ty, field, to }) => match own(to, schema, room, steps, most) {
                Some(to) => made[i] = Some(Assume::Retype { ty, field, to }),
                None => return None,
            },
            Some(Assume::Keep { ty, field, from }) => match own(from.child(&field.schema), schema, room, steps, most) {
                // the last place is free where a field is kept
                Some(to) => made[ASSUMES - 1] = Some(Assume::Retype { ty, field, to }),
                None => return None,
            },
            Some(Assume::Root { to }) => match own(to, schema, room, steps, most) {
                Some(to) => made[i] = Some(Assume::Root { to }),
                None => return None,
            },
            Some(Assume::TypeName { to, .. }) if !is_free(to, schema, steps, most) => return None,
            _ => {}
        }
        i += 1;
    }
    Some(made)
}

/// `ty`, a type of a version, as `schema` would have it.
const fn own<'a>(
    ty: View<'a>,
    schema: View<'a>,
    room: &mut Buffers<'_, 'a>,
    steps: &mut u64,
    most: u64,
) -> Option<View<'a>> {
    let (mut their_list, mut their_slots) = ([None; FEW], [0; 2 * FEW]);
    let mut theirs = Types::new(&mut their_list, &mut their_slots);
    if let Reached::All = theirs.reach(ty, steps, most) {
        if theirs.len == 0 {
            return Some(ty);
        }
        let (mut list, mut slots) = ([None; FEW], [0; 2 * FEW]);
        let mut ours = Types::new(&mut list, &mut slots);
        if let Reached::All = ours.reach(schema, steps, most) {
            return settled(ty, &theirs, &ours, room, steps, most);
        }
    }
    own_of_many(ty, schema, room, steps, most)
}

/// [`own`], with room for what has many named types.
const fn own_of_many<'a>(
    ty: View<'a>,
    schema: View<'a>,
    room: &mut Buffers<'_, 'a>,
    steps: &mut u64,
    most: u64,
) -> Option<View<'a>> {
    let (mut their_list, mut their_slots) = ([None; TYPES], [0; 2 * TYPES]);
    let (mut our_list, mut our_slots) = ([None; TYPES], [0; 2 * TYPES]);
    let mut theirs = Types::new(&mut their_list, &mut their_slots);
    let mut ours = Types::new(&mut our_list, &mut our_slots);
    match (theirs.reach(ty, steps, most), ours.reach(schema, steps, most)) {
        (Reached::All, Reached::All) => settled(ty, &theirs, &ours, room, steps, most),
        _ => None,
    }
}

/// The schema's own type of that name; else `ty`, if nothing is to be said of the types in it of which the schema has namesakes.
const fn settled<'a>(
    ty: View<'a>,
    theirs: &Types<'_, 'a>,
    ours: &Types<'_, 'a>,
    room: &mut Buffers<'_, 'a>,
    steps: &mut u64,
    most: u64,
) -> Option<View<'a>> {
    if let Some(name) = ty.name()
        && let Some(known) = ours.find(name)
    {
        return Some(known);
    }
    let mut i = 0;
    while i < theirs.len {
        if let Some(their) = theirs.list[i]
            && let Some(name) = their.name()
            && let Some(our) = ours.find(name)
            && !(agree(our, their, room, steps) && agree(their, our, room, steps))
        {
            return None;
        }
        if *steps > most {
            return None;
        }
        i += 1;
    }
    Some(ty)
}

/// Nothing is to be said where `writer` is read as `reader`.
const fn agree<'a>(reader: View<'a>, writer: View<'a>, room: &mut Buffers<'_, 'a>, steps: &mut u64) -> bool {
    let findings = room.again().check(reader, writer, Overlay::NONE);
    *steps += findings.steps;
    matches!(findings.verdict, Verdict::Compatible) && findings.is_empty()
}

/// No type of `schema` has the name.
const fn is_free<'a>(name: &'a Name, schema: View<'a>, steps: &mut u64, most: u64) -> bool {
    let (mut list, mut slots) = ([None; FEW], [0; 2 * FEW]);
    let mut types = Types::new(&mut list, &mut slots);
    if let Reached::All = types.reach(schema, steps, most) {
        return types.find(name).is_none();
    }
    let (mut list, mut slots) = ([None; TYPES], [0; 2 * TYPES]);
    let mut types = Types::new(&mut list, &mut slots);
    matches!(types.reach(schema, steps, most), Reached::All) && types.find(name).is_none()
}

/// Whether all named types that a type reaches were found.
enum Reached {
    All,
    /// There are more than there is room or time for.
    Some,
}

/// The named types that a type reaches.
struct Types<'b, 'a> {
    list: &'b mut [Option<View<'a>>],
    len: usize,
    /// Where in the list a type is, plus one, by its name's hash; 0: free. Twice as many as there may be types.
    slots: &'b mut [u16],
}

impl<'b, 'a> Types<'b, 'a> {
    const fn new(list: &'b mut [Option<View<'a>>], slots: &'b mut [u16]) -> Self {
        Types { list, len: 0, slots }
    }

    const fn reach(&mut self, ty: View<'a>, steps: &mut u64, most: u64) -> Reached {
        if !self.add_below(ty, steps) {
            return Reached::Some;
        }
        let mut next = 0;
        while next < self.len {
            if let Some(record) = self.list[next]
                && let Kind::Record(_) = &record.node.kind
            {
                let mut i = 0;
                while i < record.field_count() {
                    if *steps > most || !self.add_below(record.child(&record.field(i).schema), steps) {
                        return Reached::Some;
                    }
                    i += 1;
                }
            }
            next += 1;
        }
        Reached::All
    }

    /// Adds the named types that `ty` is or holds, not those inside records.
    const fn add_below(&mut self, ty: View<'a>, steps: &mut u64) -> bool {
        *steps += 2;
        match &ty.node.kind {
            Kind::Record(_) | Kind::Enum(_) | Kind::Fixed(_) => return self.add(ty, steps),
            Kind::Array(_) | Kind::Map(_) | Kind::Union(_) => {}
            _ => return true,
        }
        // types whose parts are being looked at, and which part is next
        let (mut stack, mut depth) = ([(ty, 0); DEPTH], 1);
        while depth > 0 {
            let (outer, next) = stack[depth - 1];
            let part = match outer.element() {
                Some(element) if next == 0 => element,
                None if next < outer.branch_count() => outer.branch(next),
                _ => {
                    depth -= 1;
                    continue;
                }
            };
            stack[depth - 1].1 = next + 1;
            *steps += 2;
            match &part.node.kind {
                Kind::Record(_) | Kind::Enum(_) | Kind::Fixed(_) if !self.add(part, steps) => return false,
                Kind::Array(_) | Kind::Map(_) | Kind::Union(_) => {
                    if depth == DEPTH {
                        return false;
                    }
                    stack[depth] = (part, 0);
                    depth += 1;
                }
                _ => {}
            }
        }
        true
    }

    /// Adds a named type, unless it is there.
    const fn add(&mut self, ty: View<'a>, steps: &mut u64) -> bool {
        let Some(name) = ty.name() else { return false };
        *steps += 8;
        let slot = self.slot(name);
        if self.slots[slot] != 0 {
            return true;
        }
        if self.len == self.list.len() {
            return false;
        }
        self.list[self.len] = Some(ty);
        self.len += 1;
        self.slots[slot] = self.len as u16;
        true
    }

    const fn find(&self, name: &Name) -> Option<View<'a>> {
        match self.slots[self.slot(name)] {
            0 => None,
            at => self.list[at as usize - 1],
        }
    }

    /// The slot of the type of that name, or the free one for it.
    const fn slot(&self, name: &Name) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = name.hash as usize & mask;
        while self.slots[slot] != 0 {
            if let Some(ty) = self.list[self.slots[slot] as usize - 1]
                && let Some(known) = ty.name()
                && known.hash == name.hash
                && same(known.full.get(), name.full.get())
            {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

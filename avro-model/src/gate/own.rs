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

/// What finding out has taken, and may take.
struct Effort<'s> {
    steps: &'s mut u64,
    most: u64,
}

/// What is assumed, with the types that `schema` has; `None` where it cannot be made, its types would be other ones than
/// those that can be tried, or to find out takes more than `most`. What it takes is added to `steps`.
pub(super) const fn as_it_would_be<'a>(
    assumes: [Option<Assume<'a>>; ASSUMES],
    schema: View<'a>,
    room: &mut Buffers<'_, 'a>,
    steps: &mut u64,
    most: u64,
) -> Option<[Option<Assume<'a>>; ASSUMES]> {
    let mut effort = Effort { steps, most };
    let (mut made, mut i) = (assumes, 0);
    while i < ASSUMES {
        match assumes[i] {
            Some(Assume::Retype { ty, field, to }) => match own(to, schema, room, &mut effort) {
                Some(to) => made[i] = Some(Assume::Retype { ty, field, to }),
                None => return None,
            },
            Some(Assume::Keep { ty, field, from }) => match own(from.child(&field.schema), schema, room, &mut effort) {
                // the last place is free where a field is kept
                Some(to) => made[ASSUMES - 1] = Some(Assume::Retype { ty, field, to }),
                None => return None,
            },
            Some(Assume::Root { to }) => match own(to, schema, room, &mut effort) {
                Some(to) => made[i] = Some(Assume::Root { to }),
                None => return None,
            },
            Some(Assume::TypeName { to, .. }) if !is_free(to, schema, &mut effort) => return None,
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
    effort: &mut Effort<'_>,
) -> Option<View<'a>> {
    match own_among::<FEW, { 2 * FEW }>(ty, schema, room, effort) {
        Some(own) => own,
        None => match own_among::<TYPES, { 2 * TYPES }>(ty, schema, room, effort) {
            Some(own) => own,
            None => None,
        },
    }
}

/// [`own`], where there are at most `MOST` types; `None` where there are more.
const fn own_among<'a, const MOST: usize, const SLOTS: usize>(
    ty: View<'a>,
    schema: View<'a>,
    room: &mut Buffers<'_, 'a>,
    effort: &mut Effort<'_>,
) -> Option<Option<View<'a>>> {
    let (mut their_list, mut their_slots) = ([None; MOST], [0; SLOTS]);
    let mut theirs = Types::new(&mut their_list, &mut their_slots);
    if !theirs.reach(ty, effort) {
        return None;
    }
    if theirs.len == 0 {
        return Some(Some(ty));
    }
    let (mut our_list, mut our_slots) = ([None; MOST], [0; SLOTS]);
    let mut ours = Types::new(&mut our_list, &mut our_slots);
    if !ours.reach(schema, effort) {
        return None;
    }
    Some(settled(ty, &theirs, &ours, room, effort))
}

/// The schema's own type of that name; else `ty`, if nothing is to be said of the types in it of which the schema has namesakes.
const fn settled<'a>(
    ty: View<'a>,
    theirs: &Types<'_, 'a>,
    ours: &Types<'_, 'a>,
    room: &mut Buffers<'_, 'a>,
    effort: &mut Effort<'_>,
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
            && !(agree(our, their, room, effort) && agree(their, our, room, effort))
        {
            return None;
        }
        if *effort.steps > effort.most {
            return None;
        }
        i += 1;
    }
    Some(ty)
}

/// Nothing is to be said where `writer` is read as `reader`.
const fn agree<'a>(reader: View<'a>, writer: View<'a>, room: &mut Buffers<'_, 'a>, effort: &mut Effort<'_>) -> bool {
    let findings = room.again().check(reader, writer, Overlay::NONE);
    *effort.steps += findings.steps;
    matches!(findings.verdict, Verdict::Compatible) && findings.is_empty()
}

/// No type of `schema` has the name.
const fn is_free<'a>(name: &'a Name, schema: View<'a>, effort: &mut Effort<'_>) -> bool {
    match is_free_among::<FEW, { 2 * FEW }>(name, schema, effort) {
        Some(free) => free,
        None => matches!(is_free_among::<TYPES, { 2 * TYPES }>(name, schema, effort), Some(true)),
    }
}

/// [`is_free`], where there are at most `MOST` types; `None` where there are more.
const fn is_free_among<'a, const MOST: usize, const SLOTS: usize>(
    name: &'a Name,
    schema: View<'a>,
    effort: &mut Effort<'_>,
) -> Option<bool> {
    let (mut list, mut slots) = ([None; MOST], [0; SLOTS]);
    let mut types = Types::new(&mut list, &mut slots);
    if types.reach(schema, effort) { Some(types.find(name).is_none()) } else { None }
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

    /// Adds what `ty` reaches; false where there is more than there is room or time for.
    const fn reach(&mut self, ty: View<'a>, effort: &mut Effort<'_>) -> bool {
        if !self.add_below(ty, effort.steps) {
            return false;
        }
        let mut next = 0;
        while next < self.len {
            if let Some(record) = self.list[next]
                && let Kind::Record(_) = &record.node.kind
            {
                let mut i = 0;
                while i < record.field_count() {
                    let field = record.child(&record.field(i).schema);
                    if *effort.steps > effort.most || !self.add_below(field, effort.steps) {
                        return false;
                    }
                    i += 1;
                }
            }
            next += 1;
        }
        true
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

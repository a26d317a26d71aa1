//! What a fix means that brings a type of a version back: types are called by their names, and where the checked type still
//! has one of that name, it is that one, as it is now.

use crate::compat::{Assume, Buffers, Overlay, Verdict};
use crate::schema::{Kind, Name, View};
use crate::text::same;

/// Named types that are looked at, and how deep unnamed ones may nest; a fix that needs more is not offered.
const TYPES: usize = 256;
const DEPTH: usize = 32;

/// Most assumptions of one fix.
pub(super) const ASSUMES: usize = 3;

/// What is assumed, with the types that `schema` has; `None` where it cannot be made, or its types would be other ones than
/// those that can be tried.
pub(super) const fn as_it_would_be<'a>(
    assumes: [Option<Assume<'a>>; ASSUMES],
    schema: View<'a>,
    room: &mut Buffers<'_, 'a>,
) -> Option<[Option<Assume<'a>>; ASSUMES]> {
    let (mut made, mut i) = (assumes, 0);
    while i < ASSUMES {
        match assumes[i] {
            Some(Assume::Retype { ty, field, to }) => match own(to, schema, room) {
                Some(to) => made[i] = Some(Assume::Retype { ty, field, to }),
                None => return None,
            },
            Some(Assume::Keep { ty, field, from }) => match own(from.child(&field.schema), schema, room) {
                // the last place is free where a field is kept
                Some(to) => made[ASSUMES - 1] = Some(Assume::Retype { ty, field, to }),
                None => return None,
            },
            Some(Assume::Root { to }) => match own(to, schema, room) {
                Some(to) => made[i] = Some(Assume::Root { to }),
                None => return None,
            },
            Some(Assume::TypeName { to, .. }) => match Types::of(schema) {
                Some(types) if types.find(to).is_none() => {}
                _ => return None,
            },
            _ => {}
        }
        i += 1;
    }
    Some(made)
}

/// `ty`, a type of a version, as `schema` would have it.
const fn own<'a>(ty: View<'a>, schema: View<'a>, room: &mut Buffers<'_, 'a>) -> Option<View<'a>> {
    let Some(theirs) = Types::of(ty) else { return None };
    if theirs.len == 0 {
        return Some(ty);
    }
    let Some(ours) = Types::of(schema) else { return None };
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
            && !(agree(our, their, room) && agree(their, our, room))
        {
            return None;
        }
        i += 1;
    }
    Some(ty)
}

/// Nothing is to be said where `writer` is read as `reader`.
const fn agree<'a>(reader: View<'a>, writer: View<'a>, room: &mut Buffers<'_, 'a>) -> bool {
    let findings = room.again().check(reader, writer, Overlay::NONE);
    matches!(findings.verdict, Verdict::Compatible) && findings.is_empty()
}

/// The named types that a type reaches.
struct Types<'a> {
    list: [Option<View<'a>>; TYPES],
    len: usize,
}

impl<'a> Types<'a> {
    /// `None`: there are too many.
    const fn of(ty: View<'a>) -> Option<Types<'a>> {
        let mut types = Types { list: [None; TYPES], len: 0 };
        if !types.add_below(ty) {
            return None;
        }
        let mut next = 0;
        while next < types.len {
            if let Some(record) = types.list[next]
                && let Kind::Record(_) = &record.node.kind
            {
                let mut i = 0;
                while i < record.field_count() {
                    if !types.add_below(record.child(&record.field(i).schema)) {
                        return None;
                    }
                    i += 1;
                }
            }
            next += 1;
        }
        Some(types)
    }

    /// Adds the named types that `ty` is or holds, not those inside records.
    const fn add_below(&mut self, ty: View<'a>) -> bool {
        let (mut stack, mut depth) = ([None; DEPTH], 1);
        stack[0] = Some(ty);
        while depth > 0 {
            depth -= 1;
            let Some(ty) = stack[depth] else { return false };
            if let Some(name) = ty.name() {
                if self.find(name).is_none() {
                    if self.len == TYPES {
                        return false;
                    }
                    self.list[self.len] = Some(ty);
                    self.len += 1;
                }
                continue;
            }
            let count = match ty.element() {
                Some(_) => 1,
                None => ty.branch_count(),
            };
            if depth + count > DEPTH {
                return false;
            }
            let mut i = 0;
            while i < count {
                stack[depth] = match ty.element() {
                    Some(element) => Some(element),
                    None => Some(ty.branch(i)),
                };
                depth += 1;
                i += 1;
            }
        }
        true
    }

    const fn find(&self, name: &Name) -> Option<View<'a>> {
        let mut i = 0;
        while i < self.len {
            if let Some(ty) = self.list[i]
                && let Some(known) = ty.name()
                && known.hash == name.hash
                && same(known.full.get(), name.full.get())
            {
                return Some(ty);
            }
            i += 1;
        }
        None
    }
}

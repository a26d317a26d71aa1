//! Matching by name: named types, enum symbols, and the writer's field for a reader's field.

use super::overlay::{Overlay, Seen, Side, same_name};
use super::own::{find_own, position_at};
use crate::schema::{Enum, Kind, Name, View};
use crate::text::{Str, hash, same};

/// The names match as Java's checker has it: without their namespaces, or by an alias of the reader.
pub(super) const fn names_match<'a>(overlay: Overlay<'_, 'a>, reader: &'a Name, writer: &'a Name) -> bool {
    let (r, w) = (overlay.type_name(Side::Reader, reader), overlay.type_name(Side::Writer, writer));
    same_name(r, w) || same_short_name(r.full.get(), w.full.get()) || overlay.has_type_alias(reader, w.full.get())
}

/// The names match in full, or by an alias of the reader: what a union branch of an enum or fixed is found by. Java's
/// checker is content with the short name here, and its decoder then fails.
pub(super) const fn full_names_match<'a>(overlay: Overlay<'_, 'a>, reader: &'a Name, writer: &'a Name) -> bool {
    let (r, w) = (overlay.type_name(Side::Reader, reader), overlay.type_name(Side::Writer, writer));
    same_name(r, w) || overlay.has_type_alias(reader, w.full.get())
}

/// Equal behind the last dot; compared from the end, where different names differ soon.
const fn same_short_name(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (a.len(), b.len());
    loop {
        let a_ends = i == 0 || a[i - 1] == b'.';
        let b_ends = j == 0 || b[j - 1] == b'.';
        if a_ends || b_ends {
            return a_ends && b_ends;
        }
        i -= 1;
        j -= 1;
        if a[i] != b[j] {
            return false;
        }
    }
}

/// The first symbol of the writer's enum, from position `from` on, that the reader's lacks; defaults do not count.
///
/// Positions are those of the writer's symbols. Both views must be enums; else there is none.
pub const fn missing_symbol(reader: View<'_>, writer: View<'_>, from: usize) -> Option<usize> {
    match (&reader.node.kind, &writer.node.kind) {
        (Kind::Enum(r), Kind::Enum(w)) => missing_from(r, w.symbols.get(), from),
        _ => None,
    }
}

const fn missing_from(reader: &Enum, writer: &[Str], from: usize) -> Option<usize> {
    let (mut known, mut i) = (Symbols { of: reader, next: from }, from);
    while i < writer.len() {
        if !known.have(writer[i].get()) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// The symbols of an enum, in which those of another are looked up one after the other. Both have the same order, as a rule.
pub(crate) struct Symbols<'s> {
    of: &'s Enum,
    /// Behind the symbol that was found last.
    next: usize,
}

impl<'s> Symbols<'s> {
    pub(crate) const fn of(of: &'s Enum) -> Self {
        Symbols { of, next: 0 }
    }

    /// Whether `symbol` is one of them.
    pub(crate) const fn have(&mut self, symbol: &str) -> bool {
        let symbols = self.of.symbols.get();
        if self.next < symbols.len() && same(symbols[self.next].get(), symbol) {
            self.next += 1;
            return true;
        }
        match find_symbol(self.of, symbol) {
            Some(at) => {
                self.next = at + 1;
                true
            }
            None => false,
        }
    }
}

/// The position of `symbol` among those of the enum: by binary search where it has an order by hash.
pub(crate) const fn find_symbol(of: &Enum, symbol: &str) -> Option<usize> {
    let (symbols, order) = (of.symbols.get(), of.by_hash.get());
    let count = symbols.len();
    if order.len() != 4 * count {
        let mut i = 0;
        while i < count {
            if same(symbols[i].get(), symbol) {
                return Some(i);
            }
            i += 1;
        }
        return None;
    }
    let (symbol_hash, mut low, mut high) = (hash(symbol), 0, count);
    while low < high {
        let middle = (low + high) / 2;
        if hash(symbols[position_at(order, 4, middle)].get()) < symbol_hash {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    // several symbols of one hash stand side by side
    while low < count {
        let at = position_at(order, 4, low);
        if same(symbols[at].get(), symbol) {
            return Some(at);
        }
        if hash(symbols[at].get()) != symbol_hash {
            return None;
        }
        low += 1;
    }
    None
}

/// The first symbol of the writer that the reader can neither name nor replace by its default; a symbol that the
/// overlay keeps in the writer counts as position `writer.symbols.len()` and up.
pub(super) const fn unreadable_symbol<'a>(
    overlay: Overlay<'_, 'a>,
    reader: &'a Enum,
    writer: &'a Enum,
) -> Option<usize> {
    if overlay.has_enum_default(&reader.name) {
        return None;
    }
    if let Some(default) = &reader.default
        && find_symbol(reader, default.get()).is_some()
    {
        return None;
    }
    let mut from = 0;
    while let Some(missing) = missing_from(reader, writer.symbols.get(), from) {
        let symbol = writer.symbols.get()[missing].get();
        if !keeps_symbol(overlay, &reader.name, symbol) && !overlay.drops_symbol(Side::Writer, &writer.name, symbol) {
            return Some(missing);
        }
        from = missing + 1;
    }
    if !overlay.is_empty() {
        let mut i = 0;
        while i < writer.symbols.get().len() {
            if overlay.drops_symbol(Side::Reader, &reader.name, writer.symbols.get()[i].get()) {
                return Some(i);
            }
            i += 1;
        }
    }
    let mut n = 0;
    while let Some(symbol) = overlay.kept_symbol(Side::Writer, &writer.name, n) {
        if find_symbol(reader, symbol).is_none() {
            return Some(writer.symbols.get().len() + n);
        }
        n += 1;
    }
    None
}

const fn keeps_symbol(overlay: Overlay<'_, '_>, reader: &Name, symbol: &str) -> bool {
    let mut n = 0;
    while let Some(kept) = overlay.kept_symbol(Side::Reader, reader, n) {
        if same(kept, symbol) {
            return true;
        }
        n += 1;
    }
    false
}

/// The writer's field for a reader's field.
#[derive(Clone, Copy)]
pub(super) enum Hit {
    At(usize),
    Missing,
    /// The name and aliases match more than one.
    Ambiguous,
}

/// Looks for the writer's field by the name and all aliases of the reader's field; at position `hint` first.
pub(super) const fn writer_field<'a>(
    overlay: Overlay<'_, 'a>,
    reader: View<'a>,
    field: Seen<'a>,
    writer: View<'a>,
    hint: usize,
) -> Hit {
    let aliases = overlay.aliases(reader, field.field);
    if aliases.is_empty() && hint < writer.field_count() {
        if overlay.is_empty() {
            let candidate = writer.field(hint);
            if candidate.hash == field.hash && same(candidate.name.get(), field.name) {
                return Hit::At(hint);
            }
        } else if overlay.field_alias(reader, field.field, 0).is_none() {
            let candidate = overlay.field(Side::Writer, writer, hint);
            if candidate.hash == field.hash && same(candidate.name, field.name) {
                return Hit::At(hint);
            }
        }
    }
    let direct = find_field(overlay, writer, field.name, field.hash);
    let mut hit = direct;
    let mut i = 0;
    loop {
        let (alias, alias_hash) = if i < aliases.len() {
            (aliases[i].get(), hash(aliases[i].get()))
        } else {
            match overlay.field_alias(reader, field.field, i - aliases.len()) {
                Some(alias) => alias,
                None => break,
            }
        };
        i += 1;
        match (hit, find_field(overlay, writer, alias, alias_hash)) {
            (_, None) => {}
            (None, found) => hit = found,
            // an alias given twice is one; one that repeats the name is an error to Java's checker
            (Some(a), Some(b)) if a == b && direct.is_none() => {}
            (Some(_), Some(_)) => return Hit::Ambiguous,
        }
    }
    match hit {
        Some(at) => Hit::At(at),
        None => Hit::Missing,
    }
}

/// The next reader field, from position `from` on, that loses the writer's field called `claimed` to the reader's field
/// at `winner`, which has that name as an alias.
///
/// Aliases rename the writer's fields before they are looked up, the last one that names a field wins, and the name of
/// the field itself loses to any. Java's checker does not look; its decoder then misses a field.
pub(super) const fn loser<'a>(
    overlay: Overlay<'_, 'a>,
    reader: View<'a>,
    winner: usize,
    claimed: &str,
    claimed_hash: u64,
    from: usize,
) -> Option<usize> {
    let (count, mut i) = (overlay.field_count(Side::Reader, reader), from);
    while i < count {
        if i != winner {
            let other = overlay.field(Side::Reader, reader, i);
            let by_name = other.hash == claimed_hash && same(other.name, claimed);
            if by_name || (i < winner && has_alias(overlay, reader, other, claimed)) {
                return Some(i);
            }
        }
        i += 1;
    }
    None
}

/// The reader's field has `name` as an alias.
pub(super) const fn has_alias<'a>(overlay: Overlay<'_, 'a>, reader: View<'a>, field: Seen<'a>, name: &str) -> bool {
    let aliases = overlay.aliases(reader, field.field);
    let mut i = 0;
    loop {
        let alias = if i < aliases.len() {
            aliases[i].get()
        } else {
            match overlay.field_alias(reader, field.field, i - aliases.len()) {
                Some((alias, _)) => alias,
                None => return false,
            }
        };
        if same(alias, name) {
            return true;
        }
        i += 1;
    }
}

/// The position of the writer's field of that name, as the overlay has it.
const fn find_field<'a>(overlay: Overlay<'_, 'a>, writer: View<'a>, name: &str, name_hash: u64) -> Option<usize> {
    if overlay.names_field(Side::Writer, name_hash) {
        let (count, mut i) = (overlay.field_count(Side::Writer, writer), 0);
        while i < count {
            let field = overlay.field(Side::Writer, writer, i);
            if field.hash == name_hash && same(field.name, name) {
                return Some(i);
            }
            i += 1;
        }
        return None;
    }
    match find_own(writer, name, name_hash) {
        // an assumption may have taken the name away
        Some(at) if overlay.is_empty() || overlay.field(Side::Writer, writer, at).hash == name_hash => Some(at),
        _ => None,
    }
}

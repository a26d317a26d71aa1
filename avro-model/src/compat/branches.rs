//! Finding the branches of wide unions by name: what a look at each of them would cost is paid once for all.
//!
//! A union of many branches is listed when the first of its branches is looked up, by full names and aliases, and by
//! names without their namespaces where those are asked for. Narrow ones are looked through.

use super::NONE;
use super::lists::{Listed, Listing};
use super::overlay::{Assume, Overlay, Side, is_alias, same_name};
use super::work::Work;
use crate::schema::{Kind, Name, NullBranch, View, child, items};
use crate::text::{List, hash, same, short_name};

/// Unions of no more branches are looked through.
const NARROW: usize = 8;

/// Assumptions that a list has room for, whether they are made or not.
const ASSUMED: usize = 4;

impl<'a> Work<'_, 'a> {
    /// The branch of the writer's kind that has the writer's full name as an alias, the last one, or else as its name; the
    /// number of branches where there is none.
    pub(super) const fn branch_of_name(
        &mut self,
        listed: &mut Listed,
        union: View<'a>,
        writer: View<'a>,
        name: &'a Name,
    ) -> usize {
        let written = self.overlay.type_name(Side::Writer, name);
        let count = union.branch_count();
        if count <= NARROW {
            return narrow_branch_of_name(self.overlay, union, writer, written);
        }
        if listed.names.age != self.lists.age {
            listed.names = self.list_by_name(union);
        }
        if self.full {
            return count;
        }
        let list = listed.names;
        let kind = kind_of(writer);
        let mut at = self.lists.heads[self.lists.slot(list, kind, written.hash)];
        while at != NONE {
            let entry = self.lists.entries[at as usize];
            if entry.list == list.first {
                let branch = union.branch(entry.branch as usize);
                if let Some(own) = branch.name()
                    && kind_of(branch) == kind
                {
                    let found = if entry.alias == NONE {
                        same_name(self.overlay.type_name(Side::Reader, own), written)
                    } else {
                        let alias = written.full.get();
                        same(alias_of(self.overlay, own, entry.alias as usize), alias) && is_alias(own, alias)
                    };
                    if found {
                        return entry.branch as usize;
                    }
                }
            }
            at = entry.next;
        }
        count
    }

    /// The first branch of the writer's kind and of its name without the namespace, from `from` on, which is 0 or stands
    /// behind such a branch; the number of branches where there is none.
    pub(super) const fn namesake(
        &mut self,
        listed: &mut Listed,
        union: View<'a>,
        writer: View<'a>,
        name: &'a Name,
        from: usize,
    ) -> usize {
        let written = short_name(self.overlay.type_name(Side::Writer, name).full.get());
        let count = union.branch_count();
        if count <= NARROW {
            let mut j = from;
            while j < count && !is_called(self.overlay, union.branch(j), writer, written) {
                j += 1;
            }
            return j;
        }
        if listed.shorts.age != self.lists.age {
            listed.shorts = self.list_by_short_name(union);
        }
        if self.full {
            return count;
        }
        let list = listed.shorts;
        let mut at = if from == 0 {
            self.lists.heads[self.lists.slot(list, kind_of(writer), hash(written))]
        } else {
            // listed backwards
            self.lists.entries[list.first as usize + count - from].next
        };
        while at != NONE {
            let entry = self.lists.entries[at as usize];
            if entry.list == list.first && is_called(self.overlay, union.branch(entry.branch as usize), writer, written)
            {
                return entry.branch as usize;
            }
            at = entry.next;
        }
        count
    }

    /// Lists the branches such that what counts first is found first: aliases, the last one, then names, the first one.
    const fn list_by_name(&mut self, union: View<'a>) -> Listing {
        if self.full {
            return Listing::NONE;
        }
        let count = union.branch_count();
        let assumes = self.overlay.assumes.len();
        let (mut aliases, mut j) = (0, 0);
        while j < count {
            if let Some(name) = union.branch(j).name() {
                aliases += name.aliases.get().len();
            }
            j += 1;
        }
        // where there is room for the schema as it is, there is room for what is assumed: each assumption is one alias at most
        let mut spare = if assumes > ASSUMED { assumes } else { ASSUMED };
        let Some(list) = self.lists.begin(count + aliases + spare) else {
            self.full = true;
            return Listing::NONE;
        };
        while j > 0 {
            j -= 1;
            let branch = union.branch(j);
            if let Some(name) = branch.name() {
                let seen = self.overlay.type_name(Side::Reader, name);
                self.lists.add(list, kind_of(branch), seen.hash, j, NONE);
            }
        }
        while j < count && aliases + assumes > 0 {
            let branch = union.branch(j);
            if let Some(name) = branch.name() {
                let (own, mut i) = (name.aliases.get().len(), 0);
                while i < own + assumes {
                    let is_assumed = i >= own && spare > 0 && has_assumed_alias(self.overlay, name, i - own);
                    spare -= is_assumed as usize;
                    if i < own || is_assumed {
                        let alias = hash(alias_of(self.overlay, name, i));
                        self.lists.add(list, kind_of(branch), alias, j, i as u32);
                    }
                    i += 1;
                }
            }
            j += 1;
        }
        list
    }

    /// Lists the branches, the last one first, by names without namespaces.
    const fn list_by_short_name(&mut self, union: View<'a>) -> Listing {
        let mut j = union.branch_count();
        let Some(list) = self.lists.begin(j) else {
            self.full = true;
            return Listing::NONE;
        };
        while j > 0 {
            j -= 1;
            let branch = union.branch(j);
            match branch.name() {
                Some(name) => {
                    let seen = short_name(self.overlay.type_name(Side::Reader, name).full.get());
                    self.lists.add(list, kind_of(branch), hash(seen), j, NONE);
                }
                None => self.lists.skip(),
            }
        }
        list
    }
}

/// [`Work::branch_of_name`] by a look at each.
const fn narrow_branch_of_name<'a>(
    overlay: Overlay<'_, 'a>,
    union: View<'a>,
    writer: View<'a>,
    written: &'a Name,
) -> usize {
    let (mut j, mut found) = (union.branch_count(), union.branch_count());
    while j > 0 {
        j -= 1;
        let branch = union.branch(j);
        if let Some(name) = branch.name()
            && kind_of(branch) == kind_of(writer)
        {
            // aliases rename the writer's types before they are looked up
            if overlay.has_type_alias(name, written.full.get()) {
                return j;
            }
            if same_name(overlay.type_name(Side::Reader, name), written) {
                found = j;
            }
        }
    }
    found
}

/// The branch is of the writer's kind and has this name without the namespace.
const fn is_called<'a>(overlay: Overlay<'_, 'a>, branch: View<'a>, writer: View<'a>, short: &str) -> bool {
    match branch.name() {
        Some(name) if kind_of(branch) == kind_of(writer) => {
            same(short_name(overlay.type_name(Side::Reader, name).full.get()), short)
        }
        _ => false,
    }
}

/// The `n`th alias, where those that are assumed stand behind the type's own.
const fn alias_of<'a>(overlay: Overlay<'_, 'a>, name: &'a Name, n: usize) -> &'a str {
    let own = name.aliases.get();
    if n < own.len() {
        return own[n].get();
    }
    match overlay.assumes[n - own.len()] {
        Assume::TypeAlias { alias, .. } => alias,
        _ => "",
    }
}

/// The assumption at `n` is an alias of the reader's type.
const fn has_assumed_alias(overlay: Overlay<'_, '_>, name: &Name, n: usize) -> bool {
    match overlay.assumes[n] {
        Assume::TypeAlias { ty, .. } => overlay.side.is(Side::Reader) && same_name(ty, name),
        _ => false,
    }
}

/// Records, enums and fixed are looked for among their like.
const fn kind_of(view: View<'_>) -> u64 {
    match &view.node.kind {
        Kind::Record(_) => 1,
        Kind::Enum(_) => 2,
        Kind::Fixed(_) => 3,
        _ => 0,
    }
}

/// The first branch of a named type whose full name has this hash: beside `last`, where the one before it was found, or
/// from the front; the number of branches where there is none.
pub(crate) const fn branch_near(union: View<'_>, name_hash: u64, last: usize) -> usize {
    let count = union.branch_count();
    let Kind::Union(of) = &union.node.kind else { return count };
    let branches = items!(&of.branches);
    let shift = matches!(of.null, NullBranch::First) as usize;
    let (mut tries, mut i) = (0, 0);
    // the same order, the other way round, then each
    while tries < 2 || i < branches.len() {
        let at = match tries {
            0 => last.wrapping_add(1).wrapping_sub(shift),
            1 => last.wrapping_sub(1).wrapping_sub(shift),
            _ => i,
        };
        if at < branches.len() {
            let found = match &child!(union, &branches[at]).kind {
                Kind::Record(record) => record.name.hash == name_hash,
                Kind::Enum(symbols) => symbols.name.hash == name_hash,
                Kind::Fixed(fixed) => fixed.name.hash == name_hash,
                _ => false,
            };
            if found {
                return at + shift;
            }
        }
        if tries < 2 { tries += 1 } else { i += 1 }
    }
    count
}

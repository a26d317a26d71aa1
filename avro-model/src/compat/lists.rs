//! The lists by which branches of wide unions are found: of all unions in one table, in borrowed buffers.

use super::NONE;

/// Where the branches of one union are listed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// By full names and aliases.
    pub(super) names: Listing,
    /// By names without their namespaces.
    pub(super) shorts: Listing,
}

impl Listed {
    pub(super) const NOWHERE: Listed = Listed { names: Listing::NONE, shorts: Listing::NONE };
}

/// A run of entries; it counts as long as `age` is that of [`Lists`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Listing {
    pub(super) age: u32,
    pub(super) first: u32,
}

impl Listing {
    pub(super) const NONE: Listing = Listing { age: 0, first: 0 };
}

/// A branch under one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The first entry of its list.
    pub(super) list: u32,
    pub(super) branch: u32,
    /// Which of the branch's aliases; [`NONE`]: its name.
    pub(super) alias: u32,
    /// The table's slot that leads here, and the next entry that it leads to; [`NONE`] for neither.
    slot: u32,
    pub(super) next: u32,
}

impl Entry {
    pub(super) const EMPTY: Entry = Entry { list: NONE, branch: 0, alias: NONE, slot: NONE, next: NONE };
}

/// The lists of all unions, in borrowed buffers.
#[derive(Debug)]
pub(super) struct Lists<'b> {
    /// A power of two, all [`NONE`].
    pub(super) heads: &'b mut [u32],
    pub(super) entries: &'b mut [Entry],
    len: usize,
    pub(super) age: u32,
}

impl<'b> Lists<'b> {
    pub(super) const fn new(heads: &'b mut [u32], entries: &'b mut [Entry]) -> Self {
        Lists { heads, entries, len: 0, age: 1 }
    }

    /// Forgets every list, and leaves the table as it was found.
    pub(super) const fn clear(&mut self) {
        while self.len > 0 {
            self.len -= 1;
            let slot = self.entries[self.len].slot;
            if slot != NONE {
                self.heads[slot as usize] = NONE;
            }
        }
        self.age += 1;
    }

    /// A new list of at most `count` entries; `None`: there is no room for it and another one.
    pub(super) const fn begin(&mut self, count: usize) -> Option<Listing> {
        if 2 * count > self.entries.len() {
            return None;
        }
        if self.len + count > self.entries.len() {
            self.clear();
        }
        Some(Listing { age: self.age, first: self.len as u32 })
    }

    /// Adds an entry, which is found before those that were added earlier.
    pub(super) const fn add(&mut self, list: Listing, kind: u64, name_hash: u64, branch: usize, alias: u32) {
        let slot = self.slot(list, kind, name_hash);
        let next = self.heads[slot];
        self.entries[self.len] = Entry { list: list.first, branch: branch as u32, alias, slot: slot as u32, next };
        self.heads[slot] = self.len as u32;
        self.len += 1;
    }

    /// Adds an entry that is never found, so that entries stand at the places of their branches.
    pub(super) const fn skip(&mut self) {
        self.entries[self.len] = Entry::EMPTY;
        self.len += 1;
    }

    pub(super) const fn slot(&self, list: Listing, kind: u64, name_hash: u64) -> usize {
        let mixed = (name_hash ^ ((list.first as u64) << 2 | kind).wrapping_mul(0xff51_afd7_ed55_8ccd))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as usize & (self.heads.len() - 1)
    }
}

//! Which finding is meant: by the hash of its key, and by a cause that was classified once. While fixes are tried, most causes are
//! there again, and are the same findings.

use crate::compat::{Cause, CauseKind, Findings, Overlay, Side, Step};

/// No finding: the cause is no error.
pub(super) const NOTHING: u32 = u32::MAX;

/// A hash, and the finding that it stands for.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// 0: free.
    key: u64,
    found: u32,
}

impl Entry {
    pub(super) const FREE: Entry = Entry { key: 0, found: NOTHING };
}

/// Findings by hashes, in a borrowed buffer whose length is a power of two, or 0.
pub(super) struct Known<'b> {
    entries: &'b mut [Entry],
    len: usize,
    /// There was no room for some.
    cut: bool,
}

impl<'b> Known<'b> {
    pub(super) const fn new(entries: &'b mut [Entry]) -> Self {
        Known { entries, len: 0, cut: false }
    }

    pub(super) const fn clear(&mut self) {
        let mut i = 0;
        while self.len > 0 && i < self.entries.len() {
            self.entries[i] = Entry::FREE;
            i += 1;
        }
        (self.len, self.cut) = (0, false);
    }

    /// Remembers what a hash stands for, where there is room and it does not stand for another finding yet.
    pub(super) const fn add(&mut self, key: u64, found: u32) {
        if 4 * (self.len + 1) > 3 * self.entries.len() || key == 0 {
            self.cut = true;
            return;
        }
        let at = self.slot(key);
        if self.entries[at].key == 0 {
            self.len += 1;
            self.entries[at] = Entry { key, found };
        }
    }

    /// Forgets a hash: that which was added last of all that are still there.
    pub(super) const fn remove_last(&mut self, key: u64) {
        if self.len > 0 {
            let at = self.slot(key);
            self.len -= (self.entries[at].key != 0) as usize;
            self.entries[at] = Entry::FREE;
        }
        self.cut &= self.len > 0;
    }

    /// There was room for all.
    pub(super) const fn is_whole(&self) -> bool {
        !self.cut
    }

    /// The finding that a hash stands for, or [`NOTHING`]; `None` where nobody knows.
    pub(super) const fn get(&self, key: u64) -> Option<u32> {
        if self.len == 0 || key == 0 {
            return None;
        }
        let entry = self.entries[self.slot(key)];
        if entry.key == 0 { None } else { Some(entry.found) }
    }

    const fn slot(&self, key: u64) -> usize {
        let mask = self.entries.len() - 1;
        let mut at = (key >> 32) as usize & mask;
        while self.entries[at].key != 0 && self.entries[at].key != key {
            at = (at + 1) & mask;
        }
        at
    }
}

/// What tells a cause from all others of all versions: the way to it, and what it is. `None` where an assumption is about a field on
/// that way, so that it may be another finding there, and for what is several findings. The length of the way is added to `steps`.
pub(super) const fn key<'a>(
    findings: Findings<'_, 'a>,
    cause: &Cause<'a>,
    overlay: Overlay<'_, 'a>,
    version: u32,
    steps: &mut u64,
) -> Option<u64> {
    if matches!(cause.kind, CauseKind::MissingSymbols) || overlay.has_root() {
        return None;
    }
    let mut key = mixed(((version as u64) << 8) | cause.kind as u64, cause.index as u64);
    key = mixed(key, matches!(overlay.side, Side::Reader) as u64);
    let mut at = cause.trail;
    loop {
        let trail = findings.trail(at);
        *steps += 2;
        key = match trail.step {
            // 0 is no key
            Step::Root => return Some(mixed(key, 5) | 1),
            Step::Items => mixed(key, 1),
            Step::Values => mixed(key, 2),
            Step::Branch { reader, writer } => mixed(mixed(key, 3), ((reader as u64) << 32) | writer as u64),
            Step::Field { reader, writer } => {
                if !overlay.is_empty() {
                    let parent = findings.trail(trail.parent);
                    let (ours, _) = overlay.side.own_first(parent.reader, parent.writer);
                    let (field, _) = overlay.side.own_first(reader as usize, writer as usize);
                    // one behind the record's own fields is one that an assumption keeps
                    if field >= ours.field_count() || overlay.is_about(ours.field(field)) {
                        return None;
                    }
                }
                mixed(mixed(key, 4), ((reader as u64) << 32) | writer as u64)
            }
        };
        at = trail.parent;
    }
}

const fn mixed(key: u64, word: u64) -> u64 {
    (key.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

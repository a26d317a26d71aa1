//! What a check of all versions collects: findings with equal keys are one finding, with the versions that it affects.

use super::judge::{Judge, Key};
use super::known::{self, Known};
use super::text::{Buffer, text_of};
use crate::rules::{Directions, Rule, Severity};
use crate::schema::View;
use crate::text::same;

/// No position.
pub(super) const NONE: u32 = u32::MAX;

/// A range of [`Set::texts`].
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Range {
    pub(super) const fn text<'t>(self, texts: &'t Buffer<'_>) -> &'t str {
        text_of(texts.bytes(self.start, self.end))
    }
}

/// One finding. `(rule, ty, path, before, after)` is its [`Key`], which an acceptance names.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) rule: Rule,
    /// Full name of the type in which the cause is, on the checked type's side.
    pub(super) ty: &'a str,
    pub(super) path: Range,
    pub(super) before: Range,
    pub(super) after: Range,
    /// Position of the root's field that it hangs on; [`NONE`]: the root itself.
    pub(super) root: u32,
    /// Steps from the root to the cause: 1 for a field of the root.
    pub(super) depth: u32,
    pub(super) broken: Directions,
    /// What the messages and helps are about.
    pub(super) subject: Subject<'a>,
    /// Index of the newest affected version.
    pub(super) newest: u32,
    /// A hash of the key, made when it is added.
    pub(super) hash: u64,
    /// The first and the last of [`Set::hits`] that are its own.
    pub(super) hits: (u32, u32),
    /// What is done with it, once that has been asked for all.
    pub(super) severity: Option<Severity>,
}

impl<'a> Found<'a> {
    /// Its key; `texts` are those of its set.
    pub(super) const fn key<'t>(&self, texts: &'t Buffer<'_>) -> Key<'t>
    where
        'a: 't,
    {
        Key {
            rule: self.rule.id(),
            ty: self.ty,
            path: self.path.text(texts),
            before: self.before.text(texts),
            after: self.after.text(texts),
        }
    }

    /// What `judge` says is done with it.
    pub(super) const fn severity_by(&self, judge: &Judge<'_, '_>, texts: &Buffer<'_>) -> Severity {
        // texts are checked for UTF-8 when they are read
        if judge.accepted.is_empty() {
            return judge.settings.severity(self.rule);
        }
        judge.severity(self.rule, &self.key(texts))
    }
}

/// The nodes and members that a finding is about, in the newest affected version.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    /// The node of the checked type, and the version's.
    pub(super) ours: View<'a>,
    pub(super) theirs: View<'a>,
    /// The field in question or the nearest one that leads there: its record and position, on both sides.
    pub(super) our_owner: Option<View<'a>>,
    pub(super) our_field: u32,
    pub(super) their_owner: Option<View<'a>>,
    pub(super) their_field: u32,
    /// The symbol in question.
    pub(super) symbol: &'a str,
}

/// A version that a finding affects.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// Its index.
    pub(super) version: u32,
    /// The next one of the finding; [`NONE`] for none.
    next: u32,
}

impl Hit {
    pub(super) const NOTHING: Hit = Hit { version: 0, next: NONE };
}

/// What one branch of a union became, of the causes of one version in one direction below one trail.
#[derive(Clone, Copy)]
pub(super) struct Became<'a> {
    pub(super) version: u32,
    pub(super) backward: bool,
    pub(super) outer: u32,
    /// The branches of the type and of the version that have no counterpart, where each has one such.
    pub(super) pair: Option<(View<'a>, View<'a>)>,
}

/// Findings over all versions, in borrowed buffers.
pub(super) struct Set<'b, 'a> {
    /// Full name of the checked type: a union has none of its own.
    pub(super) root: &'a str,
    pub(super) found: &'b mut [Option<Found<'a>>],
    pub(super) len: usize,
    hits: &'b mut [Hit],
    hit_count: usize,
    pub(super) texts: Buffer<'b>,
    /// Of the union that was looked at last.
    pub(super) became: Option<Became<'a>>,
    /// What it took to collect them: see [`crate::compat::Findings`].
    pub(super) steps: u64,
    /// How often [`Set::add`] was called.
    pub(super) added: usize,
    /// The finding that was added last, or into which it was merged; [`NONE`] where it was not kept.
    pub(super) last: u32,
    /// Where the first finding of each hash is.
    index: Known<'b>,
    /// Which finding each cause is.
    pub(super) known: Known<'b>,
    /// Findings and hits for which there was no room.
    pub(super) more: usize,
    /// Index of a version that could not be checked.
    pub(super) unchecked: Option<u32>,
    /// Index of the first version that was not compared, as there were errors enough.
    pub(super) left_out: Option<u32>,
    /// Only what this judge says are errors is kept: of the rest nothing but `warnings` is asked for.
    pub(super) errors_of: Option<Judge<'b, 'a>>,
    /// There were warnings among what was not kept.
    pub(super) warnings: bool,
}

impl<'b, 'a> Set<'b, 'a> {
    pub(super) const fn new(
        root: &'a str,
        found: &'b mut [Option<Found<'a>>],
        hits: &'b mut [Hit],
        texts: &'b mut [u8],
        index: &'b mut [known::Entry],
        known: &'b mut [known::Entry],
    ) -> Self {
        Set {
            root,
            found,
            len: 0,
            hits,
            hit_count: 0,
            texts: Buffer::new(texts),
            became: None,
            steps: 0,
            added: 0,
            last: NONE,
            index: Known::new(index),
            known: Known::new(known),
            more: 0,
            unchecked: None,
            left_out: None,
            errors_of: None,
            warnings: false,
        }
    }

    /// The same, which keeps what `judge` says are errors.
    pub(super) const fn of_errors(mut self, judge: Judge<'b, 'a>) -> Self {
        self.errors_of = Some(judge);
        self
    }

    pub(super) const fn clear(&mut self) {
        while self.len > 0 {
            self.len -= 1;
            self.index.remove_last(self.get(self.len).hash);
        }
        self.hit_count = 0;
        self.texts.truncate(0);
        self.became = None;
        self.steps = 0;
        self.added = 0;
        self.known.clear();
        self.more = 0;
        self.unchecked = None;
        self.left_out = None;
        self.warnings = false;
    }

    /// The finding at `index` < `len`.
    pub(super) const fn get(&self, index: usize) -> Found<'a> {
        match self.found[index] {
            Some(found) => found,
            None => panic!("invariant: findings are filled from the front"),
        }
    }

    pub(super) fn set_severity(&mut self, index: usize, severity: Severity) {
        self.found[index] = Some(Found { severity: Some(severity), ..self.get(index) });
    }

    pub(super) const fn text(&self, range: Range) -> &str {
        range.text(&self.texts)
    }

    /// Adds a finding whose texts start at `start`, or merges it into the one with its key.
    pub(super) const fn add(&mut self, found: Found<'a>, start: usize) {
        self.added += 1;
        self.last = NONE;
        // a path is written, and compared with what is known
        self.steps += 160;
        if self.texts.is_full() {
            self.texts.truncate(start);
            match &self.errors_of {
                Some(judge) if !matches!(judge.settings.severity(found.rule), Severity::Error) => self.warnings = true,
                _ => self.more += 1,
            }
            return;
        }
        if let Some(judge) = &self.errors_of {
            match found.severity_by(judge, &self.texts) {
                Severity::Error => {}
                severity => {
                    self.warnings |= matches!(severity, Severity::Warning);
                    self.texts.truncate(start);
                    return;
                }
            }
        }
        let found = Found { hash: key_hash(&found, &self.texts), ..found };
        let at = self.position(&found, &self.texts);
        if at < self.len {
            self.texts.truncate(start);
            let mut known = self.get(at);
            known.broken.backward |= found.broken.backward;
            known.broken.forward |= found.broken.forward;
            // versions come one after the other: both directions of one are one hit
            let is_hit = known.newest == found.newest;
            known.subject = found.subject;
            known.newest = found.newest;
            self.found[at] = Some(known);
            self.last = at as u32;
            if is_hit {
                return;
            }
        } else if at < self.found.len() {
            self.found[at] = Some(found);
            self.last = at as u32;
            self.len += 1;
            self.index.add(found.hash, at as u32);
        } else {
            self.texts.truncate(start);
            self.more += 1;
            return;
        }
        self.hit(at, found.newest);
    }

    const fn hit(&mut self, at: usize, version: u32) {
        if self.hit_count == self.hits.len() {
            self.more += 1;
            return;
        }
        let (mut found, hit) = (self.get(at), self.hit_count as u32);
        self.hits[hit as usize] = Hit { version, next: NONE };
        match found.hits {
            (NONE, _) => found.hits = (hit, hit),
            (first, last) => {
                self.hits[last as usize].next = hit;
                found.hits = (first, hit);
            }
        }
        self.found[at] = Some(found);
        self.hit_count += 1;
    }

    /// The first version that the finding at `index` affects.
    pub(super) const fn first_hit(&self, index: usize) -> Option<Hit> {
        self.hit_at(self.get(index).hits.0)
    }

    /// The version that the same finding affects next.
    pub(super) const fn next_hit(&self, hit: Hit) -> Option<Hit> {
        self.hit_at(hit.next)
    }

    const fn hit_at(&self, at: u32) -> Option<Hit> {
        if at == NONE { None } else { Some(self.hits[at as usize]) }
    }

    /// The position in `other` of the finding with the key of this set's finding at `index`; its number of findings where there
    /// is none.
    pub(super) const fn position_in(&self, index: usize, other: &Set<'_, 'a>) -> usize {
        other.position(&self.get(index), &self.texts)
    }

    /// There was room for everything, and time for every version.
    pub(super) const fn is_whole(&self) -> bool {
        self.more == 0 && self.unchecked.is_none() && self.left_out.is_none()
    }

    /// The position of the finding with the key of `found`, whose texts are in `texts`; the number of findings where there
    /// is none.
    const fn position(&self, found: &Found<'a>, texts: &Buffer<'_>) -> usize {
        let mut at = match self.index.get(found.hash) {
            Some(at) => at as usize,
            // all are there, as far as there was room
            None if self.index.is_whole() => return self.len,
            None => 0,
        };
        // other keys of one hash stand behind
        while at < self.len {
            if let Some(known) = &self.found[at]
                && known.hash == found.hash
                && same_key(known, &self.texts, found, texts)
            {
                break;
            }
            at += 1;
        }
        at
    }
}

const fn key_hash(found: &Found<'_>, texts: &Buffer<'_>) -> u64 {
    let mut hash = mixed(found.rule as u64, found.ty.len() as u64);
    let (ranges, mut i) = ([found.path, found.before, found.after], 0);
    while i < ranges.len() {
        let mut bytes = texts.bytes(ranges[i].start, ranges[i].end);
        hash = mixed(hash, bytes.len() as u64);
        while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
            hash = mixed(hash, u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
            bytes = rest;
        }
        while let [byte, rest @ ..] = bytes {
            hash = mixed(hash, *byte as u64);
            bytes = rest;
        }
        i += 1;
    }
    hash
}

const fn mixed(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Whether two findings have one key.
const fn same_key(a: &Found<'_>, a_texts: &Buffer<'_>, b: &Found<'_>, b_texts: &Buffer<'_>) -> bool {
    a.rule as u8 == b.rule as u8
        && same_range(a.path, a_texts, b.path, b_texts)
        && same_range(a.after, a_texts, b.after, b_texts)
        && same_range(a.before, a_texts, b.before, b_texts)
        && same(a.ty, b.ty)
}

const fn same_range(a: Range, a_texts: &Buffer<'_>, b: Range, b_texts: &Buffer<'_>) -> bool {
    same(a.text(a_texts), b.text(b_texts))
}

//! What a check of all versions collects: findings with equal keys are one finding, with the versions that it affects.

use super::collect::Job;
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

/// One finding. `(rule, ty, path, before, after)` is its key: what an acceptance names, and what stays the same over
/// versions and directions.
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

/// A finding affects a version.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub(super) found: u32,
    pub(super) version: u32,
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
    pub(super) hits: &'b mut [Hit],
    pub(super) hit_count: usize,
    pub(super) texts: Buffer<'b>,
    /// Of the union that was looked at last.
    pub(super) became: Option<Became<'a>>,
    /// What it took to collect them: see [`crate::compat::Findings`].
    pub(super) steps: u64,
    /// How often [`Set::add`] was called.
    pub(super) added: usize,
    /// Findings and hits for which there was no room.
    pub(super) more: usize,
    /// Index of a version that could not be checked.
    pub(super) unchecked: Option<u32>,
    /// Index of the first version that was not compared, as there were errors enough.
    pub(super) left_out: Option<u32>,
    /// Only errors are kept, as this job sees them: of the rest nothing but `warnings` is asked for.
    pub(super) errors_of: Option<Job<'b, 'a>>,
    /// There were warnings among what was not kept.
    pub(super) warnings: bool,
}

impl<'b, 'a> Set<'b, 'a> {
    pub(super) const fn new(
        root: &'a str,
        found: &'b mut [Option<Found<'a>>],
        hits: &'b mut [Hit],
        texts: &'b mut [u8],
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
            more: 0,
            unchecked: None,
            left_out: None,
            errors_of: None,
            warnings: false,
        }
    }

    /// The same, which keeps what `job` says are errors.
    pub(super) const fn of_errors(mut self, job: Job<'b, 'a>) -> Self {
        self.errors_of = Some(job);
        self
    }

    pub(super) const fn clear(&mut self) {
        self.len = 0;
        self.hit_count = 0;
        self.texts.truncate(0);
        self.became = None;
        self.steps = 0;
        self.added = 0;
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

    pub(super) const fn text(&self, range: Range) -> &str {
        range.text(&self.texts)
    }

    /// Adds a finding whose texts start at `start`, or merges it into the one with its key.
    pub(super) const fn add(&mut self, found: Found<'a>, start: usize) {
        self.added += 1;
        // a path is written, and compared with what is known
        self.steps += 160 + self.len as u64 / 8;
        if self.texts.is_full() {
            self.texts.truncate(start);
            match &self.errors_of {
                Some(job) if !matches!(job.settings.severity(found.rule), Severity::Error) => self.warnings = true,
                _ => self.more += 1,
            }
            return;
        }
        if let Some(job) = &self.errors_of {
            match job.severity_of(&found, &self.texts) {
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
            if is_hit {
                return;
            }
        } else if at < self.found.len() {
            self.found[at] = Some(found);
            self.len += 1;
        } else {
            self.texts.truncate(start);
            self.more += 1;
            return;
        }
        self.hit(at as u32, found.newest);
    }

    const fn hit(&mut self, found: u32, version: u32) {
        if self.hit_count == self.hits.len() {
            self.more += 1;
        } else {
            self.hits[self.hit_count] = Hit { found, version };
            self.hit_count += 1;
        }
    }

    /// Whether `other` holds a finding with the key of this set's finding at `index`.
    pub(super) const fn is_in(&self, index: usize, other: &Set<'_, 'a>) -> bool {
        other.position(&self.get(index), &self.texts) < other.len
    }

    /// The position of the finding with the key of `found`, whose texts are in `texts`; the number of findings where there
    /// is none.
    const fn position(&self, found: &Found<'a>, texts: &Buffer<'_>) -> usize {
        let mut at = 0;
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

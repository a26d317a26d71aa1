//! One check, from its two schemas to what was found: the three passes over buffers that are lent.

use super::overlay::{Assume, Overlay, Side};
use super::work::{Buffers, Open, Work};
use super::{Findings, Verdict};
use crate::schema::View;

impl<'b, 'a> Buffers<'b, 'a> {
    /// Checks; what does not fit makes the verdict [`Verdict::Unchecked`], or is counted.
    pub(crate) const fn check(self, reader: View<'a>, writer: View<'a>, overlay: Overlay<'_, 'a>) -> Findings<'b, 'a> {
        self.check_carrying(reader, writer, overlay, None)
    }

    /// Checks `old`, one of the versions of a pool, against `new`, which is on `side` and of which `assumes` are made, and
    /// remembers which of the pool's fields are known to be equal to the new root's: a version costs little beyond what is
    /// new in it.
    ///
    /// The same buffers must only be given versions of one pool and one `new`.
    pub(crate) const fn check_version(
        self,
        side: Side,
        new: View<'a>,
        old: View<'a>,
        assumes: &[Assume<'a>],
    ) -> Findings<'b, 'a> {
        let overlay = Overlay { side, assumes };
        match side {
            Side::Reader => self.check_carrying(new, old, overlay, Some(Side::Writer)),
            Side::Writer => self.check_carrying(old, new, overlay, Some(Side::Reader)),
        }
    }

    /// `pool`: the side that is a version of the pool.
    const fn check_carrying(
        self,
        reader: View<'a>,
        writer: View<'a>,
        overlay: Overlay<'_, 'a>,
        pool: Option<Side>,
    ) -> Findings<'b, 'a> {
        let Buffers { pairs, slots, stack, todo, trails, causes, heads, entries, carried, owners } = self;
        let (kept, found) = (&mut *trails, &mut *causes);
        let buffers =
            Buffers { pairs, slots, stack, todo, trails: kept, causes: found, heads, entries, carried, owners };
        let (ours, theirs) = (overlay.root(Side::Reader, reader), overlay.root(Side::Writer, writer));
        // what was proven of the schema's fields says nothing of another schema
        let pool = if overlay.has_root() { None } else { pool };
        let mut work = buffers.work(overlay, pool);
        let verdict = work.run(ours, theirs);
        let (trail_count, cause_count, more, repeats) = (work.trail_count, work.cause_count, work.more, work.repeats);
        let steps = work.steps;
        Findings {
            verdict,
            trails: trails.split_at(trail_count).0,
            causes: causes.split_at(cause_count).0,
            more,
            repeats,
            steps,
        }
    }

    /// Whether `new`, which is on `side`, and `old` go together, and nothing is to be said about it; of two records only
    /// the `open` fields are looked at, where they are given. What it takes is added to `steps`.
    pub(super) const fn passes(
        self,
        side: Side,
        new: View<'a>,
        old: View<'a>,
        open: Option<&[Open]>,
        steps: &mut u64,
    ) -> bool {
        let (reader, writer) = if side.is(Side::Reader) { (new, old) } else { (old, new) };
        let pool = if side.is(Side::Reader) { Side::Writer } else { Side::Reader };
        let mut work = self.work(Overlay { side, assumes: &[] }, Some(pool));
        (work.open, work.briefly) = (open, true);
        let holds = work.solve(reader, writer) && !work.notable;
        *steps += work.steps;
        work.clear();
        holds
    }
}

impl<'a> Work<'_, 'a> {
    /// Pass 1 decides; pass 2, only where something fails, says why; pass 3, where pass 1 met something to look at or
    /// stopped early, lists what changes meaning. The tables are left as they were found.
    pub(super) const fn run(&mut self, reader: View<'a>, writer: View<'a>) -> Verdict {
        let holds = self.solve(reader, writer);
        if !self.full && !holds {
            self.collect(reader, writer);
        }
        // where something fails, pass 1 did not get to see the rest
        if !self.full && (self.notable || !holds) {
            self.list_meanings(reader, writer);
        }
        self.clear();
        if self.full {
            Verdict::Unchecked
        } else if holds {
            Verdict::Compatible
        } else {
            Verdict::Incompatible
        }
    }
}

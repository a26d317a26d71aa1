//! The gate in `const` evaluation.

use super::collect::Job;
use super::found::{Found, Hit, NONE, Set};
use super::known;
use super::render::write_finding;
use super::text::{Buffer, text_of};
use super::tried::{Budget, Tried};
use super::{History, Settings};
use crate::compat::{Buffers, Room, Settled};
use crate::history::Recorded;
use crate::level::Level;
use crate::schema::{SchemaRef, View};

/// Findings that one report has room for, over all versions; what is more is counted.
const FINDINGS: usize = 32;
/// Bytes of all texts of a report.
const TEXT: usize = 32 * 1024;
/// Affected versions over all findings.
const HITS: usize = 1024;
/// Bytes of keys.
const KEYS: usize = 16 * 1024;
/// Causes of which a report knows which finding they are, a power of two.
const KNOWN: usize = 512;
/// See [`Budget`]: with what went before, half of the steps after which the compiler's lint says that evaluation takes long (two
/// million calls and turns of loops), so that it takes seconds, two to four on a machine of 2020 that does nothing else.
const WORK: u64 = 50_000;
const OVER: &str = "none worked out here, there is too much to check: the test gate shows them";
/// Work after which a gate that fails compares no further version: see [`Job`].
const LIMIT: u64 = 50_000;
/// Work after which no further version is compared, though nothing is wrong so far: see [`Job`].
const MOST: u64 = 600_000;
/// Versions that may be settled at a glance.
const SETTLED: usize = 256;
/// Room that is kept for the last lines.
const TAIL: usize = 512;

/// What a gate found: finished texts, by field of the checked type.
///
/// It is large: hold it as `const REPORT: &Report = &check(..)`.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    text: [u8; TEXT],
    parts: [Part; FINDINGS + 1],
    len: usize,
    warnings: bool,
    unchecked: bool,
}

/// The text of the findings of one field.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// [`NONE`]: the type itself.
    field: u32,
    start: usize,
    end: usize,
}

/// A finished message: one paragraph for each finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'r>(&'r str);

impl<'r> Text<'r> {
    /// The message, without a line break at its end.
    pub const fn as_str(self) -> &'r str {
        self.0
    }
}

impl core::fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.0)
    }
}

impl Report {
    /// The errors that hang on the field at `position`.
    pub const fn field(&self, position: usize) -> Option<Text<'_>> {
        self.part(position as u32)
    }

    /// The errors that hang on no field: removed fields, the type's own name, a root that is no record; also that there
    /// are more than fit here, and that a version could not be checked.
    pub const fn root(&self) -> Option<Text<'_>> {
        self.part(NONE)
    }

    /// The errors at `index`, for who does not know the fields.
    pub const fn nth(&self, index: usize) -> Option<Text<'_>> {
        if index < self.len { self.part(self.parts[index].field) } else { None }
    }

    /// The most texts that a report can hold.
    pub const PARTS: usize = FINDINGS + 1;

    /// There are findings that are no errors.
    pub const fn warnings(&self) -> bool {
        self.warnings
    }

    /// A version could not be checked, for want of room. [`Report::root`] says so too.
    pub const fn unchecked(&self) -> bool {
        self.unchecked
    }

    /// There is no error, and every version was checked.
    pub const fn passes(&self) -> bool {
        self.len == 0
    }

    /// Panics with the errors that hang on the field at `position`, if any, as if the caller did: the compiler shows the
    /// caller's place alone. For generated code: a call is all that each field costs where nothing is wrong.
    ///
    /// # Panics
    /// There are errors.
    #[doc(hidden)]
    #[track_caller]
    pub const fn stop_field(&self, position: usize) {
        stop(self.field(position));
    }

    /// [`Report::stop_field`] for the fields that one member of the Rust type is: [`crate::View::part`].
    ///
    /// # Panics
    /// There are errors.
    #[doc(hidden)]
    #[track_caller]
    pub const fn stop_part(&self, (start, count): (usize, usize)) {
        let mut i = 0;
        while i < count {
            stop(self.field(start + i));
            i += 1;
        }
    }

    /// [`Report::stop_field`] for [`Report::root`].
    ///
    /// # Panics
    /// There are errors.
    #[doc(hidden)]
    #[track_caller]
    pub const fn stop_root(&self) {
        stop(self.root());
    }

    /// [`Report::stop_field`] for [`Report::nth`].
    ///
    /// # Panics
    /// There are errors.
    #[doc(hidden)]
    #[track_caller]
    pub const fn stop_nth(&self, index: usize) {
        stop(self.nth(index));
    }

    const fn part(&self, field: u32) -> Option<Text<'_>> {
        let mut i = 0;
        while i < self.len {
            let part = self.parts[i];
            if part.field == field {
                return Some(Text(text_of(self.text.split_at(part.end).0.split_at(part.start).1)));
            }
            i += 1;
        }
        None
    }
}

#[track_caller]
const fn stop(text: Option<Text<'_>>) {
    if let Some(text) = text {
        panic!("{}", text.as_str());
    }
}

/// Compares `schema` with every released version that `level` asks for.
pub const fn check(schema: SchemaRef, recorded: &'static Recorded, level: Level) -> Report {
    check_with(schema, recorded, &Settings::new(level))
}

/// [`check`], with severities.
pub const fn check_with(schema: SchemaRef, recorded: &'static Recorded, settings: &Settings<'_>) -> Report {
    check_view(schema.view(), recorded, settings)
}

/// [`check_with`] for a schema that is part of a static document.
#[doc(hidden)]
pub const fn check_view(schema: View<'static>, recorded: &'static Recorded, settings: &Settings<'_>) -> Report {
    const EMPTY: Part = Part { field: NONE, start: 0, end: 0 };
    let mut report =
        Report { text: [0; TEXT], parts: [EMPTY; FINDINGS + 1], len: 0, warnings: false, unchecked: false };
    if !recorded.has_released() || matches!(settings.level, Level::None) {
        return report;
    }
    let mut settled = [Settled::NEITHER; SETTLED];
    let mut job = Job {
        schema,
        history: History::of(recorded).named_as(schema),
        settings: *settings,
        settled: &[],
        limit: LIMIT,
        most: MOST,
    };
    if passes_at_a_glance(&job, &mut settled) {
        return report;
    }
    job.settled = &settled;
    report_at_length(&job, &mut report);
    report
}

/// Most gates have nothing to say, and most of their types are small: large buffers cost more than to look.
const fn passes_at_a_glance(job: &Job<'_, 'static>, settled: &mut [Settled]) -> bool {
    let mut room: Room<'static, 64, 128, 8, 8> = Room::new();
    job.settle(settled, &mut room.buffers())
}

const fn report_at_length(job: &Job<'_, 'static>, report: &mut Report) {
    let mut room: Room<'static> = Room::new();
    let mut room = room.buffers();
    let (mut found, mut hits, mut keys) =
        ([const { None::<Found<'static>> }; FINDINGS], [Hit::NOTHING; HITS], [0; KEYS]);
    let (mut index, mut known) = ([known::Entry::FREE; 2 * FINDINGS], [known::Entry::FREE; KNOWN]);
    let mut set = Set::new(job.history.full_name, &mut found, &mut hits, &mut keys, &mut index, &mut known)
        .of_errors(job.judge());
    job.collect(&mut room, &mut set);
    report.warnings = set.warnings;
    if set.len > 0 || set.more > 0 || set.unchecked.is_some() {
        write_report(job, &set, &mut room, report);
    }
}

const fn write_report(
    job: &Job<'_, 'static>,
    set: &Set<'_, 'static>,
    room: &mut Buffers<'_, 'static>,
    report: &mut Report,
) {
    let (mut found, mut hits, mut keys) =
        ([const { None::<Found<'static>> }; FINDINGS], [Hit::NOTHING; HITS], [0; KEYS]);
    let mut index = [known::Entry::FREE; 2 * FINDINGS];
    let mut scratch =
        Set::new(job.history.full_name, &mut found, &mut hits, &mut keys, &mut index, &mut []).of_errors(job.judge());
    let mut budget = Budget::new(WORK, OVER);
    let mut more = set.more;
    // fields first, in order; the type itself last, as it also takes what did not fit
    let mut out = Buffer::new(report.text.split_at_mut(TEXT - TAIL).0);
    let mut field = next_field(set, None);
    let mut at_root = false;
    while !at_root {
        let this = match field {
            Some(this) => this,
            None => {
                at_root = true;
                NONE
            }
        };
        let mut part = Part { field: this, start: out.len(), end: out.len() };
        let mut i = 0;
        while i < set.len {
            if set.get(i).root == this {
                let before = out.len();
                if before > part.start {
                    out.push("\n\n");
                }
                let tried = Tried::of(job, set, i, room, &mut scratch, &mut budget);
                write_finding(&mut out, job, set, i, &tried);
                if out.is_full() {
                    out.truncate(before);
                    more += 1;
                } else {
                    part.end = out.len();
                }
            }
            i += 1;
        }
        if part.end > part.start {
            report.parts[report.len] = part;
            report.len += 1;
        }
        if !at_root {
            field = next_field(set, Some(this));
        }
    }
    let end = out.len();
    report.unchecked = set.unchecked.is_some();
    if more > 0 || report.unchecked || set.left_out.is_some() {
        add_tail(job, set, more, end, report);
    }
}

/// Adds to the text of the type itself, which is the last one, that there is more than the report says.
const fn add_tail(job: &Job<'_, 'static>, set: &Set<'_, 'static>, more: usize, end: usize, report: &mut Report) {
    let known = report.len > 0 && report.parts[report.len - 1].field == NONE;
    let mut out = Buffer::new(report.text.split_at_mut(end).1);
    if known {
        out.push("\n\n");
    }
    if more > 0 {
        out.push_number(more as u64);
        out.push(if more == 1 { " more finding: " } else { " more findings: " });
        out.push("the test gate shows all of them");
    }
    if let Some(version) = set.left_out {
        if more > 0 {
            out.push("\n\n");
        }
        out.push("not compared with version ");
        out.push_number(job.history.versions[version as usize].version as u64);
        out.push(" and later, there is too much to check: the test gate does");
    }
    if let Some(version) = set.unchecked {
        if more > 0 || set.left_out.is_some() {
            out.push("\n\n");
        }
        unchecked_line(&mut out, job.history.full_name, job.history.versions[version as usize].version);
    }
    let end = end + out.len();
    if known {
        report.parts[report.len - 1].end = end;
    } else {
        report.parts[report.len] = Part { field: NONE, start: end - out.len(), end };
        report.len += 1;
    }
}

/// Says that a version was not compared.
const fn unchecked_line(out: &mut Buffer<'_>, full_name: &str, version: u32) {
    // a hostile name may be as long as it likes
    let before = out.len();
    out.push("`");
    out.push(full_name);
    out.push("`");
    if out.is_full() {
        out.truncate(before);
        out.push("this type");
    }
    out.push(" could not be checked against version ");
    out.push_number(version as u64);
    out.push(": the schemas are too large for the compiler's gate. The test gate has the room: `avro_runtime::evolution_tests!`, ");
    out.push("and `#[avro(gate = \"test\")]` leaves it to that alone");
}

/// The next field that findings hang on.
const fn next_field(set: &Set<'_, '_>, last: Option<u32>) -> Option<u32> {
    let (mut next, mut i) = (None, 0);
    while i < set.len {
        let root = set.get(i).root;
        let behind = match last {
            Some(last) => root > last,
            None => true,
        };
        if root != NONE && behind {
            next = match next {
                Some(known) if known < root => Some(known),
                _ => Some(root),
            };
        }
        i += 1;
    }
    next
}

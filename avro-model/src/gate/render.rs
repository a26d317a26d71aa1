//! The text of one finding: what is wrong, where, why it counts, and what settles it.

use super::code::write_code;
use super::collect::Job;
use super::found::{Found, NONE, Set};
use super::spell;
use super::text::Buffer;
use super::tried::{Fix, Tried};
use crate::rules::{Rule, Severity, Source};
use crate::schema::{Origin, View};
use crate::text::{same, short_name};

/// Where the columns of a help start, counted from its label.
const LABEL: usize = 23;
const CODE: usize = 34;

/// Writes the finding at `index` of `set`, with a line break behind every line but the last.
pub(super) const fn write_finding<'a>(
    out: &mut Buffer<'_>,
    job: &Job<'_, 'a>,
    set: &Set<'_, 'a>,
    index: usize,
    tried: &Tried<'a>,
) {
    let found = set.get(index);
    write_headline(out, job, set, index);
    out.push("  [");
    out.push(found.rule.id());
    out.push("]\n");
    out.push(column(&found));
    write_cause(out, set, &found);
    place(out, job, set, &found);
    out.push("\nbreaks:  ");
    out.push(found.broken.name());
    out.push(" (this type promises ");
    out.push(job.settings.level.name());
    out.push(")\nhistory: ");
    out.push(job.history.folder);
    out.push("/");
    out.push(job.history.versions[found.newest as usize].file);
    if matches!(job.settings.severity(found.rule), Severity::Error) {
        helps(out, job, tried);
        out.push("\nhelp: on purpose? `cargo avro accept ");
        out.push(short_name(job.history.full_name));
        out.push(" --reason \"..\"` and commit the result");
    }
}

/// "`T` cannot read data written by versions 3 to 7"
pub(super) const fn write_headline<'a>(out: &mut Buffer<'_>, job: &Job<'_, 'a>, set: &Set<'_, 'a>, index: usize) {
    let found = set.get(index);
    let (cannot, cannot_be, cannot_each) = match (found.rule.severity(), found.rule.source()) {
        (Severity::Error, Source::Avro) => {
            (" cannot read data", " cannot be read by ", " cannot read each other's data")
        }
        (Severity::Error, Source::Ours) => (" misreads data", " is misread by ", " misread each other's data"),
        _ => (" may misread data", " may be misread by ", " may misread each other's data"),
    };
    match (found.broken.backward, found.broken.forward) {
        (true, true) => {
            ticked(out, job.history.full_name);
            out.push(" and ");
            write_versions(out, job, set, index);
            out.push(cannot_each);
        }
        (true, false) => {
            ticked(out, job.history.full_name);
            out.push(cannot);
            out.push(" written by ");
            write_versions(out, job, set, index);
        }
        (false, _) => {
            out.push("data written by ");
            ticked(out, job.history.full_name);
            out.push(cannot_be);
            write_versions(out, job, set, index);
        }
    }
}

const fn ticked(out: &mut Buffer<'_>, text: &str) {
    out.push("`");
    out.push(text);
    out.push("`");
}

/// "version 4", "versions 3 to 7", "versions 1, 3 to 5". A range spans versions that the level does not compare with.
pub(super) const fn write_versions<'a>(out: &mut Buffer<'_>, job: &Job<'_, 'a>, set: &Set<'_, 'a>, index: usize) {
    let versions = job.history.versions;
    let (mut count, mut at) = (0, set.first_hit(index));
    while let Some(hit) = at {
        count += 1;
        at = set.next_hit(hit);
    }
    out.push(if count == 1 { "version " } else { "versions " });
    let mut first = true;
    at = set.first_hit(index);
    while let Some(start) = at {
        let (mut end, mut run) = (start, 1);
        at = set.next_hit(end);
        // hits come in the order of versions: follow them while no compared version lies between
        while let Some(next) = at
            && adjacent(job, end.version as usize, next.version as usize)
        {
            (end, run) = (next, run + 1);
            at = set.next_hit(end);
        }
        if !first {
            out.push(", ");
        }
        first = false;
        out.push_number(versions[start.version as usize].version as u64);
        if run > 1 {
            out.push(if run == 2 && count == 2 {
                " and "
            } else if run == 2 {
                ", "
            } else {
                " to "
            });
            out.push_number(versions[end.version as usize].version as u64);
        }
    }
}

/// No released version lies between the two.
const fn adjacent(job: &Job<'_, '_>, a: usize, b: usize) -> bool {
    let mut i = a + 1;
    while i < b {
        if job.history.versions[i].released {
            return false;
        }
        i += 1;
    }
    true
}

/// What [`write_cause`] begins with, as the first column.
const fn column(found: &Found<'_>) -> &'static str {
    match found.rule {
        Rule::FieldRemovedWithoutDefault => "field:   ",
        Rule::EnumSymbolRemoved | Rule::EnumSymbolAdded | Rule::EnumDefaultRemoved => "symbol:  ",
        Rule::FixedSizeChanged => "fixed:   ",
        Rule::NameChanged | Rule::NamespaceChanged => "type:    ",
        _ if our_owner(found).is_some() => "field:   ",
        _ => "type:    ",
    }
}

/// The field that leads to what is ours of it: its owner.
const fn our_owner<'a>(found: &Found<'a>) -> Option<View<'a>> {
    match found.subject.our_owner {
        Some(owner) if (found.subject.our_field as usize) < owner.field_count() => Some(owner),
        _ => None,
    }
}

/// The field, type or symbol in question and what became of it.
pub(super) const fn write_cause(out: &mut Buffer<'_>, set: &Set<'_, '_>, found: &Found<'_>) {
    let (before, after) = (set.text(found.before), set.text(found.after));
    match found.rule {
        Rule::FieldAddedWithoutDefault => {
            our_field(out, found);
            out.push(" is new and has no default");
        }
        Rule::FieldRemovedWithoutDefault => {
            their_field(out, found);
            out.push(" was removed, and had no default");
        }
        Rule::FieldRenamed => {
            our_field(out, found);
            out.push(" stands where ");
            ticked(out, before);
            out.push(" was");
        }
        Rule::TypeNarrowed | Rule::TypeWidened | Rule::TypeChanged | Rule::RecordBecameOther => {
            our_field(out, found);
            is_was(out, after, before);
        }
        Rule::UnionBranchRemoved => {
            our_field(out, found);
            out.push(" no longer takes ");
            ticked(out, before);
        }
        Rule::UnionBranchAdded => {
            our_field(out, found);
            out.push(" can now be ");
            ticked(out, after);
        }
        Rule::NullableToRequired => {
            our_field(out, found);
            out.push(" was optional: old data can hold null");
        }
        Rule::EnumSymbolRemoved => {
            ticked(out, before);
            out.push(" was removed from ");
            ticked(out, found.ty);
            out.push("; old data can still hold it");
        }
        Rule::EnumSymbolAdded => {
            ticked(out, after);
            out.push(" is new in ");
            ticked(out, found.ty);
            out.push(", which had no default");
        }
        Rule::EnumDefaultRemoved => {
            ticked(out, before);
            out.push(" is no longer the default of ");
            ticked(out, found.ty);
        }
        Rule::FixedSizeChanged => {
            ticked(out, found.ty);
            out.push(" has ");
            out.push(after);
            out.push(" bytes, had ");
            out.push(before);
        }
        Rule::NameChanged | Rule::NamespaceChanged => {
            ticked(out, after);
            out.push(" was ");
            ticked(out, before);
        }
        Rule::LogicalTypeChanged
        | Rule::DecimalScaleChanged
        | Rule::DecimalPrecisionReduced
        | Rule::LogicalTypeAddedOrDropped => {
            our_field(out, found);
            is_was(out, after, before);
        }
        Rule::DefaultValueChanged => {
            our_field(out, found);
            out.push(" has the default ");
            ticked(out, after);
            out.push(", had ");
            ticked(out, before);
        }
        Rule::AliasAmbiguous => {
            our_field(out, found);
            out.push(" does not match one field alone, by its name and aliases");
        }
        Rule::UnitChanged => {
            our_field(out, found);
            out.push(" has the unit ");
            out.push(if after.is_empty() { "none" } else { after });
            out.push(", had ");
            out.push(if before.is_empty() { "none" } else { before });
        }
        // rules about one schema or a folder are no findings of a gate
        _ => {}
    }
}

const fn is_was(out: &mut Buffer<'_>, after: &str, before: &str) {
    out.push(" is ");
    ticked(out, after);
    out.push(", was ");
    ticked(out, before);
}

/// "`currency: String`"; the type itself where no field leads to it.
const fn our_field(out: &mut Buffer<'_>, found: &Found<'_>) {
    match our_owner(found) {
        Some(owner) => {
            out.push("`");
            spell::field(out, owner, found.subject.our_field as usize);
            out.push("`");
        }
        None => ticked(out, found.ty),
    }
}

const fn their_field(out: &mut Buffer<'_>, found: &Found<'_>) {
    out.push("`");
    if let Some(owner) = found.subject.their_owner
        && (found.subject.their_field as usize) < owner.field_count()
    {
        spell::avro_field(out, owner, owner.field(found.subject.their_field as usize));
    }
    out.push("`");
}

/// "at:      lines[].qty" and where that type is declared; nothing for what is in the type itself.
const fn place(out: &mut Buffer<'_>, job: &Job<'_, '_>, set: &Set<'_, '_>, found: &Found<'_>) {
    let path = set.text(found.path);
    let own = match found.subject.our_owner {
        Some(owner) if found.root != NONE => match owner.name() {
            // the path is the field's name alone
            Some(name) => same(name.full.get(), job.history.full_name) && is_field(path),
            None => false,
        },
        _ => path.is_empty() || (found.depth == 1 && is_field(path)),
    };
    let declared = match found.subject.ours.name() {
        Some(name) if same(name.full.get(), found.ty) => name.origin,
        _ => match found.subject.our_owner {
            Some(owner) => match owner.name() {
                Some(name) => name.origin,
                None => None,
            },
            None => None,
        },
    };
    let elsewhere = !same(found.ty, job.history.full_name);
    if own && !elsewhere {
        return;
    }
    if !path.is_empty() {
        out.push("\nat:      ");
        out.push(path);
    }
    if let (true, Some(origin)) = (elsewhere, declared) {
        out.push("\n         ");
        declared_at(out, origin);
    }
}

const fn declared_at(out: &mut Buffer<'_>, origin: &Origin) {
    ticked(out, origin.ident);
    out.push(" is declared at ");
    out.push(origin.file);
    out.push(":");
    out.push_number(origin.line as u64);
}

/// A name alone: no step behind it.
const fn is_field(path: &str) -> bool {
    let bytes = path.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if matches!(bytes[i], b'.' | b'[' | b'{' | b'<') {
            return false;
        }
        i += 1;
    }
    true
}

/// The fixes that the engine says work.
const fn helps(out: &mut Buffer<'_>, job: &Job<'_, '_>, tried: &Tried<'_>) {
    let mut i = 0;
    while i < tried.fixes.len() {
        if let Some(Fix { candidate, passes }) = tried.fixes[i] {
            out.push("\nhelp: ");
            let start = out.len();
            out.push(if i > 0 { candidate.label } else { without_or(candidate.label) });
            out.push(" ");
            out.pad(start, LABEL);
            let start = out.len();
            write_code(out, candidate.code);
            out.push(" ");
            out.pad(start, CODE);
            out.push("(checked: ");
            if passes {
                out.push("passes ");
                out.push(job.settings.level.name());
            } else {
                out.push("settles this finding");
            }
            if !candidate.choose.is_empty() {
                out.push("; ");
                out.push(candidate.choose);
            }
            out.push(")");
        }
        i += 1;
    }
    if let Some(over) = tried.cut {
        out.push("\nhelp: ");
        out.push(over);
    }
}

const fn without_or(label: &str) -> &str {
    match label.as_bytes() {
        [b'o', b'r', b' ', ..] => label.split_at(3).1,
        _ => label,
    }
}

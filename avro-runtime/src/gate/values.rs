//! Values of a type: what it reads it must write again, its defaults must be values, and it must read its old versions.

use avro_model::{View, default, print};

use super::generate::{Generator, Style};
use super::report::Report;
use crate::census::Registration;
use crate::resolve::WriterSchema;

/// Values of each style for a round trip, and of each old version.
const ROUNDS: u64 = 32;

/// Said once of a test that was built without what it takes to check values.
pub(super) const NOT_KEPT: &str =
    "built without debug assertions: values of the types, and data of their old versions, are not checked";

/// What is wrong with values of the type, and where none of them could be checked, that.
pub fn check_values(entry: &Registration) -> Vec<String> {
    let mut report = Report::default();
    check(entry, &mut report);
    let Report { mut failures, mut notes } = report;
    failures.append(&mut notes);
    failures
}

/// Reads `bytes` of another writer's schema as the type and writes them by its own.
pub fn reread(entry: &Registration, writer: &WriterSchema, bytes: &'static [u8]) -> Result<Vec<u8>, String> {
    match entry.again(Some(writer), bytes) {
        Some(Ok(Ok(bytes))) => Ok(bytes),
        Some(Ok(Err(error))) => Err(error.to_string()),
        Some(Err(error)) => Err(error.to_string()),
        None => Err(NOT_KEPT.to_owned()),
    }
}

pub(super) fn check(entry: &Registration, report: &mut Report) {
    let view = entry.schema().view();
    let before = report.failures.len();
    check_defaults(entry.full_name(), view, report);
    if report.failures.len() == before {
        check_round_trip(entry, view, report);
        check_old_versions(entry, report);
    }
}

/// Every default below `root` is a value of its field.
fn check_defaults(full_name: &str, root: View<'_>, report: &mut Report) {
    for ty in root.named_types() {
        for i in 0..ty.field_count() {
            let field = ty.field(i);
            let Some(text) = &field.default else { continue };
            if let Err(error) = default::encode(ty.child(&field.schema), text.get()) {
                let owner = ty.name().map_or("", |name| name.full.get());
                let name = field.name.get();
                report.fail(format!("`{full_name}`: the default of `{owner}.{name}` is none of its type: {error}"));
            }
        }
    }
}

fn check_round_trip(entry: &Registration, view: View<'_>, report: &mut Report) {
    let name = entry.full_name();
    let mut taken = 0;
    for (style, round) in
        [Style::Plain, Style::Wild].into_iter().flat_map(|style| (0..ROUNDS).map(move |round| (style, round)))
    {
        let bytes: &'static [u8] = Generator::new(seed(name, round), style).value(view).leak();
        let again = match entry.again(None, bytes) {
            None => return,
            Some(Ok(Ok(again))) => again,
            // a schema allows more values than a Rust type: an `int` for a `u16`
            Some(Err(error)) if error.is_out_of_range() || error.is_limit() => continue,
            Some(Err(error)) => {
                return report.fail(format!("`{name}` cannot read a value of its own schema: {error}"));
            }
            Some(Ok(Err(error))) => return report.fail(format!("`{name}` cannot write what it read: {error}")),
        };
        taken += 1;
        // sets sort their items, so only what comes of that is fixed
        let fixed = match style {
            Style::Plain => again == bytes,
            Style::Wild => matches!(entry.again(None, again.clone().leak()), Some(Ok(Ok(third))) if third == again),
        };
        if !fixed {
            return report
                .fail(format!("`{name}` writes another value than it read (round {round} of {style:?} values)"));
        }
    }
    if taken == 0 {
        report.note(format!("note: `{name}` takes none of the generated values, its round trip is not checked"));
    }
}

/// Data of the versions that the type promises to read, read by their schemas: here defaults and promotions are at work.
fn check_old_versions(entry: &Registration, report: &mut Report) {
    let Some(root) = entry.root().filter(|root| root.level().checks_backward()) else { return };
    let name = entry.full_name();
    let released: Vec<_> = root.history().versions.iter().filter(|version| version.released).collect();
    let skipped = if root.level().transitive() { 0 } else { released.len().saturating_sub(1) };
    for version in &released[skipped..] {
        let writer = match WriterSchema::parse(&print::json(version.document.view())) {
            Ok(writer) => writer,
            Err(error) => return report.fail(format!("`{name}`, version {}: {error}", version.version)),
        };
        for round in 0..ROUNDS {
            let bytes = Generator::new(seed(name, round), Style::Plain).value(writer.view()).leak();
            match entry.again(Some(&writer), bytes) {
                None => return,
                Some(Ok(Ok(_))) => {}
                Some(Err(error)) if error.is_out_of_range() || error.is_limit() => {}
                Some(Err(error)) if error.is_incompatible() && !root.history().accepted.is_empty() => {}
                Some(Err(error)) => {
                    report.fail(format!("`{name}` cannot read data of version {}: {error}", version.version));
                    break;
                }
                Some(Ok(Err(error))) => {
                    report.fail(format!("`{name}` cannot write what it read of version {}: {error}", version.version));
                    break;
                }
            }
        }
    }
}

fn seed(name: &str, round: u64) -> u64 {
    avro_model::text::hash(name) ^ round.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

//! Values of a type: what it reads it must write again, its defaults must be values, and it must read its old versions.

use std::collections::HashSet;

use avro_model::{Kind, View, default, print};

use super::generate::{Generator, Style};
use crate::census::Registration;
use crate::resolve::WriterSchema;

/// Values of each style for a round trip, and of each old version.
const ROUNDS: u64 = 32;

/// Said once of a test that was built without what it takes to check values.
pub(super) const NOT_KEPT: &str =
    "built without debug assertions: values of the types, and data of their old versions, are not checked";

/// What is wrong with values of the type, and where none of them could be checked, that.
pub fn check_values(entry: &Registration) -> Vec<String> {
    let (mut failures, mut notes) = (Vec::new(), Vec::new());
    check(entry, &mut failures, &mut notes);
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

pub(super) fn check(entry: &Registration, failures: &mut Vec<String>, notes: &mut Vec<String>) {
    let view = entry.schema().view();
    let before = failures.len();
    check_defaults(entry.full_name(), view, failures);
    if failures.len() == before {
        check_round_trip(entry, view, failures, notes);
        check_old_versions(entry, failures);
    }
}

/// Every default below `root` is a value of its field.
fn check_defaults(full_name: &str, root: View<'_>, failures: &mut Vec<String>) {
    let mut seen = HashSet::new();
    let mut waiting = vec![root];
    while let Some(view) = waiting.pop() {
        if view.name().is_some_and(|name| !seen.insert(name.full.get())) {
            continue;
        }
        match &view.node.kind {
            Kind::Array(child) | Kind::Map(child) => waiting.push(view.child(child)),
            Kind::Union(_) => waiting.extend((0..view.branch_count()).map(|i| view.branch(i))),
            Kind::Record(record) => {
                for i in 0..view.field_count() {
                    let field = view.field(i);
                    let schema = view.child(&field.schema);
                    waiting.push(schema);
                    let Some(text) = &field.default else { continue };
                    if let Err(error) = default::encode(schema, text.get()) {
                        let (ty, name) = (record.name.full.get(), field.name.get());
                        failures
                            .push(format!("`{full_name}`: the default of `{ty}.{name}` is none of its type: {error}"));
                    }
                }
            }
            _ => {}
        }
    }
}

fn check_round_trip(entry: &Registration, view: View<'_>, failures: &mut Vec<String>, notes: &mut Vec<String>) {
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
                return failures.push(format!("`{name}` cannot read a value of its own schema: {error}"));
            }
            Some(Ok(Err(error))) => return failures.push(format!("`{name}` cannot write what it read: {error}")),
        };
        taken += 1;
        // sets sort their items, so only what comes of that is fixed
        let fixed = match style {
            Style::Plain => again == bytes,
            Style::Wild => matches!(entry.again(None, again.clone().leak()), Some(Ok(Ok(third))) if third == again),
        };
        if !fixed {
            return failures
                .push(format!("`{name}` writes another value than it read (round {round} of {style:?} values)"));
        }
    }
    if taken == 0 {
        notes.push(format!("note: `{name}` takes none of the generated values, its round trip is not checked"));
    }
}

/// Data of the versions that the type promises to read, read by their schemas: here defaults and promotions are at work.
fn check_old_versions(entry: &Registration, failures: &mut Vec<String>) {
    let Some(root) = entry.root().filter(|root| root.level().checks_backward()) else { return };
    let name = entry.full_name();
    let released: Vec<_> = root.history().versions.iter().filter(|version| version.released).collect();
    let skipped = if root.level().transitive() { 0 } else { released.len().saturating_sub(1) };
    for version in &released[skipped..] {
        let writer = match WriterSchema::parse(&print::json(version.document.view())) {
            Ok(writer) => writer,
            Err(error) => return failures.push(format!("`{name}`, version {}: {error}", version.version)),
        };
        for round in 0..ROUNDS {
            let bytes = Generator::new(seed(name, round), Style::Plain).value(writer.view()).leak();
            match entry.again(Some(&writer), bytes) {
                None => return,
                Some(Ok(Ok(_))) => {}
                Some(Err(error)) if error.is_out_of_range() || error.is_limit() => {}
                Some(Err(error)) if error.is_incompatible() && !root.history().accepted.is_empty() => {}
                Some(Err(error)) => {
                    failures.push(format!("`{name}` cannot read data of version {}: {error}", version.version));
                    break;
                }
                Some(Ok(Err(error))) => {
                    failures
                        .push(format!("`{name}` cannot write what it read of version {}: {error}", version.version));
                    break;
                }
            }
        }
    }
}

fn seed(name: &str, round: u64) -> u64 {
    avro_model::text::hash(name) ^ round.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

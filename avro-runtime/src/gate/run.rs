//! The test that `evolution_tests!` writes: what is checked, of which crates, and how it is reported.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::Write as _;
use std::path::Path;

use avro_model::content::content_hash;
use avro_model::history::{self, Claim, orphans};

use super::mode::Mode;
use super::report::Report;
use super::root::Rooted;
use super::{dump, values};
use crate::census::{Gatekeeper, KEEPS_CODECS, Registration, schemas};

/// Runs the checks for `crates` as the body of a test in the crate `test`, whose package is at `manifest_dir`.
///
/// # Panics
/// With everything that is wrong.
#[doc(hidden)]
pub fn run(crates: &[&str], test: &str, manifest_dir: &str) {
    if let Some(file) = std::env::var_os(dump::FILE) {
        // asked for by `cargo avro`, which does the checks itself
        dump::write(Path::new(&file));
        return;
    }
    let named: Vec<&str> = crates.iter().map(|name| if *name == "crate" { crate_of(test) } else { name }).collect();
    let outcome = check(&schemas(), &named, Path::new(manifest_dir), Mode::from_environment());
    // past the test harness, which keeps what a passing test prints
    let _ = writeln!(std::io::stderr(), "{outcome}");
    assert!(outcome.report.failures.is_empty(), "\n\n{}\n", outcome.report.failures.join("\n\n"));
}

fn crate_of(module_path: &str) -> &str {
    module_path.split("::").next().unwrap_or_default()
}

/// What was checked and what is wrong.
#[derive(Debug, Default)]
struct Outcome {
    report: Report,
    types: usize,
    versions: usize,
    crates: Vec<String>,
    others: usize,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for note in &self.report.notes {
            writeln!(f, "{note}")?;
        }
        let (types, versions) = (count(self.types, "type"), count(self.versions, "version"));
        write!(f, "{types} x {versions} in {}", self.crates.join(", "))?;
        if self.others > 0 {
            write!(f, "; {} of other crates not checked", count(self.others, "type"))?;
        }
        Ok(())
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn check(census: &[&'static Registration], crates: &[&str], home: &Path, mode: Mode) -> Outcome {
    let mut outcome = Outcome { crates: crates.iter().map(|name| (*name).to_owned()).collect(), ..Outcome::default() };
    if census.is_empty() {
        outcome.report.fail(
            "no type with `#[derive(AvroSchema)]` is linked into this test\n\
             help: name the crates that have them: `avro_runtime::evolution_tests!(my_service, my_schemas);`"
                .to_owned(),
        );
        check_orphans(home, "schemas/history", &[], &mut outcome);
        return outcome;
    }
    let (ours, others): (Vec<&'static Registration>, Vec<&'static Registration>) =
        census.iter().copied().partition(|entry| crates.contains(&entry.crate_name()));
    let others: BTreeSet<_> = others.iter().map(|entry| (entry.full_name(), entry.rust_path())).collect();
    outcome.others = others.len();
    for name in crates {
        if !ours.iter().any(|entry| entry.crate_name() == *name) {
            let known: BTreeSet<_> = census.iter().map(|entry| entry.crate_name()).collect();
            let known: Vec<_> = known.into_iter().collect();
            outcome.report.fail(format!(
                "the crate `{name}` has no type with `#[derive(AvroSchema)]`, so nothing of it is checked\n\
                 crates with such types in this test: {}",
                known.join(", ")
            ));
        }
    }
    outcome.report.failures.extend(namesakes(census, crates));
    if !KEEPS_CODECS {
        outcome.report.note(format!("note: {}", values::NOT_KEPT));
    }
    for entry in &ours {
        outcome.types += 1;
        values::check(entry, &mut outcome.report);
        let Some(root) = entry.root() else { continue };
        outcome.versions += root.history().versions.len();
        if root.gatekeeper() != Gatekeeper::Origin {
            Rooted { entry, root, mode }.check(&mut outcome.report);
        }
    }
    let packages: BTreeSet<_> = ours
        .iter()
        .filter(|entry| entry.root().is_none_or(|root| root.gatekeeper() != Gatekeeper::Origin))
        .map(|entry| (entry.manifest_dir(), entry.histories()))
        .collect();
    for (manifest_dir, histories) in packages {
        let of_package: Vec<_> = census.iter().copied().filter(|entry| entry.manifest_dir() == manifest_dir).collect();
        check_orphans(Path::new(manifest_dir), histories, &of_package, &mut outcome);
    }
    outcome
}

/// Different types of one full name, which crates that do not know each other brought into this binary: no compiler saw both.
/// Those of other crates alone are for their own tests.
fn namesakes(census: &[&'static Registration], crates: &[&str]) -> Vec<String> {
    let mut by_name: BTreeMap<&str, Vec<(u128, &'static Registration)>> = BTreeMap::new();
    for entry in census.iter().copied() {
        let view = entry.schema().view();
        // what has no name in data, a union, has none that another could take
        let Some(name) = view.name() else { continue };
        let bodies = by_name.entry(name.full.get()).or_default();
        let hash = content_hash(view);
        if bodies.iter().all(|(known, _)| *known != hash) {
            bodies.push((hash, entry));
        }
    }
    let is_ours = |bodies: &[(u128, &Registration)]| {
        bodies.len() > 1 && bodies.iter().any(|(_, entry)| crates.contains(&entry.crate_name()))
    };
    let different = by_name.into_iter().filter(|(_, bodies)| is_ours(bodies));
    different
        .map(|(name, bodies)| {
            let mut text = format!("different types are named `{name}`:");
            for (_, entry) in bodies {
                text += &format!(
                    "\n  `{}` of {} {}, {}:{}",
                    entry.rust_path(),
                    entry.package(),
                    entry.version(),
                    entry.file(),
                    entry.line()
                );
            }
            text + "\nwhat one of them writes, readers of the other take for theirs\n\
                    help: give one of them another name: #[avro(name = \"..\")] or another namespace; \
                    an old version that a test reads is best a `WriterSchema`, or stands in a test program of its own"
        })
        .collect()
}

/// A history that no type of its package claims compares nothing any more.
fn check_orphans(package: &Path, histories: &str, types: &[&'static Registration], outcome: &mut Outcome) {
    let folders = match history::list(&package.join(histories)) {
        Ok(folders) => folders,
        Err(error) => return outcome.report.fail(error.to_string()),
    };
    let claims: Vec<Claim> = types.iter().map(|entry| claim(entry)).collect();
    outcome.report.failures.extend(orphans(histories, &folders, &claims).iter().map(|found| found.annotated("")));
}

fn claim(entry: &Registration) -> Claim {
    let aliases = entry.schema().view().name().map_or(&[][..], |name| name.aliases.get());
    Claim {
        full_name: entry.full_name().to_owned(),
        aliases: aliases.iter().map(|alias| alias.get().to_owned()).collect(),
        folder: entry.root().map(|root| root.history().folder.to_owned()),
    }
}

//! The gate at run time: nothing is cut, and findings come with their data.

use std::collections::HashMap;

use super::apply::{Edit, default_of};
use super::change::change;
use super::code::write_code;
use super::collect::Job;
use super::found::{Found, Hit, NONE, Range, Set};
use super::judge::Key;
use super::known;
use super::render::{write_cause, write_finding, write_headline};
use super::suggest::NewDefault;
use super::text::{Buffer, text_of};
use super::tried::{Budget, Fix, Tried};
use super::{History, Settings};
use crate::compat::{Assume, Buffers, Engine};
use crate::diagnostic::Diagnostic;
use crate::level::Level;
use crate::rules::{Directions, Rule, Severity};
use crate::schema::View;

/// What a gate found at run time.
#[derive(Clone, Debug, Default)]
pub struct Review {
    findings: Vec<Finding>,
    unchecked: Option<String>,
}

/// One cause, over all versions that it affects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// What is to be done with it: [`Severity::Allow`] where it was accepted on purpose.
    pub severity: Severity,
    /// An acceptance names it: its position in [`History::accepted`].
    pub accepted: Option<usize>,
    /// The directions that it breaks.
    pub breaks: Directions,
    /// Full name of the type in which the cause is.
    pub ty: String,
    /// Path from the root to the cause: `lines[].qty`; items are `[]`, map values `{}`, union branches `<Card>`.
    pub path: String,
    /// What was there before; empty for nothing.
    pub before: String,
    /// What is there now; empty for nothing.
    pub after: String,
    /// Position of the root's field that it hangs on.
    pub field: Option<usize>,
    /// Numbers of the affected versions, oldest first.
    pub versions: Vec<u32>,
    /// What the type cannot do for them, as a sentence.
    pub message: String,
    /// What became of the field, type or symbol in question, in a few words.
    pub cause: String,
    /// Fixes, each tried on the engine.
    pub helps: Vec<Help>,
    /// The message, as the compiler shows it.
    pub text: String,
}

impl Finding {
    /// The finding as a diagnostic, about the type called `root`, which promises `level` and is written as `words` say. It is at
    /// no place yet: [`place`](super::place) knows the one in schema files.
    pub fn diagnostic(&self, root: &str, level: Level, words: Words) -> Diagnostic {
        let path = if self.path.is_empty() { root.to_owned() } else { format!("{root}.{}", self.path) };
        let diagnostic = Diagnostic::new(self.rule.id(), &*self.message)
            .with_severity(self.severity)
            .with_path(path)
            .with_label(&*self.cause);
        self.helps.iter().fold(diagnostic, |diagnostic, help| {
            let so = if help.passes { format!("passes {}", level.name()) } else { "settles this finding".to_owned() };
            diagnostic.with_help(match words {
                Words::Rust => format!("{}: {} (checked: {so})", help.label, help.code),
                Words::Schema => format!("{} (checked: {so})", help.schema),
            })
        })
    }
}

/// How a type is written, and so what is to be changed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// In Rust.
    Rust,
    /// In a schema file.
    Schema,
}

/// A change to the type that settles a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Help {
    /// What to do, in a few words.
    pub label: String,
    /// How that is written in Rust.
    pub code: String,
    /// How that is written in a schema file, as a sentence without a dot.
    pub schema: String,
    /// No finding is left with it; else others remain.
    pub passes: bool,
    edits: Vec<Edit>,
}

impl Help {
    /// The text of the schema with the change made; the rest of the text is left as it is.
    ///
    /// # Errors
    /// `schema` is not the schema that the help was worked out for: it lacks what is to be changed.
    ///
    /// ```
    /// use avro_model::gate::{History, Settings, review};
    /// use avro_model::{Document, Level, content::content_hash, history::RecordedVersion};
    ///
    /// let old = Document::parse(r#"{"type": "record", "name": "Click", "fields": []}"#)?;
    /// let text = r#"{"type": "record", "name": "Click", "fields": [{"name": "email", "type": "string"}]}"#;
    /// let new = Document::parse(text)?;
    /// let content_hash = content_hash(old.view());
    /// let versions = [RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash, document: old, changes: None }];
    /// let history = History { full_name: "Click", folder: "schemas/history/Click", versions: &versions, accepted: &[] };
    ///
    /// let review = review(new.view(), history, &Settings::new(Level::Full));
    /// assert_eq!(
    ///     review.findings()[0].helps[0].apply(text)?,
    ///     r#"{"type": "record", "name": "Click", "fields": [{"name": "email", "type": "string", "default": ""}]}"#
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apply(&self, schema: &str) -> Result<String, String> {
        self.edits.iter().try_fold(schema.to_owned(), |text, edit| edit.apply(&text))
    }
}

impl Review {
    /// Every finding, accepted ones and warnings too: by field of the type, those of the type itself last.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings that stop a build.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// The findings that are no errors and were not accepted.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Warning)
    }

    /// Says which version could not be checked, if any.
    pub fn unchecked(&self) -> Option<&str> {
        self.unchecked.as_deref()
    }

    /// There is no error, and every version was checked.
    pub fn passes(&self) -> bool {
        self.unchecked.is_none() && self.errors().next().is_none()
    }
}

/// Findings, and pairs of types of the engine, that there is room for at first and at most.
const SMALLEST: usize = 64;
const LARGEST: usize = 1 << 20;
const FINDINGS: usize = 1 << 15;
/// See [`Budget`]: seconds where tests are compiled without optimisation, tenths of one else.
const WORK: u64 = 1 << 23;
const OVER: &str = "none worked out, there is too much to check";

/// Buffers of a [`Set`].
struct Space<'a> {
    found: Vec<Option<Found<'a>>>,
    hits: Vec<Hit>,
    texts: Vec<u8>,
    index: Vec<known::Entry>,
    known: Vec<known::Entry>,
}

impl<'a> Space<'a> {
    fn new(size: usize) -> Self {
        Space {
            found: vec![None; size],
            hits: vec![Hit::NOTHING; 32 * size],
            texts: vec![0; 512 * size],
            index: vec![known::Entry::FREE; 2 * size],
            known: vec![known::Entry::FREE; 16 * size],
        }
    }

    fn set(&mut self, root: &'a str) -> Set<'_, 'a> {
        Set::new(root, &mut self.found, &mut self.hits, &mut self.texts, &mut self.index, &mut self.known)
    }
}

/// Compares `schema` with every released version that the level asks for.
///
/// ```
/// use avro_model::gate::{History, Settings, review};
/// use avro_model::{Document, Level, content::content_hash, history::RecordedVersion};
///
/// let old = Document::parse(r#"{"type": "record", "name": "Click", "fields": [{"name": "email", "type": "string"}]}"#)?;
/// let new = Document::parse(r#"{"type": "record", "name": "Click", "fields": [{"name": "user_email", "type": "string"}]}"#)?;
/// let content_hash = content_hash(old.view());
/// let versions = [RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash, document: old, changes: None }];
/// let history = History { full_name: "Click", folder: "schemas/history/Click", versions: &versions, accepted: &[] };
///
/// let review = review(new.view(), history, &Settings::new(Level::FullTransitive));
/// let finding = &review.findings()[0];
/// assert_eq!((finding.rule.id(), finding.path.as_str()), ("field-renamed", "user_email"));
/// assert_eq!(finding.helps[0].code, r#"#[avro(name = "email")]"#);
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn review<'a>(schema: View<'a>, history: History<'a>, settings: &Settings<'_>) -> Review {
    let history = history.named_as(schema);
    let job = Job { schema, history, settings: *settings, settled: &[], limit: u64::MAX, most: u64::MAX };
    let mut engine = Engine::new();
    let mut size = SMALLEST;
    loop {
        engine.grow(size);
        let mut room = engine.buffers();
        let (mut found, mut scratch) = (Space::new(size.min(FINDINGS)), Space::new(size.min(FINDINGS)));
        let mut set = found.set(history.full_name);
        job.collect(&mut room, &mut set);
        // findings have their own bound: room for more pairs of types makes none for them
        if (set.unchecked.is_some() && size < LARGEST) || (set.more > 0 && size < FINDINGS) {
            size *= 4;
            continue;
        }
        let accepted = accept(&job, &mut set);
        return describe(&job, &set, &accepted, &mut room, &mut scratch.set(history.full_name));
    }
}

/// By finding, the position of the acceptance that names it; each finding gets its severity.
fn accept(job: &Job<'_, '_>, set: &mut Set<'_, '_>) -> Vec<Option<usize>> {
    let mut entries = HashMap::new();
    for (position, entry) in job.history.accepted.iter().enumerate() {
        entries.entry(Key::of(entry)).or_insert(position);
    }
    let accepted: Vec<_> = (0..set.len).map(|index| entries.get(&set.get(index).key(&set.texts)).copied()).collect();
    for (index, acceptance) in accepted.iter().enumerate() {
        let severity = match acceptance {
            Some(_) => Severity::Allow,
            None => job.settings.severity(set.get(index).rule),
        };
        set.set_severity(index, severity);
    }
    accepted
}

fn describe<'a>(
    job: &Job<'_, 'a>,
    set: &Set<'_, 'a>,
    accepted: &[Option<usize>],
    room: &mut Buffers<'_, 'a>,
    scratch: &mut Set<'_, 'a>,
) -> Review {
    let versions = |index: usize| {
        let hits = std::iter::successors(set.first_hit(index), |hit| set.next_hit(*hit));
        hits.map(|hit| job.history.versions[hit.version as usize].version).collect()
    };
    let mut order: Vec<usize> = (0..set.len).collect();
    order.sort_by_key(|&index| set.get(index).root);
    let mut budget = Budget::new(WORK, OVER);
    let findings = order
        .into_iter()
        .map(|index| {
            let found = set.get(index);
            let text = |range: Range| set.text(range).to_owned();
            let severity = job.severity(set, index);
            let tried = match job.settings.severity(found.rule) {
                Severity::Error => Tried::of(job, set, index, room, scratch, &mut budget),
                _ => Tried::NOTHING,
            };
            Finding {
                rule: found.rule,
                severity,
                accepted: accepted[index],
                breaks: found.broken,
                ty: found.ty.to_owned(),
                path: text(found.path),
                before: text(found.before),
                after: text(found.after),
                field: (found.root != NONE).then_some(found.root as usize),
                versions: versions(index),
                message: written(|out| write_headline(out, job, set, index)),
                cause: written(|out| write_cause(out, set, &found)),
                helps: if severity == Severity::Error { helps(&tried, &found) } else { Vec::new() },
                text: written(|out| write_finding(out, job, set, index, &tried)),
            }
        })
        .collect();
    Review { findings, unchecked: unchecked(job, set) }
}

fn unchecked(job: &Job<'_, '_>, set: &Set<'_, '_>) -> Option<String> {
    let name = job.history.full_name;
    if let Some(version) = set.unchecked {
        let number = job.history.versions[version as usize].version;
        return Some(format!(
            "`{name}` could not be checked against version {number}: the schemas have more pairs of types than the engine takes"
        ));
    }
    (set.more > 0).then(|| format!("`{name}` has {} more findings than can be listed", set.more))
}

fn helps<'a>(tried: &Tried<'a>, found: &Found<'a>) -> Vec<Help> {
    let help = |&Fix { candidate, passes }: &Fix<'a>| {
        let mut schema = change(candidate.code);
        let mut edits = edits(&candidate.assumes, found);
        if let Some(default) = candidate.default.map(NewDefault::json) {
            schema.push_str(&format!(", and \"default\": {default}"));
            edits.extend(candidate.assumes.iter().flatten().filter_map(|assume| Edit::default_of(assume, &default)));
        }
        let label = candidate.label.trim_start_matches("or ").trim_end_matches(':').to_owned();
        Help { label, code: written(|out| write_code(out, candidate.code)), schema, passes, edits }
    };
    tried.fixes.iter().flatten().map(help).collect()
}

fn edits<'a>(assumes: &[Option<Assume<'a>>], found: &Found<'a>) -> Vec<Edit> {
    let own = || {
        let owner = found.subject.our_owner?;
        let at = found.subject.our_field as usize;
        (at < owner.field_count()).then(|| owner.child(&owner.field(at).schema))
    };
    let edit = |assume: &Assume<'a>| match default_of(assume, assumes).or_else(own) {
        Some(ty) => Edit::of(*assume).with_zero(ty),
        None => Edit::of(*assume),
    };
    assumes.iter().flatten().map(edit).collect()
}

/// What `write` writes, in a buffer that grows until it fits.
fn written(mut write: impl FnMut(&mut Buffer<'_>)) -> String {
    let mut bytes = vec![0; 2048];
    loop {
        let mut out = Buffer::new(&mut bytes);
        write(&mut out);
        if !out.is_full() {
            let len = out.len();
            return text_of(&bytes[..len]).to_owned();
        }
        bytes = vec![0; 4 * bytes.len()];
    }
}

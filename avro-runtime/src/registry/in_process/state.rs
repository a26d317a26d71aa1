//! What the in-process registry holds, and how it changes.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use avro_model::compat::confluent;
use avro_model::content::content_hash_with_docs;
use avro_model::level::Level;
use avro_model::names::NameRule;
use avro_model::{Document, View, parse, print};

use super::super::backend::{Compatibility, Deletion, SubjectVersion, Version};
use super::super::subject::context;
use crate::registry::RegistryError;

#[derive(Default)]
pub(super) struct State {
    subjects: BTreeMap<String, Subject>,
    contexts: HashMap<String, Context>,
    global_level: Option<Level>,
    /// Of subjects, and of contexts (`:.name:`).
    levels: HashMap<String, Level>,
}

#[derive(Default)]
struct Subject {
    versions: BTreeMap<u32, Entry>,
}

struct Entry {
    id: u32,
    deleted: bool,
    schema: Arc<Stored>,
}

/// The ids of one context. They count from 1 and are never given out twice.
#[derive(Default)]
struct Context {
    last_id: u32,
    schemas: HashMap<u32, Arc<Stored>>,
    by_text: HashMap<String, u32>,
}

/// A schema as it is kept: the text as Java's `Schema.toString()` prints it.
struct Stored {
    text: String,
    document: Document,
    /// Equal for schemas that differ in nothing but the order of properties and aliases.
    hash: u128,
}

impl Stored {
    /// A schema to be registered or checked, validated as Confluent 8 validates new ones: Java's parser, the specification's
    /// names, defaults that fit.
    fn parse_new(subject: &str, text: &str) -> Result<Stored, RegistryError> {
        Self::parse(subject, text, &parse::Options { names: Some(NameRule::Strict), ..Default::default() })
    }

    /// A schema to be looked up: as lenient as the stored ones may be.
    fn parse_known(subject: &str, text: &str) -> Result<Stored, RegistryError> {
        Self::parse(subject, text, &parse::Options { check_defaults: false, ..Default::default() })
    }

    fn parse(subject: &str, text: &str, options: &parse::Options) -> Result<Stored, RegistryError> {
        let invalid = |details: String| {
            RegistryError::answered(
                42201,
                format!("Invalid schema of type AVRO for subject {subject}, details: {details}"),
            )
        };
        if text.trim().is_empty() || text.trim() == "null" {
            return Err(invalid("Empty schema".to_owned()));
        }
        let document = parse::parse(text, options).map_err(|errors| invalid(errors.to_string()))?.document;
        let text = print::java(document.view());
        let hash = content_hash_with_docs(document.view());
        Ok(Stored { text, document, hash })
    }

    fn view(&self) -> View<'_> {
        self.document.view()
    }
}

impl Subject {
    fn live(&self) -> impl DoubleEndedIterator<Item = (u32, &Entry)> {
        self.versions.iter().filter(|(_, entry)| !entry.deleted).map(|(version, entry)| (*version, entry))
    }

    fn live_version(&self, version: Version) -> Option<(u32, &Entry)> {
        match version {
            Version::Latest => self.live().next_back(),
            Version::Number(number) => {
                self.versions.get(&number).filter(|entry| !entry.deleted).map(|entry| (number, entry))
            }
        }
    }

    /// The version that is `schema`: by text, else by what the text means.
    fn find(&self, schema: &Stored) -> Option<(u32, &Entry)> {
        self.live()
            .find(|(_, entry)| entry.schema.text == schema.text)
            .or_else(|| self.live().find(|(_, entry)| entry.schema.hash == schema.hash))
    }
}

impl State {
    pub(super) fn register(&mut self, subject: &str, text: &str) -> Result<SubjectVersion, RegistryError> {
        check_subject(subject)?;
        let schema = Stored::parse_new(subject, text)?;
        let level = self.level(Some(subject));
        let known = self.subjects.get(subject);
        if let Some((version, entry)) = known.and_then(|known| known.find(&schema)) {
            return Ok(answer(subject, version, entry));
        }
        if let Some(known) = known {
            let versions: Vec<_> = known.live().collect();
            let messages = check(level, &schema, &versions);
            if !messages.is_empty() {
                return Err(RegistryError::answered(
                    40901,
                    format!(
                        "Schema being registered is incompatible with an earlier schema for subject \"{subject}\", details: [{}]",
                        messages.join(", ")
                    ),
                ));
            }
        }
        let (id, schema) = self.contexts.entry(context(subject).to_owned()).or_default().id_of(schema);
        let known = self.subjects.entry(subject.to_owned()).or_default();
        let version = known.versions.last_key_value().map_or(1, |(last, _)| last + 1);
        // A soft-deleted version of the same schema gives way to the new one.
        known.versions.retain(|_, entry| !(entry.deleted && entry.id == id));
        let entry = Entry { id, deleted: false, schema };
        let answer = answer(subject, version, &entry);
        known.versions.insert(version, entry);
        Ok(answer)
    }

    pub(super) fn look_up(&self, subject: &str, text: &str) -> Result<SubjectVersion, RegistryError> {
        let schema = Stored::parse_known(subject, text)?;
        let known = self.live_subject(subject)?;
        match known.find(&schema) {
            Some((version, entry)) => Ok(answer(subject, version, entry)),
            None => Err(RegistryError::answered(40403, "Schema not found")),
        }
    }

    pub(super) fn version(&self, subject: &str, version: Version) -> Result<SubjectVersion, RegistryError> {
        match self.live_subject(subject)?.live_version(version) {
            Some((number, entry)) => Ok(answer(subject, number, entry)),
            None => Err(version_not_found(version)),
        }
    }

    pub(super) fn versions(&self, subject: &str) -> Result<Vec<u32>, RegistryError> {
        Ok(self.live_subject(subject)?.live().map(|(version, _)| version).collect())
    }

    pub(super) fn subjects(&self) -> Vec<String> {
        self.subjects
            .iter()
            .filter(|(_, known)| known.live().next().is_some())
            .map(|(subject, _)| subject.clone())
            .collect()
    }

    pub(super) fn schema(&self, id: u32, subject: Option<&str>) -> Result<String, RegistryError> {
        self.contexts
            .get(subject.map_or(".", context))
            .and_then(|context| context.schemas.get(&id))
            .map(|schema| schema.text.clone())
            .ok_or_else(|| RegistryError::answered(40403, format!("Schema {id} not found")))
    }

    pub(super) fn compatibility(
        &self,
        subject: &str,
        version: Option<Version>,
        text: &str,
    ) -> Result<Compatibility, RegistryError> {
        let schema = Stored::parse_new(subject, text)?;
        let known = self.subjects.get(subject).filter(|known| known.live().next().is_some());
        let versions: Vec<_> = match (version, known) {
            (None, Some(known)) => known.live().collect(),
            (None | Some(Version::Latest), None) => Vec::new(),
            (Some(version), Some(known)) => {
                vec![known.live_version(version).ok_or_else(|| version_not_found(version))?]
            }
            (Some(version @ Version::Number(_)), None) => return Err(version_not_found(version)),
        };
        let messages = check(self.level(Some(subject)), &schema, &versions);
        Ok(if messages.is_empty() { Compatibility::COMPATIBLE } else { Compatibility::incompatible(messages) })
    }

    /// The subject's level, else that of its context, else that of the global context. Another context does not inherit the
    /// default context's.
    pub(super) fn level(&self, subject: Option<&str>) -> Level {
        let configured = match subject {
            None => self.global_level,
            Some(subject) => {
                let of_context = || match context(subject) {
                    "." => self.global_level,
                    context => self.levels.get(&format!(":{context}:")).copied(),
                };
                let of_all = || self.levels.get(":.__GLOBAL:").copied();
                self.levels.get(subject).copied().or_else(of_context).or_else(of_all)
            }
        };
        configured.unwrap_or(Level::Backward)
    }

    pub(super) fn set_level(&mut self, subject: Option<&str>, level: Option<Level>) -> Result<(), RegistryError> {
        match (subject, level) {
            (None, level) => self.global_level = level,
            (Some(subject), Some(level)) => {
                check_subject(subject)?;
                self.levels.insert(subject.to_owned(), level);
            }
            (Some(subject), None) => {
                self.levels.remove(subject).ok_or_else(|| subject_not_found(subject))?;
            }
        }
        Ok(())
    }

    pub(super) fn delete_subject(&mut self, subject: &str, deletion: Deletion) -> Result<Vec<u32>, RegistryError> {
        let known = self.subjects.get_mut(subject).ok_or_else(|| subject_not_found(subject))?;
        let live: Vec<u32> = known.live().map(|(version, _)| version).collect();
        match deletion {
            Deletion::Soft if live.is_empty() => Err(RegistryError::answered(
                40404,
                format!("Subject '{subject}' was soft deleted.Set permanent=true to delete permanently"),
            )),
            Deletion::Soft => {
                known.versions.values_mut().for_each(|entry| entry.deleted = true);
                Ok(live)
            }
            Deletion::Permanent if !live.is_empty() => Err(RegistryError::answered(
                40405,
                format!("Subject '{subject}' was not deleted first before being permanently deleted"),
            )),
            Deletion::Permanent => {
                let all = known.versions.keys().copied().collect();
                let ids: Vec<u32> = known.versions.values().map(|entry| entry.id).collect();
                self.forget_subject(subject);
                ids.into_iter().for_each(|id| self.forget_unused(subject, id));
                Ok(all)
            }
        }
    }

    pub(super) fn delete_version(
        &mut self,
        subject: &str,
        version: Version,
        deletion: Deletion,
    ) -> Result<u32, RegistryError> {
        let known = self.subjects.get_mut(subject).ok_or_else(|| subject_not_found(subject))?;
        let number = match version {
            Version::Number(number) => number,
            Version::Latest => match known.live_version(version) {
                Some((number, _)) => number,
                None => return Err(RegistryError::answered(40402, "Version -1 not found.")),
            },
        };
        let entry = known.versions.get_mut(&number).ok_or_else(|| version_not_found(version))?;
        match (deletion, entry.deleted) {
            (Deletion::Soft, false) => entry.deleted = true,
            (Deletion::Soft, true) => {
                return Err(RegistryError::answered(
                    40406,
                    format!(
                        "Subject '{subject}' Version {number} was soft deleted.Set permanent=true to delete permanently"
                    ),
                ));
            }
            (Deletion::Permanent, false) => {
                return Err(RegistryError::answered(
                    40407,
                    format!(
                        "Subject '{subject}' Version {number} was not deleted first before being permanently deleted"
                    ),
                ));
            }
            (Deletion::Permanent, true) => {
                let id = entry.id;
                known.versions.remove(&number);
                if known.versions.is_empty() {
                    self.forget_subject(subject);
                }
                self.forget_unused(subject, id);
            }
        }
        Ok(number)
    }

    fn forget_subject(&mut self, subject: &str) {
        self.subjects.remove(subject);
        self.levels.remove(subject);
    }

    /// Drops the schema `id` if no subject of the context has it any more; the id itself is never given out again.
    fn forget_unused(&mut self, subject: &str, id: u32) {
        let own = context(subject);
        let used = self
            .subjects
            .iter()
            .any(|(other, known)| context(other) == own && known.versions.values().any(|entry| entry.id == id));
        if used {
            return;
        }
        if let Some(context) = self.contexts.get_mut(own)
            && let Some(schema) = context.schemas.remove(&id)
        {
            context.by_text.remove(&schema.text);
        }
    }

    fn live_subject(&self, subject: &str) -> Result<&Subject, RegistryError> {
        self.subjects
            .get(subject)
            .filter(|known| known.live().next().is_some())
            .ok_or_else(|| subject_not_found(subject))
    }
}

impl Context {
    /// The id of `schema`: the one that its text has in this context, or the next.
    fn id_of(&mut self, schema: Stored) -> (u32, Arc<Stored>) {
        if let Some(id) = self.by_text.get(&schema.text)
            && let Some(known) = self.schemas.get(id)
        {
            return (*id, known.clone());
        }
        self.last_id += 1;
        let schema = Arc::new(schema);
        self.by_text.insert(schema.text.clone(), self.last_id);
        self.schemas.insert(self.last_id, schema.clone());
        (self.last_id, schema)
    }
}

fn answer(subject: &str, version: u32, entry: &Entry) -> SubjectVersion {
    SubjectVersion::new(subject, version, entry.id, entry.schema.text.as_str())
}

fn subject_not_found(subject: &str) -> RegistryError {
    RegistryError::answered(40401, format!("Subject '{subject}' not found."))
}

fn version_not_found(version: Version) -> RegistryError {
    RegistryError::answered(40402, format!("Version {version} not found."))
}

/// Confluent's own limits; a name in the wildcard context would break its server.
fn check_subject(subject: &str) -> Result<(), RegistryError> {
    let bad = subject.is_empty()
        || subject.chars().any(char::is_control)
        || matches!(subject, "__GLOBAL" | "__EMPTY")
        || context(subject) == "*";
    if bad {
        return Err(RegistryError::answered(
            42208,
            format!("The specified subject '{}' is not a valid.", subject.escape_debug()),
        ));
    }
    Ok(())
}

/// Why `new` breaks `level` against `versions` (oldest first): empty if it does not.
fn check(level: Level, new: &Stored, versions: &[(u32, &Entry)]) -> Vec<String> {
    let versions: Vec<_> = versions.iter().map(|(number, entry)| (*number, entry.schema.view())).collect();
    confluent::messages(level, new.view(), &versions)
}

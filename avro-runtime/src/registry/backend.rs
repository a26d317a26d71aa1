//! What stands behind a [`Registry`](super::Registry): one object-safe trait.

use core::future::Future;
use core::pin::Pin;

use avro_model::level::Level;

use super::{RawSchema, Reference, RegistryError};

/// A future in a box, as [`Backend`] returns it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A schema registry. Implement it for a registry of your own, or around another one in tests.
///
/// The futures need no particular runtime; the in-process registry's are ready at once.
pub trait Backend: Send + Sync + 'static {
    /// The URL, without credentials, as errors show it.
    fn url(&self) -> &str;

    /// Registers `schema` under `subject`: the same version again if it is there, else a new one that keeps the level.
    fn register<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>>;

    /// The version of `subject` that has this `schema` (40401, 40403).
    fn look_up<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>>;

    /// A version of `subject` (40401, 40402).
    fn version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>>;

    /// The numbers of the versions of `subject`, ascending (40401).
    fn versions<'a>(&'a self, subject: &'a str) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>>;

    /// All subjects, sorted.
    fn subjects(&self) -> BoxFuture<'_, Result<Vec<String>, RegistryError>>;

    /// Schema `id` in the context of `subject`, or in the default context (40403).
    fn schema<'a>(&'a self, id: u32, subject: Option<&'a str>) -> BoxFuture<'a, Result<StoredSchema, RegistryError>>;

    /// Whether `schema` could be registered: against `version`, or as registration checks it. A subject that does not
    /// exist accepts everything.
    fn compatibility<'a>(
        &'a self,
        subject: &'a str,
        version: Option<Version>,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<Compatibility, RegistryError>>;

    /// The level in force for `subject`, or the global one.
    fn level<'a>(&'a self, subject: Option<&'a str>) -> BoxFuture<'a, Result<Level, RegistryError>>;

    /// Sets the level of `subject`, or the global one; `None` takes back what was set.
    fn set_level<'a>(
        &'a self,
        subject: Option<&'a str>,
        level: Option<Level>,
    ) -> BoxFuture<'a, Result<(), RegistryError>>;

    /// Deletes all versions of `subject` and answers which (40401, 40404, 40405).
    fn delete_subject<'a>(
        &'a self,
        subject: &'a str,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>>;

    /// Deletes a version of `subject` and answers its number (40401, 40402, 40406, 40407).
    fn delete_version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<u32, RegistryError>>;
}

/// A schema as a registry holds it under an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSchema {
    text: String,
    references: Vec<Reference>,
    schema_type: Option<String>,
}

impl StoredSchema {
    /// As a [`Backend`] answers: an Avro schema.
    pub fn new(text: impl Into<String>, references: Vec<Reference>) -> Self {
        StoredSchema { text: text.into(), references, schema_type: None }
    }

    /// As a [`Backend`] answers: a schema of another kind, such as `PROTOBUF` or `JSON`.
    pub fn of_type(self, schema_type: impl Into<String>) -> Self {
        StoredSchema { schema_type: Some(schema_type.into()), ..self }
    }

    /// The text, as stored.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the text refers to.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The kind of a schema that is not an Avro schema.
    pub fn foreign_type(&self) -> Option<&str> {
        self.schema_type.as_deref().filter(|name| *name != "AVRO")
    }
}

/// The two steps of a deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deletion {
    /// Hidden: no longer listed nor checked against; the id still resolves.
    Soft,
    /// Gone. Only after a soft deletion.
    Permanent,
}

/// Names a version of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// The newest.
    Latest,
    /// This one; versions count from 1.
    Number(u32),
}

impl core::fmt::Display for Version {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Version::Latest => f.write_str("latest"),
            Version::Number(number) => number.fmt(f),
        }
    }
}

/// A schema as a registry holds it under a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectVersion {
    subject: String,
    version: u32,
    id: u32,
    schema: String,
    references: Vec<Reference>,
}

impl SubjectVersion {
    /// As a [`Backend`] answers.
    pub fn new(subject: impl Into<String>, version: u32, id: u32, schema: impl Into<String>) -> Self {
        SubjectVersion { subject: subject.into(), version, id, schema: schema.into(), references: Vec::new() }
    }

    /// The same with what the text refers to.
    pub fn with_references(self, references: Vec<Reference>) -> Self {
        SubjectVersion { references, ..self }
    }

    /// What the text refers to.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The subject.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The number of the version, from 1.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The id of the schema, which messages carry.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// The text of the schema, as stored.
    pub fn schema(&self) -> &str {
        &self.schema
    }
}

/// The answer to a compatibility check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compatibility {
    messages: Option<Vec<String>>,
}

impl Compatibility {
    /// Nothing stands in the way.
    pub const COMPATIBLE: Compatibility = Compatibility { messages: None };

    /// Incompatible, for these reasons.
    pub fn incompatible(messages: Vec<String>) -> Self {
        Compatibility { messages: Some(messages) }
    }

    /// Whether the schema can be registered.
    pub fn is_compatible(&self) -> bool {
        self.messages.is_none()
    }

    /// The registry's reasons, empty if compatible.
    pub fn messages(&self) -> &[String] {
        self.messages.as_deref().unwrap_or_default()
    }
}

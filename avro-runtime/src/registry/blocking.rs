//! A registry for code without async: the calls of [`Registry`], each waiting for its answer on the calling thread.
//!
//! ```
//! use avro_runtime::registry::blocking::Registry;
//!
//! let registry = Registry::connect("mock://blocking-doc")?;
//! let version = registry.register("orders-value", r#""long""#)?;
//! assert_eq!(registry.schema(version.id())?, r#""long""#);
//! # Ok::<(), avro_runtime::registry::RegistryError>(())
//! ```
//!
//! It works inside an async runtime too, where it blocks the thread that calls it.

use avro_model::level::Level;

use super::{Compatibility, Deletion, RawSchema, RegistryError, StoredSchema, SubjectVersion, Version, block_on};
use crate::WriterSchema;

/// A handle to a schema registry whose calls wait for their answers. Clones share the connection and the cache.
#[derive(Clone, Debug)]
pub struct Registry(super::Registry);

impl From<super::Registry> for Registry {
    fn from(registry: super::Registry) -> Self {
        Registry(registry)
    }
}

impl Registry {
    /// Connects to the registry at `url`: [`Registry::connect`](super::Registry::connect).
    ///
    /// # Errors
    /// A URL that is none, or whose feature is off.
    pub fn connect(url: &str) -> Result<Self, RegistryError> {
        super::Registry::connect(url).map(Registry)
    }

    /// The registry's URL, without credentials.
    pub fn url(&self) -> &str {
        self.0.url()
    }

    /// Registers `schema` under `subject`: [`register`](super::Registry::register).
    ///
    /// # Errors
    /// Those of that call.
    pub fn register<'a>(
        &self,
        subject: &str,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<SubjectVersion, RegistryError> {
        block_on(self.0.register(subject, schema))
    }

    /// The version of `subject` that has this `schema`: [`look_up`](super::Registry::look_up).
    ///
    /// # Errors
    /// Those of that call.
    pub fn look_up<'a>(
        &self,
        subject: &str,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<SubjectVersion, RegistryError> {
        block_on(self.0.look_up(subject, schema))
    }

    /// A version of `subject`: [`version`](super::Registry::version).
    ///
    /// # Errors
    /// Those of that call.
    pub fn version(&self, subject: &str, version: Version) -> Result<SubjectVersion, RegistryError> {
        block_on(self.0.version(subject, version))
    }

    /// The numbers of the versions of `subject`: [`versions`](super::Registry::versions).
    ///
    /// # Errors
    /// Those of that call.
    pub fn versions(&self, subject: &str) -> Result<Vec<u32>, RegistryError> {
        block_on(self.0.versions(subject))
    }

    /// All subjects: [`subjects`](super::Registry::subjects).
    ///
    /// # Errors
    /// Those of that call.
    pub fn subjects(&self) -> Result<Vec<String>, RegistryError> {
        block_on(self.0.subjects())
    }

    /// The text of the schema with this id: [`schema`](super::Registry::schema).
    ///
    /// # Errors
    /// Those of that call.
    pub fn schema(&self, id: u32) -> Result<String, RegistryError> {
        block_on(self.0.schema(id))
    }

    /// The schema with this id, as stored: [`stored_schema`](super::Registry::stored_schema).
    ///
    /// # Errors
    /// Those of that call.
    pub fn stored_schema(&self, id: u32) -> Result<StoredSchema, RegistryError> {
        block_on(self.0.stored_schema(id))
    }

    /// The schema with this id, ready to decode with: [`writer_schema`](super::Registry::writer_schema).
    ///
    /// # Errors
    /// Those of that call.
    pub fn writer_schema(&self, id: u32) -> Result<WriterSchema, RegistryError> {
        block_on(self.0.writer_schema(id))
    }

    /// Whether `schema` could be registered: [`compatibility`](super::Registry::compatibility).
    ///
    /// # Errors
    /// Those of that call.
    pub fn compatibility<'a>(
        &self,
        subject: &str,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<Compatibility, RegistryError> {
        block_on(self.0.compatibility(subject, schema))
    }

    /// Whether `schema` and one version keep the level: [`compatibility_with`](super::Registry::compatibility_with).
    ///
    /// # Errors
    /// Those of that call.
    pub fn compatibility_with<'a>(
        &self,
        subject: &str,
        version: Version,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<Compatibility, RegistryError> {
        block_on(self.0.compatibility_with(subject, version, schema))
    }

    /// The level in force: [`level`](super::Registry::level).
    ///
    /// # Errors
    /// Those of that call.
    pub fn level(&self, subject: Option<&str>) -> Result<Level, RegistryError> {
        block_on(self.0.level(subject))
    }

    /// Sets a level: [`set_level`](super::Registry::set_level).
    ///
    /// # Errors
    /// Those of that call.
    pub fn set_level(&self, subject: Option<&str>, level: Level) -> Result<(), RegistryError> {
        block_on(self.0.set_level(subject, level))
    }

    /// Takes back what was set: [`reset_level`](super::Registry::reset_level).
    ///
    /// # Errors
    /// Those of that call.
    pub fn reset_level(&self, subject: Option<&str>) -> Result<(), RegistryError> {
        block_on(self.0.reset_level(subject))
    }

    /// Deletes all versions of `subject`: [`delete_subject`](super::Registry::delete_subject).
    ///
    /// # Errors
    /// Those of that call.
    pub fn delete_subject(&self, subject: &str, deletion: Deletion) -> Result<Vec<u32>, RegistryError> {
        block_on(self.0.delete_subject(subject, deletion))
    }

    /// Deletes a version of `subject`: [`delete_version`](super::Registry::delete_version).
    ///
    /// # Errors
    /// Those of that call.
    pub fn delete_version(&self, subject: &str, version: Version, deletion: Deletion) -> Result<u32, RegistryError> {
        block_on(self.0.delete_version(subject, version, deletion))
    }
}

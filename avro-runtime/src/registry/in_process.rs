//! The in-process registry, `mock://name`: what Confluent's registry promises, without a server.
//!
//! Subjects, versions, ids per context, levels, soft and permanent deletes, and the answers' codes and texts follow
//! Confluent Schema Registry 8.3. Left out: schema references, metadata, modes, aliases.

mod state;

use core::future::ready;
use std::sync::{Mutex, MutexGuard, PoisonError};

use avro_model::level::Level;

use super::backend::{Backend, BoxFuture, Compatibility, Deletion, StoredSchema, SubjectVersion, Version};
use super::{RawSchema, RegistryError};
use state::State;

/// A registry inside the process. `Registry::connect("mock://name")` shares one by name; this one is its owner's alone.
///
/// ```
/// use avro_runtime::registry::{block_on, InProcess, Registry};
/// let registry = Registry::new(InProcess::new());
/// assert!(block_on(registry.subjects()).unwrap().is_empty());
/// ```
pub struct InProcess {
    url: String,
    state: Mutex<State>,
}

impl InProcess {
    /// A registry without subjects, at level BACKWARD.
    pub fn new() -> Self {
        InProcess::named("")
    }

    /// The same, called `mock://name`.
    pub(super) fn named(name: &str) -> Self {
        InProcess { url: format!("mock://{name}"), state: Mutex::default() }
    }

    fn with<'a, T: Send + 'a>(
        &self,
        call: impl FnOnce(&mut State) -> Result<T, RegistryError>,
    ) -> BoxFuture<'a, Result<T, RegistryError>> {
        let result = call(&mut self.lock());
        Box::pin(ready(result))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // `State` changes only after everything that can fail has passed, so a panic elsewhere cannot tear it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for InProcess {
    fn default() -> Self {
        Self::new()
    }
}

impl core::fmt::Debug for InProcess {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("InProcess").field("url", &self.url).field("subjects", &self.lock().subjects().len()).finish()
    }
}

/// The text of a schema that refers to no other subject.
fn own_text(schema: RawSchema<'_>) -> Result<&str, RegistryError> {
    if schema.references().is_empty() {
        return Ok(schema.text());
    }
    Err(RegistryError::refused(
        "the in-process registry has no references between subjects: write the types that the schema needs into it",
    ))
}

impl Backend for InProcess {
    fn url(&self) -> &str {
        &self.url
    }

    fn register<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        self.with(|state| state.register(subject, own_text(schema)?))
    }

    fn look_up<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        self.with(|state| state.look_up(subject, own_text(schema)?))
    }

    fn version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        self.with(|state| state.version(subject, version))
    }

    fn versions<'a>(&'a self, subject: &'a str) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>> {
        self.with(|state| state.versions(subject))
    }

    fn subjects(&self) -> BoxFuture<'_, Result<Vec<String>, RegistryError>> {
        self.with(|state| Ok(state.subjects()))
    }

    fn schema<'a>(&'a self, id: u32, subject: Option<&'a str>) -> BoxFuture<'a, Result<StoredSchema, RegistryError>> {
        self.with(|state| Ok(StoredSchema::new(state.schema(id, subject)?, Vec::new())))
    }

    fn compatibility<'a>(
        &'a self,
        subject: &'a str,
        version: Option<Version>,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<Compatibility, RegistryError>> {
        self.with(|state| state.compatibility(subject, version, own_text(schema)?))
    }

    fn level<'a>(&'a self, subject: Option<&'a str>) -> BoxFuture<'a, Result<Level, RegistryError>> {
        self.with(|state| Ok(state.level(subject)))
    }

    fn set_level<'a>(
        &'a self,
        subject: Option<&'a str>,
        level: Option<Level>,
    ) -> BoxFuture<'a, Result<(), RegistryError>> {
        self.with(|state| state.set_level(subject, level))
    }

    fn delete_subject<'a>(
        &'a self,
        subject: &'a str,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>> {
        self.with(|state| state.delete_subject(subject, deletion))
    }

    fn delete_version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<u32, RegistryError>> {
        self.with(|state| state.delete_version(subject, version, deletion))
    }
}

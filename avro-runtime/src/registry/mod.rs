//! Schema registries: subjects, versions, ids, levels; and the wire format that carries the ids.
//!
//! [`Registry::connect`] gives a handle; `mock://name` is the in-process registry, which answers as Confluent's does.
//!
//! ```
//! use avro_runtime::registry::{block_on, Registry};
//!
//! let registry = Registry::connect("mock://doc-example").unwrap();
//! let first = block_on(registry.register("orders-value", r#"{"type":"record","name":"Order","fields":[]}"#)).unwrap();
//! assert_eq!((first.version(), first.id()), (1, 1));
//!
//! let error = block_on(registry.register("orders-value", r#""long""#)).unwrap_err();
//! assert!(error.is_incompatible());
//! ```

mod backend;
mod cache;
mod error;
mod frame;
#[cfg(feature = "registry-http")]
mod http;
mod in_process;
mod patience;
mod reference;
mod resolved;
mod subject;

pub mod blocking;

use core::fmt;
use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::task::Wake;
use std::thread::Thread;

use self::resolved::resolved;
use crate::WriterSchema;
use avro_model::level::Level;

pub use backend::{Backend, BoxFuture, Compatibility, Deletion, StoredSchema, SubjectVersion, Version};
pub(crate) use cache::Lookup;
pub use error::RegistryError;
pub use frame::{Frame, FrameError, HEADER_LEN};
#[cfg(feature = "registry-http")]
pub use http::Builder;
pub use in_process::InProcess;
pub(crate) use patience::Patience;
pub use reference::{RawSchema, Reference};
pub(crate) use subject::Scope;
pub use subject::{Naming, Part, RecordName, SubjectNaming, TopicName, TopicRecordName};

/// A handle to a schema registry. Clones share the connection and the cache of writer schemas.
#[derive(Clone)]
pub struct Registry {
    backend: Arc<dyn Backend>,
    cache: Arc<cache::SchemaCache>,
}

impl Registry {
    /// Connects to the registry at `url`.
    ///
    /// `mock://name` is an in-process registry: the same one for the same name, for as long as the process lives.
    /// `http://host:8081` is a server with Confluent's API (feature `registry-http`, which `kafka` brings), `https://` too with
    /// the feature `registry-tls`; the URL may have a path (`/apis/ccompat/v7`) and credentials. Nothing is asked of it
    /// here. Settings: `Registry::builder`.
    ///
    /// # Errors
    /// A URL that is none, or whose feature is off.
    pub fn connect(url: &str) -> Result<Self, RegistryError> {
        match url.split_once("://") {
            Some(("mock", name)) if is_mock_name(name) => Ok(in_process(name)),
            Some(("mock", _)) => Err(RegistryError::refused(
                "the name in mock://<name> takes letters, digits, `.`, `_` and `-`, at least one",
            )),
            #[cfg(feature = "registry-http")]
            Some(("http" | "https", _)) => Registry::builder(url).connect(),
            #[cfg(not(feature = "registry-http"))]
            Some((scheme @ ("http" | "https"), _)) => Err(RegistryError::refused(format!(
                "registries over {scheme} need avro-runtime's feature `registry-http` (`registry-tls` for https), which `kafka` brings"
            ))),
            // The text may hold credentials: it is not repeated.
            _ => {
                Err(RegistryError::refused("the URL has no known scheme: expected http://, https:// or mock://<name>"))
            }
        }
    }

    /// Settings for the server at `url`: credentials, limits of time, retries.
    #[cfg(feature = "registry-http")]
    pub fn builder(url: &str) -> Builder {
        Builder::new(url)
    }

    /// A handle to a registry of your own.
    pub fn new(backend: impl Backend) -> Self {
        Registry { backend: Arc::new(backend), cache: Arc::default() }
    }

    /// The registry's URL, without credentials.
    pub fn url(&self) -> &str {
        self.backend.url()
    }

    /// Registers `schema`, a full JSON text or a [`RawSchema`] with references, under `subject`. Text that is there keeps its version; text that is known
    /// under another subject of the context keeps its id.
    ///
    /// # Errors
    /// An invalid schema (42201), one that breaks the subject's level (409), an invalid subject (42208).
    pub async fn register<'a>(
        &self,
        subject: &str,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<SubjectVersion, RegistryError> {
        self.named(self.backend.register(subject, schema.into()).await)
    }

    /// The version of `subject` that has this `schema`.
    ///
    /// # Errors
    /// No such subject (40401), none of its versions is this schema (40403), an invalid schema (42201).
    pub async fn look_up<'a>(
        &self,
        subject: &str,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<SubjectVersion, RegistryError> {
        self.named(self.backend.look_up(subject, schema.into()).await)
    }

    /// A version of `subject`.
    ///
    /// # Errors
    /// No such subject (40401) or version (40402).
    pub async fn version(&self, subject: &str, version: Version) -> Result<SubjectVersion, RegistryError> {
        self.named(self.backend.version(subject, version).await)
    }

    /// The numbers of the versions of `subject`, ascending.
    ///
    /// # Errors
    /// No such subject (40401).
    pub async fn versions(&self, subject: &str) -> Result<Vec<u32>, RegistryError> {
        self.named(self.backend.versions(subject).await)
    }

    /// All subjects, sorted.
    ///
    /// # Errors
    /// The registry could not answer.
    pub async fn subjects(&self) -> Result<Vec<String>, RegistryError> {
        self.named(self.backend.subjects().await)
    }

    /// The text of the schema with this id, in the default context, as stored; with its references:
    /// [`stored_schema`](Self::stored_schema).
    ///
    /// # Errors
    /// No such id (40403).
    pub async fn schema(&self, id: u32) -> Result<String, RegistryError> {
        Ok(self.stored_schema(id).await?.text().to_owned())
    }

    /// The schema with this id, in the default context, as stored.
    ///
    /// # Errors
    /// No such id (40403).
    pub async fn stored_schema(&self, id: u32) -> Result<StoredSchema, RegistryError> {
        self.named(self.backend.schema(id, None).await)
    }

    /// Whether `schema` could be registered under `subject` now, and if not, why.
    ///
    /// # Errors
    /// An invalid schema (42201).
    pub async fn compatibility<'a>(
        &self,
        subject: &str,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<Compatibility, RegistryError> {
        self.named(self.backend.compatibility(subject, None, schema.into()).await)
    }

    /// Whether `schema` and this one version of `subject` keep the subject's level.
    ///
    /// # Errors
    /// An invalid schema (42201), no such version (40402).
    pub async fn compatibility_with<'a>(
        &self,
        subject: &str,
        version: Version,
        schema: impl Into<RawSchema<'a>>,
    ) -> Result<Compatibility, RegistryError> {
        self.named(self.backend.compatibility(subject, Some(version), schema.into()).await)
    }

    /// The level in force for `subject`, or the global one for `None`.
    ///
    /// # Errors
    /// The registry could not answer.
    pub async fn level(&self, subject: Option<&str>) -> Result<Level, RegistryError> {
        self.named(self.backend.level(subject).await)
    }

    /// Sets the level of `subject`, or the global one for `None`.
    ///
    /// # Errors
    /// The registry refused, or could not answer.
    pub async fn set_level(&self, subject: Option<&str>, level: Level) -> Result<(), RegistryError> {
        self.named(self.backend.set_level(subject, Some(level)).await)
    }

    /// Takes back what [`set_level`](Self::set_level) set: the subject has the global level again, and the global level is
    /// BACKWARD.
    ///
    /// # Errors
    /// Nothing was set for the subject (40401).
    pub async fn reset_level(&self, subject: Option<&str>) -> Result<(), RegistryError> {
        self.named(self.backend.set_level(subject, None).await)
    }

    /// Deletes all versions of `subject`, and answers which: first softly, then permanently.
    ///
    /// # Errors
    /// No such subject (40401), softly deleted already (40404), not softly deleted yet (40405).
    pub async fn delete_subject(&self, subject: &str, deletion: Deletion) -> Result<Vec<u32>, RegistryError> {
        self.named(self.backend.delete_subject(subject, deletion).await)
    }

    /// Deletes a version of `subject`, and answers its number: first softly, then permanently.
    ///
    /// # Errors
    /// No such subject (40401) or version (40402), softly deleted already (40406), not softly deleted yet (40407).
    pub async fn delete_version(
        &self,
        subject: &str,
        version: Version,
        deletion: Deletion,
    ) -> Result<u32, RegistryError> {
        self.named(self.backend.delete_version(subject, version, deletion).await)
    }

    /// The text of the schema with this id, in the context of `subject`, with what it refers to written into it; nothing
    /// where that makes no Avro schema.
    #[cfg(feature = "kafka")]
    pub(crate) async fn schema_in(&self, id: u32, subject: &str) -> Result<Option<String>, RegistryError> {
        let stored = self.named(self.backend.schema(id, Some(subject)).await)?;
        if stored.foreign_type().is_some() {
            return Ok(None);
        }
        self.named(resolved(&self.backend, &stored).await.map(Result::ok))
    }

    /// The text of a version, with what it refers to written into it; nothing where that makes no Avro schema.
    #[cfg(feature = "kafka")]
    pub(crate) async fn text_of(&self, version: &SubjectVersion) -> Result<Option<String>, RegistryError> {
        let stored = StoredSchema::new(version.schema(), version.references().to_vec());
        self.named(resolved(&self.backend, &stored).await.map(Result::ok))
    }

    /// The schema with this id, in the default context, ready to decode with. Kept once fetched; asked for once, however many
    /// wait for it; asked for again for a while if the id is unknown or the registry does not answer.
    ///
    /// # Errors
    /// No such id (40403), a text that is no schema (42201), a registry that does not answer.
    pub async fn writer_schema(&self, id: u32) -> Result<WriterSchema, RegistryError> {
        self.named(match self.find_writer(id, &Scope::new(""), Patience::default()).await? {
            Lookup::Found(schema) => Ok(schema),
            Lookup::Unknown => Err(RegistryError::answered(40403, format!("Schema {id} not found"))),
            Lookup::Unreadable(why) => {
                Err(RegistryError::answered(42201, format!("schema {id} is not a valid schema: {why}")))
            }
        })
    }

    /// The writer schema with this id, from the cache if it is there.
    pub(crate) async fn find_writer(
        &self,
        id: u32,
        scope: &Scope,
        patience: Patience,
    ) -> Result<Lookup, RegistryError> {
        self.cache.get(&self.backend, id, scope, patience).await
    }

    fn named<T>(&self, result: Result<T, RegistryError>) -> Result<T, RegistryError> {
        result.map_err(|error| error.at(self.backend.url()))
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Registry").field(&self.url()).finish()
    }
}

/// The in-process registry of this name, made on first use and kept for as long as the process lives.
fn in_process(name: &str) -> Registry {
    static ALL: LazyLock<Mutex<HashMap<String, Registry>>> = LazyLock::new(Mutex::default);
    ALL.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .entry(name.to_owned())
        .or_insert_with(|| Registry::new(InProcess::named(name)))
        .clone()
}

fn is_mock_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// Runs a future of this module on the calling thread, for programs without an async runtime.
///
/// Not for use inside a runtime: it would block one of its threads.
pub fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => std::thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::*;

    #[test]
    fn urls() {
        let check = |url: &str, text: &str| assert_eq!(Registry::connect(url).unwrap_err().to_string(), text);
        check(
            "user:secret@localhost",
            "registry: the URL has no known scheme: expected http://, https:// or mock://<name>",
        );
        check("mock://", "registry: the name in mock://<name> takes letters, digits, `.`, `_` and `-`, at least one");
        assert_eq!(format!("{:?}", Registry::connect("mock://urls").unwrap()), r#"Registry("mock://urls")"#);
    }

    #[test]
    fn block_on_waits_for_a_waker() {
        assert_eq!(
            block_on(async {
                futures_timer::Delay::new(Duration::from_millis(5)).await;
                7
            }),
            7
        );
    }
}

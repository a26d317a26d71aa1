//! A registry with faults, and messages without a broker.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use avro_runtime::kafka::{OwnedMessage, Record};
use avro_runtime::registry::{
    Backend, BoxFuture, Compatibility, Deletion, InProcess, RawSchema, Registry, RegistryError, StoredSchema,
    SubjectVersion, Version,
};
use avro_runtime::schema::Level;

/// An in-process registry that counts the look-ups by id, takes its time, and fails as told.
#[derive(Default)]
pub(crate) struct Faulty {
    inner: InProcess,
    faults: Arc<Faults>,
}

#[derive(Default)]
pub(crate) struct Faults {
    /// Look-ups by id so far.
    pub(crate) fetches: AtomicUsize,
    /// Look-ups by id that still fail as if the server were down.
    pub(crate) down: AtomicUsize,
    /// Look-ups by id that still answer 404, as a replica does that lags behind.
    pub(crate) lagging: AtomicUsize,
}

impl Faulty {
    pub(crate) fn registry() -> (Registry, Arc<Faults>) {
        let faulty = Faulty::default();
        let faults = faulty.faults.clone();
        (Registry::new(faulty), faults)
    }
}

fn take(counter: &AtomicUsize) -> bool {
    counter.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
}

impl Backend for Faulty {
    fn url(&self) -> &str {
        "mock://faulty"
    }

    fn register<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        self.inner.register(subject, schema)
    }

    fn look_up<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        self.inner.look_up(subject, schema)
    }

    fn version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        self.inner.version(subject, version)
    }

    fn versions<'a>(&'a self, subject: &'a str) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>> {
        self.inner.versions(subject)
    }

    fn subjects(&self) -> BoxFuture<'_, Result<Vec<String>, RegistryError>> {
        self.inner.subjects()
    }

    fn schema<'a>(&'a self, id: u32, subject: Option<&'a str>) -> BoxFuture<'a, Result<StoredSchema, RegistryError>> {
        Box::pin(async move {
            self.faults.fetches.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
            if take(&self.faults.down) {
                return Err(RegistryError::unavailable("connection refused"));
            }
            if take(&self.faults.lagging) {
                return Err(RegistryError::answered(40403, format!("Schema {id} not found")));
            }
            self.inner.schema(id, subject).await
        })
    }

    fn compatibility<'a>(
        &'a self,
        subject: &'a str,
        version: Option<Version>,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<Compatibility, RegistryError>> {
        self.inner.compatibility(subject, version, schema)
    }

    fn level<'a>(&'a self, subject: Option<&'a str>) -> BoxFuture<'a, Result<Level, RegistryError>> {
        self.inner.level(subject)
    }

    fn set_level<'a>(
        &'a self,
        subject: Option<&'a str>,
        level: Option<Level>,
    ) -> BoxFuture<'a, Result<(), RegistryError>> {
        self.inner.set_level(subject, level)
    }

    fn delete_subject<'a>(
        &'a self,
        subject: &'a str,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>> {
        self.inner.delete_subject(subject, deletion)
    }

    fn delete_version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<u32, RegistryError>> {
        self.inner.delete_version(subject, version, deletion)
    }
}

/// The message that a broker would make of a record.
pub(crate) fn received(record: &Record) -> OwnedMessage {
    message(record.key(), record.value())
}

/// A message of topic `t`, partition 3, offset 7.
pub(crate) fn message(key: Option<&[u8]>, value: Option<&[u8]>) -> OwnedMessage {
    let timestamp = avro_runtime::kafka::rdkafka::Timestamp::NotAvailable;
    OwnedMessage::new(value.map(<[u8]>::to_vec), key.map(<[u8]>::to_vec), "t".to_owned(), timestamp, 3, 7, None)
}

//! A message on its way to a broker.

use core::fmt;
use std::sync::Arc;

/// A message to be sent: encoded, addressed, not yet given to a producer.
///
/// Made by [`Topic::record`](super::Topic::record), [`Topic::tombstone`](super::Topic::tombstone) and
/// [`Poison::record`](super::Poison::record).
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    pub(super) topic: Arc<str>,
    pub(super) key: Option<Vec<u8>>,
    pub(super) value: Option<Vec<u8>>,
    pub(super) partition: Option<i32>,
    pub(super) timestamp: Option<i64>,
    pub(super) headers: Vec<(String, Option<Vec<u8>>)>,
}

impl Record {
    /// A message of raw bytes; no value is a tombstone.
    pub fn raw(topic: &str, key: Option<Vec<u8>>, value: Option<Vec<u8>>) -> Self {
        Record { topic: topic.into(), key, value, partition: None, timestamp: None, headers: Vec::new() }
    }

    /// To this partition, in place of the one that the key's hash chooses.
    pub fn partition(mut self, partition: i32) -> Self {
        self.partition = Some(partition);
        self
    }

    /// With this time, in milliseconds since 1970, in place of the time of sending.
    pub fn timestamp_millis(mut self, millis: i64) -> Self {
        self.timestamp = Some(millis);
        self
    }

    /// With one more header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name.into(), Some(value.into())));
        self
    }

    /// The topic.
    pub fn topic(&self) -> &str {
        &self.topic
    }

    /// The bytes of the key, framed if the key's type is Avro.
    pub fn key(&self) -> Option<&[u8]> {
        self.key.as_deref()
    }

    /// The bytes of the value, framed; none for a tombstone.
    pub fn value(&self) -> Option<&[u8]> {
        self.value.as_deref()
    }

    /// Bytes of key and value together.
    pub fn size(&self) -> usize {
        self.key.as_ref().map_or(0, Vec::len) + self.value.as_ref().map_or(0, Vec::len)
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("topic", &self.topic)
            .field("key", &Length(&self.key))
            .field("value", &Length(&self.value))
            .field("partition", &self.partition)
            .field("headers", &self.headers.len())
            .finish_non_exhaustive()
    }
}

/// Shows how many bytes there are, never which.
pub(super) struct Length<'a>(pub(super) &'a Option<Vec<u8>>);

impl fmt::Debug for Length<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(bytes) => write!(f, "{} bytes", bytes.len()),
            None => f.write_str("none"),
        }
    }
}

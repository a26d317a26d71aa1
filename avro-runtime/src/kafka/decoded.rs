//! What a message turns out to be.

use core::fmt;
use std::sync::Arc;

use rdkafka::message::{Headers, Message};

use super::record::{Length, Record};
use crate::registry::{FrameError, Part};
use crate::{DecodeError, WriterSchema};

/// A message, decoded.
#[derive(Debug)]
pub enum Decoded<K, V> {
    /// A value.
    Value {
        /// The key.
        key: K,
        /// The value.
        value: V,
        /// The schema that the value was written with.
        writer: Writer,
    },
    /// No value: what the key names is gone.
    Tombstone {
        /// The key.
        key: K,
    },
    /// A message that cannot be decoded, now or later: to be put aside, with its bytes.
    Poison(Poison),
}

/// Who wrote a value.
#[derive(Clone, Debug)]
pub struct Writer {
    pub(super) id: Option<u32>,
    pub(super) schema: Option<WriterSchema>,
}

impl Writer {
    /// The id of the schema in the registry; none for a value that a hook decoded without a frame.
    pub fn id(&self) -> Option<u32> {
        self.id
    }

    /// The schema; none for a value that a hook decoded without a frame.
    pub fn schema(&self) -> Option<&WriterSchema> {
        self.schema.as_ref()
    }
}

/// A message that cannot be decoded: its bytes as they came, where it stood, and why.
#[derive(Clone)]
pub struct Poison {
    topic: Arc<str>,
    partition: i32,
    offset: i64,
    timestamp: Option<i64>,
    key: Option<Vec<u8>>,
    value: Option<Vec<u8>>,
    headers: Vec<(String, Option<Vec<u8>>)>,
    fault: Fault,
}

impl Poison {
    pub(super) fn new<M: Message>(message: &M, fault: Fault) -> Self {
        let headers = message.headers().map_or_else(Vec::new, |headers| {
            headers.iter().map(|header| (header.key.to_owned(), header.value.map(<[u8]>::to_owned))).collect()
        });
        Poison {
            topic: message.topic().into(),
            partition: message.partition(),
            offset: message.offset(),
            timestamp: message.timestamp().to_millis(),
            key: message.key().map(<[u8]>::to_owned),
            value: message.payload().map(<[u8]>::to_owned),
            headers,
            fault,
        }
    }

    /// The topic that it was read from.
    pub fn topic(&self) -> &str {
        &self.topic
    }

    /// The partition that it was read from.
    pub fn partition(&self) -> i32 {
        self.partition
    }

    /// Its offset in the partition.
    pub fn offset(&self) -> i64 {
        self.offset
    }

    /// The raw bytes of the key.
    pub fn key(&self) -> Option<&[u8]> {
        self.key.as_deref()
    }

    /// The raw bytes of the value.
    pub fn value(&self) -> Option<&[u8]> {
        self.value.as_deref()
    }

    /// Why it cannot be decoded.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The message for a dead-letter topic: the same bytes and headers, and the headers `avro.error`, `avro.topic`,
    /// `avro.partition` and `avro.offset`, which say why it is there and where it was.
    pub fn record(&self, dead_letters: &str) -> Record {
        Record {
            topic: dead_letters.into(),
            key: self.key.clone(),
            value: self.value.clone(),
            partition: None,
            timestamp: self.timestamp,
            headers: self.headers.clone(),
        }
        .header("avro.error", self.fault.to_string())
        .header("avro.topic", &*self.topic)
        .header("avro.partition", self.partition.to_string())
        .header("avro.offset", self.offset.to_string())
    }
}

impl fmt::Display for Poison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] at offset {}: {}", self.topic, self.partition, self.offset, self.fault)
    }
}

impl fmt::Debug for Poison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poison")
            .field("topic", &self.topic)
            .field("partition", &self.partition)
            .field("offset", &self.offset)
            .field("key", &Length(&self.key))
            .field("value", &Length(&self.value))
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}

/// Why a message cannot be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    part: Part,
    schema_id: Option<u32>,
    kind: FaultKind,
    message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FaultKind {
    Frame,
    UnknownSchema,
    UnreadableSchema,
    Decode,
    Form,
}

impl Fault {
    pub(super) fn frame(part: Part, error: &FrameError) -> Self {
        Fault { part, schema_id: None, kind: FaultKind::Frame, message: error.to_string() }
    }

    pub(super) fn unknown(part: Part, id: u32, registry: &str) -> Self {
        let message = format!("schema id {id} is unknown to registry {registry}");
        Fault { part, schema_id: Some(id), kind: FaultKind::UnknownSchema, message }
    }

    pub(super) fn unreadable(part: Part, id: u32, why: &str) -> Self {
        let message = format!("schema id {id} is not a valid schema: {why}");
        Fault { part, schema_id: Some(id), kind: FaultKind::UnreadableSchema, message }
    }

    pub(super) fn decode(part: Part, error: &DecodeError) -> Self {
        Fault { part, schema_id: None, kind: FaultKind::Decode, message: error.to_string() }
    }

    pub(super) fn form(part: Part, message: String) -> Self {
        Fault { part, schema_id: None, kind: FaultKind::Form, message }
    }

    /// A hook's verdict on a value without a frame.
    pub(super) fn unframed(message: String) -> Self {
        Fault { part: Part::Value, schema_id: None, kind: FaultKind::Frame, message }
    }

    pub(super) fn written_with(mut self, id: u32) -> Self {
        self.schema_id = Some(id);
        self
    }

    /// Key or value.
    pub fn part(&self) -> Part {
        self.part
    }

    /// The id that the message names, if it got that far.
    pub fn schema_id(&self) -> Option<u32> {
        self.schema_id
    }

    /// Not in the Confluent wire format.
    pub fn is_unframed(&self) -> bool {
        self.kind == FaultKind::Frame
    }

    /// The registry does not know the schema id.
    pub fn is_unknown_schema(&self) -> bool {
        self.kind == FaultKind::UnknownSchema
    }

    /// The registry's text for the schema id is no schema.
    pub fn is_unreadable_schema(&self) -> bool {
        self.kind == FaultKind::UnreadableSchema
    }

    /// The bytes are not what the writer's schema says, or cannot become the reader's type.
    pub fn is_decode(&self) -> bool {
        self.kind == FaultKind::Decode
    }

    /// A plain key that has another form than the topic's, or none.
    pub fn is_key_form(&self) -> bool {
        self.kind == FaultKind::Form
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.part)?;
        if let (FaultKind::Decode, Some(id)) = (self.kind, self.schema_id) {
            write!(f, "written with schema id {id}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

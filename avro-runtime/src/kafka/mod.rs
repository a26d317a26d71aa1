//! Typed Kafka: topics that know the types of their keys and values, over rdkafka.
//!
//! A [`Topic`] turns values into [`Record`]s in the Confluent wire format and messages into [`Decoded`] values; a
//! [`Producer`] sends records, a [`Consumer`] reads messages at least once; an [`EmbeddedBroker`] runs inside the process.
//!
//! This module's API has rdkafka types in it (its configuration and its messages); no other module has. [`rdkafka`] is
//! re-exported, so that a program needs no dependency of its own.

mod bind;
mod broker;
mod consumer;
mod decoded;
mod error;
mod key;
mod producer;
mod record;
mod topic;

pub use bind::{BindError, Registration};
pub use broker::EmbeddedBroker;
pub use consumer::Consumer;
pub use decoded::{Decoded, Fault, Poison, Writer};
pub use error::{KafkaError, SendError};
pub use key::{LongKey, RawKey, TopicKey, Utf8Key};
pub use producer::{Delivery, Producer};
pub use rdkafka;
pub use rdkafka::ClientConfig;
pub use rdkafka::message::{BorrowedMessage, Message, OwnedMessage};
pub use record::Record;
pub use topic::{Topic, TopicBuilder};

/// A configuration for these brokers (`host:port`, separated by commas). Any setting of librdkafka can be added with
/// [`ClientConfig::set`].
pub fn config(brokers: &str) -> ClientConfig {
    let mut config = ClientConfig::new();
    config.set("bootstrap.servers", brokers);
    config
}

//! Typed Kafka: topics that know the types of their keys and values, over rdkafka.
//!
//! A [`Topic`] turns values into [`Record`]s in the Confluent wire format and messages into [`Decoded`] values; a
//! [`Producer`] sends records, a [`Consumer`] reads messages at least once; an [`EmbeddedBroker`] runs inside the process.
//!
//! ```
//! use std::time::Duration;
//! use avro_runtime::kafka::{Consumer, Decoded, EmbeddedBroker, Producer, Registration, Topic, Utf8Key};
//! use avro_runtime::registry::Registry;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> { tokio::runtime::Runtime::new()?.block_on(run()) }
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let broker = EmbeddedBroker::start()?;
//! broker.create_topic("prices", 1)?;
//! let registry = Registry::connect("mock://prices")?;
//! let prices = Topic::<Utf8Key, i64>::new("prices").registration(Registration::Register).bind(&registry).await?;
//!
//! let producer = Producer::connect(&broker.config())?;
//! producer.send(prices.record(&"ACME".into(), &4_711)?, Duration::from_secs(10)).await?;
//!
//! let consumer = Consumer::connect(&broker.consumer_config("readers"), &["prices"])?;
//! let message = consumer.recv().await?;
//! match prices.decode(&message).await? {
//!     Decoded::Value { key, value, writer } => assert_eq!((key.0.as_str(), value, writer.id()), ("ACME", 4_711, Some(1))),
//!     Decoded::Tombstone { key } => println!("{key} is gone"),
//!     Decoded::Poison(poison) => println!("put aside: {poison}"),
//! }
//! consumer.store(&message)?;
//! # Ok(())
//! # }
//! ```
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

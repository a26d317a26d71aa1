//! The README's topic, compiled: `tests/tests/readme.rs` compares the lines.

use std::time::Duration;

use avro_runtime::kafka::{Consumer, Decoded, Producer, Registration, Topic, Utf8Key};
use avro_runtime::kafka::{EmbeddedBroker, Poison};
use avro_runtime::prelude::*;
use avro_runtime::registry::Registry;

#[derive(Debug, PartialEq, AvroSchema)]
struct ClickEvent {
    uri: String,
}

#[tokio::test]
async fn a_struct_is_a_topic() -> Result<(), Box<dyn std::error::Error>> {
    let broker = EmbeddedBroker::start()?;
    broker.create_topic("clicks", 1)?;
    let (config, readers, timeout) = (broker.config(), broker.consumer_config("readers"), Duration::from_secs(10));
    let (key, event) = (Utf8Key::from("a"), ClickEvent { uri: "/".into() });
    let handle = |key: Utf8Key, value: ClickEvent| assert_eq!((key.0.as_str(), value.uri.as_str()), ("a", "/"));
    let forget = |_: Utf8Key| {};
    let mut dead_letters: Vec<Poison> = Vec::new();

    let registry = Registry::connect("mock://example")?;
    let clicks =
        Topic::<Utf8Key, ClickEvent>::new("clicks").registration(Registration::Register).bind(&registry).await?;

    let producer = Producer::connect(&config)?;
    producer.send(clicks.record(&key, &event)?, timeout).await?;

    let consumer = Consumer::connect(&readers, &["clicks"])?;
    #[expect(clippy::never_loop, reason = "one message was sent")]
    loop {
        let message = consumer.recv().await?;
        match clicks.decode(&message).await? {
            Decoded::Value { key, value, .. } => handle(key, value),
            Decoded::Tombstone { key } => forget(key),
            Decoded::Poison(poison) => dead_letters.push(poison),
        }
        consumer.store(&message)?;
        break;
    }
    assert!(dead_letters.is_empty());
    Ok(())
}

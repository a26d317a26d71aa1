//! Two releases of the click event in one topic: each reads what the other one wrote.

use std::pin::pin;
use std::time::Duration;

use avro_runtime::kafka::{Consumer, Decoded, Producer, Topic, Utf8Key};
use avro_runtime::{AvroDecode, AvroEncode};
use futures_util::StreamExt;

use crate::Failure;
use crate::arguments::Arguments;
use crate::generate::Generator;
use crate::services::{CLICKS, Services};
use crate::summary::Summary;

/// How many events each release shows of the other.
const SHOWN: usize = 3;
/// How long each message may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Sends clicks of both releases, and reads the older ones with the newer type and the other way round.
pub(crate) async fn run(services: &Services, arguments: &Arguments, summary: &mut Summary) -> Result<(), Failure> {
    let old = services.clicks_v1().await?;
    let new = services.clicks_v2().await?;
    let producer = Producer::connect(&services.producer_config())?;
    let mut generator = Generator::new(arguments.seed.wrapping_add(1));
    for _ in 0..SHOWN {
        let click = generator.click();
        let record = old.record(&Utf8Key(click.email.clone()), &click)?;
        summary.sent.add(record.size());
        producer.send(record, TIMEOUT).await?;
        let click = generator.click_v2();
        let record = new.record(&Utf8Key(click.email.clone()), &click)?;
        summary.sent.add(record.size());
        producer.send(record, TIMEOUT).await?;
    }
    producer.flush(TIMEOUT).await?;

    println!("\nclicks of release 1 (schema id {}), read by release 2", old.value_schema_id());
    show(services, "release-2", &new, old.value_schema_id(), summary).await?;
    println!("\nclicks of release 2 (schema id {}), read by release 1", new.value_schema_id());
    show(services, "release-1", &old, new.value_schema_id(), summary).await
}

/// Prints the first clicks of the topic that were written with schema `writer_id`.
async fn show<V>(
    services: &Services,
    group: &str,
    topic: &Topic<Utf8Key, V>,
    writer_id: u32,
    summary: &mut Summary,
) -> Result<(), Failure>
where
    V: AvroEncode + for<'de> AvroDecode<'de> + std::fmt::Display,
{
    let consumer = Consumer::connect(&services.consumer_config(group), &[CLICKS])?;
    let mut messages = pin!(consumer.stream());
    let mut shown = 0;
    while shown < SHOWN {
        let Ok(message) = tokio::time::timeout(TIMEOUT, messages.next()).await else {
            return Err(format!("{group}: no message for {TIMEOUT:?}").into());
        };
        let Some(message) = message else { break };
        let message = message?;
        summary.read.add(message.payload_len() + message.key_len());
        match topic.decode(&message).await? {
            Decoded::Value { value, writer, .. } if writer.id() == Some(writer_id) => {
                println!("click  {value}");
                shown += 1;
            }
            Decoded::Value { .. } | Decoded::Tombstone { .. } => {}
            Decoded::Poison(poison) => return Err(poison.to_string().into()),
        }
        consumer.store(&message)?;
    }
    consumer.commit(TIMEOUT).await?;
    Ok(())
}

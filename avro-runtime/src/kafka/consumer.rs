//! Reading messages, at least once.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;
use std::thread;

use futures_timer::Delay;
use futures_util::future::{Either, select};
use futures_util::{Stream, StreamExt};
use rdkafka::ClientConfig;
use rdkafka::consumer::{CommitMode, Consumer as _, StreamConsumer};
use rdkafka::error::{KafkaError as Cause, RDKafkaErrorCode};
use rdkafka::message::{BorrowedMessage, Message as _};
use tokio::sync::oneshot;

use super::error::KafkaError;

/// Reads messages of a consumer group, at least once: a message counts as read when [`Consumer::store`] says so.
///
/// Stored offsets are committed in the background (`enable.auto.commit`), by [`Consumer::commit`] and when the consumer is
/// dropped; a message whose offset is not stored, and all behind it in its partition, come again after a restart.
#[derive(Clone)]
pub struct Consumer {
    inner: Arc<StreamConsumer>,
    topics: String,
}

impl Consumer {
    /// A consumer of `topics` with this librdkafka configuration; [`config`](super::config) starts one. It needs a `group.id`.
    /// It connects in the background. `enable.auto.offset.store` is always off.
    ///
    /// To be called within a tokio runtime.
    ///
    /// # Errors
    /// A configuration that librdkafka refuses, a topic name that is none.
    pub fn connect(config: &ClientConfig, topics: &[&str]) -> Result<Self, KafkaError> {
        let mut config = config.clone();
        config.set("enable.auto.offset.store", "false");
        let inner: StreamConsumer = config.create().map_err(|cause| KafkaError::new("creating a consumer", cause))?;
        let topics_text = topics.join(", ");
        inner.subscribe(topics).map_err(|cause| KafkaError::new(format!("subscribing to {topics_text}"), cause))?;
        Ok(Consumer { inner: Arc::new(inner), topics: topics_text })
    }

    /// The messages, without end. An error does not end the stream: librdkafka goes on connecting.
    pub fn stream(&self) -> impl Stream<Item = Result<BorrowedMessage<'_>, KafkaError>> + Send {
        self.inner.stream().map(|message| message.map_err(|cause| self.failed("reading", cause)))
    }

    /// The next message.
    ///
    /// # Errors
    /// All brokers are down, a topic does not exist: what librdkafka reports.
    pub async fn recv(&self) -> Result<BorrowedMessage<'_>, KafkaError> {
        self.inner.recv().await.map_err(|cause| self.failed("reading", cause))
    }

    /// `message`, and all in front of it in its partition, are done with: they will not come again once this is committed.
    ///
    /// # Errors
    /// The partition has gone to another member of the group, which reads the message again.
    pub fn store(&self, message: &BorrowedMessage<'_>) -> Result<(), KafkaError> {
        self.inner.store_offset_from_message(message).map_err(|cause| {
            let doing = format!("storing offset {} of {}[{}]", message.offset(), message.topic(), message.partition());
            KafkaError::new(doing, cause)
        })
    }

    /// Commits what is stored, and waits for the broker's answer.
    ///
    /// # Errors
    /// The broker did not accept the offsets, or not within `timeout`; the attempt then goes on in the background. What is not
    /// committed stays stored and is committed with what comes next.
    pub async fn commit(&self, timeout: Duration) -> Result<(), KafkaError> {
        let (answer, answered) = oneshot::channel();
        let inner = self.inner.clone();
        // A thread of its own: librdkafka may wait for a broker without end, and a tokio runtime that ends would wait for it.
        let thread = thread::Builder::new().name("avro-commit".to_owned());
        let commit = move || drop(answer.send(inner.commit_consumer_state(CommitMode::Sync)));
        if thread.spawn(commit).is_err() {
            return Err(self.failed("committing offsets of", Cause::Canceled));
        }
        match select(answered, Delay::new(timeout)).await {
            Either::Left((Ok(Ok(()) | Err(Cause::ConsumerCommit(RDKafkaErrorCode::NoOffset))), _)) => Ok(()),
            Either::Left((Ok(Err(cause)), _)) => Err(self.failed("committing offsets of", cause)),
            Either::Left((Err(_), _)) => Err(self.failed("committing offsets of", Cause::Canceled)),
            Either::Right(_) => {
                Err(KafkaError::timed_out(format!("offsets of {} not committed within {timeout:?}", self.topics)))
            }
        }
    }

    fn failed(&self, doing: &str, cause: Cause) -> KafkaError {
        KafkaError::new(format!("{doing} {}", self.topics), cause)
    }
}

impl fmt::Debug for Consumer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Consumer").field("topics", &self.topics).finish_non_exhaustive()
    }
}

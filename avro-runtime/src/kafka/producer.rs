//! Sending records.

use core::fmt;
use core::time::Duration;
use std::time::Instant;

use futures_timer::Delay;
use futures_util::future::{Either, select};
use rdkafka::ClientConfig;
use rdkafka::error::{KafkaError as Cause, RDKafkaErrorCode};
use rdkafka::message::{Header, OwnedHeaders};
use rdkafka::producer::{DeliveryFuture, FutureProducer, FutureRecord, Producer as _};

use super::error::{KafkaError, SendError};
use super::record::Record;

/// How long a full queue is left to drain before the next try.
const QUEUE_FULL_PAUSE: Duration = Duration::from_millis(10);

/// Sends records to brokers. Clones share one connection.
///
/// What is not configured otherwise: `enable.idempotence=true` (no duplicates and no reordering by retries, all in-sync
/// replicas confirm) and `partitioner=murmur2_random` (the partitions that the Java clients choose).
#[derive(Clone)]
pub struct Producer {
    inner: FutureProducer,
    brokers: String,
}

/// A record that the broker has confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    partition: i32,
    offset: i64,
}

impl Delivery {
    /// The partition that the record is in.
    pub fn partition(self) -> i32 {
        self.partition
    }

    /// Its offset in the partition.
    pub fn offset(self) -> i64 {
        self.offset
    }
}

impl Producer {
    /// A producer with this librdkafka configuration; [`config`](super::config) starts one. It connects in the background.
    ///
    /// To be called within a tokio runtime.
    ///
    /// # Errors
    /// A configuration that librdkafka refuses.
    pub fn connect(config: &ClientConfig) -> Result<Self, KafkaError> {
        let mut config = config.clone();
        for (key, value) in [("enable.idempotence", "true"), ("partitioner", "murmur2_random")] {
            if config.get(key).is_none() {
                config.set(key, value);
            }
        }
        let brokers = config.get("bootstrap.servers").unwrap_or_default().to_owned();
        match config.create() {
            Ok(inner) => Ok(Producer { inner, brokers }),
            Err(cause) => Err(KafkaError::new("creating a producer", cause)),
        }
    }

    /// Sends a record, and waits until the broker has confirmed it.
    ///
    /// Records are queued in the order in which their futures are first polled; poll many at once for throughput.
    ///
    /// # Errors
    /// The broker refused the record, or did not confirm it within `timeout`; it may then still arrive. The error holds the
    /// record.
    pub async fn send(&self, record: Record, timeout: Duration) -> Result<Delivery, SendError> {
        let start = Instant::now();
        let late =
            || KafkaError::timed_out(format!("{} not confirmed by {} within {timeout:?}", of(&record), self.brokers));
        let delivery = loop {
            match self.enqueue(&record) {
                Ok(delivery) => break delivery,
                Err(Cause::MessageProduction(RDKafkaErrorCode::QueueFull)) if start.elapsed() < timeout => {
                    Delay::new(QUEUE_FULL_PAUSE).await;
                }
                Err(cause) => return Err(SendError::new(self.failed(&record, cause), record)),
            }
        };
        let outcome = match select(delivery, Delay::new(timeout.saturating_sub(start.elapsed()))).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(_) => {
                let error = late();
                return Err(SendError::new(error, record));
            }
        };
        match outcome {
            Ok(Ok(delivery)) => Ok(Delivery { partition: delivery.partition, offset: delivery.offset }),
            Ok(Err((cause, _))) => Err(SendError::new(self.failed(&record, cause), record)),
            // The producer was dropped before the broker answered.
            Err(_) => Err(SendError::new(self.failed(&record, Cause::Canceled), record)),
        }
    }

    /// Waits until everything sent so far is confirmed or has failed.
    ///
    /// # Errors
    /// Something is still under way after `timeout`.
    pub async fn flush(&self, timeout: Duration) -> Result<(), KafkaError> {
        let inner = self.inner.clone();
        let doing = || format!("flushing a producer of {} for {timeout:?}", self.brokers);
        match tokio::task::spawn_blocking(move || inner.flush(timeout)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(cause)) => Err(KafkaError::new(doing(), cause)),
            // The runtime is shutting down.
            Err(_) => Err(KafkaError::new(doing(), Cause::Canceled)),
        }
    }

    fn enqueue(&self, record: &Record) -> Result<DeliveryFuture, Cause> {
        let mut message = FutureRecord::<[u8], [u8]>::to(&record.topic);
        message.key = record.key.as_deref();
        message.payload = record.value.as_deref();
        message.partition = record.partition;
        message.timestamp = record.timestamp;
        if !record.headers.is_empty() {
            message.headers = Some(record.headers.iter().fold(OwnedHeaders::new(), |headers, (key, value)| {
                headers.insert(Header { key, value: value.as_deref() })
            }));
        }
        self.inner.send_result(message).map_err(|(cause, _)| cause)
    }

    fn failed(&self, record: &Record, cause: Cause) -> KafkaError {
        KafkaError::new(format!("sending {} to {}", of(record), self.brokers), cause)
    }
}

fn of(record: &Record) -> String {
    format!("a record of topic `{}` ({} bytes)", record.topic, record.size())
}

impl fmt::Debug for Producer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Producer").field("brokers", &self.brokers).finish_non_exhaustive()
    }
}

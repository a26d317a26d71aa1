//! A broker inside the process, for tests and first steps.

use core::fmt;

use rdkafka::ClientConfig;
use rdkafka::error::{KafkaError as Cause, RDKafkaErrorCode};
use rdkafka::mocking::MockCluster;
use rdkafka::producer::{BaseProducer, DefaultProducerContext, Producer as _};

use super::error::KafkaError;

/// librdkafka's mock cluster: one broker on a free port of 127.0.0.1, in memory, gone when this is dropped.
///
/// It speaks enough of the protocol for producers, consumer groups and transactions of any client. It has no
/// CreateTopics: use [`EmbeddedBroker::create_topic`].
pub struct EmbeddedBroker {
    /// Owns the cluster. `MockCluster` itself cannot go to another thread; the client that it belongs to can.
    client: BaseProducer,
    bootstrap: String,
}

impl EmbeddedBroker {
    /// Starts a broker.
    ///
    /// # Errors
    /// No port or thread to be had.
    pub fn start() -> Result<Self, KafkaError> {
        let failed = |cause| KafkaError::new("starting the embedded broker", cause);
        let client: BaseProducer = ClientConfig::new().set("test.mock.num.brokers", "1").create().map_err(failed)?;
        let bootstrap = match client.client().mock_cluster() {
            Some(cluster) => cluster.bootstrap_servers(),
            None => return Err(failed(Cause::MockCluster(RDKafkaErrorCode::Fail))),
        };
        Ok(EmbeddedBroker { client, bootstrap })
    }

    /// Host and port, as `bootstrap.servers` takes them.
    pub fn bootstrap_servers(&self) -> &str {
        &self.bootstrap
    }

    /// A configuration for clients of this broker.
    pub fn config(&self) -> ClientConfig {
        super::config(&self.bootstrap)
    }

    /// A configuration for consumers of a group, which begins with the oldest message.
    ///
    /// It sets `group.protocol=consumer` (KIP-848): with the classic protocol the mock cluster lets the first member of a
    /// group wait for three seconds, and the next one for as long as a session lasts.
    pub fn consumer_config(&self, group: &str) -> ClientConfig {
        let mut config = self.config();
        config.set("group.id", group).set("group.protocol", "consumer").set("auto.offset.reset", "earliest");
        config
    }

    /// Creates a topic; one that is there stays as it is.
    ///
    /// # Errors
    /// A name or number of partitions that is none.
    pub fn create_topic(&self, topic: &str, partitions: i32) -> Result<(), KafkaError> {
        match self.cluster(|cluster| cluster.create_topic(topic, partitions, 1)) {
            Err(Cause::MockCluster(RDKafkaErrorCode::TopicAlreadyExists)) => Ok(()),
            other => other.map_err(|cause| KafkaError::new(format!("creating topic `{topic}`"), cause)),
        }
    }

    /// Takes the broker off the net: connections break, and no new ones are accepted. For tests.
    ///
    /// # Errors
    /// librdkafka refused.
    pub fn take_down(&self) -> Result<(), KafkaError> {
        self.cluster(|cluster| cluster.broker_down(-1))
            .map_err(|cause| KafkaError::new("taking the embedded broker down", cause))
    }

    /// Puts the broker back on the net.
    ///
    /// # Errors
    /// librdkafka refused.
    pub fn bring_up(&self) -> Result<(), KafkaError> {
        self.cluster(|cluster| cluster.broker_up(-1))
            .map_err(|cause| KafkaError::new("bringing the embedded broker up", cause))
    }

    fn cluster(
        &self,
        call: impl FnOnce(&MockCluster<'_, DefaultProducerContext>) -> Result<(), Cause>,
    ) -> Result<(), Cause> {
        match self.client.client().mock_cluster() {
            Some(cluster) => call(&cluster),
            None => Err(Cause::MockCluster(RDKafkaErrorCode::Fail)),
        }
    }
}

impl fmt::Debug for EmbeddedBroker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmbeddedBroker").field("bootstrap_servers", &self.bootstrap).finish_non_exhaustive()
    }
}

//! The broker, the registry, and what stands ready in them before the first event.

use std::time::Duration;

use avro_runtime::kafka::rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use avro_runtime::kafka::rdkafka::types::RDKafkaErrorCode;
use avro_runtime::kafka::{ClientConfig, EmbeddedBroker, Registration, Topic, Utf8Key};
use avro_runtime::registry::Registry;
use avro_runtime::schema::Level;

use crate::Failure;
use crate::arguments::Arguments;
use crate::events::{StockPriceChange, v1, v2};

/// The topic of the clicks.
pub(crate) const CLICKS: &str = "clicks";
/// The topic of the prices.
pub(crate) const STOCK: &str = "stock-ticker";
/// Into how many parts each topic is cut.
const PARTITIONS: i32 = 3;
/// How long the brokers may take to create a topic.
const ADMIN_TIMEOUT: Duration = Duration::from_secs(30);

/// What the events flow through.
pub(crate) struct Services {
    pub(crate) broker: Broker,
    pub(crate) registry: Registry,
}

/// Where the topics are.
pub(crate) enum Broker {
    /// Inside this process.
    Embedded(EmbeddedBroker),
    /// Elsewhere, at these addresses.
    Remote(String),
}

impl Broker {
    /// Hosts and ports, as `bootstrap.servers` takes them.
    pub(crate) fn bootstrap_servers(&self) -> &str {
        match self {
            Broker::Embedded(broker) => broker.bootstrap_servers(),
            Broker::Remote(brokers) => brokers,
        }
    }

    /// Creates the topics; those that are there stay as they are.
    async fn create_topics(&self) -> Result<(), Failure> {
        match self {
            Broker::Embedded(broker) => {
                for topic in [CLICKS, STOCK] {
                    broker.create_topic(topic, PARTITIONS)?;
                }
            }
            Broker::Remote(brokers) => {
                let admin: AdminClient<_> = avro_runtime::kafka::config(brokers).create()?;
                // as many copies as the brokers are told to keep
                let topics = [CLICKS, STOCK].map(|topic| NewTopic::new(topic, PARTITIONS, TopicReplication::Fixed(-1)));
                let options = AdminOptions::new().operation_timeout(Some(ADMIN_TIMEOUT));
                let outcomes = admin.create_topics(&topics, &options).await;
                for outcome in outcomes.map_err(|error| format!("--brokers {brokers}: {error}"))? {
                    match outcome {
                        Ok(_) | Err((_, RDKafkaErrorCode::TopicAlreadyExists)) => {}
                        Err((topic, code)) => return Err(format!("topic `{topic}` cannot be created: {code}").into()),
                    }
                }
            }
        }
        Ok(())
    }
}

impl Services {
    /// Starts what is embedded, creates the topics if they are missing, sets the level that the clicks keep.
    pub(crate) async fn start(arguments: &Arguments) -> Result<Self, Failure> {
        let registry = arguments.registry.as_deref().unwrap_or("mock://clickstream");
        let registry = Registry::connect(registry).map_err(|error| format!("--registry: {error}"))?;
        let broker = match &arguments.brokers {
            Some(brokers) => Broker::Remote(brokers.clone()),
            None => Broker::Embedded(EmbeddedBroker::start()?),
        };
        broker.create_topics().await?;
        registry.set_level(Some(&format!("{CLICKS}-value")), Level::FullTransitive).await?;
        Ok(Services { broker, registry })
    }

    /// The clicks as the first release sees them; keyed by the e-mail address.
    pub(crate) async fn clicks_v1(&self) -> Result<Topic<Utf8Key, v1::ClickEvent>, Failure> {
        Ok(Topic::new(CLICKS).registration(Registration::Register).bind(&self.registry).await?)
    }

    /// The clicks as the second release sees them.
    pub(crate) async fn clicks_v2(&self) -> Result<Topic<Utf8Key, v2::ClickEvent>, Failure> {
        Ok(Topic::new(CLICKS).registration(Registration::Register).bind(&self.registry).await?)
    }

    /// The prices, keyed by the ticker.
    pub(crate) async fn stock(&self) -> Result<Topic<Utf8Key, StockPriceChange>, Failure> {
        Ok(Topic::new(STOCK).registration(Registration::Register).bind(&self.registry).await?)
    }

    /// How a producer reaches the broker.
    pub(crate) fn producer_config(&self) -> ClientConfig {
        match &self.broker {
            Broker::Embedded(broker) => broker.config(),
            Broker::Remote(brokers) => avro_runtime::kafka::config(brokers),
        }
    }

    /// How a consumer of `group` reaches the broker; a new group begins with the oldest message.
    pub(crate) fn consumer_config(&self, group: &str) -> ClientConfig {
        match &self.broker {
            Broker::Embedded(broker) => broker.consumer_config(group),
            Broker::Remote(brokers) => {
                let mut config = avro_runtime::kafka::config(brokers);
                config.set("group.id", group).set("auto.offset.reset", "earliest");
                config
            }
        }
    }
}

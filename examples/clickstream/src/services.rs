//! The broker, the registry, and what stands ready in them before the first event.

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

/// What the events flow through.
pub(crate) struct Services {
    pub(crate) broker: EmbeddedBroker,
    pub(crate) registry: Registry,
}

impl Services {
    /// Starts what is embedded, creates the topics if they are missing, sets the level that the clicks keep.
    pub(crate) async fn start(arguments: &Arguments) -> Result<Self, Failure> {
        if let Some(brokers) = &arguments.brokers {
            return Err(format!(
                "--brokers {brokers}: this version runs with its embedded broker only; leave the option out"
            )
            .into());
        }
        let registry = arguments.registry.as_deref().unwrap_or("mock://clickstream");
        let registry = Registry::connect(registry).map_err(|error| format!("--registry: {error}"))?;
        let broker = EmbeddedBroker::start()?;
        for topic in [CLICKS, STOCK] {
            broker.create_topic(topic, 3)?;
        }
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
        self.broker.config()
    }

    /// How a consumer of `group` reaches the broker; a new group begins with the oldest message.
    pub(crate) fn consumer_config(&self, group: &str) -> ClientConfig {
        self.broker.consumer_config(group)
    }
}

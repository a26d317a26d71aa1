//! What flows: clicks, in two versions of their schema, and stock prices.

use core::fmt;
use std::collections::BTreeMap;

use avro_runtime::prelude::*;

/// What a page told about one of its elements.
#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(name = "click_attribute")]
pub(crate) struct ClickAttribute {
    /// The HTML element.
    pub(crate) element: String,
    /// Its text.
    pub(crate) content: String,
}

/// The first release of the click event.
pub(crate) mod v1 {
    use super::*;

    /// Somebody clicked.
    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(name = "click_event")]
    pub(crate) struct ClickEvent {
        /// Who.
        pub(crate) email: String,
        /// When: milliseconds since 1970.
        #[avro(timestamp_millis)]
        pub(crate) timestamp: i64,
        /// On which page.
        pub(crate) uri: String,
        /// Which click of the visit it is, from 1.
        pub(crate) number: i32,
        /// What was seen on the way, by URI.
        pub(crate) attributes: BTreeMap<String, ClickAttribute>,
    }
}

/// The second release: two more fields, and another order. Each release reads the other's events: with `evolution`, and the
/// first release in `schemas/history`, it would not compile otherwise.
pub(crate) mod v2 {
    use super::*;

    /// Somebody clicked.
    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(name = "click_event", evolution)]
    pub(crate) struct ClickEvent {
        /// When: milliseconds since 1970.
        #[avro(timestamp_millis)]
        pub(crate) timestamp: i64,
        /// Who.
        pub(crate) email: String,
        /// From which country; ISO 3166, or `??` where it is not known.
        #[avro(default = "??")]
        pub(crate) country: String,
        /// On which page.
        pub(crate) uri: String,
        /// The page before.
        pub(crate) referrer: Option<String>,
        /// Which click of the visit it is, from 1.
        pub(crate) number: i32,
        /// What was seen on the way, by URI.
        pub(crate) attributes: BTreeMap<String, ClickAttribute>,
    }
}

// The course writes `"namespace": "com.udacity", "name": "stock.price_change"`. A name with a dot in it is a full name and the
// namespace beside it is ignored (Avro specification, "Names"): the type is `stock.price_change`, here as there.
/// A price changed.
#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(name = "stock.price_change", evolution)]
pub(crate) struct StockPriceChange {
    /// Which share.
    pub(crate) ticker: String,
    /// The price before, in cents.
    pub(crate) prev_price: i32,
    /// The price now, in cents.
    pub(crate) price: i32,
    /// Why, if anybody knows.
    pub(crate) cause: Option<String>,
}

impl fmt::Display for v1::ClickEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        click(f, self.timestamp, &self.email, self.number, &self.uri)?;
        attributes(f, &self.attributes)
    }
}

impl fmt::Display for v2::ClickEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        click(f, self.timestamp, &self.email, self.number, &self.uri)?;
        write!(f, " from {}", self.country)?;
        if let Some(referrer) = &self.referrer {
            write!(f, " via {referrer}")?;
        }
        attributes(f, &self.attributes)
    }
}

impl fmt::Display for StockPriceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, now) = (f64::from(self.prev_price) / 100.0, f64::from(self.price) / 100.0);
        write!(f, "{:5} {before:.2} -> {now:.2}", self.ticker)?;
        match &self.cause {
            Some(cause) => write!(f, ", because of {cause}"),
            None => Ok(()),
        }
    }
}

fn click(f: &mut fmt::Formatter<'_>, millis: i64, email: &str, number: i32, uri: &str) -> fmt::Result {
    let of_day = millis.rem_euclid(86_400_000);
    let (hours, minutes) = (of_day / 3_600_000, of_day / 60_000 % 60);
    let (seconds, millis) = (of_day / 1_000 % 60, of_day % 1_000);
    write!(f, "{hours:02}:{minutes:02}:{seconds:02}.{millis:03} {email} click {number} on {uri}")
}

fn attributes(f: &mut fmt::Formatter<'_>, attributes: &BTreeMap<String, ClickAttribute>) -> fmt::Result {
    for (uri, attribute) in attributes {
        write!(f, "\n        {uri}: <{}> {}", attribute.element, attribute.content)?;
    }
    Ok(())
}

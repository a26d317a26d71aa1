//! Events made up.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use fake::Fake;
use fake::faker::address::en::CountryCode;
use fake::faker::internet::en::SafeEmail;
use fake::faker::lorem::en::{Sentence, Word};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use crate::events::{ClickAttribute, StockPriceChange, v1, v2};

const ELEMENTS: [&str; 5] = ["a", "button", "div", "img", "section"];
const TICKERS: [&str; 6] = ["ACME", "GLOBX", "INTCH", "SOYL", "UMBR", "WONK"];
const CAUSES: [&str; 4] = ["a merger", "strong earnings", "a weak forecast", "a rumour"];

/// An endless source of events.
pub(crate) struct Generator {
    random: StdRng,
    prices: BTreeMap<&'static str, i32>,
    clicks: i32,
}

impl Generator {
    /// The same events for the same seed, but for the time.
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let prices = TICKERS.map(|ticker| (ticker, random.random_range(1_000..50_000)));
        Generator { random, prices: prices.into(), clicks: 0 }
    }

    /// The next click, as the first release sends it.
    pub(crate) fn click(&mut self) -> v1::ClickEvent {
        self.clicks += 1;
        let attributes = (0..self.random.random_range(0..3))
            .map(|_| {
                let element = self.pick(&ELEMENTS).to_owned();
                (self.uri(), ClickAttribute { element, content: Sentence(2..5).fake_with_rng(&mut self.random) })
            })
            .collect();
        v1::ClickEvent {
            email: SafeEmail().fake_with_rng(&mut self.random),
            timestamp: now(),
            uri: self.uri(),
            number: self.clicks,
            attributes,
        }
    }

    /// The next click, as the second release sends it.
    pub(crate) fn click_v2(&mut self) -> v2::ClickEvent {
        let v1::ClickEvent { email, timestamp, uri, number, attributes } = self.click();
        let country = CountryCode().fake_with_rng(&mut self.random);
        let referrer = self.random.random_bool(0.5).then(|| self.uri());
        v2::ClickEvent { timestamp, email, country, uri, referrer, number, attributes }
    }

    /// The next change of a price.
    pub(crate) fn stock(&mut self) -> StockPriceChange {
        let ticker = self.pick(&TICKERS);
        let step = self.random.random_range(-500..=500);
        let price = self.prices.entry(ticker).or_insert(1_000);
        let prev_price = *price;
        *price = (prev_price + step).max(1);
        let price = *price;
        let cause = self.random.random_bool(0.3).then(|| self.pick(&CAUSES).to_owned());
        StockPriceChange { ticker: ticker.to_owned(), prev_price, price, cause }
    }

    fn uri(&mut self) -> String {
        let (site, page): (String, String) =
            (Word().fake_with_rng(&mut self.random), Word().fake_with_rng(&mut self.random));
        format!("https://{site}.example/{page}")
    }

    fn pick(&mut self, choices: &[&'static str]) -> &'static str {
        choices.choose(&mut self.random).copied().unwrap_or("")
    }
}

fn now() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0)
}

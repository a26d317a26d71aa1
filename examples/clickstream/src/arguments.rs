//! The command line.

use clap::Parser;

/// Clicks and stock prices through typed, evolving Kafka topics.
///
/// Without arguments everything runs inside this process: the broker and the schema registry too.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Arguments {
    /// How many events to produce
    #[arg(long, value_name = "EVENTS", default_value_t = 30)]
    pub(crate) count: u64,

    /// How many events to produce in a second; 0 for as many as go
    #[arg(long, value_name = "PER_SECOND", default_value_t = 10.0, value_parser = rate)]
    pub(crate) rate: f64,

    /// Kafka brokers to use in place of the embedded one; missing topics are created there
    #[arg(long, value_name = "HOST:PORT,..")]
    pub(crate) brokers: Option<String>,

    /// The schema registry to use in place of the embedded one, such as http://localhost:8081
    #[arg(long, value_name = "URL")]
    pub(crate) registry: Option<String>,

    /// Makes other events for another number
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(rate) if rate.is_finite() && rate >= 0.0 => Ok(rate),
        _ => Err("expected a number from 0 on".to_owned()),
    }
}

//! A program of another team, which writes structs first and has not been built since version 1 of the order.

use acme_common::{Address, Currency, Money};
use acme_orders::orders::Line;
use avro_runtime::prelude::*;

/// Version 1: without coupon and channel.
#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme.orders", rename_all = "camelCase")]
pub(crate) struct OrderPlaced {
    pub(crate) id: String,
    #[avro(timestamp_millis)]
    pub(crate) placed_at: i64,
    pub(crate) lines: Vec<Line>,
    pub(crate) total: Money,
    pub(crate) ship_to: Option<Address>,
}

/// An order as that program writes it.
pub(crate) fn order() -> OrderPlaced {
    let price = Money { minor_units: 450, currency: Currency::Gbp };
    OrderPlaced {
        id: "1-77".into(),
        placed_at: 1_700_000_000_000,
        lines: vec![Line { sku: "tea".into(), quantity: 2, price: price.clone() }],
        total: Money { minor_units: 900, ..price },
        ship_to: None,
    }
}

//! The events of a shop, made from `schemas/**/*.avsc`: one module for each namespace.

avro_runtime::include_avro!();

pub use com::acme::{orders, payments};

/// Schemas that somebody still writes with.
pub mod released {
    /// The first version of [`OrderPlaced`](crate::orders::OrderPlaced).
    pub const ORDER_PLACED_1: &str = include_str!("../schemas/history/com.acme.orders.OrderPlaced/v1.avsc");
}

//! The evolution gate of a root type: what its released versions demand.

pub(crate) mod schemas;

//! `#[derive(AvroSchema)]`.

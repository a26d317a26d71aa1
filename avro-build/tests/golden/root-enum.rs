// Made by avro-build from schema files: change those.

/// No namespace.
#[allow(
    dead_code,
    missing_docs,
    missing_copy_implementations,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
#[avro(namespace = "", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Suit {
    Spades,
    Hearts,
}

::avro_runtime::__private::source! {
    self::Suit = 0x43f9_ce9a_e141_9f59_3af4_f20f_ae63_0b0f,
}

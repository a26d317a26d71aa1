// Made by avro-build from schema files: change those.

#[allow(
    dead_code,
    missing_docs,
    missing_copy_implementations,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
/// No namespace.
#[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
#[avro(namespace = "", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Suit {
    Spades,
    Hearts,
}

::avro_runtime::__private::source! {
    self::Suit = 0x43f9ce9ae1419f593af4f20fae630b0f,
}

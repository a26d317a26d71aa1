// Made by avro-build from schema files: change those.

/// The schema of `root-array.avsc`.
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
pub struct RootArray(pub Vec<Option<self::RootArrayItem>>);

/// What `RootArray` holds.
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
pub enum RootArrayItem {
    Long(i64),
    String(String),
}

::avro_runtime::__private::source! {
    self::RootArray = 0x3af1_94c8_3a99_66c1_e4ae_daf3_1ede_70b7,
}

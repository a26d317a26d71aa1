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
/// The schema of `root-union.avsc`.
#[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
pub enum RootUnion {
    #[avro(null)]
    Null,
    String(String),
    Thing(self::rooted::Thing),
}

#[allow(
    dead_code,
    missing_docs,
    missing_copy_implementations,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
pub mod rooted {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "rooted")]
    pub struct Thing {}
}

::avro_runtime::__private::source! {
    self::rooted::Thing = 0x12ba936df60f169902f29ae75f77864e,
    self::RootUnion = 0x0345b1b6658c26006280a5a838664696,
}

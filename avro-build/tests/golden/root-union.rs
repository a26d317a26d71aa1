// Made by avro-build from schema files: change those.

/// The schema of `root-union.avsc`.
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
    self::rooted::Thing = 0x12ba_936d_f60f_1699_02f2_9ae7_5f77_864e,
    self::RootUnion = 0x0345_b1b6_658c_2600_6280_a5a8_3866_4696,
}

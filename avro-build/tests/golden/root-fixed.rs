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
pub mod hashes {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "hashes", alias = "Hash", fixed)]
    pub struct Sha256(pub [u8; 32]);
}

::avro_runtime::__private::source! {
    self::hashes::Sha256 = 0x4524_2797_128f_b5cf_bd46_478b_f626_25fb,
}

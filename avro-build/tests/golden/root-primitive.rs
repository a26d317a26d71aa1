// Made by avro-build from schema files: change those.

/// The schema of `root-primitive.avsc`.
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
pub struct RootPrimitive(#[avro(timestamp_millis)] pub i64);

::avro_runtime::__private::source! {
    self::RootPrimitive = 0x7091_1bbc_ee07_9d0c_0c93_16cb_ae0b_03e1,
}

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
/// The schema of `root-primitive.avsc`.
#[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
pub struct RootPrimitive(#[avro(timestamp_millis)] pub i64);

::avro_runtime::__private::source! {
    self::RootPrimitive = 0x70911bbcee079d0c0c9316cbae0b03e1,
}

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
/// The schema of `root-map.avsc`.
#[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
pub struct RootMap(
    #[avro(schema_json = r#"{"type":"map","values":"maps.Id","x":1}"#)]
    pub ::std::collections::HashMap<String, self::maps::Id>,
);

#[allow(
    dead_code,
    missing_docs,
    missing_copy_implementations,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
pub mod maps {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "maps", fixed)]
    pub struct Id(pub [u8; 4]);
}

::avro_runtime::__private::source! {
    self::maps::Id = 0xa271a3dd6007804abe8468fbe03a667e,
    self::RootMap = 0x1bd6c961be9e41861feebfe3bf7c5d62,
}

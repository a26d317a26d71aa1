// Made by avro-build from schema files: change those.

/// The schema of `root-map.avsc`.
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
    self::maps::Id = 0xa271_a3dd_6007_804a_be84_68fb_e03a_667e,
    self::RootMap = 0x1bd6_c961_be9e_4186_1fee_bfe3_bf7c_5d62,
}

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
pub mod references {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(name = "shipment", namespace = "references")]
    pub struct Shipment {
        pub before: Later,
        pub from: Later,
        pub to: Later,
        #[avro(
            schema_json = r#"{"type":"array","items":"references.later","default":[]}"#
        )]
        pub stops: Vec<Later>,
        #[avro(schema_json = r#"{"type":"map","values":{"type":"int","default":0}}"#)]
        pub counts: ::std::collections::HashMap<String, i32>,
        #[avro(schema_json = r#"{"type":"string","default":"x"}"#, default = "y")]
        pub id: String,
        pub next: Option<Box<Shipment>>,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(name = "later", namespace = "references")]
    pub struct Later {
        pub x: i32,
    }
}

::avro_runtime::__private::source! {
    self::references::Shipment = 0x15d0_11ad_6073_7f66_35c5_71a3_245e_cbc0,
    self::references::Later = 0xc444_5e28_d344_e49d_21a0_ae5c_8262_e2f7,
}

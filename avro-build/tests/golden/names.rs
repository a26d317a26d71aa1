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
pub mod com {
    pub mod acme {
        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(
            name = "order_line",
            namespace = "com.acme",
            alias = "OldLine",
            alias = "other.Line"
        )]
        pub struct OrderLine {}
    }

    pub mod acme_2 {
        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(name = "order_line", namespace = "com.Acme", rename_all = "camelCase")]
        pub struct OrderLine2 {
            #[avro(name = "ID")]
            pub id_2: i32,
            pub id: i32,
            #[avro(name = "_time")]
            pub time_2: i64,
            pub time: i64,
            #[avro(name = "orderID")]
            pub order_id: String,
            #[avro(name = "HTTPServer")]
            pub http_server: String,
            pub first_name: String,
            pub last_name: String,
            #[avro(name = "_1")]
            pub _1: String,
            pub r#ref: super::acme::OrderLine,
            pub again: super::acme::OrderLine,
            pub up: OrderLine,
        }

        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "com.Acme")]
        pub struct OrderLine {}
    }
}

::avro_runtime::__private::source! {
    self::com::acme_2::OrderLine2 = 0xdb7a_1c14_4619_6e6b_6dcd_7b59_e9f0_aae0,
    self::com::acme::OrderLine = 0xfc43_20ef_1486_0650_4795_a515_2edb_41f0,
    self::com::acme_2::OrderLine = 0x73a0_5804_14f5_f818_3274_18f1_bd14_6812,
}

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
pub mod acme {
    pub mod orders {
        /// What happens to an order.
        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(
            namespace = "acme.orders",
            alias = "State",
            rename_all = "SCREAMING_SNAKE_CASE"
        )]
        pub enum Status {
            #[avro(default)]
            New,
            Paid,
            #[avro(name = "error")]
            Error,
        }

        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "acme.orders", fixed)]
        pub struct Id(pub [u8; 16]);

        /// An order.
        ///
        /// It has lines.
        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "acme.orders", prop("owner" = "checkout"))]
        pub struct Order {
            pub id: Id,
            /// When it was placed.
            #[avro(timestamp_millis)]
            pub placed: i64,
            #[avro(decimal(precision = 9, scale = 2))]
            pub total: Vec<u8>,
            #[avro(order = "ignore")]
            pub note: Option<String>,
            pub refund: Option<Refund>,
            #[avro(default = [])]
            pub lines: Vec<Line>,
            #[avro(default = Status::New)]
            pub status: Status,
        }

        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "acme.orders")]
        pub struct Line {
            #[avro(schema_json = r#"{"type":"long","java-class":"java.lang.Long"}"#)]
            pub sku: i64,
            #[avro(default = 1)]
            pub count: i32,
            pub spare: i32,
        }

        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "acme.orders", error)]
        pub struct Refund {
            pub r#type: String,
        }
    }
}

::avro_runtime::__private::source! {
    self::acme::orders::Status = 0x4686_be36_4310_8dec_f008_7371_0899_a276,
    self::acme::orders::Id = 0xb85f_6be2_72f2_3e65_7a2a_dc29_cd90_19e6,
    self::acme::orders::Order = 0x2bc6_b9cb_f2e7_cd0c_5a37_1c06_732c_ca6f,
    self::acme::orders::Line = 0x10f2_191f_d6b1_ba0f_0c31_4208_661e_09ec,
    self::acme::orders::Refund = 0xcac3_a4b8_2363_ea37_3d3d_b8d9_f6e2_8be1,
}

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
        pub mod orders {
            /// An order was accepted by checkout.
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.orders", rename_all = "camelCase")]
            pub struct OrderPlaced {
                /// Unique per region.
                pub id: i64,
                #[avro(alias = "custId", uuid)]
                pub customer_id: String,
                #[avro(decimal(precision = 18, scale = 2))]
                pub total: Vec<u8>,
                #[avro(timestamp_micros)]
                pub placed_at: i64,
                pub lines: Vec<Line>,
                pub coupon: Option<String>,
                #[avro(default = "EUR")]
                pub currency: String,
                #[avro(default = Status::Paid)]
                pub status: Status,
                pub payment: OrderPlacedPayment,
                pub checksum: Md5,
                #[avro(default)]
                pub labels: ::std::collections::HashMap<String, String>,
                #[avro(default = b"\xFF")]
                pub raw: Vec<u8>,
            }

            /// What `OrderPlaced::payment` holds.
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            pub enum OrderPlacedPayment {
                Card(Card),
                Sepa(super::pay::Sepa),
            }

            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.orders")]
            pub struct Line {
                pub sku: String,
                #[avro(default = 1)]
                pub qty: i32,
            }

            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.orders", rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum Status {
                #[avro(default)]
                New,
                Paid,
                SentBack,
            }

            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.orders")]
            pub struct Card {
                pub last4: String,
            }

            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.orders", fixed)]
            pub struct Md5(pub [u8; 16]);
        }

        pub mod pay {
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.pay")]
            pub struct Sepa {
                pub iban: String,
            }
        }
    }
}

::avro_runtime::__private::source! {
    self::com::acme::orders::OrderPlaced = 0xc8a2_9264_b151_7453_7641_dd07_0ca0_25da,
    self::com::acme::orders::Line = 0x57da_12a2_0f2d_1768_abef_b421_1bf2_0a90,
    self::com::acme::orders::Status = 0xce63_b6e3_3175_f5b7_2c22_cabb_a352_7264,
    self::com::acme::orders::Card = 0xd768_cd18_11a4_5eff_ac15_52e7_86d1_b61d,
    self::com::acme::pay::Sepa = 0xcb2d_350f_5f92_b70e_9321_83d2_32f5_7247,
    self::com::acme::orders::Md5 = 0x1ec7_b07b_c48b_6ece_14b9_d942_d3fd_c4d6,
}

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
    self::com::acme::orders::OrderPlaced = 0xc8a29264b15174537641dd070ca025da,
    self::com::acme::orders::Line = 0x57da12a20f2d1768abefb4211bf20a90,
    self::com::acme::orders::Status = 0xce63b6e33175f5b72c22cabba3527264,
    self::com::acme::orders::Card = 0xd768cd1811a45effac1552e786d1b61d,
    self::com::acme::pay::Sepa = 0xcb2d350f5f92b70e932183d232f57247,
    self::com::acme::orders::Md5 = 0x1ec7b07bc48b6ece14b9d942d3fdc4d6,
}

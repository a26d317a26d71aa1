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
    pub mod mail {
        /// A message.
        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "acme.mail")]
        pub struct Message {
            pub to: String,
            pub body: Option<Vec<u8>>,
        }

        #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
        #[avro(namespace = "acme.mail", fixed)]
        pub struct Receipt(pub [u8; 8]);
    }
}

::avro_runtime::__private::source! {
    self::acme::mail::Message = 0xddf7_a0d2_416a_fb81_0eb2_6585_5edc_8398,
    self::acme::mail::Receipt = 0x9224_495f_064d_8256_5603_96a6_6c4d_f1d5,
}

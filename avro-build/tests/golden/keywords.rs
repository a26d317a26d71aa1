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
        pub mod r#type {
            pub mod r#async {
                #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
                #[avro(
                    name = "type",
                    namespace = "com.acme.type.async",
                    rename_all = "camelCase"
                )]
                pub struct Type {
                    pub r#type: String,
                    pub self_: i32,
                    #[avro(name = "Self")]
                    pub self_2: i32,
                    pub r#match: Gen,
                    #[avro(required)]
                    pub crate_: Option<Box<Type>>,
                }

                #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
                #[avro(
                    name = "gen",
                    namespace = "com.acme.type.async",
                    rename_all = "lowercase"
                )]
                pub enum Gen {
                    #[avro(name = "self")]
                    SelfV,
                    #[avro(name = "Self")]
                    SelfV2,
                    Type,
                    As,
                    #[avro(name = "TYPE")]
                    Type2,
                }
            }
        }
    }
}

::avro_runtime::__private::source! {
    self::com::acme::r#type::r#async::Type = 0x574a_4c11_1e5a_a09d_1037_d598_5646_ed83,
    self::com::acme::r#type::r#async::Gen = 0xa938_ad2e_868d_7857_dd2c_a913_51fb_549a,
}

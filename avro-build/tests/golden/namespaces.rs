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
#[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
#[avro(namespace = "")]
pub struct Bare {
    #[avro(required)]
    pub down: Option<self::com::acme::v2::Meta>,
    pub text: self::BareText,
}

/// What `Bare::text` holds.
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
pub enum BareText {
    Int(i32),
    String(String),
}

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
        pub mod v1 {
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.v1")]
            pub struct Event {
                pub meta: Meta,
                pub other: super::v2::Meta,
                pub child: self::inner::Meta,
                pub none: super::super::super::Bare,
                pub any: EventAny,
            }

            /// What `Event::any` holds.
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            pub enum EventAny {
                Meta(Meta),
                V2Meta(super::v2::Meta),
                InnerMeta(self::inner::Meta),
            }

            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.v1")]
            pub struct Meta {
                pub id: i64,
            }

            pub mod inner {
                #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
                #[avro(namespace = "com.acme.v1.inner")]
                pub struct Meta {
                    pub up: super::Meta,
                }
            }
        }

        pub mod v2 {
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #[avro(namespace = "com.acme.v2")]
            pub struct Meta {
                #[avro(required)]
                pub event: Option<Box<super::v1::Event>>,
            }
        }
    }
}

::avro_runtime::__private::source! {
    self::com::acme::v1::Event = 0xaa3d_9a52_740f_932f_23e0_bc66_ef47_9d4a,
    self::com::acme::v1::Meta = 0x580d_86d3_ec3e_6727_9db9_61c1_0fa6_47dc,
    self::com::acme::v2::Meta = 0x7ee2_0bc5_a265_88ff_a6fb_54ee_7c46_449a,
    self::com::acme::v1::inner::Meta = 0x1741_e8db_f723_1116_1a6f_0f0c_390e_9ae4,
    self::Bare = 0xc89a_c718_c131_ab1a_9987_b31a_b293_b7c5,
}

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
pub mod prelude {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub struct Value {
        pub string: String,
        pub option: ::core::option::Option<Option>,
        pub boxed: Box,
        pub vec: ::std::vec::Vec<Vec>,
        #[avro(required)]
        pub result: ::core::option::Option<Result>,
        pub phantom: PhantomData,
        pub debug: Clone,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub struct String {
        pub text: ::std::string::String,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub struct Option {
        pub items: ::std::vec::Vec<String>,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub enum Box {
        Some,
        None,
        Ok,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude", fixed)]
    pub struct Vec(pub [u8; 2]);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub struct Result {
        pub next: ::core::option::Option<::std::boxed::Box<Value>>,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub struct PhantomData {}

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "prelude")]
    pub struct Clone {
        pub m: ::std::collections::HashMap<::std::string::String, ::std::vec::Vec<u8>>,
    }
}

::avro_runtime::__private::source! {
    self::prelude::Value = 0x7f38_34ef_ea1b_1b70_da47_3110_0bd0_e11b,
    self::prelude::String = 0x227c_9308_9465_4b9d_3385_4b77_0372_ecc2,
    self::prelude::Option = 0x811d_e5c4_c4c8_461c_fb7a_0714_a42c_f56e,
    self::prelude::Box = 0xf6fe_96b9_b832_f16f_e22a_5360_ca8c_3d05,
    self::prelude::Vec = 0xcd8d_f1e4_2b8b_a3a3_9ab4_70ab_6818_fa9d,
    self::prelude::Result = 0x48fe_ae79_8461_9185_46e5_8332_af70_d330,
    self::prelude::PhantomData = 0xc595_9469_2df9_b1d9_8572_fccf_1e89_761b,
    self::prelude::Clone = 0x1b34_3220_f036_37cc_df88_eb63_6247_ca2a,
}

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
    self::prelude::Value = 0x7f3834efea1b1b70da4731100bd0e11b,
    self::prelude::String = 0x227c930894654b9d33854b770372ecc2,
    self::prelude::Option = 0x811de5c4c4c8461cfb7a0714a42cf56e,
    self::prelude::Box = 0xf6fe96b9b832f16fe22a5360ca8c3d05,
    self::prelude::Vec = 0xcd8df1e42b8ba3a39ab470ab6818fa9d,
    self::prelude::Result = 0x48feae798461918546e58332af70d330,
    self::prelude::PhantomData = 0xc59594692df9b1d98572fccf1e89761b,
    self::prelude::Clone = 0x1b343220f03637ccdf88eb636247ca2a,
}

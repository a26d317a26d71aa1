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
pub mod depth {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "depth")]
    pub struct Deep {
        pub nested: Vec<
            Option<
                ::std::collections::HashMap<
                    String,
                    Vec<
                        Option<
                            ::std::collections::HashMap<
                                String,
                                Vec<
                                    Option<
                                        ::std::collections::HashMap<
                                            String,
                                            Vec<
                                                Option<::std::collections::HashMap<String, Vec<String>>>,
                                            >,
                                        >,
                                    >,
                                >,
                            >,
                        >,
                    >,
                >,
            >,
        >,
    }
}

::avro_runtime::__private::source! {
    self::depth::Deep = 0x7ddd_c180_1a79_35c7_7301_7501_ca00_8825,
}

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
pub mod props {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(
        namespace = "props",
        error,
        doc = "",
        rename_all = "camelCase",
        prop(
            "connect.version" = 1,
            "tags" = ["a",
            {"b":-1.50}],
            "deep" = json("[[[[1]]]]")
        )
    )]
    pub struct Failed {
        #[avro(
            schema_json = r#"{"type":"string","avro.java.string":"String"}"#,
            default = "a\"b\\ \u{202e}",
            order = "ignore"
        )]
        pub text: String,
        #[avro(
            schema_json = r#"{"type":"array","items":{"type":"long","unit":"ms"},"java-class":"java.util.List"}"#,
            default = []
        )]
        pub list: Vec<i64>,
        #[avro(
            schema_json = r#"["null",{"type":"map","values":"int","x":null}]"#,
            order = "descending"
        )]
        pub opt: Option<::std::collections::HashMap<String, i32>>,
        #[avro(prop("logicalType" = "timestamp-millis", "confluent:tags" = ["PII"]))]
        pub misplaced: i64,
        #[avro(
            schema_json = r#"{"type":"bytes","logicalType":"decimal","precision":0}"#
        )]
        pub bad: Vec<u8>,
        #[avro(schema_json = r#"{"type":"int","logicalType":"weekday"}"#)]
        pub unknown: i32,
        #[avro(decimal(precision = 4))]
        pub no_scale: Vec<u8>,
        pub amount: Amount,
        pub bad_fixed: Bad,
        pub uuid: Uuid,
        pub span: Span,
        #[avro(date)]
        pub dates: Vec<i32>,
        pub enumerated: E,
        pub null_prop: FailedNullProp,
    }

    /// What `Failed::null_prop` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum FailedNullProp {
        Null(#[avro(schema_json = r#"{"type":"null","p":1}"#)] ()),
        Int(i32),
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(
        namespace = "props",
        fixed,
        decimal(precision = 10, scale = 2),
        prop("currency" = "EUR")
    )]
    pub struct Amount(pub [u8; 8]);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(
        namespace = "props",
        fixed,
        prop("logicalType" = "decimal", "precision" = 30)
    )]
    pub struct Bad(pub [u8; 2]);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "props", fixed, uuid)]
    pub struct Uuid(pub [u8; 16]);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "props", fixed, duration)]
    pub struct Span(pub [u8; 12]);

    /// d
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "props", rename_all = "lowercase", prop("x" = 1))]
    pub enum E {
        A,
    }
}

::avro_runtime::__private::source! {
    self::props::Failed = 0x655f_eadb_bfc5_1674_478f_80b3_45ee_ecd3,
    self::props::Amount = 0x3e09_af17_294c_0a48_f817_60a9_cd25_ed69,
    self::props::Bad = 0xc825_97ea_3d5f_6278_81c4_506e_7e29_e22f,
    self::props::Uuid = 0x3c21_e4c2_6479_2057_92b6_f640_c9eb_f9c0,
    self::props::Span = 0xdfd3_f592_c4ec_8bba_1ba8_1485_41c6_3442,
    self::props::E = 0x2a04_1394_83b4_42ce_468b_5755_83c7_4629,
}

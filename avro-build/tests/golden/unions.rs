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
pub mod a {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "a")]
    pub struct Money {}
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
pub mod b {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "b")]
    pub struct Money {}
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
pub mod unions {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "unions", rename_all = "camelCase")]
    pub struct Reading {
        pub first: Option<ReadingFirst>,
        #[avro(default_json = "5")]
        pub middle: ReadingMiddle,
        #[avro(null_last)]
        pub last: Option<ReadingLast>,
        pub numbers: ReadingNumbers,
        #[avro(default = "x")]
        pub last_default: Option<String>,
        #[avro(null_last, default_json = "null")]
        pub last_null: Option<String>,
        #[avro(null_first, default_json = r#""x""#)]
        pub first_value: Option<String>,
        #[avro(required)]
        pub first_required: Option<String>,
        pub single: ReadingSingle,
        #[avro(default_json = "null")]
        pub only_null: (),
        pub branches: Vec<ReadingBranches>,
        pub nested: ReadingNested,
        pub logical: Option<ReadingLogical>,
        pub same: ReadingSame,
    }

    /// What `Reading::first` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingFirst {
        Int(i32),
        String(String),
    }

    /// What `Reading::middle` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingMiddle {
        Int(i32),
        #[avro(null)]
        Null,
        String(String),
    }

    /// What `Reading::last` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingLast {
        Int(i32),
        String(String),
    }

    /// What `Reading::numbers` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingNumbers {
        Int(i32),
        Long(i64),
        Float(f32),
        Double(f64),
        Boolean(bool),
        Bytes(Vec<u8>),
    }

    /// What `Reading::single` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingSingle {
        Long(i64),
    }

    /// What `Reading::branches` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingBranches {
        String(String),
        #[avro(null)]
        Null,
    }

    /// What `ReadingNestedItem::Map` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingNestedItemValue {
        Int(i32),
        Long(i64),
    }

    /// What `ReadingNested::Array` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingNestedItem {
        Int(i32),
        Map(::std::collections::HashMap<String, ReadingNestedItemValue>),
    }

    /// What `Reading::nested` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingNested {
        Array(Vec<Option<ReadingNestedItem>>),
        Map(::std::collections::HashMap<String, Option<i32>>),
    }

    /// What `Reading::logical` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingLogical {
        Long(#[avro(timestamp_millis)] i64),
        String(
            #[avro(schema_json = r#"{"type":"string","avro.java.string":"String"}"#)]
            String,
        ),
    }

    /// What `Reading::same` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum ReadingSame {
        Money(super::a::Money),
        BMoney(super::b::Money),
    }
}

::avro_runtime::__private::source! {
    self::unions::Reading = 0x3de8_074b_7899_20c1_e86b_1cf5_a3d6_3447,
    self::a::Money = 0x8ab5_6920_3fc1_fe80_fbf1_9615_dd06_d666,
    self::b::Money = 0xf84b_fc53_4250_6b37_32c2_2940_0c7f_d820,
}

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
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "acme")]
    pub struct Invoice {
        #[avro(uuid, default = "00000000-0000-0000-0000-000000000000")]
        pub id: ::uuid::Uuid,
        #[avro(decimal(precision = 12, scale = 2))]
        pub total: ::rust_decimal::Decimal,
        #[avro(decimal(precision = 4))]
        pub parts: Vec<Option<::rust_decimal::Decimal>>,
        pub rate: Rate,
        pub odd: Odd,
        #[avro(timestamp_millis, default = 0)]
        pub at: ::chrono::DateTime<::chrono::Utc>,
        #[avro(timestamp_millis)]
        pub paid: Option<::chrono::DateTime<::chrono::Utc>>,
        #[avro(timestamp_millis)]
        pub seen: ::std::collections::HashMap<String, ::chrono::DateTime<::chrono::Utc>>,
        #[avro(date)]
        pub due: ::chrono::NaiveDate,
        pub either: InvoiceEither,
        pub key: Key,
        pub notice: Notice,
        #[avro(
            schema_json = r#"{"type":"array","items":{"type":"long","logicalType":"timestamp-millis"},"x":1}"#
        )]
        pub kept: Vec<i64>,
        #[avro(time_millis)]
        pub plain: i32,
    }

    /// What `Invoice::either` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum InvoiceEither {
        String(String),
        Bytes(#[avro(decimal(precision = 6, scale = 3))] ::rust_decimal::Decimal),
        Long(#[avro(timestamp_micros)] ::chrono::DateTime<::chrono::Utc>),
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "acme", fixed = 8, decimal(precision = 18, scale = 6))]
    pub struct Rate(pub ::rust_decimal::Decimal);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(
        namespace = "acme",
        fixed = 8,
        decimal(precision = 18, scale = 6),
        prop("x" = 1)
    )]
    pub struct Odd(pub ::rust_decimal::Decimal);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "acme", fixed, uuid)]
    pub struct Key(pub ::uuid::Uuid);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "acme", fixed, duration)]
    pub struct Notice(pub ::avro_runtime::Duration);
}

::avro_runtime::__private::source! {
    self::acme::Invoice = 0xee8f_9e93_232e_622f_1209_005f_a313_9444,
    self::acme::Rate = 0x4981_f35f_9f34_83f8_27d4_1358_4df5_9f26,
    self::acme::Odd = 0x12c0_069d_8d7b_7277_6673_b41a_8eba_57be,
    self::acme::Key = 0xaab3_05fb_4f23_cac7_65fd_91f8_d228_d770,
    self::acme::Notice = 0x11e1_3f20_1ef0_78fb_046c_9aa7_2be3_291d,
}

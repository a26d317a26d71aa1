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
pub mod defaults {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "defaults")]
    pub struct Defaults {
        #[avro(default_json = r#""NaN""#)]
        pub nan: f64,
        #[avro(default_json = r#""-Infinity""#)]
        pub inf: f32,
        #[avro(default = 9223372036854775807)]
        pub max: i64,
        #[avro(default_json = "-9223372036854775808")]
        pub min: i64,
        #[avro(default = 1.50)]
        pub f: f64,
        #[avro(default_json = "1e5")]
        pub e: f64,
        #[avro(default = 0)]
        pub whole: f64,
        #[avro(default = -0.0)]
        pub negative: f32,
        #[avro(default = true)]
        pub yes: bool,
        #[avro(default = [1, -2])]
        pub list: Vec<i32>,
        #[avro(default_json = r#"{"a":1}"#)]
        pub map: ::std::collections::HashMap<String, i64>,
        #[avro(default_json = r#"{"b":"x"}"#)]
        pub record: Inner,
        #[avro(default_json = "\"\\u0000ÿ\"")]
        pub hash: Two,
        #[avro(default_json = r#""x""#)]
        pub union: DefaultsUnion,
        #[avro(default_json = "7")]
        pub second: DefaultsSecond,
        #[avro(default = Side::Right)]
        pub side: Option<Side>,
        #[avro(default_json = r#"["LEFT"]"#)]
        pub sides: Vec<Side>,
    }

    /// What `Defaults::union` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum DefaultsUnion {
        String(String),
        Int(i32),
        Side(Side),
    }

    /// What `Defaults::second` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum DefaultsSecond {
        String(String),
        Int(i32),
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "defaults")]
    pub struct Inner {
        #[avro(default = 2)]
        pub a: i32,
        pub b: String,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "defaults", fixed)]
    pub struct Two(pub [u8; 2]);

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "defaults", rename_all = "SCREAMING_SNAKE_CASE")]
    pub enum Side {
        Left,
        Right,
    }
}

::avro_runtime::__private::source! {
    self::defaults::Defaults = 0x6090_3587_256a_7710_b0d6_9dd8_4b42_fc90,
    self::defaults::Inner = 0x0332_f6a2_7f91_7230_3492_9400_fc62_c7ec,
    self::defaults::Two = 0x753b_1c4a_2469_4574_da7b_1f1b_9411_0641,
    self::defaults::Side = 0x90ea_4d70_cf3d_71bb_42d1_bc25_236d_bbf2,
}

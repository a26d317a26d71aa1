use avro_runtime::AvroSchema;

/// A click.
#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(namespace = "com.acme", rename_all = "camelCase", alias = "Hit")]
pub struct Click {
    /// Who.
    pub email: String,
    #[avro(alias = "ts", timestamp_millis)]
    pub time_stamp: i64,
    pub referrer: Option<Box<Click>>,
    #[avro(default = 1)]
    pub(crate) number: i32,
    #[avro(as = "long")]
    pub bytes: Option<u64>,
    #[avro(fixed = "Md5")]
    pub digest: [u8; 16],
    #[avro(skip)]
    pub seen: bool,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub struct Borrowed<'a> {
    pub text: &'a str,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub struct Nothing;

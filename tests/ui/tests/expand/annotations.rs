use avro_runtime::AvroSchema;

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(namespace = "com.acme", error, prop("tags" = ["a", {"b": -1.50}]))]
pub struct Refused {
    #[avro(order = "ignore", prop("unit" = "ms"))]
    pub at: i64,
    #[avro(decimal(precision = 9, scale = 2))]
    pub amount: Option<Vec<u8>>,
    #[avro(
        schema_json = r#"{"type": "array", "items": ["null", {"type": "string", "x": 1}, "com.acme.Price"], "y": null}"#
    )]
    pub either: Vec<Option<Either>>,
    #[avro(null_first, default_json = "7")]
    pub count: Option<i32>,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(fixed, namespace = "com.acme", decimal(precision = 9, scale = 2), prop("currency" = "EUR"))]
pub struct Price(pub [u8; 4]);

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub enum Either {
    Text(String),
    Price(Price),
}

use avro_runtime::AvroSchema;

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub struct Email(pub String);

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(fixed, namespace = "com.acme")]
pub struct Sha256(pub [u8; 32]);

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(record)]
pub struct Wrapped(#[avro(name = "value")] pub i64);

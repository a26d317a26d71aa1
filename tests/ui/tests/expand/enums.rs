use avro_runtime::AvroSchema;

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    New,
    #[avro(default)]
    InProgress,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub struct Order {
    #[avro(default = Status::New)]
    pub status: Status,
}

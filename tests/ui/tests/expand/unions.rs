use avro_runtime::AvroSchema;

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub enum Payment {
    Card {
        last4: String,
    },
    Cash,
    Codes(Vec<i32>),
    #[avro(null)]
    Unknown,
}

use avro_runtime::AvroSchema;

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(namespace = "com.acme")]
pub struct Page<T, const N: usize> {
    pub items: Vec<T>,
    pub key: [u8; N],
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub enum Event<T> {
    Put { value: T },
    Clear,
}

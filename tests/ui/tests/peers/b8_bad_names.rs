use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(name = "Order-Placed")]
pub struct Order {
    #[avro(name = "full name")]
    pub name: String,
    pub count: i32,
    #[avro(name = "count")]
    pub again: i64,
}

#[derive(AvroSchema)]
pub enum Status {
    #[avro(name = "in-work")]
    InWork,
    Done,
    #[avro(name = "Done")]
    Finished,
}

fn main() {}

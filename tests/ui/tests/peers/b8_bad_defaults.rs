use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
pub enum Status {
    Open,
    Done,
}

#[derive(AvroSchema)]
pub struct Order {
    #[avro(default = "many")]
    pub count: i32,
    #[avro(default = 3.5)]
    pub whole: i64,
    #[avro(default_json = "[1, \"x\"]")]
    pub list: Vec<i32>,
    #[avro(default = "Lost")]
    pub status: Status,
}

#[derive(AvroSchema)]
pub struct Large {
    #[avro(default = 3_000_000_000)]
    pub count: i32,
}

fn main() {}

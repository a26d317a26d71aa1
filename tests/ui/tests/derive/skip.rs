use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    #[avro(skip, name = "x", default = 1)]
    a: i32,
    #[avro(alias = "y")]
    b: std::marker::PhantomData<i32>,
}

fn main() {}

use avro_runtime::AvroSchema;

mod a {
    #[derive(avro_runtime::AvroSchema)]
    pub struct Line {
        pub qty: i32,
    }
}

mod b {
    #[derive(avro_runtime::AvroSchema)]
    pub struct Line {
        pub text: String,
    }
}

#[derive(AvroSchema)]
struct Order {
    first: a::Line,
    second: Vec<b::Line>,
}

#[derive(AvroSchema)]
struct Outer {
    order: Order,
}

fn main() {}

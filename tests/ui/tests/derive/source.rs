use avro_runtime::AvroSchema;

mod orders {
    #[derive(avro_runtime::AvroSchema)]
    pub struct Line {
        pub a: i32,
    }
}

#[derive(AvroSchema)]
struct Other {
    a: i32,
}

avro_runtime::__private::source!(
    orders::Line = 0x0000_0000_0000_0000_0000_0000_0000_0001,
    Other = 0x0000_0000_0000_0000_0000_0000_0000_0002,
);

fn main() {}

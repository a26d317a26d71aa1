use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro]
struct Bare {
    a: i32,
}

#[derive(AvroSchema)]
#[avro("com.acme")]
struct Text {
    a: i32,
}

#[derive(AvroSchema)]
#[avro(namespace)]
struct NoValue {
    #[avro(skip = true)]
    a: i32,
    #[avro(required("yes"))]
    b: Option<i32>,
    #[avro(name = 3)]
    c: i32,
    #[avro(alias)]
    d: i32,
    #[avro(aliases("x", 4))]
    e: i32,
    #[avro(default(4))]
    f: i32,
    #[avro(name = )]
    g: i32,
    #[avro(via = , default = 1)]
    h: i32,
}

#[derive(AvroSchema)]
#[avro(crate = "not a path")]
struct Path {
    a: i32,
}

fn main() {}

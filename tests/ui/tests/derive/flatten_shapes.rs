use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Meta {
    by: String,
    at: i64,
}

#[derive(AvroSchema)]
enum Either {
    A(i32),
    B(String),
}

#[derive(AvroSchema)]
struct Number {
    id: i64,
    #[avro(flatten)]
    number: i32,
}

#[derive(AvroSchema)]
struct Union {
    #[avro(flatten)]
    either: Either,
}

#[derive(AvroSchema)]
struct Twice {
    #[avro(flatten)]
    meta: Meta,
    at: i32,
}

#[derive(AvroSchema)]
struct Wrapped<T> {
    at: i32,
    #[avro(flatten)]
    inner: T,
}

#[derive(AvroSchema)]
struct Holder {
    wrapped: Wrapped<Meta>,
}

mod one {
    #[derive(avro_runtime::AvroSchema)]
    pub(crate) struct Line {
        a: i32,
    }
}

mod other {
    #[derive(avro_runtime::AvroSchema)]
    pub(crate) struct Line {
        b: i32,
    }
}

#[derive(AvroSchema)]
struct Lined {
    first: one::Line,
}

#[derive(AvroSchema)]
struct TwoLines {
    #[avro(flatten)]
    lined: Lined,
    second: other::Line,
}

fn main() {}

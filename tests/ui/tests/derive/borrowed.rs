use std::borrow::Cow;

use avro_runtime::AvroSchema;

type Shared = Cow<'static, str>;

#[derive(AvroSchema)]
struct Order {
    name: Shared,
}

fn main() {}

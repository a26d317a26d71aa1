use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Order {
    pair: (i32, String),
    nested: Vec<(i32, i32)>,
    callback: fn(i32) -> i32,
    pointer: *const u8,
    any: Box<dyn std::fmt::Debug>,
}

#[derive(AvroSchema)]
union Bits {
    a: u32,
    b: f32,
}

fn main() {}

use avro_runtime::AvroSchema;

macro_rules! modules {
    ($($module:ident: $ty:ty),*) => {
        $(
            mod $module {
                #[derive(avro_runtime::AvroSchema)]
                pub struct Item {
                    pub value: $ty,
                }
            }
        )*
    };
}

modules!(a: i32, b: String, c: i32);

// Types that a macro writes in one place are types of their own.
#[derive(AvroSchema)]
struct Order {
    item: a::Item,
    other: b::Item,
}

#[derive(AvroSchema)]
struct Alike {
    item: a::Item,
    other: c::Item,
}

fn main() {}

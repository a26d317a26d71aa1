use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(rename_all = "kebab-case")]
struct Kebab {
    order_id: i32,
}

#[derive(AvroSchema)]
#[avro(rename_all = "camel")]
struct Unknown {
    order_id: i32,
}

#[derive(AvroSchema)]
#[avro(rename_all_fields = "camelCase")]
struct OnStruct {
    order_id: i32,
}

#[derive(AvroSchema)]
#[avro(rename_all_fields = "camelCase")]
enum OnSymbols {
    A,
}

fn main() {}

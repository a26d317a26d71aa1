use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(prop("type" = 1), prop("name" = "x", "fields" = []), prop("doc" = ""), prop("order" = 1, "order" = 2))]
struct Order {
    #[avro(prop("type" = "int"), prop("default" = 0), prop("order" = "ignore"))]
    a: i32,
    #[avro(prop)]
    b: i32,
    #[avro(prop())]
    c: i32,
    #[avro(prop = "x")]
    d: i32,
    #[avro(prop("unit"))]
    e: i32,
    #[avro(prop(unit = "ms"))]
    f: i32,
    #[avro(prop("unit" = Ms))]
    g: i32,
    #[avro(prop("unit" = 1u8))]
    h: i32,
    #[avro(prop("unit" = {unit: 1}))]
    i: i32,
    #[avro(prop("unit" = json("{")))]
    j: i32,
    #[avro(prop("unit" = "ms"), prop("unit" = "s"))]
    k: i32,
    #[avro(skip, prop("unit" = "ms"))]
    l: i32,
    #[avro(porp("unit" = "ms"))]
    m: i32,
}

#[derive(AvroSchema)]
#[avro(prop("unit" = "ms"))]
struct Newtype(i64);

#[derive(AvroSchema)]
struct Inner(#[avro(prop("unit" = "ms"), order = "ignore")] i64);

#[derive(AvroSchema)]
#[avro(fixed, uuid, prop("logicalType" = "uuid"))]
struct Id([u8; 16]);

#[derive(AvroSchema)]
#[avro(prop("default" = "A"))]
enum Status {
    #[avro(prop("unit" = "ms"))]
    A,
}

#[derive(AvroSchema)]
#[avro(prop("unit" = "ms"))]
enum Union {
    A(#[avro(prop("unit" = "ms"))] i32),
    B(String),
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
#[avro(name = "Mail", namespace = "com.acme", alias = "Old")]
struct Email(String);

#[derive(AvroSchema)]
struct Field(#[avro(name = "x", default = "")] String);

#[derive(AvroSchema)]
#[avro(fixed)]
struct Hash(Vec<u8>);

#[derive(AvroSchema)]
#[avro(fixed)]
struct Named {
    bytes: [u8; 4],
}

#[derive(AvroSchema)]
#[avro(record, fixed)]
struct Both([u8; 4]);

#[derive(AvroSchema)]
#[avro(record)]
struct Already {
    a: i32,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(Clone)]
struct Money(i64);

mod half {
    pub(crate) type Avro = i64;

    pub(crate) fn to_avro(_: &super::Money) -> Result<Avro, &'static str> {
        Err("no")
    }
}

#[derive(AvroSchema)]
struct Converted {
    #[avro(via = i64)]
    via: Money,
    #[avro(with = half)]
    with: Money,
    #[avro(as = "string")]
    text: Money,
}

fn main() {}

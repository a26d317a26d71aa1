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
struct Words {
    #[avro(via)]
    a: Money,
    #[avro(via = 3)]
    b: Money,
    #[avro(with = "not a path")]
    c: Money,
    #[avro(with)]
    d: Money,
    #[avro(via = i64, as = "string")]
    e: Money,
    #[avro(skip, via = i64)]
    f: i32,
    #[avro(via = "Vec<")]
    g: Money,
}

fn main() {}

use avro_runtime::AvroSchema;

#[derive(Debug, Clone, PartialEq)]
pub struct Money(pub i64);

impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.0
    }
}

impl From<i64> for Money {
    fn from(cents: i64) -> Self {
        Money(cents)
    }
}

pub mod tenths {
    pub type Avro = i64;

    pub fn to_avro(money: &super::Money) -> Result<Avro, std::convert::Infallible> {
        Ok(money.0 / 10)
    }

    pub fn from_avro(tenths: Avro) -> Result<super::Money, std::convert::Infallible> {
        Ok(super::Money(tenths * 10))
    }
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub struct Prices {
    #[avro(via = i64)]
    pub one: Option<Money>,
    #[avro(with = tenths)]
    pub rough: Money,
    #[avro(flatten)]
    pub of: Item,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
#[avro(transparent)]
pub struct Item {
    pub inner: Inner,
    #[avro(skip)]
    pub seen: bool,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub struct Inner {
    pub color: Color,
}

#[derive(AvroSchema, Debug, Clone, PartialEq)]
pub enum Color {
    Red,
    #[avro(other)]
    Other(String),
}

use avro_runtime::AvroSchema;

#[derive(Clone)]
struct Money(i64);

struct Wire(i64);

impl From<Money> for Wire {
    fn from(money: Money) -> Self {
        Wire(money.0)
    }
}

impl From<Wire> for Money {
    fn from(wire: Wire) -> Self {
        Money(wire.0)
    }
}

// The conversions are there; what they lead to has no schema.
#[derive(AvroSchema)]
struct Order {
    #[avro(via = Wire)]
    price: Money,
    #[avro(via = Wire)]
    prices: Option<Vec<Money>>,
}

fn main() {}

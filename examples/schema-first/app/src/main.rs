//! A program that speaks schemas which other crates own:
//!
//! - `acme-common`: types that several teams share, namespace `com.acme.common`;
//! - `acme-orders`: the events of a shop, namespaces `com.acme.orders` and `com.acme.payments`, with released versions;
//! - this one: it writes and reads those events, beside a program that has not been built since version 1.
//!
//! Break one of the `.avsc` files (rename a field, say) and run it again: `acme-orders` does not compile.

mod earlier;

use acme_common::{Address, Currency, Money};
use acme_orders::orders::{Channel, Line, OrderPlaced};
use acme_orders::payments::{Card, CardType, PaymentReceived, PaymentReceivedBy};
use acme_orders::released;
use avro_runtime::prelude::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("events of this program, and what the crates they come from promise");
    for schema in avro_runtime::schemas() {
        if let Some(root) = schema.root() {
            let versions = root.history().versions.iter().filter(|version| version.released).count();
            println!("  {:<34} {} {}, released: {versions}", schema.full_name(), schema.package(), root.level().name());
        }
    }

    println!("\nan order of version 1, read today");
    let order: OrderPlaced =
        OrderPlaced::from_avro_with(&WriterSchema::parse(released::ORDER_PLACED_1)?, &earlier::order().to_avro()?)?;
    println!("  {order:?}");
    assert_eq!((order.coupon, order.channel), (None, Channel::Web));

    println!("\nan order of today, read by a program that knows version 1");
    let sent = OrderPlaced {
        id: "2-1042".into(),
        placed_at: 1_790_000_000_000,
        lines: vec![Line { sku: "kettle".into(), quantity: 1, price: euros(39, 90) }],
        total: euros(39, 90),
        ship_to: Some(Address { street: "Main Street 1".into(), city: "Hamburg".into(), country: "DE".into() }),
        coupon: Some("SPRING".into()),
        channel: Channel::App,
    };
    let received = earlier::OrderPlaced::from_avro_with(&WriterSchema::parse(OrderPlaced::JSON)?, &sent.to_avro()?)?;
    println!("  {received:?}");
    assert_eq!((received.id, received.total), (sent.id, sent.total));

    println!("\na payment, there and back");
    let payment = PaymentReceived {
        order_id: "2-1042".into(),
        paid: euros(39, 90),
        by: PaymentReceivedBy::Card(Card { r#type: CardType::Debit, last4: "4242".into() }),
    };
    let bytes = payment.to_avro()?;
    println!("  {} bytes: {:?}", bytes.len(), PaymentReceived::from_avro(&bytes)?);
    assert_eq!(PaymentReceived::from_avro(&bytes)?, payment);
    Ok(())
}

fn euros(euros: i64, cents: i64) -> Money {
    Money { minor_units: euros * 100 + cents, currency: Currency::Eur }
}

//! Typed values through the embedded broker: two releases of a type, poison between values, a registry in trouble.

use std::pin::pin;
use std::sync::atomic::Ordering;
use std::time::Duration;

use avro_runtime::kafka::rdkafka::message::Headers;
use avro_runtime::kafka::{Consumer, Decoded, EmbeddedBroker, Message, Producer, Record, Registration, Topic, Utf8Key};
use avro_runtime::registry::{Frame, InProcess, RecordName, Registry, TopicRecordName};
use avro_runtime::schema::Level;
use futures_util::StreamExt;

use super::support::Faulty;

const TIMEOUT: Duration = Duration::from_secs(20);

mod v1 {
    use avro_runtime::prelude::*;

    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(namespace = "com.acme")]
    pub(super) struct Order {
        pub(super) id: i64,
        pub(super) customer: String,
    }
}

mod v2 {
    use avro_runtime::prelude::*;

    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(namespace = "com.acme")]
    pub(super) struct Order {
        #[avro(default = "EUR")]
        pub(super) currency: String,
        pub(super) customer: String,
        pub(super) id: i64,
        pub(super) coupon: Option<String>,
    }

    /// As a framed key.
    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(namespace = "com.acme")]
    pub(super) struct OrderKey {
        pub(super) id: i64,
    }
}

fn order_v1(id: i64) -> v1::Order {
    v1::Order { id, customer: format!("c{id}") }
}

fn order_v2(id: i64) -> v2::Order {
    v2::Order { currency: "CHF".to_owned(), customer: format!("c{id}"), id, coupon: Some("ten".to_owned()) }
}

#[tokio::test]
async fn two_releases_read_each_other() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("orders", 1).unwrap();
    let registry = Registry::new(InProcess::new());
    registry.set_level(Some("orders-value"), Level::FullTransitive).await.unwrap();
    let old = Topic::<Utf8Key, v1::Order>::new("orders");
    let old = old.registration(Registration::Register).bind(&registry).await.unwrap();
    let new = Topic::<Utf8Key, v2::Order>::new("orders");
    let new = new.registration(Registration::Register).bind(&registry).await.unwrap();
    assert_eq!(registry.versions("orders-value").await.unwrap(), [1, 2]);

    let producer = Producer::connect(&broker.config()).unwrap();
    producer.send(old.record(&"1".into(), &order_v1(1)).unwrap(), TIMEOUT).await.unwrap();
    producer.send(new.record(&"2".into(), &order_v2(2)).unwrap(), TIMEOUT).await.unwrap();
    producer.send(new.tombstone(&"1".into()).unwrap(), TIMEOUT).await.unwrap();

    let consumer = Consumer::connect(&broker.consumer_config("both"), &["orders"]).unwrap();
    let mut messages = pin!(consumer.stream());
    let first = messages.next().await.unwrap().unwrap();
    let Decoded::Value { value, writer, .. } = new.decode(&first).await.unwrap() else { panic!("not a value") };
    assert_eq!(value, v2::Order { currency: "EUR".to_owned(), customer: "c1".to_owned(), id: 1, coupon: None });
    assert_eq!(writer.id(), Some(old.value_schema_id()));
    assert!(writer.schema().unwrap().json().contains("com.acme"));
    let second = messages.next().await.unwrap().unwrap();
    let Decoded::Value { value, .. } = old.decode(&second).await.unwrap() else { panic!("not a value") };
    assert_eq!(value, order_v1(2));
    let third = messages.next().await.unwrap().unwrap();
    let Decoded::Tombstone { key } = old.decode(&third).await.unwrap() else { panic!("not a tombstone") };
    assert_eq!(key, Utf8Key("1".to_owned()));
}

#[tokio::test]
async fn poison_in_the_middle_stalls_nothing_and_loses_nothing() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("orders", 1).unwrap();
    broker.create_topic("orders.dead", 1).unwrap();
    let registry = Registry::new(InProcess::new());
    let orders = Topic::<v2::OrderKey, v2::Order>::new("orders")
        .registration(Registration::Register)
        .unknown_id_window(Duration::from_millis(50))
        .bind(&registry)
        .await
        .unwrap();
    let producer = Producer::connect(&broker.config()).unwrap();
    let good = |id| orders.record(&v2::OrderKey { id }, &order_v2(id)).unwrap();
    let with_value = |id: i64, value: Vec<u8>| Record::raw("orders", good(id).key().map(<[u8]>::to_vec), Some(value));
    let cut_short = |id| {
        let value = good(id).value().unwrap().to_vec();
        with_value(id, value[..value.len() - 2].to_vec())
    };
    let mut unknown = Frame::header(4711).to_vec();
    unknown.extend([1, 2, 3]);
    let sent = [
        good(0),
        with_value(1, b"{\"id\":1}".to_vec()),
        good(2),
        with_value(3, unknown),
        cut_short(4),
        Record::raw("orders", Some(vec![7]), Some(vec![0, 0, 0, 0, 1])),
        good(6),
    ];
    for record in sent.clone() {
        producer.send(record, TIMEOUT).await.unwrap();
    }

    let consumer = Consumer::connect(&broker.consumer_config("g"), &["orders"]).unwrap();
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for _ in 0..sent.len() {
        let message = consumer.recv().await.unwrap();
        match orders.decode(&message).await.unwrap() {
            Decoded::Value { value, .. } => values.push(value.id),
            Decoded::Tombstone { .. } => panic!("nothing is gone"),
            Decoded::Poison(poison) => {
                faults.push(poison.to_string());
                producer.send(poison.record("orders.dead"), TIMEOUT).await.unwrap();
            }
        }
        consumer.store(&message).unwrap();
    }
    consumer.commit(TIMEOUT).await.unwrap();
    assert_eq!(values, [0, 2, 6]);
    assert_eq!(
        faults,
        [
            "orders[0] at offset 1: value: unknown magic byte 0x7b where 0x00 was expected: not in the Confluent wire format",
            "orders[0] at offset 3: value: schema id 4711 is unknown to registry mock://",
            "orders[0] at offset 4: value: written with schema id 2: `coupon`: unexpected end of data at byte 10",
            "orders[0] at offset 5: key: unknown magic byte 0x07 where 0x00 was expected: not in the Confluent wire format",
        ]
    );

    // The dead letters are the same bytes, and say where they were.
    let consumer = Consumer::connect(&broker.consumer_config("undertaker"), &["orders.dead"]).unwrap();
    for index in [1, 3, 4, 5] {
        let message = consumer.recv().await.unwrap();
        assert_eq!((message.key(), message.payload()), (sent[index].key(), sent[index].value()));
        let headers = message.headers().unwrap();
        let header = |name| headers.iter().find(|header| header.key == name).and_then(|header| header.value).unwrap();
        assert_eq!((header("avro.topic"), header("avro.partition")), (&b"orders"[..], &b"0"[..]));
        assert_eq!(header("avro.offset"), index.to_string().as_bytes());
        assert!(faults.iter().any(|fault| fault.as_bytes().ends_with(header("avro.error"))));
    }
}

#[tokio::test]
async fn what_a_lost_registry_interrupts_is_read_again() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("orders", 1).unwrap();
    let (registry, faults) = Faulty::registry();
    let orders = Topic::<(), v1::Order>::new("orders")
        .registration(Registration::Register)
        .registry_deadline(Duration::from_millis(50))
        .bind(&registry)
        .await
        .unwrap();
    let producer = Producer::connect(&broker.config()).unwrap();
    producer.send(orders.record(&(), &order_v1(1)).unwrap(), TIMEOUT).await.unwrap();

    faults.down.store(usize::MAX, Ordering::SeqCst);
    {
        let consumer = Consumer::connect(&broker.consumer_config("g"), &["orders"]).unwrap();
        let message = consumer.recv().await.unwrap();
        assert!(orders.decode(&message).await.unwrap_err().is_unavailable());
        consumer.commit(TIMEOUT).await.unwrap();
    }
    faults.down.store(0, Ordering::SeqCst);
    let consumer = Consumer::connect(&broker.consumer_config("g"), &["orders"]).unwrap();
    let message = consumer.recv().await.unwrap();
    assert!(matches!(orders.decode(&message).await.unwrap(), Decoded::Value { value, .. } if value == order_v1(1)));
}

#[tokio::test]
async fn named_types_can_name_their_subjects() {
    let registry = Registry::new(InProcess::new());
    let by_record = Topic::<v2::OrderKey, v2::Order>::new("orders").subjects(RecordName);
    by_record.registration(Registration::Register).bind(&registry).await.unwrap();
    let by_both = Topic::<v2::OrderKey, v2::Order>::new("orders").subjects(TopicRecordName);
    by_both.registration(Registration::Register).bind(&registry).await.unwrap();
    assert_eq!(
        registry.subjects().await.unwrap(),
        ["com.acme.Order", "com.acme.OrderKey", "orders-com.acme.Order", "orders-com.acme.OrderKey"]
    );
    // What was registered is the whole schema, not its canonical form.
    let stored = registry.look_up("com.acme.Order", <v2::Order as avro_runtime::AvroSchema>::json()).await.unwrap();
    assert!(stored.schema().contains(r#""default":"EUR""#), "{}", stored.schema());
}

//! Producer, consumer and embedded broker, by raw records.

use std::pin::pin;
use std::time::Duration;

use avro_runtime::kafka::{Consumer, EmbeddedBroker, Message, Producer, Record, config};
use futures_util::StreamExt;

const TIMEOUT: Duration = Duration::from_secs(20);

#[tokio::test]
async fn what_is_sent_is_read_at_least_once() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("raw", 1).unwrap();
    broker.create_topic("raw", 1).unwrap();
    let producer = Producer::connect(&broker.config()).unwrap();
    for number in 0..5u8 {
        let record = Record::raw("raw", Some(vec![number]), (number != 3).then(|| vec![number; 4]));
        let delivery = producer.send(record.header("h", "x"), TIMEOUT).await.unwrap();
        assert_eq!((delivery.partition(), delivery.offset()), (0, i64::from(number)));
    }
    producer.flush(TIMEOUT).await.unwrap();

    {
        let consumer = Consumer::connect(&broker.consumer_config("g"), &["raw"]).unwrap();
        let mut messages = pin!(consumer.stream());
        for number in 0..3u8 {
            let message = messages.next().await.unwrap().unwrap();
            assert_eq!(message.key(), Some(&[number][..]));
            if number < 2 {
                consumer.store(&message).unwrap();
            }
        }
        consumer.commit(TIMEOUT).await.unwrap();
        consumer.commit(TIMEOUT).await.unwrap();
    }
    // Message 2 was read but not stored: it comes again.
    let consumer = Consumer::connect(&broker.consumer_config("g"), &["raw"]).unwrap();
    let message = consumer.recv().await.unwrap();
    assert_eq!(message.offset(), 2);
    let tombstone = consumer.recv().await.unwrap();
    assert_eq!((tombstone.offset(), tombstone.payload()), (3, None));
}

#[tokio::test]
async fn a_broker_that_is_gone_is_an_error_that_keeps_the_record() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("gone", 1).unwrap();
    let producer = Producer::connect(&broker.config()).unwrap();
    producer.send(Record::raw("gone", None, Some(vec![1])), TIMEOUT).await.unwrap();
    broker.take_down().unwrap();

    let record = Record::raw("gone", Some(b"secret".to_vec()), Some(vec![2]));
    let error = producer.send(record.clone(), Duration::from_millis(300)).await.unwrap_err();
    assert!(error.error().is_timeout(), "{error}");
    assert_eq!(error.record(), &record);
    let text = format!("{error} {error:?}");
    assert!(text.contains("topic `gone` (7 bytes)") && text.contains(broker.bootstrap_servers()), "{text}");
    assert!(!text.contains("secret"), "{text}");

    broker.bring_up().unwrap();
    producer.send(error.into_record(), TIMEOUT).await.unwrap();
}

#[tokio::test]
async fn a_consumer_says_that_all_brokers_are_down() {
    // A port that nobody listens on.
    let mut config = config("127.0.0.1:1");
    config.set("group.id", "g");
    let consumer = Consumer::connect(&config, &["orders"]).unwrap();
    let error = tokio::time::timeout(TIMEOUT, async {
        loop {
            match consumer.recv().await {
                Err(error) if error.is_unreachable() => return error,
                Err(_) => {}
                Ok(_) => panic!("a message from nowhere"),
            }
        }
    })
    .await
    .unwrap();
    assert!(error.to_string().starts_with("reading orders: "), "{error}");
}

#[tokio::test]
async fn a_bad_configuration_is_named() {
    let error = Producer::connect(config("127.0.0.1:1").set("no.such.setting", "1")).unwrap_err();
    assert!(error.is_config());
    assert!(error.to_string().contains("no.such.setting"), "{error}");
}

#[tokio::test]
async fn a_broker_that_comes_back_goes_on_where_it_was() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("back", 1).unwrap();
    let producer = Producer::connect(&broker.config()).unwrap();
    for number in 0..3u8 {
        producer.send(Record::raw("back", None, Some(vec![number])), TIMEOUT).await.unwrap();
    }
    let consumer = Consumer::connect(&broker.consumer_config("g"), &["back"]).unwrap();
    let first = consumer.recv().await.unwrap();
    consumer.store(&first).unwrap();
    broker.take_down().unwrap();
    let error = consumer.commit(Duration::from_millis(300)).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(error.to_string(), "offsets of back not committed within 300ms");

    broker.bring_up().unwrap();
    consumer.commit(TIMEOUT).await.unwrap();
    let mut numbers = Vec::new();
    while numbers.len() < 2 {
        match consumer.recv().await {
            Ok(message) => numbers.push(message.payload().unwrap()[0]),
            Err(error) => assert!(error.is_unreachable(), "{error}"),
        }
    }
    assert_eq!(numbers, [1, 2]);
}

/// A commit that is still waiting for a broker keeps no runtime from ending.
#[test]
fn a_runtime_ends_while_a_commit_waits() {
    let broker = EmbeddedBroker::start().unwrap();
    broker.create_topic("end", 1).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let producer = Producer::connect(&broker.config()).unwrap();
        producer.send(Record::raw("end", None, Some(vec![1])), TIMEOUT).await.unwrap();
        let consumer = Consumer::connect(&broker.consumer_config("g"), &["end"]).unwrap();
        let message = consumer.recv().await.unwrap();
        consumer.store(&message).unwrap();
        broker.take_down().unwrap();
        assert!(consumer.commit(Duration::from_millis(100)).await.unwrap_err().is_timeout());
    });
    let (ended, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        drop(runtime);
        ended.send(())
    });
    wait.recv_timeout(Duration::from_secs(5)).expect("the runtime waits for the broker");
}

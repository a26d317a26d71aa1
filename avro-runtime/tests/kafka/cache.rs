//! Writer schemas by id: one flight, unknown ids, a registry in trouble.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use avro_runtime::kafka::{Decoded, Registration, Topic};
use avro_runtime::registry::{Frame, Registry};

use super::support::{Faulty, message, received};

async fn topic(registry: &Registry) -> Topic<(), String> {
    Topic::new("t")
        .registration(Registration::Register)
        .unknown_id_window(Duration::from_millis(300))
        .registry_deadline(Duration::from_millis(300))
        .bind(registry)
        .await
        .unwrap()
}

#[tokio::test]
async fn many_decoders_make_one_request() {
    let (registry, faults) = Faulty::registry();
    let topic = topic(&registry).await;
    let message = received(&topic.record(&(), &"x".to_owned()).unwrap());
    let decoded = futures_util::future::join_all((0..100).map(|_| topic.decode(&message))).await;
    assert!(decoded.iter().all(|decoded| matches!(decoded, Ok(Decoded::Value { .. }))));
    assert_eq!(faults.fetches.load(Ordering::SeqCst), 1);
    // Another topic of the same registry shares what is known.
    let other = Topic::<(), String>::new("u").registration(Registration::Register).bind(&registry).await.unwrap();
    assert!(matches!(other.decode(&message).await, Ok(Decoded::Value { .. })));
    assert_eq!(faults.fetches.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_flight_survives_the_one_who_started_it() {
    let (registry, faults) = Faulty::registry();
    let topic = topic(&registry).await;
    let message = received(&topic.record(&(), &"x".to_owned()).unwrap());
    // Given up on while the registry is being asked.
    assert!(tokio::time::timeout(Duration::from_millis(5), topic.decode(&message)).await.is_err());
    assert!(matches!(topic.decode(&message).await, Ok(Decoded::Value { .. })));
    assert_eq!(faults.fetches.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn an_unknown_id_is_asked_for_a_while_and_then_poison() {
    let (registry, faults) = Faulty::registry();
    let topic = topic(&registry).await;
    let mut bytes = Frame::header(42).to_vec();
    bytes.push(0);
    let message = message(None, Some(&bytes));
    let start = Instant::now();
    let Decoded::Poison(poison) = topic.decode(&message).await.unwrap() else { panic!("not poison") };
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert!(poison.fault().is_unknown_schema());
    assert_eq!(poison.fault().schema_id(), Some(42));
    assert_eq!(poison.to_string(), "t[3] at offset 7: value: schema id 42 is unknown to registry mock://faulty");
    let fetches = faults.fetches.load(Ordering::SeqCst);
    assert!(fetches > 1);
    // The next one of its kind does not wait.
    assert!(matches!(topic.decode(&message).await, Ok(Decoded::Poison(_))));
    assert_eq!(faults.fetches.load(Ordering::SeqCst), fetches);
}

#[tokio::test]
async fn a_lagging_replica_is_waited_for() {
    let (registry, faults) = Faulty::registry();
    let topic = topic(&registry).await;
    let message = received(&topic.record(&(), &"x".to_owned()).unwrap());
    faults.lagging.store(2, Ordering::SeqCst);
    assert!(matches!(topic.decode(&message).await, Ok(Decoded::Value { .. })));
    assert_eq!(faults.fetches.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_registry_that_is_down_is_an_error_and_not_poison() {
    let (registry, faults) = Faulty::registry();
    let topic = topic(&registry).await;
    let message = received(&topic.record(&(), &"x".to_owned()).unwrap());
    faults.down.store(usize::MAX, Ordering::SeqCst);
    let error = topic.decode(&message).await.unwrap_err();
    assert!(error.is_unavailable());
    assert_eq!(error.to_string(), "registry mock://faulty: connection refused");
    // Nothing of that is remembered.
    faults.down.store(1, Ordering::SeqCst);
    assert!(matches!(topic.decode(&message).await, Ok(Decoded::Value { .. })));
}

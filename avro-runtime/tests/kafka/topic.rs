//! Topics without a broker: binding, keys, tombstones, poison.

use avro_runtime::kafka::{Decoded, LongKey, RawKey, Registration, Topic, TopicKey, Utf8Key};
use avro_runtime::registry::{InProcess, Naming, RecordName, Registry, TopicRecordName};
use avro_runtime::{AvroDecode, AvroEncode};

use super::support::{message, received};

fn registry() -> Registry {
    Registry::new(InProcess::new())
}

async fn bound<K, V>(registry: &Registry) -> Topic<K, V>
where
    K: TopicKey,
    V: AvroEncode + for<'de> AvroDecode<'de>,
{
    Topic::new("t").registration(Registration::Register).bind(registry).await.unwrap()
}

#[tokio::test]
async fn look_up_only_fails_before_the_first_message() {
    let registry = registry();
    let unbound = || Topic::<(), String>::new("t");
    let error = unbound().bind(&registry).await.unwrap_err();
    assert!(error.is_not_registered());
    assert_eq!(
        error.to_string(),
        "topic `t`, value: the schema is not registered under subject `t-value` (registry mock://: Subject 't-value' not \
         found (code 40401)): register it when you deploy, or bind with `Registration::Register`"
    );
    assert!(registry.subjects().await.unwrap().is_empty());

    registry.register("t-value", r#""long""#).await.unwrap();
    let error = unbound().bind(&registry).await.unwrap_err();
    assert!(error.is_not_registered() && error.registry_error().unwrap().is_schema_not_found());

    let error = unbound().registration(Registration::Register).bind(&registry).await.unwrap_err();
    assert!(error.registry_error().unwrap().is_incompatible(), "{error}");
}

#[tokio::test]
async fn an_id_that_is_asked_for_must_have_the_types_form() {
    let registry = registry();
    registry.register("t-value", r#""long""#).await.unwrap();
    registry.register("u-value", r#"{"type":"string","x":1}"#).await.unwrap();
    let uuid = registry.register("v-value", r#"{"type":"string","logicalType":"uuid"}"#).await.unwrap();
    let unbound = Topic::<(), String>::new("v").registration(Registration::Id(uuid.id()));
    assert!(unbound.bind(&registry).await.unwrap_err().is_other_form());
    for registration in [Registration::UseLatest, Registration::Id(1)] {
        let error = Topic::<(), String>::new("t").registration(registration).bind(&registry).await.unwrap_err();
        assert!(error.is_other_form(), "{error}");
    }
    for registration in [Registration::UseLatest, Registration::Id(2)] {
        let topic = Topic::<(), String>::new("u").registration(registration).bind(&registry).await.unwrap();
        assert_eq!(topic.value_schema_id(), 2);
    }
    let error = Topic::<(), String>::new("u").registration(Registration::Id(9)).bind(&registry).await.unwrap_err();
    assert!(error.registry_error().unwrap().is_schema_not_found());
}

#[tokio::test]
async fn subjects_follow_the_strategy() {
    let registry = registry();
    let error = Topic::<(), String>::new("t").subjects(RecordName).bind(&registry).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "topic `t`, value: the subject strategy names subjects after records, and the schema has no name"
    );
    assert!(Topic::<(), String>::new("t").subjects(TopicRecordName).bind(&registry).await.is_err());
    Topic::<String, String>::new("t")
        .subjects(|naming: &Naming<'_>| format!("eu.{}.{}", naming.topic, naming.part))
        .registration(Registration::Register)
        .bind(&registry)
        .await
        .unwrap();
    assert_eq!(registry.subjects().await.unwrap(), ["eu.t.key", "eu.t.value"]);
}

#[tokio::test]
async fn every_kind_of_key_comes_back() {
    async fn check<K>(key: K, bytes: Option<&[u8]>)
    where
        K: TopicKey + Clone + PartialEq + std::fmt::Debug,
    {
        let topic = bound::<K, String>(&registry()).await;
        let record = topic.record(&key, &"v".to_owned()).unwrap();
        assert_eq!(record.key(), bytes);
        let Decoded::Value { key: again, value, writer } = topic.decode(&received(&record)).await.unwrap() else {
            panic!("not a value")
        };
        assert_eq!((again, value.as_str(), writer.id()), (key.clone(), "v", Some(topic.value_schema_id())));

        let record = topic.tombstone(&key).unwrap();
        assert_eq!((record.key(), record.value()), (bytes, None));
        let Decoded::Tombstone { key: again } = topic.decode(&received(&record)).await.unwrap() else {
            panic!("not a tombstone")
        };
        assert_eq!(again, key);
    }
    check((), None).await;
    check(Utf8Key("käse".to_owned()), Some("käse".as_bytes())).await;
    check(RawKey(vec![0, 1]), Some(&[0, 1])).await;
    check(LongKey(-2), Some(&[255, 255, 255, 255, 255, 255, 255, 254])).await;
    // Keys are bound before values: this one has id 1.
    check("k".to_owned(), Some(&[0, 0, 0, 0, 1, 2, b'k'])).await;
}

#[tokio::test]
async fn what_cannot_be_decoded_is_poison_and_says_why() {
    let registry = registry();
    let topic = bound::<Utf8Key, String>(&registry).await;
    registry.register("elsewhere", r#""long""#).await.unwrap();
    let check = async |key: Option<&[u8]>, value: &[u8], why: &str| {
        let Decoded::Poison(poison) = topic.decode(&message(key, Some(value))).await.unwrap() else {
            panic!("not poison: {why}")
        };
        assert_eq!((poison.topic(), poison.partition(), poison.offset()), ("t", 3, 7));
        assert_eq!((poison.key(), poison.value()), (key, Some(value)));
        assert_eq!(poison.fault().to_string(), why);
        // The bytes themselves are in no text.
        assert!(!format!("{poison:?}").contains("222"));

        let record = poison.record("t.dead");
        assert_eq!((record.topic(), record.key(), record.value()), ("t.dead", key, Some(value)));
    };
    let key = Some(&b"k"[..]);
    check(key, b"{}", "value: unknown magic byte 0x7b where 0x00 was expected: not in the Confluent wire format").await;
    check(key, b"", "value: empty where a 5-byte schema header was expected").await;
    check(key, &[0, 0, 0, 0, 1, 8, 222], "value: written with schema id 1: unexpected end of data at byte 1").await;
    check(Some(&[222, 222]), &[0, 0, 0, 0, 1, 0], "key: not UTF-8 from byte 0 on").await;
    check(None, &[0, 0, 0, 0, 1, 0], "key: missing, and the topic's messages have keys").await;

    // Valid data of a schema that cannot become the type.
    let Decoded::Poison(poison) = topic.decode(&message(key, Some(&[0, 0, 0, 0, 2, 2]))).await.unwrap() else {
        panic!("not poison")
    };
    assert!(poison.fault().is_decode() && poison.fault().schema_id() == Some(2), "{poison}");
}

#[tokio::test]
async fn a_topic_that_migrates_from_text_is_read_by_a_hook() {
    let registry = registry();
    let topic = Topic::<(), String>::new("t")
        .registration(Registration::Register)
        .unframed(|bytes| String::from_utf8(bytes.to_vec()).map_err(|_| "not text either".to_owned()))
        .bind(&registry)
        .await
        .unwrap();
    match topic.decode(&message(None, Some(b"plain"))).await.unwrap() {
        Decoded::Value { value, writer, .. } => assert_eq!((value.as_str(), writer.id()), ("plain", None)),
        other => panic!("{other:?}"),
    }
    let Decoded::Poison(poison) = topic.decode(&message(None, Some(&[255]))).await.unwrap() else {
        panic!("not poison")
    };
    assert_eq!(poison.fault().to_string(), "value: not text either");
}

#[tokio::test]
async fn handles_and_futures_go_between_threads() {
    fn goes<T: Send>(_: &T) {}
    fn is_shared<T: Send + Sync>(_: &T) {}
    let registry = registry();
    let topic = bound::<Utf8Key, String>(&registry).await;
    is_shared(&registry);
    is_shared(&topic);
    goes(&Topic::<Utf8Key, String>::new("t").bind(&registry));
    goes(&topic.decode(&message(None, None)));
}

mod warned {
    use std::sync::Mutex;

    use avro_runtime::prelude::*;

    pub(super) static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

    pub(super) struct Keep;

    impl log::Log for Keep {
        fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
            metadata.level() == log::Level::Warn && metadata.target().starts_with("avro_runtime")
        }

        fn log(&self, record: &log::Record<'_>) {
            if self.enabled(record.metadata()) {
                LINES.lock().unwrap().push(record.args().to_string());
            }
        }

        fn flush(&self) {}
    }

    #[derive(AvroSchema)]
    #[avro(namespace = "com.acme")]
    pub(super) struct NobodyChecks {
        pub(super) id: i64,
    }
}

#[tokio::test]
async fn a_type_whose_evolution_nobody_checks_is_warned_of() {
    log::set_logger(&warned::Keep).unwrap();
    log::set_max_level(log::LevelFilter::Warn);
    let registry = registry();
    let topic = Topic::<(), warned::NobodyChecks>::new("unchecked");
    topic.registration(Registration::Register).bind(&registry).await.unwrap();
    let lines = warned::LINES.lock().unwrap();
    let line = lines.iter().find(|line| line.contains("unchecked")).expect("a warning");
    assert!(line.starts_with("topic `unchecked`, value: com.acme.NobodyChecks is no root"), "{line}");
}

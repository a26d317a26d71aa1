//! Against Apache Kafka, a schema registry and Confluent's Python client: `tests/live/run`.

mod events;

use std::collections::HashMap;
use std::process::Command;
use std::time::Duration;

use avro_live_tests::{Installed, Kafka, Python, SchemaRegistry, workspace};
use avro_runtime::kafka::rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use avro_runtime::kafka::{Consumer, Decoded, Message as _, Producer, Registration, Topic, Utf8Key, config};
use avro_runtime::registry::{Deletion, RawSchema, Reference, Registry, Version};
use avro_runtime::schema::Level;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, AvroTexts as _};
use serde_json::json;

use events::{Element, v1, v2};

const TIMEOUT: Duration = Duration::from_secs(60);

async fn create_topic(brokers: &str, topic: &str) {
    let admin: AdminClient<_> = config(brokers).create().expect("an admin client");
    let new = NewTopic::new(topic, 3, TopicReplication::Fixed(1));
    let outcome = admin.create_topics([&new], &AdminOptions::new()).await.expect("an answer");
    assert!(outcome.iter().all(Result::is_ok), "{outcome:?}");
}

fn consumer(brokers: &str, group: &str, topic: &str) -> Consumer {
    let mut config = config(brokers);
    config.set("group.id", group).set("auto.offset.reset", "earliest");
    Consumer::connect(&config, &[topic]).expect("a consumer")
}

fn click_v1(number: i64) -> v1::Click {
    let elements = HashMap::from([("button".to_owned(), Element { kind: "b\u{fc}tton".to_owned(), clicks: 3 })]);
    v1::Click { number, email: format!("user-{number}@example.com"), at: 1_700_000_000_123, elements }
}

fn click_v2(number: i64) -> v2::Click {
    let v1::Click { number, email, at, elements } = click_v1(number);
    v2::Click {
        number,
        user_email: email,
        at,
        elements,
        referrer: Some("https://example.com".to_owned()),
        language: "de".to_owned(),
    }
}

/// Reads `count` values of `topic`.
async fn read<V>(consumer: &Consumer, topic: &Topic<Utf8Key, V>, count: usize) -> Vec<V>
where
    V: AvroEncode + for<'de> AvroDecode<'de> + std::fmt::Debug,
{
    let mut values = Vec::new();
    while values.len() < count {
        let message =
            tokio::time::timeout(TIMEOUT, consumer.recv()).await.expect("a message in time").expect("a message");
        match topic.decode(&message).await.expect("the registry answers") {
            Decoded::Value { value, .. } => values.push(value),
            other => panic!("{other:?}"),
        }
        consumer.store(&message).expect("stored");
    }
    values
}

#[test]
fn clickstream_runs_against_them() {
    let Some(installed) = Installed::find("clickstream_runs_against_them") else { return };
    let (kafka, registry) = (Kafka::start(&installed), SchemaRegistry::start(&installed));
    for run in 1..=2 {
        let output = Command::new(env!("CARGO"))
            .current_dir(workspace())
            .args(["run", "--quiet", "-p", "clickstream", "--", "--count", "40", "--rate", "0"])
            .args(["--brokers", &kafka.bootstrap_servers(), "--registry", &registry.url()])
            .output()
            .expect("cargo runs");
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "run {run}\n{out}\n{err}");
        assert!(out.contains(&format!("broker {}", kafka.bootstrap_servers())), "{out}");
    }
    // 20 clicks and 3 of each release in each run
    let python = Python::new(&installed, &kafka.bootstrap_servers(), &registry.url());
    let clicks = python.consume("clicks", 2 * 26, None);
    assert!(clicks.iter().all(|click| click["value"]["uri"].is_string()), "{clicks:?}");
    assert!(clicks.iter().all(|click| click["key"].as_str().is_some_and(|key| key.contains('@'))), "{clicks:?}");
    let prices = python.consume("stock-ticker", 2 * 20, None);
    assert!(prices.iter().all(|price| price["value"]["ticker"].is_string()), "{prices:?}");
}

#[tokio::test]
async fn python_reads_what_we_write_and_we_what_it_writes() {
    let Some(installed) = Installed::find("python_reads_what_we_write_and_we_what_it_writes") else { return };
    let (kafka, server) = (Kafka::start(&installed), SchemaRegistry::start(&installed));
    let (brokers, registry) = (kafka.bootstrap_servers(), Registry::connect(&server.url()).expect("a URL"));
    let python = Python::new(&installed, &brokers, &server.url());
    create_topic(&brokers, "ours").await;
    create_topic(&brokers, "theirs").await;

    // ours, both releases; Python reads each in its own schema, then all in either release's
    let old = Topic::<Utf8Key, v1::Click>::new("ours")
        .registration(Registration::Register)
        .bind(&registry)
        .await
        .expect("bound");
    let new = Topic::<Utf8Key, v2::Click>::new("ours")
        .registration(Registration::Register)
        .bind(&registry)
        .await
        .expect("bound");
    let producer = Producer::connect(&config(&brokers)).expect("a producer");
    for number in 0..10 {
        let key = Utf8Key(format!("k{number}"));
        producer.send(old.record(&key, &click_v1(number)).expect("a record"), TIMEOUT).await.expect("sent");
        producer.send(new.record(&key, &click_v2(100 + number)).expect("a record"), TIMEOUT).await.expect("sent");
    }
    let element = json!({"button": {"kind": "b\u{fc}tton", "clicks": 3}});
    let mut found = python.consume("ours", 20, None);
    found.sort_by_key(|click| click["value"]["number"].as_i64());
    assert_eq!(
        found[3]["value"],
        json!({"number": 3, "email": "user-3@example.com", "at": 1_700_000_000_123_i64, "elements": element})
    );
    assert_eq!(
        found[13]["value"],
        json!({
            "number": 103, "email": "user-103@example.com", "at": 1_700_000_000_123_i64, "elements": element,
            "referrer": "https://example.com", "language": "de"
        })
    );
    let mut found = python.consume("ours", 20, Some(v2::Click::JSON));
    found.sort_by_key(|click| click["value"]["number"].as_i64());
    assert_eq!((&found[0]["value"]["referrer"], &found[0]["value"]["language"]), (&json!(null), &json!("en")));
    let found = python.consume("ours", 20, Some(v1::Click::JSON));
    assert!(found.iter().all(|click| click["value"].get("language").is_none()), "{found:?}");

    // theirs, both releases; we read all with either type
    let value = |number: i64| json!({"number": number, "email": format!("p{number}"), "at": 1_600_000_000_000_i64, "elements": element});
    let values: Vec<_> = (0..5).map(value).collect();
    python.produce("theirs", v1::Click::JSON, &values);
    let newer: Vec<_> = (5..10)
        .map(|number| {
            let mut value = value(number);
            value["referrer"] = json!(null);
            value["language"] = json!("fr");
            value
        })
        .collect();
    python.produce("theirs", v2::Click::JSON, &newer);
    let old = Topic::<Utf8Key, v1::Click>::new("theirs").bind(&registry).await.expect("Python registered it");
    let new = Topic::<Utf8Key, v2::Click>::new("theirs").bind(&registry).await.expect("Python registered it");
    let mut clicks = read(&consumer(&brokers, "old", "theirs"), &old, 10).await;
    clicks.sort_by_key(|click| click.number);
    assert_eq!(
        clicks.iter().map(|click| click.email.as_str()).collect::<Vec<_>>(),
        (0..10).map(|i| format!("p{i}")).collect::<Vec<_>>()
    );
    assert_eq!(clicks[7].elements["button"], Element { kind: "b\u{fc}tton".to_owned(), clicks: 3 });
    let mut clicks = read(&consumer(&brokers, "new", "theirs"), &new, 10).await;
    clicks.sort_by_key(|click| click.number);
    assert_eq!(
        clicks.iter().map(|click| click.language.as_str()).collect::<Vec<_>>(),
        ["en"; 5].into_iter().chain(["fr"; 5]).collect::<Vec<_>>()
    );
    assert!(clicks.iter().all(|click| click.referrer.is_none() && click.at == 1_600_000_000_000));
}

#[tokio::test]
async fn the_registry_answers_every_call() {
    let Some(installed) = Installed::find("the_registry_answers_every_call") else { return };
    let server = SchemaRegistry::start(&installed);
    let registry = Registry::connect(&server.url()).expect("a URL");

    // lookup-only refuses before the first message
    let topic = || Topic::<Utf8Key, v1::Click>::new("modes");
    let error = topic().bind(&registry).await.expect_err("nothing is registered");
    assert!(error.to_string().contains("modes-value"), "{error}");
    let bound = topic().registration(Registration::Register).bind(&registry).await.expect("registered");
    let id = bound.value_schema_id();
    for registration in [Registration::LookupOnly, Registration::UseLatest, Registration::Id(id)] {
        let bound = topic()
            .registration(registration)
            .bind(&registry)
            .await
            .unwrap_or_else(|error| panic!("{registration:?}: {error}"));
        assert_eq!(bound.value_schema_id(), id);
    }
    let other = Topic::<Utf8Key, v2::Click>::new("modes").registration(Registration::UseLatest).bind(&registry).await;
    assert!(other.is_err(), "another form than the newest");

    // levels; what breaks them has its code
    registry.set_level(None, Level::Backward).await.expect("set");
    assert_eq!(registry.level(None).await.expect("a level"), Level::Backward);
    registry.set_level(Some("modes-value"), Level::FullTransitive).await.expect("set");
    assert_eq!(registry.level(Some("modes-value")).await.expect("a level"), Level::FullTransitive);
    let broken = v1::Click::JSON.replace(r#""name":"email""#, r#""name":"user_email""#);
    assert!(!registry.compatibility("modes-value", &broken).await.expect("a verdict").is_compatible());
    assert!(registry.compatibility("modes-value", v2::Click::json()).await.expect("a verdict").is_compatible());
    assert!(registry.register("modes-value", &broken).await.expect_err("incompatible").is_incompatible());
    let second = registry.register("modes-value", v2::Click::JSON).await.expect("compatible");
    assert_eq!((second.version(), registry.versions("modes-value").await.expect("listed")), (2, vec![1, 2]));
    assert_eq!(registry.version("modes-value", Version::Latest).await.expect("found").id(), second.id());
    assert!(registry.subjects().await.expect("listed").contains(&"modes-value".to_owned()));
    assert!(registry.versions("nope").await.expect_err("no subject").is_subject_not_found());
    assert!(registry.version("modes-value", Version::Number(9)).await.expect_err("no version").is_version_not_found());
    assert!(registry.schema(9_999).await.expect_err("no id").is_schema_not_found());
    assert!(registry.register("bad", "{").await.expect_err("no schema").is_invalid_schema());

    // references between subjects
    let element = registry.register("element", Element::JSON).await.expect("registered");
    let references = [Reference::new("com.acme.live.Element", "element", element.version())];
    let list = r#"{"type":"record","name":"Elements","namespace":"com.acme.live","fields":[{"name":"all","type":{"type":"array","items":"com.acme.live.Element"}}]}"#;
    let list = RawSchema::from(list).with_references(&references);
    let registered = registry.register("elements", list).await.expect("registered with a reference");
    assert_eq!(registry.look_up("elements", list).await.expect("found").id(), registered.id());
    let writer = registry.writer_schema(registered.id()).await.expect("resolved");
    assert!(writer.json().contains(r#""name":"clicks","type":"int""#), "{}", writer.json());

    registry.register("gone", r#""long""#).await.expect("registered");
    assert_eq!(registry.delete_subject("gone", Deletion::Soft).await.expect("deleted"), [1]);
}

/// How many messages are sent around a restart of everything.
const MESSAGES: i64 = 100_000;

#[tokio::test(flavor = "multi_thread")]
async fn no_message_is_lost_over_a_restart() {
    let Some(installed) = Installed::find("no_message_is_lost_over_a_restart") else { return };
    let (mut kafka, mut server) = (Kafka::start(&installed), SchemaRegistry::start(&installed));
    let (brokers, registry) = (kafka.bootstrap_servers(), Registry::connect(&server.url()).expect("a URL"));
    create_topic(&brokers, "many").await;
    let bind = || async {
        Topic::<Utf8Key, v1::Click>::new("many").registration(Registration::Register).bind(&registry).await
    };
    let topic = bind().await.expect("bound");
    let id = topic.value_schema_id();

    let mut settings = config(&brokers);
    settings.set("enable.idempotence", "true").set("delivery.timeout.ms", "300000");
    let producer = Producer::connect(&settings).expect("a producer");
    let (progress, mut halfway) = tokio::sync::watch::channel(0_i64);
    // both are in the middle of it at the restart: the reader has joined its group and knows the schema
    let (begun, mut reads) = tokio::sync::watch::channel(false);
    let sending = tokio::spawn(async move {
        let mut under_way = futures_util::stream::FuturesUnordered::new();
        let limit = Duration::from_secs(300);
        for number in 0..MESSAGES {
            if number == MESSAGES / 3 {
                reads.wait_for(|reads| *reads).await.expect("the reader lives");
                progress.send_replace(number);
            }
            let record = topic.record(&Utf8Key(number.to_string()), &click_v1(number)).expect("a record");
            let producer = &producer;
            under_way.push(async move { producer.send(record, limit).await });
            if under_way.len() >= 2_000 {
                futures_util::StreamExt::next(&mut under_way).await.expect("one is under way").expect("delivered");
            }
        }
        while let Some(delivered) = futures_util::StreamExt::next(&mut under_way).await {
            delivered.expect("delivered");
        }
    });

    // a reader in one group, also across the restart; what it has stored is not read again
    let reading = {
        let (brokers, url) = (brokers.clone(), server.url());
        tokio::spawn(async move {
            let registry = Registry::connect(&url).expect("a URL");
            let topic = Topic::<Utf8Key, v1::Click>::new("many")
                .registration(Registration::Id(id))
                .bind(&registry)
                .await
                .expect("bound");
            let consumer = consumer(&brokers, "counters", "many");
            let (mut seen, mut read) = (vec![0_u32; MESSAGES as usize], 0_i64);
            let mut distinct = 0;
            while distinct < MESSAGES {
                let message = match tokio::time::timeout(Duration::from_secs(300), consumer.recv()).await {
                    Ok(Ok(message)) => message,
                    // the broker is away for a while: the client goes on by itself
                    Ok(Err(_)) => continue,
                    Err(_) => panic!("{distinct} of {MESSAGES} messages arrived, then nothing"),
                };
                match topic.decode(&message).await.expect("the schema is known") {
                    Decoded::Value { value, .. } => {
                        let count = &mut seen[usize::try_from(value.number).expect("a number that was sent")];
                        distinct += i64::from(*count == 0);
                        *count += 1;
                        read += 1;
                        assert_eq!(value, click_v1(value.number));
                        begun.send_replace(true);
                    }
                    other => panic!("{other:?}"),
                }
                consumer.store(&message).expect("stored");
            }
            (read, distinct)
        })
    };

    halfway.wait_for(|number| *number >= MESSAGES / 3).await.expect("the sender lives");
    kafka.kill();
    server.kill();
    tokio::time::sleep(Duration::from_secs(1)).await;
    kafka.bring_up();
    server.bring_up();
    // in memory, the registry has forgotten everything: who starts registers again, and gets the same id
    assert_eq!(bind().await.expect("bound again").value_schema_id(), id);

    sending.await.expect("everything was delivered");
    let (read, distinct) = reading.await.expect("everything was read");
    assert_eq!(distinct, MESSAGES);
    println!("{MESSAGES} sent, {distinct} read, {} read twice", read - distinct);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_committed_while_the_registry_is_away() {
    let Some(installed) = Installed::find("nothing_is_committed_while_the_registry_is_away") else { return };
    let (kafka, mut server) = (Kafka::start(&installed), SchemaRegistry::start(&installed));
    let (brokers, url) = (kafka.bootstrap_servers(), server.url());
    create_topic(&brokers, "waiting").await;
    let connect = || Registry::builder(&url).deadline(Duration::from_secs(2)).retries(1).connect().expect("a URL");
    let bind = |registry: Registry| async move {
        Topic::<Utf8Key, v1::Click>::new("waiting").registration(Registration::Register).bind(&registry).await
    };
    let topic = bind(connect()).await.expect("bound");
    let producer = Producer::connect(&config(&brokers)).expect("a producer");
    producer
        .send(topic.record(&Utf8Key("k".to_owned()), &click_v1(1)).expect("a record"), TIMEOUT)
        .await
        .expect("sent");

    // a reader that does not know the writer's schema yet
    let reader = Topic::<Utf8Key, v2::Click>::new("waiting")
        .registry_deadline(Duration::from_secs(3))
        .registration(Registration::Register)
        .bind(&connect())
        .await
        .expect("bound");
    server.kill();
    {
        let consumer = consumer(&brokers, "waiters", "waiting");
        let message = tokio::time::timeout(TIMEOUT, consumer.recv()).await.expect("in time").expect("a message");
        let error = reader.decode(&message).await.expect_err("nobody knows the schema");
        assert!(error.is_unavailable(), "{error}");
        // not stored, so not committed when the consumer goes
    }
    server.bring_up();
    assert!(bind(connect()).await.is_ok(), "registered again, under the same id");
    let consumer = consumer(&brokers, "waiters", "waiting");
    let message = tokio::time::timeout(TIMEOUT, consumer.recv()).await.expect("in time").expect("the message again");
    assert_eq!(message.offset(), 0);
    match reader.decode(&message).await.expect("the registry is back") {
        Decoded::Value { value, .. } => assert_eq!((value.number, value.language.as_str()), (1, "en")),
        other => panic!("{other:?}"),
    }
}

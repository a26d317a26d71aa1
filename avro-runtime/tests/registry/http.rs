//! The client over HTTP, against a server that answers and one that does not.

use std::time::{Duration, Instant};

use avro_runtime::registry::{Deletion, RawSchema, Reference, Registry, Version, block_on, blocking};
use avro_runtime::schema::Level;

use crate::server::{Fault, Server, State};

const LONG: &str = r#""long""#;
const RECORD: &str = r#"{"type":"record","name":"R","fields":[{"name":"a","type":"long"}]}"#;
const WIDER: &str = r#"{"type":"record","name":"R","fields":[{"name":"a","type":"long"},{"name":"b","type":"long"}]}"#;

fn connected(server: &Server) -> blocking::Registry {
    let registry = Registry::builder(&server.url())
        .connect_timeout(Duration::from_millis(500))
        .request_timeout(Duration::from_millis(400))
        .deadline(Duration::from_secs(8))
        .connect();
    registry.expect("a good URL").into()
}

#[test]
fn every_call() {
    for old in [false, true] {
        let server = Server::with(State { old, ..State::default() });
        let registry = connected(&server);
        assert_eq!(registry.url(), server.url());
        let first = registry.register("a/b c?-value", RECORD).expect("registered");
        assert_eq!((first.version(), first.id(), first.subject(), first.schema()), (1, 1, "a/b c?-value", RECORD));
        assert_eq!(registry.register("a/b c?-value", RECORD).expect("registered again"), first);
        assert_eq!(registry.look_up("a/b c?-value", RECORD).expect("found"), first);
        assert_eq!(registry.version("a/b c?-value", Version::Latest).expect("found"), first);
        assert_eq!(registry.version("a/b c?-value", Version::Number(1)).expect("found"), first);
        assert_eq!(registry.versions("a/b c?-value").expect("listed"), [1]);
        assert_eq!(registry.subjects().expect("listed"), ["a/b c?-value"]);
        assert_eq!(registry.schema(1).expect("found"), RECORD);
        assert_eq!(registry.writer_schema(1).expect("found").json(), RECORD);

        assert_eq!(registry.level(None).expect("a level"), Level::Backward);
        registry.set_level(None, Level::Full).expect("set");
        registry.set_level(Some("s"), Level::None).expect("set");
        assert_eq!(registry.level(Some("s")).expect("a level"), Level::None);
        registry.reset_level(Some("s")).expect("reset");
        assert_eq!(registry.level(Some("s")).expect("a level"), Level::Full);
        let verdict = registry.compatibility("a/b c?-value", WIDER).expect("a verdict");
        assert!(!verdict.is_compatible() && !verdict.messages().is_empty());
        assert!(
            registry.compatibility_with("a/b c?-value", Version::Latest, RECORD).expect("a verdict").is_compatible()
        );

        assert_eq!(registry.delete_subject("a/b c?-value", Deletion::Soft).expect("deleted"), [1]);
        registry.register("t", LONG).expect("registered");
        assert_eq!(registry.delete_version("t", Version::Number(1), Deletion::Soft).expect("deleted"), 1);
        assert_eq!(registry.delete_version("t", Version::Number(1), Deletion::Permanent).expect("deleted"), 1);
    }
}

#[test]
fn errors_have_the_registrys_code() {
    let server = Server::start();
    let registry = connected(&server);
    registry.register("s", RECORD).expect("registered");
    assert!(registry.register("s", WIDER).expect_err("it breaks BACKWARD").is_incompatible());
    assert!(registry.register("s", "{").expect_err("no schema").is_invalid_schema());
    assert!(registry.versions("nope").expect_err("no subject").is_subject_not_found());
    assert!(registry.version("s", Version::Number(9)).expect_err("no version").is_version_not_found());
    assert!(registry.schema(99).expect_err("no id").is_schema_not_found());
    server.requests();
    assert!(
        registry
            .schema(99)
            .expect_err("no id")
            .to_string()
            .starts_with(&format!("registry {}: Schema 99", server.url()))
    );
    assert_eq!(server.requests().len(), 1, "what will not work is not tried again");
}

#[test]
fn what_may_pass_is_tried_again() {
    let server = Server::start();
    let registry = connected(&server);
    registry.register("s", RECORD).expect("registered");
    server.requests();
    for faults in [
        vec![Fault::Status(503, "<html>away</html>"), Fault::Status(500, r#"{"error_code":50001,"message":"store"}"#)],
        vec![Fault::Close, Fault::Half],
        vec![Fault::Silence],
        vec![Fault::RetryAfter(429, 1)],
    ] {
        let (count, start) = (faults.len(), Instant::now());
        let asked_to_wait = matches!(faults[0], Fault::RetryAfter(..));
        server.fail(faults);
        assert_eq!(registry.schema(1).expect("in the end"), RECORD);
        assert_eq!(server.requests().len(), count + 1);
        assert!(!asked_to_wait || start.elapsed() >= Duration::from_secs(1));
    }
    // four attempts, then the error of the last
    server.fail(vec![Fault::Status(503, r#"{"error_code":50003,"message":"forwarding"}"#); 4]);
    let error = registry.schema(1).expect_err("it stays away");
    assert!(error.is_unavailable() && error.code() == Some(50003), "{error}");
    assert_eq!(server.requests().len(), 4);
}

#[test]
fn a_deletion_that_may_have_arrived_is_not_repeated() {
    let server = Server::start();
    let registry = connected(&server);
    registry.register("s", RECORD).expect("registered");
    server.requests();
    server.fail([Fault::Close]);
    // a connection that was kept alive and is closed may be tried again by the HTTP library as long as nothing was sent
    assert!(registry.delete_subject("s", Deletion::Soft).is_err_and(|error| error.is_unavailable()));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn nobody_there() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let start = Instant::now();
    let registry = Registry::builder(&format!("http://127.0.0.1:{port}")).retries(1).connect().expect("a good URL");
    let error = block_on(registry.subjects()).expect_err("nobody listens");
    assert!(error.is_unavailable() && error.to_string().contains("no connection"), "{error}");
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_deadline_ends_a_call() {
    let server = Server::start();
    server.fail(vec![Fault::Silence; 9]);
    let registry = Registry::builder(&server.url())
        .request_timeout(Duration::from_millis(200))
        .deadline(Duration::from_millis(700))
        .retries(100)
        .connect();
    let start = Instant::now();
    assert!(block_on(registry.expect("a good URL").subjects()).expect_err("silence").is_unavailable());
    assert!(start.elapsed() < Duration::from_secs(3));
}

#[test]
fn what_is_no_registry_says_so() {
    let server = Server::start();
    let registry = connected(&server);
    server.fail([Fault::Status(200, "<html>Welcome</html>")]);
    let error = registry.subjects().expect_err("a page");
    assert!(!error.is_unavailable() && error.to_string().contains("path included"), "{error}");
    server.fail([Fault::Status(403, "<html>no\u{7}</html>")]);
    let error = registry.subjects().expect_err("a page");
    assert_eq!((error.code(), error.message()), (Some(403), "HTTP 403: Forbidden"));
    let wrong = Registry::connect(&format!("http://127.0.0.1:{}", server.port)).expect("a good URL");
    assert_eq!(block_on(wrong.subjects()).expect_err("no such path").code(), Some(404));
}

#[test]
fn credentials_are_sent_and_not_shown() {
    let server = Server::start();
    // base64 of `user:sec ret`
    *server.state.secret.lock().unwrap() = Some("Basic dXNlcjpzZWMgcmV0".to_owned());
    let url = server.url().replace("http://", "http://user:sec%20ret@");
    let registry = Registry::connect(&url).expect("a good URL");
    assert!(block_on(registry.subjects()).expect("allowed").is_empty());
    assert!(!format!("{registry:?}").contains("sec"));
    let builder = Registry::builder(&url).basic_auth("user", "wrong");
    assert!(!format!("{builder:?}").contains("wrong") && !format!("{builder:?}").contains("sec%20"));
    let error = block_on(builder.connect().expect("a good URL").subjects()).expect_err("not allowed");
    assert_eq!(error.code(), Some(401));
    assert!(!format!("{error:?} {error}").contains("wrong"));
    *server.state.secret.lock().unwrap() = Some("Bearer token".to_owned());
    let registry = Registry::builder(&server.url()).bearer_auth("token").connect().expect("a good URL");
    assert!(block_on(registry.subjects()).is_ok());
}

#[test]
fn one_request_for_all_who_wait() {
    let server = Server::start();
    let registry = Registry::connect(&server.url()).expect("a good URL");
    block_on(registry.register("s", RECORD)).expect("registered");
    server.requests();
    server.fail([Fault::Slow(Duration::from_millis(200))]);
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| assert_eq!(block_on(registry.writer_schema(1)).expect("found").json(), RECORD));
        }
    });
    assert_eq!(server.requests(), ["GET /apis/ccompat/v7/schemas/ids/1"]);
    // and none for what is known
    block_on(registry.writer_schema(1)).expect("found");
    assert!(server.requests().is_empty());
}

#[test]
fn any_executor_may_wait() {
    let server = Server::start();
    let registry = Registry::connect(&server.url()).expect("a good URL");
    block_on(registry.register("s", RECORD)).expect("registered");
    // each runtime ends before the next begins, and with it nothing of the connection
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        assert_eq!(runtime.block_on(registry.schema(1)).expect("found"), RECORD);
        // a blocking call inside of a runtime blocks, and does not panic
        let blocking = blocking::Registry::from(registry.clone());
        runtime.block_on(async { assert_eq!(blocking.schema(1).expect("found"), RECORD) });
    }
}

#[test]
fn references_go_along_and_are_resolved() {
    let server = Server::start();
    let registry = connected(&server);
    let references = [Reference::new("a.Money", "money", 1)];
    let order = r#"{"type":"array","items":"a.Money"}"#;
    server.fail([
        Fault::Status(200, r#"{"id":7,"version":3,"schema":"{}"}"#),
        Fault::Status(
            200,
            r#"{"schema":"{\"type\":\"array\",\"items\":\"a.Money\"}","references":[{"name":"a.Money","subject":"money","version":1}]}"#,
        ),
        Fault::Status(
            200,
            r#"{"subject":"money","version":1,"id":5,"schema":"{\"type\":\"record\",\"name\":\"a.Money\",\"fields\":[{\"name\":\"unit\",\"type\":\"a.Unit\"}]}","references":[{"name":"a.Unit","subject":"unit","version":2}]}"#,
        ),
        Fault::Status(
            200,
            r#"{"subject":"unit","version":2,"id":4,"schema":"{\"type\":\"fixed\",\"name\":\"a.Unit\",\"size\":3}","references":[{"name":"a.Money","subject":"money","version":1}]}"#,
        ),
    ]);
    let registered =
        registry.register("order", RawSchema::from(order).with_references(&references)).expect("registered");
    assert_eq!((registered.id(), registered.references()), (7, &references[..]));
    let writer = registry.writer_schema(7).expect("resolved");
    assert_eq!(
        writer.json(),
        r#"{"type":"array","items":{"type":"record","name":"Money","namespace":"a","fields":[{"name":"unit","type":{"type":"fixed","name":"Unit","size":3}}]}}"#
    );
    server.fail([Fault::Status(200, r#"{"schema":"syntax = \"proto3\";","schemaType":"PROTOBUF"}"#)]);
    let error = registry.writer_schema(8).expect_err("not Avro");
    assert!(error.is_invalid_schema() && error.to_string().contains("PROTOBUF"), "{error}");
}

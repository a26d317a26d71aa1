//! Ids, versions, levels, contexts, errors.

use avro_runtime::registry::{Deletion, InProcess, Registry, Version, block_on};
use avro_runtime::schema::Level;

fn record(name: &str, fields: &str) -> String {
    format!(r#"{{"type":"record","name":"{name}","namespace":"com.acme","fields":[{fields}]}}"#)
}

const A: &str = r#"{"name":"a","type":"int"}"#;
const A_AND_B: &str = r#"{"name":"a","type":"int"},{"name":"b","type":"string","default":""}"#;
const A_AND_REQUIRED: &str = r#"{"name":"a","type":"int"},{"name":"b","type":"string"}"#;

#[test]
fn one_name_is_one_registry() {
    block_on(async {
        let (one, two) = (Registry::connect("mock://shared").unwrap(), Registry::connect("mock://shared").unwrap());
        one.register("s", &record("R", A)).await.unwrap();
        assert_eq!(two.subjects().await.unwrap(), ["s"]);
        assert!(Registry::connect("mock://other").unwrap().subjects().await.unwrap().is_empty());
    });
}

#[test]
fn text_decides_ids_and_versions() {
    block_on(async {
        let registry = Registry::new(InProcess::new());
        let first = registry.register("s", &record("R", A)).await.unwrap();
        assert_eq!((first.version(), first.id()), (1, 1));
        // Blanks and the order of keys are nothing.
        let spaced =
            r#"{ "namespace": "com.acme", "name": "R", "fields": [{"type": "int", "name": "a"}], "type": "record" }"#;
        assert_eq!(registry.register("s", spaced).await.unwrap(), first);
        assert_eq!(registry.look_up("s", spaced).await.unwrap(), first);
        // The same text elsewhere: the same id, a version of its own.
        let elsewhere = registry.register("t", spaced).await.unwrap();
        assert_eq!((elsewhere.version(), elsewhere.id()), (1, 1));
        // Documentation makes another schema.
        let documented =
            r#"{"type":"record","name":"R","namespace":"com.acme","doc":"d","fields":[{"name":"a","type":"int"}]}"#;
        let second = registry.register("s", documented).await.unwrap();
        assert_eq!((second.version(), second.id()), (2, 2));
        assert_eq!(registry.schema(2).await.unwrap(), documented);
        assert_eq!(registry.versions("s").await.unwrap(), [1, 2]);
        assert_eq!(registry.version("s", Version::Latest).await.unwrap(), second);
    });
}

#[test]
fn ids_are_per_context() {
    block_on(async {
        let registry = Registry::new(InProcess::new());
        registry.register("s", &record("R", A)).await.unwrap();
        let other = registry.register(":.crm:s", &record("Q", A)).await.unwrap();
        assert_eq!((other.version(), other.id()), (1, 1));
        assert!(registry.schema(1).await.unwrap().contains("\"R\""));
        assert!(registry.schema(2).await.unwrap_err().is_schema_not_found());
    });
}

#[test]
fn levels_are_kept() {
    block_on(async {
        let registry = Registry::new(InProcess::new());
        registry.register("s", &record("R", A)).await.unwrap();
        assert_eq!(registry.level(Some("s")).await.unwrap(), Level::Backward);

        let error = registry.register("s", &record("R", A_AND_REQUIRED)).await.unwrap_err();
        assert!(error.is_incompatible());
        assert!(!registry.compatibility("s", &record("R", A_AND_REQUIRED)).await.unwrap().is_compatible());
        assert!(error.to_string().starts_with(
            "registry mock://: Schema being registered is incompatible with an earlier schema for subject \"s\", details: ["
        ));

        registry.set_level(Some("s"), Level::Forward).await.unwrap();
        registry.register("s", &record("R", A_AND_REQUIRED)).await.unwrap();
        registry.reset_level(Some("s")).await.unwrap();
        registry.set_level(None, Level::FullTransitive).await.unwrap();
        assert_eq!(registry.level(Some("s")).await.unwrap(), Level::FullTransitive);
        assert_eq!(registry.level(Some(":.crm:s")).await.unwrap(), Level::Backward);
        // The newest would do, the one before it does not.
        let verdict = registry.compatibility("s", &record("R", A_AND_REQUIRED)).await.unwrap();
        assert!(!verdict.is_compatible() && !verdict.messages().is_empty());
        assert!(
            registry
                .compatibility_with("s", Version::Latest, &record("R", A_AND_REQUIRED))
                .await
                .unwrap()
                .is_compatible()
        );
        registry.set_level(Some("s"), Level::None).await.unwrap();
        registry.register("s", r#""long""#).await.unwrap();
    });
}

#[test]
fn what_is_not_there_has_its_code() {
    block_on(async {
        let registry = Registry::new(InProcess::new());
        registry.register("s", &record("R", A)).await.unwrap();
        let text = record("R", A_AND_B);
        let code = |error: avro_runtime::registry::RegistryError| error.code().unwrap();
        assert_eq!(code(registry.look_up("nope", &text).await.unwrap_err()), 40401);
        assert_eq!(code(registry.look_up("s", &text).await.unwrap_err()), 40403);
        assert_eq!(code(registry.version("s", Version::Number(2)).await.unwrap_err()), 40402);
        assert_eq!(code(registry.schema(9).await.unwrap_err()), 40403);
        assert_eq!(code(registry.register("s", "{").await.unwrap_err()), 42201);
        assert_eq!(code(registry.register("s", "").await.unwrap_err()), 42201);
        for subject in ["", "__GLOBAL", "a\nb", ":*:x"] {
            assert_eq!(code(registry.register(subject, &text).await.unwrap_err()), 42208, "{subject:?}");
        }
        assert_eq!(
            registry.versions("nope").await.unwrap_err().to_string(),
            "registry mock://: Subject 'nope' not found (code 40401)"
        );
    });
}

#[test]
fn a_bad_schema_says_where() {
    let registry = Registry::new(InProcess::new());
    let bad = "{\"type\":\"record\",\"name\":\"R\",\n\"fields\":[{\"name\":\"a\",\"type\":\"itn\"}]}";
    let error = block_on(registry.register("s", bad)).unwrap_err();
    assert!(error.is_invalid_schema());
    assert!(error.message().contains("itn") && error.message().contains("line 2"), "{error}");
}

#[test]
fn deletion_takes_two_steps() {
    block_on(async {
        let registry = Registry::new(InProcess::new());
        registry.register("s", &record("R", A)).await.unwrap();
        registry.register("s", &record("R", A_AND_B)).await.unwrap();
        let code = |error: avro_runtime::registry::RegistryError| error.code().unwrap();
        assert_eq!(code(registry.delete_subject("s", Deletion::Permanent).await.unwrap_err()), 40405);
        assert_eq!(registry.delete_version("s", Version::Latest, Deletion::Soft).await.unwrap(), 2);
        assert_eq!(registry.versions("s").await.unwrap(), [1]);
        // The id still resolves, for the messages that are there.
        assert!(registry.schema(2).await.is_ok());
        assert_eq!(registry.delete_subject("s", Deletion::Soft).await.unwrap(), [1]);
        assert!(registry.subjects().await.unwrap().is_empty());
        assert_eq!(registry.delete_subject("s", Deletion::Permanent).await.unwrap(), [1, 2]);
        assert!(registry.schema(2).await.unwrap_err().is_schema_not_found());
        // Ids are never given out twice; versions begin again.
        let again = registry.register("s", &record("R", A)).await.unwrap();
        assert_eq!((again.version(), again.id()), (1, 3));
    });
}

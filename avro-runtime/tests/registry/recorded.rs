//! Replays the scenarios that were recorded from a Confluent registry, as far as the in-process registry has the calls.
//!
//! A scenario is left where it makes a call that the registry has not got and that changes something (references, metadata,
//! modes); calls that only read are passed over.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use avro_runtime::registry::{
    Compatibility, Deletion, InProcess, Registry, RegistryError, SubjectVersion, Version, block_on,
};
use avro_runtime::schema::Level;
use serde_json::{Value, json};

/// Calls of the recording that must be replayed at least, so that a changed format is not taken for agreement.
const AT_LEAST: usize = 700;

fn vectors() -> Option<PathBuf> {
    let root = std::env::var_os("AVRO_SHARED")
        .map(PathBuf::from)
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"));
    let file = root.join("vectors/registry.json");
    if file.exists() {
        return Some(file);
    }
    assert!(
        std::env::var_os("AVRO_SHARED_REQUIRED").is_none(),
        "AVRO_SHARED_REQUIRED is set and there is no {}",
        file.display()
    );
    println!("skipped: 99 recorded scenarios, looked for {}", file.display());
    None
}

#[test]
fn answers_as_confluent_does() {
    let Some(file) = vectors() else { return };
    let recording: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let (mut replayed, mut differences) = (0, Vec::new());
    for scenario in recording["scenarios"].as_array().unwrap() {
        let name = scenario["name"].as_str().unwrap();
        let mut replay = Replay { registry: Registry::new(InProcess::new()), symbols: HashMap::new() };
        for (index, step) in scenario["steps"].as_array().unwrap().iter().enumerate() {
            match block_on(replay.step(step)) {
                Outcome::Agrees => replayed += 1,
                Outcome::Differs(why) => {
                    let call = format!("{} {}", step["method"], step["path"]);
                    differences.push(format!("{name} step {index}, {call}: {why}"));
                }
                Outcome::NotRead => {}
                Outcome::NotWritten => break,
            }
        }
    }
    println!("{replayed} recorded calls answered alike");
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
    assert!(replayed >= AT_LEAST, "only {replayed} calls were replayed");
}

enum Outcome {
    Agrees,
    Differs(String),
    /// A call that only reads, in a form that the registry has not got.
    NotRead,
    /// A call that changes something, in a form that the registry has not got: what follows would differ.
    NotWritten,
}

struct Replay {
    registry: Registry,
    /// `$id1` and its like, bound where they first appear.
    symbols: HashMap<String, u32>,
}

impl Replay {
    async fn step(&mut self, step: &Value) -> Outcome {
        let path = step["path"].as_str().unwrap();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let method = step["method"].as_str().unwrap();
        let skip = || match method {
            "GET" => Outcome::NotRead,
            _ if path.starts_with("/compatibility") => Outcome::NotRead,
            _ if step["status"] != 200 => Outcome::NotRead,
            _ => Outcome::NotWritten,
        };
        // A page of HTML is the web server's answer, not the registry's.
        if step["response"].is_string() || step.get("headers").is_some() || path.contains("//") || path.ends_with('/') {
            return skip();
        }
        let parts: Vec<String> = path.split('/').skip(1).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let body = &step["body"];
        let text = match body.as_object() {
            Some(body) if body.len() == 1 => body.get("schema").and_then(Value::as_str),
            _ => None,
        };
        let registry = &self.registry;
        let answer: Result<Value, RegistryError> = match (method, &parts[..], query, text) {
            ("POST", ["subjects", subject, "versions"], "" | "normalize=false", Some(text)) => {
                registry.register(subject, text).await.map(registered)
            }
            ("POST", ["subjects", subject], "", Some(text)) => registry.look_up(subject, text).await.map(registered),
            ("GET", ["subjects", subject, "versions"], "", _) => registry.versions(subject).await.map(Value::from),
            ("GET", ["subjects", subject, "versions", version], "", _) => match number(version) {
                Some(version) => registry.version(subject, version).await.map(registered),
                None => return skip(),
            },
            ("GET", ["schemas", "ids", id], "", _) => match self.id(id) {
                Some(id) => registry.schema(id).await.map(|text| json!({ "schema": text })),
                None => return skip(),
            },
            ("POST", ["compatibility", "subjects", subject, "versions"], "" | "verbose=true", Some(text)) => {
                registry.compatibility(subject, text).await.map(|verdict| compatibility(&verdict, query))
            }
            ("POST", ["compatibility", "subjects", subject, "versions", version], "" | "verbose=true", Some(text)) => {
                match number(version) {
                    Some(version) => registry
                        .compatibility_with(subject, version, text)
                        .await
                        .map(|verdict| compatibility(&verdict, query)),
                    None => return skip(),
                }
            }
            ("PUT", ["config", subject @ ..], "", _) if subject.len() < 2 => {
                let level = body.as_object().filter(|body| body.len() == 1).and_then(|body| body.get("compatibility"));
                match level.and_then(Value::as_str).and_then(Level::parse) {
                    Some(level) => registry
                        .set_level(subject.first().copied(), level)
                        .await
                        .map(|()| json!({ "compatibility": level.name() })),
                    None => return skip(),
                }
            }
            ("GET", ["config", subject], "defaultToGlobal=true", _) => {
                registry.level(Some(subject)).await.map(|level| json!({ "compatibilityLevel": level.name() }))
            }
            ("GET", ["config"], "", _) => {
                registry.level(None).await.map(|level| json!({ "compatibilityLevel": level.name() }))
            }
            ("DELETE", ["config", subject], "", _) => registry.reset_level(Some(subject)).await.map(|()| Value::Null),
            ("DELETE", ["subjects", subject], "" | "permanent=true" | "permanent=false", _) => {
                registry.delete_subject(subject, deletion(query)).await.map(Value::from)
            }
            ("DELETE", ["subjects", subject, "versions", version], "" | "permanent=true" | "permanent=false", _) => {
                match number(version) {
                    Some(version) => registry.delete_version(subject, version, deletion(query)).await.map(Value::from),
                    None => return skip(),
                }
            }
            _ => return skip(),
        };
        self.compare(step, answer)
    }

    fn compare(&mut self, step: &Value, answer: Result<Value, RegistryError>) -> Outcome {
        let expected = &step["response"];
        match answer {
            Ok(_) if step["status"] != 200 => Outcome::Differs(format!("200 where {expected} was answered")),
            Ok(Value::Null) => Outcome::Agrees,
            Ok(Value::Object(answer)) => {
                for (key, value) in &answer {
                    let expected = &expected[key];
                    let agrees = match (expected.as_str(), value) {
                        (Some(symbol), Value::Number(number)) if symbol.starts_with('$') => {
                            let number = u32::try_from(number.as_u64().unwrap()).unwrap();
                            *self.symbols.entry(symbol.to_owned()).or_insert(number) == number
                        }
                        _ => expected == value,
                    };
                    if !agrees {
                        return Outcome::Differs(format!("{key}: {value} where {expected} was answered"));
                    }
                }
                Outcome::Agrees
            }
            Ok(mut answer) => {
                let mut expected = expected.clone();
                if let (Value::Array(one), Value::Array(two)) = (&mut answer, &mut expected) {
                    one.sort_by_key(Value::to_string);
                    two.sort_by_key(Value::to_string);
                }
                if answer == expected {
                    Outcome::Agrees
                } else {
                    Outcome::Differs(format!("{answer} where {expected} was answered"))
                }
            }
            Err(error) => {
                // What the verbose check says of a schema that is none, the typed call says by an error.
                if error.is_invalid_schema() && expected["is_compatible"] == false {
                    return Outcome::Agrees;
                }
                // The parser's own words differ; the code does not.
                let words = error.code() == Some(42201) || Some(error.message()) == expected["message"].as_str();
                if error.code().map(u64::from) == expected["error_code"].as_u64() && words {
                    Outcome::Agrees
                } else {
                    Outcome::Differs(format!("{error} where {} {expected} was answered", step["status"]))
                }
            }
        }
    }

    fn id(&self, text: &str) -> Option<u32> {
        self.symbols.get(text).copied().or_else(|| positive(text))
    }
}

fn registered(version: SubjectVersion) -> Value {
    json!({ "id": version.id(), "version": version.version(), "schema": version.schema() })
}

fn compatibility(verdict: &Compatibility, query: &str) -> Value {
    match query {
        "verbose=true" => json!({ "is_compatible": verdict.is_compatible(), "messages": verdict.messages() }),
        _ => json!({ "is_compatible": verdict.is_compatible() }),
    }
}

fn deletion(query: &str) -> Deletion {
    if query == "permanent=true" { Deletion::Permanent } else { Deletion::Soft }
}

fn number(text: &str) -> Option<Version> {
    match text {
        "latest" => Some(Version::Latest),
        _ => positive(text).map(Version::Number),
    }
}

/// What is none is refused by the URL's grammar, before it reaches a registry.
fn positive(text: &str) -> Option<u32> {
    text.parse::<i32>().ok().filter(|number| *number > 0).and_then(|number| u32::try_from(number).ok())
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let hex = [*high, *low];
                let hex = std::str::from_utf8(&hex).unwrap();
                bytes.push(u8::from_str_radix(hex, 16).unwrap());
                rest = tail;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

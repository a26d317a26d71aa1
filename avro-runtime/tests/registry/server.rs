//! A registry server for tests: the in-process registry behind Confluent's REST API, with faults on demand.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use avro_runtime::registry::blocking::Registry;
use avro_runtime::registry::{Deletion, InProcess, RegistryError, SubjectVersion, Version};
use avro_runtime::schema::Level;
use serde_json::{Value, json};

/// What the server does with a request in place of answering it.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// This status and this body.
    Status(u16, &'static str),
    /// This status, and a wish to be asked again after so many seconds.
    RetryAfter(u16, u64),
    /// Nothing, with the connection open.
    Silence,
    /// Half an answer.
    Half,
    /// Nothing, and the connection is closed.
    Close,
    /// The answer, after a while.
    Slow(Duration),
}

/// A running server.
pub(crate) struct Server {
    pub(crate) port: u16,
    pub(crate) state: Arc<State>,
}

#[derive(Default)]
pub(crate) struct State {
    pub(crate) faults: Mutex<VecDeque<Fault>>,
    /// Method and path of every request.
    pub(crate) requests: Mutex<Vec<String>>,
    /// The `Authorization` header that is asked for.
    pub(crate) secret: Mutex<Option<String>>,
    /// Answers as before Confluent 8: a registration gives the id alone.
    pub(crate) old: bool,
}

impl Server {
    pub(crate) fn start() -> Server {
        Server::with(State::default())
    }

    pub(crate) fn with(state: State) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(state);
        let registry = Registry::from(avro_runtime::registry::Registry::new(InProcess::new()));
        let shared = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (state, registry) = (shared.clone(), registry.clone());
                std::thread::spawn(move || serve(&stream, &state, &registry));
            }
        });
        Server { port, state }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/apis/ccompat/v7", self.port)
    }

    pub(crate) fn fail(&self, faults: impl IntoIterator<Item = Fault>) {
        self.state.faults.lock().unwrap().extend(faults);
    }

    pub(crate) fn requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.state.requests.lock().unwrap())
    }
}

/// Answers the requests of one connection.
fn serve(stream: &TcpStream, state: &State, registry: &Registry) {
    let mut reader = BufReader::new(stream);
    while let Some((line, authorization, body)) = request(&mut reader) {
        state.requests.lock().unwrap().push(line.clone());
        let fault = state.faults.lock().unwrap().pop_front();
        let secret = state.secret.lock().unwrap().clone();
        let (status, text, header) = match fault {
            Some(Fault::Silence) => {
                std::thread::sleep(Duration::from_secs(20));
                return;
            }
            Some(Fault::Close) => return,
            Some(Fault::Half) => {
                let mut out = stream;
                let _ = out.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"schema\":");
                return;
            }
            Some(Fault::Status(status, text)) => (status, text.to_owned(), String::new()),
            Some(Fault::RetryAfter(status, seconds)) => (status, String::new(), format!("Retry-After: {seconds}\r\n")),
            _ if secret.is_some() && secret != authorization => {
                (401, "<html>Unauthorized</html>".to_owned(), String::new())
            }
            fault => {
                if let Some(Fault::Slow(time)) = fault {
                    std::thread::sleep(time);
                }
                let (status, value) = answer(&line, &body, state, registry);
                (status, value.to_string(), String::new())
            }
        };
        let mut out = stream;
        let head = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{header}Content-Length: {}\r\n\r\n",
            text.len()
        );
        if out.write_all(head.as_bytes()).and_then(|()| out.write_all(text.as_bytes())).is_err() {
            return;
        }
    }
}

fn request(reader: &mut BufReader<&TcpStream>) -> Option<(String, Option<String>, Vec<u8>)> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    let (mut length, mut authorization) = (0, None);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok().filter(|read| *read > 0)?;
        let header = header.trim();
        if header.is_empty() {
            break;
        }
        let (name, value) = header.split_once(": ").unwrap_or((header, ""));
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().ok()?,
            "authorization" => authorization = Some(value.to_owned()),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((line.trim().trim_end_matches(" HTTP/1.1").to_owned(), authorization, body))
}

fn answer(line: &str, body: &[u8], state: &State, registry: &Registry) -> (u16, Value) {
    let (method, target) = line.split_once(' ').unwrap_or((line, ""));
    let Some(target) = target.strip_prefix("/apis/ccompat/v7/") else {
        return (404, json!({"error_code": 404, "message": "HTTP 404 Not Found"}));
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let parts: Vec<_> = path.split('/').map(decoded).collect();
    let parts: Vec<_> = parts.iter().map(String::as_str).collect();
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let schema = body["schema"].as_str().unwrap_or_default();
    let number =
        |text: &str| if text == "latest" { Version::Latest } else { Version::Number(text.parse().unwrap_or(0)) };
    let deletion = if query.contains("permanent=true") { Deletion::Permanent } else { Deletion::Soft };
    let result = match (method, parts.as_slice()) {
        ("POST", ["subjects", subject, "versions"]) => {
            registry.register(subject, schema).map(|version| match state.old {
                true => json!({"id": version.id()}),
                false => json!({"id": version.id(), "version": version.version(), "schema": version.schema()}),
            })
        }
        ("POST", ["subjects", subject]) => registry.look_up(subject, schema).map(|version| shown(&version)),
        ("GET", ["subjects", subject, "versions", version]) => {
            registry.version(subject, number(version)).map(|version| shown(&version))
        }
        ("GET", ["subjects", subject, "versions"]) => registry.versions(subject).map(|versions| json!(versions)),
        ("GET", ["subjects"]) => registry.subjects().map(|subjects| json!(subjects)),
        ("GET", ["schemas", "ids", id]) => {
            registry.schema(id.parse().unwrap_or(0)).map(|schema| json!({"schema": schema, "schemaType": "AVRO"}))
        }
        ("POST", ["compatibility", "subjects", subject, "versions", rest @ ..]) => match rest.first() {
            Some(version) => registry.compatibility_with(subject, number(version), schema),
            None => registry.compatibility(subject, schema),
        }
        .map(|verdict| json!({"is_compatible": verdict.is_compatible(), "messages": verdict.messages()})),
        ("GET", ["config", rest @ ..]) => {
            registry.level(rest.first().copied()).map(|level| json!({"compatibilityLevel": level.name()}))
        }
        ("PUT", ["config", rest @ ..]) => {
            let level = Level::parse(body["compatibility"].as_str().unwrap_or_default()).expect("a level");
            registry.set_level(rest.first().copied(), level).map(|()| body.clone())
        }
        ("DELETE", ["config", rest @ ..]) => registry.reset_level(rest.first().copied()).map(|()| json!({})),
        ("DELETE", ["subjects", subject]) => registry.delete_subject(subject, deletion).map(|versions| json!(versions)),
        ("DELETE", ["subjects", subject, "versions", version]) => {
            registry.delete_version(subject, number(version), deletion).map(|version| json!(version))
        }
        _ => Err(RegistryError::answered(404, "HTTP 404 Not Found")),
    };
    match result {
        Ok(value) => (200, value),
        Err(error) => {
            let code = error.code().unwrap_or(500);
            let status = if code >= 1000 { code / 100 } else { code };
            (status as u16, json!({"error_code": code, "message": error.message()}))
        }
    }
}

fn shown(version: &SubjectVersion) -> Value {
    json!({
        "subject": version.subject(), "version": version.version(), "id": version.id(), "schema": version.schema()
    })
}

fn decoded(part: &str) -> String {
    let mut out = Vec::new();
    let mut bytes = part.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits: String = bytes.by_ref().take(2).map(char::from).collect();
            out.push(u8::from_str_radix(&digits, 16).expect("an escape"));
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).expect("a text")
}

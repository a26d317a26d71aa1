//! Calls over HTTP: limits of time, retries, typed errors, bounded answers.

use core::time::Duration;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;
use std::time::Instant;

use reqwest::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER};
use reqwest::{StatusCode, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::Runtime;

use super::wire::Failure;
use crate::registry::RegistryError;

/// Largest answer that is read: a schema is far smaller.
const LARGEST: usize = 32 << 20;
/// The first pause between two attempts, doubled from one to the next.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
/// The longest pause, also where the server asks for a longer one.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// The media type of the API.
const MEDIA_TYPE: &str = "application/vnd.schemaregistry.v1+json";

/// What is done with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Post,
    Put,
    Delete,
}

/// Who asks.
#[derive(Clone)]
pub(super) enum Authorization {
    Basic(String, String),
    Bearer(String),
}

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) connect: Duration,
    pub(super) request: Duration,
    pub(super) deadline: Duration,
    pub(super) retries: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            connect: Duration::from_secs(3),
            request: Duration::from_secs(10),
            deadline: Duration::from_secs(30),
            retries: 3,
        }
    }
}

/// One call.
#[derive(Clone, Debug)]
pub(super) struct Call {
    method: Method,
    path: Vec<String>,
    query: Vec<(&'static str, String)>,
    body: Option<String>,
}

impl Call {
    pub(super) fn new<const N: usize>(method: Method, path: [&str; N]) -> Self {
        Call { method, path: path.map(str::to_owned).to_vec(), query: Vec::new(), body: None }
    }

    pub(super) fn query(mut self, key: &'static str, value: &str) -> Self {
        self.query.push((key, value.to_owned()));
        self
    }

    pub(super) fn body(mut self, body: &impl Serialize) -> Self {
        self.body = Some(serde_json::to_string(body).expect("invariant: bodies are made of texts, numbers and lists"));
        self
    }
}

/// A client of one registry.
pub(super) struct Client {
    base: Url,
    /// Without credentials.
    shown: String,
    authorization: Option<Authorization>,
    limits: Limits,
    kept_alive: reqwest::Client,
    /// A new connection for each request: a server may forget to answer on one that was kept alive.
    fresh: reqwest::Client,
}

/// The runtime of all clients: connections outlive the runtime of whoever asks, and those who ask may have none.
fn runtime() -> Result<&'static Runtime, RegistryError> {
    static RUNTIME: LazyLock<Result<Runtime, std::io::Error>> = LazyLock::new(|| {
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).thread_name("avro-registry").enable_all().build()
    });
    RUNTIME
        .as_ref()
        .map_err(|error| RegistryError::refused(format!("the client's thread could not be started: {error}")))
}

/// What an attempt came to.
enum Attempt {
    Answered(StatusCode, String),
    /// Nobody is there: the request has not reached the registry.
    NotSent(RegistryError),
    /// No answer: the request may have reached the registry.
    Lost(RegistryError),
    /// The server asks to come back.
    Later(RegistryError, Option<Duration>),
    /// It will not work however often it is tried.
    Hopeless(RegistryError),
}

impl Client {
    pub(super) fn new(url: &str, authorization: Option<Authorization>, limits: Limits) -> Result<Self, RegistryError> {
        let mut base = Url::parse(url).map_err(|error| RegistryError::refused(format!("the URL is none: {error}")))?;
        // the parser takes `http:///x` and `http:x` for the host x; whoever writes them has left the host out
        let named = url
            .trim_start()
            .split_once("://")
            .is_some_and(|(scheme, rest)| scheme.eq_ignore_ascii_case(base.scheme()) && !rest.starts_with(['/', '\\']));
        if !named || base.cannot_be_a_base() || !base.has_host() {
            return Err(RegistryError::refused("the URL names no host"));
        }
        if base.scheme() == "https" && !cfg!(feature = "registry-tls") {
            return Err(RegistryError::refused("https needs avro-runtime's feature `registry-tls`"));
        }
        let in_url = (!base.username().is_empty() || base.password().is_some()).then(|| {
            let text = |part: &str| percent_decoded(part);
            Authorization::Basic(text(base.username()), text(base.password().unwrap_or_default()))
        });
        let hopeless = || RegistryError::refused("the URL cannot be used without its credentials");
        base.set_username("").map_err(|()| hopeless())?;
        base.set_password(None).map_err(|()| hopeless())?;
        base.set_query(None);
        base.set_fragment(None);
        let shown = base.as_str().trim_end_matches('/').to_owned();
        let client = |idle: usize| {
            reqwest::Client::builder()
                .connect_timeout(limits.connect)
                .pool_max_idle_per_host(idle)
                .redirect(reqwest::redirect::Policy::limited(3))
                .user_agent(concat!("avro-runtime/", env!("CARGO_PKG_VERSION")))
                .build()
                .map_err(|error| {
                    RegistryError::refused(format!("the HTTP client could not be made: {}", causes(&error)))
                })
        };
        let _inside = runtime()?.enter();
        Ok(Client {
            base,
            shown,
            authorization: authorization.or(in_url),
            limits,
            kept_alive: client(8)?,
            fresh: client(0)?,
        })
    }

    pub(super) fn url(&self) -> &str {
        &self.shown
    }

    /// Makes the call, again where that may help, and reads the answer.
    pub(super) async fn call<T: DeserializeOwned>(&self, call: Call) -> Result<T, RegistryError> {
        let start = Instant::now();
        let mut pause = FIRST_PAUSE;
        let mut tried = 0;
        loop {
            let left = self.limits.deadline.saturating_sub(start.elapsed());
            let (error, wanted) = match self.attempt(&call, tried > 0, self.limits.request.min(left)).await? {
                Attempt::Answered(status, text) => return read(status, &text),
                Attempt::Hopeless(error) => return Err(error),
                // the first may have deleted what the second would not find
                Attempt::Lost(error) if call.method == Method::Delete => return Err(error),
                Attempt::NotSent(error) | Attempt::Lost(error) => (error, None),
                Attempt::Later(error, wanted) => (error, wanted),
            };
            tried += 1;
            let wait = wanted.unwrap_or_else(|| jittered(pause)).min(LONGEST_PAUSE);
            if tried > self.limits.retries || start.elapsed() + wait >= self.limits.deadline {
                return Err(error);
            }
            futures_timer::Delay::new(wait).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Sends the request once, on the clients' own runtime.
    async fn attempt(&self, call: &Call, again: bool, limit: Duration) -> Result<Attempt, RegistryError> {
        let client = if again { &self.fresh } else { &self.kept_alive };
        let request = self.request(client, call).timeout(limit);
        let task = runtime()?.spawn(send(request));
        // who stops waiting stops the request
        let _abort = Abort(task.abort_handle());
        task.await.map_err(|_| RegistryError::unavailable("the request was stopped"))
    }

    fn request(&self, client: &reqwest::Client, call: &Call) -> reqwest::RequestBuilder {
        let mut url = self.base.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(&call.path);
        }
        if !call.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&call.query);
        }
        let method = match call.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut request = client.request(method, url).header(ACCEPT, format!("{MEDIA_TYPE}, application/json;q=0.9"));
        if let Some(body) = &call.body {
            request = request.header(CONTENT_TYPE, MEDIA_TYPE).body(body.clone());
        }
        match &self.authorization {
            Some(Authorization::Basic(user, password)) => request.basic_auth(user, Some(password)),
            Some(Authorization::Bearer(token)) => request.bearer_auth(token),
            None => request,
        }
    }
}

/// Stops a task whose outcome nobody waits for any more.
struct Abort(tokio::task::AbortHandle);

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn send(request: reqwest::RequestBuilder) -> Attempt {
    let mut response = match request.send().await {
        Ok(response) => response,
        Err(error) => return failed(error),
    };
    let status = response.status();
    let wanted = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > LARGEST => {
                return Attempt::Hopeless(RegistryError::refused("the answer is larger than 32 MiB"));
            }
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => break,
            Err(error) => return failed(error),
        }
    }
    let text = String::from_utf8_lossy(&body).into_owned();
    if matches!(status.as_u16(), 408 | 429) || status.is_server_error() {
        return Attempt::Later(failure(status, &text), wanted.map(Duration::from_secs));
    }
    Attempt::Answered(status, text)
}

fn failed(error: reqwest::Error) -> Attempt {
    let error = error.without_url();
    if error.is_builder() || error.is_redirect() {
        return Attempt::Hopeless(RegistryError::refused(causes(&error)).with_source(error));
    }
    let (timeout, connect) = (error.is_timeout(), error.is_connect());
    let message = match (connect, timeout) {
        (true, _) => format!("no connection: {}", causes(&error)),
        (false, true) => "no answer in time".to_owned(),
        (false, false) => format!("no whole answer: {}", causes(&error)),
    };
    let error = RegistryError::unavailable(message).with_source(error);
    if connect { Attempt::NotSent(error) } else { Attempt::Lost(error) }
}

/// The innermost of an error's causes, which says what happened.
fn causes(error: &dyn std::error::Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}

fn read<T: DeserializeOwned>(status: StatusCode, text: &str) -> Result<T, RegistryError> {
    if !status.is_success() {
        return Err(failure(status, text));
    }
    serde_json::from_str(text).map_err(|error| {
        RegistryError::refused(format!(
            "the answer is not what a registry answers ({error}): is this the URL of its API, path included?"
        ))
    })
}

/// The error of an answer; one that is not the API's, such as a proxy's page, has its HTTP status as code.
fn failure(status: StatusCode, text: &str) -> RegistryError {
    const LONGEST: usize = 200;
    match serde_json::from_str::<Failure>(text) {
        Ok(Failure { error_code, message }) => RegistryError::answered(error_code, message.unwrap_or_default()),
        Err(_) => {
            let line: String = text.trim().lines().next().unwrap_or_default().chars().take(LONGEST).collect();
            let reason = status.canonical_reason().unwrap_or("an error");
            let message = if line.is_empty() || line.starts_with('<') {
                format!("HTTP {}: {reason}", status.as_u16())
            } else {
                format!("HTTP {}: {}", status.as_u16(), line.escape_debug())
            };
            RegistryError::answered(status.as_u16().into(), message)
        }
    }
}

/// Between half and all of `pause`, so that many clients do not come back at once.
fn jittered(pause: Duration) -> Duration {
    let random = RandomState::new().build_hasher().finish();
    pause.mul_f64(0.5 + (random % 1_000) as f64 / 2_000.0)
}

/// Userinfo as it is meant: `%40` is `@`.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut i) = (Vec::with_capacity(bytes.len()), 0);
    while i < bytes.len() {
        let digits = bytes.get(i + 1..i + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| bytes[i] == b'%') {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_taken_out_of_the_url() {
        let client = Client::new("http://us%40er:se:cret@localhost:1/apis/ccompat/v7/?x=1", None, Limits::default());
        let client = client.expect("a good URL");
        assert_eq!(client.url(), "http://localhost:1/apis/ccompat/v7");
        assert!(
            matches!(&client.authorization, Some(Authorization::Basic(user, secret)) if user == "us@er" && secret == "se:cret")
        );
        let request = client
            .request(&client.fresh, &Call::new(Method::Get, ["subjects", "a/b c", "versions"]).query("subject", "x&y"));
        let request = request.build().expect("a request");
        assert_eq!(
            request.url().as_str(),
            "http://localhost:1/apis/ccompat/v7/subjects/a%2Fb%20c/versions?subject=x%26y"
        );
    }

    #[test]
    fn urls_that_are_none() {
        for url in ["", "http://", "http:///x", "http://\\x", "http:x", "http:/x", "http:?at=http://x", "http://a b/"] {
            let error = Client::new(url, None, Limits::default()).err().expect(url);
            assert!(!error.is_unavailable(), "{error}");
        }
        for (url, shown) in [(" HTTP://Host:80/x/\n", "http://host/x"), ("http://[::1]:1", "http://[::1]:1")] {
            let client = Client::new(url, None, Limits::default()).expect(url);
            assert_eq!(client.url(), shown);
        }
    }
}

//! Settings of a registry client.

use core::fmt;
use core::time::Duration;

use super::Http;
use super::client::{Authorization, Client, Limits};
use crate::registry::{Registry, RegistryError};

/// Settings for a registry over HTTP, from [`Registry::builder`].
///
/// ```no_run
/// use avro_runtime::registry::Registry;
/// use std::time::Duration;
///
/// let registry = Registry::builder("https://registry.example.com/apis/ccompat/v7")
///     .basic_auth("key", "secret")
///     .request_timeout(Duration::from_secs(2))
///     .retries(5)
///     .connect()?;
/// # Ok::<(), avro_runtime::registry::RegistryError>(())
/// ```
#[derive(Clone)]
#[must_use = "`connect` makes the registry"]
pub struct Builder {
    url: String,
    authorization: Option<Authorization>,
    limits: Limits,
}

impl Builder {
    pub(in crate::registry) fn new(url: &str) -> Self {
        Builder { url: url.to_owned(), authorization: None, limits: Limits::default() }
    }

    /// Credentials by HTTP's basic scheme, in place of those in the URL.
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.authorization = Some(Authorization::Basic(user.into(), password.into()));
        self
    }

    /// A bearer token.
    pub fn bearer_auth(mut self, token: impl Into<String>) -> Self {
        self.authorization = Some(Authorization::Bearer(token.into()));
        self
    }

    /// How long a connection may take; 3 s.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.limits.connect = limit;
        self
    }

    /// How long one request may take, its answer included; 10 s.
    pub fn request_timeout(mut self, limit: Duration) -> Self {
        self.limits.request = limit;
        self
    }

    /// How long a call may take with all its retries; 30 s.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.limits.deadline = limit;
        self
    }

    /// How often a call is tried again after the first time; 3. Only what may pass is tried again: no connection, no answer
    /// in time, 408, 429 and 5xx, with growing pauses or the one that the server asks for. A deletion that may have
    /// reached the server is not.
    pub fn retries(mut self, retries: u32) -> Self {
        self.limits.retries = retries;
        self
    }

    /// The registry. Nothing is asked of it yet.
    ///
    /// # Errors
    /// A URL that is none, or an `https://` one without the feature `registry-tls`.
    pub fn connect(self) -> Result<Registry, RegistryError> {
        Ok(Registry::new(Http { client: Client::new(&self.url, self.authorization, self.limits)? }))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // the URL may hold credentials
        f.debug_struct("Builder").field("limits", &self.limits).finish_non_exhaustive()
    }
}

//! What a registry can answer instead of what was asked for.

use core::fmt;
use std::sync::Arc;

/// An error of a schema registry, or of the way to it. Cheap to clone.
///
/// [`code`](Self::code) is the Confluent error code where the registry gave one; the predicates name the usual ones.
#[derive(Clone)]
pub struct RegistryError(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: Kind,
    message: String,
    registry: Option<String>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Answered(u32),
    Unavailable,
    Refused,
}

impl RegistryError {
    /// The registry answered with an error: a Confluent `error_code` and its message.
    pub fn answered(code: u32, message: impl Into<String>) -> Self {
        Self::new(Kind::Answered(code), message.into())
    }

    /// The registry could not be reached, or did not answer in time, or had trouble of its own. Worth another try.
    pub fn unavailable(message: impl Into<String>) -> Self {
        Self::new(Kind::Unavailable, message.into())
    }

    /// The call cannot work, however often it is tried: a URL that is none, a registry that lacks the feature.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Kind::Refused, message.into())
    }

    fn new(kind: Kind, message: String) -> Self {
        RegistryError(Arc::new(Inner { kind, message, registry: None, source: None }))
    }

    /// The same error with its cause.
    pub fn with_source(self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        RegistryError(Arc::new(Inner { source: Some(Arc::new(source)), ..(*self.0).clone() }))
    }

    /// The same error naming the registry; `url` has no credentials in it.
    pub(super) fn at(self, url: &str) -> Self {
        if self.0.registry.is_some() {
            return self;
        }
        RegistryError(Arc::new(Inner { registry: Some(url.to_owned()), ..(*self.0).clone() }))
    }

    /// The Confluent error code, where the registry gave one: 40401, 40403, 42201, 409 ...
    pub fn code(&self) -> Option<u32> {
        match self.0.kind {
            Kind::Answered(code) => Some(code),
            _ => None,
        }
    }

    /// The registry's own message, without its URL and code.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// There is no such subject (40401).
    pub fn is_subject_not_found(&self) -> bool {
        self.code() == Some(40401)
    }

    /// The subject has no such version (40402).
    pub fn is_version_not_found(&self) -> bool {
        self.code() == Some(40402)
    }

    /// There is no such schema: the id, or the text under this subject (40403).
    pub fn is_schema_not_found(&self) -> bool {
        self.code() == Some(40403)
    }

    /// The schema text is not a valid schema (42201).
    pub fn is_invalid_schema(&self) -> bool {
        self.code() == Some(42201)
    }

    /// The schema breaks the subject's level (409; 40901 from Confluent 8.2 on).
    pub fn is_incompatible(&self) -> bool {
        matches!(self.code(), Some(409 | 40901))
    }

    /// Not reached, not answered in time, or trouble of the registry's own (408, 429, 5xx): worth another try.
    pub fn is_unavailable(&self) -> bool {
        match self.0.kind {
            Kind::Unavailable => true,
            Kind::Answered(code) => matches!(code, 408 | 429 | 500 | 502 | 503 | 504 | 50_000..=50_099),
            Kind::Refused => false,
        }
    }
}

impl fmt::Display for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.registry {
            Some(url) => write!(f, "registry {url}: ")?,
            None => f.write_str("registry: ")?,
        }
        f.write_str(self.0.message.trim_end_matches('.'))?;
        match self.0.kind {
            Kind::Answered(code) => write!(f, " (code {code})"),
            Kind::Unavailable | Kind::Refused => Ok(()),
        }
    }
}

impl fmt::Debug for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegistryError({self})")
    }
}

impl std::error::Error for RegistryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

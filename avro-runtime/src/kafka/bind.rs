//! Binding a type to a subject: where the id comes from, and what can be wrong.

use core::fmt;

use avro_model::compat::{self, CauseKind, Overlay};
use avro_model::{Document, print};

use super::key::Described;
use crate::registry::{Part, Registry, RegistryError, Version};

/// Where the id comes from that messages are written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Registration {
    /// The schema must be registered: that is a deploy step. The default.
    #[default]
    LookupOnly,
    /// Registers the schema if it is not there.
    Register,
    /// Takes the newest version's id; its schema must have the same binary form as the type's.
    UseLatest,
    /// Takes this id; its schema must have the same binary form as the type's.
    Id(u32),
}

pub(super) async fn bind_part(
    registry: &Registry,
    topic: &str,
    part: Part,
    subject: &str,
    described: Described,
    registration: Registration,
) -> Result<u32, BindError> {
    let error = |kind| BindError(Box::new(Inner { topic: topic.to_owned(), part, subject: subject.to_owned(), kind }));
    warn_unless_root(topic, part, described);
    match registration {
        Registration::LookupOnly => match registry.look_up(subject, described.json).await {
            Ok(version) => Ok(version.id()),
            Err(cause) if cause.is_subject_not_found() || cause.is_schema_not_found() => {
                Err(error(Kind::NotRegistered(described.full_name.unwrap_or("the schema"), cause)))
            }
            Err(cause) => Err(error(Kind::Registry(cause))),
        },
        Registration::Register => match registry.register(subject, described.json).await {
            Ok(version) => Ok(version.id()),
            Err(cause) => Err(error(Kind::Registry(cause))),
        },
        Registration::UseLatest => match registry.version(subject, Version::Latest).await {
            Ok(version) => match registry.text_of(&version).await {
                Ok(Some(text)) if same_form(described, &text) => Ok(version.id()),
                Ok(_) => {
                    Err(error(Kind::OtherForm(format!("version {} (schema id {})", version.version(), version.id()))))
                }
                Err(cause) => Err(error(Kind::Registry(cause))),
            },
            Err(cause) => Err(error(Kind::Registry(cause))),
        },
        Registration::Id(id) => match registry.schema_in(id, subject).await {
            Ok(Some(text)) if same_form(described, &text) => Ok(id),
            Ok(_) => Err(error(Kind::OtherForm(format!("schema id {id}")))),
            Err(cause) => Err(error(Kind::Registry(cause))),
        },
    }
}

/// Whether what `described` writes can be read as written with `text`: the parsing canonical forms are equal, and so are the
/// logical types, which are not part of them.
fn same_form(described: Described, text: &str) -> bool {
    let Ok(document) = Document::parse(text) else { return false };
    let (theirs, ours) = (document.view(), described.schema.view());
    if print::canonical(theirs) != print::canonical(ours) {
        return false;
    }
    let report = compat::check(theirs, ours, Overlay::NONE);
    let findings = report.findings();
    findings.more == 0
        && findings.causes().all(|cause| {
            !matches!(
                cause.kind,
                CauseKind::LogicalTypeChanged
                    | CauseKind::LogicalTypeAddedOrDropped
                    | CauseKind::DecimalScale
                    | CauseKind::DecimalPrecision
            )
        })
}

/// Logs a warning if `described` is a type of the census whose evolution nobody checks.
fn warn_unless_root(topic: &str, part: Part, described: Described) {
    #[cfg(feature = "census")]
    if let Some(found) = crate::schemas().iter().find(|found| found.schema().address() == described.schema.address())
        && found.root().is_none()
    {
        log::warn!(
            "topic `{topic}`, {part}: {} is no root, so its evolution is not checked; put #[avro(evolution)] on {}",
            found.full_name(),
            found.rust_path()
        );
    }
    #[cfg(not(feature = "census"))]
    let _ = (topic, part, described);
}

/// Why a topic could not be bound to a registry.
pub struct BindError(Box<Inner>);

struct Inner {
    topic: String,
    part: Part,
    subject: String,
    kind: Kind,
}

enum Kind {
    Unnamed,
    NotRegistered(&'static str, RegistryError),
    OtherForm(String),
    Registry(RegistryError),
}

impl BindError {
    pub(super) fn unnamed(topic: &str, part: Part) -> Self {
        BindError(Box::new(Inner { topic: topic.to_owned(), part, subject: String::new(), kind: Kind::Unnamed }))
    }

    /// The topic.
    pub fn topic(&self) -> &str {
        &self.0.topic
    }

    /// The subject; empty where the strategy gave none.
    pub fn subject(&self) -> &str {
        &self.0.subject
    }

    /// The schema is not registered, and [`Registration::LookupOnly`] does not register it.
    pub fn is_not_registered(&self) -> bool {
        matches!(self.0.kind, Kind::NotRegistered(..))
    }

    /// The schema that was asked for by [`Registration::UseLatest`] or [`Registration::Id`] is another one.
    pub fn is_other_form(&self) -> bool {
        matches!(self.0.kind, Kind::OtherForm(_))
    }

    /// The registry's error, where it is the cause.
    pub fn registry_error(&self) -> Option<&RegistryError> {
        match &self.0.kind {
            Kind::NotRegistered(_, cause) | Kind::Registry(cause) => Some(cause),
            Kind::Unnamed | Kind::OtherForm(_) => None,
        }
    }
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { topic, part, subject, kind } = &*self.0;
        write!(f, "topic `{topic}`, {part}: ")?;
        match kind {
            Kind::Unnamed => {
                f.write_str("the subject strategy names subjects after records, and the schema has no name")
            }
            Kind::NotRegistered(name, cause) => write!(
                f,
                "{name} is not registered under subject `{subject}` ({cause}): register it when you deploy, or bind with \
                 `Registration::Register`"
            ),
            Kind::OtherForm(which) => {
                write!(
                    f,
                    "{which} of subject `{subject}` has another binary form than the type: it cannot be written with it"
                )
            }
            Kind::Registry(cause) => write!(f, "subject `{subject}`: {cause}"),
        }
    }
}

impl fmt::Debug for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BindError({self})")
    }
}

impl std::error::Error for BindError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.registry_error().map(|cause| cause as _)
    }
}

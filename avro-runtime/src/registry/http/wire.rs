//! The bodies of requests and answers.

use serde::{Deserialize, Serialize};

use crate::registry::{self, RawSchema, RegistryError, StoredSchema};

/// A schema in a request.
#[derive(Serialize)]
pub(super) struct Schema<'a> {
    schema: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<NamedSchema>,
}

impl<'a> Schema<'a> {
    pub(super) fn new(schema: RawSchema<'a>) -> Self {
        let references = schema.references().iter().map(|reference| NamedSchema {
            name: reference.name().to_owned(),
            subject: reference.subject().to_owned(),
            version: reference.version(),
        });
        Schema { schema: schema.text(), references: references.collect() }
    }
}

/// A reference.
#[derive(Serialize, Deserialize)]
struct NamedSchema {
    name: String,
    subject: String,
    version: u32,
}

impl From<NamedSchema> for registry::Reference {
    fn from(wire: NamedSchema) -> Self {
        registry::Reference::new(wire.name, wire.subject, wire.version)
    }
}

fn references(wire: Option<Vec<NamedSchema>>) -> Vec<registry::Reference> {
    wire.unwrap_or_default().into_iter().map(Into::into).collect()
}

/// What a registration answers.
#[derive(Deserialize)]
pub(super) struct Registered {
    pub(super) id: u32,
    pub(super) version: Option<u32>,
    pub(super) schema: Option<String>,
}

/// A version of a subject.
#[derive(Deserialize)]
pub(super) struct SubjectVersion {
    subject: String,
    version: u32,
    id: u32,
    schema: String,
    references: Option<Vec<NamedSchema>>,
}

impl From<SubjectVersion> for registry::SubjectVersion {
    fn from(wire: SubjectVersion) -> Self {
        registry::SubjectVersion::new(wire.subject, wire.version, wire.id, wire.schema)
            .with_references(references(wire.references))
    }
}

/// A schema by id.
#[derive(Deserialize)]
pub(super) struct Stored {
    schema: String,
    #[serde(rename = "schemaType")]
    schema_type: Option<String>,
    references: Option<Vec<NamedSchema>>,
}

impl From<Stored> for StoredSchema {
    fn from(wire: Stored) -> Self {
        let stored = StoredSchema::new(wire.schema, references(wire.references));
        match wire.schema_type {
            Some(schema_type) => stored.of_type(schema_type),
            None => stored,
        }
    }
}

/// The answer to a compatibility check.
#[derive(Deserialize)]
pub(super) struct Compatibility {
    is_compatible: bool,
    messages: Option<Vec<String>>,
}

impl From<Compatibility> for registry::Compatibility {
    fn from(wire: Compatibility) -> Self {
        if wire.is_compatible {
            return registry::Compatibility::COMPATIBLE;
        }
        registry::Compatibility::incompatible(wire.messages.unwrap_or_default())
    }
}

/// A level in a request.
#[derive(Serialize)]
pub(super) struct Level {
    pub(super) compatibility: &'static str,
}

/// A level in an answer.
#[derive(Deserialize)]
pub(super) struct Config {
    #[serde(rename = "compatibilityLevel", alias = "compatibility")]
    level: String,
}

impl Config {
    pub(super) fn level(&self) -> Result<avro_model::Level, RegistryError> {
        avro_model::Level::parse(&self.level).ok_or_else(|| {
            RegistryError::refused(format!(
                "the registry has a level that is not known here: {}",
                self.level.escape_debug()
            ))
        })
    }
}

/// An answer that says nothing that is needed.
#[derive(Deserialize)]
pub(super) struct Ignored {}

/// An error.
#[derive(Deserialize)]
pub(super) struct Failure {
    pub(super) error_code: u32,
    pub(super) message: Option<String>,
}

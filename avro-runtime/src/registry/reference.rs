//! Schemas that name types of other subjects.

use std::collections::HashSet;
use std::sync::Arc;

use avro_model::parse::{Options, Source, parse_files};
use avro_model::print;

use super::backend::{Backend, Version};
use super::{RegistryError, StoredSchema};

/// How many schemas one schema may need, all in all.
const MOST: usize = 256;

/// A schema of another subject whose types a schema names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    name: String,
    subject: String,
    version: u32,
}

impl Reference {
    /// The type called `name`, as version `version` of `subject` defines it.
    pub fn new(name: impl Into<String>, subject: impl Into<String>, version: u32) -> Self {
        Reference { name: name.into(), subject: subject.into(), version }
    }

    /// The name of the type.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The subject that defines it.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The version of the subject.
    pub fn version(&self) -> u32 {
        self.version
    }
}

/// A schema on its way to a registry: its text, and what the text refers to.
///
/// ```
/// use avro_runtime::registry::{RawSchema, Reference};
///
/// let money = [Reference::new("com.acme.Money", "money", 1)];
/// let order = RawSchema::from(r#"{"type":"array","items":"com.acme.Money"}"#).with_references(&money);
/// assert_eq!(order.references()[0].subject(), "money");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RawSchema<'a> {
    text: &'a str,
    references: &'a [Reference],
}

impl<'a> RawSchema<'a> {
    /// The same text with references.
    pub fn with_references(self, references: &'a [Reference]) -> Self {
        RawSchema { references, ..self }
    }

    /// The full JSON text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// What it refers to.
    pub fn references(&self) -> &'a [Reference] {
        self.references
    }
}

impl<'a> From<&'a str> for RawSchema<'a> {
    fn from(text: &'a str) -> Self {
        RawSchema { text, references: &[] }
    }
}

impl<'a> From<&'a String> for RawSchema<'a> {
    fn from(text: &'a String) -> Self {
        RawSchema { text, references: &[] }
    }
}

/// The text of `schema` with everything that it refers to written into it.
///
/// # Errors
/// Those of the registry; `Ok(Err(why))` where the parts do not make a schema.
pub(super) async fn resolved(
    backend: &Arc<dyn Backend>,
    schema: &StoredSchema,
) -> Result<Result<String, String>, RegistryError> {
    if schema.references().is_empty() {
        return Ok(Ok(schema.text().to_owned()));
    }
    let mut sources = vec![Source { file: "the schema".to_owned(), text: schema.text().to_owned() }];
    let mut waiting = schema.references().to_vec();
    let mut seen = HashSet::new();
    while let Some(reference) = waiting.pop() {
        // two references to one version are one text; this also ends cycles
        if !seen.insert((reference.subject.clone(), reference.version)) {
            continue;
        }
        if sources.len() > MOST {
            return Ok(Err(format!("it needs more than {MOST} other schemas")));
        }
        let version = backend.version(&reference.subject, Version::Number(reference.version)).await?;
        let file = format!("subject {} version {}", reference.subject, reference.version);
        sources.push(Source { file, text: version.schema().to_owned() });
        waiting.extend(version.references().iter().cloned());
    }
    let files = parse_files(&sources, &Options { check_defaults: false, ..Options::default() });
    Ok(match files.schemas().find(|schema| schema.file == 0) {
        Some(root) => Ok(print::json(root.view)),
        None => {
            let errors: Vec<_> = files.errors().iter().map(ToString::to_string).collect();
            Err(errors.join("; "))
        }
    })
}

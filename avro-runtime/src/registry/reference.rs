//! Schemas that name types of other subjects.

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

//! Subjects: how they are named after topic and record, and the contexts they live in.

use core::fmt;
use std::sync::Arc;

/// What a subject is named after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming<'a> {
    /// The topic.
    pub topic: &'a str,
    /// Key or value.
    pub part: Part,
    /// The full name of the schema, if it is a named type.
    pub full_name: Option<&'a str>,
}

/// The two parts of a Kafka message that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Part::Key => "key",
            Part::Value => "value",
        })
    }
}

/// Names the subject of a schema: [`TopicName`], [`RecordName`], [`TopicRecordName`] or a function of your own.
pub trait SubjectNaming: Send + Sync + 'static {
    /// The subject, or `None` where the strategy needs a named type and the schema is none.
    fn subject(&self, naming: &Naming<'_>) -> Option<String>;
}

/// `<topic>-key` and `<topic>-value`. The default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicName;

/// The schema's full name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordName;

/// `<topic>-<full name>`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicRecordName;

impl SubjectNaming for TopicName {
    fn subject(&self, naming: &Naming<'_>) -> Option<String> {
        Some(format!("{}-{}", naming.topic, naming.part))
    }
}

impl SubjectNaming for RecordName {
    fn subject(&self, naming: &Naming<'_>) -> Option<String> {
        naming.full_name.map(str::to_owned)
    }
}

impl SubjectNaming for TopicRecordName {
    fn subject(&self, naming: &Naming<'_>) -> Option<String> {
        naming.full_name.map(|name| format!("{}-{name}", naming.topic))
    }
}

impl<F: Fn(&Naming<'_>) -> String + Send + Sync + 'static> SubjectNaming for F {
    fn subject(&self, naming: &Naming<'_>) -> Option<String> {
        Some(self(naming))
    }
}

/// Where the ids of a subject's messages are looked up.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(super) subject: Arc<str>,
    pub(super) context: Arc<str>,
}

impl Scope {
    pub(crate) fn new(subject: &str) -> Self {
        Scope { subject: subject.into(), context: context(subject).into() }
    }
}

/// The context of `subject` (`.` is the default one): ids are per context. `:.crm:orders` is `orders` in `.crm`.
pub(super) fn context(subject: &str) -> &str {
    subject.strip_prefix(':').and_then(|rest| rest.split_once(':')).map_or(".", |(context, _)| context)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strategies() {
        let naming = Naming { topic: "orders", part: Part::Value, full_name: Some("com.acme.Order") };
        assert_eq!(TopicName.subject(&naming).as_deref(), Some("orders-value"));
        assert_eq!(TopicName.subject(&Naming { part: Part::Key, ..naming }).as_deref(), Some("orders-key"));
        assert_eq!(RecordName.subject(&naming).as_deref(), Some("com.acme.Order"));
        assert_eq!(TopicRecordName.subject(&naming).as_deref(), Some("orders-com.acme.Order"));
        assert_eq!(RecordName.subject(&Naming { full_name: None, ..naming }), None);
        let own = |naming: &Naming<'_>| format!("eu.{}", naming.topic);
        assert_eq!(own.subject(&naming).as_deref(), Some("eu.orders"));
    }

    #[test]
    fn contexts() {
        assert_eq!(context("orders-value"), ".");
        assert_eq!(context(":.crm:orders-value"), ".crm");
        assert_eq!(context(":.:orders-value"), ".");
        assert_eq!(context(":"), ".");
    }
}

//! The GUID under which Confluent's registry knows a schema, wherever it is registered: MD5 over the stored text, its references
//! and its metadata.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A GUID: sixteen bytes, as they stand in the headers of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid([u8; 16]);

/// Another schema that a text refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The name that the text uses.
    pub name: &'a str,
    /// The subject of the other schema.
    pub subject: &'a str,
    /// Its version there.
    pub version: i32,
}

/// What is registered beside a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Tags of paths.
    pub tags: BTreeMap<String, BTreeSet<String>>,
    /// Properties.
    pub properties: BTreeMap<String, String>,
    /// Names of properties that are not shown.
    pub sensitive: BTreeSet<String>,
}

impl Guid {
    /// The GUID of a text as the registry stores it (see [`print::java`](crate::print::java)), without a rule set.
    ///
    /// ```
    /// use avro_model::guid::Guid;
    ///
    /// let guid = Guid::of(r#""string""#, &[], None);
    /// assert_eq!(guid.to_string(), "095d71cf-1255-6b9d-5e33-0ad575b3df5d");
    /// assert_eq!(Guid::from_bytes(guid.bytes()), guid);
    /// ```
    pub fn of(text: &str, references: &[Reference<'_>], metadata: Option<&Metadata>) -> Guid {
        let mut digest = md5::Context::new();
        digest.consume(text);
        for reference in references {
            digest.consume(reference.name);
            digest.consume(reference.subject);
            digest.consume(reference.version.to_be_bytes());
        }
        if let Some(Metadata { tags, properties, sensitive }) = metadata {
            digest.consume([1]);
            for (path, tags) in tags {
                digest.consume(path);
                tags.iter().for_each(|tag| digest.consume(tag));
            }
            for (key, value) in properties {
                digest.consume(key);
                digest.consume(value);
            }
            sensitive.iter().for_each(|name| digest.consume(name));
        }
        Guid(digest.finalize().0)
    }

    /// A GUID as it stands in a header.
    pub const fn from_bytes(bytes: [u8; 16]) -> Guid {
        Guid(bytes)
    }

    /// Its bytes.
    pub const fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for Guid {
    /// `d629bb05-ad85-3d20-fbcb-895de3c459f7`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

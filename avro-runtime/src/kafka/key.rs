//! Keys: framed Avro, or the plain forms that most topics have.

use core::fmt;

use super::Fault;
use crate::registry::Part;
use crate::{AvroDecode, AvroEncode, AvroSchema, EncodeError, WriterSchema};
use avro_model::Kind;

/// What the key of a topic's messages can be: any type that derives `AvroSchema`, framed like a value; [`Utf8Key`],
/// [`RawKey`] or [`LongKey`], which have no schema; `()` for no key.
///
/// An Avro-framed key carries a schema id: when the id changes, equal keys become different bytes, go to other partitions
/// and are no longer compacted together. Where that matters, use a plain key.
pub trait TopicKey: Sized {
    #[doc(hidden)]
    const FORM: KeyForm;

    #[doc(hidden)]
    fn describe() -> Option<Described>;

    #[doc(hidden)]
    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError>;

    #[doc(hidden)]
    fn read(writer: Option<&WriterSchema>, bytes: &[u8]) -> Result<Self, Fault>;
}

#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyForm {
    /// No key; one that is there all the same is not looked at.
    None,
    /// Bytes without a schema.
    Plain,
    /// Header and Avro binary.
    Framed,
}

/// What a registry is told of a type.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Described {
    pub(super) full_name: Option<&'static str>,
    pub(super) json: &'static str,
    pub(super) schema: avro_model::SchemaRef,
}

impl Described {
    pub(super) fn of<T: AvroSchema + ?Sized>() -> Self {
        Described { full_name: T::SCHEMA.view().name().map(|name| name.full.get()), json: T::json(), schema: T::SCHEMA }
    }
}

impl<T> TopicKey for T
where
    T: AvroEncode + for<'de> AvroDecode<'de>,
{
    const FORM: KeyForm = match T::SCHEMA.get().kind {
        Kind::Null => KeyForm::None,
        _ => KeyForm::Framed,
    };

    fn describe() -> Option<Described> {
        (Self::FORM == KeyForm::Framed).then(Described::of::<T>)
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        self.write_avro(out)
    }

    fn read(writer: Option<&WriterSchema>, bytes: &[u8]) -> Result<Self, Fault> {
        match writer {
            Some(writer) => T::from_avro_with(writer, bytes),
            None => T::from_avro(bytes),
        }
        .map_err(|error| Fault::decode(Part::Key, &error))
    }
}

/// A key of UTF-8 text, as Kafka's `StringSerializer` writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf8Key(pub String);

/// A key of bytes that mean nothing to this library.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RawKey(pub Vec<u8>);

/// A key of eight bytes, big-endian, as Kafka's `LongSerializer` writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LongKey(pub i64);

impl TopicKey for Utf8Key {
    const FORM: KeyForm = KeyForm::Plain;

    fn describe() -> Option<Described> {
        None
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        out.extend_from_slice(self.0.as_bytes());
        Ok(())
    }

    fn read(_: Option<&WriterSchema>, bytes: &[u8]) -> Result<Self, Fault> {
        match core::str::from_utf8(bytes) {
            Ok(text) => Ok(Utf8Key(text.to_owned())),
            Err(error) => Err(Fault::form(Part::Key, format!("not UTF-8 from byte {} on", error.valid_up_to()))),
        }
    }
}

impl TopicKey for RawKey {
    const FORM: KeyForm = KeyForm::Plain;

    fn describe() -> Option<Described> {
        None
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        out.extend_from_slice(&self.0);
        Ok(())
    }

    fn read(_: Option<&WriterSchema>, bytes: &[u8]) -> Result<Self, Fault> {
        Ok(RawKey(bytes.to_owned()))
    }
}

impl TopicKey for LongKey {
    const FORM: KeyForm = KeyForm::Plain;

    fn describe() -> Option<Described> {
        None
    }

    fn write(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        out.extend_from_slice(&self.0.to_be_bytes());
        Ok(())
    }

    fn read(_: Option<&WriterSchema>, bytes: &[u8]) -> Result<Self, Fault> {
        match bytes.try_into() {
            Ok(bytes) => Ok(LongKey(i64::from_be_bytes(bytes))),
            Err(_) => Err(Fault::form(Part::Key, format!("{} bytes where 8 were expected", bytes.len()))),
        }
    }
}

impl fmt::Display for Utf8Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for LongKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Utf8Key {
    fn from(text: &str) -> Self {
        Utf8Key(text.to_owned())
    }
}

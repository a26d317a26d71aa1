//! How the keys of a map are written and read: by their own trait, or as a field says.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use crate::codec::{Decoder, Encoder};
use crate::error::DecodeError;
use crate::impls::{MapKey, ReadMapKey};

/// Writing a key of the type `K`.
#[allow(missing_docs)]
pub trait KeyAs<K> {
    fn write(key: &K, out: &mut Encoder<'_>);
}

/// Reading one.
#[allow(missing_docs)]
pub trait ReadKeyAs<'de, K>: KeyAs<K> {
    fn read(input: &mut Decoder<'de>) -> Result<K, DecodeError>;
}

/// By the key's own trait.
#[derive(Debug)]
pub struct OwnKeys;

impl<K: MapKey> KeyAs<K> for OwnKeys {
    #[inline]
    fn write(key: &K, out: &mut Encoder<'_>) {
        out.put_str(key.as_key());
    }
}

impl<'de, K: ReadMapKey<'de>> ReadKeyAs<'de, K> for OwnKeys {
    #[inline]
    fn read(input: &mut Decoder<'de>) -> Result<K, DecodeError> {
        input.string().map(K::from_key)
    }
}

/// `Cow<'static, str>`, which cannot borrow from data.
#[derive(Debug)]
pub struct OwnedKeys;

impl KeyAs<Cow<'_, str>> for OwnedKeys {
    #[inline]
    fn write(key: &Cow<'_, str>, out: &mut Encoder<'_>) {
        out.put_str(key);
    }
}

impl<'a> ReadKeyAs<'_, Cow<'a, str>> for OwnedKeys {
    #[inline]
    fn read(input: &mut Decoder<'_>) -> Result<Cow<'a, str>, DecodeError> {
        input.string().map(owned_key)
    }
}

/// The key of a newtype over such a text.
#[inline]
pub fn owned_key<'a>(key: &str) -> Cow<'a, str> {
    Cow::Owned(key.to_owned())
}

/// `keys = "string"`: as `Display` writes them and `FromStr` reads them.
#[derive(Debug)]
pub struct TextKeys;

impl<K: Display + FromStr> KeyAs<K> for TextKeys {
    fn write(key: &K, out: &mut Encoder<'_>) {
        out.put_str(&key.to_string());
    }
}

impl<'de, K: Display + FromStr> ReadKeyAs<'de, K> for TextKeys {
    fn read(input: &mut Decoder<'de>) -> Result<K, DecodeError> {
        input.string()?.parse().map_err(|_| input.out_of_range("a key of a map that its type cannot be parsed from"))
    }
}

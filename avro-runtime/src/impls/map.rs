//! Maps. A key is anything string-like.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use avro_model::{Schema, SchemaRef};

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::private::NameBuf;
use crate::resolve::PlanRef;

/// A type that can be the key of an Avro map, which is always a string.
///
/// The types of texts are, and a newtype over one that derives [`AvroSchema`]. Others have `#[avro(keys = "string")]` on the field with
/// the map, or implement it, and [`ReadMapKey`]; a newtype whose keys shall look otherwise says so with `map_key = false`.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use avro_runtime::prelude::*;
/// use avro_runtime::{MapKey, ReadMapKey};
///
/// #[derive(AvroSchema, Debug, PartialEq, Eq, PartialOrd, Ord)]
/// struct Sku(String);
///
/// #[derive(AvroSchema, Debug, PartialEq, Eq, PartialOrd, Ord)]
/// #[avro(map_key = false)]
/// struct Part(Sku);
///
/// impl MapKey for Part {
///     fn as_key(&self) -> &str {
///         self.0.0.trim_start_matches("part-")
///     }
/// }
///
/// impl<'de> ReadMapKey<'de> for Part {
///     fn from_key(key: &'de str) -> Self {
///         Part(Sku(format!("part-{key}")))
///     }
/// }
///
/// #[derive(AvroSchema, Debug, PartialEq)]
/// struct Stock {
///     by_sku: BTreeMap<Sku, i32>,
///     by_part: BTreeMap<Part, i32>,
/// }
///
/// let stock = Stock {
///     by_sku: BTreeMap::from([(Sku("a".to_owned()), 1)]),
///     by_part: BTreeMap::from([(Part(Sku("part-7".to_owned())), 2)]),
/// };
/// let bytes = stock.to_avro()?;
/// assert_eq!(bytes, b"\x02\x02a\x02\0\x02\x027\x04\0");
/// assert_eq!(Stock::from_avro(&bytes)?, stock);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of an Avro map",
    label = "an Avro map has strings for keys",
    note = "a key that has a text, `Display` and `FromStr`, is written as it: `#[avro(keys = \"string\")]`; or use `String`, or an array of a struct with the key and the value",
    note = "a newtype over a text that derives `AvroSchema` can be one, and so can other types: implement `avro_runtime::MapKey` and `avro_runtime::ReadMapKey`"
)]
pub trait MapKey {
    /// The key's text.
    fn as_key(&self) -> &str;
}

/// A [`MapKey`] that can be read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of an Avro map",
    label = "an Avro map has strings for keys",
    note = "a key that has a text, `Display` and `FromStr`, is written as it: `#[avro(keys = \"string\")]`; or use `String`, or an array of a struct with the key and the value",
    note = "a newtype over a text that derives `AvroSchema` can be one, and so can other types: implement `avro_runtime::MapKey` and `avro_runtime::ReadMapKey`"
)]
pub trait ReadMapKey<'de>: MapKey + Sized {
    /// The key with this text, borrowed from the data.
    fn from_key(key: &'de str) -> Self;
}

macro_rules! map_key {
    ($($ty:ty),*) => {
        $(
            impl MapKey for $ty {
                #[inline]
                fn as_key(&self) -> &str {
                    self
                }
            }

            impl<'de> ReadMapKey<'de> for $ty {
                #[inline]
                fn from_key(key: &'de str) -> Self {
                    key.into()
                }
            }
        )*
    };
}

map_key!(String, Box<str>, Rc<str>, Arc<str>);

impl MapKey for &str {
    #[inline]
    fn as_key(&self) -> &str {
        self
    }
}

impl<'de: 'a, 'a> ReadMapKey<'de> for &'a str {
    #[inline]
    fn from_key(key: &'de str) -> Self {
        key
    }
}

impl MapKey for Cow<'_, str> {
    #[inline]
    fn as_key(&self) -> &str {
        self
    }
}

impl<'de: 'a, 'a> ReadMapKey<'de> for Cow<'a, str> {
    #[inline]
    fn from_key(key: &'de str) -> Self {
        Cow::Borrowed(key)
    }
}

/// The bytes that an entry takes at least beside its value: the length of its key.
pub(crate) const KEY: usize = 1;

macro_rules! map {
    ([$($generics:tt)*], $ty:ty, [$($key:tt)*], [$($hasher:tt)*]) => {
        impl<$($generics)*> AvroSchema for $ty
        where
            K: MapKey,
            V: AvroSchema,
        {
            const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::map(V::SCHEMA) });
            const NAME: &'static str = const { &NameBuf::of(&["map_", V::NAME]) }.as_str();
            const FULL_NAME: &'static str = const { &NameBuf::of(&["map_", V::FULL_NAME]) }.as_str();
            const ALLOWED: () = V::ALLOWED;
            const MIN_SIZE: usize = 1;
        }

        impl<$($generics)*> AvroEncode for $ty
        where
            K: MapKey,
            V: AvroEncode,
        {
            fn encode(&self, out: &mut Encoder<'_>) {
                if !self.is_empty() {
                    out.put_block(self.len());
                    for (key, value) in self {
                        out.put_str(key.as_key());
                        value.encode(out);
                    }
                }
                out.put_block(0);
            }
        }

        impl<'de, $($generics)*> AvroDecode<'de> for $ty
        where
            K: ReadMapKey<'de> + $($key)*,
            V: AvroDecode<'de>,
            $($hasher)*
        {
            fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                input.enter()?;
                let mut entries = Self::default();
                while let Some(count) = input.block(KEY + V::MIN_SIZE)? {
                    input.charge::<(K, V)>(count)?;
                    entries.presize(count);
                    for _ in 0..count {
                        let key = input.string()?;
                        let value = V::decode(input).map_err(DecodeError::at_map_value)?;
                        entries.insert(K::from_key(key), value);
                    }
                }
                input.leave();
                Ok(entries)
            }

            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
                let Some(values) = plan.items(input)? else {
                    return Self::decode(input);
                };
                input.enter()?;
                let mut entries = Self::default();
                while let Some(count) = input.block(KEY + values.min_size())? {
                    input.charge::<(K, V)>(count)?;
                    entries.presize(count);
                    for _ in 0..count {
                        let key = input.string()?;
                        let value = V::decode_resolved(input, values.plan()).map_err(DecodeError::at_map_value)?;
                        entries.insert(K::from_key(key), value);
                    }
                }
                input.leave();
                Ok(entries)
            }
        }
    };
}

#[cfg(feature = "indexmap")]
pub(crate) use map;

map!([K, V, S], HashMap<K, V, S>, [Eq + Hash], [S: BuildHasher + Default,]);
map!([K, V], BTreeMap<K, V>, [Ord], []);

/// Room for entries, where the map can make it.
pub(crate) trait Presize {
    fn presize(&mut self, count: usize);
}

/// How many of `count` items are made room for at once: what data of this length could not fill is not.
pub(crate) fn at_once<T>(count: usize) -> usize {
    const BYTES: usize = 1 << 20;
    count.min(BYTES / size_of::<T>().max(1))
}

impl<K: Eq + Hash, V, S: BuildHasher> Presize for HashMap<K, V, S> {
    #[inline]
    fn presize(&mut self, count: usize) {
        self.reserve(at_once::<(K, V)>(count));
    }
}

impl<K, V> Presize for BTreeMap<K, V> {
    #[inline]
    fn presize(&mut self, _count: usize) {}
}

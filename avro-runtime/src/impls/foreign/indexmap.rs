//! indexmap: maps and sets that keep the order in which they were written.

use std::hash::{BuildHasher, Hash};

use ::indexmap::{IndexMap, IndexSet};
use avro_model::{Schema, SchemaRef};

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::adapt::{DecodeAs, EncodeAs, KeyAs, ReadKeyAs, SchemaAs, Sequence, Values, distinct, values};
use crate::impls::map::{KEY, MapKey, Presize, ReadMapKey, at_once, map};
use crate::impls::sequence::{DUPLICATE, decode_each, resolve_each, set};
use crate::private::NameBuf;
use crate::resolve::PlanRef;

map!([K, V, S], IndexMap<K, V, S>, [Eq + Hash], [S: BuildHasher + Default,]);
values!([K, V, S], IndexMap<K, V, S>, [Eq + Hash], [S: BuildHasher + Default,]);
set!([T, S], IndexSet<T, S>, [S: BuildHasher + Default,], [Eq + Hash], IndexSet::default());

impl<K: Eq + Hash, V, S: BuildHasher> Presize for IndexMap<K, V, S> {
    #[inline]
    fn presize(&mut self, count: usize) {
        self.reserve(at_once::<(K, V)>(count));
    }
}

impl<T: Eq + Hash, S: BuildHasher + Default> Sequence for IndexSet<T, S> {
    type Item = T;

    #[inline]
    fn items(&self) -> impl ExactSizeIterator<Item = &T> {
        self.iter()
    }

    fn collect(items: Vec<T>, input: &Decoder<'_>) -> Result<Self, DecodeError> {
        distinct(items, input, IndexSet::insert)
    }
}

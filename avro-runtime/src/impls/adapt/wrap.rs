//! What carries an adapter to the type that it is meant for: `Option`, lists, maps and pointers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use avro_model::{Child, NullBranch, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::adapt::{KeyAs, OwnKeys, ReadKeyAs};
use crate::impls::map::KEY;
use crate::impls::optional::{TWO_NULLS, branch_count};
use crate::impls::sequence::{DUPLICATE, LENGTH};
use crate::impls::through::{read_through, same_form};
use crate::resolve::PlanRef;

/// `Option<T>` as `["null", A's form of T]`.
#[derive(Debug)]
pub struct Opt<A>(PhantomData<A>);

/// `Option<T>` as `[A's form of T, "null"]`.
#[derive(Debug)]
pub struct NullLast<A>(PhantomData<A>);

const fn branches<T, A: SchemaAs<T>>() -> &'static [Child] {
    match A::UNION {
        Some(branches) => branches,
        None => const { &[Child::Ptr(A::SCHEMA)] },
    }
}

macro_rules! optional {
    ($adapter:ident, $null:ident, $default:expr, null = $null_index:expr, first = $first:literal) => {
        impl<T, A: SchemaAs<T>> SchemaAs<Option<T>> for $adapter<A> {
            const SCHEMA: SchemaRef = if A::NULLABLE {
                TWO_NULLS
            } else {
                SchemaRef::new(const { &Schema::union(NullBranch::$null, branches::<T, A>()) })
            };
            const FIELD_DEFAULT: Option<&'static str> = $default;
            const UNION: Option<&'static [Child]> = Some(branches::<T, A>());
            const OTHER: bool = A::OTHER;
            const NULLABLE: bool = true;
            const MIN_SIZE: usize = 1;
        }

        impl<T, A: EncodeAs<T>> EncodeAs<Option<T>> for $adapter<A> {
            #[inline]
            fn encode(value: &Option<T>, out: &mut Encoder<'_>) {
                match value {
                    None => out.put_branch(const { $null_index(branch_count(A::UNION)) }),
                    Some(value) => A::encode_branch(value, $first, out),
                }
            }
        }

        impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, Option<T>> for $adapter<A> {
            #[inline]
            fn decode(input: &mut Decoder<'de>) -> Result<Option<T>, DecodeError> {
                let index = input.branch(1 + const { branch_count(A::UNION) })?;
                if index == const { $null_index(branch_count(A::UNION)) } {
                    return Ok(None);
                }
                A::decode_branch(index - $first, input).map(Some)
            }

            #[inline]
            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Option<T>, DecodeError> {
                let (index, plan) = plan.union(input, A::OTHER)?;
                if index == const { $null_index(branch_count(A::UNION)) } {
                    return Ok(None);
                }
                A::decode_branch_resolved(index - $first, input, plan).map(Some)
            }
        }
    };
}

const fn zero(_branches: usize) -> usize {
    0
}

const fn last(branches: usize) -> usize {
    branches
}

optional!(Opt, First, Some("null"), null = zero, first = 1);
optional!(NullLast, Last, None, null = last, first = 0);

/// A list, whichever collection holds it, as an array of A's form of its items.
#[derive(Debug)]
pub struct Seq<A>(PhantomData<A>);

/// A collection that is an Avro array.
#[allow(missing_docs)]
pub trait Sequence: Sized {
    type Item;

    fn items(&self) -> impl ExactSizeIterator<Item = &Self::Item>;

    /// The collection of what was read.
    fn collect(items: Vec<Self::Item>, input: &Decoder<'_>) -> Result<Self, DecodeError>;
}

macro_rules! sequence {
    ($([$($generics:tt)*] $ty:ty, |$items:ident, $input:ident| $collect:expr;)*) => {
        $(
            impl<$($generics)*> Sequence for $ty {
                type Item = T;

                #[inline]
                fn items(&self) -> impl ExactSizeIterator<Item = &T> {
                    self.iter()
                }

                #[inline]
                fn collect($items: Vec<T>, $input: &Decoder<'_>) -> Result<Self, DecodeError> {
                    $collect
                }
            }
        )*
    };
}

sequence! {
    [T] Vec<T>, |items, _input| Ok(items);
    [T] VecDeque<T>, |items, _input| Ok(items.into());
    [T] Box<[T]>, |items, _input| Ok(items.into());
    [T] Rc<[T]>, |items, _input| Ok(items.into());
    [T] Arc<[T]>, |items, _input| Ok(items.into());
    [T, const N: usize] [T; N], |items, input| items.try_into().map_err(|_| input.out_of_range(LENGTH));
    [T: Eq + Hash, S: BuildHasher + Default] HashSet<T, S>, |items, input| distinct(items, input, HashSet::insert);
    [T: Ord] BTreeSet<T>, |items, input| distinct(items, input, BTreeSet::insert);
}

pub(crate) fn distinct<T, C: Default>(
    items: Vec<T>,
    input: &Decoder<'_>,
    insert: fn(&mut C, T) -> bool,
) -> Result<C, DecodeError> {
    let mut set = C::default();
    for (index, item) in items.into_iter().enumerate() {
        if !insert(&mut set, item) {
            return Err(input.out_of_range(DUPLICATE).at_index(index));
        }
    }
    Ok(set)
}

impl<C: Sequence, A: SchemaAs<C::Item>> SchemaAs<C> for Seq<A> {
    const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::array(A::SCHEMA) });
    const MIN_SIZE: usize = 1;
}

impl<C: Sequence, A: EncodeAs<C::Item>> EncodeAs<C> for Seq<A> {
    fn encode(value: &C, out: &mut Encoder<'_>) {
        let items = value.items();
        if items.len() > 0 {
            out.put_block(items.len());
            items.for_each(|item| A::encode(item, out));
        }
        out.put_block(0);
    }
}

impl<'de, C: Sequence, A: DecodeAs<'de, C::Item>> DecodeAs<'de, C> for Seq<A> {
    fn decode(input: &mut Decoder<'de>) -> Result<C, DecodeError> {
        let mut items = Vec::new();
        input.enter()?;
        while let Some(count) = input.block(A::MIN_SIZE)? {
            input.presize(&mut items, count)?;
            for _ in 0..count {
                items.push(A::decode(input).map_err(|error| error.at_index(items.len()))?);
            }
        }
        input.leave();
        C::collect(items, input)
    }

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<C, DecodeError> {
        let Some(plans) = plan.items(input)? else {
            return Self::decode(input);
        };
        let mut items = Vec::new();
        input.enter()?;
        while let Some(count) = input.block(plans.min_size())? {
            input.presize(&mut items, count)?;
            for _ in 0..count {
                items.push(A::decode_resolved(input, plans.plan()).map_err(|error| error.at_index(items.len()))?);
            }
        }
        input.leave();
        C::collect(items, input)
    }
}

/// A map whose values are in A's form, and whose keys are in that of `R`.
#[derive(Debug)]
pub struct Values<A, R = OwnKeys>(PhantomData<(A, R)>);

macro_rules! values {
    ([$($generics:tt)*], $ty:ty, [$($key:tt)*], [$($hasher:tt)*]) => {
        impl<A: SchemaAs<V>, R: KeyAs<K>, $($generics)*> SchemaAs<$ty> for Values<A, R> {
            const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::map(A::SCHEMA) });
            const MIN_SIZE: usize = 1;
        }

        impl<A: EncodeAs<V>, R: KeyAs<K>, $($generics)*> EncodeAs<$ty> for Values<A, R> {
            fn encode(value: &$ty, out: &mut Encoder<'_>) {
                if !value.is_empty() {
                    out.put_block(value.len());
                    for (key, value) in value {
                        R::write(key, out);
                        A::encode(value, out);
                    }
                }
                out.put_block(0);
            }
        }

        impl<'de, A: DecodeAs<'de, V>, R: ReadKeyAs<'de, K>, $($generics)*> DecodeAs<'de, $ty> for Values<A, R>
        where
            K: $($key)*,
            $($hasher)*
        {
            fn decode(input: &mut Decoder<'de>) -> Result<$ty, DecodeError> {
                let mut entries = <$ty>::default();
                input.enter()?;
                while let Some(count) = input.block(KEY + A::MIN_SIZE)? {
                    input.charge::<(K, V)>(count)?;
                    for _ in 0..count {
                        let key = R::read(input)?;
                        let value = A::decode(input).map_err(DecodeError::at_map_value)?;
                        entries.insert(key, value);
                    }
                }
                input.leave();
                Ok(entries)
            }

            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<$ty, DecodeError> {
                let Some(values) = plan.items(input)? else {
                    return Self::decode(input);
                };
                let mut entries = <$ty>::default();
                input.enter()?;
                while let Some(count) = input.block(KEY + values.min_size())? {
                    input.charge::<(K, V)>(count)?;
                    for _ in 0..count {
                        let key = R::read(input)?;
                        let value = A::decode_resolved(input, values.plan()).map_err(DecodeError::at_map_value)?;
                        entries.insert(key, value);
                    }
                }
                input.leave();
                Ok(entries)
            }
        }
    };
}

#[cfg(feature = "indexmap")]
pub(crate) use values;

values!([K, V, S], HashMap<K, V, S>, [Eq + Hash], [S: BuildHasher + Default,]);
values!([K, V], BTreeMap<K, V>, [Ord], []);

/// A pointer in A's form of what it points to.
#[derive(Debug)]
pub struct Boxed<A>(PhantomData<A>);

macro_rules! boxed {
    ($($ty:ident),*) => {
        $(
            impl<T, A: SchemaAs<T>> SchemaAs<$ty<T>> for Boxed<A> {
                same_form!(A);
            }

            impl<T, A: EncodeAs<T>> EncodeAs<$ty<T>> for Boxed<A> {
                #[inline]
                fn encode(value: &$ty<T>, out: &mut Encoder<'_>) {
                    A::encode(value, out);
                }

                #[inline]
                fn encode_branch(value: &$ty<T>, offset: usize, out: &mut Encoder<'_>) {
                    A::encode_branch(value, offset, out);
                }
            }

            impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, $ty<T>> for Boxed<A> {
                read_through!(nested $ty<T>, of [A], |value| $ty::new(value));
            }
        )*
    };
}

boxed!(Box, Rc, Arc);

/// A `Cow` that is read as an owned value: `Cow<'static, ..>`, as data does not live for ever, and a `Cow` of what no data holds as it
/// is in memory.
#[derive(Debug)]
pub struct Owned;

impl<'a, T: ?Sized + ToOwned + AvroSchema> SchemaAs<Cow<'a, T>> for Owned {
    same_form!(T);
}

impl<'a, T: ?Sized + ToOwned + AvroEncode> EncodeAs<Cow<'a, T>> for Owned {
    #[inline]
    fn encode(value: &Cow<'a, T>, out: &mut Encoder<'_>) {
        (**value).encode(out);
    }

    #[inline]
    fn encode_branch(value: &Cow<'a, T>, offset: usize, out: &mut Encoder<'_>) {
        (**value).encode_branch(offset, out);
    }
}

impl<'de, 'a, T: ?Sized + ToOwned<Owned: AvroDecode<'de>> + AvroSchema> DecodeAs<'de, Cow<'a, T>> for Owned {
    read_through!(Cow<'a, T>, of[T::Owned], |input| {}, |value| Ok(Cow::Owned(value)));
}

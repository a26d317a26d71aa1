//! Arrays: `Vec`, slices behind pointers, `VecDeque`, sets.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use avro_model::{Schema, SchemaRef};

use super::bytes::BYTES_REF;
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::private::NameBuf;
use crate::resolve::PlanRef;

/// `bytes` for `u8`, else an array.
impl<T: AvroSchema> AvroSchema for [T] {
    const SCHEMA: SchemaRef = if T::IS_BYTE { BYTES_REF } else { SchemaRef::new(const { &Schema::array(T::SCHEMA) }) };
    const NAME: &'static str = if T::IS_BYTE { "bytes" } else { const { &NameBuf::of(&["array_", T::NAME]) }.as_str() };
    const FULL_NAME: &'static str =
        if T::IS_BYTE { "bytes" } else { const { &NameBuf::of(&["array_", T::FULL_NAME]) }.as_str() };
    const ALLOWED: () = T::ALLOWED;
    const MIN_SIZE: usize = 1;
}

impl<T: AvroEncode> AvroEncode for [T] {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        T::encode_slice(self, out);
    }
}

macro_rules! as_slice {
    ($ty:ident) => {
        impl<T: AvroSchema> AvroSchema for $ty<T> {
            const SCHEMA: SchemaRef = <[T]>::SCHEMA;
            const NAME: &'static str = <[T]>::NAME;
            const FULL_NAME: &'static str = <[T]>::FULL_NAME;
            const ALLOWED: () = T::ALLOWED;
            const MIN_SIZE: usize = 1;
        }
    };
}

as_slice!(Vec);
as_slice!(VecDeque);

impl<T: AvroEncode> AvroEncode for Vec<T> {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        T::encode_slice(self, out);
    }
}

impl<'de, T: AvroDecode<'de>> AvroDecode<'de> for Vec<T> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        T::decode_vec(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        T::decode_vec_resolved(input, plan)
    }

    #[inline]
    fn decode_into(&mut self, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
        T::decode_vec_into(self, input)
    }
}

impl<T: AvroEncode> AvroEncode for VecDeque<T> {
    fn encode(&self, out: &mut Encoder<'_>) {
        // For bytes this is the length, and nothing ends them.
        out.put_block(self.len());
        if !self.is_empty() {
            let (front, back) = self.as_slices();
            T::encode_items(front, out);
            T::encode_items(back, out);
            if !T::IS_BYTE {
                out.put_block(0);
            }
        }
    }
}

macro_rules! from_vec {
    ($($ty:ty),*) => {
        $(
            impl<'de, T: AvroDecode<'de>> AvroDecode<'de> for $ty {
                fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                    T::decode_vec(input).map(<$ty>::from)
                }

                fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
                    T::decode_vec_resolved(input, plan).map(<$ty>::from)
                }
            }
        )*
    };
}

from_vec!(VecDeque<T>, Box<[T]>, Rc<[T]>, Arc<[T]>);

/// Always an array: a set of `u8` is one of `int`.
macro_rules! set {
    ([$($generics:tt)*], $ty:ty, [$($encode:tt)*], [$($decode:tt)*], $make:expr) => {
        impl<$($generics)*> AvroSchema for $ty
        where
            T: AvroSchema,
        {
            const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::array(T::SCHEMA) });
            const NAME: &'static str = const { &NameBuf::of(&["array_", T::NAME]) }.as_str();
            const FULL_NAME: &'static str = const { &NameBuf::of(&["array_", T::FULL_NAME]) }.as_str();
            const ALLOWED: () = T::ALLOWED;
            const MIN_SIZE: usize = 1;
        }

        impl<$($generics)*> AvroEncode for $ty
        where
            T: AvroEncode,
        {
            fn encode(&self, out: &mut Encoder<'_>) {
                if !self.is_empty() {
                    out.put_block(self.len());
                    self.iter().for_each(|item| item.encode(out));
                }
                out.put_block(0);
            }
        }

        impl<'de, $($generics)*> AvroDecode<'de> for $ty
        where
            T: AvroDecode<'de> + $($decode)*,
            $($encode)*
        {
            fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                let mut items: Self = $make;
                decode_each::<T>(input, |input, count| input.charge::<T>(count), |input, item| {
                    if items.insert(item) { Ok(()) } else { Err(input.out_of_range(DUPLICATE)) }
                })?;
                Ok(items)
            }

            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
                let mut items: Self = $make;
                let insert = |input: &mut Decoder<'de>, item| {
                    if items.insert(item) { Ok(()) } else { Err(input.out_of_range(DUPLICATE)) }
                };
                resolve_each::<T>(input, plan, |input, count| input.charge::<T>(count), insert)?;
                Ok(items)
            }
        }
    };
}

pub(crate) const DUPLICATE: &str = "an item that stands twice in a set";

#[cfg(feature = "indexmap")]
pub(crate) use set;

set!([T, S], HashSet<T, S>, [S: BuildHasher + Default,], [Eq + Hash], HashSet::default());
set!([T], BTreeSet<T>, [], [Ord], BTreeSet::new());

/// Reads an array of `T`, item by item.
#[inline]
pub(crate) fn decode_each<'de, T: AvroDecode<'de>>(
    input: &mut Decoder<'de>,
    mut block: impl FnMut(&mut Decoder<'de>, usize) -> Result<(), DecodeError>,
    mut item: impl FnMut(&mut Decoder<'de>, T) -> Result<(), DecodeError>,
) -> Result<(), DecodeError> {
    input.enter()?;
    let mut index = 0;
    while let Some(count) = input.block(T::MIN_SIZE)? {
        block(input, count)?;
        for _ in 0..count {
            T::decode(input).and_then(|value| item(input, value)).map_err(|error| error.at_index(index))?;
            index += 1;
        }
    }
    input.leave();
    Ok(())
}

/// Reads an array that was written with another schema, item by item.
pub(crate) fn resolve_each<'de, T: AvroDecode<'de>>(
    input: &mut Decoder<'de>,
    plan: PlanRef<'_>,
    mut block: impl FnMut(&mut Decoder<'de>, usize) -> Result<(), DecodeError>,
    mut item: impl FnMut(&mut Decoder<'de>, T) -> Result<(), DecodeError>,
) -> Result<(), DecodeError> {
    let Some(items) = plan.items(input)? else {
        return decode_each(input, block, item);
    };
    input.enter()?;
    let mut index = 0;
    while let Some(count) = input.block(items.min_size())? {
        block(input, count)?;
        for _ in 0..count {
            T::decode_resolved(input, items.plan())
                .and_then(|value| item(input, value))
                .map_err(|error| error.at_index(index))?;
            index += 1;
        }
    }
    input.leave();
    Ok(())
}

pub(crate) fn decode_vec<'de, T: AvroDecode<'de>>(input: &mut Decoder<'de>) -> Result<Vec<T>, DecodeError> {
    input.enter()?;
    let mut items = Vec::new();
    while let Some(count) = input.block(T::MIN_SIZE)? {
        input.presize(&mut items, count)?;
        for _ in 0..count {
            match T::decode(input) {
                Ok(item) => items.push(item),
                Err(error) => return Err(error.at_index(items.len())),
            }
        }
    }
    input.leave();
    Ok(items)
}

pub(crate) fn decode_vec_into<'de, T: AvroDecode<'de>>(
    items: &mut Vec<T>,
    input: &mut Decoder<'de>,
) -> Result<(), DecodeError> {
    input.enter()?;
    let mut index = 0;
    while let Some(count) = input.block(T::MIN_SIZE)? {
        let fresh = count.saturating_sub(items.len() - index);
        input.presize(items, fresh)?;
        for _ in 0..count {
            match items.get_mut(index) {
                Some(item) => item.decode_into(input).map_err(|error| error.at_index(index))?,
                None => items.push(T::decode(input).map_err(|error| error.at_index(index))?),
            }
            index += 1;
        }
    }
    items.truncate(index);
    input.leave();
    Ok(())
}

pub(crate) fn decode_vec_resolved<'de, T: AvroDecode<'de>>(
    input: &mut Decoder<'de>,
    plan: PlanRef<'_>,
) -> Result<Vec<T>, DecodeError> {
    let Some(plans) = plan.items(input)? else {
        return T::decode_vec(input);
    };
    input.enter()?;
    let mut items = Vec::new();
    while let Some(count) = input.block(plans.min_size())? {
        input.presize(&mut items, count)?;
        for _ in 0..count {
            match T::decode_resolved(input, plans.plan()) {
                Ok(item) => items.push(item),
                Err(error) => return Err(error.at_index(items.len())),
            }
        }
    }
    input.leave();
    Ok(items)
}

pub(crate) const LENGTH: &str = "an array of another length";

pub(crate) fn decode_array<'de, T: AvroDecode<'de>, const N: usize>(
    input: &mut Decoder<'de>,
) -> Result<[T; N], DecodeError> {
    let mut items = Vec::with_capacity(N);
    decode_each(
        input,
        |input, count| input.charge::<T>(count),
        |input, item| push_up_to::<T, N>(input, &mut items, item),
    )?;
    items.try_into().map_err(|_| input.out_of_range(LENGTH))
}

pub(crate) fn decode_array_resolved<'de, T: AvroDecode<'de>, const N: usize>(
    input: &mut Decoder<'de>,
    plan: PlanRef<'_>,
) -> Result<[T; N], DecodeError> {
    let mut items = Vec::with_capacity(N);
    let push = |input: &mut Decoder<'de>, item| push_up_to::<T, N>(input, &mut items, item);
    resolve_each(input, plan, |input, count| input.charge::<T>(count), push)?;
    items.try_into().map_err(|_| input.out_of_range(LENGTH))
}

fn push_up_to<T, const N: usize>(input: &mut Decoder<'_>, items: &mut Vec<T>, item: T) -> Result<(), DecodeError> {
    if items.len() == N {
        return Err(input.out_of_range(LENGTH));
    }
    items.push(item);
    Ok(())
}

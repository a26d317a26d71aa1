//! arrayvec: lists of at most so many items.

use ::arrayvec::ArrayVec;
use avro_model::SchemaRef;

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::adapt::Sequence;
use crate::impls::sequence::{decode_each, resolve_each};
use crate::resolve::PlanRef;

const FULL: &str = "more items than the `ArrayVec` has room for";

impl<T: AvroSchema, const N: usize> AvroSchema for ArrayVec<T, N> {
    const SCHEMA: SchemaRef = <[T]>::SCHEMA;
    const NAME: &'static str = <[T]>::NAME;
    const FULL_NAME: &'static str = <[T]>::FULL_NAME;
    const MIN_SIZE: usize = 1;
}

impl<T: AvroEncode, const N: usize> AvroEncode for ArrayVec<T, N> {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        T::encode_slice(self, out);
    }
}

impl<'de, T: AvroDecode<'de>, const N: usize> AvroDecode<'de> for ArrayVec<T, N> {
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        if T::IS_BYTE {
            let items = T::decode_vec(input)?;
            return of_vec(input, items);
        }
        let mut items = ArrayVec::new();
        decode_each(input, |_, _| Ok(()), |input, item| push(input, &mut items, item))?;
        Ok(items)
    }

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        if T::IS_BYTE {
            let items = T::decode_vec_resolved(input, plan)?;
            return of_vec(input, items);
        }
        let mut items = ArrayVec::new();
        resolve_each(input, plan, |_, _| Ok(()), |input: &mut Decoder<'de>, item| push(input, &mut items, item))?;
        Ok(items)
    }
}

fn push<T, const N: usize>(input: &Decoder<'_>, items: &mut ArrayVec<T, N>, item: T) -> Result<(), DecodeError> {
    items.try_push(item).map_err(|_| input.out_of_range(FULL))
}

fn of_vec<T, const N: usize>(input: &Decoder<'_>, items: Vec<T>) -> Result<ArrayVec<T, N>, DecodeError> {
    if items.len() > N { Err(input.out_of_range(FULL)) } else { Ok(items.into_iter().collect()) }
}

impl<T, const N: usize> Sequence for ArrayVec<T, N> {
    type Item = T;

    #[inline]
    fn items(&self) -> impl ExactSizeIterator<Item = &T> {
        self.iter()
    }

    #[inline]
    fn collect(items: Vec<T>, input: &Decoder<'_>) -> Result<Self, DecodeError> {
        of_vec(input, items)
    }
}

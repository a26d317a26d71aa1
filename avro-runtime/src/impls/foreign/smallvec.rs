//! smallvec: lists whose first items stand in the struct itself.

use ::smallvec::{Array, SmallVec};
use avro_model::SchemaRef;

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::adapt::Sequence;
use crate::impls::sequence::{decode_each, resolve_each};
use crate::resolve::PlanRef;

impl<A: Array> AvroSchema for SmallVec<A>
where
    A::Item: AvroSchema,
{
    const SCHEMA: SchemaRef = <[A::Item]>::SCHEMA;
    const NAME: &'static str = <[A::Item]>::NAME;
    const FULL_NAME: &'static str = <[A::Item]>::FULL_NAME;
    const MIN_SIZE: usize = 1;
}

impl<A: Array> AvroEncode for SmallVec<A>
where
    A::Item: AvroEncode,
{
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        A::Item::encode_slice(self, out);
    }
}

impl<'de, A: Array> AvroDecode<'de> for SmallVec<A>
where
    A::Item: AvroDecode<'de>,
{
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        if A::Item::IS_BYTE {
            return A::Item::decode_vec(input).map(SmallVec::from_vec);
        }
        let mut items = SmallVec::new();
        decode_each::<A::Item>(
            input,
            |input, count| input.charge::<A::Item>(count),
            |_, item| {
                items.push(item);
                Ok(())
            },
        )?;
        Ok(items)
    }

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        if A::Item::IS_BYTE {
            return A::Item::decode_vec_resolved(input, plan).map(SmallVec::from_vec);
        }
        let mut items = SmallVec::new();
        let push = |_: &mut Decoder<'de>, item| {
            items.push(item);
            Ok(())
        };
        resolve_each::<A::Item>(input, plan, |input, count| input.charge::<A::Item>(count), push)?;
        Ok(items)
    }
}

impl<A: Array> Sequence for SmallVec<A> {
    type Item = A::Item;

    #[inline]
    fn items(&self) -> impl ExactSizeIterator<Item = &A::Item> {
        self.iter()
    }

    #[inline]
    fn collect(items: Vec<A::Item>, _input: &Decoder<'_>) -> Result<Self, DecodeError> {
        Ok(SmallVec::from_vec(items))
    }
}

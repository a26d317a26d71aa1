//! Types that are written as another type: `#[avro(via = Type)]` and `#[avro(with = module)]`.

use std::error::Error;
use std::marker::PhantomData;

use avro_model::{Child, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::{DecodeError, EncodeError};
use crate::resolve::PlanRef;

/// Why a conversion failed.
pub type Refusal = Box<dyn Error + Send + Sync>;

/// How a `T` becomes the type that stands for it in Avro, and back.
#[allow(missing_docs)]
pub trait Convert<T> {
    type Avro;

    fn to_avro(value: &T) -> Result<Self::Avro, Refusal>;

    fn from_avro(avro: Self::Avro) -> Result<T, Refusal>;
}

/// `via = V`: through `From` or `TryFrom`, both ways.
#[derive(Debug)]
pub struct Via<V>(PhantomData<V>);

impl<T, V> Convert<T> for Via<V>
where
    T: Clone + TryFrom<V, Error: Into<Refusal>>,
    V: TryFrom<T, Error: Into<Refusal>>,
{
    type Avro = V;

    #[inline]
    fn to_avro(value: &T) -> Result<V, Refusal> {
        V::try_from(value.clone()).map_err(Into::into)
    }

    #[inline]
    fn from_avro(avro: V) -> Result<T, Refusal> {
        T::try_from(avro).map_err(Into::into)
    }
}

/// The form of the type that `C` converts to.
#[derive(Debug)]
pub struct With<C>(PhantomData<C>);

impl<T, C: Convert<T, Avro: AvroSchema>> SchemaAs<T> for With<C> {
    const SCHEMA: SchemaRef = <C::Avro as AvroSchema>::SCHEMA;
    const FIELD_DEFAULT: Option<&'static str> = <C::Avro as AvroSchema>::FIELD_DEFAULT;
    const UNION: Option<&'static [Child]> = <C::Avro as AvroSchema>::UNION;
    const OTHER: bool = <C::Avro as AvroSchema>::OTHER;
    const NULLABLE: bool = <C::Avro as AvroSchema>::NULLABLE;
    const MIN_SIZE: usize = <C::Avro as AvroSchema>::MIN_SIZE;
}

impl<T, C: Convert<T, Avro: AvroEncode>> EncodeAs<T> for With<C> {
    #[inline]
    fn encode(value: &T, out: &mut Encoder<'_>) {
        match C::to_avro(value) {
            Ok(avro) => avro.encode(out),
            Err(refusal) => out.fail(EncodeError::with_source(REFUSED, refusal)),
        }
    }

    #[inline]
    fn encode_branch(value: &T, offset: usize, out: &mut Encoder<'_>) {
        match C::to_avro(value) {
            Ok(avro) => avro.encode_branch(offset, out),
            Err(refusal) => out.fail(EncodeError::with_source(REFUSED, refusal)),
        }
    }
}

const REFUSED: &str = "a value that its conversion refuses";

impl<'de, T, C: Convert<T, Avro: AvroDecode<'de>>> DecodeAs<'de, T> for With<C> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        let avro = C::Avro::decode(input)?;
        C::from_avro(avro).map_err(|refusal| input.refused(refusal))
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<T, DecodeError> {
        let avro = C::Avro::decode_resolved(input, plan)?;
        C::from_avro(avro).map_err(|refusal| input.refused(refusal))
    }

    #[inline]
    fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        let avro = C::Avro::decode_branch(index, input)?;
        C::from_avro(avro).map_err(|refusal| input.refused(refusal))
    }

    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<T, DecodeError> {
        let avro = C::Avro::decode_branch_resolved(index, input, plan)?;
        C::from_avro(avro).map_err(|refusal| input.refused(refusal))
    }
}

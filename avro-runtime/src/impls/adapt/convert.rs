//! Types that are written as another type: `#[avro(via = Type)]` and `#[avro(with = module)]`.

use std::error::Error;
use std::marker::PhantomData;

use super::{DecodeAs, EncodeAs, SchemaAs};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::{DecodeError, EncodeError};
use crate::impls::through::{read_through, same_form};
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
    same_form!(<C::Avro as AvroSchema>);
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
    read_through!(T, of[C::Avro], |input| {}, |avro| C::from_avro(avro).map_err(|refusal| input.refused(refusal)));
}

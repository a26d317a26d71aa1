//! Fixed types that a field's attributes name.

use std::marker::PhantomData;

use avro_model::{Name, Schema, SchemaRef};

use super::{DecodeAs, EncodeAs, SchemaAs, settled};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::error::DecodeError;
use crate::resolve::PlanRef;

/// What a fixed is called; a derive declares a type for each name that a field states.
#[allow(missing_docs)]
pub trait FixedName {
    const NAME: Name;
}

/// `[u8; N]` as a fixed with the name `F`.
#[derive(Debug)]
pub struct NamedBytes<F>(PhantomData<F>);

impl<F: FixedName, const N: usize> SchemaAs<[u8; N]> for NamedBytes<F> {
    const SCHEMA: SchemaRef = SchemaRef::new(const { &Schema::fixed(F::NAME, None, N as u32) });
    const MIN_SIZE: usize = N;
}

impl<F: FixedName, const N: usize> EncodeAs<[u8; N]> for NamedBytes<F> {
    #[inline]
    fn encode(value: &[u8; N], out: &mut Encoder<'_>) {
        value.encode(out);
    }
}

impl<'de, F: FixedName, const N: usize> DecodeAs<'de, [u8; N]> for NamedBytes<F> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<[u8; N], DecodeError> {
        <[u8; N]>::decode(input)
    }
    settled!([u8; N]);
}

/// A UUID as a fixed of 16 bytes with the name `F`.
#[derive(Debug)]
pub struct UuidFixed<F>(PhantomData<F>);

/// What a fixed is called whose field does not name it.
#[derive(Debug)]
pub struct Unnamed;

impl FixedName for Unnamed {
    const NAME: Name = Name::new("avro_runtime.Uuid", &[], false);
}

//! Borrowed bytes, and Rust arrays (`fixed` for bytes). Owned bytes are sequences of `u8`: see [`super::sequence`].

use avro_model::{Name, Schema, SchemaRef};

use super::BYTES;
use super::primitive::settled;
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::private::NameBuf;
use crate::resolve::PlanRef;

/// Borrowed from the data.
impl<'de: 'a, 'a> AvroDecode<'de> for &'a [u8] {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        input.bytes()
    }
    settled!();
}

pub(crate) const BYTES_REF: SchemaRef = SchemaRef::new(&BYTES);

impl<T: AvroSchema, const N: usize> AvroSchema for [T; N] {
    const SCHEMA: SchemaRef = if T::IS_BYTE {
        SchemaRef::new(const { &Schema::fixed(Name::new(FixedName::<N>::FULL.as_str(), &[], false), None, N as u32) })
    } else {
        SchemaRef::new(const { &Schema::array(T::SCHEMA) })
    };
    const NAME: &'static str = if T::IS_BYTE {
        FixedName::<N>::FULL.as_str().split_at("avro_runtime.".len()).1
    } else {
        const { &NameBuf::of(&["array_", T::NAME]) }.as_str()
    };
    const FULL_NAME: &'static str = if T::IS_BYTE {
        const { &NameBuf::of(&["avro_runtime_Fixed"]).push_number(N) }.as_str()
    } else {
        const { &NameBuf::of(&["array_", T::FULL_NAME]) }.as_str()
    };
    const MIN_SIZE: usize = if T::IS_BYTE { N } else { 1 };
}

/// The name of the `fixed` that `[u8; N]` is.
struct FixedName<const N: usize>;

impl<const N: usize> FixedName<N> {
    const FULL: &'static NameBuf = {
        assert!(N <= i32::MAX as usize, "a fixed has at most 2,147,483,647 bytes");
        &NameBuf::of(&["avro_runtime.Fixed"]).push_number(N)
    };
}

impl<T: AvroEncode, const N: usize> AvroEncode for [T; N] {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        T::encode_array(self, out);
    }
}

impl<'de, T: AvroDecode<'de>, const N: usize> AvroDecode<'de> for [T; N] {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        T::decode_array(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        T::decode_array_resolved(input, plan)
    }
}

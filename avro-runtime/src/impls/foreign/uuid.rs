//! uuid: a string, or a fixed of 16 bytes.

use ::uuid::Uuid;
use avro_model::{Schema, SchemaRef};

use crate::codec::{Decoder, Encoder};
use crate::error::DecodeError;
use crate::impls::adapt::{self, DecodeAs, EncodeAs, FixedName, SchemaAs, UuidFixed, by_default, settled};
use crate::impls::prop;
use crate::resolve::PlanRef;

by_default!([] Uuid, adapt::Uuid, "string");

impl SchemaAs<Uuid> for adapt::Uuid {
    const SCHEMA: SchemaRef = <Self as SchemaAs<String>>::SCHEMA;
    const MIN_SIZE: usize = 1;
}

impl EncodeAs<Uuid> for adapt::Uuid {
    #[inline]
    fn encode(value: &Uuid, out: &mut Encoder<'_>) {
        out.put_str(value.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()));
    }
}

impl<'de> DecodeAs<'de, Uuid> for adapt::Uuid {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Uuid, DecodeError> {
        Uuid::try_parse(input.string()?).map_err(|_| input.out_of_range("a string that is no UUID"))
    }
    settled!(Uuid);
}

impl<F: FixedName> SchemaAs<Uuid> for UuidFixed<F> {
    const SCHEMA: SchemaRef = SchemaRef::new(
        const { &Schema::fixed(F::NAME, None, 16).with_props(const { &[prop("logicalType", "\"uuid\"")] }) },
    );
    const MIN_SIZE: usize = 16;
}

impl<F: FixedName> EncodeAs<Uuid> for UuidFixed<F> {
    #[inline]
    fn encode(value: &Uuid, out: &mut Encoder<'_>) {
        out.put_raw(value.as_bytes());
    }
}

impl<'de, F: FixedName> DecodeAs<'de, Uuid> for UuidFixed<F> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Uuid, DecodeError> {
        Ok(Uuid::from_bytes(*input.array()?))
    }
    settled!(Uuid);
}

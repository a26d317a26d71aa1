//! bytes and bytestring: shared with the data where that is shared itself, see [`Decoder::of_shared`].

use ::bytes::Bytes;
use ::bytestring::ByteString;
use avro_model::SchemaRef;

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::primitive::settled;
use crate::impls::{BYTES, MapKey, ReadMapKey, STRING};
use crate::resolve::PlanRef;

impl AvroSchema for Bytes {
    const SCHEMA: SchemaRef = SchemaRef::new(&BYTES);
    const NAME: &'static str = "bytes";
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for Bytes {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_bytes(self);
    }
}

impl<'de> AvroDecode<'de> for Bytes {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        let bytes = input.bytes()?;
        Ok(input.share(bytes))
    }
    settled!();
}

impl AvroSchema for ByteString {
    const SCHEMA: SchemaRef = SchemaRef::new(&STRING);
    const NAME: &'static str = "string";
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for ByteString {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_str(self);
    }
}

impl<'de> AvroDecode<'de> for ByteString {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        let bytes = input.bytes()?;
        ByteString::try_from(input.share(bytes)).map_err(|_| input.malformed("a string that is not UTF-8"))
    }
    settled!();
}

impl MapKey for ByteString {
    #[inline]
    fn as_key(&self) -> &str {
        self
    }
}

impl<'de> ReadMapKey<'de> for ByteString {
    #[inline]
    fn from_key(key: &'de str) -> Self {
        key.into()
    }
}

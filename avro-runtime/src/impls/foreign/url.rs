//! url: a string, in the canonical text of the URL standard.

use ::url::Url;
use avro_model::SchemaRef;

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::STRING;
use crate::impls::primitive::settled;
use crate::resolve::PlanRef;

impl AvroSchema for Url {
    const SCHEMA: SchemaRef = SchemaRef::new(&STRING);
    const NAME: &'static str = "string";
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for Url {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_str(self.as_str());
    }
}

impl<'de> AvroDecode<'de> for Url {
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        Url::parse(input.string()?).map_err(|_| input.out_of_range("a string that is no URL"))
    }
    settled!();
}

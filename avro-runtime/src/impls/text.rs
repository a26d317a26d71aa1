//! Strings, and what is written as its text.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::rc::Rc;
use std::sync::Arc;

use avro_model::SchemaRef;

use super::STRING;
use super::primitive::settled;
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder, fill};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::resolve::PlanRef;

impl AvroSchema for str {
    const SCHEMA: SchemaRef = SchemaRef::new(&STRING);
    const NAME: &'static str = "string";
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for str {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_str(self);
    }
}

impl AvroSchema for String {
    const SCHEMA: SchemaRef = SchemaRef::new(&STRING);
    const NAME: &'static str = "string";
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for String {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_str(self);
    }
}

impl<'de> AvroDecode<'de> for String {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        input.string().map(str::to_owned)
    }
    settled!();

    // The trait's own, compiled once here, with the text read in place: a call less for each string of a record.
    fn decode_optional_field(field: &mut Option<Self>, input: &mut Decoder<'de>) -> bool {
        let read = match input.branch(2) {
            Ok(0) => Ok(None),
            Ok(_) => input.text().map(|text| Some(text.to_owned())),
            Err(error) => Err(error),
        };
        fill(field, input, read)
    }

    #[inline]
    fn decode_into(&mut self, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
        let text = input.string()?;
        self.clear();
        self.push_str(text);
        Ok(())
    }
}

impl<'de: 'a, 'a> AvroDecode<'de> for &'a str {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        input.string()
    }
    settled!();
}

macro_rules! owned_text {
    ($($ty:ty),*) => {
        $(
            impl<'de> AvroDecode<'de> for $ty {
                fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                    input.string().map(<$ty>::from)
                }
                settled!();
            }
        )*
    };
}

owned_text!(Box<str>, Rc<str>, Arc<str>);

macro_rules! displayed {
    ($($ty:ty, $error:literal);*) => {
        $(
            impl AvroSchema for $ty {
                const SCHEMA: SchemaRef = SchemaRef::new(&STRING);
                const NAME: &'static str = "string";
                const MIN_SIZE: usize = 1;
            }

            impl AvroEncode for $ty {
                fn encode(&self, out: &mut Encoder<'_>) {
                    out.put_str(&self.to_string());
                }
            }

            impl<'de> AvroDecode<'de> for $ty {
                fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                    input.string()?.parse().map_err(|_| input.out_of_range($error))
                }
                settled!();
            }
        )*
    };
}

displayed!(
    IpAddr, "a string that is no IP address";
    Ipv4Addr, "a string that is no IPv4 address";
    Ipv6Addr, "a string that is no IPv6 address"
);

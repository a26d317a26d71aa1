//! `bool`, numbers, `char`, `()` and what is written like them.

use std::num::{NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32};

use avro_model::SchemaRef;

use super::{BOOLEAN, DOUBLE, FLOAT, INT, LONG, NULL, STRING};
use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder, fill, put};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::resolve::PlanRef;

macro_rules! described {
    ($ty:ty, $node:ident, $name:literal, $min:literal) => {
        impl AvroSchema for $ty {
            const SCHEMA: SchemaRef = SchemaRef::new(&$node);
            const NAME: &'static str = $name;
            const MIN_SIZE: usize = $min;
        }
    };
}

/// Reading from other data where the bytes are the same once the writer's unions are read.
macro_rules! settled {
    () => {
        #[inline]
        fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
            plan.settle(input)?;
            Self::decode(input)
        }
    };
}
pub(crate) use settled;

/// A record's field is read by functions of this crate, not by instances of the trait's own in each crate that has such fields.
macro_rules! fields {
    () => {
        fn decode_field(field: &mut Option<Self>, input: &mut Decoder<'de>) -> bool {
            let read = Self::decode(input);
            put(field, input, read)
        }

        fn decode_optional_field(field: &mut Option<Self>, input: &mut Decoder<'de>) -> bool {
            let read = Option::decode(input);
            fill(field, input, read)
        }
    };
}

described!(bool, BOOLEAN, "boolean", 1);

impl AvroEncode for bool {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_bool(*self);
    }

    fn encode_optional(value: &Option<Self>, out: &mut Encoder<'_>) {
        out.put_optional(value.map(|value| [value as u8]));
    }
}

impl<'de> AvroDecode<'de> for bool {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        input.boolean()
    }
    settled!();
    fields!();
}

macro_rules! integer {
    ($ty:ty, $put:ident, $get:ident, $node:ident, $name:literal, $error:literal) => {
        described!($ty, $node, $name, 1);

        impl AvroEncode for $ty {
            #[inline]
            fn encode(&self, out: &mut Encoder<'_>) {
                out.$put((*self).into());
            }
        }

        impl<'de> AvroDecode<'de> for $ty {
            #[inline]
            fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                <$ty>::try_from(input.$get()?).map_err(|_| input.out_of_range($error))
            }
            settled!();
            fields!();
        }
    };
}

integer!(i8, put_int, int, INT, "int", "an int that is no i8");
integer!(i16, put_int, int, INT, "int", "an int that is no i16");
integer!(u16, put_int, int, INT, "int", "an int that is no u16");
integer!(u32, put_long, long, LONG, "long", "a long that is no u32");

described!(i32, INT, "int", 1);

impl AvroEncode for i32 {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_int(*self);
    }

    fn encode_optional(value: &Option<Self>, out: &mut Encoder<'_>) {
        out.put_optional_long(value.map(i64::from));
    }
}

impl<'de> AvroDecode<'de> for i32 {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        input.int()
    }
    settled!();
    fields!();
}

described!(i64, LONG, "long", 1);

impl AvroEncode for i64 {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_long(*self);
    }

    fn encode_optional(value: &Option<Self>, out: &mut Encoder<'_>) {
        out.put_optional_long(*value);
    }
}

impl<'de> AvroDecode<'de> for i64 {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        input.long()
    }
    settled!();
    fields!();
}

described!(isize, LONG, "long", 1);

impl AvroEncode for isize {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        // No target has pointers of more than 64 bits.
        out.put_long(*self as i64);
    }
}

impl<'de> AvroDecode<'de> for isize {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        isize::try_from(input.long()?).map_err(|_| input.out_of_range("a long that is no isize"))
    }
    settled!();
}

/// `int` alone; a sequence of it is `bytes`, an array of it `fixed`.
impl AvroSchema for u8 {
    const SCHEMA: SchemaRef = SchemaRef::new(&INT);
    const NAME: &'static str = "int";
    const IS_BYTE: bool = true;
    const MIN_SIZE: usize = 1;
}

impl AvroEncode for u8 {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_int(*self as i32);
    }

    #[inline]
    fn encode_slice(items: &[u8], out: &mut Encoder<'_>) {
        out.put_bytes(items);
    }

    #[inline]
    fn encode_items(items: &[u8], out: &mut Encoder<'_>) {
        out.put_raw(items);
    }

    #[inline]
    fn encode_array<const N: usize>(items: &[u8; N], out: &mut Encoder<'_>) {
        out.put_raw(items);
    }
}

impl<'de> AvroDecode<'de> for u8 {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        u8::try_from(input.int()?).map_err(|_| input.out_of_range("an int that is no u8"))
    }
    settled!();

    #[inline]
    fn decode_vec(input: &mut Decoder<'de>) -> Result<Vec<u8>, DecodeError> {
        Ok(input.bytes()?.to_vec())
    }

    fn decode_vec_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Vec<u8>, DecodeError> {
        plan.settle(input)?;
        Self::decode_vec(input)
    }

    fn decode_vec_into(items: &mut Vec<u8>, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
        let bytes = input.bytes()?;
        items.clear();
        items.extend_from_slice(bytes);
        Ok(())
    }

    #[inline]
    fn decode_array<const N: usize>(input: &mut Decoder<'de>) -> Result<[u8; N], DecodeError> {
        input.array().copied()
    }

    fn decode_array_resolved<const N: usize>(
        input: &mut Decoder<'de>,
        plan: PlanRef<'_>,
    ) -> Result<[u8; N], DecodeError> {
        plan.settle(input)?;
        Self::decode_array(input)
    }
}

macro_rules! float {
    ($ty:ty, $bits:ty, $put:ident, $put_all:ident, $get:ident, $node:ident, $name:literal, $size:literal) => {
        described!($ty, $node, $name, $size);

        impl AvroEncode for $ty {
            #[inline]
            fn encode(&self, out: &mut Encoder<'_>) {
                out.$put(*self);
            }

            fn encode_optional(value: &Option<Self>, out: &mut Encoder<'_>) {
                out.put_optional(value.map(|value| value.to_bits().to_le_bytes()));
            }

            #[inline]
            fn encode_items(items: &[$ty], out: &mut Encoder<'_>) {
                out.$put_all(items);
            }
        }

        impl<'de> AvroDecode<'de> for $ty {
            #[inline]
            fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                input.$get()
            }

            #[inline]
            fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
                plan.$get(input)
            }
            fields!();

            fn decode_vec(input: &mut Decoder<'de>) -> Result<Vec<$ty>, DecodeError> {
                let mut items = Vec::new();
                Self::decode_vec_into(&mut items, input)?;
                Ok(items)
            }

            fn decode_vec_into(items: &mut Vec<$ty>, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
                items.clear();
                while let Some(count) = input.block($size)? {
                    input.charge::<$ty>(count)?;
                    // No overflow: `block` has compared the product with the bytes left.
                    let (chunks, _) = input.raw(count * $size)?.as_chunks::<$size>();
                    items.extend(chunks.iter().map(|bytes| <$ty>::from_bits(<$bits>::from_le_bytes(*bytes))));
                }
                Ok(())
            }
        }
    };
}

float!(f32, u32, put_float, put_floats, float, FLOAT, "float", 4);
float!(f64, u64, put_double, put_doubles, double, DOUBLE, "double", 8);

described!(char, STRING, "string", 1);

impl AvroEncode for char {
    fn encode(&self, out: &mut Encoder<'_>) {
        out.put_str(self.encode_utf8(&mut [0; 4]));
    }
}

impl<'de> AvroDecode<'de> for char {
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        let mut chars = input.string()?.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => Err(input.out_of_range("a string that is not exactly one character")),
        }
    }
    settled!();
}

impl AvroSchema for () {
    const SCHEMA: SchemaRef = SchemaRef::new(&NULL);
    const NAME: &'static str = "null";
    const NULLABLE: bool = true;
    const MIN_SIZE: usize = 0;
}

impl AvroEncode for () {
    #[inline]
    fn encode(&self, _out: &mut Encoder<'_>) {}
}

impl<'de> AvroDecode<'de> for () {
    #[inline]
    fn decode(_input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        Ok(())
    }
    settled!();
}

macro_rules! non_zero {
    ($($ty:ty: $base:ty),*) => {
        $(
            impl AvroSchema for $ty {
                const SCHEMA: SchemaRef = <$base as AvroSchema>::SCHEMA;
                const NAME: &'static str = <$base as AvroSchema>::NAME;
                const MIN_SIZE: usize = <$base as AvroSchema>::MIN_SIZE;
            }

            impl AvroEncode for $ty {
                #[inline]
                fn encode(&self, out: &mut Encoder<'_>) {
                    self.get().encode(out);
                }
            }

            impl<'de> AvroDecode<'de> for $ty {
                #[inline]
                fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                    <$ty>::new(<$base>::decode(input)?).ok_or_else(|| input.out_of_range("zero, where zero is excluded"))
                }
                settled!();
            }
        )*
    };
}

non_zero!(
    NonZeroI8: i8, NonZeroI16: i16, NonZeroI32: i32, NonZeroI64: i64, NonZeroIsize: isize,
    NonZeroU8: u8, NonZeroU16: u16, NonZeroU32: u32
);

//! References and smart pointers: the schema of what they point to.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::through::{read_through, same_form};
use crate::resolve::PlanRef;

macro_rules! pointer {
    ([$($generics:tt)*], $ty:ty, [$($bound:tt)*]) => {
        impl<$($generics)* T: ?Sized + AvroSchema $($bound)*> AvroSchema for $ty {
            same_form!(T);
            const NAME: &'static str = T::NAME;
            const FULL_NAME: &'static str = T::FULL_NAME;
            const ALLOWED: () = T::ALLOWED;
        }

        impl<$($generics)* T: ?Sized + AvroEncode $($bound)*> AvroEncode for $ty {
            #[inline]
            fn encode(&self, out: &mut Encoder<'_>) {
                (**self).encode(out);
            }

            #[inline]
            fn encode_branch(&self, offset: usize, out: &mut Encoder<'_>) {
                (**self).encode_branch(offset, out);
            }
        }
    };
}

pointer!(['a,], &'a T, []);
pointer!([], Box<T>, []);
pointer!([], Rc<T>, []);
pointer!([], Arc<T>, []);
pointer!(['a,], Cow<'a, T>, [+ ToOwned]);

macro_rules! owned {
    ($($ty:ident),*) => {
        $(
            impl<'de, T: AvroDecode<'de>> AvroDecode<'de> for $ty<T> {
                read_through!(nested $ty<T>, of [T], |value| $ty::new(value));
            }
        )*
    };
}

owned!(Box, Rc, Arc);

/// What `Cow` of this type reads: texts and bytes are borrowed from the data, everything else is owned.
#[doc(hidden)]
pub trait ReadCow<'de>: ToOwned {
    fn decode(input: &mut Decoder<'de>) -> Result<Cow<'de, Self>, DecodeError>;
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Cow<'de, Self>, DecodeError>;
    fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<Cow<'de, Self>, DecodeError>;
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<Cow<'de, Self>, DecodeError>;
}

macro_rules! borrowed {
    ($($ty:ty),*) => {
        $(
            impl<'de> ReadCow<'de> for $ty {
                #[inline]
                fn decode(input: &mut Decoder<'de>) -> Result<Cow<'de, Self>, DecodeError> {
                    <&'de $ty as AvroDecode>::decode(input).map(Cow::Borrowed)
                }

                #[inline]
                fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Cow<'de, Self>, DecodeError> {
                    <&'de $ty as AvroDecode>::decode_resolved(input, plan).map(Cow::Borrowed)
                }

                #[inline]
                fn decode_branch(_index: usize, input: &mut Decoder<'de>) -> Result<Cow<'de, Self>, DecodeError> {
                    <&'de $ty as AvroDecode>::decode(input).map(Cow::Borrowed)
                }

                #[inline]
                fn decode_branch_resolved(
                    index: usize,
                    input: &mut Decoder<'de>,
                    plan: Option<PlanRef<'_>>,
                ) -> Result<Cow<'de, Self>, DecodeError> {
                    <&'de $ty as AvroDecode>::decode_branch_resolved(index, input, plan).map(Cow::Borrowed)
                }
            }
        )*
    };
}

borrowed!(str, [u8]);

impl<'de, T: Clone + AvroDecode<'de>> ReadCow<'de> for T {
    read_through!(Cow<'de, Self>, of [<T as AvroDecode>], |input| {}, |value| Ok(Cow::Owned(value)));
}

impl<'de: 'a, 'a, T: ?Sized + AvroSchema + ReadCow<'de> + 'de> AvroDecode<'de> for Cow<'a, T> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        <T as ReadCow>::decode(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        <T as ReadCow>::decode_resolved(input, plan)
    }

    #[inline]
    fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        <T as ReadCow>::decode_branch(index, input)
    }

    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<Self, DecodeError> {
        <T as ReadCow>::decode_branch_resolved(index, input, plan)
    }
}

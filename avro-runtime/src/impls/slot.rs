//! What a record's fields are read into, until all are read and the record is made of them.
//!
//! A field has a value from the start where its type has one that is empty, for which nothing is allocated: `0`, `String::new()`,
//! `None`. Any other is an `Option` until it is read. The fewer of these a record has, the less the compiler has to write down.

use core::marker::PhantomData;

use crate::codec::{AvroDecode, Decoder, fill};
use crate::generated::present;

macro_rules! scalars {
    ($($ty:ident)*) => {
        $(
            /// Reads a field that is written so; false where `input` has the error. Called as its type is: there is no trait to
            /// be looked up for each field.
            pub fn $ty(value: &mut $ty, input: &mut Decoder<'_>) -> bool {
                let read = <$ty as AvroDecode<'_>>::decode(input);
                fill(value, input, read)
            }
        )*
    };
}

scalars!(bool i8 i16 i32 i64 u16 u32 f32 f64);

/// The slot of a field whose type looks like `String`, `Vec<..>` or `Option<..>`. Whether it is that one the compiler knows: of
/// std's own it takes the functions that are here, of any other type by such a name those of [`Any`].
pub struct Of<T>(PhantomData<T>);

impl Of<String> {
    /// What is there before the field is read.
    pub const EMPTY: String = String::new();

    /// Reads the field; false where `input` has the error.
    pub fn read(value: &mut String, input: &mut Decoder<'_>) -> bool {
        let read = input.text().map(str::to_owned);
        fill(value, input, read)
    }

    /// The field's value, once it is read.
    #[inline(always)]
    pub fn take(value: String) -> String {
        value
    }
}

impl<T> Of<Vec<T>> {
    /// What is there before the field is read.
    pub const EMPTY: Vec<T> = Vec::new();

    /// Reads the field; false where `input` has the error.
    #[inline(never)]
    pub fn read<'de>(value: &mut Vec<T>, input: &mut Decoder<'de>) -> bool
    where
        T: AvroDecode<'de>,
    {
        let read = T::decode_vec(input);
        fill(value, input, read)
    }

    /// The field's value, once it is read.
    #[inline(always)]
    pub fn take(value: Vec<T>) -> Vec<T> {
        value
    }
}

impl<T> Of<Option<T>> {
    /// What is there before the field is read.
    pub const EMPTY: Option<T> = None;

    /// Reads the field; false where `input` has the error.
    #[inline]
    pub fn read<'de>(value: &mut Option<T>, input: &mut Decoder<'de>) -> bool
    where
        T: AvroDecode<'de>,
    {
        T::decode_optional_field(value, input)
    }

    /// The field's value, once it is read.
    #[inline(always)]
    pub fn take(value: Option<T>) -> Option<T> {
        value
    }
}

/// The slot of a type that is not std's, whatever it is called.
pub trait Any<'de> {
    /// The field's type.
    type Value: AvroDecode<'de>;

    /// What is there before the field is read.
    const EMPTY: Option<Self::Value> = None;

    /// Reads the field; false where `input` has the error.
    #[inline]
    fn read(value: &mut Option<Self::Value>, input: &mut Decoder<'de>) -> bool {
        Self::Value::decode_field(value, input)
    }

    /// The field's value, once it is read.
    #[inline(always)]
    fn take(value: Option<Self::Value>) -> Self::Value {
        present(value)
    }
}

impl<'de, T: AvroDecode<'de>> Any<'de> for Of<T> {
    type Value = T;
}

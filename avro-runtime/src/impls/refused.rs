//! Std's types that have no Avro form of their own, so that the compiler says what to write wherever they turn up: behind an
//! alias, in a generic type's argument, in a list.
//!
//! Each implementation asks for a trait that nothing implements, whose message is the advice. The bound names a lifetime
//! because the compiler refuses one that it sees at once to be false, and is on [`Avro`] because of a bound on the type itself
//! it would tell the message of the implemented trait.

use std::cell::{Cell, OnceCell, RefCell};
use std::cmp::Ordering;
use std::collections::{BinaryHeap, LinkedList};
use std::ffi::{CStr, CString, OsStr, OsString};
use std::net::{SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZeroI128, NonZeroU64, NonZeroU128, NonZeroUsize, Saturating, Wrapping};
use std::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
    AtomicUsize,
};
use std::sync::{LazyLock, Mutex, OnceLock, RwLock};
use std::time::{Duration, Instant};

use avro_model::SchemaRef;

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::generated::STUB;
use crate::resolve::PlanRef;

/// What has the forms that the refused types do not have.
#[derive(Debug)]
pub struct Avro;

macro_rules! refused {
    ($doc:literal, $trait:ident, $message:literal, $label:literal, [$($note:literal),*]: $([$($generics:tt)*] $ty:ty, $decode:tt);* $(;)?) => {
        #[doc = $doc]
        #[diagnostic::on_unimplemented(message = $message, label = $label, $(note = $note),*)]
        pub trait $trait<'a, T: ?Sized> {}

        $(
            impl<$($generics)*> AvroSchema for $ty
            where
                for<'a> Avro: $trait<'a, Self>,
            {
                const SCHEMA: SchemaRef = STUB;
                const NAME: &'static str = "";
                const MIN_SIZE: usize = 1;
            }

            impl<$($generics)*> AvroEncode for $ty
            where
                for<'a> Avro: $trait<'a, Self>,
            {
                fn encode(&self, _: &mut Encoder<'_>) {}
            }

            refused!(@$decode [$($generics)*] $ty, $trait);
        )*
    };
    (@sized [$($generics:tt)*] $ty:ty, $trait:ident) => {
        impl<'de, $($generics)*> AvroDecode<'de> for $ty
        where
            for<'a> Avro: $trait<'a, Self>,
        {
            fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
                Err(input.out_of_range("a type without an Avro form"))
            }

            fn decode_resolved(input: &mut Decoder<'de>, _: PlanRef<'_>) -> Result<Self, DecodeError> {
                Self::decode(input)
            }
        }
    };
    (@borrowed [$($generics:tt)*] $ty:ty, $trait:ident) => {};
}

refused! {
    "An integer that is within what a `long` holds.", WithinLong,
    "`{T}` has values that Avro's `long` cannot hold",
    "choose a form: `#[avro(as = \"long\")]`, `#[avro(as = \"string\")]` or `#[avro(as = \"fixed\")]`",
    [
        "with `as = \"long\"` writing a value above i64::MAX is an error",
        "the attribute stands on the field and reaches through `Option`, lists, maps and pointers; elsewhere wrap the integer: `struct Count(#[avro(as = \"long\")] u64);`"
    ]:
    [] u64, sized; [] usize, sized; [] NonZeroU64, sized; [] NonZeroUsize, sized;
}

refused! {
    "An integer that some number of Avro holds.", WithinNumbers,
    "`{T}` has values that no number of Avro can hold",
    "choose a form: `#[avro(as = \"string\")]` or `#[avro(as = \"fixed\")]`",
    ["the attribute stands on the field and reaches through `Option`, lists, maps and pointers; elsewhere wrap the integer: `struct Big(#[avro(as = \"fixed\")] u128);`"]:
    [] i128, sized; [] u128, sized; [] NonZeroI128, sized; [] NonZeroU128, sized;
}

refused! {
    "A duration whose unit is known.", WithUnit,
    "`{T}` has no unit in Avro",
    "choose one: `#[avro(as = \"long\", unit = \"ms\")]`, or \"s\", \"us\", \"ns\"",
    ["it is written as a long with the property `unit`; Avro's own `duration` is `avro_runtime::Duration`"]:
    [] Duration, sized;
}

refused! {
    "A text of the system that is always Unicode.", AlwaysText,
    "`{T}` is not always text, so it is no Avro string",
    "write a `String`, or choose a conversion: `#[avro(with = module)]`",
    []:
    [] PathBuf, sized; [] OsString, sized; [] CString, sized; [] Path, borrowed; [] OsStr, borrowed; [] CStr, borrowed;
}

refused! {
    "A time that means something in another process.", Absolute,
    "`{T}` means nothing outside of this process",
    "write a `SystemTime`, or leave the field out of the schema: `#[avro(skip)]`",
    []:
    [] Instant, sized;
}

refused! {
    "A group of values whose parts have names.", NamedParts,
    "`{T}` has no name and its parts have none, so Avro has no form for it",
    "derive `AvroSchema` on a struct and use that",
    []:
    [A, B] (A, B), sized;
    [A, B, C] (A, B, C), sized;
    [A, B, C, D] (A, B, C, D), sized;
}

refused! {
    "A value, and no place for one.", ValueAlone,
    "`{T}` is a place that holds a value, and data has values alone",
    "write the type of the value, or leave the field out of the schema: `#[avro(skip)]`",
    ["or write functions that take the value out and put it back: `#[avro(with = module)]`"]:
    [U] Mutex<U>, sized; [U] RwLock<U>, sized; [U] Cell<U>, sized; [U] RefCell<U>, sized;
    [U] OnceCell<U>, sized; [U] OnceLock<U>, sized; [U] LazyLock<U>, sized;
    [] AtomicBool, sized; [] AtomicI8, sized; [] AtomicI16, sized; [] AtomicI32, sized; [] AtomicI64, sized; [] AtomicIsize, sized;
    [] AtomicU8, sized; [] AtomicU16, sized; [] AtomicU32, sized; [] AtomicU64, sized; [] AtomicUsize, sized;
}

refused! {
    "A type whose parts are named by its schema.", OwnParts,
    "`{T}` is of the standard library, and Avro has no form for it",
    "derive `AvroSchema` on a struct or an enum with the same parts and use that",
    ["or write the field as such a type: `#[avro(via = Type)]`"]:
    [U] Range<U>, sized; [U] RangeInclusive<U>, sized; [U] RangeFrom<U>, sized; [U] RangeTo<U>, sized; [U] Bound<U>, sized;
    [U, E] Result<U, E>, sized; [] Ordering, sized;
}

refused! {
    "A list whose order is that of the data.", AsList,
    "`{T}` is no list that Avro data is read into",
    "write a `Vec` or a `VecDeque`",
    ["or write functions that convert it: `#[avro(with = module)]`"]:
    [U] LinkedList<U>, sized; [U] BinaryHeap<U>, sized;
}

refused! {
    "A type whose text is chosen.", AsText,
    "`{T}` has no form in Avro unless the field says which",
    "write it as its text: `#[avro(as = \"string\")]`",
    ["the attribute stands on the field and reaches through `Option`, lists, maps and pointers; elsewhere wrap it: `struct Peer(#[avro(as = \"string\")] SocketAddr);`"]:
    [] SocketAddr, sized; [] SocketAddrV4, sized; [] SocketAddrV6, sized;
}

refused! {
    "A number, and not how it is reckoned with.", NumberAlone,
    "`{T}` says how a number is reckoned with, which data does not",
    "write the type of the number",
    ["or write functions that convert it: `#[avro(with = module)]`"]:
    [U] Wrapping<U>, sized; [U] Saturating<U>, sized;
}

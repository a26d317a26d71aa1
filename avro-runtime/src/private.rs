//! What generated code names. Not part of the public API: anything here may change in any release.

pub use ::core;
pub use ::std;

pub use core::default::Default;
pub use core::option::Option::{self, None, Some};
pub use core::result::Result::{self, Err, Ok};
pub use std::borrow::ToOwned;
pub use std::boxed::Box;
pub use std::string::String;
pub use std::vec::Vec;

pub use avro_model::{
    Child, Document, Enum, Field, FieldPart, FieldSpec, Fields, Fixed, Kind, List, LogicalType, Member, Name,
    NullBranch, Order, Origin, Prop, Record, Schema, SchemaRef, Str, Union, View,
};

pub use avro_model::history::{Recorded, pool};
pub use avro_model::{Level, gate, rules};

#[cfg(not(feature = "census"))]
pub use crate::__no_census as submit;
pub use crate::__place as place;
pub use crate::__source as source;
pub use crate::census::{Gatekeeper, Place, Registration, Root, full_name_of};
pub use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
pub use crate::described::{AvroSchema, AvroTexts};
pub use crate::error::{DecodeError, EncodeError};
pub use crate::gate::Check;
pub use crate::gate::dump::print as print_census;
pub use crate::gate::run::run as run_evolution_tests;
pub use crate::gate::values::{check_values, reread};
pub use crate::generated::*;
pub use crate::impls::adapt::*;
pub use crate::impls::duration::AsDuration;
pub use crate::impls::slot;
pub use crate::impls::{MapKey, ReadMapKey, prop};
pub use crate::position::{branches, is_source, part, text_problem};
#[cfg(feature = "derive")]
pub use avro_derive::{assert_compatible as derive_assert_compatible, gate as derive_gate, schemas};
#[cfg(feature = "census")]
pub use inventory::submit;

pub use crate::impls::refused::*;
pub use crate::recursive::*;
pub use crate::resolve::{PlanRef, RecordPlan, Step};

/// What types of other crates need.
pub mod needs {
    pub use crate::hint::*;
}

use avro_model::text::Digits;

/// A name that is put together in `const`: what a generic instance is called.
#[derive(Clone, Copy, Debug)]
pub struct NameBuf {
    bytes: [u8; 512],
    len: usize,
}

impl NameBuf {
    /// No name yet.
    pub const EMPTY: NameBuf = NameBuf { bytes: [0; 512], len: 0 };

    /// The parts, one behind the other.
    pub const fn of(parts: &[&str]) -> Self {
        let (mut name, mut i) = (NameBuf::EMPTY, 0);
        while i < parts.len() {
            name = name.push(parts[i]);
            i += 1;
        }
        name
    }

    /// With `part` behind it.
    ///
    /// # Panics
    /// The name gets longer than 512 bytes (a compile error where it is used).
    pub const fn push(mut self, part: &str) -> Self {
        if self.len + part.len() > self.bytes.len() {
            panic!(
                "the name of this generic type's instance is longer than 512 bytes: give it one with #[avro(name = \"..\")]"
            );
        }
        let (_, rest) = self.bytes.split_at_mut(self.len);
        rest.split_at_mut(part.len()).0.copy_from_slice(part.as_bytes());
        self.len += part.len();
        self
    }

    /// With `number` in decimal behind it.
    pub const fn push_number(self, number: usize) -> Self {
        self.push(Digits::of(number as u64).as_str())
    }

    /// With `part` behind it, dots replaced by `_`.
    pub const fn push_underscored(mut self, part: &str) -> Self {
        let start = self.len;
        self = self.push(part);
        let mut i = start;
        while i < self.len {
            if self.bytes[i] == b'.' {
                self.bytes[i] = b'_';
            }
            i += 1;
        }
        self
    }

    /// The name.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => panic!("invariant: texts were pushed whole"),
        }
    }
}

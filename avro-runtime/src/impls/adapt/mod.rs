//! Adapters: other Avro forms of a Rust type than its own, chosen by a field's attributes.
//!
//! ```text
//! #[avro(as = "long")] count: Option<u64>     <Opt<AsLong> as EncodeAs<Option<u64>>>::encode(&self.count, out)
//! ```
//! Each adapter is a type without values; [`Plain`] is a type's own form, so that generated code is the same for all.

mod convert;
mod decimal;
mod duration;
mod integer;
mod keys;
mod logical;
mod named;
mod time;
mod wrap;

pub use convert::{Convert, Refusal, Via, With};
pub use decimal::*;
pub use duration::*;
pub use integer::*;
pub use keys::*;
pub use logical::*;
pub(crate) use logical::{by_default, exact_by_default};
pub use named::*;
pub use time::*;
pub use wrap::*;
#[cfg(feature = "indexmap")]
pub(crate) use wrap::{distinct, values};

use avro_model::{Child, SchemaRef};

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder, put};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::through::same_form;
use crate::resolve::{PlanRef, Step};

/// The schema of `T` in this form; the constants are those of [`AvroSchema`].
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`",
    note = "types of chrono, time, jiff, uuid, rust_decimal, bigdecimal and num-bigint need the feature of that name: `cargo add avro-runtime --features uuid`"
)]
#[allow(missing_docs)]
pub trait SchemaAs<T: ?Sized> {
    const SCHEMA: SchemaRef;
    const FIELD_DEFAULT: Option<&'static str> = None;
    const UNION: Option<&'static [Child]> = None;
    const OTHER: bool = false;
    const NULLABLE: bool = false;
    const MIN_SIZE: usize;
}

/// Writing `T` in this form.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`",
    note = "types of chrono, time, jiff, uuid, rust_decimal, bigdecimal and num-bigint need the feature of that name: `cargo add avro-runtime --features uuid`"
)]
#[allow(missing_docs)]
pub trait EncodeAs<T: ?Sized>: SchemaAs<T> {
    fn encode(value: &T, out: &mut Encoder<'_>);

    #[inline]
    fn encode_branch(value: &T, offset: usize, out: &mut Encoder<'_>) {
        out.put_branch(offset);
        Self::encode(value, out);
    }
}

/// Reading `T` in this form.
#[diagnostic::on_unimplemented(
    message = "`{T}` has no Avro form of this kind",
    label = "this attribute does not go with `{T}`",
    note = "types of chrono, time, jiff, uuid, rust_decimal, bigdecimal and num-bigint need the feature of that name: `cargo add avro-runtime --features uuid`"
)]
#[allow(missing_docs)]
pub trait DecodeAs<'de, T>: SchemaAs<T> {
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError>;

    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<T, DecodeError>;

    #[inline(never)]
    fn decode_field(field: &mut Option<T>, input: &mut Decoder<'de>) -> bool {
        let read = Self::decode(input);
        put(field, input, read)
    }

    #[inline(never)]
    fn decode_step(field: &mut Option<T>, input: &mut Decoder<'de>, step: Step<'_>) -> bool {
        step.read(field, input, Self::decode_resolved)
    }

    #[inline]
    fn decode_branch(_index: usize, input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        Self::decode(input)
    }

    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<T, DecodeError> {
        match plan {
            None => Self::decode_branch(index, input),
            Some(plan) => Self::decode_resolved(input, plan),
        }
    }
}

/// The type's own form.
#[derive(Debug)]
pub struct Plain;

impl<T: ?Sized + AvroSchema> SchemaAs<T> for Plain {
    same_form!(T);
}

impl<T: ?Sized + AvroEncode> EncodeAs<T> for Plain {
    #[inline]
    fn encode(value: &T, out: &mut Encoder<'_>) {
        value.encode(out);
    }

    #[inline]
    fn encode_branch(value: &T, offset: usize, out: &mut Encoder<'_>) {
        value.encode_branch(offset, out);
    }
}

impl<'de, T: AvroDecode<'de>> DecodeAs<'de, T> for Plain {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        T::decode(input)
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<T, DecodeError> {
        T::decode_resolved(input, plan)
    }

    #[inline]
    fn decode_field(field: &mut Option<T>, input: &mut Decoder<'de>) -> bool {
        T::decode_field(field, input)
    }

    #[inline]
    fn decode_step(field: &mut Option<T>, input: &mut Decoder<'de>, step: Step<'_>) -> bool {
        T::decode_step(field, input, step)
    }

    #[inline]
    fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<T, DecodeError> {
        T::decode_branch(index, input)
    }

    #[inline]
    fn decode_branch_resolved(
        index: usize,
        input: &mut Decoder<'de>,
        plan: Option<PlanRef<'_>>,
    ) -> Result<T, DecodeError> {
        T::decode_branch_resolved(index, input, plan)
    }
}

/// Reading from other data where the bytes are the same once the writer's unions are read.
macro_rules! settled {
    ($ty:ty) => {
        #[inline]
        fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<$ty, DecodeError> {
            plan.settle(input)?;
            Self::decode(input)
        }
    };
}
pub(crate) use settled;

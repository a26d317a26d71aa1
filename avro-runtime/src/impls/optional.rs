//! `Option<T>`: `["null", T]`; the branches of a union are taken over.

use avro_model::{Child, NullBranch, Schema, SchemaRef};

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::private::NameBuf;
use crate::resolve::PlanRef;

/// What no schema is: the derive's checks find it wherever it is.
pub(crate) const TWO_NULLS: SchemaRef =
    SchemaRef::new(const { &Schema::union(NullBranch::First, const { &[Child::Ptr(<() as AvroSchema>::SCHEMA)] }) });

/// What has a null of its own has no form: the derive refuses it at the field, and whoever would write or read it cannot:
///
/// ```compile_fail,E0080
/// use avro_runtime::AvroEncode;
/// let bytes = vec![Some(Some(1))].to_avro();
/// ```
impl<T: AvroSchema> AvroSchema for Option<T> {
    const SCHEMA: SchemaRef = if T::NULLABLE {
        TWO_NULLS
    } else {
        SchemaRef::new(const { &Schema::union(NullBranch::First, branches::<T>()) })
    };
    const NAME: &'static str = const { &NameBuf::of(&["optional_", T::NAME]) }.as_str();
    const FULL_NAME: &'static str = const { &NameBuf::of(&["optional_", T::FULL_NAME]) }.as_str();
    const FIELD_DEFAULT: Option<&'static str> = Some("null");
    const UNION: Option<&'static [Child]> = Some(branches::<T>());
    const OTHER: bool = T::OTHER;
    const NULLABLE: bool = true;
    const ALLOWED: () = assert!(
        !T::NULLABLE,
        "an `Option` of a type that takes null itself has no Avro form, as null could mean either: remove the `Option`, or the null of the \
         type in it"
    );
    const MIN_SIZE: usize = 1;
}

/// The branches beside null.
const fn branches<T: AvroSchema>() -> &'static [Child] {
    match T::UNION {
        Some(branches) => branches,
        None => const { &[Child::Ptr(T::SCHEMA)] },
    }
}

/// How many branches `T` is in a union with null.
pub(crate) const fn branch_count(union: Option<&'static [Child]>) -> usize {
    match union {
        Some(branches) => branches.len(),
        None => 1,
    }
}

impl<T: AvroEncode> AvroEncode for Option<T> {
    #[inline]
    fn encode(&self, out: &mut Encoder<'_>) {
        T::encode_optional(self, out);
    }
}

impl<'de, T: AvroDecode<'de>> AvroDecode<'de> for Option<T> {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
        match input.branch(1 + const { branch_count(T::UNION) })? {
            0 => Ok(None),
            index => T::decode_branch(index - 1, input).map(Some),
        }
    }

    #[inline]
    fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
        let (index, plan) = plan.union(input, T::OTHER)?;
        match index {
            0 => Ok(None),
            _ => T::decode_branch_resolved(index - 1, input, plan).map(Some),
        }
    }

    #[inline]
    fn decode_into(&mut self, input: &mut Decoder<'de>) -> Result<(), DecodeError> {
        match (input.branch(1 + const { branch_count(T::UNION) })?, self) {
            (0, this) => *this = None,
            (1, Some(value)) if T::UNION.is_none() => value.decode_into(input)?,
            (index, this) => *this = Some(T::decode_branch(index - 1, input)?),
        }
        Ok(())
    }
}

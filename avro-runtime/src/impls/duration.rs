//! Avro's own duration.

use avro_model::{Name, Schema, SchemaRef};

use super::adapt::{DecodeAs, EncodeAs, SchemaAs, by_default};
use super::prop;
use crate::codec::{Decoder, Encoder};
use crate::error::DecodeError;
use crate::resolve::PlanRef;

/// An amount of time as Avro has it: months, days and milliseconds, none of which is a number of another, as months and days
/// are of different lengths (Avro specification, "Duration").
///
/// Its schema is a fixed of 12 bytes with the logical type `duration`, named `avro_runtime.Duration`; a newtype with
/// `#[avro(fixed, duration)]` names it otherwise. [`std::time::Duration`] is something else, and has a form of its own
/// (`#[avro(as = "long", unit = "ms")]`).
///
/// ```
/// use avro_runtime::{AvroEncode, Duration};
///
/// let notice = Duration { months: 3, days: 0, millis: 0 };
/// assert_eq!(notice.to_avro()?, [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
/// # Ok::<(), avro_runtime::EncodeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Months.
    pub months: u32,
    /// Days.
    pub days: u32,
    /// Milliseconds.
    pub millis: u32,
}

static NODE: Schema = Schema::fixed(Name::new("avro_runtime.Duration", &[], false), None, 12)
    .with_props(const { &[prop("logicalType", "\"duration\"")] });

/// The form of a [`Duration`].
#[derive(Debug)]
pub struct AsDuration;

by_default!([] Duration, AsDuration, "Duration");

impl SchemaAs<Duration> for AsDuration {
    const SCHEMA: SchemaRef = SchemaRef::new(&NODE);
    const MIN_SIZE: usize = 12;
}

impl EncodeAs<Duration> for AsDuration {
    #[inline]
    fn encode(value: &Duration, out: &mut Encoder<'_>) {
        let mut bytes = [0; 12];
        for (four, number) in bytes.as_chunks_mut::<4>().0.iter_mut().zip([value.months, value.days, value.millis]) {
            *four = number.to_le_bytes();
        }
        out.put_raw(&bytes);
    }
}

impl<'de> DecodeAs<'de, Duration> for AsDuration {
    #[inline]
    fn decode(input: &mut Decoder<'de>) -> Result<Duration, DecodeError> {
        let [months, days, millis] = [*input.array()?, *input.array()?, *input.array()?].map(u32::from_le_bytes);
        Ok(Duration { months, days, millis })
    }
    super::adapt::settled!(Duration);
}

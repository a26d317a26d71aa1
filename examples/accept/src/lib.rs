//! One event with a released version. `run.sh` breaks it on purpose, in a copy.

use avro_runtime::prelude::*;

/// A parcel was handed over.
#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(evolution)]
pub struct ParcelDelivered {
    /// Its number.
    pub parcel: String,
    /// Grams.
    pub weight: i32,
}

//! Field types of other crates: their schemas, what is written, what is refused, and that reading gives the value back.

mod collections;
#[path = "../common/mod.rs"]
mod common;
mod decimals;
mod others;
mod times;

use avro_runtime::{AvroEncode, AvroSchema};
use common::round_trip;

/// The JSON of the only field's type.
#[track_caller]
fn is_field<T: AvroSchema>(json: &str) {
    let whole: serde_json::Value = serde_json::from_str(T::json()).unwrap();
    let expected: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(whole["fields"][0]["type"], expected, "{}", T::json());
}

/// What apache-avro writes for `value` with the schema of `T`.
#[track_caller]
fn apache<T: AvroSchema>(value: apache_avro::types::Value) -> Vec<u8> {
    let schema = apache_avro::Schema::parse_str(T::json()).unwrap();
    let record = apache_avro::types::Value::Record(vec![("field".to_owned(), value)]);
    let writer = apache_avro::writer::datum::GenericDatumWriter::builder(&schema).build().unwrap();
    writer.write_value_to_vec(record).unwrap()
}

#[track_caller]
fn is_refused<T: AvroEncode>(value: &T, text: &str) {
    let error = value.to_avro().expect_err("a value that has no Avro form");
    assert!(error.to_string().contains(text), "{error}");
}

/// A record with one field.
macro_rules! record {
    ($(#[$attribute:meta])* $name:ident($ty:ty)) => {
        #[derive(Debug, PartialEq, avro_runtime::AvroSchema)]
        #[avro(namespace = "com.acme")]
        pub(super) struct $name {
            $(#[$attribute])*
            pub(super) field: $ty,
        }
    };
}
use record;

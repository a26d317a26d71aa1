//! Field types of other crates: their schemas, what is written, what is refused, and that reading gives the value back.

mod collections;
mod decimals;
mod others;
mod times;

use std::fmt::Debug;

use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, WriterSchema};

/// The JSON of the only field's type.
#[track_caller]
fn is_field<T: AvroSchema>(json: &str) {
    let whole: serde_json::Value = serde_json::from_str(T::json()).unwrap();
    let expected: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(whole["fields"][0]["type"], expected, "{}", T::json());
}

/// Gives the bytes that `value` is written as, after it was read back in both ways.
#[track_caller]
fn round_trip<T>(value: &T) -> Vec<u8>
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + Debug,
{
    let bytes = value.to_avro().unwrap();
    assert_eq!(&T::from_avro(&bytes).unwrap(), value);
    let writer = WriterSchema::parse(T::json()).unwrap_or_else(|errors| panic!("{errors} in {}", T::json()));
    assert_eq!(&T::from_avro_with(&writer, &bytes).unwrap(), value);
    bytes
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

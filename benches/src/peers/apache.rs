//! apache-avro: serde straight to bytes and back (`write_ser`, `read_deser`), without its dynamic value, schema resolved once.

use apache_avro::Schema;
use apache_avro::reader::datum::GenericDatumReader;
use apache_avro::writer::datum::GenericDatumWriter;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Parses a schema.
///
/// # Panics
/// If it is none.
pub fn schema(text: &str) -> Schema {
    Schema::parse_str(text).expect("a schema")
}

/// A writer for a schema.
///
/// # Panics
/// If the schema has names without definition.
pub fn writer(schema: &Schema) -> GenericDatumWriter<'_> {
    GenericDatumWriter::builder(schema).human_readable(false).build().expect("a resolved schema")
}

/// A reader for a schema.
///
/// # Panics
/// If the schema has names without definition.
pub fn reader(schema: &Schema) -> GenericDatumReader<'_> {
    GenericDatumReader::builder(schema).human_readable(false).build().expect("a resolved schema")
}

/// Appends a record.
///
/// # Panics
/// If it does not fit the schema.
pub fn encode<T: Serialize>(writer: &GenericDatumWriter<'_>, record: &T, out: &mut Vec<u8>) {
    writer.write_ser(out, record).expect("the record fits the schema");
}

/// Reads a record.
///
/// # Errors
/// If the bytes are no such record.
pub fn decode<T: DeserializeOwned>(reader: &GenericDatumReader<'_>, mut input: &[u8]) -> Result<T, apache_avro::Error> {
    reader.read_deser(&mut input)
}

//! What the tests of derived types have in common. Not in `src`, which knows no crate of the workspace.
#![allow(dead_code, unreachable_pub, reason = "not every test needs all of it")]

use std::fmt::Debug;

use avro_runtime::schema::{Document, content};
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, Decoder, WriterSchema};

/// Gives what `value` is written as, once it was read: by its own schema, into another value, by its printed schema as somebody
/// else's, and as another version, whose records have a field more. That one is `null`, so that the bytes stay as they are.
#[track_caller]
pub fn round_trip<T>(value: &T) -> Vec<u8>
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + Debug,
{
    let bytes = value.to_avro().expect("it has an Avro form");
    assert_eq!(&T::from_avro(&bytes).expect("it reads what it wrote"), value);
    let mut into = T::from_avro(&bytes).expect("it reads what it wrote");
    into.decode_into(&mut Decoder::new(&bytes)).expect("it reads what it wrote into a value");
    assert_eq!(&into, value);
    let more = T::json()
        .replace(r#""fields":["#, r#""fields":[{"name":"more_","type":"null","default":null},"#)
        .replace("},]", "}]");
    for json in [T::json(), &more] {
        let writer = WriterSchema::parse(json).unwrap_or_else(|errors| panic!("{errors} in {json}"));
        match T::from_avro_with(&writer, &bytes) {
            Ok(read) => assert_eq!(&read, value, "by {json}"),
            Err(error) => panic!("{error} by {json}"),
        }
    }
    bytes
}

/// The derived schema is `json`, all of it.
#[track_caller]
pub fn is_schema<T: AvroSchema>(json: &str) {
    let document = Document::parse(json).unwrap_or_else(|errors| panic!("{errors} in {json}"));
    let (source, derived) = (document.view(), T::SCHEMA.view());
    let same = content::content_hash_with_docs(source) == content::content_hash_with_docs(derived);
    assert!(same, "derived: {}\nsource:  {json}", T::json());
    assert_eq!(content::definition_hash(derived), content::definition_hash_of(source));
}

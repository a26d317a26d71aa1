//! What serde's attributes say that Avro has no form for.

use avro_runtime::AvroSchema;
use serde::{Deserialize, Serialize};

#[derive(AvroSchema, Serialize)]
#[serde(tag = "kind")]
struct Tagged {
    a: i32,
}

#[derive(AvroSchema, Serialize, Clone)]
#[serde(into = "String")]
struct Converted {
    a: i32,
}

impl From<Converted> for String {
    fn from(value: Converted) -> String {
        value.a.to_string()
    }
}

#[derive(AvroSchema, Deserialize)]
#[serde(from = "String")]
struct Parsed {
    a: i32,
}

impl From<String> for Parsed {
    fn from(_: String) -> Parsed {
        Parsed { a: 0 }
    }
}

#[derive(AvroSchema, Deserialize)]
#[serde(try_from = "String")]
struct Tried {
    a: i32,
}

impl TryFrom<String> for Tried {
    type Error = String;

    fn try_from(value: String) -> Result<Tried, String> {
        Err(value)
    }
}

mod other_crate {
    pub struct Foreign {
        pub a: i32,
    }

    impl Foreign {
        pub fn a(&self) -> &i32 {
            &self.a
        }
    }
}

#[derive(AvroSchema, Serialize)]
#[serde(remote = "other_crate::Foreign")]
struct Foreign {
    #[serde(getter = "other_crate::Foreign::a")]
    a: i32,
}

#[derive(AvroSchema, Deserialize)]
#[serde(variant_identifier)]
enum Name {
    A,
    B,
}

#[derive(AvroSchema, Deserialize)]
#[serde(field_identifier)]
enum FieldName {
    A,
    B,
}

mod functions {
    pub fn serialize<T, S: serde::Serializer>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }

    pub fn deserialize<'de, T: Default, D: serde::Deserializer<'de>>(_: D) -> Result<T, D::Error> {
        Ok(T::default())
    }
}

mod ts_milliseconds {
    pub use crate::functions::*;
}

#[derive(AvroSchema, Serialize, Deserialize)]
struct Conversions {
    #[serde(with = "functions")]
    a: i32,
    #[serde(serialize_with = "functions::serialize")]
    b: Option<Vec<i32>>,
    #[serde(deserialize_with = "functions::deserialize")]
    c: i32,
    #[serde(with = "ts_milliseconds")]
    d: i64,
}

#[derive(AvroSchema, Serialize, Deserialize)]
struct OneWay {
    #[serde(skip_serializing, default)]
    a: i32,
    #[serde(skip_deserializing)]
    b: i32,
    #[serde(skip, default = "five")]
    c: i32,
}

fn five() -> i32 {
    5
}

#[derive(AvroSchema, Serialize, Deserialize)]
enum Status {
    #[serde(alias = "Started")]
    New,
    #[serde(skip)]
    Internal,
    #[serde(skip_serializing)]
    Lost,
    #[serde(skip_deserializing)]
    Found,
}

#[derive(AvroSchema, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Known {
    A,
    #[serde(other)]
    Unknown,
}

#[derive(AvroSchema, Serialize, Deserialize)]
enum Event {
    #[serde(with = "functions")]
    Created(i32),
    Deleted {
        #[serde(with = "functions")]
        id: i32,
    },
}

#[derive(AvroSchema, Serialize, Deserialize)]
struct Switch {
    #[avro(serde = true)]
    a: i32,
    #[avro(serde)]
    b: i32,
}

fn main() {}

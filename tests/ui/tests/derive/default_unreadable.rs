use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::num::NonZeroU16;
use std::time::Duration;

use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
struct Zeros {
    #[avro(default)]
    a: char,
    #[avro(default)]
    b: [i32; 2],
    #[avro(default)]
    c: NonZeroU16,
    #[avro(default, as = "string")]
    d: u128,
    #[avro(default)]
    e: Box<Ipv4Addr>,
    #[avro(default, as = "long")]
    f: [u64; 3],
}

#[derive(AvroSchema)]
struct Values {
    #[avro(default = "ab")]
    a: Option<char>,
    #[avro(default = [1])]
    b: [i32; 2],
    #[avro(default_json = "[1, 0]")]
    c: Vec<NonZeroU16>,
    #[avro(default = "-1", as = "string")]
    d: u64,
    #[avro(default_json = r#"{"a": "1.2.3"}"#)]
    e: HashMap<String, Ipv4Addr>,
    #[avro(default_json = "[[256]]")]
    f: Vec<Vec<i8>>,
    #[avro(default = "one", as = "string")]
    g: Option<f64>,
    #[avro(default_json = r#"{"7": [], "256": []}"#, keys = "string")]
    keys: HashMap<u8, Vec<i32>>,
    #[avro(default_json = r#"{"a": {"bc": 1}}"#, keys = "string")]
    inner: HashMap<String, HashMap<char, i32>>,
    // What is read, too.
    #[avro(default = 'c')]
    h: char,
    #[avro(default = [0, 0])]
    i: [i32; 2],
    #[avro(default)]
    j: [i32; 0],
    #[avro(default)]
    k: Option<NonZeroU16>,
    #[avro(default, as = "long", unit = "ms")]
    l: Duration,
    #[avro(default = "1", as = "string")]
    m: u64,
}

fn main() {}

//! The types of the live tests: an event in two releases.

use std::collections::HashMap;

use avro_runtime::prelude::*;

#[derive(Debug, Clone, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme.live")]
pub(crate) struct Element {
    pub(crate) kind: String,
    pub(crate) clicks: i32,
}

pub(crate) mod v1 {
    use super::*;

    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(namespace = "com.acme.live", name = "Click")]
    pub(crate) struct Click {
        pub(crate) number: i64,
        pub(crate) email: String,
        #[avro(timestamp_millis)]
        pub(crate) at: i64,
        pub(crate) elements: HashMap<String, Element>,
    }
}

pub(crate) mod v2 {
    use super::*;

    #[derive(Debug, Clone, PartialEq, AvroSchema)]
    #[avro(namespace = "com.acme.live", name = "Click")]
    pub(crate) struct Click {
        pub(crate) number: i64,
        #[avro(name = "email")]
        pub(crate) user_email: String,
        #[avro(timestamp_millis)]
        pub(crate) at: i64,
        pub(crate) elements: HashMap<String, Element>,
        pub(crate) referrer: Option<String>,
        #[avro(default = "en")]
        pub(crate) language: String,
    }
}

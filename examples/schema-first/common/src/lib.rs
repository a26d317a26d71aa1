//! What several teams say in the same words: types of the namespace `com.acme.common`, made from `schemas/*.avsc`.

avro_runtime::include_avro!();

pub use com::acme::common::*;

//! The types of `schemas/`, and what their released versions demand of them.

use avro_build::Level;

fn main() {
    let common = std::env::var("DEP_ACME_COMMON_SCHEMAS").expect("acme-common says where its schema files are");
    avro_build::Config::new()
        .schemas(["schemas", &common])
        .extern_path("com.acme.common", "::acme_common")
        .history("schemas/history", Level::FullTransitive)
        .compile();
}

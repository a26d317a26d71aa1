//! The types of `schemas/`.

fn main() {
    // Build scripts of crates that depend on this one find it as `DEP_ACME_COMMON_SCHEMAS`.
    println!("cargo::metadata=schemas={}/schemas", env!("CARGO_MANIFEST_DIR"));
    avro_build::Config::new().schemas(["schemas"]).compile();
}

//! The place of generated code in a crate.

/// Puts the types here that `avro-build` made in the build script, one module for each namespace.
///
/// ```ignore
/// // build.rs: fn main() { avro_build::Config::new().schemas(["schemas"]).compile(); }
/// avro_runtime::include_avro!();
///
/// use com::acme::orders::OrderPlaced;
/// ```
///
/// With a file name, what `Config::file_name` called it:
///
/// ```ignore
/// mod billing {
///     avro_runtime::include_avro!("billing.rs");
/// }
/// ```
#[macro_export]
macro_rules! include_avro {
    () => {
        $crate::include_avro!("avro.rs");
    };
    ($file:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $file));
    };
}

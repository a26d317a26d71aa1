//! The macros of the census and the gates.

/// Registers an instance of a generic type in the [census](crate::schemas); a type that is not generic registers itself.
///
/// ```
/// use avro_runtime::prelude::*;
///
/// #[derive(AvroSchema)]
/// struct Page<T> {
///     items: Vec<T>,
/// }
///
/// avro_runtime::register!(Page<i64>);
///
/// assert!(avro_runtime::schemas().iter().any(|schema| schema.full_name() == "Page_long"));
/// ```
#[macro_export]
macro_rules! register {
    ($ty:ty $(,)?) => {
        const _: () = {
            use $crate::__private as __avro;
            __avro::submit! {
                __avro::Registration::new::<$ty>(
                    __avro::full_name_of::<$ty>(),
                    __avro::place!(::core::stringify!($ty), "schemas/history", ::core::line!()),
                    __avro::None,
                )
            }
        };
    };
}

/// A place of the census in the crate that is being compiled.
#[doc(hidden)]
#[macro_export]
macro_rules! __place {
    ($name:expr, $histories:expr, $line:expr) => {
        $crate::__private::Place {
            rust_path: ::core::concat!(::core::module_path!(), "::", $name),
            package: ::core::env!("CARGO_PKG_NAME"),
            version: ::core::env!("CARGO_PKG_VERSION"),
            manifest_dir: ::core::env!("CARGO_MANIFEST_DIR"),
            histories: $histories,
            file: ::core::file!(),
            line: $line,
        }
    };
}

/// What `submit!` is without the census.
#[doc(hidden)]
#[macro_export]
macro_rules! __no_census {
    ($($entry:tt)*) => {};
}

/// Compares an instance of a generic type with its recorded versions when it is compiled, as `#[avro(evolution)]` does for
/// other types, and makes it a root of the census.
///
/// The folder is relative to the package, or to the source file where it begins with `./`; its last part is the full name
/// of the instance.
///
/// ```ignore
/// avro_runtime::gate!(Page<Order>, "schemas/history/com.acme.Page_Order", FullTransitive);
/// ```
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! gate {
    ($($input:tt)*) => {
        $crate::__private::derive_gate! { $crate; $($input)* }
    };
}

/// Compares one type with the recorded versions in a folder when it is compiled.
///
/// ```ignore
/// avro_runtime::assert_compatible!(OrderPlaced, "schemas/history/com.acme.orders.OrderPlaced", FullTransitive);
/// ```
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! assert_compatible {
    ($($input:tt)*) => {
        $crate::__private::derive_assert_compatible! { $crate; $($input)* }
    };
}

/// A test of the schemas of the named crates: of this one by `crate`, of a library by its name.
///
/// It fails where no type is linked, where a named crate has none, and where a history belongs to no type. Each root is
/// compared with its history; a change that is not recorded fails and is shown (`AVRO_BLESS=1 cargo test` records a change
/// that passes its level, unless `CI` is set); generated values go through every type and back, and data of old versions is read,
/// where debug assertions are on, as tests are built; defaults are values; `schemas/exported` is up to date.
///
/// ```ignore
/// // tests/schemas.rs
/// avro_runtime::evolution_tests!(my_service, acme_common);
///
/// // src/main.rs of a package that is only a binary
/// #[cfg(test)]
/// mod schemas {
///     avro_runtime::evolution_tests!(crate);
/// }
/// ```
#[cfg(feature = "census")]
#[macro_export]
macro_rules! evolution_tests {
    ($($krate:tt),+ $(,)?) => {
        $($crate::__link! { $krate })+

        #[test]
        fn evolution() {
            $crate::__private::run_evolution_tests(
                &[$(::core::stringify!($krate)),+],
                ::core::module_path!(),
                ::core::env!("CARGO_MANIFEST_DIR"),
            );
        }
    };
    () => {
        ::core::compile_error! {
            "name the crates to check: `evolution_tests!(my_service, acme_common);`, or `evolution_tests!(crate);` within the crate itself"
        }
    };
}

/// A test of the schemas of the named crates; this build has no census to read them from.
#[cfg(not(feature = "census"))]
#[macro_export]
macro_rules! evolution_tests {
    ($($krate:tt)*) => {
        ::core::compile_error! { "`evolution_tests!` reads the link-time census: enable the feature `census` of avro-runtime" }
    };
}

/// Links a crate that nothing else may name.
#[doc(hidden)]
#[macro_export]
macro_rules! __link {
    (crate) => {};
    ($krate:ident) => {
        use ::$krate as _;
    };
}

//! Types of other crates, each family behind the feature of its crate's name.

#[cfg(feature = "arrayvec")]
mod arrayvec;
#[cfg(any(feature = "bigdecimal", feature = "num-bigint"))]
mod bigint;
#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "indexmap")]
mod indexmap;
#[cfg(any(feature = "jiff", feature = "jiff-02"))]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "smallvec")]
mod smallvec;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

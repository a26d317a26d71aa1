//! CRC-64-AVRO, MD5 and SHA-256 of the parsing canonical form (Avro specification, "Schema Fingerprints").
//!
//! The fingerprint forgets logical types, defaults and aliases: for "is this the same schema" see [`crate::content`].

use crate::crc64::update;
use crate::print::{self, Sink, Style};
use crate::schema::View;

pub use crate::crc64::EMPTY;

/// CRC-64-AVRO of `bytes`.
pub const fn crc64_bytes(bytes: &[u8]) -> u64 {
    update(EMPTY, bytes)
}

/// CRC-64-AVRO of a static schema's canonical form, for constants; [`of`] is for schemas of any size.
///
/// # Panics
/// Where the schema nests deeper than [`print::CONST_DEPTH`] or has more named types than [`print::CONST_NAMES`].
pub const fn crc64(view: View<'static>) -> u64 {
    let mut sink = Sink::Crc(EMPTY);
    print::print_const(view, Style::Canonical, &mut sink);
    match sink {
        Sink::Crc(state) => state,
        _ => EMPTY,
    }
}

/// CRC-64-AVRO of a schema's canonical form.
pub fn of(view: View<'_>) -> u64 {
    print::print_with(
        view,
        Style::Canonical,
        || Sink::Crc(EMPTY),
        |sink| match sink {
            Sink::Crc(state) => state,
            _ => EMPTY,
        },
    )
}

/// MD5 of a schema's canonical form.
///
/// ```
/// use avro_model::{Document, fingerprint};
///
/// let digest = fingerprint::md5(Document::parse("\"null\"")?.view());
/// assert_eq!(digest[..4], [0x9b, 0x41, 0xef, 0x67]);
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn md5(view: View<'_>) -> [u8; 16] {
    ::md5::compute(print::canonical(view)).0
}

/// SHA-256 of a schema's canonical form.
///
/// ```
/// use avro_model::{Document, fingerprint};
///
/// let digest = fingerprint::sha256(Document::parse("\"null\"")?.view());
/// assert_eq!(digest[..4], [0xf0, 0x72, 0xcb, 0xec]);
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn sha256(view: View<'_>) -> [u8; 32] {
    hmac_sha256::Hash::hash(print::canonical(view).as_bytes())
}

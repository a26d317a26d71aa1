//! Equality of schemas: 128 bits over everything that a schema says.
//!
//! Full names, aliases, defaults, logical types and all other properties, sort orders and enum defaults count;
//! documentation counts in the second form only. The order of aliases and of properties does not count, nor does the
//! way a name was split into namespace and name. Equal hashes of hostile schemas are to be confirmed by comparing.

use crate::print::{self, Sink, Style};
use crate::schema::View;

/// A running 128-bit hash: two lanes of multiply-and-fold, eight bytes a step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash128 {
    low: u64,
    high: u64,
}

const fn fold(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

impl Hash128 {
    pub(crate) const NEW: Hash128 = Hash128 { low: 0x243f_6a88_85a3_08d3, high: 0x1319_8a2e_0370_7344 };

    /// Mixes a word in.
    pub(crate) const fn word(self, word: u64) -> Hash128 {
        Hash128 {
            low: fold(self.low ^ word, 0x9e37_79b9_7f4a_7c15) ^ self.high.rotate_left(23),
            high: fold(self.high.wrapping_add(word), 0xe703_7ed1_a0b4_28db) ^ self.low,
        }
    }

    /// Mixes a text in, its length first.
    pub(crate) const fn text(self, text: &str) -> Hash128 {
        let mut bytes = text.as_bytes();
        let mut hash = self.word(bytes.len() as u64);
        while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
            hash = hash.word(u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
            bytes = rest;
        }
        if !bytes.is_empty() {
            let mut tail = 0;
            while let [byte, rest @ ..] = bytes {
                tail = tail << 8 | *byte as u64;
                bytes = rest;
            }
            hash = hash.word(tail);
        }
        hash
    }

    pub(crate) const fn finish(self) -> u128 {
        let end = self.word(0x6a09_e667_f3bc_c908).word(0xbb67_ae85_84ca_a73b);
        (end.high as u128) << 64 | end.low as u128
    }
}

const fn finish(sink: &Sink<'_>) -> u128 {
    match sink {
        Sink::Hash(hash) => hash.finish(),
        _ => 0,
    }
}

/// The hash of a static schema without its documentation, for constants; [`content_hash`] is for schemas of any size.
///
/// # Panics
/// Where the schema nests deeper than [`print::CONST_DEPTH`] or has more named types than [`print::CONST_NAMES`].
pub const fn const_content_hash(view: View<'static>) -> u128 {
    let mut sink = Sink::Hash(Hash128::NEW);
    print::print_const(view, Style::Content { docs: false }, &mut sink);
    finish(&sink)
}

/// The hash of a static schema with its documentation, for constants; [`content_hash_with_docs`] is for schemas of any size.
///
/// # Panics
/// Where the schema nests deeper than [`print::CONST_DEPTH`] or has more named types than [`print::CONST_NAMES`].
pub const fn const_content_hash_with_docs(view: View<'static>) -> u128 {
    let mut sink = Sink::Hash(Hash128::NEW);
    print::print_const(view, Style::Content { docs: true }, &mut sink);
    finish(&sink)
}

/// The hash of one definition with its documentation, in which the named types within it are references by full name; for
/// constants and at run time. Two sets of definitions are equal where the hashes of their definitions are, one by one.
///
/// # Panics
/// Where lists and unions nest deeper than [`print::CONST_DEPTH`] between the definition and the types that it names.
pub const fn definition_hash(view: View<'static>) -> u128 {
    let mut sink = Sink::Hash(Hash128::NEW);
    print::print_const(view, Style::Definition { docs: true }, &mut sink);
    finish(&sink)
}

/// [`definition_hash`] of a schema that is not static, of any depth.
pub fn definition_hash_of(view: View<'_>) -> u128 {
    print::print_with(view, Style::Definition { docs: true }, || Sink::Hash(Hash128::NEW), |sink| finish(&sink))
}

/// [`definition_hash_of`] without documentation.
pub fn definition_hash_without_docs(view: View<'_>) -> u128 {
    print::print_with(view, Style::Definition { docs: false }, || Sink::Hash(Hash128::NEW), |sink| finish(&sink))
}

/// The hash of a schema without its documentation.
pub fn content_hash(view: View<'_>) -> u128 {
    print::print_with(view, Style::Content { docs: false }, || Sink::Hash(Hash128::NEW), |sink| finish(&sink))
}

/// The hash of a schema with its documentation.
pub fn content_hash_with_docs(view: View<'_>) -> u128 {
    print::print_with(view, Style::Content { docs: true }, || Sink::Hash(Hash128::NEW), |sink| finish(&sink))
}

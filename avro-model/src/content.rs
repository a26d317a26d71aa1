//! Equality of schemas: 128 bits over everything that a schema says.
//!
//! Full names, aliases, defaults, logical types and all other properties, sort orders and enum defaults count;
//! documentation counts in the second form only. The order of aliases and of properties does not count, nor does the
//! way a name was split into namespace and name. Equal hashes of hostile schemas are to be confirmed by comparing.

use crate::hash128::Hash128;
use crate::print::{self, Sink, Style};
use crate::schema::View;

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

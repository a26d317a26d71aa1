//! Printing in constants, where a buffer has its size before anything is known and every byte of it costs.

use super::{Full, Sink, Style, print};
use crate::hash128::Hash128;
use crate::schema::View;

/// How deep a schema may nest to be printed in a constant.
pub const CONST_DEPTH: usize = 1024;
/// How many named types a schema may have to be printed in a constant.
pub const CONST_NAMES: usize = 3072;

/// Prints in a constant: into small buffers first, since every byte of a buffer costs, then into large ones. `sink` must
/// be as new, or be text.
pub(crate) const fn print_const(view: View<'static>, style: Style, sink: &mut Sink<'_>) {
    let start = match sink {
        Sink::Text { .. } => (0, Hash128::NEW, &[] as &[u8]),
        Sink::Crc(state) => (*state, Hash128::NEW, &[] as &[u8]),
        Sink::Hash(hash) => (0, *hash, &[] as &[u8]),
        Sink::Compare { rest, .. } => (0, Hash128::NEW, *rest),
    };
    if print(view, style, sink, &mut [None; 32], &mut [None; 64]).is_ok() {
        return;
    }
    match sink {
        Sink::Text { len, .. } => *len = 0,
        Sink::Crc(state) => *state = start.0,
        Sink::Hash(hash) => *hash = start.1,
        Sink::Compare { rest, same } => (*rest, *same) = (start.2, true),
    }
    match print(view, style, sink, &mut [None; CONST_DEPTH], &mut [None; CONST_NAMES / 3 * 4]) {
        Ok(()) => {}
        Err(Full::Stack) => {
            panic!("this schema nests deeper than 1,024 levels, which is more than can be printed in a constant")
        }
        Err(Full::Names) => {
            panic!("this schema has more than 3,072 named types, which is more than can be printed in a constant")
        }
    }
}

/// Whether [`shape`](super::shape) of `view` is `text`, for constants.
///
/// # Panics
/// Where lists and unions nest deeper than [`CONST_DEPTH`].
pub const fn is_shape(view: View<'static>, text: &str) -> bool {
    let mut sink = Sink::Compare { rest: text.as_bytes(), same: true };
    print_const(view, Style::Shape, &mut sink);
    matches!(sink, Sink::Compare { rest: [], same: true })
}

/// Writes as much of [`shape`](super::shape) into `out` as there is room for, whole parts of it; gives the length of all of it.
///
/// # Panics
/// As [`is_shape`].
pub const fn write_shape(view: View<'static>, out: &mut [u8]) -> usize {
    let mut sink = Sink::Text { out, len: 0 };
    print_const(view, Style::Shape, &mut sink);
    match sink {
        Sink::Text { len, .. } => len,
        _ => 0,
    }
}

const fn const_len(view: View<'static>, style: Style) -> usize {
    let mut sink = Sink::Text { out: &mut [], len: 0 };
    print_const(view, style, &mut sink);
    match sink {
        Sink::Text { len, .. } => len,
        _ => 0,
    }
}

const fn const_text<const N: usize>(view: View<'static>, style: Style) -> [u8; N] {
    let mut out = [0; N];
    let mut sink = Sink::Text { out: &mut out, len: 0 };
    print_const(view, style, &mut sink);
    out
}

/// The length in bytes of [`json`](super::json), for constants.
///
/// # Panics
/// Where the schema nests deeper than [`CONST_DEPTH`] or has more named types than [`CONST_NAMES`].
pub const fn json_len(view: View<'static>) -> usize {
    const_len(view, Style::Json)
}

/// The bytes of [`json`](super::json), for constants; `N` must be [`json_len`].
///
/// # Panics
/// As [`json_len`].
pub const fn write_json<const N: usize>(view: View<'static>) -> [u8; N] {
    const_text(view, Style::Json)
}

/// The length in bytes of [`canonical`](super::canonical), for constants.
///
/// # Panics
/// As [`json_len`].
pub const fn canonical_len(view: View<'static>) -> usize {
    const_len(view, Style::Canonical)
}

/// The bytes of [`canonical`](super::canonical), for constants; `N` must be [`canonical_len`].
///
/// # Panics
/// As [`json_len`].
pub const fn write_canonical<const N: usize>(view: View<'static>) -> [u8; N] {
    const_text(view, Style::Canonical)
}

//! The evolution gate of a root type: what its released versions demand; and the type's entry in the census.

mod collect;
mod instance;
mod items;
mod place;
mod root;
pub(crate) mod schemas;
mod workspace;

pub(crate) use instance::{Purpose, expand as expand_instance};
use proc_macro2::Span;
pub(crate) use root::emit;

/// Where a package that says nothing else keeps its histories.
const HISTORIES: &str = "schemas/history";

/// The line that `span` begins on; 0 outside of a compiler.
fn line(span: Span) -> u32 {
    crate::source::line(span).map_or(0, |line| line as u32)
}

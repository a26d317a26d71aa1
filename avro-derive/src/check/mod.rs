//! Checks of a whole type, on the derive's own tree.

mod generic;
mod names;
mod recursion;
mod root;
mod value;

use crate::ast::Container;
use crate::error::Ctxt;

/// Reports every mistake of `container`.
pub(crate) fn check(cx: &Ctxt, container: &Container) {
    names::check(cx, container);
    generic::check(cx, container);
    recursion::check(cx, container);
    value::check(cx, container);
    root::check(cx, container);
}

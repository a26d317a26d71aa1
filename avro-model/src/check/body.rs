//! Whether two nodes under one full name are the same type. Addresses cannot be compared in constants, so bodies are.

use crate::schema::{Field, Kind, View};
use crate::text::{Str, same};

/// Compares two types of one name down to the names that they mention.
pub(super) const fn same_body(a: View<'_>, b: View<'_>) -> bool {
    match (&a.node.kind, &b.node.kind) {
        (Kind::Record(x), Kind::Record(y)) => {
            let count = a.field_count();
            if count != b.field_count() || x.error != y.error {
                return false;
            }
            let mut i = 0;
            while i < count {
                let (x, y) = (a.field(i), b.field(i));
                if x.hash != y.hash || !same_field(x, y) || !same_shape(a.child(&x.schema), b.child(&y.schema)) {
                    return false;
                }
                i += 1;
            }
        }
        (Kind::Enum(x), Kind::Enum(y)) => {
            let (symbols, others) = (x.symbols.get(), y.symbols.get());
            if symbols.len() != others.len() || !same_option(&x.default, &y.default) {
                return false;
            }
            let mut i = 0;
            while i < symbols.len() {
                if !same(symbols[i].get(), others[i].get()) {
                    return false;
                }
                i += 1;
            }
        }
        (Kind::Fixed(x), Kind::Fixed(y)) => {
            if x.size != y.size {
                return false;
            }
        }
        _ => return false,
    }
    same_props(a, b)
}

const fn same_field(a: &Field, b: &Field) -> bool {
    same(a.name.get(), b.name.get()) && same_option(&a.default, &b.default)
}

const fn same_option(a: &Option<Str>, b: &Option<Str>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => same(a.get(), b.get()),
        _ => false,
    }
}

/// In source order: the two are most often one and the same.
const fn same_props(a: View<'_>, b: View<'_>) -> bool {
    let (a, b) = (a.node.props.get(), b.node.props.get());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if !same(a[i].key.get(), b[i].key.get()) || !same(a[i].value.get(), b[i].value.get()) {
            return false;
        }
        i += 1;
    }
    true
}

/// Compares two types of a field; named types by name. What nests deeper than the buffer counts as the same: a miss of a
/// clash, never a false one.
const fn same_shape(a: View<'_>, b: View<'_>) -> bool {
    let mut stack: [Option<(View<'_>, View<'_>)>; 64] = [None; 64];
    let (mut depth, mut next) = (0, Some((a, b)));
    while let Some((a, b)) = next {
        match (a.name(), b.name()) {
            (Some(x), Some(y)) => {
                if x.hash != y.hash || !same(x.full.get(), y.full.get()) {
                    return false;
                }
            }
            (None, None) => {
                if !same(a.type_name(), b.type_name()) || !same_props(a, b) || a.branch_count() != b.branch_count() {
                    return false;
                }
                if let (Some(x), Some(y)) = (a.element(), b.element())
                    && depth < stack.len()
                {
                    stack[depth] = Some((x, y));
                    depth += 1;
                }
                let mut i = 0;
                while i < a.branch_count() && depth < stack.len() {
                    stack[depth] = Some((a.branch(i), b.branch(i)));
                    depth += 1;
                    i += 1;
                }
            }
            _ => return false,
        }
        next = None;
        if depth > 0 {
            depth -= 1;
            next = stack[depth];
        }
    }
    true
}

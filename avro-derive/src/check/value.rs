//! Defaults whose mistake shows in the tokens. The rest is checked against the schema, in `const` evaluation.

use crate::ast::{Container, FieldDefault};
use crate::default::{Tree, integer_range};
use crate::error::Ctxt;
use crate::types;

/// `#[avro(default = 300)] count: u8`: Avro's `int` could hold it, the Rust type cannot.
pub(super) fn check(cx: &Ctxt, container: &Container) {
    for field in container.all_fields() {
        let FieldDefault::Value { tree: Tree::Int(value), shown, .. } = &field.default else { continue };
        let Some(ident) = types::last_ident(types::innermost(&field.ty)) else { continue };
        if let Some((least, most)) = integer_range(&ident.to_string())
            && !(least..=most).contains(value)
        {
            cx.error_at(shown, format_args!("{value} does not fit `{ident}`, which goes from {least} to {most}"));
        }
    }
}

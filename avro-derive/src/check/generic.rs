//! What a generic type cannot do.

use crate::ast::Container;
use crate::error::Ctxt;
use crate::types;

/// `struct Tree<T> { value: T, children: Vec<Tree<T>> }`, `#[avro(evolution)] struct Page<T> { .. }`
pub(super) fn check(cx: &Ctxt, container: &Container) {
    if !container.is_generic() {
        return;
    }
    for field in container.all_fields() {
        if types::holds(&field.ty, &container.ident, &|_| true) {
            cx.error_at(
                &field.ty,
                format_args!(
                    "`{0}` contains itself and has parameters: the schema of such a type cannot be a constant; write a type without \
                     parameters for what repeats (`struct {0}OfOrder {{ .. }}`)",
                    container.ident
                ),
            );
        }
    }
    let settings = [
        (container.evolution.as_ref().map(|evolution| evolution.span), "evolution"),
        (container.history.as_ref().map(syn::LitStr::span), "history"),
        (container.subject.as_ref().map(syn::LitStr::span), "subject"),
    ];
    if let Some((span, key)) = settings.into_iter().find_map(|(span, key)| span.map(|span| (span, key))) {
        let ident = &container.ident;
        cx.error(
            span,
            format_args!(
                "`{key}` belongs to one schema, and a type with parameters has one for each instance: write \
                 `avro_runtime::gate!({ident}<Order>, \"schemas/history/..\", FullTransitive);` for each instance that is a root"
            ),
        );
    }
}

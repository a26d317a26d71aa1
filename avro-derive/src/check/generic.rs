//! What a generic type cannot do.

use crate::ast::{Container, Data, Field};
use crate::error::Ctxt;
use crate::types;

/// `struct Tree<T> { children: Vec<Tree<Option<T>>> }`, `#[avro(by_name)] id: i64`, `#[avro(evolution)] struct Page<T> { .. }`
pub(super) fn check(cx: &Ctxt, container: &Container) {
    for field in container.all_fields() {
        if let Some(span) = field.by_name
            && let Some(text) = misplaced(container, field)
        {
            cx.error(span, text);
        }
    }
    if !container.is_generic() {
        return;
    }
    let ident = &container.ident;
    for field in container.all_fields() {
        if let Some(other) = types::other_instance(&field.ty, ident, &container.generics) {
            cx.error_at(
                other,
                format_args!(
                    "another instance of `{ident}` than the one it is in, which could hold yet another: write `Self`, or a type \
                     without parameters for what repeats"
                ),
            );
        } else if matches!(container.data, Data::Newtype(..))
            && !types::leads_to(&field.ty, ident)
            && types::holds(&field.ty, ident, &|_| true)
        {
            cx.error_at(
                &field.ty,
                format_args!(
                    "`{ident}` contains itself, and only a named type can: add `record`, so that it is a record of its own"
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
        cx.error(
            span,
            format_args!(
                "`{key}` belongs to one schema, and a type with parameters has one for each instance: write \
                 `avro_runtime::gate!({ident}<Order>, \"schemas/history/..\", FullTransitive);` for each instance that is a root"
            ),
        );
    }
}

/// Why `by_name` has no meaning on `field`.
fn misplaced(container: &Container, field: &Field) -> Option<String> {
    let ident = &container.ident;
    if !container.is_generic() {
        return Some(format!(
            "`by_name` is for generic types that contain each other, and `{ident}` has no type parameter: remove it"
        ));
    }
    if !matches!(container.data, Data::Record(_) | Data::Union(_)) {
        return Some("`by_name` belongs on a field of a record, or on what a variant holds: add `record`".to_owned());
    }
    if types::holds(&field.ty, ident, &|_| true) {
        return Some(format!("`{ident}` in itself is referred to by name without being told: remove `by_name`"));
    }
    if !field.adapter.is_plain() || field.text.is_some() {
        return Some(
            "another attribute chooses the form of this field, which `by_name` cannot refer to: remove one of them"
                .to_owned(),
        );
    }
    if !types::is_instance(&field.ty) {
        return Some(
            "`by_name` is for a field whose type, a generic one, leads back to this type (`#[avro(by_name)] parent: Option<Box<Node<T>>>`): \
             remove it"
                .to_owned(),
        );
    }
    None
}

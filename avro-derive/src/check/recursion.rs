//! Types that contain themselves where Avro cannot say so: a schema refers to a type by its name, and a union has none. And those of
//! which no value ends.

use quote::ToTokens as _;

use crate::ast::{Container, Content, Data};
use crate::error::Ctxt;
use crate::types;

/// `enum Value { Number(f64), List(Vec<Value>) }`, `struct List(Vec<List>);`, `struct Node { next: Box<Node> }`
pub(super) fn check(cx: &Ctxt, container: &Container) {
    let ident = &container.ident;
    match &container.data {
        Data::Newtype(field, _) if types::leads_to(&field.ty, ident) => cx.error_at(
            &field.ty,
            format_args!(
                "`{ident}` contains itself, and only a named type can: add `record`, so that it is a record of its own \
                 (`#[avro(record)] struct {ident}(#[avro(name = \"items\")] ..);`)"
            ),
        ),
        Data::Newtype(..) => {}
        Data::Union(branches) => {
            for branch in branches {
                if let Content::Newtype(field) = &branch.content
                    && types::leads_to(&field.ty, ident)
                {
                    cx.error_at(
                        &field.ty,
                        format_args!(
                            "`{ident}` is a union, which has no name to refer to itself by: make this variant a record, \
                             `{} {{ items: {} }}`",
                            branch.ident,
                            crate::source::readable(&field.ty.to_token_stream())
                        ),
                    );
                }
            }
        }
        Data::Record(fields) => {
            for field in fields.iter().filter(|field| field.position.is_some() && types::always_holds(&field.ty, ident))
            {
                cx.error_at(
                    &field.ty,
                    format_args!(
                        "each `{ident}` would hold another one, so no value of it ends: write `Option<{}>`",
                        crate::source::readable(&field.ty.to_token_stream())
                    ),
                );
            }
        }
        Data::Fixed(_) | Data::Enum(_) => {}
    }
}

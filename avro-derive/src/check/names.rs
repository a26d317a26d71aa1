//! Names: what the specification allows, and that no two things in one type have the same.

use crate::ast::{Container, Content, Data, Field, written};
use crate::error::Ctxt;
use crate::name::{self, Piece, TypeName};

/// `#[avro(name = "a-b")] struct S;`, `struct S { #[avro(name = "b")] a: i32, b: i32 }`
pub(super) fn check(cx: &Ctxt, container: &Container) {
    if !matches!(container.data, Data::Newtype(..)) {
        type_name(cx, "name", &container.name);
    }
    for alias in &container.aliases {
        type_name(cx, "alias", alias);
    }
    match &container.data {
        Data::Record(fields) => check_fields(cx, fields, container.ambiguous_aliases),
        Data::Union(branches) => {
            for (index, branch) in branches.iter().enumerate() {
                let Content::Record(record) = &branch.content else { continue };
                type_name(cx, "name", &record.name);
                for alias in &record.aliases {
                    type_name(cx, "alias", alias);
                }
                check_fields(cx, &record.fields, container.ambiguous_aliases);
                let earlier = branches[..index].iter().find(|earlier| match &earlier.content {
                    Content::Record(other) => {
                        (&other.name.pieces, &other.name.namespace) == (&record.name.pieces, &record.name.namespace)
                    }
                    _ => false,
                });
                if let Some(earlier) = earlier {
                    cx.error(
                        record.name.span,
                        format_args!(
                            "this variant's record has the same name as that of `{}`: write `#[avro(name = \"..\")]`",
                            earlier.ident
                        ),
                    );
                }
            }
            let nulls: Vec<_> = branches.iter().filter(|branch| matches!(branch.content, Content::Null)).collect();
            if let [first, second, ..] = nulls.as_slice() {
                cx.error(
                    second.ident.span(),
                    format_args!("a union holds `null` once, and `{}` is it already: remove `null` here", first.ident),
                );
            }
        }
        _ => {}
    }
}

fn type_name(cx: &Ctxt, what: &str, name: &TypeName) {
    // The parts that an instance fills in are good names, so any good name can stand for them.
    let mut text = String::new();
    for piece in &name.pieces {
        match piece {
            Piece::Text(literal) => text.push_str(literal),
            Piece::Simple(_) | Piece::Projection(_) | Piece::Full(_) => text.push('T'),
            Piece::Number(_) | Piece::Char(_) => text.push('0'),
        }
    }
    name::check_name(cx, name.span, what, &text, if what == "alias" { "" } else { "name" });
    if what == "name" && name.namespace.is_empty() && avro_model::names::is_primitive(&text) {
        cx.error(
            name.span,
            format_args!(
                "`{text}` is the name of a primitive type: write `#[avro(name = \"..\")]`, or give a namespace"
            ),
        );
    }
}

fn check_fields(cx: &Ctxt, fields: &[Field], ambiguous_aliases: bool) {
    // the names of flattened fields are known where the constants are
    let fields: Vec<&Field> = written(fields).map(|(_, field)| field).filter(|field| !field.flatten).collect();
    if fields.len() > usize::from(u16::MAX) {
        cx.error(fields[usize::from(u16::MAX)].span, "a record has at most 65535 fields here");
    }
    for (index, field) in fields.iter().enumerate() {
        if let Some(earlier) = fields[..index].iter().find(|earlier| earlier.wire == field.wire) {
            let member = &earlier.member;
            cx.error(
                field.span,
                format_args!(
                    "the name `{}` is already that of the field `{}`: write `#[avro(name = \"..\")]` on one of them",
                    field.wire,
                    quote::ToTokens::to_token_stream(member)
                ),
            );
        }
        let good = |alias: &&String| !ambiguous_aliases && avro_model::names::is_name(alias);
        for alias in field.aliases.iter().filter(good) {
            let clash = fields.iter().enumerate().find(|(other, candidate)| {
                candidate.wire == *alias || (*other < index && candidate.aliases.contains(alias))
            });
            if let Some((other, candidate)) = clash {
                let text = if other == index {
                    format!("`{alias}` is the field's own name: remove the alias")
                } else {
                    format!(
                        "`{alias}` also stands for the field `{}`: data that has it could mean either; where it is meant, \
                         `#[avro(ambiguous_aliases)]` on the type says so",
                        candidate.wire
                    )
                };
                cx.error(field.span, text);
            }
        }
    }
}

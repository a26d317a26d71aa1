//! How types, fields and symbols are written in messages: in Avro's words, and in Rust's where a help shows code.

use super::text::Buffer;
use crate::schema::{Field, Kind, LogicalType, Member, View};
use crate::text::short_name;

/// Nesting of anonymous types that a message spells out; deeper ones are cut with `..`.
const DEPTH: usize = 12;

/// Branches that a message names of the union that a field is: as many messages as branches may be about it.
const BRANCHES: usize = 16;

/// Writes the type as Avro calls it: `long`, `timestamp-millis`, `com.acme.Line`, `array<string>`, `union<null, long>`.
pub(super) const fn avro_type(out: &mut Buffer<'_>, ty: View<'_>) {
    type_in_short(out, ty, usize::MAX);
}

/// The same, with no more than `most` branches of each union.
const fn type_in_short(out: &mut Buffer<'_>, ty: View<'_>, most: usize) {
    let mut open: [Option<(View<'_>, usize)>; DEPTH] = [None; DEPTH];
    let (mut depth, mut next) = (0, Some(ty));
    loop {
        if let Some(ty) = next {
            next = None;
            match &ty.node.kind {
                Kind::Array(_) | Kind::Map(_) | Kind::Union(_) if depth == DEPTH => out.push(".."),
                Kind::Array(_) | Kind::Map(_) | Kind::Union(_) => {
                    out.push(ty.type_name());
                    out.push("<");
                    open[depth] = Some((ty, 0));
                    depth += 1;
                }
                _ => plain_type(out, ty),
            }
        }
        if depth == 0 {
            return;
        }
        if let Some((ty, at)) = open[depth - 1] {
            let child = match ty.element() {
                Some(element) if at == 0 => Some(element),
                None if at < ty.branch_count() && at < most => Some(ty.branch(at)),
                _ => None,
            };
            match child {
                Some(child) => {
                    if at > 0 {
                        out.push(", ");
                    }
                    open[depth - 1] = Some((ty, at + 1));
                    next = Some(child);
                }
                None => {
                    out.push(if at < ty.branch_count() { ", ..>" } else { ">" });
                    depth -= 1;
                }
            }
        }
    }
}

/// A type that is no array, map or union.
const fn plain_type(out: &mut Buffer<'_>, ty: View<'_>) {
    match ty.name() {
        Some(name) => {
            out.push(name.full.get());
            if let Some(logical) = ty.node.logical {
                out.push(" (");
                logical_type(out, logical);
                out.push(")");
            }
        }
        None => match ty.node.logical {
            Some(logical) => logical_type(out, logical),
            None => out.push(ty.type_name()),
        },
    }
}

/// Writes `timestamp-millis`, `decimal(18, 2)`.
pub(super) const fn logical_type(out: &mut Buffer<'_>, logical: LogicalType) {
    out.push(logical.name());
    if let LogicalType::Decimal { precision, scale } = logical {
        out.push("(");
        out.push_number(precision as u64);
        out.push(", ");
        out.push_number(scale as u64);
        out.push(")");
    }
}

/// Writes `currency: String` as the source has it, `currency: string` where there is no source.
pub(super) const fn field(out: &mut Buffer<'_>, owner: View<'_>, position: usize) {
    match member(owner, position) {
        Some(member) => {
            out.push(member.ident);
            out.push(": ");
            out.push(member.ty);
        }
        None => {
            let field = owner.field(position);
            out.push(field.name.get());
            out.push(": ");
            type_in_short(out, owner.child(&field.schema), BRANCHES);
        }
    }
}

/// Writes `currency: string`, in Avro's words.
pub(super) const fn avro_field(out: &mut Buffer<'_>, owner: View<'_>, field: &Field) {
    out.push(field.name.get());
    out.push(": ");
    avro_type(out, owner.child(&field.schema));
}

/// How the source writes the field or symbol at `position`.
pub(super) const fn member(owner: View<'_>, position: usize) -> Option<Member> {
    match owner.name() {
        Some(name) => match name.origin {
            Some(origin) if position < origin.members.len() => Some(origin.members[position]),
            _ => None,
        },
        None => None,
    }
}

/// Writes the Rust type that a derive maps to `ty`; false, with nothing that counts written, where it depends on the user's
/// choice (logical types, unions of several branches).
pub(super) const fn rust_type(out: &mut Buffer<'_>, ty: View<'_>) -> bool {
    let (mut ty, mut depth) = (ty, 0);
    loop {
        if ty.node.logical.is_some() || depth == DEPTH {
            return false;
        }
        match &ty.node.kind {
            Kind::Array(_) => out.push("Vec<"),
            Kind::Map(_) => out.push("HashMap<String, "),
            Kind::Union(_) => out.push("Option<"),
            Kind::Null => return false,
            _ => {
                out.push(match &ty.node.kind {
                    Kind::Boolean => "bool",
                    Kind::Int => "i32",
                    Kind::Long => "i64",
                    Kind::Float => "f32",
                    Kind::Double => "f64",
                    Kind::Bytes => "Vec<u8>",
                    Kind::String => "String",
                    _ => match ty.name() {
                        Some(name) => match name.origin {
                            Some(origin) => origin.ident,
                            None => short_name(name.full.get()),
                        },
                        None => return false,
                    },
                });
                while depth > 0 {
                    out.push(">");
                    depth -= 1;
                }
                return true;
            }
        }
        depth += 1;
        ty = match (ty.element(), optional(ty)) {
            (Some(inner), _) | (None, Some(inner)) => inner,
            (None, None) => return false,
        };
    }
}

/// The other branch of a union of `null` and one more.
pub(super) const fn optional(ty: View<'_>) -> Option<View<'_>> {
    if ty.branch_count() != 2 {
        return None;
    }
    match (&ty.branch(0).node.kind, &ty.branch(1).node.kind) {
        (Kind::Null, Kind::Null) => None,
        (Kind::Null, _) => Some(ty.branch(1)),
        (_, Kind::Null) => Some(ty.branch(0)),
        _ => None,
    }
}

/// Whether `null` is a value of the type.
pub(super) const fn takes_null(ty: View<'_>) -> bool {
    let mut i = 0;
    while i < ty.branch_count() {
        if matches!(ty.branch(i).node.kind, Kind::Null) {
            return true;
        }
        i += 1;
    }
    matches!(ty.node.kind, Kind::Null)
}

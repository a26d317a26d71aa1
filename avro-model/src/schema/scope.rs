//! Where the names are looked up that generic types refer to by name.

use super::handle::SchemaRef;
use super::view::items;
use super::{Child, Field, FieldPart, Fields, Kind, List, Name, Schema};
use crate::text::same;

/// How the schemas of generic types that contain themselves are tied together.
///
/// The constant of such a type cannot hold itself, so inside it stands its name alone ([`SchemaRef::by_name`]); the record of
/// that name is looked up in the [`Document`](crate::Document) that the handle to the whole brings along ([`SchemaRef::whole`]). A [`View`](crate::View) does
/// that on its way to a child, so that no algorithm knows of it.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// Names are looked up among these and what they are made of.
    Whole(&'static [SchemaRef]),
    /// A part of a whole: names are looked up where it is met.
    Part,
    /// The name of a record that is defined elsewhere in the whole.
    Name,
}

/// The record of that name among the parts that `handle` is made of. These are constants, which end; a static, which need not, is
/// no part.
pub(super) const fn definition(handle: SchemaRef, name: &Name, is_part: bool) -> Option<&'static Schema> {
    let is_part = match handle.document() {
        Some(document) => match document.scope {
            Scope::Name => return None,
            Scope::Part => true,
            Scope::Whole(_) => is_part,
        },
        None => is_part,
    };
    let node = handle.get();
    match &node.kind {
        Kind::Array(Child::Ptr(inner)) | Kind::Map(Child::Ptr(inner)) => return definition(*inner, name, false),
        Kind::Union(union) => {
            let (branches, mut i) = (items!(&union.branches), 0);
            while i < branches.len() {
                if let Child::Ptr(branch) = &branches[i]
                    && let Some(found) = definition(*branch, name, false)
                {
                    return Some(found);
                }
                i += 1;
            }
        }
        Kind::Record(record) if is_part => {
            if record.name.hash == name.hash && same(record.name.full.get(), name.full.get()) {
                return Some(node);
            }
            match &record.fields {
                Fields::Inline(List::Static(fields)) => {
                    let mut i = 0;
                    while i < fields.len() {
                        if let Child::Ptr(inner) = &fields[i].schema
                            && let Some(found) = definition(*inner, name, false)
                        {
                            return Some(found);
                        }
                        i += 1;
                    }
                }
                Fields::Joined(parts) => {
                    let mut i = 0;
                    while i < parts.len() {
                        let found = match &parts[i] {
                            FieldPart::Of(record) => definition(*record, name, false),
                            FieldPart::Own(Field { schema: Child::Ptr(inner), .. }) => definition(*inner, name, false),
                            FieldPart::Own(_) => None,
                        };
                        if found.is_some() {
                            return found;
                        }
                        i += 1;
                    }
                }
                _ => {}
            }
        }
        _ => {}
    }
    None
}

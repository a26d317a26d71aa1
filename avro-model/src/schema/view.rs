//! How every algorithm walks a schema, whatever its children are.

use super::document::Document;
use super::{Child, Field, FieldPart, Fields, Kind, List, Name, NullBranch, Schema};

/// [`List::get`] without a call, which the const interpreter charges for: views are walked more than anything else.
macro_rules! items {
    ($list:expr) => {
        match $list {
            List::Static(items) => *items,
            List::Owned(items) => items.as_slice(),
        }
    };
}
pub(crate) use items;

/// [`View::child`]'s node, without a call.
macro_rules! child {
    ($view:expr, $child:expr) => {
        match $child {
            $crate::schema::Child::Ptr(handle) => handle.get(),
            $crate::schema::Child::Node(index) => &items!(&$view.document.nodes)[*index as usize],
            $crate::schema::Child::Name(slot) => {
                &items!(&$view.document.nodes)[items!(&$view.document.named)[*slot as usize] as usize]
            }
        }
    };
}
pub(crate) use child;

/// A node and the document that its indices refer to.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The node.
    pub node: &'a Schema,
    /// What [`Child::Node`], [`Child::Name`], [`Fields::Pool`] and [`Fields::Packed`] index.
    pub document: &'a Document,
}

impl<'a> View<'a> {
    /// The node that `child` stands for.
    pub const fn child(self, child: &'a Child) -> View<'a> {
        let node = match child {
            Child::Ptr(handle) => return handle.within(self.document),
            Child::Node(index) => &items!(&self.document.nodes)[*index as usize],
            Child::Name(slot) => &items!(&self.document.nodes)[items!(&self.document.named)[*slot as usize] as usize],
        };
        View { node, document: self.document }
    }

    /// The name of a record, enum or fixed.
    pub const fn name(self) -> Option<&'a Name> {
        match &self.node.kind {
            Kind::Record(record) => Some(&record.name),
            Kind::Enum(symbols) => Some(&symbols.name),
            Kind::Fixed(fixed) => Some(&fixed.name),
            _ => None,
        }
    }

    /// The Avro type's name: `record`, `union`, `long` ...
    pub const fn type_name(self) -> &'static str {
        match &self.node.kind {
            Kind::Null => "null",
            Kind::Boolean => "boolean",
            Kind::Int => "int",
            Kind::Long => "long",
            Kind::Float => "float",
            Kind::Double => "double",
            Kind::Bytes => "bytes",
            Kind::String => "string",
            Kind::Array(_) => "array",
            Kind::Map(_) => "map",
            Kind::Union(_) => "union",
            Kind::Record(_) => "record",
            Kind::Enum(_) => "enum",
            Kind::Fixed(_) => "fixed",
        }
    }

    /// The number of fields; 0 for what is no record.
    pub const fn field_count(self) -> usize {
        match &self.node.kind {
            Kind::Record(record) => match &record.fields {
                Fields::Inline(fields) => items!(fields).len(),
                Fields::Pool(indices) => items!(indices).len(),
                Fields::Packed(bytes) => bytes.len() / 2,
                Fields::Joined(parts) => position_of(parts, parts.len()),
            },
            _ => 0,
        }
    }

    /// The field at `position`.
    ///
    /// # Panics
    /// Where there is none.
    pub const fn field(self, position: usize) -> &'a Field {
        match &self.node.kind {
            Kind::Record(record) => match &record.fields {
                Fields::Inline(fields) => &items!(fields)[position],
                Fields::Pool(indices) => &items!(&self.document.fields)[items!(indices)[position] as usize],
                Fields::Packed(bytes) => {
                    let index = bytes[2 * position] as usize | (bytes[2 * position + 1] as usize) << 8;
                    &items!(&self.document.fields)[index]
                }
                Fields::Joined(parts) => joined(parts, position),
            },
            _ => panic!("invariant: only records have fields"),
        }
    }

    /// Where among the fields the part at `part` begins, and how many it is. A record whose fields are its own has one part for
    /// each.
    pub const fn part(self, part: usize) -> (usize, usize) {
        match &self.node.kind {
            Kind::Record(record) => match &record.fields {
                Fields::Joined(parts) => {
                    let start = position_of(parts, part);
                    (start, position_of(parts, part + 1) - start)
                }
                _ => (part, 1),
            },
            _ => (part, 0),
        }
    }

    /// The number of branches; 0 for what is no union.
    pub const fn branch_count(self) -> usize {
        match &self.node.kind {
            Kind::Union(union) => union.branches.get().len() + (!matches!(union.null, NullBranch::None)) as usize,
            _ => 0,
        }
    }

    /// The branch at `position`.
    ///
    /// # Panics
    /// Where there is none.
    pub const fn branch(self, position: usize) -> View<'a> {
        match &self.node.kind {
            Kind::Union(union) => {
                let branches = union.branches.get();
                match union.null {
                    NullBranch::First if position == 0 => NULL_BRANCH,
                    NullBranch::First => self.child(&branches[position - 1]),
                    NullBranch::Last if position == branches.len() => NULL_BRANCH,
                    _ => self.child(&branches[position]),
                }
            }
            _ => panic!("invariant: only unions have branches"),
        }
    }

    /// The items of an array or the values of a map.
    pub const fn element(self) -> Option<View<'a>> {
        match &self.node.kind {
            Kind::Array(child) | Kind::Map(child) => Some(self.child(child)),
            _ => None,
        }
    }
}

/// How many fields stand before the part `until`.
pub(crate) const fn position_of(parts: &'static [FieldPart], until: usize) -> usize {
    let (mut i, mut count) = (0, 0);
    while i < until {
        count += match &parts[i] {
            FieldPart::Own(_) => 1,
            FieldPart::Of(record) => record.view().field_count(),
        };
        i += 1;
    }
    count
}

/// The field at `position` among all that the parts are.
pub(crate) const fn joined(parts: &'static [FieldPart], position: usize) -> &'static Field {
    let (mut i, mut left) = (0, position);
    loop {
        match &parts[i] {
            FieldPart::Own(field) if left == 0 => return field,
            FieldPart::Own(_) => left -= 1,
            FieldPart::Of(record) => {
                let count = record.view().field_count();
                if left < count {
                    return record.view().field(left);
                }
                left -= count;
            }
        }
        i += 1;
    }
}

static NULL: Schema = Schema::plain(Kind::Null);
static NO_DOCUMENT: Document = Document::NONE;
pub(crate) const NULL_BRANCH: View<'static> = View { node: &NULL, document: &NO_DOCUMENT };

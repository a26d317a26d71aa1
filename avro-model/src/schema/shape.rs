//! What sort of type a field has, in a word.

use super::view::{child, items};
use super::{Child, Kind, List, LogicalType, NullBranch, Schema, View, unit};

/// Which of the types it is of which nothing is to be said where both sides have the same: a primitive one, with one of the
/// common logical types or none; such a one and null, in any order; arrays and maps of these.
#[derive(Clone, Copy, Debug)]
pub struct Shape(u16);

impl Shape {
    /// Nobody has looked yet.
    pub const UNKNOWN: Shape = Shape(0);
    /// Another type, even of which the engine must look at.
    const OTHER: Shape = Shape(1);
    /// Null is one of the values.
    const OPTIONAL: u16 = 0x100;

    pub(crate) const fn is_unknown(self) -> bool {
        self.0 == 0
    }

    /// Both are the same, and nothing is to be said.
    pub(crate) const fn is(self, other: Shape) -> bool {
        self.0 == other.0 && self.0 > Shape::OTHER.0
    }
}

// A named type has no shape, and is not looked at: its slot is one of the version at hand, and a type of the pool is looked
// at for all versions, of which earlier ones may lack it.
macro_rules! unnamed {
    ($view:expr, $child:expr) => {
        match $child {
            Child::Name(_) => return Shape::OTHER,
            child => child!($view, child),
        }
    };
}

/// The [`Shape`] of a field's type. As little is read as can be: the const interpreter charges most for what is in statics.
pub(crate) const fn shape(view: View<'_>, schema: &Child) -> Shape {
    let mut node: &Schema = unnamed!(view, schema);
    let mut around = 0;
    while let Kind::Array(inner) | Kind::Map(inner) = &node.kind {
        if around > 0xf || !items!(&node.props).is_empty() || node.logical.is_some() {
            return Shape::OTHER;
        }
        around = around * 4 + 1 + matches!(&node.kind, Kind::Map(_)) as u16;
        node = unnamed!(view, inner);
    }
    let mut optional = 0;
    if let Kind::Union(union) = &node.kind {
        if !items!(&node.props).is_empty() {
            return Shape::OTHER;
        }
        optional = Shape::OPTIONAL;
        node = match (&union.null, items!(&union.branches)) {
            (NullBranch::First | NullBranch::Last, [one]) => unnamed!(view, one),
            (NullBranch::None, [a, b]) => {
                let first: &Schema = unnamed!(view, a);
                let second: &Schema = unnamed!(view, b);
                match (&first.kind, &second.kind) {
                    (Kind::Null, _) => second,
                    (_, Kind::Null) => first,
                    _ => return Shape::OTHER,
                }
            }
            _ => return Shape::OTHER,
        };
    }
    let kind = match &node.kind {
        Kind::Null if optional == 0 => 1,
        Kind::Boolean => 2,
        Kind::Int => 3,
        Kind::Long => 4,
        Kind::Float => 5,
        Kind::Double => 6,
        Kind::Bytes => 7,
        Kind::String => 8,
        _ => return Shape::OTHER,
    };
    let logical = match &node.logical {
        None => 0,
        Some(_) if optional > 0 => return Shape::OTHER,
        Some(LogicalType::Uuid) => 1,
        Some(LogicalType::Date) => 2,
        Some(LogicalType::TimeMillis) => 3,
        Some(LogicalType::TimeMicros) => 4,
        Some(LogicalType::TimestampMillis) => 5,
        Some(LogicalType::TimestampMicros) => 6,
        Some(LogicalType::TimestampNanos) => 7,
        Some(_) => return Shape::OTHER,
    };
    if !items!(&node.props).is_empty() && unit(items!(&node.props)).is_some() {
        return Shape::OTHER;
    }
    Shape((around << 9) | optional | (logical << 4) | (kind + 1))
}

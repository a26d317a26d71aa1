//! What emitted source calls: short `const fn` constructors of pooled nodes, and the names that it needs.
//!
//! A call per node keeps the emitted text short, which is what rustc's time goes by.

pub use core::option::Option::{None, Some};
pub use core::primitive::u32;

pub use crate::history::{Accepted, Changes, Recorded, RecordedVersion};
pub use crate::schema::{
    Child, Document, Field, Fields, Kind, LogicalType, Name, NullBranch, Order, Prop, Record, Schema, Union,
};
use crate::schema::{Scope, Shape};
pub use crate::text::{List, Str};
use crate::{Enum, Fixed};

/// A child from its code: an index of a node doubled, or a slot of a named type doubled and one more.
pub const fn child(code: u32) -> Child {
    if code & 1 == 0 { Child::Node(code >> 1) } else { Child::Name(code >> 1) }
}

/// A field that is only a name and a type; `hash` is that of `name`.
///
/// This and [`defaulted`] are what nearly all fields are: each argument less, and each call less within, counts.
pub const fn field(name: &'static str, hash: u64, code: u32) -> Field {
    Field {
        name: Str::Static(name),
        hash,
        schema: if code & 1 == 0 { Child::Node(code >> 1) } else { Child::Name(code >> 1) },
        shape: Shape::UNKNOWN,
        default: None,
        order: Order::Ascending,
        aliases: List::EMPTY,
        doc: None,
        props: List::EMPTY,
    }
}

/// A field that has a default besides.
pub const fn defaulted(name: &'static str, hash: u64, code: u32, default: &'static str) -> Field {
    Field {
        name: Str::Static(name),
        hash,
        schema: if code & 1 == 0 { Child::Node(code >> 1) } else { Child::Name(code >> 1) },
        shape: Shape::UNKNOWN,
        default: Some(Str::Static(default)),
        order: Order::Ascending,
        aliases: List::EMPTY,
        doc: None,
        props: List::EMPTY,
    }
}

/// A field with all there is.
pub const fn field_with(
    name: &'static str,
    hash: u64,
    code: u32,
    default: Option<&'static str>,
    order: Order,
    aliases: &'static [Str],
    props: &'static [Prop],
) -> Field {
    Field {
        name: Str::Static(name),
        hash,
        schema: child(code),
        shape: Shape::UNKNOWN,
        default: match default {
            Some(text) => Some(Str::Static(text)),
            None => None,
        },
        order,
        aliases: List::Static(aliases),
        doc: None,
        props: List::Static(props),
    }
}

/// A node without name.
pub const fn node(kind: Kind, logical: Option<LogicalType>, props: &'static [Prop]) -> Schema {
    Schema { kind, logical, props: List::Static(props) }
}

/// An array of the child with `code`.
pub const fn array(code: u32, props: &'static [Prop]) -> Schema {
    node(Kind::Array(child(code)), None, props)
}

/// A map to the child with `code`.
pub const fn map(code: u32, props: &'static [Prop]) -> Schema {
    node(Kind::Map(child(code)), None, props)
}

/// A union.
pub const fn union(branches: &'static [Child]) -> Schema {
    Schema::union(NullBranch::None, branches)
}

/// A name; `hash` is that of `full`.
pub const fn name(full: &'static str, hash: u64, aliases: &'static [Str], bare: bool) -> Name {
    Name { full: Str::Static(full), hash, aliases: List::Static(aliases), bare, origin: None, identity: 0 }
}

/// A record whose fields are two-byte indices.
pub const fn record(
    name: Name,
    fields: &'static [u8],
    by_hash: &'static [u8],
    error: bool,
    props: &'static [Prop],
) -> Schema {
    node(
        Kind::Record(Record { name, doc: None, fields: Fields::Packed(fields), by_hash: List::Static(by_hash), error }),
        None,
        props,
    )
}

/// A record of a pool with more fields than two bytes can index.
pub const fn wide_record(
    name: Name,
    fields: &'static [u32],
    by_hash: &'static [u8],
    error: bool,
    props: &'static [Prop],
) -> Schema {
    let fields = Fields::Pool(List::Static(fields));
    node(Kind::Record(Record { name, doc: None, fields, by_hash: List::Static(by_hash), error }), None, props)
}

/// An enum.
pub const fn enumeration(
    name: Name,
    symbols: &'static [Str],
    default: Option<&'static str>,
    props: &'static [Prop],
) -> Schema {
    let default = match default {
        Some(text) => Some(Str::Static(text)),
        None => None,
    };
    let symbols = List::Static(symbols);
    node(Kind::Enum(Enum { name, doc: None, symbols, by_hash: List::EMPTY, default }), None, props)
}

/// A fixed.
pub const fn fixed(name: Name, size: u32, logical: Option<LogicalType>, props: &'static [Prop]) -> Schema {
    node(Kind::Fixed(Fixed { name, doc: None, size }), logical, props)
}

/// One version over the pool.
pub const fn document(
    nodes: &'static [Schema],
    fields: &'static [Field],
    named: &'static [u32],
    root: u32,
) -> Document {
    Document {
        nodes: List::Static(nodes),
        fields: List::Static(fields),
        named: List::Static(named),
        root,
        scope: Scope::Whole(&[]),
    }
}

//! What is planned: structs and enums, their parts, and the Rust type of each place where a schema stands.

use avro_model::{Field, LogicalType, View};

use super::rename::Renames;

/// A struct or an enum.
pub(crate) struct Item<'a> {
    /// Index of the module.
    pub(crate) module: usize,
    /// Identifier, not yet raw.
    pub(crate) ident: String,
    /// Full name of the Avro type, or what stands for it where Avro has none.
    pub(crate) full: String,
    /// The schema; of a union that a field holds, the union.
    pub(crate) view: View<'a>,
    /// What it is.
    pub(crate) body: Body<'a>,
    /// Where the type was made for something that has no name: what, for its documentation.
    pub(crate) what: Option<String>,
    /// The root of a file that has no name in Avro.
    pub(crate) root: bool,
}

/// The parts of an item.
pub(crate) enum Body<'a> {
    /// Fields, and how their names follow from the identifiers.
    Record(Vec<RecordField<'a>>, Renames),
    /// Identifiers of the symbols, and how the symbols follow from them.
    Enum(Vec<String>, Renames),
    /// A fixed of that size, and the type that it holds where that is not its bytes.
    Fixed(u32, Option<String>),
    /// Variants.
    Union(Vec<Branch<'a>>),
    /// What a root without a name holds.
    Newtype(Position<'a>),
}

/// A field of a record.
pub(crate) struct RecordField<'a> {
    pub(crate) field: &'a Field,
    pub(crate) ident: String,
    pub(crate) position: Position<'a>,
}

/// A variant of a union.
pub(crate) struct Branch<'a> {
    pub(crate) ident: String,
    /// Nothing for `null`.
    pub(crate) position: Option<Position<'a>>,
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ty {
    Unit,
    Bool,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    Text,
    List(Box<Ty>),
    Map(Box<Ty>),
    Option(Box<Ty>),
    Box(Box<Ty>),
    /// The path of a generated type.
    Path(String),
}

/// Where the `null` of an `Option` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Null {
    /// This is no `Option`.
    Absent,
    First,
    Last,
}

/// What the nodes of a place say beside their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carried {
    /// Nothing.
    Nothing,
    /// The innermost node has this logical type, with or without a `scale`, and nothing else says anything.
    Logical(LogicalType, bool),
    /// Properties that only the schema's text can say.
    Text,
}

/// A place where a schema stands.
#[derive(Clone, Debug)]
pub(crate) struct Position<'a> {
    pub(crate) view: View<'a>,
    pub(crate) ty: Ty,
    pub(crate) null: Null,
    pub(crate) carried: Carried,
}

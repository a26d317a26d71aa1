//! The schema model: one node type for what a derive emits and for what a parser reads.
//!
//! - A derive emits a private `static` [`Schema`] per type; children are [`Child::Ptr`], a handle around a raw pointer,
//!   so that mutually recursive types work across crates.
//! - A parser builds a [`Document`]: a pool of nodes and fields; children are [`Child::Node`] (an index) or
//!   [`Child::Name`] (a slot of the document's table of named types, so that several versions can share nodes).
//! - [`View`] is a node together with the document that its indices refer to. All algorithms walk views.
mod document;
mod handle;
mod reach;
mod scope;
mod shape;
mod view;

pub use self::document::Document;
pub use self::handle::SchemaRef;
pub use self::scope::Scope;
pub use self::shape::Shape;
pub(crate) use self::shape::shape;
pub use self::view::View;
pub(crate) use self::view::{NULL_BRANCH, child, items, joined};
pub use crate::logical::LogicalType;
use crate::text::{List, Str, hash, same};

/// A child of a node.
#[derive(Clone, Debug)]
pub enum Child {
    /// A static node of any crate (what a derive emits).
    Ptr(SchemaRef),
    /// Index into [`Document::nodes`].
    Node(u32),
    /// Index into [`Document::named`]: a named type, which versions of one pool may resolve differently.
    Name(u32),
}

/// One schema node: an Avro type, the logical type on it, and what else stands beside it in the JSON.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The Avro type and what belongs to it.
    pub kind: Kind,
    /// The logical type, where it is known and valid on this Avro type.
    pub logical: Option<LogicalType>,
    /// Every other attribute in source order (`logicalType`, `precision` and `scale` included), as JSON text.
    pub props: List<Prop>,
}

/// An Avro type (Avro specification, "Primitive Types" and "Complex Types").
#[derive(Clone, Debug)]
pub enum Kind {
    /// `null`
    Null,
    /// `boolean`
    Boolean,
    /// `int`, 32 bits
    Int,
    /// `long`, 64 bits
    Long,
    /// `float`
    Float,
    /// `double`
    Double,
    /// `bytes`
    Bytes,
    /// `string`
    String,
    /// `array` of the child
    Array(Child),
    /// `map` from string to the child
    Map(Child),
    /// A union
    Union(Union),
    /// `record` (or `error`)
    Record(Record),
    /// `enum`
    Enum(Enum),
    /// `fixed`
    Fixed(Fixed),
}

/// A union. `null` may stand outside the list, so that `Option<T>` of a union needs no list of its own.
#[derive(Clone, Debug)]
pub struct Union {
    /// A `null` branch before or behind `branches`.
    pub null: NullBranch,
    /// The other branches (a parser puts all of them here).
    pub branches: List<Child>,
}

/// Where a union's separate `null` branch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NullBranch {
    /// There is none.
    None,
    /// Branch 0.
    First,
    /// The last branch.
    Last,
}

/// A record (Avro specification, "Records"): named fields, written one behind the other in this order.
#[derive(Clone, Debug)]
pub struct Record {
    /// Name and aliases.
    pub name: Name,
    /// Documentation.
    pub doc: Option<Str>,
    /// Fields in order.
    pub fields: Fields,
    /// Positions of the fields by ascending [`Field::hash`], two bytes each, or four each where two do not hold all of them,
    /// little-endian; empty: search linearly.
    pub by_hash: List<u8>,
    /// Declared with `"type": "error"`.
    pub error: bool,
}

/// An enum (Avro specification, "Enums"): a value is the position of its symbol, from 0.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Name and aliases.
    pub name: Name,
    /// Documentation.
    pub doc: Option<Str>,
    /// Symbols in order.
    pub symbols: List<Str>,
    /// Positions of the symbols by ascending hash of their texts, four bytes each, little-endian; empty: search linearly.
    pub by_hash: List<u8>,
    /// The symbol that stands for symbols the reader does not know.
    pub default: Option<Str>,
}

/// A fixed (Avro specification, "Fixed"): a value is just so many bytes.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// Name and aliases.
    pub name: Name,
    /// Documentation.
    pub doc: Option<Str>,
    /// Size in bytes.
    pub size: u32,
}

/// The name of a record, enum or fixed (Avro specification, "Names").
#[derive(Clone, Debug)]
pub struct Name {
    /// Namespace and name, joined by a dot.
    pub full: Str,
    /// [`hash`] of `full`.
    pub hash: u64,
    /// Full names of the aliases.
    pub aliases: List<Str>,
    /// No namespace, and nobody wrote `namespace = ""`: refused inside a type that has a namespace.
    pub bare: bool,
    /// Where the Rust type is declared, for messages only; `None` for a type that was read from JSON.
    pub origin: Option<&'static Origin>,
    /// Which Rust type it is: names of one identity are of one type. 0 where that is not known.
    pub identity: u64,
}

impl Name {
    /// A name that no Rust source declares: what a history emits.
    pub const fn new(full: &'static str, aliases: &'static [Str], bare: bool) -> Self {
        Name {
            full: Str::Static(full),
            hash: hash(full),
            aliases: List::Static(aliases),
            bare,
            origin: None,
            identity: 0,
        }
    }

    /// A name as a derive emits it.
    pub const fn declared(full: &'static str, aliases: &'static [Str], bare: bool, origin: &'static Origin) -> Self {
        Name {
            full: Str::Static(full),
            hash: hash(full),
            aliases: List::Static(aliases),
            bare,
            origin: Some(origin),
            identity: 0,
        }
    }

    /// With the identity of its Rust type.
    pub const fn of_type(mut self, identity: u64) -> Self {
        self.identity = identity;
        self
    }

    /// The name without its namespace.
    pub const fn short(&self) -> &str {
        crate::text::short_name(self.full.get())
    }

    /// The namespace, empty for none.
    pub const fn namespace(&self) -> &str {
        crate::text::namespace(self.full.get())
    }
}

/// Where the Rust type of a named Avro type is declared, and how its members are written there: what messages of the gate
/// point at and suggest. Never part of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The Rust type's identifier.
    pub ident: &'static str,
    /// The source file, as the compiler names it.
    pub file: &'static str,
    /// The line in it, from 1.
    pub line: u32,
    /// The members in the order of the record's fields or the enum's symbols.
    pub members: &'static [Member],
}

/// A field or a variant as it is written in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Visibility as written, with a space behind it where it is not empty: `pub `.
    pub vis: &'static str,
    /// Identifier as written (`r#type`); the position for a tuple's field.
    pub ident: &'static str,
    /// The type as written; empty for a variant.
    pub ty: &'static str,
}

/// The fields of a record.
#[derive(Clone, Debug)]
pub enum Fields {
    /// In place (what a derive emits).
    Inline(List<Field>),
    /// Indices into [`Document::fields`] (what a parser builds).
    Pool(List<u32>),
    /// Indices into [`Document::fields`], two bytes each, little-endian (what the history emitter writes).
    Packed(&'static [u8]),
    /// In place, some of them those of another record (what a derive emits for `#[avro(flatten)]`).
    Joined(&'static [FieldPart]),
}

/// What one field of a Rust struct is among the fields of the record.
#[derive(Clone, Debug)]
pub enum FieldPart {
    /// A field.
    Own(Field),
    /// All fields of this record.
    Of(SchemaRef),
}

/// A field of a record: what `{"name": .., "type": .., ..}` says.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name.
    pub name: Str,
    /// [`hash`] of `name`.
    pub hash: u64,
    /// Type.
    pub schema: Child,
    /// What sort of type that is; a parser says so, a derive leaves it open.
    pub shape: Shape,
    /// Default, as JSON text.
    pub default: Option<Str>,
    /// Sort order.
    pub order: Order,
    /// Aliases.
    pub aliases: List<Str>,
    /// Documentation.
    pub doc: Option<Str>,
    /// Every other attribute in source order, as JSON text.
    pub props: List<Prop>,
}

/// What a derive says of a field beside its name and type; all `Copy`, so that `..FieldSpec::NONE` works in `const`.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Default, as JSON text.
    pub default: Option<&'static str>,
    /// Sort order.
    pub order: Order,
    /// Aliases.
    pub aliases: &'static [Str],
    /// Documentation.
    pub doc: Option<&'static str>,
    /// Other attributes.
    pub props: &'static [Prop],
}

impl FieldSpec {
    /// No default, no aliases, no documentation, no properties, ascending.
    pub const NONE: FieldSpec =
        FieldSpec { default: None, order: Order::Ascending, aliases: &[], doc: None, props: &[] };
}

impl Field {
    /// A field as a derive emits it; `hash` is [`hash`] of `name`, computed at expansion.
    pub const fn new(name: &'static str, hash: u64, schema: SchemaRef, spec: FieldSpec) -> Self {
        Field {
            name: Str::Static(name),
            hash,
            schema: Child::Ptr(schema),
            shape: Shape::UNKNOWN,
            default: match spec.default {
                Some(text) => Some(Str::Static(text)),
                None => None,
            },
            order: spec.order,
            aliases: List::Static(spec.aliases),
            doc: match spec.doc {
                Some(text) => Some(Str::Static(text)),
                None => None,
            },
            props: List::Static(spec.props),
        }
    }
}

/// How values are sorted by a field (Avro specification, "Sort Order"); part of the schema, nothing to the codec.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// `ascending`
    #[default]
    Ascending,
    /// `descending`
    Descending,
    /// `ignore`
    Ignore,
}

/// An attribute that is not part of the schema's shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prop {
    /// Key.
    pub key: Str,
    /// JSON text; numbers keep their source text.
    pub value: Str,
}

/// The property `unit` of a field or a type, as JSON text.
pub(crate) const fn unit(props: &[Prop]) -> Option<&str> {
    let mut i = 0;
    while i < props.len() {
        if same(props[i].key.get(), "unit") {
            return Some(props[i].value.get());
        }
        i += 1;
    }
    None
}

impl Schema {
    /// A node without logical type and properties.
    pub const fn plain(kind: Kind) -> Self {
        Schema { kind, logical: None, props: List::EMPTY }
    }

    /// The node with these properties, and the logical type that they name where it is valid on this Avro type.
    pub const fn with_props(mut self, props: &'static [Prop]) -> Self {
        // A destructor cannot run in `const`, and the list of a node that a derive emits is static.
        core::mem::forget(core::mem::replace(&mut self.props, List::Static(props)));
        self.logical = LogicalType::of(&self.kind, props);
        self
    }

    /// The record declared with `"type": "error"`.
    pub const fn as_error(mut self) -> Self {
        if let Kind::Record(record) = &mut self.kind {
            record.error = true;
        }
        self
    }

    /// An array of `items`, as a derive emits it.
    pub const fn array(items: SchemaRef) -> Self {
        Schema::plain(Kind::Array(Child::Ptr(items)))
    }

    /// A map to `values`, as a derive emits it.
    pub const fn map(values: SchemaRef) -> Self {
        Schema::plain(Kind::Map(Child::Ptr(values)))
    }

    /// A union, as a derive emits it.
    pub const fn union(null: NullBranch, branches: &'static [Child]) -> Self {
        Schema::plain(Kind::Union(Union { null, branches: List::Static(branches) }))
    }

    /// A record, as a derive emits it; `by_hash` is described at [`Record::by_hash`].
    pub const fn record(
        name: Name,
        doc: Option<&'static str>,
        fields: &'static [Field],
        by_hash: &'static [u8],
    ) -> Self {
        Schema::plain(Kind::Record(Record {
            name,
            doc: optional(doc),
            fields: Fields::Inline(List::Static(fields)),
            by_hash: List::Static(by_hash),
            error: false,
        }))
    }

    /// The name of a record that is defined elsewhere: what [`SchemaRef::by_name`] points to.
    pub const fn stub(name: Name) -> Self {
        Schema::record(name, None, &[], &[])
    }

    /// A record, some of whose fields are those of other records, as a derive emits it.
    pub const fn joined_record(name: Name, doc: Option<&'static str>, parts: &'static [FieldPart]) -> Self {
        Schema::plain(Kind::Record(Record {
            name,
            doc: optional(doc),
            fields: Fields::Joined(parts),
            by_hash: List::EMPTY,
            error: false,
        }))
    }

    /// An enum, as a derive emits it.
    pub const fn enumeration(
        name: Name,
        doc: Option<&'static str>,
        symbols: &'static [Str],
        default: Option<&'static str>,
    ) -> Self {
        Schema::plain(Kind::Enum(Enum {
            name,
            doc: optional(doc),
            symbols: List::Static(symbols),
            by_hash: List::EMPTY,
            default: optional(default),
        }))
    }

    /// A fixed, as a derive emits it.
    pub const fn fixed(name: Name, doc: Option<&'static str>, size: u32) -> Self {
        Schema::plain(Kind::Fixed(Fixed { name, doc: optional(doc), size }))
    }
}

const fn optional(text: Option<&'static str>) -> Option<Str> {
    match text {
        Some(text) => Some(Str::Static(text)),
        None => None,
    }
}

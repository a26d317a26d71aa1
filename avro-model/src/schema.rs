//! The schema model: one node type for what a derive emits and for what a parser reads.
//!
//! - A derive emits a private `static` [`Schema`] per type; children are [`Child::Ptr`], a handle around a raw pointer,
//!   so that mutually recursive types work across crates.
//! - A parser builds a [`Document`]: a pool of nodes and fields; children are [`Child::Node`] (an index) or
//!   [`Child::Name`] (a slot of the document's table of named types, so that several versions can share nodes).
//! - [`View`] is a node together with the document that its indices refer to. All algorithms walk views.

use core::ptr::NonNull;

pub use crate::logical::LogicalType;
use crate::text::{List, Str, hash, same};

/// A handle to a static schema node, `Copy` and comparable only by what it points to.
///
/// `&'static Schema` in its place would make const validation follow the reference, which is a cycle error for recursive
/// types; the raw pointer is not followed. The schema of a generic type is no static but a constant, which cannot hold itself
/// behind a pointer either: see [`Scope`].
#[derive(Clone, Copy)]
pub struct SchemaRef {
    node: *const Schema,
    /// `None` for most: children are looked up where the handle is met.
    document: Option<NonNull<Document>>,
}

// SAFETY: only made from `&'static Schema` and `&'static Document`, which have no interior mutability and are never written.
unsafe impl Sync for SchemaRef {}
// SAFETY: as for `Sync`.
unsafe impl Send for SchemaRef {}

/// How the schemas of generic types that contain themselves are tied together.
///
/// The constant of such a type cannot hold itself, so inside it stands its name alone ([`SchemaRef::by_name`]); the record of
/// that name is looked up in the [`Document`] that the handle to the whole brings along ([`SchemaRef::whole`]). A [`View`] does
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

impl SchemaRef {
    /// A handle to `schema`.
    pub const fn new(schema: &'static Schema) -> Self {
        SchemaRef { node: schema as *const Schema, document: None }
    }

    /// A handle to `schema`, in which names may stand that are looked up where it is met.
    pub const fn part(schema: &'static Schema) -> Self {
        SchemaRef::new(schema).with(&PART)
    }

    /// A handle to a record that is defined elsewhere; `stub` has its name and nothing else.
    pub const fn by_name(stub: &'static Schema) -> Self {
        SchemaRef::new(stub).with(&NAME)
    }

    /// The same node, where the names in it are looked up in `document`, which is one of parts.
    pub const fn whole(self, document: &'static Document) -> Self {
        SchemaRef::new(self.within(document).node).with(document)
    }

    const fn with(mut self, document: &'static Document) -> Self {
        let document: *const Document = document;
        // SAFETY: a reference is not null.
        self.document = Some(unsafe { NonNull::new_unchecked(document.cast_mut()) });
        self
    }

    /// The node; of a record that is defined elsewhere its name alone.
    pub const fn get(self) -> &'static Schema {
        // SAFETY: the pointer was made from `&'static Schema` in `new`, the only constructor.
        unsafe { &*self.node }
    }

    const fn document(self) -> Option<&'static Document> {
        match self.document {
            // SAFETY: the pointer was made from `&'static Document` in `with`, and nothing writes through it.
            Some(document) => Some(unsafe { &*document.as_ptr() }),
            None => None,
        }
    }

    /// Whether this is the name of a record that is defined elsewhere.
    pub const fn is_name(self) -> bool {
        match self.document() {
            Some(document) => matches!(document.scope, Scope::Name),
            None => false,
        }
    }

    /// The node as a view.
    pub const fn view(self) -> View<'static> {
        self.within(&Document::NONE)
    }

    /// The node as a view, met inside of `around`.
    const fn within<'a>(self, around: &'a Document) -> View<'a> {
        let document = match self.document() {
            Some(document) => match document.scope {
                Scope::Whole(_) => document,
                Scope::Part => around,
                Scope::Name => return View { node: around.definition(self.get()), document: around },
            },
            None => around,
        };
        View { node: self.get(), document }
    }

    /// A handle to what `view` shows, which is no node of a pool.
    pub const fn of(view: View<'static>) -> Self {
        match view.document.scope {
            Scope::Whole([_, ..]) => SchemaRef::new(view.node).with(view.document),
            _ => SchemaRef::new(view.node),
        }
    }

    /// The node's address: the same for two handles of one static. Not for use in `const`.
    pub fn address(self) -> usize {
        self.node as usize
    }
}

impl core::fmt::Debug for SchemaRef {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.view().name() {
            Some(name) => write!(f, "SchemaRef({})", name.full.get()),
            None => write!(f, "SchemaRef({:?})", self.view().type_name()),
        }
    }
}

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

/// One schema node.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The Avro type and what belongs to it.
    pub kind: Kind,
    /// The logical type, where it is known and valid on this Avro type.
    pub logical: Option<LogicalType>,
    /// Every other attribute in source order (`logicalType`, `precision` and `scale` included), as JSON text.
    pub props: List<Prop>,
}

/// An Avro type.
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

/// A record.
#[derive(Clone, Debug)]
pub struct Record {
    /// Name and aliases.
    pub name: Name,
    /// Documentation.
    pub doc: Option<Str>,
    /// Fields in order.
    pub fields: Fields,
    /// Positions of the fields by ascending [`Field::hash`], two bytes each, little-endian; empty: search linearly.
    pub by_hash: List<u8>,
    /// Declared with `"type": "error"`.
    pub error: bool,
}

/// An enum.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Name and aliases.
    pub name: Name,
    /// Documentation.
    pub doc: Option<Str>,
    /// Symbols in order.
    pub symbols: List<Str>,
    /// The symbol that stands for symbols the reader does not know.
    pub default: Option<Str>,
}

/// A fixed.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// Name and aliases.
    pub name: Name,
    /// Documentation.
    pub doc: Option<Str>,
    /// Size in bytes.
    pub size: u32,
}

/// The name of a named type.
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
}

impl Name {
    /// A name that no Rust source declares: what a history emits.
    pub const fn new(full: &'static str, aliases: &'static [Str], bare: bool) -> Self {
        Name { full: Str::Static(full), hash: hash(full), aliases: List::Static(aliases), bare, origin: None }
    }

    /// A name as a derive emits it.
    pub const fn declared(full: &'static str, aliases: &'static [Str], bare: bool, origin: &'static Origin) -> Self {
        Name { full: Str::Static(full), hash: hash(full), aliases: List::Static(aliases), bare, origin: Some(origin) }
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

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name.
    pub name: Str,
    /// [`hash`] of `name`.
    pub hash: u64,
    /// Type.
    pub schema: Child,
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

/// Sort order of a field.
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

/// A pool of nodes and fields, and the table of named types of one version over it.
///
/// A parsed schema owns its pool. The versions of a history share one static pool; each has its own `named` and `root`.
#[derive(Clone, Debug)]
pub struct Document {
    /// Nodes.
    pub nodes: List<Schema>,
    /// Fields.
    pub fields: List<Field>,
    /// Named types: slot -> index into `nodes`.
    pub named: List<u32>,
    /// Index of the root node.
    pub root: u32,
    /// Where the names of records are looked up that generic types refer to by name.
    pub scope: Scope,
}

impl Document {
    /// The document of static nodes, whose children are all [`Child::Ptr`].
    pub const NONE: Document =
        Document { nodes: List::EMPTY, fields: List::EMPTY, named: List::EMPTY, root: 0, scope: Scope::Whole(&[]) };

    /// The document of generic types that contain themselves: names are looked up among `parts` and what they are made of.
    pub const fn of_parts(parts: &'static [SchemaRef]) -> Self {
        Document::scoped(Scope::Whole(parts))
    }

    const fn scoped(scope: Scope) -> Self {
        Document { nodes: List::EMPTY, fields: List::EMPTY, named: List::EMPTY, root: 0, scope }
    }

    /// The record that `stub` is the name of; the stub where there is none.
    const fn definition(&self, stub: &'static Schema) -> &'static Schema {
        if let (Scope::Whole(parts), Kind::Record(record)) = (self.scope, &stub.kind) {
            let mut i = 0;
            while i < parts.len() {
                if let Some(found) = definition(parts[i], &record.name, true) {
                    return found;
                }
                i += 1;
            }
        }
        stub
    }

    /// The root.
    pub const fn view(&self) -> View<'_> {
        View { node: &self.nodes.get()[self.root as usize], document: self }
    }
}

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

/// The record of that name among the parts that `handle` is made of. These are constants, which end; a static, which need not, is
/// no part.
const fn definition(handle: SchemaRef, name: &Name, is_part: bool) -> Option<&'static Schema> {
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
static PART: Document = Document::scoped(Scope::Part);
static NAME: Document = Document::scoped(Scope::Name);
pub(crate) const NULL_BRANCH: View<'static> = View { node: &NULL, document: &NO_DOCUMENT };

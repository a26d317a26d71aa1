//! From a JSON tree to the nodes and fields of a document, in the order of the text, with an explicit list of what is
//! still to be read.

mod details;
mod fields;
mod members;
mod protocol;
mod references;

use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use members::Members;
pub(super) use members::Unique;
use references::Pending;

use super::attributes;
use super::paths::{NO_PATH, Paths, Step};
use super::{FieldSpan, Mode, Options, Spans};
use crate::diagnostic::{Collector, quote};
use crate::json::{Node, Value};
use crate::logical::LogicalType;
use crate::names::{self, NameRule};
use crate::schema::{Child, Enum, Field, Fields, Fixed, Kind, Name, Order, Record, Schema, Shape, Union};
use crate::text::{self, List, Str, hash};

/// A child that could not be read; what is wrong with it has been reported.
pub(super) const MISSING: Child = Child::Node(u32::MAX);

/// How long the full names of a text may be when each is written out wherever it is defined or used, as canonical forms do. What
/// people write comes nowhere near; a namespace of a megabyte with ten thousand types in it would fill gigabytes.
const LONGEST_NAMES: usize = 256 << 20;

/// Where a child belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Root(u32),
    /// What is declared, or used by a message: no part of another schema.
    Nowhere,
    Items(u32),
    Values(u32),
    Branch(u32, u32),
    Field(u32),
}

/// A schema that is still to be read.
#[derive(Clone, Copy)]
struct Task<'j> {
    node: Node<'j>,
    target: Target,
    /// Index of the namespace around it.
    space: u32,
    path: u32,
}

/// What is still to be done.
enum Work<'j> {
    Read(Task<'j>),
    /// The fields of the record at this node have been read.
    Close(u32),
}

/// A namespace, and whether each of its parts is a good name.
struct Space<'j> {
    text: &'j str,
    good: bool,
}

/// The name of a field, its hash before it, and its position.
type FieldName<'j> = (u64, u32, &'j str);

/// A full name: its namespace, as an index, and what is behind the last dot.
type Key<'j> = (u32, &'j str);

/// A definition under a name that is taken.
pub(super) struct Again {
    /// Slot of the first.
    pub(super) slot: u32,
    /// Node of the second.
    pub(super) node: u32,
    pub(super) range: Range<usize>,
    pub(super) path: u32,
}

/// The default of a field, to be checked when all types are known.
pub(super) struct FieldDefault<'j> {
    pub(super) field: u32,
    /// The record's node.
    pub(super) holder: u32,
    pub(super) value: Node<'j>,
    pub(super) path: u32,
    /// It does not fit while the types that it uses too early are not known.
    pub(super) early: bool,
}

/// What was read, still unchecked.
#[derive(Default)]
pub(super) struct Unchecked<'j, 't> {
    pub(super) nodes: Vec<Schema>,
    pub(super) fields: Vec<Field>,
    pub(super) named: Vec<u32>,
    /// The root of each text.
    pub(super) roots: Vec<Child>,
    /// The first node and the first field of each text.
    pub(super) starts: Vec<(u32, u32)>,
    /// Which texts are IDL, where a type may be named before it is defined.
    pub(super) idl: Vec<bool>,
    /// Texts that use a name whose definition could not be read, which has been reported there.
    pub(super) maimed: Vec<usize>,
    pub(super) spans: Spans,
    pub(super) node_paths: Vec<u32>,
    pub(super) again: Vec<Again>,
    /// Where a name stands that is defined later; empty where no name is defined [`again`](Unchecked::again).
    pub(super) early: HashSet<Target>,
    pub(super) defaults: Vec<FieldDefault<'j>>,
    /// The unions and where they stand, by their nodes.
    pub(super) unions: Vec<(u32, Node<'j>)>,
    /// The nodes inside a record end before this one; 0 while it is being read, and for other nodes.
    pub(super) ends: Vec<u32>,
    pub(super) paths: Paths<'j>,
    /// What is wrong with each text.
    pub(super) errors: Vec<Collector<'t>>,
    /// What is odd about each text.
    pub(super) warnings: Vec<Collector<'t>>,
}

impl Unchecked<'_, '_> {
    /// The text that the node at `index` stands in.
    pub(super) fn text_of_node(&self, index: u32) -> usize {
        self.starts.partition_point(|(node, _)| *node <= index).saturating_sub(1)
    }

    /// The text that the field at `index` stands in.
    pub(super) fn text_of_field(&self, index: u32) -> usize {
        self.starts.partition_point(|(_, field)| *field <= index).saturating_sub(1)
    }
}

pub(super) struct Reader<'j, 't> {
    mode: Mode,
    rule: NameRule,
    wrapped: bool,
    check_defaults: bool,
    out: Unchecked<'j, 't>,
    /// Several texts name each other's types, in any order.
    many: bool,
    /// The text that is being read.
    file: usize,
    /// Names whose definition could not be read.
    broken: HashSet<Key<'j>>,
    slots: HashMap<Key<'j>, u32>,
    spaces: Vec<Space<'j>>,
    space_of: HashMap<&'j str, u32>,
    /// Last first.
    work: Vec<Work<'j>>,
    pending: Vec<Pending<'j>>,
    /// Bytes of the full names so far.
    names: usize,
    /// Lists of members to be used again.
    rooms: Vec<Vec<Node<'j>>>,
    /// Likewise a list of fields' names.
    names_room: Vec<FieldName<'j>>,
}

impl<'j, 't> Reader<'j, 't> {
    pub(super) fn new(options: &Options, many: bool) -> Self {
        Reader {
            mode: options.mode,
            rule: options.name_rule(),
            wrapped: options.wrapped,
            check_defaults: options.check_defaults,
            out: Unchecked::default(),
            many,
            file: 0,
            broken: HashSet::new(),
            slots: HashMap::new(),
            spaces: vec![Space { text: "", good: true }],
            space_of: HashMap::from([("", 0)]),
            work: Vec::new(),
            pending: Vec::new(),
            names: 0,
            rooms: Vec::new(),
            names_room: Vec::new(),
        }
    }

    /// Reads one text; nothing where it is no JSON, which `errors` says.
    pub(super) fn read(&mut self, root: Option<Node<'j>>, errors: Collector<'t>) {
        if let Some(root) = root {
            self.reserve(root.size());
        }
        self.begin(errors, false);
        let target = Target::Root(self.file as u32);
        self.work.extend(root.map(|node| Work::Read(Task { node, target, space: 0, path: NO_PATH })));
        self.run();
    }

    fn begin(&mut self, errors: Collector<'t>, idl: bool) {
        self.file = self.out.roots.len();
        self.out.idl.push(idl);
        self.out.roots.push(MISSING);
        self.out.starts.push((self.out.nodes.len() as u32, self.out.fields.len() as u32));
        self.out.warnings.push(errors.fresh());
        self.out.errors.push(errors);
    }

    fn run(&mut self) {
        while let Some(work) = self.work.pop() {
            match work {
                Work::Read(task) => {
                    let child = self.schema(&task).unwrap_or(MISSING);
                    self.put(task.target, child);
                }
                Work::Close(record) => self.out.ends[record as usize] = self.out.nodes.len() as u32,
            }
        }
    }

    /// Makes room for what a text of that many JSON values most often gives.
    fn reserve(&mut self, values: usize) {
        const MOST: usize = 1 << 12;
        let (nodes, fields) = ((values / 3).min(MOST), (values / 4).min(MOST));
        self.out.nodes.reserve(nodes);
        self.out.node_paths.reserve(nodes);
        self.out.spans.nodes.reserve(nodes);
        self.out.ends.reserve(nodes);
        self.out.fields.reserve(fields);
        self.out.spans.fields.reserve(fields);
        self.out.paths.reserve(fields);
    }

    fn put(&mut self, target: Target, child: Child) {
        let kind = match target {
            Target::Root(file) => {
                self.out.roots[file as usize] = child;
                return;
            }
            Target::Nowhere => return,
            Target::Field(field) => {
                self.out.fields[field as usize].schema = child;
                return;
            }
            Target::Items(node) | Target::Values(node) | Target::Branch(node, _) => {
                &mut self.out.nodes[node as usize].kind
            }
        };
        match (kind, target) {
            (Kind::Array(place), Target::Items(_)) | (Kind::Map(place), Target::Values(_)) => *place = child,
            (Kind::Union(Union { branches: List::Owned(branches), .. }), Target::Branch(_, position)) => {
                branches[position as usize] = child;
            }
            _ => {}
        }
    }

    /// Gives a definition its name, of which the first one counts.
    fn define(&mut self, key: Key<'j>, good: bool, node: u32, range: Range<usize>, path: u32) -> Child {
        let slot = self.out.named.len() as u32;
        match self.slots.entry(key) {
            Occupied(first) => {
                let slot = *first.get();
                self.out.again.push(Again { slot, node, range, path });
                return Child::Name(slot);
            }
            Vacant(place) if good => {
                place.insert(slot);
            }
            Vacant(_) => {
                self.broken.insert(key);
            }
        }
        self.out.named.push(node);
        Child::Name(slot)
    }

    fn error(
        &mut self,
        rule: &'static str,
        range: Range<usize>,
        path: u32,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        let Unchecked { errors, paths, .. } = &mut self.out;
        errors[self.file].add(rule, range, || paths.text(path), message, help);
    }

    fn warn(
        &mut self,
        rule: &'static str,
        range: Range<usize>,
        path: u32,
        message: impl Into<String>,
        help: Option<String>,
    ) {
        let Unchecked { warnings, paths, .. } = &mut self.out;
        warnings[self.file].add(rule, range, || paths.text(path), message, help);
    }

    fn shape(&mut self, range: Range<usize>, path: u32, message: impl Into<String>, help: Option<String>) {
        self.error("schema-shape", range, path, message, help);
    }

    fn node(&mut self, schema: Schema, range: Range<usize>, path: u32) -> u32 {
        self.out.nodes.push(schema);
        self.out.spans.nodes.push(range);
        self.out.node_paths.push(path);
        self.out.ends.push(0);
        self.out.nodes.len() as u32 - 1
    }

    /// Reads one schema; what it holds becomes tasks.
    fn schema(&mut self, task: &Task<'j>) -> Option<Child> {
        match task.node.value() {
            Value::String(name) => self.reference(task, name),
            Value::Array => Some(self.union(task)),
            Value::Object => self.object(task),
            _ => {
                let message = format!(
                    "found {}, expected a schema: a type name, an object or an array (a union)",
                    task.node.describe()
                );
                let help = matches!(task.node.value(), Value::Null)
                    .then(|| "the type without values is \"null\", in quotes".to_owned());
                self.shape(task.node.range(), task.path, message, help);
                None
            }
        }
    }

    fn union(&mut self, task: &Task<'j>) -> Child {
        let list = vec![MISSING; task.node.children().count()];
        let union = Union { null: crate::schema::NullBranch::None, branches: list.into() };
        let node = self.node(Schema::plain(Kind::Union(union)), task.node.range(), task.path);
        self.out.unions.push((node, task.node));
        let first = self.work.len();
        for (i, branch) in task.node.children().enumerate() {
            self.work.push(Work::Read(Task { node: branch, target: Target::Branch(node, i as u32), ..*task }));
        }
        self.work[first..].reverse();
        Child::Node(node)
    }

    /// The members of an object; in strict mode a key may stand only once.
    fn members(&mut self, node: Node<'j>, path: u32) -> Members<'j> {
        let (members, repeated) = Members::of(node, self.rooms.pop().unwrap_or_default());
        for member in repeated {
            let key = member.key().unwrap_or_default();
            let range = member.key_range().unwrap_or(member.range());
            let message = format!("the key {} stands twice in one object", quote(key));
            if self.mode == Mode::Strict {
                self.shape(range, path, message, None);
            } else {
                self.warn("duplicate-key", range, path, message, Some("the last one counts".to_owned()));
            }
        }
        members
    }

    fn object(&mut self, task: &Task<'j>) -> Option<Child> {
        let members = self.members(task.node, task.path);
        let child = self.schema_of(task, &members);
        self.rooms.push(members.into_room());
        child
    }

    fn schema_of(&mut self, task: &Task<'j>, members: &Members<'j>) -> Option<Child> {
        let start = task.node.range().start..task.node.range().start + 1;
        let Some(ty) = members.get("type") else {
            let help = members.near("type");
            self.shape(start, task.path, "a schema object needs a \"type\"", help);
            return None;
        };
        if self.wrapped && self.is_wrapper(ty) {
            return self.wrapper(task, ty, members);
        }
        let Some(name) = ty.as_str() else {
            let message = format!("\"type\" of a schema object is {}, expected the name of a type", ty.describe());
            let help = (ty.is_object() || ty.is_array())
                .then(|| "put that schema in the place of the object around it".to_owned());
            self.shape(ty.range(), task.path, message, help);
            return None;
        };
        if let Some(kind) = primitive(name) {
            let schema = self.annotated(kind, members, task.path);
            return Some(Child::Node(self.node(schema, task.node.range(), task.path)));
        }
        match name {
            "record" | "error" | "enum" | "fixed" => self.named(task, name, ty, members),
            "array" | "map" => {
                let (key, step) = if name == "array" { ("items", Step::Items) } else { ("values", Step::Values) };
                let Some(element) = members.get(key) else {
                    self.shape(start, task.path, format!("the {name} needs {key:?}, a schema"), members.near(key));
                    return None;
                };
                let kind = if name == "array" { Kind::Array(MISSING) } else { Kind::Map(MISSING) };
                let schema = self.annotated(kind, members, task.path);
                let node = self.node(schema, task.node.range(), task.path);
                let target = if name == "array" { Target::Items(node) } else { Target::Values(node) };
                let path = self.out.paths.push(task.path, step);
                self.work.push(Work::Read(Task { node: element, target, path, ..*task }));
                Some(Child::Node(node))
            }
            _ => {
                let kinds = ["record", "enum", "array", "map", "fixed", "error"];
                let near = names::nearest(name, names::PRIMITIVES.into_iter().chain(kinds));
                let help = match near {
                    Some(near) => format!("did you mean {}?", quote(near)),
                    None => "to use a named type write its name alone, in the place of the object".to_owned(),
                };
                let found = if name.is_empty() { "empty".to_owned() } else { quote(name) };
                let message = format!(
                    "\"type\" of a schema object is {found}, expected a primitive type, record, enum, array, map or fixed"
                );
                self.error("type-unknown", ty.range(), task.path, message, Some(help));
                None
            }
        }
    }

    /// Whether an object stands around a schema that needs none: its "type" is a name or a schema.
    fn is_wrapper(&self, ty: Node<'j>) -> bool {
        let kinds = ["record", "error", "enum", "fixed", "array", "map"];
        match ty.value() {
            Value::String(name) => primitive(name).is_none() && !kinds.contains(&name),
            Value::Array | Value::Object => true,
            _ => false,
        }
    }

    /// `{"type": "Name"}`, which some parsers took: what is inside counts.
    fn wrapper(&mut self, task: &Task<'j>, ty: Node<'j>, members: &Members<'j>) -> Option<Child> {
        if let Some(other) = members.iter().find(|member| member.key() != Some("type")) {
            let range = other.key_range().unwrap_or(other.range());
            let message =
                format!("{} of an object around a schema is not kept", quote(other.key().unwrap_or_default()));
            let help = Some("write the schema in the place of the object, and its attributes into it".to_owned());
            self.warn("schema-shape", range, task.path, message, help);
        }
        let inner = Task { node: ty, ..*task };
        match ty.as_str() {
            Some(name) => self.reference(&inner, name),
            None => {
                self.work.push(Work::Read(inner));
                Some(MISSING)
            }
        }
    }

    /// A node with its properties, and the logical type that they name.
    fn annotated(&mut self, kind: Kind, members: &Members<'j>, path: u32) -> Schema {
        let props = attributes::of_schema(members.all(), &kind);
        if props.is_empty() {
            return Schema::plain(kind);
        }
        let logical = LogicalType::of(&kind, &props);
        if logical.is_none()
            && let Some(node) = members.get("logicalType")
            && let Some(problem) = LogicalType::problem(&kind, &props)
        {
            self.warn("logical-type-invalid", node.range(), path, problem, None);
        }
        Schema { kind, logical, props: props.into() }
    }

    /// Says what else is wrong with a named type that has no name.
    fn nameless(&mut self, task: &Task<'j>, ty: &str, members: &Members<'j>) {
        let path = task.path;
        match ty {
            "enum" => drop(self.symbols(task, members.get("symbols"), members, path)),
            "fixed" => drop(self.size(task, members.get("size"), members, path)),
            _ => {
                let fields = members.get("fields");
                if fields.is_none_or(|fields| !fields.is_array()) {
                    self.not_a_list(task, fields, "record", "fields", "an array of fields", members, path);
                }
            }
        }
    }

    fn named(&mut self, task: &Task<'j>, ty: &str, ty_node: Node<'j>, members: &Members<'j>) -> Option<Child> {
        let Some((key, good)) = self.name(task, ty, ty_node, members) else {
            self.nameless(task, ty, members);
            return None;
        };
        self.count_name(key, task.node, task.path);
        if self.names > LONGEST_NAMES {
            return None;
        }
        let path = if task.path == NO_PATH { self.out.paths.push(NO_PATH, Step::Type(key.1)) } else { task.path };
        let aliases = self.aliases(members.get("aliases"), self.spaces[key.0 as usize].text, path);
        let doc = members.get("doc").and_then(Node::as_str).map(Str::from);
        let full = self.full(key);
        let name = Name {
            hash: hash(&full),
            full: Str::from(full),
            aliases: aliases.into(),
            bare: false,
            origin: None,
            identity: 0,
        };
        let record = matches!(ty, "record" | "error");
        let kind = match ty {
            "enum" => {
                let Some(symbols) = self.symbols(task, members.get("symbols"), members, path) else {
                    self.broken.insert(key);
                    return None;
                };
                let default = self.enum_default(members.get("default"), &symbols, path);
                let by_hash = details::symbols_by_hash(&symbols).into();
                Kind::Enum(Enum { name, doc, symbols: symbols.into(), by_hash, default })
            }
            "fixed" => {
                let Some(size) = self.size(task, members.get("size"), members, path) else {
                    self.broken.insert(key);
                    return None;
                };
                Kind::Fixed(Fixed { name, doc, size })
            }
            _ => Kind::Record(Record {
                name,
                doc,
                fields: Fields::Pool(List::EMPTY),
                by_hash: List::EMPTY,
                error: ty == "error",
            }),
        };
        let schema = self.annotated(kind, members, path);
        let node = self.node(schema, task.node.range(), path);
        let child = self.define(key, good, node, task.node.range(), path);
        if record {
            self.work.push(Work::Close(node));
            self.fields(task, node, members, key.0, path);
        }
        Some(child)
    }
}

/// The kind of a primitive type.
fn primitive(name: &str) -> Option<Kind> {
    Some(match name {
        "null" => Kind::Null,
        "boolean" => Kind::Boolean,
        "int" => Kind::Int,
        "long" => Kind::Long,
        "float" => Kind::Float,
        "double" => Kind::Double,
        "bytes" => Kind::Bytes,
        "string" => Kind::String,
        _ => return None,
    })
}

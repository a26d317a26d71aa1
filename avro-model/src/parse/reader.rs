//! From a JSON tree to the nodes and fields of a document, in the order of the text, with an explicit list of what is
//! still to be read.

mod details;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::attributes;
use super::paths::{NO_PATH, Paths, Step};
use super::{FieldSpan, Mode, Spans};
use crate::diagnostic::{Collector, quote};
use crate::json::{Node, Value};
use crate::logical::LogicalType;
use crate::names::{self, NameRule};
use crate::schema::{Child, Enum, Field, Fields, Fixed, Kind, Name, Order, Record, Schema, Union};
use crate::text::{self, List, Str, hash};

/// A child that could not be read; what is wrong with it has been reported.
pub(super) const MISSING: Child = Child::Node(u32::MAX);

/// Where a child belongs.
#[derive(Clone, Copy, Debug)]
enum Target {
    Root,
    Items(u32),
    Values(u32),
    Branch(u32, u32),
    Field(u32),
}

/// A schema that is still to be read.
struct Task<'j> {
    node: Node<'j>,
    target: Target,
    /// Index of the namespace around it.
    space: u32,
    path: u32,
}

/// A name that is used before its definition.
struct Pending<'j> {
    node: Node<'j>,
    target: Target,
    full: String,
    path: u32,
    file: usize,
}

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
    pub(super) value: Node<'j>,
    pub(super) path: u32,
}

/// What was read, still unchecked.
pub(super) struct Unchecked<'j, 't> {
    pub(super) nodes: Vec<Schema>,
    pub(super) fields: Vec<Field>,
    pub(super) named: Vec<u32>,
    /// The root of each text.
    pub(super) roots: Vec<Child>,
    /// The first node and the first field of each text.
    pub(super) starts: Vec<(u32, u32)>,
    /// Texts that use a name whose definition could not be read, which has been reported there.
    pub(super) maimed: Vec<usize>,
    pub(super) spans: Spans,
    pub(super) node_paths: Vec<u32>,
    pub(super) again: Vec<Again>,
    pub(super) defaults: Vec<FieldDefault<'j>>,
    pub(super) paths: Paths,
    /// What is wrong with each text.
    pub(super) errors: Vec<Collector<'t>>,
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
    out: Unchecked<'j, 't>,
    /// Several texts name each other's types, in any order.
    many: bool,
    /// The text that is being read.
    file: usize,
    /// Names whose definition could not be read.
    broken: HashSet<String>,
    /// Full name -> slot.
    slots: HashMap<String, u32>,
    spaces: Vec<String>,
    space_of: HashMap<String, u32>,
    /// Last first.
    tasks: Vec<Task<'j>>,
    pending: Vec<Pending<'j>>,
}

impl<'j, 't> Reader<'j, 't> {
    pub(super) fn new(mode: Mode, rule: NameRule, many: bool) -> Self {
        let out = Unchecked {
            nodes: Vec::new(),
            fields: Vec::new(),
            named: Vec::new(),
            roots: Vec::new(),
            starts: Vec::new(),
            maimed: Vec::new(),
            spans: Spans::default(),
            node_paths: Vec::new(),
            again: Vec::new(),
            defaults: Vec::new(),
            paths: Paths::default(),
            errors: Vec::new(),
        };
        Reader {
            mode,
            rule,
            out,
            many,
            file: 0,
            broken: HashSet::new(),
            slots: HashMap::new(),
            spaces: vec![String::new()],
            space_of: HashMap::from([(String::new(), 0)]),
            tasks: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Reads one text; nothing where it is no JSON, which `errors` says.
    pub(super) fn read(&mut self, root: Option<Node<'j>>, errors: Collector<'t>) {
        self.file = self.out.roots.len();
        self.out.roots.push(MISSING);
        self.out.starts.push((self.out.nodes.len() as u32, self.out.fields.len() as u32));
        self.out.errors.push(errors);
        self.tasks.extend(root.map(|node| Task { node, target: Target::Root, space: 0, path: NO_PATH }));
        while let Some(task) = self.tasks.pop() {
            let child = self.schema(&task).unwrap_or(MISSING);
            self.put(task.target, child);
        }
    }

    /// Settles the names that were used before their definition.
    pub(super) fn finish(mut self) -> Unchecked<'j, 't> {
        // what stands in a text that is no JSON nobody knows
        let unread = self.many && self.out.errors.iter().any(Collector::is_syntax);
        for pending in std::mem::take(&mut self.pending) {
            self.file = pending.file;
            let bare = || pending.node.as_str().filter(|_| self.many && self.mode == Mode::Lenient);
            let slot = self.slots.get(&pending.full).or_else(|| self.slots.get(bare()?)).copied();
            match slot {
                Some(slot) if self.many || self.mode == Mode::Lenient => self.put(pending.target, Child::Name(slot)),
                None if unread || self.broken.contains(&pending.full) => self.out.maimed.push(pending.file),
                slot => self.undefined(&pending, slot.is_some()),
            }
        }
        self.out
    }

    fn put(&mut self, target: Target, child: Child) {
        let kind = match target {
            Target::Root => {
                self.out.roots[self.file] = child;
                return;
            }
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

    fn shape(&mut self, range: Range<usize>, path: u32, message: impl Into<String>, help: Option<String>) {
        self.error("schema-shape", range, path, message, help);
    }

    fn node(&mut self, schema: Schema, range: Range<usize>, path: u32) -> u32 {
        self.out.nodes.push(schema);
        self.out.spans.nodes.push(range);
        self.out.node_paths.push(path);
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

    fn reference(&mut self, task: &Task<'j>, name: &'j str) -> Option<Child> {
        if let Some(kind) = primitive(name) {
            return Some(Child::Node(self.node(Schema::plain(kind), task.node.range(), task.path)));
        }
        let space = &self.spaces[task.space as usize];
        let full = match name.strip_prefix('.') {
            Some(bare) if !bare.contains('.') => bare.to_owned(),
            _ if name.contains('.') || space.is_empty() => name.to_owned(),
            _ => format!("{space}.{name}"),
        };
        if let Some(&slot) = self.slots.get(&full) {
            return Some(Child::Name(slot));
        }
        if self.mode == Mode::Lenient
            && !self.many
            && let Some(&slot) = self.slots.get(name)
        {
            return Some(Child::Name(slot));
        }
        self.pending.push(Pending { node: task.node, target: task.target, full, path: task.path, file: self.file });
        Some(MISSING)
    }

    fn undefined(&mut self, pending: &Pending<'j>, defined_later: bool) {
        let name = pending.node.as_str().unwrap_or_default();
        if defined_later {
            let message = format!("{} is used before it is defined", quote(name));
            let help = "the specification wants the definition at the first use and the name after it".to_owned();
            self.error("type-unknown", pending.node.range(), pending.path, message, Some(help));
            return;
        }
        let short = text::short_name(name);
        let known = self.slots.keys().map(String::as_str);
        // A type of that name elsewhere, a near miss of a type, a near miss of a name.
        let mut elsewhere: Vec<&str> = known.clone().filter(|full| text::short_name(full) == short).collect();
        elsewhere.sort_unstable();
        let near = || {
            let mut all: Vec<&str> = known.collect();
            all.sort_unstable();
            let of_names = names::nearest(name, all.iter().copied());
            names::nearest(name, names::PRIMITIVES).or(of_names).map(|near| format!("did you mean {}?", quote(near)))
        };
        let help = match name {
            "record" | "enum" | "array" | "map" | "fixed" | "error" => {
                Some(format!("write an object: {{\"type\": \"{name}\", ...}}"))
            }
            "union" => Some("a union is written as an array of its branches".to_owned()),
            _ if elsewhere.contains(&name) => {
                Some(format!("{} has no namespace, only Java's parser looks for it there", quote(name)))
            }
            _ => match elsewhere.first() {
                Some(full) => Some(format!("did you mean {}?", quote(full))),
                None => near(),
            },
        };
        let expected = if pending.full == name { String::new() } else { format!(" (nor is {})", quote(&pending.full)) };
        let message = format!("{} is no primitive type and no type of that name is defined{expected}", quote(name));
        self.error("type-unknown", pending.node.range(), pending.path, message, help);
    }

    fn union(&mut self, task: &Task<'j>) -> Child {
        let branches: Vec<Node<'j>> = task.node.children().collect();
        let list = vec![MISSING; branches.len()];
        let union = Union { null: crate::schema::NullBranch::None, branches: list.into() };
        let node = self.node(Schema::plain(Kind::Union(union)), task.node.range(), task.path);
        for (i, &branch) in branches.iter().enumerate().rev() {
            self.tasks.push(Task {
                node: branch,
                target: Target::Branch(node, i as u32),
                space: task.space,
                path: task.path,
            });
        }
        Child::Node(node)
    }

    /// The members of an object; in strict mode a key may stand only once.
    fn members(&mut self, node: Node<'j>, path: u32) -> Vec<Node<'j>> {
        let members = node.members();
        if self.mode == Mode::Strict && members.len() < node.children().count() {
            let mut seen = HashSet::new();
            for member in node.children() {
                let key = member.key().unwrap_or_default();
                if !seen.insert(key) {
                    let range = member.key_range().unwrap_or(member.range());
                    self.shape(range, path, format!("the key {} stands twice in one object", quote(key)), None);
                }
            }
        }
        members
    }

    fn object(&mut self, task: &Task<'j>) -> Option<Child> {
        let members = self.members(task.node, task.path);
        let get = |key: &str| members.iter().copied().find(|member| member.key() == Some(key));
        let start = task.node.range().start..task.node.range().start + 1;
        let Some(ty) = get("type") else {
            let help = near_key("type", &members);
            self.shape(start, task.path, "a schema object needs a \"type\"", help);
            return None;
        };
        let Some(name) = ty.as_str() else {
            let message = format!("\"type\" of a schema object is {}, expected the name of a type", ty.describe());
            let help = (ty.is_object() || ty.is_array())
                .then(|| "put that schema in the place of the object around it".to_owned());
            self.shape(ty.range(), task.path, message, help);
            return None;
        };
        if let Some(kind) = primitive(name) {
            let props = attributes::of_schema(&members, &kind);
            let logical = LogicalType::of(&kind, &props);
            let schema = Schema { kind, logical, props: props.into() };
            return Some(Child::Node(self.node(schema, task.node.range(), task.path)));
        }
        match name {
            "record" | "error" | "enum" | "fixed" => self.named(task, name, ty, &members),
            "array" | "map" => {
                let (key, step) = if name == "array" { ("items", Step::Items) } else { ("values", Step::Values) };
                let Some(element) = get(key) else {
                    self.shape(
                        start,
                        task.path,
                        format!("the {name} needs {key:?}, a schema"),
                        near_key(key, &members),
                    );
                    return None;
                };
                let kind = if name == "array" { Kind::Array(MISSING) } else { Kind::Map(MISSING) };
                let schema = Schema { props: attributes::of_schema(&members, &kind).into(), logical: None, kind };
                let node = self.node(schema, task.node.range(), task.path);
                let target = if name == "array" { Target::Items(node) } else { Target::Values(node) };
                let path = self.out.paths.push(task.path, step);
                self.tasks.push(Task { node: element, target, space: task.space, path });
                Some(Child::Node(node))
            }
            _ => {
                let kinds = ["record", "enum", "array", "map", "fixed", "error"];
                let near = names::nearest(name, names::PRIMITIVES.into_iter().chain(kinds));
                let help = match near {
                    Some(near) => format!("did you mean {}?", quote(near)),
                    None => "to use a named type write its name alone, in the place of the object".to_owned(),
                };
                let message = format!(
                    "\"type\" of a schema object is {}, expected a primitive type, record, enum, array, map or fixed",
                    quote(name)
                );
                self.error("type-unknown", ty.range(), task.path, message, Some(help));
                None
            }
        }
    }

    fn named(&mut self, task: &Task<'j>, ty: &str, ty_node: Node<'j>, members: &[Node<'j>]) -> Option<Child> {
        let get = |key: &str| members.iter().copied().find(|member| member.key() == Some(key));
        let (full, good) = self.name(task, ty, ty_node, members)?;
        let short = text::short_name(&full);
        let path =
            if task.path == NO_PATH { self.out.paths.push(NO_PATH, Step::Type(short.to_owned())) } else { task.path };
        let space = self.space(text::namespace(&full));
        let aliases = self.aliases(get("aliases"), text::namespace(&full), path);
        let doc = get("doc").and_then(Node::as_str).map(Str::from);
        let name = Name {
            hash: hash(&full),
            full: Str::from(full.clone()),
            aliases: aliases.into(),
            bare: false,
            origin: None,
        };
        let record = matches!(ty, "record" | "error");
        let kind = match ty {
            "enum" => {
                let Some(symbols) = self.symbols(task, get("symbols"), members, path) else {
                    self.broken.insert(full);
                    return None;
                };
                let default = self.enum_default(get("default"), &symbols, path);
                Kind::Enum(Enum { name, doc, symbols: symbols.into(), default })
            }
            "fixed" => {
                let Some(size) = self.size(task, get("size"), members, path) else {
                    self.broken.insert(full);
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
        let props = attributes::of_schema(members, &kind);
        let schema = Schema { logical: LogicalType::of(&kind, &props), props: props.into(), kind };
        let node = self.node(schema, task.node.range(), path);
        let slot = match self.slots.get(&full) {
            Some(&slot) => {
                self.out.again.push(Again { slot, node, range: task.node.range(), path });
                slot
            }
            None => {
                let slot = self.out.named.len() as u32;
                self.out.named.push(node);
                if good {
                    self.slots.insert(full, slot);
                }
                slot
            }
        };
        if record {
            self.fields(task, node, get("fields"), members, space, path);
        }
        Some(Child::Name(slot))
    }

    fn fields(
        &mut self,
        task: &Task<'j>,
        node: u32,
        list: Option<Node<'j>>,
        members: &[Node<'j>],
        space: u32,
        path: u32,
    ) {
        let Some(list) = list.filter(|list| list.is_array()) else {
            return self.not_a_list(task, list, "record", "fields", "an array of fields", members, path);
        };
        let (mut indices, mut seen, mut tasks) = (Vec::new(), HashSet::new(), Vec::new());
        for field in list.children() {
            if let Some((index, name, task)) = self.field(field, space, path) {
                if !seen.insert(name) {
                    let range = self.out.spans.fields[index as usize].name.clone();
                    self.error(
                        "duplicate-name",
                        range,
                        path,
                        format!("the record has the field {} twice", quote(name)),
                        None,
                    );
                }
                indices.push(index);
                tasks.push(task);
            }
        }
        self.tasks.extend(tasks.into_iter().rev());
        let mut order: Vec<u16> = Vec::new();
        // Two bytes hold a position; longer records are searched linearly.
        if indices.len() <= usize::from(u16::MAX) {
            order = (0..indices.len() as u16).collect();
            order.sort_by_key(|&position| self.out.fields[indices[usize::from(position)] as usize].hash);
        }
        if let Kind::Record(record) = &mut self.out.nodes[node as usize].kind {
            record.fields = Fields::Pool(indices.into());
            record.by_hash = order.iter().flat_map(|position| position.to_le_bytes()).collect::<Vec<u8>>().into();
        }
    }

    fn field(&mut self, node: Node<'j>, space: u32, path: u32) -> Option<(u32, &'j str, Task<'j>)> {
        if !node.is_object() {
            let message = format!("a field is {}, expected an object with \"name\" and \"type\"", node.describe());
            self.shape(node.range(), path, message, None);
            return None;
        }
        let members = self.members(node, path);
        let get = |key: &str| members.iter().copied().find(|member| member.key() == Some(key));
        let start = node.range().start..node.range().start + 1;
        let name = match get("name").map(|name| (name, name.as_str())) {
            Some((name, Some(text))) => Some((name, text)),
            Some((name, None)) => {
                self.shape(
                    name.range(),
                    path,
                    format!("the name of a field is {}, expected a string", name.describe()),
                    None,
                );
                None
            }
            None => {
                self.shape(start.clone(), path, "the field needs a \"name\"", near_key("name", &members));
                None
            }
        };
        let path = match name {
            Some((_, text)) => self.out.paths.push(path, Step::Field(text.to_owned())),
            None => path,
        };
        if let Some((name, text)) = name
            && let Some(problem) = self.rule.problem(text)
        {
            let help = (!text.is_empty()).then(|| format!("{} would be a name", quote(&names::repaired(text))));
            self.error("name-invalid", name.range(), path, format!("the name {} {problem}", quote(text)), help);
        }
        let ty = get("type");
        if ty.is_none() {
            self.shape(start, path, "the field needs a \"type\", a schema", near_key("type", &members));
        }
        let order = self.order(get("order"), path);
        let mut aliases: Vec<Str> = Vec::new();
        let mut seen = HashSet::new();
        for (alias, _) in self.alias_texts(get("aliases"), path) {
            if seen.insert(alias) {
                aliases.push(Str::from(alias));
            }
        }
        let (Some((name_node, name)), Some(ty)) = (name, ty) else { return None };
        let index = self.out.fields.len() as u32;
        let default = get("default");
        if let Some(value) = default {
            self.out.defaults.push(FieldDefault { field: index, value, path });
        }
        self.out.fields.push(Field {
            name: Str::from(name),
            hash: hash(name),
            schema: MISSING,
            default: default.map(|value| Str::from(value.compact())),
            order,
            aliases: aliases.into(),
            doc: get("doc").and_then(Node::as_str).map(Str::from),
            props: attributes::of_field(&members).into(),
        });
        self.out.spans.fields.push(FieldSpan { whole: node.range(), name: name_node.range(), ty: ty.range() });
        Some((index, name, Task { node: ty, target: Target::Field(index), space, path }))
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

/// A help where a key that is needed seems to be misspelt.
fn near_key(key: &str, members: &[Node<'_>]) -> Option<String> {
    let near = names::nearest(key, members.iter().filter_map(|member| member.key()))?;
    Some(format!("is {} meant to be {key:?}?", quote(near)))
}

//! Schemas as Rust source: the versions of a type as one pool of statics.
//!
//! Every distinct node and field is written once for all versions together; a record's fields are a byte string of
//! indices; a version is the table that says which node each named type is. A type that changed in one version thus
//! leaves the fields that mention it shared. Docs and properties that no rule reads are left out.
//!
//! The text refers to the helpers of `history::pool` as `__pool::..`; who places it brings that name into scope.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use crate::schema::{Field, Kind, Order, Prop, View};
use crate::text::{Str, hash};

/// Properties that rules read.
const KEPT: [&str; 4] = ["logicalType", "precision", "scale", "unit"];

/// Rust source for a list of versions.
///
/// Fields of root records come first, by ascending hash of their names: with a record's own order of hashes, `const` evaluation
/// finds them all in one walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Items: the statics of the pool, named `__NODES`, `__FIELDS` and `__NAMED_<n>`.
    pub statics: String,
    /// One expression of type `Document` per version; equal versions have equal expressions.
    pub documents: Vec<String>,
    /// One expression of type `Option<Changes>` per version: how the fields of its root differ from those of the version before.
    pub changes: Vec<String>,
}

/// Writes `versions` as one pool.
pub fn emit(versions: &[View<'_>]) -> Source {
    let mut pool = Pool::default();
    let versions: Vec<_> = versions.iter().map(|view| pool.version(*view)).collect();
    pool.finish(&versions)
}

#[derive(Default)]
struct Pool {
    nodes: Interner<NodeText>,
    fields: Interner<FieldText>,
    /// Full name -> slot, over all versions.
    slots: HashMap<String, u32>,
}

/// A version: the node of each slot that it has, and its root.
struct Version {
    named: Vec<u32>,
    root: u32,
}

/// The text of a field, and the hash of its name.
#[derive(Clone, PartialEq, Eq, Hash)]
struct FieldText {
    hash: u64,
    text: String,
}

/// The text of a node; a record's field list is written at the end, when the size of the pool is known.
#[derive(Clone, PartialEq, Eq, Hash)]
struct NodeText {
    text: String,
    record: Option<RecordText>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct RecordText {
    fields: Vec<u32>,
    by_hash: Vec<u8>,
    error: bool,
    props: String,
}

/// A node whose children are being written.
struct Frame<'a> {
    view: View<'a>,
    codes: Vec<u32>,
}

impl Pool {
    fn version(&mut self, root: View<'_>) -> Version {
        let mut bodies: HashMap<u32, u32> = HashMap::new();
        let mut found = Vec::new();
        let root = match root.name() {
            Some(name) => {
                let slot = self.slot(name.full.get());
                let node = self.tree(root, &mut found);
                bodies.insert(slot, node);
                node
            }
            None => self.tree(root, &mut found),
        };
        while let Some((slot, view)) = found.pop() {
            if let Entry::Vacant(place) = bodies.entry(slot) {
                place.insert(self.tree(view, &mut found));
            }
        }
        let mut named = vec![0; bodies.keys().max().map_or(0, |last| *last as usize + 1)];
        for (slot, node) in bodies {
            named[slot as usize] = node;
        }
        Version { named, root }
    }

    fn slot(&mut self, full_name: &str) -> u32 {
        let next = self.slots.len() as u32;
        *self.slots.entry(full_name.to_owned()).or_insert(next)
    }

    /// The node of `root` and of what is below it down to named types, which are left in `found`. Iterative: arrays of
    /// arrays nest as deep as a schema's author likes.
    fn tree<'a>(&mut self, root: View<'a>, found: &mut Vec<(u32, View<'a>)>) -> u32 {
        let mut frames = vec![Frame { view: root, codes: Vec::new() }];
        loop {
            let frame = frames.last_mut().expect("invariant: the loop ends when the last frame is popped");
            if let Some(child) = next_child(frame.view, frame.codes.len()) {
                match child.name() {
                    Some(name) => {
                        let slot = self.slot(name.full.get());
                        frame.codes.push(slot * 2 + 1);
                        found.push((slot, child));
                    }
                    None => frames.push(Frame { view: child, codes: Vec::new() }),
                }
                continue;
            }
            let text = self.node(frame.view, &frame.codes);
            let index = self.nodes.index(text);
            frames.pop();
            match frames.last_mut() {
                Some(parent) => parent.codes.push(index * 2),
                None => return index,
            }
        }
    }

    fn node(&mut self, view: View<'_>, codes: &[u32]) -> NodeText {
        let props = props(view.node.props.get());
        let logical = match view.node.logical {
            Some(logical) => format!("__pool::Some(__pool::LogicalType::{logical:?})"),
            None => "__pool::None".to_owned(),
        };
        let head = view.name().map(|name| {
            let (full, aliases) = (name.full.get(), strings(name.aliases.get()));
            format!("__pool::name({full:?}, {:#x}, {aliases}, {})", hash(full), name.bare)
        });
        let head = head.unwrap_or_default();
        let mut record = None;
        let text = match &view.node.kind {
            Kind::Array(_) => format!("__pool::array({}, {props})", codes[0]),
            Kind::Map(_) => format!("__pool::map({}, {props})", codes[0]),
            Kind::Union(_) => {
                let branches: Vec<_> = codes.iter().map(|code| format!("__pool::child({code})")).collect();
                format!("__pool::union(const {{ &[{}] }})", branches.join(", "))
            }
            Kind::Record(body) => {
                let fields: Vec<_> = (0..view.field_count()).map(|i| view.field(i)).collect();
                let by_hash = by_hash(&fields);
                let fields =
                    fields.iter().zip(codes).map(|(field, code)| self.fields.index(field_text(field, *code))).collect();
                record = Some(RecordText { fields, by_hash, error: body.error, props });
                head
            }
            Kind::Enum(body) => {
                let symbols = strings(body.symbols.get());
                format!("__pool::enumeration({head}, {symbols}, {}, {props})", option(body.default.as_ref()))
            }
            Kind::Fixed(body) => format!("__pool::fixed({head}, {}, {logical}, {props})", body.size),
            Kind::Null => plain("Null", &logical, &props),
            Kind::Boolean => plain("Boolean", &logical, &props),
            Kind::Int => plain("Int", &logical, &props),
            Kind::Long => plain("Long", &logical, &props),
            Kind::Float => plain("Float", &logical, &props),
            Kind::Double => plain("Double", &logical, &props),
            Kind::Bytes => plain("Bytes", &logical, &props),
            Kind::String => plain("String", &logical, &props),
        };
        NodeText { text, record }
    }

    fn finish(&self, versions: &[Version]) -> Source {
        let mut statics = String::new();
        let wide = self.fields.items.len() > usize::from(u16::MAX) + 1;
        let order = self.order(versions);
        let mut places = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(field, place)| places[*field as usize] = place);
        let nodes = self.nodes.items.iter().map(|node| node.finish(wide, &places));
        write_static(&mut statics, "__NODES", "__pool::Schema", nodes);
        let fields = order.iter().map(|field| self.fields.items[*field as usize].text.clone());
        write_static(&mut statics, "__FIELDS", "__pool::Field", fields);
        let mut tables: Interner<Vec<u32>> = Interner::default();
        let documents = versions
            .iter()
            .map(|version| {
                let table = tables.index(version.named.clone());
                format!("__pool::document(&__NODES, &__FIELDS, &__NAMED_{table}, {})", version.root)
            })
            .collect();
        for (i, table) in tables.items.iter().enumerate() {
            write_static(&mut statics, &format!("__NAMED_{i}"), "__pool::u32", table.iter().map(u32::to_string));
        }
        let roots: Vec<_> = versions.iter().map(|version| self.root_fields(version, &places)).collect();
        let changes = (0..roots.len()).map(|at| match (at.checked_sub(1).map(|before| &roots[before]), &roots[at]) {
            (Some(Some(before)), Some(now)) if !wide => {
                let (new, gone) = (packed(now.difference(before)), packed(before.difference(now)));
                format!("__pool::Some(__pool::Changes {{ new: {}, gone: {} }})", bytes(&new), bytes(&gone))
            }
            _ => "__pool::None".to_owned(),
        });
        Source { statics, documents, changes: changes.collect() }
    }

    /// The fields of the root of a version, by their places; nothing where it is no record.
    fn root_fields(&self, version: &Version, places: &[u32]) -> Option<BTreeSet<u32>> {
        let record = self.nodes.items[version.root as usize].record.as_ref()?;
        Some(record.fields.iter().map(|field| places[*field as usize]).collect())
    }

    /// In which order the fields are written.
    fn order(&self, versions: &[Version]) -> Vec<u32> {
        let mut inner = vec![true; self.fields.items.len()];
        for record in versions.iter().filter_map(|version| self.nodes.items[version.root as usize].record.as_ref()) {
            record.fields.iter().for_each(|field| inner[*field as usize] = false);
        }
        let mut order: Vec<u32> = (0..inner.len() as u32).collect();
        order.sort_by_key(|field| (inner[*field as usize], self.fields.items[*field as usize].hash));
        order
    }
}

impl NodeText {
    fn finish(&self, wide: bool, places: &[u32]) -> String {
        let Some(record) = &self.record else { return self.text.clone() };
        let (by_hash, error, props) = (bytes(&record.by_hash), record.error, &record.props);
        let fields = record.fields.iter().map(|field| places[*field as usize]);
        if wide {
            let fields: Vec<_> = fields.map(|field| field.to_string()).collect();
            return format!(
                "__pool::wide_record({}, &[{}], {by_hash}, {error}, {props})",
                self.text,
                fields.join(", ")
            );
        }
        let fields = packed(&fields.collect::<Vec<_>>());
        format!("__pool::record({}, {}, {by_hash}, {error}, {props})", self.text, bytes(&fields))
    }
}

/// Two bytes each, little-endian.
fn packed<'a>(indices: impl IntoIterator<Item = &'a u32>) -> Vec<u8> {
    indices.into_iter().flat_map(|index| (*index as u16).to_le_bytes()).collect()
}

fn write_static(out: &mut String, name: &str, ty: &str, items: impl ExactSizeIterator<Item = String>) {
    let _ = writeln!(out, "static {name}: [{ty}; {}] = [", items.len());
    for item in items {
        let _ = writeln!(out, "{item},");
    }
    out.push_str("];\n");
}

fn next_child(view: View<'_>, position: usize) -> Option<View<'_>> {
    match &view.node.kind {
        Kind::Array(child) | Kind::Map(child) if position == 0 => Some(view.child(child)),
        Kind::Union(_) if position < view.branch_count() => Some(view.branch(position)),
        Kind::Record(_) if position < view.field_count() => Some(view.child(&view.field(position).schema)),
        _ => None,
    }
}

/// Positions by ascending hash; none where two bytes do not reach (the engine then searches linearly).
fn by_hash(fields: &[&Field]) -> Vec<u8> {
    if fields.len() > usize::from(u16::MAX) + 1 {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..fields.len()).collect();
    order.sort_by_key(|i| (hash(fields[*i].name.get()), *i));
    order.iter().flat_map(|i| (*i as u16).to_le_bytes()).collect()
}

fn field_text(field: &Field, code: u32) -> FieldText {
    let name = field.name.get();
    let (aliases, props, hash) = (field.aliases.get(), props(field.props.get()), hash(name));
    let head = format!("{name:?}, {hash:#x}, {code}");
    let text = if field.order != Order::Ascending || !aliases.is_empty() || props != "&[]" {
        let (default, order) = (option(field.default.as_ref()), field.order);
        format!("__pool::field_with({head}, {default}, __pool::Order::{order:?}, {}, {props})", strings(aliases))
    } else {
        match &field.default {
            Some(default) => format!("__pool::defaulted({head}, {:?})", default.get()),
            None => format!("__pool::field({head})"),
        }
    };
    FieldText { hash, text }
}

fn plain(kind: &str, logical: &str, props: &str) -> String {
    format!("__pool::node(__pool::Kind::{kind}, {logical}, {props})")
}

fn option(text: Option<&Str>) -> String {
    match text {
        Some(text) => format!("__pool::Some({:?})", text.get()),
        None => "__pool::None".to_owned(),
    }
}

fn strings(texts: &[Str]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| format!("__pool::Str::Static({:?})", text.get())).collect();
    format!("&[{}]", texts.join(", "))
}

fn props(props: &[Prop]) -> String {
    let kept: Vec<_> = props
        .iter()
        .filter(|prop| KEPT.contains(&prop.key.get()))
        .map(|Prop { key, value }| {
            let (key, value) = (key.get(), value.get());
            format!("__pool::Prop {{ key: __pool::Str::Static({key:?}), value: __pool::Str::Static({value:?}) }}")
        })
        .collect();
    format!("&[{}]", kept.join(", "))
}

fn bytes(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 + 3);
    text.push_str("b\"");
    for byte in bytes {
        let _ = write!(text, "\\x{byte:02x}");
    }
    text.push('"');
    text
}

/// Distinct items in order of first use.
struct Interner<T> {
    items: Vec<T>,
    indices: HashMap<T, u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Interner { items: Vec::new(), indices: HashMap::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Interner<T> {
    fn index(&mut self, item: T) -> u32 {
        if let Some(index) = self.indices.get(&item) {
            return *index;
        }
        let index = self.items.len() as u32;
        self.items.push(item.clone());
        self.indices.insert(item, index);
        index
    }
}

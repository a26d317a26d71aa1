//! From two schemas to a plan. Iterative: a hostile schema is as deep as it likes.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use avro_model::{Enum, FieldPart, Fields, Kind, Record, View, default};

use super::matching::{self, Matcher};
use super::{NoBranch, Node, Plan, RecordNode, SKIP, Skip, Slot, StepNode, Symbol};

/// How to read data of `writer` as `reader`.
pub(super) fn compile(reader: View<'_>, writer: View<'_>) -> Plan {
    let mut compiler = Compiler::default();
    compiler.pair(reader, writer);
    while let Some(job) = compiler.jobs.pop() {
        match job {
            Job::Pair { slot, reader, writer } => {
                let node = compiler.resolve(reader, writer);
                let equal = may_be_equal(reader, writer, &node);
                compiler.slots[slot as usize] = Slot { node, equal };
            }
            Job::Skip { slot, writer } => {
                let node = Node::Skip(compiler.skip_node(writer));
                compiler.slots[slot as usize] = Slot { node, equal: false };
            }
        }
    }
    let mut plan = Plan { slots: compiler.slots };
    settle_equality(&mut plan);
    plan
}

#[derive(Default)]
struct Compiler<'s> {
    slots: Vec<Slot>,
    jobs: Vec<Job<'s>>,
    /// Slots of pairs of named types (reader, writer), which is where recursion ends.
    pairs: HashMap<(&'s str, &'s str), u32>,
    /// Slots of named types that are skipped.
    skips: HashMap<&'s str, u32>,
    min_sizes: HashMap<&'s str, usize>,
    matcher: Matcher<'s>,
}

enum Job<'s> {
    Pair { slot: u32, reader: View<'s>, writer: View<'s> },
    Skip { slot: u32, writer: View<'s> },
}

impl<'s> Compiler<'s> {
    fn slot(&mut self, node: Node) -> u32 {
        let slot = self.slots.len() as u32;
        self.slots.push(Slot { node, equal: false });
        slot
    }

    fn pair(&mut self, reader: View<'s>, writer: View<'s>) -> u32 {
        let key = match (reader.name(), writer.name()) {
            (Some(to), Some(from)) => Some((to.full.get(), from.full.get())),
            _ => None,
        };
        if let Some(known) = key.and_then(|key| self.pairs.get(&key)) {
            return *known;
        }
        let slot = self.slot(Node::Same);
        if let Some(key) = key {
            self.pairs.insert(key, slot);
        }
        self.jobs.push(Job::Pair { slot, reader, writer });
        slot
    }

    fn skip(&mut self, writer: View<'s>) -> u32 {
        let key = writer.name().map(|name| name.full.get());
        if let Some(known) = key.and_then(|key| self.skips.get(key)) {
            return *known;
        }
        let slot = self.slot(Node::Same);
        if let Some(key) = key {
            self.skips.insert(key, slot);
        }
        self.jobs.push(Job::Skip { slot, writer });
        slot
    }

    fn resolve(&mut self, reader: View<'s>, writer: View<'s>) -> Node {
        match (&writer.node.kind, &reader.node.kind) {
            (Kind::Union(_), Kind::Union(_)) => {
                let alike = matching::alike(reader, writer);
                let branches = (0..writer.branch_count())
                    .map(|i| {
                        let node = self.reader_union(reader, writer.branch(i), alike.then_some(i));
                        self.slot(node)
                    })
                    .collect();
                Node::WriterUnion(branches)
            }
            (Kind::Union(_), _) => {
                Node::WriterUnion((0..writer.branch_count()).map(|i| self.pair(reader, writer.branch(i))).collect())
            }
            (_, Kind::Union(_)) => self.reader_union(reader, writer, None),
            (Kind::Null, Kind::Null) | (Kind::Boolean, Kind::Boolean) => Node::Same,
            (Kind::Bytes | Kind::String, Kind::Bytes | Kind::String) => Node::Same,
            (Kind::Int, Kind::Int | Kind::Long | Kind::Float | Kind::Double) => Node::Int,
            (Kind::Long, Kind::Long | Kind::Float | Kind::Double) => Node::Long,
            (Kind::Float, Kind::Float | Kind::Double) => Node::Float,
            (Kind::Double, Kind::Double) => Node::Double,
            (Kind::Array(from), Kind::Array(to)) | (Kind::Map(from), Kind::Map(to)) => {
                let (to, from) = (reader.child(to), writer.child(from));
                Node::Items { item: self.pair(to, from), min_size: self.min_size(from, 0) }
            }
            (Kind::Fixed(from), Kind::Fixed(to)) if matching::same_short_name(&to.name, &from.name) => {
                if from.size == to.size {
                    return Node::Same;
                }
                let text =
                    format!("found fixed `{}` of {} bytes, expecting {}", from.name.full.get(), from.size, to.size);
                Node::Fail(text.into())
            }
            (Kind::Enum(from), Kind::Enum(to)) if matching::same_short_name(&to.name, &from.name) => {
                Node::Enum(symbols(to, from))
            }
            (Kind::Record(_), Kind::Record(_)) => self.record(reader, writer),
            _ => mismatch(reader, writer),
        }
    }

    /// A value that is no union becomes a branch of the reader's union.
    fn reader_union(&mut self, reader: View<'s>, writer: View<'s>, position: Option<usize>) -> Node {
        let Some(branch) = self.matcher.branch(reader, writer, position) else {
            return Node::NoBranch(self.no_branch(reader, writer));
        };
        let branch_view = reader.branch(branch);
        let by_shape = match (branch_view.name(), writer.name()) {
            (Some(to), Some(from)) => !matching::same_short_name(to, from),
            _ => false,
        };
        Node::ReaderUnion {
            branch: branch as u32,
            value: self.pair(branch_view, writer),
            by_shape: by_shape.then(|| self.no_branch(reader, writer)),
        }
    }

    fn no_branch(&mut self, reader: View<'s>, writer: View<'s>) -> Box<NoBranch> {
        Box::new(NoBranch {
            name: writer.name().map_or_else(|| writer.type_name(), |name| name.full.get()).into(),
            text: mismatch_text(reader, writer),
            skip: self.skip(writer),
        })
    }

    fn record(&mut self, reader: View<'s>, writer: View<'s>) -> Node {
        let targets = match matching::fields(reader, writer) {
            Ok(targets) => targets,
            Err(text) => return Node::Fail(text.into()),
        };
        let mut steps = Vec::with_capacity(targets.len());
        for (i, target) in targets.iter().enumerate() {
            let written = writer.child(&writer.field(i).schema);
            steps.push(match target {
                Some(target) => {
                    let slot = self.pair(reader.child(&reader.field(*target).schema), written);
                    StepNode { field: *target as u32, slot, default: None }
                }
                None => StepNode { field: SKIP, slot: self.skip(written), default: None },
            });
        }
        let mut defaults_size = 0;
        for position in matching::missing(reader, &targets) {
            let field = reader.field(position);
            let Some(text) = &field.default else {
                return Node::Fail(missing_field(reader, writer, field.name.get(), "has no default"));
            };
            let ty = reader.child(&field.schema);
            let Ok(bytes) = default::encode(ty, text.get()) else {
                return Node::Fail(missing_field(
                    reader,
                    writer,
                    field.name.get(),
                    "has a default that is not of its type",
                ));
            };
            defaults_size += bytes.len();
            steps.push(StepNode { field: position as u32, slot: self.own(ty), default: Some(intern(bytes)) });
        }
        let whole = RecordNode { steps: steps.into(), parts: None, flattened: Box::default(), defaults_size };
        Node::Record(Box::new(self.in_parts(reader, writer, whole, &mut vec![None; targets.len()])))
    }

    /// The slot of what the reader itself has written: its straight-line code reads it, so that nothing more is asked of the
    /// slot than what stands in it.
    fn own(&mut self, reader: View<'s>) -> u32 {
        let node = match &reader.node.kind {
            Kind::Int => Node::Int,
            Kind::Long => Node::Long,
            Kind::Float => Node::Float,
            Kind::Double => Node::Double,
            Kind::Enum(symbols) => Node::Enum((0..symbols.symbols.get().len() as u32).map(Symbol::Known).collect()),
            Kind::Union(_) => {
                let value = self.settled(Node::Same);
                let branches = 0..reader.branch_count() as u32;
                Node::WriterUnion(
                    branches.map(|branch| self.slot(Node::ReaderUnion { branch, value, by_shape: None })).collect(),
                )
            }
            _ => Node::Same,
        };
        self.settled(node)
    }

    fn settled(&mut self, node: Node) -> u32 {
        let slot = self.slot(node);
        self.slots[slot as usize].equal = true;
        slot
    }

    /// `whole` as the code of a type with flattened records reads it: each of those for itself, from the same data. `skips`
    /// are the slots that go past the writer's fields, as far as they are made.
    fn in_parts(
        &mut self,
        reader: View<'s>,
        writer: View<'s>,
        mut whole: RecordNode,
        skips: &mut [Option<u32>],
    ) -> RecordNode {
        let Kind::Record(Record { fields: Fields::Joined(parts), .. }) = &reader.node.kind else { return whole };
        // What stands at each step for code that has nothing to do with the field; a default is nothing to go past.
        let mut own: Vec<Option<StepNode>> =
            (0..skips.len()).map(|i| Some(self.skip_field(writer, i, skips))).collect();
        own.resize(whole.steps.len(), None);
        let others = own.clone();
        let mut flattened = vec![SKIP; parts.len()];
        for (index, part) in parts.iter().enumerate() {
            let (start, count) = reader.part(index);
            let within = |field: u32| (start..start + count).contains(&(field as usize)).then(|| field - start as u32);
            match part {
                FieldPart::Own(_) => {
                    for (step, own) in whole.steps.iter().zip(&mut own) {
                        if within(step.field).is_some() {
                            *own = Some(StepNode { field: index as u32, ..*step });
                        }
                    }
                }
                FieldPart::Of(record) => {
                    let steps = whole.steps.iter().zip(&others).filter_map(|(step, other)| match within(step.field) {
                        Some(field) => Some(StepNode { field, ..*step }),
                        None => *other,
                    });
                    let node = RecordNode {
                        steps: steps.collect(),
                        parts: None,
                        flattened: Box::default(),
                        // taken from the limits once, by the record that all of them are
                        defaults_size: 0,
                    };
                    let node = self.in_parts(record.view(), writer, node, skips);
                    flattened[index] = self.slot(Node::Record(Box::new(node)));
                }
            }
        }
        (whole.parts, whole.flattened) = (Some(own.into_iter().flatten().collect()), flattened.into());
        whole
    }

    fn skip_field(&mut self, writer: View<'s>, position: usize, skips: &mut [Option<u32>]) -> StepNode {
        let slot = *skips[position].get_or_insert_with(|| self.skip(writer.child(&writer.field(position).schema)));
        StepNode { field: SKIP, slot, default: None }
    }

    fn skip_node(&mut self, writer: View<'s>) -> Skip {
        match &writer.node.kind {
            Kind::Null => Skip::Fixed(0),
            Kind::Boolean => Skip::Fixed(1),
            Kind::Float => Skip::Fixed(4),
            Kind::Double => Skip::Fixed(8),
            Kind::Fixed(fixed) => Skip::Fixed(fixed.size as usize),
            Kind::Int | Kind::Long | Kind::Enum(_) => Skip::Varint,
            Kind::Bytes | Kind::String => Skip::Prefixed,
            Kind::Array(item) => {
                let item = writer.child(item);
                Skip::Array { item: self.skip(item), min_size: self.min_size(item, 0) }
            }
            Kind::Map(value) => {
                let value = writer.child(value);
                Skip::Map { value: self.skip(value), min_size: self.min_size(value, 0) }
            }
            Kind::Union(_) => Skip::Union((0..writer.branch_count()).map(|i| self.skip(writer.branch(i))).collect()),
            Kind::Record(_) => Skip::Record(
                (0..writer.field_count()).map(|i| self.skip(writer.child(&writer.field(i).schema))).collect(),
            ),
        }
    }

    /// The fewest bytes that a value takes, or fewer: records are looked into so many levels deep.
    fn min_size(&mut self, writer: View<'s>, depth: usize) -> usize {
        const DEEPEST: usize = 64;
        match &writer.node.kind {
            Kind::Null => 0,
            Kind::Float => 4,
            Kind::Double => 8,
            Kind::Fixed(fixed) => fixed.size as usize,
            Kind::Record(record) => {
                let name = record.name.full.get();
                if let Some(known) = self.min_sizes.get(name) {
                    return *known;
                }
                if depth == DEEPEST {
                    return 0;
                }
                // What contains itself counts itself as nothing.
                self.min_sizes.insert(name, 0);
                let mut sum = 0_usize;
                for i in 0..writer.field_count() {
                    sum = sum.saturating_add(self.min_size(writer.child(&writer.field(i).schema), depth + 1));
                }
                self.min_sizes.insert(name, sum);
                sum
            }
            _ => 1,
        }
    }
}

fn symbols(reader: &Enum, writer: &Enum) -> Box<[Symbol]> {
    let known: HashMap<&str, u32> = reader.symbols.get().iter().map(|s| s.get()).zip(0..).collect();
    let fallback = reader.default.as_ref().and_then(|symbol| known.get(symbol.get()));
    let symbols = writer.symbols.get().iter();
    symbols
        .map(|symbol| match (known.get(symbol.get()), fallback) {
            (Some(position), _) => Symbol::Known(*position),
            (None, Some(position)) => Symbol::Default(*position, symbol.get().into()),
            (None, None) => {
                let (symbol, name) = (symbol.get(), reader.name.full.get());
                let text = format!("the reader's enum `{name}` has no symbol `{symbol}` and no default");
                Symbol::Unknown(symbol.into(), text.into())
            }
        })
        .collect()
}

fn describe(view: View<'_>) -> String {
    match view.name() {
        Some(name) => format!("{} `{}`", view.type_name(), name.full.get()),
        None if view.branch_count() > 0 => {
            let branches: Vec<String> = (0..view.branch_count()).map(|i| describe(view.branch(i))).collect();
            format!("union [{}]", branches.join(", "))
        }
        None => view.type_name().to_owned(),
    }
}

fn mismatch(reader: View<'_>, writer: View<'_>) -> Node {
    Node::Fail(mismatch_text(reader, writer))
}

fn mismatch_text(reader: View<'_>, writer: View<'_>) -> Box<str> {
    format!("found {}, expecting {}", describe(writer), describe(reader)).into()
}

fn missing_field(reader: View<'_>, writer: View<'_>, field: &str, why: &str) -> Box<str> {
    let (writer, reader) = (describe(writer), describe(reader));
    format!("found {writer}, expecting {reader}: its field `{field}` is missing and {why}").into()
}

/// Whether the reader's code reads this as it was written, as far as the node itself shows.
fn may_be_equal(reader: View<'_>, writer: View<'_>, node: &Node) -> bool {
    match node {
        Node::Fail(_) | Node::NoBranch(_) | Node::ReaderUnion { .. } | Node::Skip(_) => false,
        Node::Same | Node::Double | Node::Items { .. } => true,
        Node::Int | Node::Long => matches!(reader.node.kind, Kind::Int | Kind::Long),
        Node::Float => matches!(reader.node.kind, Kind::Float),
        Node::Enum(symbols) => {
            symbols.iter().enumerate().all(|(i, symbol)| matches!(symbol, Symbol::Known(at) if *at as usize == i))
        }
        Node::WriterUnion(_) => matches!(reader.node.kind, Kind::Union(_)),
        Node::Record(record) => {
            reader.field_count() == writer.field_count()
                && record.steps.iter().enumerate().all(|(i, step)| step.field as usize == i)
        }
    }
}

/// Takes back the equality of what contains something unequal, until nothing changes: what is recursive is equal unless
/// something in it is not.
fn settle_equality(plan: &mut Plan) {
    loop {
        let mut changed = false;
        // Children mostly stand behind their parents.
        for i in (0..plan.slots.len()).rev() {
            if !plan.slots[i].equal {
                continue;
            }
            let equal = |slot: u32| plan.slots[slot as usize].equal;
            let still = match &plan.slots[i].node {
                Node::Items { item, .. } => equal(*item),
                Node::Record(record) => record.steps.iter().all(|step| equal(step.slot)),
                Node::WriterUnion(branches) => branches.iter().enumerate().all(|(i, slot)| {
                    matches!(&plan.slots[*slot as usize].node,
                        Node::ReaderUnion { branch, value, by_shape: None } if *branch as usize == i && equal(*value))
                }),
                _ => true,
            };
            if !still {
                plan.slots[i].equal = false;
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

/// Keeps an encoded default for the life of the process: types may borrow from it. Readers are types of the program, so
/// there are as many as these have defaults.
fn intern(bytes: Vec<u8>) -> &'static [u8] {
    static DEFAULTS: Mutex<Option<HashSet<&'static [u8]>>> = Mutex::new(None);
    let mut defaults = DEFAULTS.lock().unwrap_or_else(PoisonError::into_inner);
    let defaults = defaults.get_or_insert_with(HashSet::new);
    if let Some(known) = defaults.get(bytes.as_slice()) {
        return known;
    }
    let kept: &'static [u8] = bytes.leak();
    defaults.insert(kept);
    kept
}

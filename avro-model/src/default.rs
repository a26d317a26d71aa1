//! Defaults: whether a JSON value is one of a type, and its Avro binary form.
//!
//! A value of a union may be of any branch (Avro specification 1.12; the first that matches is taken).

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;

use crate::compat::find_symbol;
use crate::json::{self, Node, Tree, Value, java_float};
use crate::schema::{Document, Kind, Schema, View};

/// How closely a default is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// As Java's parser does: any string is one for `string`, `bytes`, `enum` and `fixed`.
    Java,
    /// What can be encoded: known symbols, code points below 256 for `bytes` and `fixed`, and the right size.
    Exact,
}

/// Why a JSON value is no default of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    path: String,
    message: String,
    /// The part of the value that it is about, in the text that the value was read from; nothing: all of it.
    range: Option<Range<usize>>,
}

impl Error {
    fn new(message: impl Into<String>) -> Self {
        Error { path: String::new(), message: message.into(), range: None }
    }

    /// The place in the value: `lines[0].qty`; empty for the value itself.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn range(&self) -> Option<Range<usize>> {
        self.range.clone()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.message) } else { write!(f, "at {}: {}", self.path, self.message) }
    }
}

impl std::error::Error for Error {}

/// Whether `text`, JSON, is a default of `view`, as it must be to be encoded.
///
/// # Errors
/// What was found and what the type wants, and where; or that `text` is not JSON.
pub fn check(view: View<'_>, text: &str) -> Result<(), Error> {
    let tree = Tree::parse(text, &json::Options::default()).map_err(|error| Error::new(error.to_string()))?;
    check_node(view, tree.root(), Rule::Exact)
}

/// Whether a node of a JSON text is a default of `view`.
///
/// # Errors
/// What was found and what the type wants, and where.
pub fn check_node(view: View<'_>, node: Node<'_>, rule: Rule) -> Result<(), Error> {
    Matcher::new(rule).check(view, node)
}

/// `text`, JSON, in the Avro binary form of `view`: what a decoder reads in the place of a field that the writer lacks.
///
/// # Errors
/// What was found and what the type wants; that `text` is not JSON; that the default contains itself (a record whose
/// field defaults to such a record) or becomes larger than a mebibyte.
pub fn encode(view: View<'_>, text: &str) -> Result<Vec<u8>, Error> {
    let mut encoder = Encoder { out: Vec::new(), sources: Vec::new(), work: Vec::new(), active: HashSet::new() };
    encoder.open(view, text)?;
    encoder.run()?;
    Ok(encoder.out)
}

/// How many parts are looked at of all the values that one [`Matcher`] checks. Unions of thousands of records over thousands of
/// values would take for ever.
const MOST_PARTS: usize = 1 << 24;

/// The zero value of a type as JSON, which `#[avro(default)]` stands for: 0, `false`, an empty text, list or map. `null` of what
/// has none.
pub const fn zero(view: View<'_>) -> &'static str {
    match view.node.kind {
        Kind::Boolean => "false",
        Kind::Int | Kind::Long => "0",
        Kind::Float | Kind::Double => "0.0",
        Kind::Bytes | Kind::String => "\"\"",
        Kind::Array(_) => "[]",
        Kind::Map(_) => "{}",
        Kind::Null | Kind::Union(_) | Kind::Enum(_) | Kind::Record(_) | Kind::Fixed(_) => "null",
    }
}

/// Matches values with types. Answers are kept, so that unions of records are not tried again and again.
pub(crate) struct Matcher<'s> {
    rule: Rule,
    /// The whole value of a `float` or `double`: only it may be a string, none inside a union, an array, a map or a record.
    root: Option<usize>,
    /// (address of the schema node, id of the JSON node) -> the branch that matches (0 for what is no union), if any; of unions,
    /// records, arrays and maps.
    answers: HashMap<(usize, usize), Option<usize>>,
    /// By address: what is known of wide records.
    wide: HashMap<usize, Wide<'s>>,
    parts: usize,
    open: Option<OpenRecords<'s>>,
    /// The open record whose fields were asked for.
    too_early: Option<View<'s>>,
}

/// The fields of a record by name, and how many have no default.
struct Wide<'s> {
    by_name: HashMap<&'s str, usize>,
    required: usize,
}

/// Which records are not read to their end where a default stands.
struct OpenRecords<'s> {
    document: &'s Document,
    /// For each record's node the index behind the nodes inside it.
    ends: &'s [u32],
    holder: u32,
}

impl OpenRecords<'_> {
    fn holds(&self, node: &Schema) -> bool {
        let nodes = self.document.nodes.get();
        let offset = core::ptr::from_ref(node).addr().wrapping_sub(nodes.as_ptr().addr());
        let index = offset / size_of::<Schema>();
        index <= self.holder as usize && self.ends.get(index).is_some_and(|end| *end > self.holder)
    }
}

/// A value whose parts are being matched.
struct Open<'s, 'j> {
    key: (usize, usize),
    /// Any of the parts, not all.
    any: bool,
    parts: Vec<(View<'s>, Node<'j>)>,
    next: usize,
}

/// What must match for a value to be one of a type.
enum Parts<'s, 'j> {
    /// Nothing more: it is one or not.
    Leaf(bool),
    Any(Vec<(View<'s>, Node<'j>)>),
    All(Vec<(View<'s>, Node<'j>)>),
}

fn key(view: View<'_>, node: Node<'_>) -> (usize, usize) {
    (core::ptr::from_ref(view.node).addr(), node.id())
}

impl<'s> Matcher<'s> {
    pub(crate) fn new(rule: Rule) -> Self {
        let (answers, wide) = (HashMap::new(), HashMap::new());
        Matcher { rule, root: None, answers, wide, parts: 0, open: None, too_early: None }
    }

    /// Java's rule for the defaults of a whole document: they cannot need the fields of a record that they stand in.
    pub(crate) fn of_open_records(document: &'s Document, ends: &'s [u32]) -> Self {
        let mut matcher = Matcher::new(Rule::Java);
        matcher.open = Some(OpenRecords { document, ends, holder: 0 });
        matcher
    }

    /// The next value is the default of a field of the record whose node has this index.
    pub(crate) fn held_by(&mut self, record: u32) {
        if let Some(open) = &mut self.open {
            open.holder = record;
        }
    }

    /// Whether `node` is a value of `view`.
    pub(crate) fn check(&mut self, view: View<'s>, node: Node<'_>) -> Result<(), Error> {
        self.root = matches!(view.node.kind, Kind::Float | Kind::Double).then(|| node.id());
        if self.is_scalar(view, node) == Some(true) {
            return Ok(());
        }
        self.resolve(view, node)
    }

    /// As [`Matcher::check`]; the answers for all unions within are kept.
    fn resolve(&mut self, view: View<'s>, node: Node<'_>) -> Result<(), Error> {
        self.root = matches!(view.node.kind, Kind::Float | Kind::Double).then(|| node.id());
        // Emptying a map costs as much as it once held.
        if self.answers.capacity() > 256 {
            self.answers = HashMap::new();
        }
        self.answers.clear();
        self.too_early = None;
        if self.matches(view, node) {
            return Ok(());
        }
        if let Some(name) = self.too_early.and_then(|view| view.name()) {
            let name = crate::diagnostic::quote(name.full.get());
            return Err(Error::new(format!("it needs the fields of {name}, which is not read to its end here")));
        }
        if self.parts > MOST_PARTS {
            return Err(Error::new("there is too much to look at: too many values for unions of too many types"));
        }
        Err(self.explain(view, node))
    }

    fn matches<'j>(&mut self, view: View<'s>, node: Node<'j>) -> bool {
        let mut stack: Vec<Open<'s, 'j>> = Vec::new();
        let mut goal = (view, node);
        loop {
            let key = key(goal.0, goal.1);
            // The answer for the part last tried; nothing yet for a value just opened.
            let mut answer = match self.answers.get(&key) {
                Some(known) => Some(known.is_some()),
                None => {
                    let (any, parts) = match self.parts(goal.0, goal.1) {
                        Parts::Leaf(good) => (good, None),
                        Parts::Any(parts) => (true, Some(parts)),
                        Parts::All(parts) => (false, Some(parts)),
                    };
                    match parts {
                        Some(parts) => {
                            self.parts += parts.len();
                            stack.push(Open { key, any, parts, next: 0 });
                            None
                        }
                        None => Some(any),
                    }
                }
            };
            if self.too_early.is_some() || self.parts > MOST_PARTS {
                return false;
            }
            goal = loop {
                let Some(open) = stack.last_mut() else { return answer == Some(true) };
                let decided = answer == Some(open.any);
                if !decided && let Some(&part) = open.parts.get(open.next) {
                    open.next += 1;
                    break part;
                }
                let found = match open.any {
                    true => decided.then(|| open.next - 1),
                    false => (!decided).then_some(0),
                };
                self.answers.insert(open.key, found);
                answer = Some(found.is_some());
                stack.pop();
            };
        }
    }

    /// Whether a value that holds no others is one of `view`, looked at without keeping an answer: so are nearly all.
    fn is_scalar(&mut self, view: View<'s>, node: Node<'_>) -> Option<bool> {
        if node.is_array() || node.is_object() {
            return None;
        }
        match &view.node.kind {
            Kind::Union(_) if view.branch_count() > 16 => None,
            Kind::Union(_) => Some((0..view.branch_count()).any(|at| match view.branch(at) {
                branch if matches!(branch.node.kind, Kind::Union(_)) => false,
                branch => matches!(self.parts(branch, node), Parts::Leaf(true)),
            })),
            _ => Some(matches!(self.parts(view, node), Parts::Leaf(true))),
        }
    }

    /// What must match for `node` to be a value of `view`.
    fn parts<'j>(&mut self, view: View<'s>, node: Node<'j>) -> Parts<'s, 'j> {
        let (java, at_root) = (self.rule == Rule::Java, Some(node.id()) == self.root);
        let good = match (&view.node.kind, node.value()) {
            (Kind::Union(_), _) => {
                return Parts::Any((0..view.branch_count()).map(|i| (view.branch(i), node)).collect());
            }
            (Kind::Null, value) => value == Value::Null,
            (Kind::Boolean, value) => matches!(value, Value::Bool(_)),
            (Kind::Int, Value::Number(text)) => text.parse::<i32>().is_ok(),
            (Kind::Long, Value::Number(text)) => text.parse::<i64>().is_ok(),
            (Kind::Float | Kind::Double, Value::Number(_)) => true,
            (Kind::Float | Kind::Double, Value::String(text)) => at_root && java_float(text).is_some(),
            (Kind::String, Value::String(_)) => true,
            (Kind::Bytes | Kind::Fixed(_) | Kind::Enum(_), Value::String(_)) if java => true,
            (Kind::Bytes, Value::String(text)) => text.chars().all(|c| c <= '\u{ff}'),
            (Kind::Fixed(fixed), Value::String(text)) => {
                text.chars().all(|c| c <= '\u{ff}') && text.chars().count() == fixed.size as usize
            }
            (Kind::Enum(symbols), Value::String(text)) => find_symbol(symbols, text).is_some(),
            (Kind::Array(_), Value::Array) => match view.element() {
                Some(items) => return Parts::All(node.children().map(|item| (items, item)).collect()),
                None => false,
            },
            (Kind::Map(_), Value::Object) => match view.element() {
                Some(values) => return Parts::All(node.members().into_iter().map(|value| (values, value)).collect()),
                None => false,
            },
            (Kind::Record(_), Value::Object) => {
                if self.open.as_ref().is_some_and(|open| open.holds(view.node)) {
                    self.too_early = Some(view);
                    return Parts::Leaf(false);
                }
                match self.fields(view, node) {
                    Some(parts) => return Parts::All(parts),
                    None => false,
                }
            }
            _ => false,
        };
        Parts::Leaf(good)
    }

    /// The fields of a record that an object has, in the record's order; nothing where one without default is missing.
    fn fields<'j>(&mut self, view: View<'s>, node: Node<'j>) -> Option<Vec<(View<'s>, Node<'j>)>> {
        const NARROW: usize = 16;
        let members = node.members();
        let part = |at: usize, member: Node<'j>| (view.child(&view.field(at).schema), member);
        if view.field_count() <= NARROW && members.len() <= NARROW {
            let mut parts = Vec::with_capacity(members.len());
            for at in 0..view.field_count() {
                let field = view.field(at);
                match members.iter().find(|member| member.key() == Some(field.name.get())) {
                    Some(member) => parts.push(part(at, *member)),
                    None if field.default.is_some() => {}
                    None => return None,
                }
            }
            return Some(parts);
        }
        let wide = self.wide.entry(core::ptr::from_ref(view.node).addr()).or_insert_with(|| {
            let fields = || (0..view.field_count()).map(|at| view.field(at));
            self.parts += view.field_count();
            Wide {
                by_name: fields().enumerate().map(|(at, field)| (field.name.get(), at)).collect(),
                required: fields().filter(|field| field.default.is_none()).count(),
            }
        });
        let mut found: Vec<(usize, Node<'j>)> =
            members.iter().filter_map(|member| Some((*wide.by_name.get(member.key()?)?, *member))).collect();
        let required = found.iter().filter(|(at, _)| view.field(*at).default.is_none()).count();
        if required < wide.required {
            return None;
        }
        found.sort_unstable_by_key(|(at, _)| *at);
        Some(found.into_iter().map(|(at, member)| part(at, member)).collect())
    }

    /// Follows the failing parts, into a union where only one of its branches can be meant.
    fn explain(&mut self, view: View<'s>, node: Node<'_>) -> Error {
        let (mut view, mut node, mut path) = (view, node, String::new());
        loop {
            let failing = match self.parts(view, node) {
                Parts::All(parts) => parts.into_iter().find(|&(view, part)| !self.matches(view, part)),
                Parts::Any(_) => match branch_of_shape(view, node) {
                    Some(branch) => {
                        view = branch;
                        continue;
                    }
                    None => None,
                },
                Parts::Leaf(_) => None,
            };
            let Some((part_view, part)) = failing else {
                return Error { path, message: self.mismatch(view, node), range: Some(node.range()) };
            };
            match part.key() {
                Some(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(crate::diagnostic::quote(key).trim_matches('`'));
                }
                None => {
                    let position = node.children().position(|item| item.id() == part.id()).unwrap_or(0);
                    path.push_str(&format!("[{position}]"));
                }
            }
            (view, node) = (part_view, part);
        }
    }

    fn mismatch(&self, view: View<'_>, node: Node<'_>) -> String {
        let found = match node.value() {
            Value::Number(text) => format!("the number {}", crate::diagnostic::quote(text)),
            Value::Bool(value) => format!("`{value}`"),
            Value::String(text) => format!("the string {}", crate::diagnostic::quote(text)),
            _ => node.describe().to_owned(),
        };
        let name = || view.name().map_or(String::new(), |name| crate::diagnostic::quote(name.full.get()));
        match (&view.node.kind, node.value()) {
            (Kind::Union(_), _) => {
                // The text is cut off before so many names are in it.
                let branches: Vec<&str> = (0..view.branch_count().min(40))
                    .map(|i| view.branch(i).name().map_or(view.branch(i).type_name(), |name| name.full.get()))
                    .collect();
                format!(
                    "{found} is of no branch of the union {}",
                    crate::diagnostic::quote(&format!("[{}]", branches.join(", ")))
                )
            }
            (Kind::Int | Kind::Long, Value::Number(text)) if text.contains(['.', 'e', 'E']) => {
                format!("{found} has a fraction or an exponent, `{}` takes integers", view.type_name())
            }
            (Kind::Int | Kind::Long, Value::Number(_)) => format!("{found} is out of range for `{}`", view.type_name()),
            (Kind::Enum(_), Value::String(_)) => format!("{found} is no symbol of the enum {}", name()),
            (Kind::Fixed(fixed), Value::String(text)) if text.chars().all(|c| c <= '\u{ff}') => {
                format!("{found} has {} bytes, the fixed {} has {}", text.chars().count(), name(), fixed.size)
            }
            (Kind::Bytes | Kind::Fixed(_), Value::String(_)) => {
                format!("{found} has characters above U+00FF; each character stands for one byte")
            }
            (Kind::Record(_), Value::Object) => {
                let missing = (0..view.field_count())
                    .map(|i| view.field(i))
                    .find(|field| field.default.is_none() && node.get(field.name.get()).is_none())
                    .map_or(String::new(), |field| crate::diagnostic::quote(field.name.get()));
                format!("the field {missing} of the record {} is missing and has no default of its own", name())
            }
            (kind, _) => {
                let wanted = match kind {
                    Kind::Null => "`null`",
                    Kind::Boolean => "`true` or `false`",
                    Kind::Int | Kind::Long => "an integer",
                    Kind::Float | Kind::Double => "a number",
                    Kind::Array(_) => "an array",
                    Kind::Map(_) | Kind::Record(_) => "an object",
                    _ => "a string",
                };
                format!("{found} is no `{}`, expected {wanted}", view.type_name())
            }
        }
    }
}

/// The only branch whose values are arrays, or objects, as `node` is.
fn branch_of_shape<'s>(union: View<'s>, node: Node<'_>) -> Option<View<'s>> {
    let mut of_shape = (0..union.branch_count()).map(|at| union.branch(at)).filter(|branch| match branch.node.kind {
        Kind::Array(_) => node.is_array(),
        Kind::Map(_) | Kind::Record(_) => node.is_object(),
        _ => false,
    });
    of_shape.next().filter(|_| of_shape.next().is_none())
}

/// What is still to be written.
enum Work<'s> {
    /// A value: the index of its source and the id of its node.
    Value(View<'s>, usize, usize),
    /// Bytes between values.
    Long(i64),
    Text(usize, usize),
    /// The default of a field, by the field's address, is complete.
    Close(usize),
    /// The default of a field that the value leaves out.
    Default(View<'s>, &'s str, usize),
}

struct Encoder<'s> {
    out: Vec<u8>,
    /// The default itself and those of fields that it leaves out, each with the branches found.
    sources: Vec<(Tree<'s>, Matcher<'s>)>,
    /// Last first.
    work: Vec<Work<'s>>,
    /// Addresses of the fields whose default is being written.
    active: HashSet<usize>,
}

impl<'s> Encoder<'s> {
    const LARGEST: usize = 1 << 20;

    fn open(&mut self, view: View<'s>, text: &'s str) -> Result<(), Error> {
        let tree = Tree::parse(text, &json::Options::default()).map_err(|error| Error::new(error.to_string()))?;
        let root = tree.root();
        let mut matcher = Matcher::new(Rule::Exact);
        matcher.resolve(view, root)?;
        let id = root.id();
        self.sources.push((tree, matcher));
        self.work.push(Work::Value(view, self.sources.len() - 1, id));
        Ok(())
    }

    fn run(&mut self) -> Result<(), Error> {
        let mut steps = 0;
        while let Some(work) = self.work.pop() {
            steps += 1;
            if steps > Self::LARGEST || self.out.len() > Self::LARGEST {
                return Err(Error::new("the default is too large: more than a mebibyte when encoded"));
            }
            match work {
                Work::Long(value) => self.long(value),
                Work::Text(source, id) => {
                    let key = self.sources[source].0.node(id).key().unwrap_or_default().to_owned();
                    self.bytes(key.as_bytes());
                }
                Work::Close(field) => {
                    self.active.remove(&field);
                    // The default is complete, and so is everything it opened.
                    self.sources.pop();
                }
                Work::Default(view, text, field) => {
                    if !self.active.insert(field) {
                        return Err(Error::new(
                            "the default contains itself: a record whose field defaults to such a record",
                        ));
                    }
                    self.work.push(Work::Close(field));
                    self.open(view, text)?;
                }
                Work::Value(view, source, id) => self.value(view, source, id),
            }
        }
        Ok(())
    }

    fn value(&mut self, view: View<'s>, source: usize, id: usize) {
        let (tree, matcher) = &self.sources[source];
        let node = tree.node(id);
        match (&view.node.kind, node.value()) {
            (Kind::Union(_), _) => {
                let branch = matcher.answers.get(&key(view, node)).copied().flatten().unwrap_or(0);
                self.work.push(Work::Value(view.branch(branch), source, id));
                self.long(branch as i64);
            }
            (Kind::Boolean, Value::Bool(value)) => self.out.push(value.into()),
            (Kind::Int | Kind::Long, Value::Number(text)) => {
                let value = text.parse().unwrap_or(0);
                self.long(value);
            }
            (Kind::Float, Value::Number(text)) => {
                self.out.extend(text.parse::<f32>().unwrap_or(f32::NAN).to_le_bytes())
            }
            (Kind::Double, Value::Number(text)) => {
                self.out.extend(text.parse::<f64>().unwrap_or(f64::NAN).to_le_bytes())
            }
            (Kind::Float, Value::String(text)) => {
                #[expect(clippy::cast_possible_truncation, reason = "the nearest float is meant, as in Java")]
                let value = java_float(text).unwrap_or(f64::NAN) as f32;
                self.out.extend(value.to_le_bytes());
            }
            (Kind::Double, Value::String(text)) => self.out.extend(java_float(text).unwrap_or(f64::NAN).to_le_bytes()),
            (Kind::String, Value::String(text)) => {
                let text = text.to_owned();
                self.bytes(text.as_bytes());
            }
            (Kind::Bytes, Value::String(text)) => {
                let bytes = latin(text);
                self.bytes(&bytes);
            }
            (Kind::Fixed(_), Value::String(text)) => self.out.extend(latin(text)),
            (Kind::Enum(symbols), Value::String(text)) => {
                let index = find_symbol(symbols, text).unwrap_or(0);
                self.long(index as i64);
            }
            (Kind::Array(_) | Kind::Map(_), _) => {
                let (map, Some(element)) = (node.is_object(), view.element()) else { return };
                let items: Vec<usize> = if map {
                    node.members().iter().map(|member| member.id()).collect()
                } else {
                    node.children().map(Node::id).collect()
                };
                self.work.push(Work::Long(0));
                for &item in items.iter().rev() {
                    self.work.push(Work::Value(element, source, item));
                    if map {
                        self.work.push(Work::Text(source, item));
                    }
                }
                if !items.is_empty() {
                    self.long(items.len() as i64);
                }
            }
            (Kind::Record(_), _) => {
                let members: HashMap<_, _> = node.children().map(|member| (member.key(), member.id())).collect();
                for i in (0..view.field_count()).rev() {
                    let field = view.field(i);
                    let ty = view.child(&field.schema);
                    match (members.get(&Some(field.name.get())), &field.default) {
                        (Some(&member), _) => self.work.push(Work::Value(ty, source, member)),
                        (None, Some(text)) => {
                            self.work.push(Work::Default(ty, text.get(), core::ptr::from_ref(field).addr()))
                        }
                        (None, None) => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn long(&mut self, value: i64) {
        let mut rest = ((value << 1) ^ (value >> 63)) as u64;
        while rest > 0x7f {
            self.out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.out.push(rest as u8);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.long(bytes.len() as i64);
        self.out.extend(bytes);
    }
}

/// Each character as the byte of its code point.
fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

//! Incompatibilities as Java's `SchemaCompatibility` lists them, for those who compare texts.
//!
//! The verdict is the engine's. The list follows Java's algorithm to the letter, with its memo of pairs of schema
//! objects: a bad type that is used twice is listed twice, both times where it was first met, and what was first met in
//! the trial of a union branch is placed relative to that trial. Where Java's memo hides an incompatibility, the list is
//! made of the engine's own causes, as it is where Java would compare more than a million pairs of types: each branch of a
//! wide union with each of another. Lists are cut at 1,000 entries per pair of types, where Java would run out of memory.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use super::{Cause, CauseKind, Findings, Overlay, Step, Verdict};
use crate::schema::{Child, Kind, Schema, View};

/// The six ways to be incompatible in Java.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JavaKind {
    /// `NAME_MISMATCH`
    NameMismatch,
    /// `FIXED_SIZE_MISMATCH`
    FixedSizeMismatch,
    /// `MISSING_ENUM_SYMBOLS`
    MissingEnumSymbols,
    /// `READER_FIELD_MISSING_DEFAULT_VALUE`
    ReaderFieldMissingDefaultValue,
    /// `TYPE_MISMATCH`
    TypeMismatch,
    /// `MISSING_UNION_BRANCH`
    MissingUnionBranch,
}

impl JavaKind {
    /// Java's name of it.
    pub const fn name(self) -> &'static str {
        match self {
            JavaKind::NameMismatch => "NAME_MISMATCH",
            JavaKind::FixedSizeMismatch => "FIXED_SIZE_MISMATCH",
            JavaKind::MissingEnumSymbols => "MISSING_ENUM_SYMBOLS",
            JavaKind::ReaderFieldMissingDefaultValue => "READER_FIELD_MISSING_DEFAULT_VALUE",
            JavaKind::TypeMismatch => "TYPE_MISMATCH",
            JavaKind::MissingUnionBranch => "MISSING_UNION_BRANCH",
        }
    }
}

/// One incompatibility.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Incompatibility {
    /// Its type.
    pub kind: JavaKind,
    /// Where: `/fields/1/type`.
    pub location: String,
    /// Java's message.
    pub message: String,
}

/// Java raises an exception instead of an answer: a reader field matches several fields of the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JavaException {
    message: String,
}

impl fmt::Display for JavaException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for JavaException {}

/// The incompatibilities of reading data of `writer` as `reader`: none if, and only if, [`check`](super::check) calls it
/// compatible.
///
/// # Errors
/// Where Java raises an exception; that is as good as incompatible.
pub fn incompatibilities(reader: View<'_>, writer: View<'_>) -> Result<Vec<Incompatibility>, JavaException> {
    let report = super::check(reader, writer, Overlay::NONE);
    if report.verdict == Verdict::Compatible {
        return Ok(Vec::new());
    }
    let mut java = Java { places: vec![Place { parent: 0, token: Token::Type }], memo: HashMap::new() };
    let found = java.check(reader, writer)?;
    if found.is_empty() || java.memo.len() > PAIRS {
        return Ok(report.findings().causes().filter_map(|cause| own(report.findings(), &cause)).collect());
    }
    Ok(found
        .iter()
        .map(|item| Incompatibility {
            kind: item.kind,
            location: java.location(item.place),
            message: item.message.to_string(),
        })
        .collect())
}

/// A token of a location.
#[derive(Clone, Copy)]
enum Token {
    Fields,
    Type,
    Items,
    Values,
    Name,
    Size,
    Symbols,
    At(usize),
}

/// A location, as a list that is shared with longer ones; 0 is the root.
struct Place {
    parent: usize,
    token: Token,
}

#[derive(Clone)]
struct Item {
    kind: JavaKind,
    place: usize,
    message: Rc<str>,
}

type Items = Rc<Vec<Item>>;
type Key = (Object, Object);

/// What is one object in Java: a node, or the place of a primitive type in its parent. A node of such a type may stand for many
/// here, which in Java are objects of their own.
type Object = (*const Schema, usize);

/// A schema, and which object it is in Java.
#[derive(Clone, Copy)]
struct Part<'a> {
    view: View<'a>,
    object: Object,
}

impl<'a> Part<'a> {
    fn root(view: View<'a>) -> Self {
        Part { view, object: (std::ptr::from_ref(view.node), usize::MAX) }
    }

    /// `view`, which stands in this one at `position`.
    fn part(self, view: View<'a>, position: usize) -> Self {
        if is_primitive(view) {
            return Part { view, object: (std::ptr::from_ref(self.view.node), position) };
        }
        Part::root(view)
    }

    fn branch(self, position: usize) -> Self {
        self.part(self.view.branch(position), position)
    }

    /// The type of the field at `position`.
    fn field(self, position: usize) -> Self {
        self.part(self.view.child(&self.view.field(position).schema), position)
    }
}

/// A comparison that waits for one of its parts.
struct Frame<'a> {
    reader: Part<'a>,
    writer: Part<'a>,
    place: usize,
    /// The next field or branch.
    next: usize,
    found: Vec<Item>,
}

enum Turn<'a> {
    Call(Part<'a>, Part<'a>, usize),
    Return,
}

struct Java {
    places: Vec<Place>,
    /// `None`: in progress.
    memo: HashMap<Key, Option<Items>>,
}

const ROOT: usize = 0;
const MOST: usize = 1000;
const PAIRS: usize = 1 << 20;

impl Java {
    fn check(&mut self, reader: View<'_>, writer: View<'_>) -> Result<Items, JavaException> {
        let mut stack: Vec<Frame<'_>> = Vec::new();
        let mut turn = Turn::Call(Part::root(reader), Part::root(writer), ROOT);
        loop {
            let mut answer = None;
            match turn {
                Turn::Call(reader, writer, place) => {
                    let key = (reader.object, writer.object);
                    match self.memo.get(&key) {
                        Some(known) => answer = Some(known.clone().unwrap_or_default()),
                        _ if self.memo.len() > PAIRS => return Ok(Items::default()),
                        _ => {
                            self.memo.insert(key, None);
                            let found = self.own_items(reader.view, writer.view, place);
                            stack.push(Frame { reader, writer, place, next: 0, found });
                        }
                    }
                }
                Turn::Return => {
                    let Some(frame) = stack.pop() else { return Ok(Items::default()) };
                    let items = Rc::new(frame.found);
                    self.memo.insert((frame.reader.object, frame.writer.object), Some(items.clone()));
                    answer = Some(items);
                }
            }
            match (stack.last_mut(), answer) {
                (None, Some(items)) => return Ok(items),
                (Some(frame), answer) => turn = self.go_on(frame, answer)?,
                (None, None) => return Ok(Items::default()),
            }
        }
    }

    /// What the two nodes say before their parts are looked at.
    fn own_items(&mut self, reader: View<'_>, writer: View<'_>, place: usize) -> Vec<Item> {
        let mut found = Vec::new();
        let mut name_checked = |java: &mut Java| {
            if let (Some(r), Some(w)) = (reader.name(), writer.name())
                && !super::names::names_match(Overlay::NONE, r, w)
            {
                let place = java.place(place, Token::Name);
                found.push(item(JavaKind::NameMismatch, place, format!("expected: {}", w.full.get())));
            }
        };
        match (&reader.node.kind, &writer.node.kind) {
            (Kind::Record(_), Kind::Record(_)) => name_checked(self),
            (Kind::Fixed(r), Kind::Fixed(w)) => {
                name_checked(self);
                if r.size != w.size {
                    let message = format!("expected: {}, found: {}", w.size, r.size);
                    found.push(item(JavaKind::FixedSizeMismatch, self.place(place, Token::Size), message));
                }
            }
            (Kind::Enum(r), Kind::Enum(w)) => {
                name_checked(self);
                if super::names::unreadable_symbol(Overlay::NONE, r, w).is_some() {
                    let place = self.place(place, Token::Symbols);
                    found.push(item(JavaKind::MissingEnumSymbols, place, missing_symbols(reader, writer)));
                }
            }
            (Kind::Union(_), _) | (_, Kind::Union(_)) => {}
            _ if reader.type_name() == writer.type_name() || promotes(reader, writer) => {}
            _ => found.push(item(JavaKind::TypeMismatch, place, type_mismatch(reader, writer))),
        }
        found
    }

    /// Takes the answer for the part that was asked for last, and asks for the next.
    fn go_on<'a>(&mut self, frame: &mut Frame<'a>, answer: Option<Items>) -> Result<Turn<'a>, JavaException> {
        let (reader, writer, place) = (frame.reader, frame.writer, frame.place);
        let child = |of: Part<'a>, child: &'a Child| of.part(of.view.child(child), 0);
        match (&reader.view.node.kind, &writer.view.node.kind) {
            (Kind::Array(r), Kind::Array(w)) if answer.is_none() => {
                Ok(Turn::Call(child(reader, r), child(writer, w), self.place(place, Token::Items)))
            }
            (Kind::Map(r), Kind::Map(w)) if answer.is_none() => {
                Ok(Turn::Call(child(reader, r), child(writer, w), self.place(place, Token::Values)))
            }
            (Kind::Union(_), Kind::Union(_)) => {
                if let Some(items) = answer {
                    let branch = frame.next - 1;
                    if !items.is_empty() {
                        let place = self.place(place, Token::At(branch));
                        frame.found.push(missing_branch(place, writer.view.branch(branch)));
                    }
                }
                if frame.next == writer.view.branch_count() {
                    return Ok(Turn::Return);
                }
                frame.next += 1;
                Ok(Turn::Call(reader, writer.branch(frame.next - 1), ROOT))
            }
            (_, Kind::Union(_)) => {
                merge(&mut frame.found, answer);
                if frame.next == writer.view.branch_count() {
                    return Ok(Turn::Return);
                }
                frame.next += 1;
                let branch = frame.next - 1;
                Ok(Turn::Call(reader, writer.branch(branch), self.place(place, Token::At(branch))))
            }
            (Kind::Union(_), _) => {
                if answer.is_some_and(|items| items.is_empty()) {
                    return Ok(Turn::Return);
                }
                if frame.next == reader.view.branch_count() {
                    frame.found.push(missing_branch(place, writer.view));
                    return Ok(Turn::Return);
                }
                frame.next += 1;
                Ok(Turn::Call(reader.branch(frame.next - 1), writer, ROOT))
            }
            (Kind::Record(_), Kind::Record(_)) => {
                merge(&mut frame.found, answer);
                self.next_field(frame)
            }
            _ => {
                merge(&mut frame.found, answer);
                Ok(Turn::Return)
            }
        }
    }

    fn next_field<'a>(&mut self, frame: &mut Frame<'a>) -> Result<Turn<'a>, JavaException> {
        let (reader, writer) = (frame.reader, frame.writer);
        while frame.next < reader.view.field_count() {
            let position = frame.next;
            frame.next += 1;
            let field = reader.view.field(position);
            let written = lookup_writer_field(reader.view, position, writer.view)?;
            let fields = self.place(frame.place, Token::Fields);
            let place = self.place(fields, Token::At(position));
            let schema = reader.field(position);
            match written {
                Some(written) => {
                    let place = self.place(place, Token::Type);
                    return Ok(Turn::Call(schema, writer.field(written), place));
                }
                None if field.default.is_some() => {}
                // Java has the enum's default in mind, and compares the enum with the writer's record
                None if matches!(&schema.view.node.kind, Kind::Enum(symbols) if symbols.default.is_some()) => {
                    return Ok(Turn::Call(schema, writer, self.place(place, Token::Type)));
                }
                None => {
                    let name = field.name.get().to_owned();
                    frame.found.push(item(JavaKind::ReaderFieldMissingDefaultValue, place, name));
                }
            }
        }
        Ok(Turn::Return)
    }

    fn place(&mut self, parent: usize, token: Token) -> usize {
        self.places.push(Place { parent, token });
        self.places.len() - 1
    }

    fn location(&self, place: usize) -> String {
        let (mut tokens, mut at) = (Vec::new(), place);
        while at != ROOT {
            tokens.push(self.places[at].token);
            at = self.places[at].parent;
        }
        tokens.reverse();
        render(&tokens)
    }
}

fn render(tokens: &[Token]) -> String {
    if tokens.is_empty() {
        return "/".to_owned();
    }
    let mut location = String::new();
    for token in tokens {
        location.push('/');
        match token {
            Token::Fields => location.push_str("fields"),
            Token::Type => location.push_str("type"),
            Token::Items => location.push_str("items"),
            Token::Values => location.push_str("values"),
            Token::Name => location.push_str("name"),
            Token::Size => location.push_str("size"),
            Token::Symbols => location.push_str("symbols"),
            Token::At(position) => location.push_str(&position.to_string()),
        }
    }
    location
}

fn item(kind: JavaKind, place: usize, message: String) -> Item {
    Item { kind, place, message: message.into() }
}

fn merge(found: &mut Vec<Item>, items: Option<Items>) {
    if let Some(items) = items {
        let room = MOST.saturating_sub(found.len());
        found.extend(items.iter().take(room).cloned());
    }
}

fn missing_branch(place: usize, writer: View<'_>) -> Item {
    item(JavaKind::MissingUnionBranch, place, format!("reader union lacking writer type: {}", java_type(writer)))
}

fn type_mismatch(reader: View<'_>, writer: View<'_>) -> String {
    format!("reader type: {} not compatible with writer type: {}", java_type(reader), java_type(writer))
}

fn java_type(view: View<'_>) -> String {
    view.type_name().to_ascii_uppercase()
}

fn is_primitive(view: View<'_>) -> bool {
    view.name().is_none() && view.element().is_none() && !matches!(view.node.kind, Kind::Union(_))
}

fn promotes(reader: View<'_>, writer: View<'_>) -> bool {
    matches!(
        (&reader.node.kind, &writer.node.kind),
        (Kind::Long, Kind::Int)
            | (Kind::Float, Kind::Int | Kind::Long)
            | (Kind::Double, Kind::Int | Kind::Long | Kind::Float)
            | (Kind::Bytes, Kind::String)
            | (Kind::String, Kind::Bytes)
    )
}

/// The missing symbols as Java prints a sorted set: by UTF-16 code units.
fn missing_symbols(reader: View<'_>, writer: View<'_>) -> String {
    let Kind::Enum(symbols) = &writer.node.kind else { return String::new() };
    let (mut missing, mut from) = (Vec::new(), 0);
    while let Some(at) = super::missing_symbol(reader, writer, from) {
        missing.push(symbols.symbols.get()[at].get());
        from = at + 1;
    }
    missing.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
    missing.dedup();
    format!("[{}]", missing.join(", "))
}

fn lookup_writer_field(reader: View<'_>, position: usize, writer: View<'_>) -> Result<Option<usize>, JavaException> {
    use super::names::{Hit, writer_field};
    let seen = Overlay::NONE.field(super::Side::Reader, reader, position);
    match writer_field(Overlay::NONE, reader, seen, writer, position) {
        Hit::At(at) => Ok(Some(at)),
        Hit::Missing => Ok(None),
        Hit::Ambiguous => Err(JavaException {
            message: format!(
                "Reader record field {} type:{} pos:{position} matches multiple fields in writer record schema {}",
                seen.name,
                java_type(seen.schema),
                crate::print::java(writer),
            ),
        }),
    }
}

/// A cause of the engine's in Java's words, at its own place; changes of meaning are none.
fn own<'a>(findings: Findings<'_, 'a>, cause: &Cause<'a>) -> Option<Incompatibility> {
    let (reader, writer) = (cause.reader, cause.writer);
    let mut tokens = Vec::new();
    for trail in findings.steps(cause) {
        match trail.step {
            Step::Root => {}
            Step::Field { reader, .. } => tokens.extend([Token::Fields, Token::At(reader as usize), Token::Type]),
            Step::Items => tokens.push(Token::Items),
            Step::Values => tokens.push(Token::Values),
            Step::Branch { writer, .. } if writer != super::NONE => tokens.push(Token::At(writer as usize)),
            Step::Branch { .. } => {}
        }
    }
    let (kind, message) = match cause.kind {
        CauseKind::NameMismatch => {
            tokens.push(Token::Name);
            let expected = writer.name().map_or("", |name| name.full.get());
            (JavaKind::NameMismatch, format!("expected: {expected}"))
        }
        CauseKind::FixedSize => {
            tokens.push(Token::Size);
            let size = |view: View<'_>| if let Kind::Fixed(fixed) = &view.node.kind { fixed.size } else { 0 };
            (JavaKind::FixedSizeMismatch, format!("expected: {}, found: {}", size(writer), size(reader)))
        }
        CauseKind::MissingSymbols => {
            tokens.push(Token::Symbols);
            (JavaKind::MissingEnumSymbols, missing_symbols(reader, writer))
        }
        CauseKind::MissingDefault | CauseKind::SharedAlias | CauseKind::AmbiguousAlias => {
            tokens.extend([Token::Fields, Token::At(cause.index as usize)]);
            let name = reader.field(cause.index as usize).name.get().to_owned();
            (JavaKind::ReaderFieldMissingDefaultValue, name)
        }
        CauseKind::TypeMismatch => (JavaKind::TypeMismatch, type_mismatch(reader, writer)),
        CauseKind::MissingBranch => {
            (JavaKind::MissingUnionBranch, format!("reader union lacking writer type: {}", java_type(writer)))
        }
        _ => return None,
    };
    Some(Incompatibility { kind, location: render(&tokens), message })
}

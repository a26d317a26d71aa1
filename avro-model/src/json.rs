//! JSON with byte positions.
//!
//! The tree is flat (one list in document order), so that neither reading nor dropping a deeply nested text needs stack, and an
//! entry is small. Comments are kept out, numbers keep their source text, duplicate keys stay visible.

mod build;
mod java;
mod scan;

use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::fmt;
use std::ops::Range;

pub(crate) use build::{Builder, Member, Part};
pub(crate) use java::{java_double, java_float, with_java_numbers};

/// How JSON is read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// Take `//` and `/* */` comments in front of the value and inside it, a byte order mark at the beginning, and control
    /// characters behind the value.
    pub comments: bool,
    /// How deep arrays and objects may nest.
    pub nesting: usize,
}

impl Default for Options {
    /// Comments, and 16,384 levels.
    fn default() -> Self {
        Options { comments: true, nesting: 16_384 }
    }
}

/// What is wrong with a JSON text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The offending bytes.
    pub range: Range<usize>,
    /// What was found and what was expected, lower case, no trailing dot.
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.message, self.range.start)
    }
}

impl std::error::Error for Error {}

/// A JSON text as a tree.
#[derive(Clone, Debug)]
pub struct Tree<'t> {
    text: &'t str,
    /// In document order: a node is followed by what it holds.
    entries: Vec<Entry>,
    /// Keys and strings with escapes, and values that are written in another way than JSON's, by ascending [`Entry::key_id`] and [`Entry::value_id`].
    unescaped: Vec<(u64, Box<str>)>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The key under which a member of an object stands, between its quotes; begins at [`NO_KEY`] for other values.
    key: Span,
    /// All of the value.
    range: Span,
    /// Index behind the last entry inside this one.
    end: u32,
    shape: Shape,
    escaped: bool,
    key_escaped: bool,
    /// [`tag`] of the key.
    key_tag: u8,
}

/// Bytes of the text, which is never as long as 4 GiB.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Tells most keys apart without a look at the text: the first byte and the length, so mixed that all attributes of Avro differ.
#[inline]
const fn tag(key: &str) -> u8 {
    match key.as_bytes() {
        [first, ..] => first.wrapping_add((key.len() as u8).wrapping_mul(32)),
        [] => 0,
    }
}

/// No byte of a text has this position.
const NO_KEY: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape {
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}

impl Entry {
    fn key_id(index: usize) -> u64 {
        2 * index as u64
    }

    fn value_id(index: usize) -> u64 {
        2 * index as u64 + 1
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as its source text.
    Number(&'a str),
    /// A string, its escapes resolved.
    String(&'a str),
    /// An array: [`Node::children`] are its items.
    Array,
    /// An object: [`Node::children`] are its members.
    Object,
}

/// A node of a [`Tree`].
#[derive(Clone, Copy)]
pub struct Node<'a> {
    tree: &'a Tree<'a>,
    index: usize,
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.compact())
    }
}

impl<'a> Node<'a> {
    fn entry(self) -> &'a Entry {
        &self.tree.entries[self.index]
    }

    /// What it is.
    pub fn value(self) -> Value<'a> {
        let entry = self.entry();
        match entry.shape {
            Shape::Null => Value::Null,
            Shape::True => Value::Bool(true),
            Shape::False => Value::Bool(false),
            Shape::Number if entry.escaped => Value::Number(self.tree.unescaped(Entry::value_id(self.index))),
            Shape::Number => Value::Number(&self.tree.text[entry.range.range()]),
            Shape::String if entry.escaped => Value::String(self.tree.unescaped(Entry::value_id(self.index))),
            Shape::String => {
                let Range { start, end } = entry.range.range();
                Value::String(&self.tree.text[start + 1..end - 1])
            }
            Shape::Array => Value::Array,
            Shape::Object => Value::Object,
        }
    }

    /// The text of a string.
    pub fn as_str(self) -> Option<&'a str> {
        match self.value() {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.entry().shape == Shape::Object
    }

    /// Whether it is an array.
    pub fn is_array(self) -> bool {
        self.entry().shape == Shape::Array
    }

    /// Its bytes in the text.
    pub fn range(self) -> Range<usize> {
        self.entry().range.range()
    }

    /// How many values it holds, itself among them.
    pub(crate) fn size(self) -> usize {
        self.entry().end as usize - self.index
    }

    /// A number that identifies it within its tree.
    pub fn id(self) -> usize {
        self.index
    }

    /// The key it stands under, where it is a member of an object.
    pub fn key(self) -> Option<&'a str> {
        let entry = self.entry();
        match entry.key.start {
            NO_KEY => None,
            _ if entry.key_escaped => Some(self.tree.unescaped(Entry::key_id(self.index))),
            _ => Some(&self.tree.text[entry.key.range()]),
        }
    }

    /// Whether it stands under `key`.
    #[inline]
    pub(crate) fn is_under(self, key: &str) -> bool {
        self.entry().key_tag == tag(key) && self.key() == Some(key)
    }

    /// Whether both are members under one key, or both are none.
    fn is_namesake(self, other: Node<'_>) -> bool {
        self.entry().key_tag == other.entry().key_tag && self.key() == other.key()
    }

    /// The bytes of its key, quotes included.
    pub fn key_range(self) -> Option<Range<usize>> {
        let key = self.entry().key;
        (key.start != NO_KEY).then(|| key.start as usize - 1..key.end as usize + 1)
    }

    /// The items of an array or the members of an object, in source order; nothing for other values.
    pub fn children(self) -> Children<'a> {
        Children { tree: self.tree, next: self.index + 1, end: self.entry().end as usize }
    }

    /// The member of an object under `key`; of several, the last.
    pub fn get(self, key: &str) -> Option<Node<'a>> {
        if !self.is_object() {
            return None;
        }
        self.children().filter(|member| member.is_under(key)).last()
    }

    /// The members of an object as a JSON reader sees them that keeps the last of equal keys, at the place of the first.
    pub fn members(self) -> Vec<Node<'a>> {
        let mut members = Vec::new();
        self.members_into(&mut members);
        members
    }

    /// As [`Node::members`], into a list that is empty; gives how many there are with all of equal keys.
    pub(crate) fn members_into(self, members: &mut Vec<Node<'a>>) -> usize {
        let mut count = 0;
        let mut by_key: Option<HashMap<Option<&str>, usize>> = None;
        for child in self.children() {
            count += 1;
            // Of a few, looking at all is quicker than hashing.
            const FEW: usize = 16;
            let known = if members.len() < FEW {
                members.iter().position(|member| member.is_namesake(child))
            } else {
                let by_key = by_key
                    .get_or_insert_with(|| members.iter().enumerate().map(|(at, member)| (member.key(), at)).collect());
                match by_key.entry(child.key()) {
                    Occupied(place) => Some(*place.get()),
                    Vacant(place) => {
                        place.insert(members.len());
                        None
                    }
                }
            };
            match known {
                Some(at) => members[at] = child,
                None => members.push(child),
            }
        }
        count
    }

    /// The text that [`Node::compact`] writes, where that needs no writing.
    pub(crate) fn plain(self) -> Option<&'a str> {
        let entry = self.entry();
        match entry.shape {
            Shape::Null => Some("null"),
            Shape::True => Some("true"),
            Shape::False => Some("false"),
            Shape::Array => (self.size() == 1).then_some("[]"),
            Shape::Object => (self.size() == 1).then_some("{}"),
            Shape::Number | Shape::String if entry.escaped => None,
            Shape::Number | Shape::String => Some(&self.tree.text[self.range()]),
        }
    }

    /// What it is, for messages: `a string`, `an array` ...
    pub fn describe(self) -> &'static str {
        match self.value() {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array => "an array",
            Value::Object => "an object",
        }
    }

    /// The value as JSON without spaces and comments: numbers as in the source, strings escaped as little as possible, of
    /// equal keys the last.
    pub fn compact(self) -> String {
        if let Some(text) = self.plain() {
            return text.to_owned();
        }
        let mut out = String::new();
        // Per open array or object: what is still to be written, and the closing bracket.
        let mut open: Vec<(std::vec::IntoIter<Node<'a>>, char)> = Vec::new();
        let mut next = Some(self);
        let mut first = true;
        loop {
            if let Some(node) = next.take() {
                if !first {
                    out.push(',');
                }
                first = false;
                if let (Some(key), false) = (node.key(), open.is_empty()) {
                    write_string(&mut out, key);
                    out.push(':');
                }
                match node.value() {
                    Value::Null => out.push_str("null"),
                    Value::Bool(value) => out.push_str(if value { "true" } else { "false" }),
                    Value::Number(text) => out.push_str(text),
                    Value::String(text) => write_string(&mut out, text),
                    Value::Array => {
                        out.push('[');
                        open.push((node.children().collect::<Vec<_>>().into_iter(), ']'));
                        first = true;
                    }
                    Value::Object => {
                        out.push('{');
                        open.push((node.members().into_iter(), '}'));
                        first = true;
                    }
                }
            }
            let Some((members, close)) = open.last_mut() else { return out };
            next = members.next();
            if next.is_none() {
                out.push(*close);
                open.pop();
                first = false;
            }
        }
    }
}

/// Iterator over what an array or object holds.
#[derive(Clone, Debug)]
pub struct Children<'a> {
    tree: &'a Tree<'a>,
    next: usize,
    end: usize,
}

impl<'a> Iterator for Children<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.next >= self.end {
            return None;
        }
        let node = Node { tree: self.tree, index: self.next };
        self.next = self.tree.entries[self.next].end as usize;
        Some(node)
    }
}

impl<'t> Tree<'t> {
    /// Reads `text`, which must be one JSON value.
    ///
    /// # Errors
    /// The first place where it is not JSON, or nests too deep.
    pub fn parse(text: &'t str, options: &Options) -> Result<Tree<'t>, Error> {
        scan::read(text, options)
    }

    /// The value.
    pub fn root(&self) -> Node<'_> {
        Node { tree: self, index: 0 }
    }

    /// The node whose [`Node::id`] is `id`.
    pub(crate) fn node(&self, id: usize) -> Node<'_> {
        Node { tree: self, index: id }
    }

    fn unescaped(&self, id: u64) -> &str {
        match self.unescaped.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(at) => &self.unescaped[at].1,
            Err(_) => "",
        }
    }
}

/// `text` as JSON without spaces and comments; see [`Node::compact`].
///
/// # Errors
/// The first place where it is not JSON.
pub fn compact(text: &str) -> Result<String, Error> {
    Ok(Tree::parse(text, &Options::default())?.root().compact())
}

/// Appends `text` as a JSON string: `"`, `\` and what is below U+0020 escaped.
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

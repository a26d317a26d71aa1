//! Trees that are put together instead of read: how another notation becomes the JSON that it stands for, with the places
//! of its own text.

use std::borrow::Cow;
use std::ops::Range;

use super::{Entry, NO_KEY, Shape, Span, Tree, tag};

/// Puts a tree together from its leaves up. A part may stand in several places.
#[derive(Debug, Default)]
pub(crate) struct Builder<'t> {
    parts: Vec<Made<'t>>,
    /// What the arrays and objects hold, one behind the other.
    held: Vec<Held<'t>>,
}

#[derive(Debug)]
struct Made<'t> {
    shape: Shape,
    /// Of a string or a number.
    text: Cow<'t, str>,
    place: Range<usize>,
    /// Where in [`Builder::held`] that is which it holds.
    held: Range<usize>,
    /// How many entries of a tree it is.
    size: usize,
}

/// What stands in an array or object: the key, where that stands, and the value.
type Held<'t> = (Option<(Cow<'t, str>, Range<usize>)>, Part);

/// A value of a [`Builder`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part(usize);

/// A member of an object: its key, where that stands, and its value.
#[derive(Clone, Debug)]
pub(crate) struct Member<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) place: Range<usize>,
    pub(crate) value: Part,
}

impl<'t> Builder<'t> {
    fn leaf(&mut self, shape: Shape, text: Cow<'t, str>, place: Range<usize>) -> Part {
        let held = self.held.len()..self.held.len();
        self.parts.push(Made { shape, text, place, held, size: 1 });
        Part(self.parts.len() - 1)
    }

    fn node(&mut self, shape: Shape, place: Range<usize>, held: impl Iterator<Item = Held<'t>>) -> Part {
        let start = self.held.len();
        self.held.extend(held);
        let size = self.held[start..].iter().fold(1_usize, |sum, (_, part)| sum.saturating_add(self.size(*part)));
        self.parts.push(Made { shape, text: Cow::Borrowed(""), place, held: start..self.held.len(), size });
        Part(self.parts.len() - 1)
    }

    pub(crate) fn null(&mut self, place: Range<usize>) -> Part {
        self.leaf(Shape::Null, Cow::Borrowed(""), place)
    }

    pub(crate) fn bool(&mut self, value: bool, place: Range<usize>) -> Part {
        self.leaf(if value { Shape::True } else { Shape::False }, Cow::Borrowed(""), place)
    }

    /// `text` must be a JSON number.
    pub(crate) fn number(&mut self, text: impl Into<Cow<'t, str>>, place: Range<usize>) -> Part {
        self.leaf(Shape::Number, text.into(), place)
    }

    pub(crate) fn string(&mut self, text: impl Into<Cow<'t, str>>, place: Range<usize>) -> Part {
        self.leaf(Shape::String, text.into(), place)
    }

    pub(crate) fn array(&mut self, items: Vec<Part>, place: Range<usize>) -> Part {
        self.node(Shape::Array, place, items.into_iter().map(|item| (None, item)))
    }

    pub(crate) fn object(&mut self, members: Vec<Member<'t>>, place: Range<usize>) -> Part {
        let members = members.into_iter().map(|member| (Some((member.key, member.place)), member.value));
        self.node(Shape::Object, place, members)
    }

    /// How many values `part` is, itself included.
    pub(crate) fn size(&self, part: Part) -> usize {
        self.parts[part.0].size
    }

    /// Whether `part` is `null`.
    pub(crate) fn is_null(&self, part: Part) -> bool {
        self.parts[part.0].shape == Shape::Null
    }

    /// The text of a string.
    pub(crate) fn text(&self, part: Part) -> Option<&str> {
        let made = &self.parts[part.0];
        (made.shape == Shape::String).then_some(&*made.text)
    }

    /// The tree whose root is `root`, with places in `text`, which is shorter than 4 GiB.
    pub(crate) fn finish(&self, text: &'t str, root: Part) -> Tree<'t> {
        let mut tree = Tree { text, entries: Vec::with_capacity(self.size(root)), unescaped: Vec::new() };
        // Open arrays and objects: the entry, and what of `held` is still to come.
        let mut open: Vec<(usize, Range<usize>)> = Vec::new();
        let mut next = Some((None::<(&str, Range<usize>)>, root));
        loop {
            if let Some((key, part)) = next.take() {
                let index = tree.entries.len();
                let made = &self.parts[part.0];
                let escaped = matches!(made.shape, Shape::String | Shape::Number);
                let mut span = Span { start: NO_KEY, end: NO_KEY };
                let key_tag = key.as_ref().map_or(0, |(key, _)| tag(key));
                if let Some((key, place)) = key {
                    // between the quotes that are not there
                    span = Span { start: place.start as u32 + 1, end: (place.end as u32).saturating_sub(1) };
                    tree.unescaped.push((Entry::key_id(index), key.into()));
                }
                if escaped {
                    tree.unescaped.push((Entry::value_id(index), (*made.text).into()));
                }
                tree.entries.push(Entry {
                    key: span,
                    range: Span { start: made.place.start as u32, end: made.place.end as u32 },
                    end: index as u32 + 1,
                    shape: made.shape,
                    escaped,
                    key_escaped: true,
                    key_tag,
                });
                open.push((index, made.held.clone()));
            }
            let length = tree.entries.len() as u32;
            let Some((index, rest)) = open.last_mut() else { return tree };
            match rest.next() {
                Some(at) => {
                    let (key, part) = &self.held[at];
                    next = Some((key.as_ref().map(|(key, place)| (&**key, place.clone())), *part));
                }
                None => {
                    tree.entries[*index].end = length;
                    open.pop();
                }
            }
        }
    }
}

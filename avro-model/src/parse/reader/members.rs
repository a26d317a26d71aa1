//! The members of an object, and sets of a few texts.

use std::collections::HashSet;

use crate::diagnostic::quote;
use crate::json::Node;
use crate::names;

/// The members of an object, of equal keys the last, at the place of the first.
pub(super) struct Members<'j>(Vec<Node<'j>>);

impl<'j> Members<'j> {
    /// The members of `object`, and those whose key stood before. `room` is a list to use again.
    pub(super) fn of(object: Node<'j>, mut room: Vec<Node<'j>>) -> (Members<'j>, Vec<Node<'j>>) {
        room.clear();
        let count = object.members_into(&mut room);
        let mut repeated = Vec::new();
        if room.len() < count {
            let mut seen = Unique::default();
            repeated.extend(object.children().filter(|member| !seen.insert(member.key().unwrap_or_default())));
        }
        (Members(room), repeated)
    }

    /// The list, to be used again.
    pub(super) fn into_room(self) -> Vec<Node<'j>> {
        self.0
    }

    pub(super) fn all(&self) -> &[Node<'j>] {
        &self.0
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Node<'j>> {
        self.0.iter().copied()
    }

    pub(super) fn get(&self, key: &str) -> Option<Node<'j>> {
        self.iter().find(|member| member.is_under(key))
    }

    /// A help where `key`, which is needed, seems to be misspelt.
    pub(super) fn near(&self, key: &str) -> Option<String> {
        let near = names::nearest(key, self.iter().filter_map(Node::key))?;
        Some(format!("is {} meant to be {key:?}?", quote(near)))
    }
}

/// Texts that were seen. A few are compared, many are hashed.
#[derive(Default)]
pub(in crate::parse) struct Unique<'j> {
    few: [&'j str; Unique::FEW],
    count: usize,
    many: Option<HashSet<&'j str>>,
}

impl<'j> Unique<'j> {
    const FEW: usize = 8;

    /// Whether `text` is new.
    pub(in crate::parse) fn insert(&mut self, text: &'j str) -> bool {
        if self.count < Self::FEW {
            let new = !self.few[..self.count].contains(&text);
            if new {
                self.few[self.count] = text;
                self.count += 1;
            }
            return new;
        }
        self.many.get_or_insert_with(|| HashSet::from(self.few)).insert(text)
    }
}

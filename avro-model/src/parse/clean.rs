//! What is right in texts that are not: the types with nothing wrong in them, which others can be judged by.

use super::reader::Unchecked;
use crate::diagnostic::Collector;
use crate::schema::{Child, Fields, Kind};

/// Which types are right.
pub(super) struct Clean {
    /// For each node; empty where nothing is wrong at all.
    nodes: Vec<State>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Right,
    /// Right by itself, but something that it names is not.
    NeedsWrong,
    Wrong,
}

impl Clean {
    pub(super) fn of(read: &Unchecked<'_, '_>) -> Clean {
        if read.errors.iter().all(Collector::is_empty) && read.maimed.is_empty() {
            return Clean { nodes: Vec::new() };
        }
        let errors: Vec<Option<Vec<usize>>> = read.errors.iter().map(Collector::starts).collect();
        let mut nodes = Vec::with_capacity(read.nodes.len());
        for index in 0..read.nodes.len() {
            let (range, text) = (&read.spans.nodes[index], read.text_of_node(index as u32));
            let right = errors[text].as_ref().is_some_and(|starts| {
                let first = starts.partition_point(|start| *start < range.start);
                starts.get(first).is_none_or(|start| *start >= range.end)
            });
            nodes.push(if right { State::Right } else { State::Wrong });
        }
        // what is wrong makes wrong what needs it
        let mut users: Vec<Vec<u32>> = vec![Vec::new(); nodes.len()];
        for (user, state) in nodes.iter_mut().enumerate() {
            each_child(read, user, |child| match node_of(child, &read.named) {
                Some(node) => users[node as usize].push(user as u32),
                None => *state = State::Wrong,
            });
        }
        let mut wrong: Vec<u32> =
            (0..nodes.len() as u32).filter(|node| nodes[*node as usize] != State::Right).collect();
        while let Some(node) = wrong.pop() {
            for &user in &users[node as usize] {
                if nodes[user as usize] == State::Right {
                    nodes[user as usize] = State::NeedsWrong;
                    wrong.push(user);
                }
            }
        }
        Clean { nodes }
    }

    /// Whether the definition at `node` could be read as it is meant; what it names may be wrong.
    pub(super) fn is_definition(&self, node: u32) -> bool {
        self.nodes.is_empty() || self.nodes[node as usize] != State::Wrong
    }

    /// Whether `child` is there, and right with all that it needs.
    pub(super) fn is_right(&self, child: &Child, named: &[u32]) -> bool {
        node_of(child, named)
            .is_some_and(|node| self.nodes.is_empty() || self.nodes.get(node as usize) == Some(&State::Right))
    }
}

fn node_of(child: &Child, named: &[u32]) -> Option<u32> {
    let node = match child {
        Child::Name(slot) => named[*slot as usize],
        Child::Node(index) => *index,
        Child::Ptr(_) => u32::MAX,
    };
    (node != u32::MAX).then_some(node)
}

fn each_child(read: &Unchecked<'_, '_>, node: usize, mut with: impl FnMut(&Child)) {
    match &read.nodes[node].kind {
        Kind::Array(child) | Kind::Map(child) => with(child),
        Kind::Union(union) => union.branches.get().iter().for_each(with),
        Kind::Record(record) => {
            if let Fields::Pool(fields) = &record.fields {
                fields.get().iter().for_each(|field| with(&read.fields[*field as usize].schema));
            }
        }
        _ => {}
    }
}

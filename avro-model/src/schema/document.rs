//! The pool of nodes that a parser fills, and that the versions of a history share.

use super::handle::SchemaRef;
use super::scope::{Scope, definition};
use super::view::View;
use super::{Field, Kind, List, Schema};

/// A pool of nodes and fields, and the table of named types of one version over it.
///
/// A parsed schema owns its pool. The versions of a history share one static pool; each has its own `named` and `root`.
#[derive(Clone, Debug)]
pub struct Document {
    /// Nodes.
    pub nodes: List<Schema>,
    /// Fields.
    pub fields: List<Field>,
    /// Named types: slot -> index into `nodes`.
    pub named: List<u32>,
    /// Index of the root node.
    pub root: u32,
    /// Where the names of records are looked up that generic types refer to by name.
    pub scope: Scope,
}

impl Document {
    /// The document of static nodes, whose children are all [`Child::Ptr`](crate::Child::Ptr).
    pub const NONE: Document =
        Document { nodes: List::EMPTY, fields: List::EMPTY, named: List::EMPTY, root: 0, scope: Scope::Whole(&[]) };

    /// The document of generic types that contain themselves: names are looked up among `parts` and what they are made of.
    pub const fn of_parts(parts: &'static [SchemaRef]) -> Self {
        Document::scoped(Scope::Whole(parts))
    }

    pub(super) const fn scoped(scope: Scope) -> Self {
        Document { nodes: List::EMPTY, fields: List::EMPTY, named: List::EMPTY, root: 0, scope }
    }

    /// The record that `stub` is the name of; the stub where there is none.
    pub(super) const fn definition(&self, stub: &'static Schema) -> &'static Schema {
        if let (Scope::Whole(parts), Kind::Record(record)) = (self.scope, &stub.kind) {
            let mut i = 0;
            while i < parts.len() {
                if let Some(found) = definition(parts[i], &record.name, true) {
                    return found;
                }
                i += 1;
            }
        }
        stub
    }

    /// The root.
    pub const fn view(&self) -> View<'_> {
        View { node: &self.nodes.get()[self.root as usize], document: self }
    }
}

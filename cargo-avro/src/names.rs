//! Which named types a schema holds.

use std::collections::BTreeSet;

use avro_model::{Kind, View};

/// The full names of `root` and of all that it holds.
pub(crate) fn names_of(root: View<'_>) -> BTreeSet<&str> {
    let (mut names, mut waiting) = (BTreeSet::new(), vec![root]);
    while let Some(view) = waiting.pop() {
        if view.name().is_some_and(|name| !names.insert(name.full.get())) {
            continue;
        }
        match &view.node.kind {
            Kind::Record(_) => waiting.extend((0..view.field_count()).map(|i| view.child(&view.field(i).schema))),
            Kind::Union(_) => waiting.extend((0..view.branch_count()).map(|i| view.branch(i))),
            _ => waiting.extend(view.element()),
        }
    }
    names
}

//! What a schema reaches.

use std::collections::HashSet;

use super::{Kind, View};

impl<'a> View<'a> {
    /// The named types that this node is or holds, at any depth: each full name once, in the order in which they are met.
    ///
    /// ```
    /// use avro_model::Document;
    ///
    /// let document = Document::parse(
    ///     r#"{"type": "record", "name": "Tree", "fields": [
    ///         {"name": "children", "type": {"type": "array", "items": "Tree"}},
    ///         {"name": "id", "type": {"type": "fixed", "name": "Id", "size": 16}}]}"#,
    /// )?;
    /// let names: Vec<_> = document.view().named_types().into_iter().filter_map(|ty| ty.name()).collect();
    /// assert_eq!(names.iter().map(|name| name.full.get()).collect::<Vec<_>>(), ["Tree", "Id"]);
    /// # Ok::<(), avro_model::SchemaErrors>(())
    /// ```
    pub fn named_types(self) -> Vec<View<'a>> {
        let (mut found, mut seen, mut open) = (Vec::new(), HashSet::new(), vec![self]);
        while let Some(view) = open.pop() {
            if let Some(name) = view.name() {
                if !seen.insert(name.full.get()) {
                    continue;
                }
                found.push(view);
            }
            // a stack: what stands first is put on last
            match &view.node.kind {
                Kind::Record(_) => {
                    open.extend((0..view.field_count()).rev().map(|i| view.child(&view.field(i).schema)))
                }
                Kind::Union(_) => open.extend((0..view.branch_count()).rev().map(|i| view.branch(i))),
                _ => open.extend(view.element()),
            }
        }
        found
    }
}

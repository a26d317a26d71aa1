//! Which named types a schema holds.

use std::collections::BTreeSet;

use avro_model::View;

/// The full names of `root` and of all that it holds.
pub(crate) fn names_of(root: View<'_>) -> BTreeSet<&str> {
    root.named_types().into_iter().filter_map(View::name).map(|name| name.full.get()).collect()
}

//! How many bytes a value of a record takes at least: a few records that hold each other ten times over, or more often, have
//! values that fit no memory, and sizes that no compiler counts.

use std::collections::HashMap;

use avro_model::{Kind, View};

use crate::schemas::Definition;

/// The least sizes of the encoded values of `definitions`, of which those in `known` are counted where a field holds one by
/// itself. What always contains itself is left to others.
pub(super) fn least(definitions: &[Definition<'_>], known: &HashMap<&str, usize>) -> Vec<u64> {
    let mut sizes = vec![0_u64; definitions.len()];
    let mut entered = vec![false; definitions.len()];
    for start in 0..definitions.len() {
        let mut open = vec![(start, false)];
        while let Some((index, inside_is_known)) = open.pop() {
            let view = definitions[index].view;
            let fields = (0..view.field_count()).map(|field| view.child(&view.field(field).schema));
            if inside_is_known {
                let size = |field: View<'_>| record(field, known).map_or_else(|| alone(field), |held| sizes[held]);
                sizes[index] = fields.map(size).fold(0, u64::saturating_add);
            } else if !std::mem::replace(&mut entered[index], true) {
                open.push((index, true));
                open.extend(fields.filter_map(|field| record(field, known)).map(|held| (held, false)));
            }
        }
    }
    sizes
}

fn record(field: View<'_>, known: &HashMap<&str, usize>) -> Option<usize> {
    match &field.node.kind {
        Kind::Record(record) => known.get(record.name.full.get()).copied(),
        _ => None,
    }
}

/// The least size of what is no record.
fn alone(view: View<'_>) -> u64 {
    match &view.node.kind {
        Kind::Null | Kind::Record(_) => 0,
        Kind::Float => 4,
        Kind::Double => 8,
        Kind::Fixed(fixed) => u64::from(fixed.size),
        _ => 1,
    }
}

//! A record's own fields by their names.

use crate::schema::{Fields, Kind, View, items};
use crate::text::{List, Str, same};

/// The position of the record's field of that name: by binary search where the record has an order by hash.
pub(crate) const fn find_own(record: View<'_>, name: &str, name_hash: u64) -> Option<usize> {
    let Kind::Record(body) = &record.node.kind else { return None };
    let order = body.by_hash.get();
    let count = record.field_count();
    let bytes = if order.len() == 2 * count {
        2
    } else if order.len() == 4 * count {
        4
    } else {
        return position_of(record, name, name_hash);
    };
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        if record.field(position_at(order, bytes, middle)).hash < name_hash {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    // several names of one hash stand side by side
    while low < count {
        let at = position_at(order, bytes, low);
        let field = record.field(at);
        if field.hash != name_hash {
            return None;
        }
        if same(field.name.get(), name) {
            return Some(at);
        }
        low += 1;
    }
    None
}

/// The position at `index` of a list in which each takes two or four bytes.
pub(super) const fn position_at(order: &[u8], bytes: usize, index: usize) -> usize {
    let start = bytes * index;
    let low = order[start] as usize | (order[start + 1] as usize) << 8;
    if bytes == 2 { low } else { low | (order[start + 2] as usize) << 16 | (order[start + 3] as usize) << 24 }
}

/// The position of the record's own field of that name, by a look at each.
const fn position_of(record: View<'_>, name: &str, name_hash: u64) -> Option<usize> {
    let Kind::Record(r) = &record.node.kind else { return None };
    let (count, mut i) = (record.field_count(), 0);
    while i < count {
        let field = field!(record, &r.fields, i);
        if field.hash == name_hash && same(text!(&field.name), name) {
            return Some(i);
        }
        i += 1;
    }
    None
}

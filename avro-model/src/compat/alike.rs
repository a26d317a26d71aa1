//! Fields that are alike: of which neither the verdict nor the meaning has a question, whichever is read as the other.

use super::overlay::{Overlay, Side, same_name};
use crate::schema::{Field, Fields, Kind, LogicalType, Name, Prop, Record, Schema, View, child, items, shape, unit};
use crate::text::{List, Str, same};

// Reading a text, a field without a call: the const interpreter charges for a call three times what
// it charges for a step, and `skip_equal` is where a gate spends its time.
macro_rules! text {
    ($text:expr) => {
        match $text {
            Str::Static(text) => *text,
            Str::Owned(text) => text.as_str(),
        }
    };
}
macro_rules! field {
    ($view:expr, $fields:expr, $position:expr) => {
        match $fields {
            Fields::Inline(fields) => &items!(fields)[$position],
            Fields::Pool(indices) => &items!(&$view.document.fields)[items!(indices)[$position] as usize],
            Fields::Packed(bytes) => {
                let index = bytes[2 * $position] as usize | (bytes[2 * $position + 1] as usize) << 8;
                &items!(&$view.document.fields)[index]
            }
            Fields::Joined(parts) => crate::schema::joined(parts, $position),
        }
    };
}

/// What earlier checks of one schema against versions of one pool proved: which fields of the pool go with which of the
/// schema's by [`skip_equal`], whichever side reads and whatever else a version holds.
#[derive(Debug)]
pub(super) struct Carried<'b, 'a> {
    /// For each field of the pool, the place of a record of the schema in `owners`, times 2^16, and the position plus one of its
    /// field; 0 for none.
    pub(super) table: &'b mut [u32],
    /// The schema's records, each where its hash says; of two with one place the second carries nothing.
    pub(super) owners: &'b mut [Option<&'a Name>],
    /// The side whose fields are the pool's.
    pub(super) pool: Side,
    /// What is assumed brings in records of versions, which may have names of records of the schema: only its root carries.
    pub(super) root_only: bool,
}

/// The record of the schema, as [`Carried::table`] has it; none where nothing is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owner(Option<u32>);

impl Owner {
    pub(super) const NONE: Owner = Owner(None);
}

impl<'a> Carried<'_, 'a> {
    pub(super) const fn nothing() -> Self {
        Carried { table: &mut [], owners: &mut [], pool: Side::Writer, root_only: true }
    }

    /// The record of the two that is the schema's.
    pub(super) const fn owner(&mut self, reader: View<'a>, writer: View<'a>, is_root: bool) -> Owner {
        if self.table.is_empty() || self.root_only && !is_root {
            return Owner::NONE;
        }
        let record = if self.pool.is(Side::Reader) { writer } else { reader };
        let Kind::Record(Record { name, .. }) = &record.node.kind else { return Owner::NONE };
        let at = name.hash as usize & (self.owners.len() - 1);
        match self.owners[at] {
            None => self.owners[at] = Some(name),
            Some(known) if same_name(known, name) => {}
            Some(_) => return Owner::NONE,
        }
        Owner(Some((at as u32) << 16))
    }
}

/// Walks two records side by side from fields `from` and `hint` on while the fields have one name, one primitive type (or that
/// and null) and one default, and no alias, and the same logical type: neither the verdict nor the meaning has a question there.
///
/// Stops before a field that `overlay`, which is about one of the two records, names. Fields that `carried` knows for `owner` are
/// passed without a look, those that are looked at are added to it.
pub(super) const fn skip_equal(
    overlay: Overlay<'_, '_>,
    reader: View<'_>,
    writer: View<'_>,
    from: usize,
    hint: usize,
    carried: &mut Carried<'_, '_>,
    owner: Owner,
) -> (usize, usize) {
    let (Kind::Record(r), Kind::Record(w)) = (&reader.node.kind, &writer.node.kind) else { return (from, hint) };
    let (r_count, w_count) = (reader.field_count(), writer.field_count());
    let pool_is_reader = carried.pool.is(Side::Reader);
    let (known, tag) = match owner.0 {
        Some(tag) => (carried.table.len(), tag),
        None => (0, 0),
    };
    let packed: &[u8] = match if pool_is_reader { &r.fields } else { &w.fields } {
        Fields::Packed(bytes) if known > 0 => bytes,
        _ => &[],
    };
    let is_packed = !packed.is_empty();
    let (mut i, mut j) = (from, hint);
    while i < r_count && j < w_count {
        let (mut pooled, mut other) = (known, 0);
        if is_packed {
            let at = if pool_is_reader { i } else { j };
            pooled = packed[2 * at] as usize | (packed[2 * at + 1] as usize) << 8;
            other = if pool_is_reader { j } else { i } + 1;
            if pooled < known && carried.table[pooled] == tag | other as u32 {
                i += 1;
                j += 1;
                continue;
            }
        }
        let (rf, wf) = (field!(reader, &r.fields, i), field!(writer, &w.fields, j));
        if rf.hash != wf.hash || !items!(&rf.aliases).is_empty() || !alike(reader, rf, writer, wf) {
            break;
        }
        if !same(text!(&rf.name), text!(&wf.name)) {
            break;
        }
        if pooled < known && other <= u16::MAX as usize {
            carried.table[pooled] = tag | other as u32;
        }
        i += 1;
        j += 1;
    }
    if overlay.is_empty() || i == from {
        return (i, j);
    }
    let (record, first) = if overlay.side.is(Side::Reader) { (reader, from) } else { (writer, hint) };
    let n = overlay.unnamed(record, first, i - from);
    (from + n, hint + n)
}

/// Whether two fields have one primitive type (or that and null), the same logical type and one default, if both have one,
/// and no property: neither the verdict nor the meaning has a question there, whichever is read as the other.
const fn alike(reader: View<'_>, rf: &Field, writer: View<'_>, wf: &Field) -> bool {
    if rf.shape.is(wf.shape) {
        return alike_but_shape(rf, wf);
    }
    if !rf.shape.is_unknown() && !wf.shape.is_unknown() {
        return false;
    }
    let (rn, wn): (&Schema, &Schema) = (child!(reader, &rf.schema), child!(writer, &wf.schema));
    (same_plain(rn, wn) || shape(reader, &rf.schema).is(shape(writer, &wf.schema))) && alike_but_shape(rf, wf)
}

/// Both are one primitive type and nothing else, as most fields are: at run time that is quicker to see than two shapes.
#[inline]
const fn same_plain(rn: &Schema, wn: &Schema) -> bool {
    let same = matches!(
        (&rn.kind, &wn.kind),
        (Kind::String, Kind::String)
            | (Kind::Int, Kind::Int)
            | (Kind::Long, Kind::Long)
            | (Kind::Boolean, Kind::Boolean)
            | (Kind::Double, Kind::Double)
            | (Kind::Float, Kind::Float)
            | (Kind::Bytes, Kind::Bytes)
    );
    same && rn.logical.is_none() && wn.logical.is_none() && items!(&rn.props).is_empty() && items!(&wn.props).is_empty()
}

/// [`alike`], of fields whose types have one [`Shape`].
pub(super) const fn alike_but_shape(rf: &Field, wf: &Field) -> bool {
    if !items!(&rf.props).is_empty() || !items!(&wf.props).is_empty() {
        return false;
    }
    match (&rf.default, &wf.default) {
        (Some(a), Some(b)) => same(text!(a), text!(b)),
        _ => true,
    }
}

/// `T` of a union of null and `T`.
pub(super) const fn optional_of<'a>(union: View<'a>) -> Option<View<'a>> {
    if union.branch_count() != 2 {
        return None;
    }
    let (a, b) = (union.branch(0), union.branch(1));
    match (&a.node.kind, &b.node.kind) {
        (Kind::Null, Kind::Null) => None,
        (Kind::Null, _) => Some(b),
        (_, Kind::Null) => Some(a),
        _ => None,
    }
}

/// Nothing to look at: no logical type, or one and the same.
pub(crate) const fn same_logical(reader: Option<LogicalType>, writer: Option<LogicalType>) -> bool {
    match (reader, writer) {
        (None, None) => true,
        (
            Some(LogicalType::Decimal { precision: rp, scale: rs }),
            Some(LogicalType::Decimal { precision: wp, scale: ws }),
        ) => rp == wp && rs == ws,
        (Some(r), Some(w)) => same(r.name(), w.name()),
        _ => false,
    }
}

/// The properties agree on `unit`.
pub(super) const fn same_unit(reader: &[Prop], writer: &[Prop]) -> bool {
    if reader.is_empty() && writer.is_empty() {
        return true;
    }
    match (unit(reader), unit(writer)) {
        (None, None) => true,
        (Some(r), Some(w)) => same(r, w),
        _ => false,
    }
}

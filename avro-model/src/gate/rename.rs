//! Finding renamed fields: a field that disappeared and one that appeared in the same record, which look like one.
//!
//! Of 1,135 real evolution steps only a handful carry an alias with a rename, so the names and types have to tell.

use crate::compat::find_own;
use crate::schema::{Field, Kind, View};
use crate::text::{hash, same};

/// Most fields of a record without counterpart among which a renamed one is looked for: a record that lost more was rewritten.
const UNMATCHED: usize = 64;
/// Longest names that are compared letter by letter.
const LONGEST: usize = 64;

/// The position in `other` of the field that `field` stands for, by name and then by the aliases of `field`.
pub(super) const fn counterpart(field: &Field, other: View<'_>) -> Option<usize> {
    if let Some(at) = find_own(other, field.name.get(), field.hash) {
        return Some(at);
    }
    let aliases = field.aliases.get();
    let mut i = 0;
    while i < aliases.len() {
        if let Some(at) = find_own(other, aliases[i].get(), hash(aliases[i].get())) {
            return Some(at);
        }
        i += 1;
    }
    None
}

/// The field of `ours` that the field at `position` of `theirs` became, or the other way round: both records have fields
/// that the other lacks, and each is the other's best match. Symmetric, so that both directions find one rename.
pub(super) const fn renamed(theirs: View<'_>, position: usize, ours: View<'_>) -> Option<usize> {
    match best(theirs, position, ours) {
        Some(at) => match best(ours, at, theirs) {
            Some(back) if back == position => Some(at),
            _ => None,
        },
        None => None,
    }
}

/// The field of `to`, missing in `from`, that looks most like the field at `position` of `from`.
const fn best(from: View<'_>, position: usize, to: View<'_>) -> Option<usize> {
    let (mut unmatched, mut count, mut i, mut hint) = ([0; UNMATCHED], 0, 0, 0);
    while i < to.field_count() {
        // by exact name: a field with an alias for the other is its rename, not its counterpart
        match find_near(from, to.field(i), hint) {
            Some(at) => hint = at + 1,
            None if count == UNMATCHED => return None,
            None => {
                unmatched[count] = i;
                count += 1;
            }
        }
        i += 1;
    }
    let (mut found, mut highest) = (None, 0);
    i = 0;
    while i < count {
        let score = likeness(from, position, to, unmatched[i]);
        if score > highest {
            highest = score;
            found = Some(unmatched[i]);
        }
        i += 1;
    }
    found
}

/// The field of the same name: most records keep their order.
const fn find_near(record: View<'_>, field: &Field, hint: usize) -> Option<usize> {
    if hint < record.field_count() && record.field(hint).hash == field.hash {
        return Some(hint);
    }
    find_own(record, field.name.get(), field.hash)
}

/// 0: not alike.
const fn likeness(a: View<'_>, at: usize, b: View<'_>, bt: usize) -> u32 {
    let (left, right) = (a.field(at), b.field(bt));
    if has_alias(left, right.name.get()) || has_alias(right, left.name.get()) {
        return 1000;
    }
    if !alike(a.child(&left.schema), b.child(&right.schema)) {
        return 0;
    }
    let names = name_likeness(left.name.get(), right.name.get());
    // the same place counts only where it is not the end that both records grew or shrank at
    let place = at == bt && a.field_count() == b.field_count();
    if names == 0 && !place { 0 } else { names + if place { 10 } else { 0 } }
}

const fn has_alias(field: &Field, name: &str) -> bool {
    let aliases = field.aliases.get();
    let mut i = 0;
    while i < aliases.len() {
        if same(aliases[i].get(), name) {
            return true;
        }
        i += 1;
    }
    false
}

/// Types of one kind, a number for a number, with or without null.
const fn alike(a: View<'_>, b: View<'_>) -> bool {
    let a = match super::spell::optional(a) {
        Some(inner) => inner,
        None => a,
    };
    let b = match super::spell::optional(b) {
        Some(inner) => inner,
        None => b,
    };
    match (&a.node.kind, &b.node.kind) {
        (Kind::Int | Kind::Long | Kind::Float | Kind::Double, Kind::Int | Kind::Long | Kind::Float | Kind::Double)
        | (Kind::String | Kind::Bytes, Kind::String | Kind::Bytes)
        | (Kind::Array(_), Kind::Array(_))
        | (Kind::Map(_), Kind::Map(_))
        | (Kind::Boolean, Kind::Boolean)
        | (Kind::Null, Kind::Null) => true,
        (Kind::Union(_), Kind::Union(_)) => a.branch_count() == b.branch_count(),
        (Kind::Record(left), Kind::Record(right)) => same(left.name.short(), right.name.short()),
        (Kind::Enum(left), Kind::Enum(right)) => same(left.name.short(), right.name.short()),
        (Kind::Fixed(left), Kind::Fixed(right)) => left.size == right.size,
        _ => false,
    }
}

/// 0: not alike; 100: the same letters. Case and underscores do not count.
const fn name_likeness(a: &str, b: &str) -> u32 {
    let (a, b) = (folded(a), folded(b));
    let (short, long) = if a.1 < b.1 { (a, b) } else { (b, a) };
    if short.1 < 3 {
        return 0;
    }
    let ((short, n), (long, m)) = (short, long);
    let mut start = 0;
    while start + n <= m {
        let mut i = 0;
        while i < n && short[i] == long[start + i] {
            i += 1;
        }
        if i == n {
            return 50 + (50 * n / m) as u32;
        }
        start += 1;
    }
    if 3 * unmatched(&short, n, &long, m) > m {
        return 0;
    }
    // Levenshtein's distance; at most a third of the letters may differ
    let mut row = [0usize; LONGEST + 1];
    let mut j = 0;
    while j <= m {
        row[j] = j;
        j += 1;
    }
    let mut i = 0;
    while i < n {
        let mut diagonal = row[0];
        row[0] = i + 1;
        j = 0;
        while j < m {
            let replaced = diagonal + (short[i] != long[j]) as usize;
            diagonal = row[j + 1];
            let mut least = if row[j] < diagonal { row[j] } else { diagonal } + 1;
            if replaced < least {
                least = replaced;
            }
            row[j + 1] = least;
            j += 1;
        }
        i += 1;
    }
    if row[m] * 3 <= m { (100 - 100 * row[m] / m) as u32 / 2 } else { 0 }
}

/// How many letters of `long` have no letter of `short` for themselves, wherever it stands: Levenshtein's distance is no less.
const fn unmatched(short: &[u8], n: usize, long: &[u8], m: usize) -> usize {
    let (mut counts, mut i) = ([0u8; 256], 0);
    while i < n {
        counts[short[i] as usize] += 1;
        i += 1;
    }
    let mut left = 0;
    i = 0;
    while i < m {
        let count = &mut counts[long[i] as usize];
        if *count == 0 {
            left += 1
        } else {
            *count -= 1
        }
        i += 1;
    }
    left
}

/// Letters in lower case without underscores, cut at [`LONGEST`].
const fn folded(name: &str) -> ([u8; LONGEST], usize) {
    let (bytes, mut out, mut n, mut i) = (name.as_bytes(), [0; LONGEST], 0, 0);
    while i < bytes.len() && n < LONGEST {
        if bytes[i] != b'_' {
            out[n] = bytes[i].to_ascii_lowercase();
            n += 1;
        }
        i += 1;
    }
    (out, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_alike() {
        for (a, b) in [("email", "user_email"), ("userEmail", "user_email"), ("qty", "Qty"), ("colour", "color")] {
            assert!(name_likeness(a, b) > 0 && name_likeness(a, b) == name_likeness(b, a), "{a} {b}");
        }
        for (a, b) in [("coupon", "currency"), ("id", "idle"), ("total", "status"), ("a", "b")] {
            assert_eq!(name_likeness(a, b), 0, "{a} {b}");
        }
        assert!(name_likeness("user_email", "userEmail") > name_likeness("user_email", "email"));
    }
}

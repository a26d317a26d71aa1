//! Which type of the reader a type of the writer becomes (Avro specification, "Schema Resolution"; where that leaves
//! room, Java's `Resolver`): names, aliases, promotion, and the branch of a union.

use std::collections::HashMap;

use avro_model::{Kind, Name, View};

/// How deep a structural comparison of records may go through unions; what is deeper does not match.
const DEEPEST_TRIAL: usize = 32;

/// Finds counterparts. Remembers structural comparisons, so that each pair of records is looked at once.
#[derive(Default)]
pub(super) struct Matcher<'s> {
    trials: HashMap<(&'s str, &'s str), bool>,
}

/// A reader's aliases rename the writer's type.
pub(super) fn same_full_name(reader: &Name, writer: &Name) -> bool {
    reader.full.get() == writer.full.get() || has_alias(reader, writer)
}

fn has_alias(reader: &Name, writer: &Name) -> bool {
    reader.aliases.get().iter().any(|alias| alias.get() == writer.full.get())
}

/// Outside of unions namespaces do not count.
pub(super) fn same_short_name(reader: &Name, writer: &Name) -> bool {
    reader.short() == writer.short() || same_full_name(reader, writer)
}

/// Same Avro type, whatever it is called.
pub(super) fn same_type(reader: View<'_>, writer: View<'_>) -> bool {
    std::mem::discriminant(&reader.node.kind) == std::mem::discriminant(&writer.node.kind)
}

/// Another type that the reader may have where the writer has this one.
pub(super) fn promotes(reader: View<'_>, writer: View<'_>) -> bool {
    matches!(
        (&writer.node.kind, &reader.node.kind),
        (Kind::Int, Kind::Long | Kind::Float | Kind::Double)
            | (Kind::Long, Kind::Float | Kind::Double)
            | (Kind::Float, Kind::Double)
            | (Kind::String, Kind::Bytes)
            | (Kind::Bytes, Kind::String)
    )
}

/// The reader's fields that the writer's fields become: by position of the writer's, `None` to skip. A reader's alias
/// renames the writer's field, also where the reader has a field of the old name too.
pub(super) fn fields(reader: View<'_>, writer: View<'_>) -> Result<Vec<Option<usize>>, String> {
    let (mut by_name, mut by_alias) = (HashMap::new(), HashMap::new());
    for position in 0..reader.field_count() {
        let field = reader.field(position);
        by_name.insert(field.name.get(), position);
        for alias in field.aliases.get() {
            by_alias.insert(alias.get(), position);
        }
    }
    let mut taken = vec![false; reader.field_count()];
    (0..writer.field_count())
        .map(|position| {
            let name = writer.field(position).name.get();
            let target = by_alias.get(name).or_else(|| by_name.get(name)).copied();
            if let Some(target) = target
                && std::mem::replace(&mut taken[target], true)
            {
                return Err(format!(
                    "the reader's field `{}` has two fields of the writer, one of them through an alias",
                    reader.field(target).name.get()
                ));
            }
            Ok(target)
        })
        .collect()
}

impl<'s> Matcher<'s> {
    /// The branch of the union `reader` that a value of `writer`, which is no union, becomes. `position` is the branch of
    /// the writer's union that it was, where both unions are alike by type and short name.
    pub(super) fn branch(&mut self, reader: View<'s>, writer: View<'s>, position: Option<usize>) -> Option<usize> {
        self.branch_within(reader, writer, position, 0)
    }

    fn branch_within(
        &mut self,
        reader: View<'s>,
        writer: View<'s>,
        position: Option<usize>,
        depth: usize,
    ) -> Option<usize> {
        let branches = || (0..reader.branch_count()).map(|i| (i, reader.branch(i)));
        let same = || branches().filter(|(_, branch)| same_type(*branch, writer));
        let Some(name) = writer.name() else {
            return same()
                .map(|(i, _)| i)
                .next()
                .or_else(|| branches().find(|(_, branch)| promotes(*branch, writer)).map(|(i, _)| i));
        };
        let names = || same().filter_map(|(i, branch)| branch.name().map(|name| (i, branch, name)));
        // the alias renames the writer's type, also where the reader has a type of the old name too
        let aliased = names().rfind(|(_, _, known)| has_alias(known, name));
        let named = || names().find(|(_, _, known)| known.full.get() == name.full.get());
        if let Some((i, ..)) = aliased.or_else(named) {
            return Some(i);
        }
        if position.is_some() {
            return position;
        }
        let short = names().find(|(_, _, known)| known.short() == name.short()).map(|(i, ..)| i);
        if !matches!(writer.node.kind, Kind::Record(_)) {
            return short;
        }
        let mut structural = None;
        for (i, branch, known) in names() {
            if (structural.is_none() || known.short() == name.short()) && self.structural(branch, writer, depth) {
                structural = Some(i);
            }
        }
        structural
    }

    /// Whether a record resolves, looking no deeper than at the types of its fields.
    fn structural(&mut self, reader: View<'s>, writer: View<'s>, depth: usize) -> bool {
        let (Some(to), Some(from)) = (reader.name(), writer.name()) else { return false };
        if depth == DEEPEST_TRIAL {
            return false;
        }
        let key = (to.full.get(), from.full.get());
        if let Some(known) = self.trials.get(&key) {
            return *known;
        }
        // A record that contains itself matches if the rest of it does.
        self.trials.insert(key, true);
        let matches = record_resolves(reader, writer)
            && fields(reader, writer).is_ok_and(|targets| {
                targets.iter().enumerate().all(|(i, target)| match target {
                    None => true,
                    Some(target) => self.resolves(
                        reader.child(&reader.field(*target).schema),
                        writer.child(&writer.field(i).schema),
                        depth + 1,
                    ),
                })
            });
        self.trials.insert(key, matches);
        matches
    }

    /// Whether the types go together, not looking into them.
    fn resolves(&mut self, reader: View<'s>, writer: View<'s>, depth: usize) -> bool {
        match (&writer.node.kind, &reader.node.kind) {
            (Kind::Union(_), _) => true,
            (_, Kind::Union(_)) => self.branch_within(reader, writer, None, depth).is_some(),
            (Kind::Fixed(from), Kind::Fixed(to)) => from.size == to.size && same_short_name(&to.name, &from.name),
            (Kind::Enum(from), Kind::Enum(to)) => same_short_name(&to.name, &from.name),
            (Kind::Record(_), Kind::Record(_)) => record_resolves(reader, writer),
            _ => same_type(reader, writer) || promotes(reader, writer),
        }
    }
}

/// Positions of the reader's fields that the writer does not have.
pub(super) fn missing(reader: View<'_>, targets: &[Option<usize>]) -> impl Iterator<Item = usize> {
    let mut written = vec![false; reader.field_count()];
    for target in targets.iter().flatten() {
        written[*target] = true;
    }
    written.into_iter().enumerate().filter(|(_, written)| !written).map(|(position, _)| position)
}

/// Every field that the writer does not have has a default.
fn record_resolves(reader: View<'_>, writer: View<'_>) -> bool {
    fields(reader, writer)
        .is_ok_and(|targets| missing(reader, &targets).all(|position| reader.field(position).default.is_some()))
}

/// Two unions that are alike: same types in the same order, under the same short names. Their branches belong together
/// even where namespaces differ.
pub(super) fn alike(reader: View<'_>, writer: View<'_>) -> bool {
    reader.branch_count() == writer.branch_count()
        && (0..reader.branch_count()).all(|i| {
            let (to, from) = (reader.branch(i), writer.branch(i));
            same_type(to, from)
                && match (to.name(), from.name()) {
                    (Some(to), Some(from)) => same_short_name(to, from),
                    _ => true,
                }
        })
}

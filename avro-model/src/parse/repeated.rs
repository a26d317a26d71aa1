//! Definitions under a name that is taken.

use super::Mode;
use super::reader::{Again, Target, Unchecked};
use crate::diagnostic::quote;
use crate::json::with_java_numbers;
use crate::schema::{Child, Document, Fields, Kind, Prop, View};
use crate::text::Str;

/// Java takes a second definition that says what the first says, documentation, aliases and an enum's default aside; it is
/// dropped here.
///
/// Of several texts (`many`), each may hold what it needs: a definition that says what another text's says is passed over.
pub(super) fn check_repeated(read: &mut Unchecked<'_, '_>, mode: Mode, many: bool) {
    for again in std::mem::take(&mut read.again) {
        let Again { slot, node, ref range, path } = again;
        let first = read.named[slot as usize];
        let file = read.text_of_node(node);
        if many && file != read.text_of_node(first) {
            read.again.push(again);
            continue;
        }
        let range = range.clone();
        if mode == Mode::Lenient && same_definition(read, first, node) {
            continue;
        }
        let name = View { node: &read.nodes[node as usize], document: &Document::NONE }.name();
        let name = name.map_or(String::new(), |name| quote(name.full.get()));
        let is_record = matches!(read.nodes[node as usize].kind, Kind::Record(_));
        let help = Some("define it once, at its first use, and write its name elsewhere".to_owned());
        let errors = &mut read.errors[file];
        // looking for the line costs more than it helps where the error is only counted
        let line = if errors.is_full() { 0 } else { errors.position(read.spans.nodes[first as usize].start).line };
        let message = match mode {
            Mode::Lenient if !is_record => format!("{name} is defined again, differently than in line {line}"),
            _ => format!("{name} is defined twice, first in line {line}"),
        };
        errors.add("duplicate-name", range, || read.paths.text(path), message, help);
    }
}

/// Whether two definitions under one name say the same to Java.
fn same_definition(read: &Unchecked<'_, '_>, a: u32, b: u32) -> bool {
    let mut pairs = vec![(a, b)];
    while let Some((a, b)) = pairs.pop() {
        let (Some(first), Some(second)) = (read.nodes.get(a as usize), read.nodes.get(b as usize)) else {
            // what could not be read has been reported
            return false;
        };
        let mut same = |a: (&Child, u32, Target), b: (&Child, u32, Target)| match (a.0, b.0) {
            (Child::Node(a), Child::Node(b)) => {
                pairs.push((*a, *b));
                true
            }
            (Child::Name(slot), Child::Name(other)) => slot == other && is_known(read, a) && is_known(read, b),
            _ => false,
        };
        let bodies = match (&first.kind, &second.kind) {
            (Kind::Enum(a), Kind::Enum(b)) => a.symbols == b.symbols,
            (Kind::Fixed(a), Kind::Fixed(b)) => a.size == b.size,
            (Kind::Array(x), Kind::Array(y)) => same((x, a, Target::Items(a)), (y, b, Target::Items(b))),
            (Kind::Map(x), Kind::Map(y)) => same((x, a, Target::Values(a)), (y, b, Target::Values(b))),
            (Kind::Union(x), Kind::Union(y)) => {
                let (x, y) = (x.branches.get(), y.branches.get());
                x.len() == y.len()
                    && (0..)
                        .zip(x.iter().zip(y))
                        .all(|(i, (x, y))| same((x, a, Target::Branch(a, i)), (y, b, Target::Branch(b, i))))
            }
            (Kind::Record(x), Kind::Record(y)) => match (&x.fields, &y.fields) {
                (Fields::Pool(x), Fields::Pool(y)) => {
                    let (x, y) = (x.get(), y.get());
                    x.len() == y.len()
                        && x.iter().zip(y).all(|(&i, &j)| {
                            let (x, y) = (&read.fields[i as usize], &read.fields[j as usize]);
                            x.name == y.name
                                && x.order == y.order
                                && same_default(x.default.as_ref(), y.default.as_ref())
                                && same_props(x.props.get(), y.props.get())
                                && same((&x.schema, a, Target::Field(i)), (&y.schema, b, Target::Field(j)))
                        })
                }
                _ => false,
            },
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        };
        if !bodies || !same_props(first.props.get(), second.props.get()) {
            return false;
        }
    }
    true
}

/// Whether Java knows the type that the node `user` names at `target` by then: it compares as soon as a record ends, when a name
/// that is defined later, or of a record that has not ended, is one of nothing, and nothing equals nothing else.
fn is_known(read: &Unchecked<'_, '_>, (child, user, target): (&Child, u32, Target)) -> bool {
    let Child::Name(slot) = child else { return true };
    let node = read.named[*slot as usize];
    let is_open = node <= user && user < read.ends[node as usize];
    !is_open && !read.early.contains(&target)
}

fn same_default(a: Option<&Str>, b: Option<&Str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same_json(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn same_json(a: &Str, b: &Str) -> bool {
    a == b || with_java_numbers(a.get()) == with_java_numbers(b.get())
}

fn same_props(a: &[Prop], b: &[Prop]) -> bool {
    let sorted = |props: &[Prop]| {
        let mut props: Vec<(String, String)> =
            props.iter().map(|prop| (prop.key.get().to_owned(), with_java_numbers(prop.value.get()))).collect();
        props.sort_unstable();
        props
    };
    a.len() == b.len() && (a == b || sorted(a) == sorted(b))
}

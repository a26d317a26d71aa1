//! What no Rust type can be made for, although Avro's implementations read it.

use std::collections::{HashMap, HashSet};

use avro_model::names::{NameRule, repaired};
use avro_model::{Diagnostic, Kind, Schema, View};

use super::{cycles, sizes};
use crate::schemas::{Definition, Root};

/// How deep arrays, maps and unions may nest between two named types: the compiler gives up on deeper types.
const DEEPEST: usize = 40;

/// How deep records and unions may hold each other, for the same reason.
const DEEPEST_TYPE: usize = 100;

/// How many bytes a value may take at least: no buffer of a Kafka client, and no array of Java, is longer.
const LARGEST: u64 = i32::MAX as u64;

/// How long a name may be, in bytes: the compiler hashes names, and is asked how long it takes over it.
const LONGEST_NAME: usize = 4096;

/// How many fields a record may have, and a union branches: of more the compiler takes minutes and gigabytes, and it overflows
/// its stack at last.
const MOST_FIELDS: usize = 2_000;
const MOST_BRANCHES: usize = 1_000;

/// How many parts a namespace may have: each is a module in the one before it.
const MOST_PARTS: usize = 64;

/// The rule of what is reported here.
const RULE: &str = "no-rust-type";

/// How many of them are told: where one stands takes as long to find as its text is.
const MOST: usize = 100;

/// Those of `definitions` and of the nameless `roots` that a type can be made for: what is in the way is reported, and what
/// refers to such a type is left out with it.
pub(super) fn usable<'a>(
    definitions: &[Definition<'a>],
    roots: &[Root<'a>],
    files: &[&str],
    placed: &dyn Fn(Diagnostic, &Schema) -> Diagnostic,
    errors: &mut Vec<Diagnostic>,
) -> (Vec<Definition<'a>>, Vec<Root<'a>>) {
    let known: HashMap<&str, usize> =
        definitions.iter().enumerate().map(|(index, definition)| (definition.full, index)).collect();
    let mut refused: HashSet<&str> = HashSet::new();
    // by definition, those that refer to it
    let mut users = vec![Vec::new(); definitions.len()];
    let mut found = Vec::new();
    for (index, definition) in definitions.iter().enumerate() {
        let mut findings = Findings::default();
        findings.definition(definition.view);
        if !findings.problems.is_empty() {
            refused.insert(definition.full);
            let of_type = |problem: Diagnostic| (problem.with_path(definition.full), definition.view.node);
            found.extend(findings.problems.into_iter().map(of_type));
        }
        findings.references.iter().filter_map(|full| known.get(full)).for_each(|used| users[*used].push(index));
    }
    for definition in endless(definitions, &known).into_iter().map(|index| &definitions[index]) {
        if refused.insert(definition.full) {
            let full = definition.full;
            let text = format!("`{full}` contains itself, always, so it has no value that ends");
            let problem = Diagnostic::new(RULE, text)
                .with_path(full)
                .with_help("give the field that leads back a way out, such as a `null`");
            found.push((problem, definition.view.node));
        }
    }
    for definition in too_deep(definitions, &known).into_iter().map(|index| &definitions[index]) {
        if refused.insert(definition.full) {
            let full = definition.full;
            let text = format!(
                "`{full}` holds records and unions that hold each other more than {DEEPEST_TYPE} levels deep, and the \
                 compiler gives up on such types"
            );
            let problem = Diagnostic::new(RULE, text).with_path(full).with_help("hold what is inside in fewer records");
            found.push((problem, definition.view.node));
        }
    }
    for (definition, size) in too_large(definitions, &known) {
        if refused.insert(definition.full) {
            let full = definition.full;
            let text =
                format!("each value of `{full}` takes at least {size} bytes, which is more than anybody can hold");
            let problem = Diagnostic::new(RULE, text)
                .with_path(full)
                .with_help("hold what is inside in arrays, or make the fields optional");
            found.push((problem, definition.view.node));
        }
    }
    let more = found.len().saturating_sub(MOST);
    errors.extend(found.into_iter().take(MOST).map(|(problem, node)| placed(problem, node)));
    if more > 0 {
        errors.push(Diagnostic::new(
            RULE,
            format!("no Rust type can be made for {more} more things in the schema files"),
        ));
    }
    let mut open: Vec<usize> = refused.iter().filter_map(|full| known.get(full).copied()).collect();
    while let Some(index) = open.pop() {
        open.extend(users[index].iter().copied().filter(|user| refused.insert(definitions[*user].full)));
    }
    let sound = definitions.iter().copied().filter(|definition| !refused.contains(definition.full)).collect();
    let mut nameless = Vec::new();
    for root in roots.iter().filter(|root| root.view.name().is_none()) {
        let mut findings = Findings::default();
        findings.position(root.view, "the root");
        if findings.problems.is_empty() && !findings.references.iter().any(|full| refused.contains(full)) {
            nameless.push(*root);
        }
        errors.extend(findings.problems.into_iter().map(|problem| problem.with_file(files[root.file])));
    }
    (sound, nameless)
}

/// The records whose every value holds another of the same type.
fn endless(definitions: &[Definition<'_>], known: &HashMap<&str, usize>) -> Vec<usize> {
    // A record has a value that ends as soon as each of its fields has one, and a field as soon as one of the records that it
    // may be has one.
    let mut waiting = vec![Vec::new(); definitions.len()];
    let mut fields_left = vec![0; definitions.len()];
    let mut settled = vec![Vec::new(); definitions.len()];
    for (index, definition) in definitions.iter().enumerate() {
        let view = definition.view;
        for field in 0..view.field_count() {
            let may_be = held(view.child(&view.field(field).schema), known, true);
            let ends = may_be.is_none();
            settled[index].push(ends);
            fields_left[index] += usize::from(!ends);
            may_be.into_iter().flatten().for_each(|(record, _)| waiting[record].push((index, field)));
        }
    }
    let mut finite: Vec<bool> = fields_left.iter().map(|left| *left == 0).collect();
    let mut ready: Vec<usize> = (0..definitions.len()).filter(|index| finite[*index]).collect();
    while let Some(record) = ready.pop() {
        for &(holder, field) in &waiting[record] {
            if !std::mem::replace(&mut settled[holder][field], true) {
                fields_left[holder] -= 1;
                if fields_left[holder] == 0 {
                    finite[holder] = true;
                    ready.push(holder);
                }
            }
        }
    }
    // Of those that only lead to such a type nothing is said.
    let edges: Vec<Vec<usize>> = (0..definitions.len())
        .map(|index| {
            let all = if finite[index] { Vec::new() } else { records_in(definitions[index].view, known, true) };
            all.into_iter().map(|(record, _)| record).filter(|record| !finite[*record]).collect()
        })
        .collect();
    let cyclic = cycles::cyclic(&edges);
    (0..definitions.len()).filter(|index| cyclic[*index]).collect()
}

/// The records that nest too deep, without those that only hold such a record.
fn too_deep(definitions: &[Definition<'_>], known: &HashMap<&str, usize>) -> Vec<usize> {
    let edges: Vec<Vec<(usize, usize)>> =
        definitions.iter().map(|definition| records_in(definition.view, known, false)).collect();
    let depths = cycles::depths(&edges);
    let is_deep = |record: usize| depths[record] > DEEPEST_TYPE;
    (0..definitions.len())
        .filter(|index| is_deep(*index) && !edges[*index].iter().any(|(record, _)| is_deep(*record)))
        .collect()
}

/// The records that are too large and their least sizes, without those that only hold such a record.
fn too_large<'d, 'a>(
    definitions: &'d [Definition<'a>],
    known: &HashMap<&str, usize>,
) -> impl Iterator<Item = (&'d Definition<'a>, u64)> {
    let sizes = sizes::least(definitions, known);
    let first = |index: &usize| {
        let held = records_in(definitions[*index].view, known, true);
        sizes[*index] > LARGEST && held.iter().all(|(record, _)| sizes[*record] <= LARGEST)
    };
    let indices: Vec<usize> = (0..definitions.len()).filter(first).collect();
    indices.into_iter().map(move |index| (&definitions[index], sizes[index]))
}

/// The records that the fields of `view` may be, each with how many types stand around it; `by_value`: not those in arrays
/// and maps.
fn records_in(view: View<'_>, known: &HashMap<&str, usize>, by_value: bool) -> Vec<(usize, usize)> {
    let fields = (0..view.field_count()).map(|field| view.child(&view.field(field).schema));
    fields.flat_map(|field| all_held(field, known, by_value)).collect()
}

/// [`all_held`], but nothing where a value of `view` may hold no record at all.
fn held(view: View<'_>, known: &HashMap<&str, usize>, by_value: bool) -> Option<Vec<(usize, usize)>> {
    let mut branches = vec![view];
    while let Some(view) = branches.pop() {
        match &view.node.kind {
            Kind::Record(record) if known.contains_key(record.name.full.get()) => {}
            Kind::Union(_) if view.branch_count() > 0 => {
                branches.extend((0..view.branch_count()).map(|branch| view.branch(branch)));
            }
            _ => return None,
        }
    }
    Some(all_held(view, known, by_value))
}

/// The records that values of `view` may be or hold; see [`records_in`].
fn all_held(view: View<'_>, known: &HashMap<&str, usize>, by_value: bool) -> Vec<(usize, usize)> {
    let (mut open, mut found) = (vec![(view, 1)], Vec::new());
    while let Some((view, depth)) = open.pop() {
        match &view.node.kind {
            Kind::Record(record) => found.extend(known.get(record.name.full.get()).map(|record| (*record, depth))),
            Kind::Union(_) => {
                open.extend((0..view.branch_count()).map(|branch| (view.branch(branch), depth + 1)));
            }
            _ if !by_value => open.extend(view.element().map(|element| (element, depth))),
            _ => {}
        }
    }
    found
}

#[derive(Default)]
struct Findings<'a> {
    problems: Vec<Diagnostic>,
    references: Vec<&'a str>,
}

impl<'a> Findings<'a> {
    fn name(&mut self, what: &str, name: &str) {
        if name.len() > LONGEST_NAME {
            let text = format!("a {what} has {} bytes", name.len());
            self.problems.push(Diagnostic::new(RULE, text).with_help(format!("one of at most {LONGEST_NAME}")));
            return;
        }
        if let Some(problem) = NameRule::Strict.problem(name) {
            let text = format!(
                "the {what} `{}` {problem}, which is what the specification allows and Rust types here follow",
                name.escape_debug()
            );
            let help = format!("rename it, such as to `{}`", repaired(name));
            self.problems.push(Diagnostic::new(RULE, text).with_help(help));
        }
    }

    fn definition(&mut self, view: View<'a>) {
        if let Some(name) = view.name() {
            let parts = name.namespace().split('.').count();
            if parts > MOST_PARTS {
                let text = format!("the namespace has {parts} parts, each a module inside the one before");
                self.problems.push(Diagnostic::new(RULE, text).with_help(format!("one of at most {MOST_PARTS}")));
            }
            for part in name.full.get().split('.') {
                self.name("name", part);
            }
            for alias in name.aliases.get() {
                alias.get().split('.').for_each(|part| self.name("alias", part));
            }
        }
        match &view.node.kind {
            Kind::Record(_) => {
                if view.field_count() > MOST_FIELDS {
                    let text = format!("the record has {} fields", view.field_count());
                    let help = format!("nest them in records of at most {MOST_FIELDS}");
                    self.problems.push(Diagnostic::new(RULE, text).with_help(help));
                }
                for position in 0..view.field_count() {
                    let field = view.field(position);
                    self.name("field", field.name.get());
                    field.aliases.get().iter().for_each(|alias| self.name("alias", alias.get()));
                    self.position(view.child(&field.schema), &format!("the field `{}`", field.name.get()));
                }
            }
            Kind::Enum(symbols) => {
                symbols.symbols.get().iter().for_each(|symbol| self.name("symbol", symbol.get()));
                if symbols.symbols.get().is_empty() {
                    self.problems.push(Diagnostic::new(RULE, "an enum without symbols has no value"));
                }
            }
            _ => {}
        }
    }

    fn position(&mut self, view: View<'a>, place: &str) {
        let mut open = vec![(view, 0)];
        while let Some((view, depth)) = open.pop() {
            if depth > DEEPEST {
                let text =
                    format!("{place} nests more than {DEEPEST} arrays, maps and unions without a name between them");
                self.problems.push(Diagnostic::new(RULE, text).with_help("make one of them a record"));
                return;
            }
            if let Some(name) = view.name() {
                self.references.push(name.full.get());
                continue;
            }
            if let Kind::Union(_) = &view.node.kind {
                if view.branch_count() == 0 {
                    let text = format!("{place} is a union without branches, which has no value");
                    self.problems.push(Diagnostic::new(RULE, text));
                }
                if view.branch_count() > MOST_BRANCHES {
                    let text = format!("{place} is a union of {} branches", view.branch_count());
                    self.problems
                        .push(Diagnostic::new(RULE, text).with_help(format!("one of at most {MOST_BRANCHES}")));
                }
                open.extend((0..view.branch_count()).map(|branch| (view.branch(branch), depth + 1)));
            }
            open.extend(view.element().map(|element| (element, depth + 1)));
        }
    }
}

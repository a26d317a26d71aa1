//! What no Rust type can be made for, although Avro's implementations read it.

use std::collections::HashSet;

use avro_model::names::{NameRule, repaired};
use avro_model::{Diagnostic, Kind, Schema, View};

use crate::schemas::{Definition, Root};

/// How deep arrays, maps and unions may nest between two named types: the compiler gives up on deeper types.
const DEEPEST: usize = 40;

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
    let mut refused: HashSet<&str> = HashSet::new();
    let mut references = Vec::new();
    let mut found = Vec::new();
    for definition in definitions {
        let mut findings = Findings::default();
        findings.definition(definition.view);
        if !findings.problems.is_empty() {
            refused.insert(definition.full);
            let of_type = |problem: Diagnostic| (problem.with_path(definition.full), definition.view.node);
            found.extend(findings.problems.into_iter().map(of_type));
        }
        references.push(findings.references);
    }
    for definition in endless(definitions) {
        if refused.insert(definition.full) {
            let full = definition.full;
            let text = format!("`{full}` contains itself, always, so it has no value that ends");
            let problem = Diagnostic::new(RULE, text)
                .with_path(full)
                .with_help("give the field that leads back a way out, such as a `null`");
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
    loop {
        let before = refused.len();
        for (definition, references) in definitions.iter().zip(&references) {
            if references.iter().any(|full| refused.contains(full)) {
                refused.insert(definition.full);
            }
        }
        if refused.len() == before {
            break;
        }
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
fn endless<'a, 'd>(definitions: &'d [Definition<'a>]) -> Vec<&'d Definition<'a>> {
    let mut finite: HashSet<&str> = HashSet::new();
    loop {
        let before = finite.len();
        for definition in definitions {
            let view = definition.view;
            if (0..view.field_count()).all(|field| ends(view.child(&view.field(field).schema), &finite)) {
                finite.insert(definition.full);
            }
        }
        if finite.len() == before {
            break;
        }
    }
    let open: Vec<&Definition<'a>> =
        definitions.iter().filter(|definition| !finite.contains(definition.full)).collect();
    // Of those that only lead to such a type nothing is said.
    let reaches = |from: &Definition<'a>| {
        let (mut seen, mut way) = (HashSet::new(), vec![*from]);
        while let Some(definition) = way.pop() {
            for next in by_value(definition.view) {
                if next == from.full {
                    return true;
                }
                if seen.insert(next) {
                    way.extend(open.iter().filter(|definition| definition.full == next).map(|definition| **definition));
                }
            }
        }
        false
    };
    open.iter().copied().filter(|definition| reaches(definition)).collect()
}

/// The records that fields of `view` are, or can be.
fn by_value(view: View<'_>) -> Vec<&str> {
    let mut open: Vec<View<'_>> = (0..view.field_count()).map(|field| view.child(&view.field(field).schema)).collect();
    let mut found = Vec::new();
    while let Some(view) = open.pop() {
        found.extend(view.name().map(|name| name.full.get()));
        if let Kind::Union(_) = &view.node.kind {
            open.extend((0..view.branch_count()).map(|branch| view.branch(branch)));
        }
    }
    found
}

/// Whether some value of `view` holds no record outside of `finite`.
fn ends(view: View<'_>, finite: &HashSet<&str>) -> bool {
    match &view.node.kind {
        Kind::Record(record) => finite.contains(record.name.full.get()),
        Kind::Union(_) => (0..view.branch_count()).any(|branch| ends(view.branch(branch), finite)),
        _ => true,
    }
}

#[derive(Default)]
struct Findings<'a> {
    problems: Vec<Diagnostic>,
    references: Vec<&'a str>,
}

impl<'a> Findings<'a> {
    fn name(&mut self, what: &str, name: &str) {
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
                open.extend((0..view.branch_count()).map(|branch| (view.branch(branch), depth + 1)));
            }
            open.extend(view.element().map(|element| (element, depth + 1)));
        }
    }
}

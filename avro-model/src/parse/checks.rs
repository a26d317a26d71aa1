//! What can only be judged when everything has been read: unions, defaults.

use std::ops::Range;

use super::clean::Clean;
use super::paths::Paths;
use super::reader::{FieldDefault, Unchecked, Unique};
use super::repeated::check_repeated;
use super::{Mode, Options, Parsed};
use crate::default::{Matcher, Rule};
use crate::diagnostic::{Collector, SchemaErrors, quote};
use crate::json::{Node, java_float};
use crate::names::nearest;
use crate::schema::{Child, Document, Kind, Scope, View, shape};
use crate::text::{List, Str};

/// The one text that was read, if nothing is wrong with it.
pub(super) fn finish(mut read: Unchecked<'_, '_>, options: &Options) -> Result<Parsed, SchemaErrors> {
    check_unions(&mut read, options.mode);
    check_repeated(&mut read, options.mode, false);
    let clean = Clean::of(&read);
    let mut errors = read.errors.pop().ok_or_else(|| SchemaErrors::new(Vec::new(), 0))?;
    let mut warnings = read.warnings.pop().unwrap_or_else(|| errors.fresh());
    let root = read.roots.first().map_or(u32::MAX, |root| index_of(root, &read.named));
    let broken = !errors.is_empty();
    let mut document = Document {
        nodes: read.nodes.into(),
        fields: read.fields.into(),
        named: read.named.into(),
        root: if root == u32::MAX { 0 } else { root },
        scope: Scope::Whole(&[]),
    };
    let mut numbers = Vec::new();
    let mut defaults = Defaults::new(&document, options, &read.ends, &read.paths);
    let judged = |default: &&FieldDefault<'_>| {
        clean.is_right(&document.fields.get()[default.field as usize].schema, document.named.get())
    };
    for default in read.defaults.iter().filter(judged) {
        numbers.extend(defaults.check(default, &mut errors, &mut warnings));
    }
    if broken || !errors.is_empty() || root == u32::MAX {
        return Err(errors.into_errors());
    }
    settle(&mut document, numbers);
    Ok(Parsed { document, spans: read.spans, warnings: warnings.into_errors().diagnostics().to_vec() })
}

/// The node that `child` stands for.
pub(super) fn index_of(child: &Child, named: &[u32]) -> u32 {
    match child {
        Child::Name(slot) => named[*slot as usize],
        Child::Node(index) => *index,
        Child::Ptr(_) => u32::MAX,
    }
}

impl Unchecked<'_, '_> {
    /// Marks the defaults that do not fit while all types used too early are the record `hole`, which has no fields.
    pub(super) fn check_early(&mut self, hole: u32) {
        let nodes = std::mem::take(&mut self.nodes);
        let fields = std::mem::take(&mut self.fields);
        let named = List::Owned(std::mem::take(&mut self.named));
        let document =
            Document { nodes: nodes.into(), fields: fields.into(), named, root: hole, scope: Scope::Whole(&[]) };
        let mut matcher = Matcher::new(Rule::Java);
        let idl = |field: u32| {
            let text = self.starts.partition_point(|(_, first)| *first <= field).saturating_sub(1);
            self.idl.get(text).is_some_and(|idl| *idl)
        };
        for default in self.defaults.iter_mut().filter(|default| !idl(default.field)) {
            let view = document.view().child(&document.fields.get()[default.field as usize].schema);
            let is_number = matches!(view.node.kind, Kind::Float | Kind::Double) && default.value.as_str().is_some();
            default.early = !is_number && matcher.check(view, default.value).is_err();
        }
        if let (List::Owned(nodes), List::Owned(fields), List::Owned(named)) =
            (document.nodes, document.fields, document.named)
        {
            (self.nodes, self.fields, self.named) = (nodes, fields, named);
        }
    }
}

/// Looks at the defaults of fields.
pub(super) struct Defaults<'d, 'r> {
    document: &'d Document,
    options: &'r Options,
    paths: &'r Paths<'r>,
    matcher: Matcher<'d>,
    /// For a warning: what is taken, but can never be a value.
    exact: Matcher<'d>,
}

impl<'d, 'r: 'd> Defaults<'d, 'r> {
    pub(super) fn new(document: &'d Document, options: &'r Options, ends: &'r [u32], paths: &'r Paths<'r>) -> Self {
        let matcher = match options.mode {
            Mode::Strict => Matcher::new(Rule::Exact),
            Mode::Lenient => Matcher::of_open_records(document, ends),
        };
        Defaults { document, options, paths, matcher, exact: Matcher::new(Rule::Exact) }
    }

    /// Whether a default fits its field; one that is a number in quotes becomes a number, which is given.
    pub(super) fn check(
        &mut self,
        default: &FieldDefault<'_>,
        errors: &mut Collector<'_>,
        warnings: &mut Collector<'_>,
    ) -> Option<(u32, String)> {
        let FieldDefault { field, holder, value, path, early } = *default;
        let paths = self.paths;
        let view = self.document.view().child(&self.document.fields.get()[field as usize].schema);
        let floating = matches!(view.node.kind, Kind::Float | Kind::Double);
        if let (true, Some(text)) = (floating, value.as_str()) {
            // A number written as a string, as Java reads it.
            let number = java_float(text);
            let number = number.filter(|number| self.options.mode == Mode::Lenient || !number.is_finite());
            if number.is_none() {
                let message = format!("the default is the string {}, expected a number", quote(text));
                errors.add("default-invalid", value.range(), || paths.text(path), message, None);
            }
            return number.map(|number| (field, float_json(text, number)));
        }
        if !self.options.check_defaults {
            return None;
        }
        self.matcher.held_by(holder);
        if let Err(error) = self.matcher.check(view, value) {
            let help = help_for_default(view, value);
            let message = format!("the default does not fit: {error}");
            let range = error.range().unwrap_or(value.range());
            errors.add("default-invalid", range, || paths.text(path), message, help);
        } else if early {
            let message = "the default stands before the definition of its type, where only an object is one";
            let help = Some("define the type where it is used first".to_owned());
            errors.add("default-invalid", value.range(), || paths.text(path), message, help);
        } else if self.options.mode == Mode::Lenient
            && (self.options.exact_defaults || !warnings.is_full())
            && let Err(error) = self.exact.check(view, value)
        {
            if self.options.exact_defaults {
                let message = format!("the default is no value: {error}");
                errors.add(
                    "default-invalid",
                    error.range().unwrap_or(value.range()),
                    || paths.text(path),
                    message,
                    help_for_default(view, value),
                );
                return None;
            }
            let message = format!("the default is taken, but is no value: {error}");
            let range = error.range().unwrap_or(value.range());
            warnings.add("default-invalid", range, || paths.text(path), message, help_for_default(view, value));
        }
        None
    }
}

/// Leaves in the fields what is known once all has been read: defaults whose texts are others than those that stand there, and what
/// sorts of types they have.
pub(super) fn settle(document: &mut Document, defaults: Vec<(u32, String)>) {
    let view = document.view();
    let shapes: Vec<_> = document.fields.get().iter().map(|field| shape(view, &field.schema)).collect();
    if let List::Owned(fields) = &mut document.fields {
        for (field, shape) in fields.iter_mut().zip(shapes) {
            field.shape = shape;
        }
        for (field, text) in defaults {
            fields[field as usize].default = Some(Str::from(text));
        }
    }
}

/// The JSON of a floating point default that was written as a string: its own text where that is a JSON number with a fraction,
/// as the number that Java makes of it is.
fn float_json(text: &str, number: f64) -> String {
    match crate::json::compact(text) {
        Ok(json) if number.is_finite() && json.contains(['.', 'e', 'E']) => json,
        _ => crate::json::java_double(number),
    }
}

fn help_for_default(view: View<'_>, value: Node<'_>) -> Option<String> {
    match (&view.node.kind, value.as_str()) {
        (Kind::Int | Kind::Long, Some(text)) if text.parse::<i64>().is_ok() => {
            Some(format!("write {text} without the quotes"))
        }
        (Kind::Boolean, Some("true" | "false")) => Some("write it without the quotes".to_owned()),
        (Kind::Enum(body), Some(text)) => {
            let near = nearest(text, body.symbols.get().iter().map(Str::get))?;
            Some(format!("did you mean {}?", quote(near)))
        }
        (Kind::Bytes, Some(text)) if text.len() <= LONGEST_SHOWN && text.chars().any(|c| c > '\u{ff}') => {
            let bytes: String = text.bytes().map(escaped).collect();
            Some(format!("for the bytes of its UTF-8 write \"{bytes}\""))
        }
        (_, Some("null")) => Some("write null without the quotes".to_owned()),
        _ => None,
    }
}

/// Of what is longer no help shows all of it.
const LONGEST_SHOWN: usize = 32;

/// A byte as JSON writes the character of its code point.
fn escaped(byte: u8) -> String {
    match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\u{byte:04x}"),
    }
}

/// A union holds no union, and no two branches that a reader could not tell apart.
pub(super) fn check_unions(read: &mut Unchecked<'_, '_>, mode: Mode) {
    for (index, node) in read.nodes.iter().enumerate() {
        let Kind::Union(union) = &node.kind else { continue };
        let file = read.text_of_node(index as u32);
        let (range, path) = (&read.spans.nodes[index], read.node_paths[index]);
        if union.branches.get().is_empty() && mode == Mode::Strict {
            let message = "the union has no branches, so it has no values";
            read.errors[file].add("union-invalid", range.clone(), || read.paths.text(path), message, None);
        }
        let mut seen = Unique::default();
        for (position, branch) in union.branches.get().iter().enumerate() {
            let node = match branch {
                Child::Node(u32::MAX) | Child::Ptr(_) => continue,
                Child::Node(index) => &read.nodes[*index as usize],
                Child::Name(slot) => &read.nodes[read.named[*slot as usize] as usize],
            };
            let view = View { node, document: &Document::NONE };
            if matches!(node.kind, Kind::Union(_)) {
                let message = "a union may not hold a union";
                let help = Some("put its branches into the outer union".to_owned());
                let errors = &mut read.errors[file];
                let at = place_of_branch(errors, &read.unions, index as u32, position).unwrap_or(range.clone());
                errors.add("union-invalid", at, || read.paths.text(path), message, help);
                continue;
            }
            let name = view.name().map_or(view.type_name(), |name| name.full.get());
            if !seen.insert(name) {
                let message = format!("the union has two branches {}; a reader could not tell them apart", quote(name));
                let help = (view.name().is_none() && node.logical.is_some())
                    .then(|| "a logical type does not make them different".to_owned());
                let errors = &mut read.errors[file];
                let at = place_of_branch(errors, &read.unions, index as u32, position).unwrap_or(range.clone());
                errors.add("union-invalid", at, || read.paths.text(path), message, help);
            }
        }
    }
}

/// Where the branch at `position` of a union stands in it, also where it is the name of a type that is defined elsewhere; nothing
/// where the error is only counted.
fn place_of_branch(
    errors: &Collector<'_>,
    unions: &[(u32, Node<'_>)],
    union: u32,
    position: usize,
) -> Option<Range<usize>> {
    let at = unions.binary_search_by_key(&union, |(node, _)| *node).ok().filter(|_| !errors.is_full())?;
    Some(unions[at].1.children().nth(position)?.range())
}

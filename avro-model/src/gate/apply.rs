//! A fix applied to the text of a schema: what was assumed becomes true.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::change::zero;
use crate::compat::Assume;
use crate::json::{self, Node, Tree, write_string};
use crate::names;
use crate::print;
use crate::schema::{Field, Name, View};

/// One edit of a schema's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// Of a named type.
    Type { ty: String, what: OfType },
    /// Of a field of a record.
    Field { ty: String, field: String, what: OfField },
    /// The schema is this JSON.
    Root(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OfType {
    Name(String),
    Alias(String),
    AddField(String),
    EnumDefault(String),
    AddSymbol(String),
    RemoveSymbol(String),
    Size(u32),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum OfField {
    Name(String),
    Alias(String),
    NoAliases,
    Default(String),
    Optional,
    Type(String),
}

impl Edit {
    /// The edit that makes `assume` true.
    pub(super) fn of(assume: Assume<'_>) -> Edit {
        let of_type = |ty: &Name, what| Edit::Type { ty: ty.full.get().to_owned(), what };
        let of_field = |ty: &Name, field: &Field, what| Edit::Field {
            ty: ty.full.get().to_owned(),
            field: field.name.get().to_owned(),
            what,
        };
        match assume {
            Assume::WireName { ty, field, to, .. } => of_field(ty, field, OfField::Name(to.to_owned())),
            Assume::Alias { ty, field, alias, .. } => of_field(ty, field, OfField::Alias(alias.to_owned())),
            Assume::Optional { ty, field } => of_field(ty, field, OfField::Optional),
            Assume::Retype { ty, field, to } => of_field(ty, field, OfField::Type(print::json(to))),
            Assume::DropAliases { ty, field } => of_field(ty, field, OfField::NoAliases),
            Assume::Keep { ty, field, from } => {
                let mut out = String::from("{\"name\": ");
                write_string(&mut out, field.name.get());
                out.push_str(&format!(", \"type\": {}", print::json(from.child(&field.schema))));
                if let Some(default) = &field.default {
                    out.push_str(&format!(", \"default\": {}", default.get()));
                }
                out.push('}');
                of_type(ty, OfType::AddField(out))
            }
            Assume::TypeName { ty, to } => of_type(ty, OfType::Name(to.full.get().to_owned())),
            Assume::TypeAlias { ty, alias } => of_type(ty, OfType::Alias(alias.to_owned())),
            Assume::EnumDefault { ty, symbol } => of_type(ty, OfType::EnumDefault(symbol.to_owned())),
            Assume::KeepSymbol { ty, symbol } => of_type(ty, OfType::AddSymbol(symbol.to_owned())),
            Assume::DropSymbol { ty, symbol } => of_type(ty, OfType::RemoveSymbol(symbol.to_owned())),
            Assume::Size { ty, size } => of_type(ty, OfType::Size(size)),
            Assume::Root { to } => Edit::Root(print::json(to)),
            // its value is written where the field's type is known
            Assume::Default { ty, field } => of_field(ty, field, OfField::Default(String::new())),
        }
    }

    /// The edit that gives the field whose type `assume` changes this default.
    pub(super) fn default_of(assume: &Assume<'_>, default: &str) -> Option<Edit> {
        let Assume::Retype { ty, field, .. } = assume else { return None };
        let (ty, field) = (ty.full.get().to_owned(), field.name.get().to_owned());
        Some(Edit::Field { ty, field, what: OfField::Default(default.to_owned()) })
    }

    /// The zero value for [`OfField::Default`], in the schema that the field's type is looked up in.
    pub(super) fn with_zero(mut self, ty: View<'_>) -> Edit {
        if let Edit::Field { what: OfField::Default(value), .. } = &mut self {
            *value = zero(ty);
        }
        self
    }

    /// The text with the edit made.
    pub(super) fn apply(&self, text: &str) -> Result<String, String> {
        let tree = Tree::parse(text, &json::Options::default()).map_err(|error| error.to_string())?;
        let names = Names::of(tree.root());
        let missing = |name: &str| format!("the schema has no `{name}`");
        match self {
            Edit::Root(schema) => Ok(schema.clone()),
            Edit::Type { ty, what } => {
                let node = *names.definitions.get(ty).ok_or_else(|| missing(ty))?;
                what.apply(text, node, ty, &names)
            }
            Edit::Field { ty, field, what } => {
                let node = names.definitions.get(ty).ok_or_else(|| missing(ty))?;
                let fields = node.get("fields").ok_or_else(|| missing("fields"))?;
                let called = |node: &Node<'_>| node.get("name").and_then(Node::as_str) == Some(field);
                let node = fields.children().find(called).ok_or_else(|| missing(field))?;
                what.apply(text, node, &names)
            }
        }
    }
}

impl OfType {
    fn apply(&self, text: &str, node: Node<'_>, ty: &str, names: &Names<'_>) -> Result<String, String> {
        Ok(match self {
            OfType::Name(to) => return rename(text, ty, to, names),
            OfType::Alias(alias) => add_item(text, node, "aliases", &quoted(alias)),
            OfType::AddField(field) => {
                let known: HashSet<&str> = names.definitions.keys().map(String::as_str).collect();
                add_item(text, node, "fields", &with_names(field, &known)?)
            }
            OfType::EnumDefault(symbol) => set_member(text, node, "default", &quoted(symbol)),
            OfType::AddSymbol(symbol) => add_item(text, node, "symbols", &quoted(symbol)),
            OfType::RemoveSymbol(symbol) => {
                let symbols = node.get("symbols").ok_or("the enum has no symbols")?;
                let kept: Vec<&str> = symbols
                    .children()
                    .filter(|item| item.as_str() != Some(symbol))
                    .map(|item| &text[item.range()])
                    .collect();
                replace(text, symbols.range(), &format!("[{}]", kept.join(", ")))
            }
            OfType::Size(size) => set_member(text, node, "size", &size.to_string()),
        })
    }
}

impl OfField {
    fn apply(&self, text: &str, node: Node<'_>, names: &Names<'_>) -> Result<String, String> {
        let ty = node.get("type").ok_or("the field has no type")?;
        Ok(match self {
            OfField::Name(name) => set_member(text, node, "name", &quoted(name)),
            OfField::Alias(alias) => add_item(text, node, "aliases", &quoted(alias)),
            OfField::NoAliases => match node.get("aliases") {
                Some(aliases) => replace(text, aliases.range(), "[]"),
                None => text.to_owned(),
            },
            OfField::Default(value) => set_member(text, node, "default", value),
            OfField::Optional => {
                let source = &text[ty.range()];
                let branches = if ty.is_array() { source[1..source.len() - 1].trim() } else { source };
                // a default that is there belongs to the first branch
                if node.get("default").is_some() {
                    replace(text, ty.range(), &format!("[{branches}, \"null\"]"))
                } else {
                    // the new member stands behind all others, so that the type's place is still the same
                    let with_default = set_member(text, node, "default", "null");
                    replace(&with_default, ty.range(), &format!("[\"null\", {branches}]"))
                }
            }
            OfField::Type(schema) => {
                let inside =
                    |node: &Node<'_>| node.range().start >= ty.range().start && node.range().end <= ty.range().end;
                let known: HashSet<&str> = names
                    .definitions
                    .iter()
                    .filter(|(_, definition)| !inside(definition))
                    .map(|(name, _)| name.as_str())
                    .collect();
                let schema = with_names(schema, &known)?;
                let lost = names.definitions.iter().filter(|(_, definition)| inside(definition));
                let lost: Vec<(&str, String)> =
                    lost.map(|(name, definition)| (name.as_str(), text[definition.range()].to_owned())).collect();
                restore(replace(text, ty.range(), &schema), &lost)?
            }
        })
    }
}

/// Puts definitions that an edit took away where their names are met first.
fn restore(text: String, lost: &[(&str, String)]) -> Result<String, String> {
    let mut text = text;
    for (name, definition) in lost {
        let tree = Tree::parse(&text, &json::Options::default()).map_err(|error| error.to_string())?;
        let names = Names::of(tree.root());
        if names.definitions.contains_key(*name) {
            continue;
        }
        if let Some((_, range)) = names.references.iter().find(|(full, _)| full == name) {
            text = replace(&text, range.clone(), definition);
        }
    }
    Ok(text)
}

/// Gives a type another full name, and writes every name that it or its namespace decides in full.
fn rename(text: &str, from: &str, to: &str, names: &Names<'_>) -> Result<String, String> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let new = |full: &str| quoted(if full == from { to } else { full });
    for (full, definition) in &names.definitions {
        // a name with a dot says its namespace, whatever else does
        edits.extend(definition.get("name").map(|name| (name.range(), new(full))));
    }
    edits.extend(names.references.iter().map(|(full, range)| (range.clone(), new(full))));
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut out = text.to_owned();
    for (range, with) in edits {
        out.replace_range(range, &with);
    }
    Ok(out)
}

/// The names that a text defines and mentions, in full.
struct Names<'t> {
    definitions: HashMap<String, Node<'t>>,
    references: Vec<(String, Range<usize>)>,
}

impl<'t> Names<'t> {
    fn of(root: Node<'t>) -> Self {
        let mut names = Names { definitions: HashMap::new(), references: Vec::new() };
        let mut open = vec![(root, String::new())];
        while let Some((node, space)) = open.pop() {
            if let Some(name) = node.as_str() {
                if !names::is_type(name) {
                    names.references.push((full_name(name, &space), node.range()));
                }
                continue;
            }
            if node.is_array() {
                let items: Vec<_> = node.children().collect();
                open.extend(items.into_iter().rev().map(|item| (item, space.clone())));
                continue;
            }
            let kind = node.get("type").and_then(Node::as_str).unwrap_or_default();
            match kind {
                "record" | "error" | "enum" | "fixed" => {
                    let Some(name) = node.get("name").and_then(Node::as_str) else { continue };
                    let own = node.get("namespace").and_then(Node::as_str);
                    let full = full_name(name, own.unwrap_or(&space));
                    let inner = full.rsplit_once('.').map_or("", |(space, _)| space).to_owned();
                    if let Some(fields) = node.get("fields") {
                        let types: Vec<_> = fields.children().filter_map(|field| field.get("type")).collect();
                        open.extend(types.into_iter().rev().map(|ty| (ty, inner.clone())));
                    }
                    names.definitions.entry(full).or_insert(node);
                }
                _ => open.extend(
                    ["items", "values"].iter().filter_map(|key| node.get(key)).map(|child| (child, space.clone())),
                ),
            }
        }
        names
    }
}

fn full_name(name: &str, space: &str) -> String {
    if name.contains('.') || space.is_empty() { name.to_owned() } else { format!("{space}.{name}") }
}

/// The schema `text`, printed in full, with the definitions of `known` types as their names.
fn with_names(text: &str, known: &HashSet<&str>) -> Result<String, String> {
    let tree = Tree::parse(text, &json::Options::default()).map_err(|error| error.to_string())?;
    // the JSON of a field holds its type
    let root = tree.root();
    let names = Names::of(
        root.get("type").filter(|_| root.get("fields").is_none() && root.get("name").is_some()).unwrap_or(root),
    );
    let mut edits: Vec<(Range<usize>, String)> = names
        .definitions
        .iter()
        .filter(|(full, _)| known.contains(full.as_str()))
        .map(|(full, node)| (node.range(), quoted(full)))
        .collect();
    // an outer one takes what is inside with it
    edits.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let (mut out, mut at) = (String::new(), 0);
    for (range, with) in edits {
        if range.start >= at {
            out.push_str(&text[at..range.start]);
            out.push_str(&with);
            at = range.end;
        }
    }
    out.push_str(&text[at..]);
    Ok(out)
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_string(&mut out, text);
    out
}

fn replace(text: &str, range: Range<usize>, with: &str) -> String {
    let mut out = text.to_owned();
    out.replace_range(range, with);
    out
}

/// The member `key` of the object `node` with this value; a new one stands last.
fn set_member(text: &str, node: Node<'_>, key: &str, value: &str) -> String {
    match node.get(key) {
        Some(old) => replace(text, old.range(), value),
        None => {
            let comma = if node.children().next().is_some() { ", " } else { "" };
            let end = node.range().end - 1;
            let start = text[..end].trim_end().len();
            replace(text, start..start, &format!("{comma}\"{key}\": {value}"))
        }
    }
}

/// One more item in the list under `key`.
fn add_item(text: &str, node: Node<'_>, key: &str, item: &str) -> String {
    match node.get(key) {
        Some(list) => {
            let comma = if list.children().next().is_some() { ", " } else { "" };
            let end = list.range().end - 1;
            let start = text[..end].trim_end().len();
            replace(text, start..start, &format!("{comma}{item}"))
        }
        None => set_member(text, node, key, &format!("[{item}]")),
    }
}

/// Whether the default that an assumption gives is one of a kept field, whose type is the version's.
pub(super) fn default_of<'a>(assume: &Assume<'a>, all: &[Option<Assume<'a>>]) -> Option<View<'a>> {
    let Assume::Default { field, .. } = assume else { return None };
    all.iter().flatten().find_map(|other| match other {
        Assume::Keep { field: kept, from, .. } if kept.name.get() == field.name.get() => Some(from.child(&kept.schema)),
        _ => None,
    })
}

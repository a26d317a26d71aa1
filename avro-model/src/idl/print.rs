//! Schemas as IDL: whole texts that read back, and the lines that differences are made of.

use std::collections::HashSet;

use super::comment::comment;
use super::words::{begins_name, continues_name};
use crate::json::write_string;
use crate::names;
use crate::schema::{Field, Kind, Name, Order, Prop, View};
use crate::text::{Str, namespace, short_name};

/// Words that stand for something else where a name may stand.
const KEYWORDS: [&str; 31] = [
    "array",
    "boolean",
    "bytes",
    "date",
    "decimal",
    "double",
    "enum",
    "error",
    "false",
    "fixed",
    "float",
    "idl",
    "import",
    "int",
    "local_timestamp_ms",
    "long",
    "map",
    "namespace",
    "null",
    "oneway",
    "protocol",
    "record",
    "schema",
    "string",
    "throws",
    "time_ms",
    "timestamp_ms",
    "true",
    "union",
    "uuid",
    "void",
];

/// The schema as a text of IDL, which [`parse`](super::parse()) reads back to an equal schema, documentation and properties
/// included. Of a union, properties and a lone null branch's place beside the list are no part of it.
///
/// ```
/// use avro_model::{Document, idl};
///
/// let schema = Document::parse(
///     r#"{"type": "record", "name": "acme.Order", "doc": "An order.", "fields": [
///         {"name": "id", "type": {"type": "long", "logicalType": "timestamp-millis"}},
///         {"name": "note", "type": ["null", "string"], "default": null}]}"#,
/// )?;
/// let text = "namespace acme;\n\nschema Order;\n\n/** An order. */\nrecord Order {\n  timestamp_ms id;\n  string? note = null;\n}\n";
/// assert_eq!(idl::print(schema.view()), text);
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn print(root: View<'_>) -> String {
    let style = Style { lines: false, deepest: usize::MAX };
    let mut found = Vec::new();
    style.type_text(root, "", &mut found);
    let space = found.first().and_then(|view| view.name()).map_or("", Name::namespace);
    found.clear();
    let main = style.type_text(root, space, &mut found);
    let mut out = String::new();
    if !space.is_empty() {
        out.push_str(&format!("namespace {};\n\n", identifier(space)));
    }
    out.push_str(&format!("schema {main};\n"));
    walk(found, |view, name, found| {
        out.push('\n');
        let mut annotations = Vec::new();
        if name.namespace() != space {
            annotations.push(format!("@namespace({})", quoted(name.namespace())));
        }
        annotations.extend(aliases(name));
        annotations.extend(properties(view.node.props.get()));
        let doc = documentation(doc_of(view), "", &mut annotations);
        out.push_str(&doc);
        out.extend(annotations.iter().map(|annotation| format!("{annotation}\n")));
        let short = single(name.short());
        match &view.node.kind {
            Kind::Record(record) => {
                let keyword = if record.error { "error" } else { "record" };
                out.push_str(&format!("{keyword} {short} {{\n"));
                for i in 0..view.field_count() {
                    style.field(view, view.field(i), name.namespace(), found, &mut out);
                }
                out.push_str("}\n");
            }
            Kind::Enum(body) => {
                let symbols: Vec<String> = body.symbols.get().iter().map(|symbol| single(symbol.get())).collect();
                let line = symbols.join(", ");
                out.push_str(&match line.len() {
                    0 => format!("enum {short} {{}}"),
                    1..=80 => format!("enum {short} {{ {line} }}"),
                    _ => format!("enum {short} {{\n  {}\n}}", symbols.join(",\n  ")),
                });
                if let Some(symbol) = &body.default {
                    out.push_str(&format!(" = {};", single(symbol.get())));
                }
                out.push('\n');
            }
            Kind::Fixed(body) => out.push_str(&format!("fixed {short}({});\n", body.size)),
            _ => {}
        }
    });
    out
}

/// The named types that `root` reaches, each with a line per field or symbol, in order of first mention; without
/// documentation, and with full names, so that each line says what it says wherever it stands.
pub fn lines(root: View<'_>) -> Vec<String> {
    /// A line that nests deeper is of no use to anybody.
    const DEEPEST: usize = 32;
    let style = Style { lines: true, deepest: DEEPEST };
    let mut lines = Vec::new();
    let mut found = Vec::new();
    let main = style.type_text(root, "", &mut found);
    if root.name().is_none() {
        lines.push(main);
    }
    walk(found, |view, name, found| {
        let full = name.full.get();
        let mut head = aliases_in_full(name).into_iter().collect::<Vec<_>>();
        head.extend(properties(view.node.props.get()));
        let head: String = head.into_iter().map(|annotation| annotation + " ").collect();
        match &view.node.kind {
            Kind::Record(record) => {
                let keyword = if record.error { "error" } else { "record" };
                lines.push(format!("{head}{keyword} {full} {{"));
                for i in 0..view.field_count() {
                    let field = view.field(i);
                    let ty = style.type_text(view.child(&field.schema), "", found);
                    lines.push(format!("  {}", field_text(field, &ty, field_annotations(field))));
                }
                lines.push("}".to_owned());
            }
            Kind::Enum(body) => {
                lines.push(format!("{head}enum {full} {{"));
                lines.extend(body.symbols.get().iter().map(|symbol| format!("  {}", symbol.get())));
                lines.push(match &body.default {
                    Some(symbol) => format!("}} = {};", symbol.get()),
                    None => "}".to_owned(),
                });
            }
            Kind::Fixed(body) => lines.push(format!("{head}fixed {full}({});", body.size)),
            _ => {}
        }
    });
    lines
}

/// Calls `each` with every named type once, in order of first mention; `each` adds the types that it mentions.
fn walk<'a>(first: Vec<View<'a>>, mut each: impl FnMut(View<'a>, &'a Name, &mut Vec<View<'a>>)) {
    let mut seen = HashSet::new();
    let mut waiting = first;
    waiting.reverse();
    while let Some(view) = waiting.pop() {
        let Some(name) = view.name() else { continue };
        if !seen.insert(name.full.get()) {
            continue;
        }
        let mut found = Vec::new();
        each(view, name, &mut found);
        waiting.extend(found.into_iter().rev());
    }
}

fn doc_of<'a>(view: View<'a>) -> Option<&'a str> {
    let doc = match &view.node.kind {
        Kind::Record(record) => &record.doc,
        Kind::Enum(body) => &body.doc,
        Kind::Fixed(body) => &body.doc,
        _ => return None,
    };
    doc.as_ref().map(Str::get)
}

/// Documentation as a comment on lines of its own; as an annotation where no comment can say it.
fn documentation(doc: Option<&str>, indent: &str, annotations: &mut Vec<String>) -> String {
    let Some(doc) = doc else { return String::new() };
    match comment(doc, indent) {
        Some(comment) => format!("{indent}{comment}\n"),
        None => {
            annotations.insert(0, format!("@doc({})", quoted(doc)));
            String::new()
        }
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_string(&mut out, text);
    out
}

/// A name as an identifier: in backticks where it would read as something else.
fn single(name: &str) -> String {
    let plain = name.starts_with(begins_name) && name.chars().all(continues_name) && !KEYWORDS.contains(&name);
    if plain { name.to_owned() } else { format!("`{name}`") }
}

/// A dotted name as an identifier.
fn identifier(full: &str) -> String {
    if !full.contains('.') {
        return single(full);
    }
    let plain = |part: &str| part.starts_with(begins_name) && part.chars().all(continues_name);
    let parts = full.split('.').map(|part| if plain(part) { part.to_owned() } else { format!("`{part}`") });
    parts.collect::<Vec<_>>().join(".")
}

/// How `full` is written inside the namespace `space`.
fn reference(full: &str, space: &str) -> String {
    let short = short_name(full);
    if namespace(full) == space && (space.is_empty() || !names::is_primitive(short)) {
        single(short)
    } else if namespace(full).is_empty() {
        format!(".{full}")
    } else {
        identifier(full)
    }
}

fn properties(props: &[Prop]) -> impl Iterator<Item = String> {
    props.iter().map(|prop| {
        let key = prop.key.get();
        let plain = key.split(['.', '-']).all(|part| part.starts_with(begins_name) && part.chars().all(continues_name));
        let key = if plain { key.to_owned() } else { quoted(key) };
        format!("@{key}({})", prop.value.get())
    })
}

fn list(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| format!("@aliases([{}])", texts.join(", ")))
}

fn aliases(name: &Name) -> Option<String> {
    list(name.aliases.get().iter().map(|alias| {
        let alias = alias.get();
        match namespace(alias) {
            space if space == name.namespace() => quoted(short_name(alias)),
            "" => quoted(&format!(".{alias}")),
            _ => quoted(alias),
        }
    }))
}

fn aliases_in_full(name: &Name) -> Option<String> {
    list(name.aliases.get().iter().map(|alias| quoted(alias.get())))
}

fn field_annotations(field: &Field) -> Vec<String> {
    let mut annotations: Vec<String> =
        list(field.aliases.get().iter().map(|alias| quoted(alias.get()))).into_iter().collect();
    match field.order {
        Order::Ascending => {}
        Order::Descending => annotations.push("@order(\"descending\")".to_owned()),
        Order::Ignore => annotations.push("@order(\"ignore\")".to_owned()),
    }
    annotations.extend(properties(field.props.get()));
    annotations
}

/// A field on one line: type, annotations, name, default.
fn field_text(field: &Field, ty: &str, annotations: Vec<String>) -> String {
    let mut text = ty.to_owned();
    for annotation in annotations {
        text.push(' ');
        text.push_str(&annotation);
    }
    text.push(' ');
    text.push_str(&single(field.name.get()));
    if let Some(default) = &field.default {
        text.push_str(" = ");
        text.push_str(default.get());
    }
    text.push(';');
    text
}

/// What a text is for.
#[derive(Clone, Copy)]
struct Style {
    /// Lines of a difference: names in full, every logical type as it is in JSON.
    lines: bool,
    /// How deep a type is written; what is inside is `..`.
    deepest: usize,
}

impl Style {
    fn field<'a>(self, record: View<'a>, field: &'a Field, space: &str, found: &mut Vec<View<'a>>, out: &mut String) {
        let view = record.child(&field.schema);
        let ty = match optional(view, field.default.as_ref().map(Str::get)) {
            Some(inner) => self.type_text(inner, space, found) + "?",
            None => self.type_text(view, space, found),
        };
        let mut annotations = field_annotations(field);
        out.push_str(&documentation(field.doc.as_ref().map(Str::get), "  ", &mut annotations));
        out.push_str(&format!("  {}\n", field_text(field, &ty, annotations)));
    }

    /// A type within a line; named types are mentioned and left in `found`.
    fn type_text<'a>(self, root: View<'a>, space: &str, found: &mut Vec<View<'a>>) -> String {
        let mut out = String::new();
        // What is open, and its next child.
        let mut open: Vec<(View<'a>, usize)> = Vec::new();
        let mut next = Some(root);
        loop {
            if let Some(view) = next.take() {
                if open.len() > self.deepest {
                    out.push_str("..");
                } else if let Some(name) = view.name() {
                    found.push(view);
                    let full = name.full.get();
                    out.push_str(&if self.lines { full.to_owned() } else { reference(full, space) });
                } else {
                    match &view.node.kind {
                        Kind::Array(_) | Kind::Map(_) => {
                            self.put_annotations(view, &mut out);
                            out.push_str(view.type_name());
                            out.push('<');
                            open.push((view, 0));
                        }
                        Kind::Union(_) if view.branch_count() == 0 => out.push_str("union {}"),
                        Kind::Union(_) => {
                            out.push_str("union { ");
                            open.push((view, 0));
                        }
                        _ => match shorthand(view).filter(|_| !self.lines) {
                            Some(short) => out.push_str(&short),
                            None => {
                                self.put_annotations(view, &mut out);
                                out.push_str(view.type_name());
                            }
                        },
                    }
                }
            }
            let Some((view, at)) = open.last_mut() else { return out };
            let position = *at;
            *at += 1;
            let is_union = matches!(view.node.kind, Kind::Union(_));
            next = if is_union {
                (position < view.branch_count()).then(|| view.branch(position))
            } else {
                view.element().filter(|_| position == 0)
            };
            if next.is_none() {
                out.push_str(if is_union { " }" } else { ">" });
                open.pop();
            } else if position > 0 {
                out.push_str(", ");
            }
        }
    }

    fn put_annotations(self, view: View<'_>, out: &mut String) {
        for annotation in properties(view.node.props.get()) {
            out.push_str(&annotation);
            out.push(' ');
        }
    }
}

/// The keyword of a logical type, where there is one that says all of `view`.
fn shorthand(view: View<'_>) -> Option<String> {
    let props = view.node.props.get();
    let logical = props.first().filter(|prop| prop.key.get() == "logicalType")?.value.get();
    let word = match (&view.node.kind, logical) {
        (Kind::Int, "\"date\"") => "date",
        (Kind::Int, "\"time-millis\"") => "time_ms",
        (Kind::Long, "\"timestamp-millis\"") => "timestamp_ms",
        (Kind::Long, "\"local-timestamp-millis\"") => "local_timestamp_ms",
        (Kind::String, "\"uuid\"") => "uuid",
        (Kind::Bytes, "\"decimal\"") => {
            let [_, precision, scale] = props else { return None };
            // the short form takes only what is a decimal
            view.node.logical?;
            let count = |prop: &Prop, key: &str| {
                let good = prop.key.get() == key && prop.value.get().parse::<u16>().is_ok();
                good.then(|| prop.value.get().to_owned())
            };
            return Some(format!("decimal({}, {})", count(precision, "precision")?, count(scale, "scale")?));
        }
        _ => return None,
    };
    (props.len() == 1).then(|| word.to_owned())
}

/// What stands before `?`, where the type of a field is a union that `?` says.
fn optional<'a>(view: View<'a>, default: Option<&str>) -> Option<View<'a>> {
    if !matches!(view.node.kind, Kind::Union(_)) || view.branch_count() != 2 {
        return None;
    }
    let null_first = default.is_none_or(|default| default == "null");
    let (null, other) = if null_first { (view.branch(0), view.branch(1)) } else { (view.branch(1), view.branch(0)) };
    let plain = !matches!(other.node.kind, Kind::Array(_) | Kind::Map(_) | Kind::Union(_) | Kind::Null);
    (matches!(null.node.kind, Kind::Null) && null.node.props.get().is_empty() && plain).then_some(other)
}

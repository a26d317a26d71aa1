//! The printed forms of a schema: JSON, parsing canonical form, and the text that [`crate::content`] hashes.
//!
//! One iterative printer serves constants and run time: it writes into a `Sink` and keeps its place in borrowed buffers,
//! which are arrays in constants and grow at run time.

mod constant;
mod sink;

pub(crate) use constant::print_const;
pub use constant::{
    CONST_DEPTH, CONST_NAMES, canonical_len, is_shape, json_len, write_canonical, write_json, write_shape,
};
pub(crate) use sink::Sink;

use crate::hash128::Hash128;
use crate::schema::{Enum, Field, Fixed, Kind, Name, Order, Prop, Record, View};
use crate::text::{Str, hash, namespace, same, short_name};

/// Which text.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    /// JSON that parses back to the same schema.
    Json,
    /// JSON as Java's `Schema.toString()` writes it.
    Java,
    /// Parsing canonical form.
    Canonical,
    /// Everything that says something, full names, what is unordered summed.
    Content { docs: bool },
    /// As [`Style::Content`], of one definition: named types within it are references.
    Definition { docs: bool },
    /// As [`Style::Json`], of what stands in one place: every named type is a reference by full name.
    Position,
    /// As [`Style::Position`], without properties: what a Rust type decides.
    Shape,
}

impl Style {
    const fn is_canonical(self) -> bool {
        matches!(self, Style::Canonical | Style::Shape)
    }

    const fn is_content(self) -> bool {
        matches!(self, Style::Content { .. } | Style::Definition { .. })
    }

    /// Whether a named type that stands `depth` levels below the root is a reference, wherever it is defined.
    const fn refers(self, depth: usize) -> bool {
        match self {
            Style::Definition { .. } => depth > 0,
            Style::Position | Style::Shape => true,
            _ => false,
        }
    }

    const fn has_docs(self) -> bool {
        !matches!(
            self,
            Style::Canonical | Style::Shape | Style::Content { docs: false } | Style::Definition { docs: false }
        )
    }
}

/// A node whose children are being printed.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    view: View<'a>,
    /// The next child.
    next: usize,
    /// The namespace around the node.
    space: &'a str,
}

/// Which buffer was too small.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Full {
    Stack,
    Names,
}

/// Prints `root`. `stack` bounds the depth; `seen` is a hash table, a power of two long, of the named types printed so far.
const fn print<'a>(
    root: View<'a>,
    style: Style,
    sink: &mut Sink<'_>,
    stack: &mut [Option<Frame<'a>>],
    seen: &mut [Option<&'a Name>],
) -> Result<(), Full> {
    let (mut depth, mut count) = (0, 0);
    let mut space = "";
    let mut opening = Some(root);
    loop {
        if let Some(view) = opening {
            opening = None;
            if let Some(name) = view.name() {
                if style.refers(depth) || was_seen(seen, name.full.get(), name.hash) {
                    put_reference(sink, name.full.get(), space, style, seen);
                    continue;
                }
                count += 1;
                if count > seen.len() - seen.len() / 4 {
                    return Err(Full::Names);
                }
                remember(seen, name);
            }
            let around = space;
            let has_children = match &view.node.kind {
                Kind::Record(record) => {
                    open_record(sink, record, around, style);
                    space = record.name.namespace();
                    true
                }
                Kind::Union(_) => {
                    sink.put("[");
                    true
                }
                Kind::Array(_) => {
                    sink.put("{\"type\":\"array\",\"items\":");
                    true
                }
                Kind::Map(_) => {
                    sink.put("{\"type\":\"map\",\"values\":");
                    true
                }
                Kind::Enum(symbols) => {
                    put_enum(sink, symbols, view.node.props.get(), around, style);
                    false
                }
                Kind::Fixed(fixed) => {
                    put_fixed(sink, fixed, view.node.props.get(), around, style);
                    false
                }
                _ => {
                    put_primitive(sink, view, style);
                    false
                }
            };
            if has_children {
                if depth == stack.len() {
                    return Err(Full::Stack);
                }
                stack[depth] = Some(Frame { view, next: 0, space: around });
                depth += 1;
            }
            continue;
        }
        if depth == 0 {
            return Ok(());
        }
        let Some(frame) = &mut stack[depth - 1] else { return Err(Full::Stack) };
        let (view, next) = (frame.view, frame.next);
        frame.next += 1;
        match &view.node.kind {
            Kind::Record(record) => {
                if next > 0 {
                    close_field(sink, view.field(next - 1), style);
                }
                if next < view.field_count() {
                    let field = view.field(next);
                    sink.put(if next > 0 { ",{\"name\":" } else { "{\"name\":" });
                    sink.put_string(field.name.get(), style);
                    sink.put(",\"type\":");
                    opening = Some(view.child(&field.schema));
                    continue;
                }
                sink.put("]");
                if !style.is_canonical() {
                    put_props(sink, view.node.props.get(), style);
                    put_aliases(sink, record.name.aliases.get(), record.name.namespace(), style);
                }
                sink.put("}");
                space = frame.space;
            }
            Kind::Union(_) => {
                if next < view.branch_count() {
                    if next > 0 {
                        sink.put(",");
                    }
                    opening = Some(view.branch(next));
                    continue;
                }
                sink.put("]");
            }
            _ => {
                if next == 0 {
                    opening = view.element();
                    continue;
                }
                if !style.is_canonical() {
                    put_props(sink, view.node.props.get(), style);
                }
                sink.put("}");
            }
        }
        depth -= 1;
    }
}

const fn was_seen(seen: &[Option<&Name>], full: &str, hash: u64) -> bool {
    let mask = seen.len() - 1;
    let mut slot = hash as usize & mask;
    while let Some(other) = seen[slot] {
        if other.hash == hash && same(other.full.get(), full) {
            return true;
        }
        slot = (slot + 1) & mask;
    }
    false
}

const fn remember<'a>(seen: &mut [Option<&'a Name>], name: &'a Name) {
    let mask = seen.len() - 1;
    let mut slot = name.hash as usize & mask;
    while seen[slot].is_some() {
        slot = (slot + 1) & mask;
    }
    seen[slot] = Some(name);
}

/// Whether a full name may stand without its namespace inside `space`: not where the rest would read as a type.
const fn may_shorten(full: &str, space: &str) -> bool {
    same(namespace(full), space) && (space.is_empty() || !crate::names::is_type(short_name(full)))
}

const fn put_reference(sink: &mut Sink<'_>, full: &str, space: &str, style: Style, seen: &[Option<&Name>]) {
    let short = match style {
        // Inside of a record Java's parser prefers a type without namespace to the record itself.
        Style::Json => {
            let short = short_name(full);
            may_shorten(full, space) && (space.is_empty() || !was_seen(seen, short, hash(short)))
        }
        Style::Java => may_shorten(full, space),
        _ => false,
    };
    sink.put_string(if short { short_name(full) } else { full }, style);
}

const fn open_record(sink: &mut Sink<'_>, record: &Record, space: &str, style: Style) {
    open_named(
        sink,
        if record.error && !style.is_canonical() { "error" } else { "record" },
        &record.name,
        space,
        style,
    );
    put_doc(sink, &record.doc, style);
    sink.put(",\"fields\":[");
}

const fn put_enum(sink: &mut Sink<'_>, symbols: &Enum, props: &[Prop], space: &str, style: Style) {
    open_named(sink, "enum", &symbols.name, space, style);
    put_doc(sink, &symbols.doc, style);
    sink.put(",\"symbols\":[");
    let (list, mut i) = (symbols.symbols.get(), 0);
    while i < list.len() {
        if i > 0 {
            sink.put(",");
        }
        sink.put_string(list[i].get(), style);
        i += 1;
    }
    sink.put("]");
    if !style.is_canonical() {
        if let Some(default) = &symbols.default {
            sink.put(",\"default\":");
            sink.put_string(default.get(), style);
        }
        put_props(sink, props, style);
        put_aliases(sink, symbols.name.aliases.get(), symbols.name.namespace(), style);
    }
    sink.put("}");
}

const fn put_fixed(sink: &mut Sink<'_>, fixed: &Fixed, props: &[Prop], space: &str, style: Style) {
    open_named(sink, "fixed", &fixed.name, space, style);
    put_doc(sink, &fixed.doc, style);
    sink.put(",\"size\":");
    sink.put_number(fixed.size);
    if !style.is_canonical() {
        put_props(sink, props, style);
        put_aliases(sink, fixed.name.aliases.get(), fixed.name.namespace(), style);
    }
    sink.put("}");
}

const fn put_primitive(sink: &mut Sink<'_>, view: View<'_>, style: Style) {
    let props = view.node.props.get();
    if style.is_canonical() || props.is_empty() {
        sink.put_string(view.type_name(), style);
    } else {
        sink.put("{\"type\":");
        sink.put_string(view.type_name(), style);
        put_props(sink, props, style);
        sink.put("}");
    }
}

/// Everything up to the documentation: type and name, in the form's order.
const fn open_named(sink: &mut Sink<'_>, ty: &str, name: &Name, space: &str, style: Style) {
    match style {
        Style::Canonical | Style::Shape => {
            sink.put("{\"name\":\"");
            sink.put(name.full.get());
            sink.put("\",\"type\":\"");
            sink.put(ty);
            sink.put("\"");
        }
        Style::Content { .. } | Style::Definition { .. } => {
            sink.put("{");
            sink.put(ty);
            sink.put(name.full.get());
        }
        Style::Json | Style::Java | Style::Position => {
            sink.put("{\"type\":\"");
            sink.put(ty);
            sink.put("\",\"name\":");
            sink.put_string(name.short(), style);
            let own = name.namespace();
            if !same(own, space) {
                sink.put(",\"namespace\":");
                sink.put_string(own, style);
            }
        }
    }
}

const fn put_doc(sink: &mut Sink<'_>, doc: &Option<Str>, style: Style) {
    if style.has_docs()
        && let Some(doc) = doc
    {
        sink.put(",\"doc\":");
        sink.put_string(doc.get(), style);
    }
}

const fn close_field(sink: &mut Sink<'_>, field: &Field, style: Style) {
    if !style.is_canonical() {
        put_doc(sink, &field.doc, style);
        if let Some(default) = &field.default {
            sink.put(",\"default\":");
            sink.put(default.get());
        }
        match field.order {
            Order::Ascending => {}
            Order::Descending => sink.put(",\"order\":\"descending\""),
            Order::Ignore => sink.put(",\"order\":\"ignore\""),
        }
        let aliases = field.aliases.get();
        if !aliases.is_empty() {
            if style.is_content() {
                sink.put("aliases");
                sink.put_sum(sum_of_texts(aliases));
            } else {
                sink.put(",\"aliases\":[");
                let mut i = 0;
                while i < aliases.len() {
                    if i > 0 {
                        sink.put(",");
                    }
                    sink.put_string(aliases[i].get(), style);
                    i += 1;
                }
                sink.put("]");
            }
        }
        put_props(sink, field.props.get(), style);
    }
    sink.put("}");
}

const fn put_props(sink: &mut Sink<'_>, props: &[Prop], style: Style) {
    if style.is_content() {
        let (mut sum, mut i) = (0u128, 0);
        while i < props.len() {
            sum = sum.wrapping_add(Hash128::NEW.text(props[i].key.get()).text(props[i].value.get()).finish());
            i += 1;
        }
        if !props.is_empty() {
            sink.put("props");
            sink.put_sum(sum);
        }
        return;
    }
    let mut i = 0;
    while i < props.len() {
        sink.put(",");
        sink.put_string(props[i].key.get(), style);
        sink.put(":");
        sink.put(props[i].value.get());
        i += 1;
    }
}

/// The aliases of a named type in namespace `space`.
const fn put_aliases(sink: &mut Sink<'_>, aliases: &[Str], space: &str, style: Style) {
    if aliases.is_empty() {
        return;
    }
    if style.is_content() {
        sink.put("aliases");
        sink.put_sum(sum_of_texts(aliases));
        return;
    }
    sink.put(",\"aliases\":[");
    let mut i = 0;
    while i < aliases.len() {
        if i > 0 {
            sink.put(",");
        }
        let full = aliases[i].get();
        if may_shorten(full, space) {
            sink.put_string(short_name(full), style);
        } else if namespace(full).is_empty() && matches!(style, Style::Json) {
            // Without the dot, which Java forgets, the alias would be read in the type's namespace.
            sink.put("\".");
            sink.put_escaped(full);
            sink.put("\"");
        } else {
            sink.put_string(full, style);
        }
        i += 1;
    }
    sink.put("]");
}

const fn sum_of_texts(texts: &[Str]) -> u128 {
    let (mut sum, mut i) = (0u128, 0);
    while i < texts.len() {
        sum = sum.wrapping_add(Hash128::NEW.text(texts[i].get()).finish());
        i += 1;
    }
    sum
}

/// Prints at run time with buffers that grow until they are large enough. `start` makes a new sink for each attempt.
pub(crate) fn print_with<'b, R>(
    view: View<'_>,
    style: Style,
    start: impl Fn() -> Sink<'b>,
    finish: impl FnOnce(Sink<'b>) -> R,
) -> R {
    let (mut stack, mut seen) = (vec![None; 64], vec![None; names_of(view)]);
    loop {
        let mut sink = start();
        match print(view, style, &mut sink, &mut stack, &mut seen) {
            Ok(()) => return finish(sink),
            Err(Full::Stack) => stack = vec![None; stack.len() * 4],
            Err(Full::Names) => seen = vec![None; seen.len() * 4],
        }
        seen.fill(None);
    }
}

/// How large a table of names is at first: large enough for those of a parsed document.
fn names_of(view: View<'_>) -> usize {
    (view.document.named.get().len() * 2).next_power_of_two().max(64)
}

fn text(view: View<'_>, style: Style) -> String {
    let (mut stack, mut seen) = (vec![None; 64], vec![None; names_of(view)]);
    // A guess: a text that fits is printed once only.
    let (nodes, fields) = (view.document.nodes.get().len(), view.document.fields.get().len());
    let mut out = vec![0; (nodes * 64 + fields * 64).clamp(1024, 1 << 20)];
    loop {
        let mut sink = Sink::Text { out: &mut out, len: 0 };
        let done = print(view, style, &mut sink, &mut stack, &mut seen);
        let Sink::Text { len, .. } = sink else { return String::new() };
        match done {
            Ok(()) if len > out.len() => out = vec![0; len],
            Ok(()) => {
                out.truncate(len);
                return String::from_utf8(out).expect("invariant: whole texts were stored one after the other");
            }
            Err(Full::Stack) => stack = vec![None; stack.len() * 4],
            Err(Full::Names) => seen = vec![None; seen.len() * 4],
        }
        seen.fill(None);
    }
}

/// The schema as JSON without spaces, everything included, in the form that Java's `Schema.toString()` gives and that
/// registries store. It parses back to an equal schema.
///
/// Unlike Java's text ([`java`]), numbers in defaults and properties keep their source text, and an alias without namespace
/// on a type that has one keeps its leading dot. One thing JSON cannot say, and here another type is read back: that a type without
/// namespace is meant inside a namespace in which a type of its name is defined before.
pub fn json(view: View<'_>) -> String {
    text(view, Style::Json)
}

/// What stands in one place as JSON: as [`json`], with every named type as a reference by its full name.
///
/// ```
/// use avro_model::{Document, print};
///
/// let list = r#"{"type":"array","items":{"type":"fixed","name":"a.Id","size":4},"unit":"ids"}"#;
/// assert_eq!(print::position(Document::parse(list)?.view()), r#"{"type":"array","items":"a.Id","unit":"ids"}"#);
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn position(view: View<'_>) -> String {
    text(view, Style::Position)
}

/// What stands in one place without properties, as [`position`] prints it: the part of it that a Rust type decides.
pub fn shape(view: View<'_>) -> String {
    text(view, Style::Shape)
}

/// The schema's parsing canonical form (Avro specification, "Parsing Canonical Form for Schemas"), as Java gives it.
pub fn canonical(view: View<'_>) -> String {
    text(view, Style::Canonical)
}

/// The schema as Java's `Schema.toString()` prints it, byte for byte: numbers with a fraction or an exponent are rewritten
/// as Java's doubles.
pub fn java(view: View<'_>) -> String {
    crate::json::with_java_numbers(&text(view, Style::Java))
}

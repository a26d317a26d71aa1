//! `#[avro(...)]`: what a schema says that the Rust type alone does not.

use std::collections::HashSet;

use avro_model::{Kind, LogicalType, Order, Prop, View, print};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::docs::Doc;
use super::json;
use crate::plan::{Body, Carried, Item, Null, Position, RecordField, Renames, idents};

/// The entries of one `#[avro(...)]`.
#[derive(Default)]
pub(super) struct Entries(Vec<TokenStream>);

impl Entries {
    pub(super) fn tokens(&mut self, entry: TokenStream) {
        self.0.push(entry);
    }

    fn flag(&mut self, key: &str) {
        let key = format_ident!("{key}");
        self.0.push(quote!(#key));
    }

    pub(super) fn flag_if(&mut self, condition: bool, key: &str) {
        if condition {
            self.flag(key);
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        let key = format_ident!("{key}");
        self.0.push(quote!(#key = #text));
    }

    pub(super) fn text_if(&mut self, condition: bool, key: &str, text: &str) {
        if condition {
            self.text(key, text);
        }
    }

    fn raw(&mut self, key: &str, text: &str) {
        let (key, text) = (format_ident!("{key}"), json::raw(text));
        self.0.push(quote!(#key = #text));
    }

    fn docs(&mut self, doc: &Doc) {
        if let Some(exact) = &doc.exact {
            self.text("doc", exact);
        }
    }

    fn properties<'p>(&mut self, props: impl Iterator<Item = &'p Prop>) {
        let pairs: Vec<TokenStream> = props
            .map(|prop| {
                let (key, value) = (Literal::string(prop.key.get()), json::property(prop.value.get()));
                quote!(#key = #value)
            })
            .collect();
        if !pairs.is_empty() {
            self.0.push(quote!(prop(#(#pairs),*)));
        }
    }
}

impl ToTokens for Entries {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let entries = &self.0;
        if !entries.is_empty() {
            tokens.extend(quote!(#[avro(#(#entries),*)]));
        }
    }
}

/// Entries and documentation of a record, enum or fixed.
pub(super) fn named(item: &Item<'_>, renames: Option<&Renames>, entries: &mut Entries) -> Doc {
    let view = item.view;
    let Some(name) = view.name() else { return Doc::of(None) };
    entries.text_if(name.short() != item.ident, "name", name.short());
    entries.text("namespace", name.namespace());
    for alias in name.aliases.get() {
        let alias = alias.get();
        let (namespace, short) = (avro_model::text::namespace(alias), avro_model::text::short_name(alias));
        match namespace {
            _ if namespace == name.namespace() => entries.text("alias", short),
            "" => entries.text("alias", &format!(".{short}")),
            _ => entries.text("alias", alias),
        }
    }
    let (doc, mut logical) = match &view.node.kind {
        Kind::Record(record) => {
            entries.flag_if(record.error, "error");
            entries.flag_if(has_ambiguous_aliases(view), "ambiguous_aliases");
            (record.doc.as_ref(), None)
        }
        Kind::Enum(symbols) => (symbols.doc.as_ref(), None),
        Kind::Fixed(fixed) => {
            match (&item.body, view.node.logical) {
                (Body::Fixed(size, Some(_)), Some(LogicalType::Decimal { .. })) => {
                    let size = Literal::u32_unsuffixed(*size);
                    entries.tokens(quote!(fixed = #size));
                }
                _ => entries.flag("fixed"),
            }
            (fixed.doc.as_ref(), view.node.logical)
        }
        _ => (None, None),
    };
    let doc = Doc::of(doc.map(|doc| doc.get()));
    entries.docs(&doc);
    if let Some(rule) = renames.and_then(|renames| renames.rule) {
        entries.text("rename_all", rule);
    }
    let said = logical.map_or(Said::default(), |logical| Said::of(view, logical));
    if said.differs {
        logical = None;
    }
    if let Some(logical) = logical {
        entries.tokens(logical_entry(logical, said.scale));
    }
    let rest = view.node.props.get().iter();
    entries.properties(rest.filter(|prop| logical.is_none() || !Said::is_part(prop, logical)));
    doc
}

/// Whether an alias of a field is another field's name or alias as well, or its own name.
fn has_ambiguous_aliases(view: View<'_>) -> bool {
    let fields = (0..view.field_count()).map(|position| view.field(position));
    let mut seen: HashSet<&str> = fields.clone().map(|field| field.name.get()).collect();
    fields.flat_map(|field| field.aliases.get()).any(|alias| !seen.insert(alias.get()))
}

/// How the properties of a node say its logical type.
#[derive(Default)]
struct Said {
    /// A scale is given.
    scale: bool,
    /// They say it in another way than an attribute would.
    differs: bool,
}

impl Said {
    fn of(view: View<'_>, logical: LogicalType) -> Said {
        let mut said = Said::default();
        for prop in view.node.props.get() {
            let expected = match (prop.key.get(), logical) {
                ("precision", LogicalType::Decimal { precision, .. }) => precision,
                ("scale", LogicalType::Decimal { scale, .. }) => {
                    said.scale = true;
                    scale
                }
                _ => continue,
            };
            said.differs |= prop.value.get() != expected.to_string();
        }
        said
    }

    fn is_part(prop: &Prop, logical: Option<LogicalType>) -> bool {
        match prop.key.get() {
            "logicalType" => true,
            "precision" | "scale" => matches!(logical, Some(LogicalType::Decimal { .. })),
            _ => false,
        }
    }
}

fn logical_entry(logical: LogicalType, scaled: bool) -> TokenStream {
    if let LogicalType::Decimal { precision, scale } = logical {
        let (precision, scale) = (Literal::u32_unsuffixed(precision), Literal::u32_unsuffixed(scale));
        return if scaled {
            quote!(decimal(precision = #precision, scale = #scale))
        } else {
            quote!(decimal(precision = #precision))
        };
    }
    format_ident!("{}", logical.name().replace('-', "_")).to_token_stream()
}

/// What the nodes of a place say.
pub(super) fn carried(position: &Position<'_>, entries: &mut Entries) {
    match position.carried {
        Carried::Nothing => {}
        Carried::Logical(logical, scaled) => entries.tokens(logical_entry(logical, scaled)),
        Carried::Text => entries.raw("schema_json", &print::position(position.view)),
    }
}

/// Documentation and entries of a record's field; `symbol` gives the path of a variant.
pub(super) fn field(
    planned: &RecordField<'_>,
    named: bool,
    symbol: impl Fn(&str, &str) -> TokenStream,
) -> (Doc, Entries) {
    let field = planned.field;
    let mut entries = Entries::default();
    entries.text_if(named, "name", field.name.get());
    for alias in field.aliases.get() {
        entries.text("alias", alias.get());
    }
    let doc = Doc::of(field.doc.as_ref().map(|doc| doc.get()));
    entries.docs(&doc);
    carried(&planned.position, &mut entries);
    default(planned, &symbol, &mut entries);
    match field.order {
        Order::Ascending => {}
        Order::Descending => entries.text("order", "descending"),
        Order::Ignore => entries.text("order", "ignore"),
    }
    entries.properties(field.props.get().iter());
    (doc, entries)
}

fn default(planned: &RecordField<'_>, symbol: &impl Fn(&str, &str) -> TokenStream, entries: &mut Entries) {
    let view = planned.position.view;
    let text = planned.field.default.as_ref().map(|text| text.get());
    match (planned.position.null, text) {
        (Null::Absent, None) | (Null::First, Some("null")) => {}
        (Null::First, None) => entries.flag("required"),
        (Null::First, Some(text)) => {
            entries.flag("null_first");
            entries.raw("default_json", text);
        }
        (Null::Last, None) => entries.flag("null_last"),
        (Null::Last, Some("null")) => {
            entries.flag("null_last");
            entries.raw("default_json", "null");
        }
        (Null::Last, Some(text)) if view.branch_count() == 2 => value(view.branch(0), text, symbol, entries),
        (Null::Last, Some(text)) => entries.raw("default_json", text),
        (Null::Absent, Some("{}")) if matches!(view.node.kind, Kind::Map(_)) => entries.flag("default"),
        (Null::Absent, Some(text)) => value(view, text, symbol, entries),
    }
}

/// `default = ..` where a literal says the same as `text`, else `default_json`.
fn value(view: View<'_>, text: &str, symbol: &impl Fn(&str, &str) -> TokenStream, entries: &mut Entries) {
    match literal(view, text, symbol) {
        Some(literal) => entries.tokens(quote!(default = #literal)),
        None => entries.raw("default_json", text),
    }
}

fn literal(view: View<'_>, text: &str, symbol: &impl Fn(&str, &str) -> TokenStream) -> Option<TokenStream> {
    let quoted = text.starts_with('"');
    match &view.node.kind {
        Kind::Boolean | Kind::String => json::default_literal(text),
        Kind::Int | Kind::Long if !text.contains(['.', 'e', 'E']) => json::default_literal(text),
        Kind::Float | Kind::Double if !quoted => json::default_literal(text),
        Kind::Bytes => json::bytes(text),
        Kind::Enum(symbols) => {
            let position = symbols.symbols.get().iter().position(|known| json::is_text(text, known.get()))?;
            Some(symbol(symbols.name.full.get(), idents::symbols(symbols).get(position)?))
        }
        Kind::Array(child) => match &view.child(child).node.kind {
            _ if text == "[]" => Some(quote!([])),
            Kind::Boolean | Kind::String | Kind::Int | Kind::Long => json::default_literal(text),
            _ => None,
        },
        _ => None,
    }
}

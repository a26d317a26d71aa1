//! `#[serde(...)]`: what it says of the wire, rewritten as `#[avro(...)]` before the type is read.
//!
//! Everything behind this module knows `avro` attributes only. The rewritten ones keep the spans of what they came from, so
//! that a mistake in one is shown where it stands. What `avro` says at the same place is not overruled; what Avro has no form
//! for is refused, unless `avro` says what to do instead. Attributes that change no data (`bound`, `borrow`, `crate`,
//! `expecting`, `deny_unknown_fields`, `skip_serializing_if`) and mistakes that serde's own derive reports are passed over.

use std::borrow::Cow;

use avro_model::names::{self, NameRule, RenameRule};
use proc_macro2::{Ident, Span};
use quote::ToTokens as _;
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Field, Fields, Lit, LitStr, MetaNameValue, Token, Variant};

use super::item::{Item, Value, items, items_of};
use super::{field, logical};
use crate::error::Ctxt;
use crate::types;

/// The end of every refusal.
const LEAVE: &str = "`#[avro(serde = false)]` leaves serde's attributes here to other formats";

/// `input` with its serde attributes as avro ones.
pub(crate) fn translated<'a>(cx: &Ctxt, input: &'a DeriveInput) -> Cow<'a, DeriveInput> {
    if !mentions_serde(input) {
        return Cow::Borrowed(input);
    }
    let container = Place::of(cx, &input.attrs);
    if container.left_alone {
        return Cow::Borrowed(input);
    }
    let mut input = input.clone();
    let shape = Shape::of(&input, &container);
    let attributes = container_attributes(container, &input, shape);
    input.attrs.extend(attributes.added);
    match &mut input.data {
        Data::Struct(data) => {
            let named = matches!(shape, Shape::Record);
            data.fields.iter_mut().for_each(|field| translate_field(cx, field, named));
        }
        Data::Enum(data) => {
            for variant in &mut data.variants {
                let named = !matches!(&variant.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
                variant.fields.iter_mut().for_each(|field| translate_field(cx, field, named));
                translate_variant(cx, variant, shape, attributes.untagged);
            }
        }
        Data::Union(_) => {}
    }
    Cow::Owned(input)
}

fn mentions_serde(input: &DeriveInput) -> bool {
    let any = |attributes: &[Attribute]| attributes.iter().any(|attribute| attribute.path().is_ident("serde"));
    let fields = |fields: &Fields| fields.iter().any(|field| any(&field.attrs));
    any(&input.attrs)
        || match &input.data {
            Data::Struct(data) => fields(&data.fields),
            Data::Enum(data) => data.variants.iter().any(|variant| any(&variant.attrs) || fields(&variant.fields)),
            Data::Union(_) => false,
        }
}

/// What a type's serde attributes are about.
#[derive(Clone, Copy)]
enum Shape {
    /// A record.
    Record,
    /// A struct that has the form of the one thing that it holds.
    Newtype,
    /// An enum of symbols.
    Symbols,
    /// An enum with data.
    Union,
}

impl Shape {
    fn of(input: &DeriveInput, container: &Place<'_>) -> Self {
        match &input.data {
            Data::Struct(data) => {
                let newtype = matches!(&data.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
                let transparent =
                    container.has(&["transparent"]) || container.serde.iter().any(|item| item.key == "transparent");
                match transparent || newtype {
                    true if !container.has(&["record"]) => Shape::Newtype,
                    _ => Shape::Record,
                }
            }
            Data::Enum(data) => {
                let null = container.serde.iter().any(|item| item.key == "untagged");
                let symbol = |variant: &Variant| matches!(variant.fields, Fields::Unit);
                let other = |variant: &Variant| keys(&variant.attrs).iter().any(|key| key == "other");
                match !null && data.variants.iter().filter(|variant| !other(variant)).all(symbol) {
                    true => Shape::Symbols,
                    false => Shape::Union,
                }
            }
            Data::Union(_) => Shape::Record,
        }
    }
}

/// One place that attributes stand at.
struct Place<'a> {
    cx: &'a Ctxt,
    /// The keys of its avro attributes.
    avro: Vec<String>,
    /// Its serde attributes.
    serde: Vec<Item>,
    /// `serde = false`
    left_alone: bool,
    /// What its serde attributes are as avro ones.
    added: Vec<Attribute>,
}

fn keys(attributes: &[Attribute]) -> Vec<String> {
    items(&Ctxt::ignoring(), attributes).iter().map(|item| item.key.to_string()).collect()
}

impl<'a> Place<'a> {
    fn of(cx: &'a Ctxt, attributes: &[Attribute]) -> Self {
        let avro = keys(attributes);
        // What does not parse is serde's to report.
        let serde = items_of(&Ctxt::ignoring(), attributes, "serde");
        let left_alone = avro.iter().any(|key| key == "serde");
        Place { cx, avro, serde, left_alone, added: Vec::new() }
    }

    /// Whether an avro attribute has one of `keys`.
    fn has(&self, keys: &[&str]) -> bool {
        self.avro.iter().any(|avro| keys.contains(&avro.as_str()))
    }

    /// `#[avro(key)]`
    fn flag(&mut self, key: &str, span: Span) {
        let key = Ident::new(key, span);
        self.added.push(syn::parse_quote!(#[avro(#key)]));
    }

    /// `#[avro(key = "text")]`
    fn text(&mut self, key: &str, span: Span, text: &LitStr) {
        let key = Ident::new(key, span);
        self.added.push(syn::parse_quote!(#[avro(#key = #text)]));
    }

    fn refuse(&self, item: &Item, why: &str) {
        self.cx.error(item.span(), format_args!("serde's `{}` {why}; {LEAVE}", item.key));
    }

    /// The text of `key = ".."` or `key(serialize = "..", deserialize = "..")`. Two that differ are refused; `instead` is the
    /// key to write.
    fn both_ways(&self, item: &Item, instead: &str) -> Option<LitStr> {
        match &item.value {
            Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Some(text.clone()),
            Value::List(list) => {
                let pairs = Punctuated::<MetaNameValue, Token![,]>::parse_terminated.parse2(list.clone()).ok()?;
                let text = |way: &str| {
                    pairs.iter().find(|pair| pair.path.is_ident(way)).and_then(|pair| match &pair.value {
                        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
                        _ => None,
                    })
                };
                let (written, read) = (text("serialize"), text("deserialize"));
                if let (Some(written), Some(read)) = (&written, &read)
                    && written.value() == read.value()
                {
                    return Some(written.clone());
                }
                let example = written.or(read)?.value();
                self.refuse(
                    item,
                    &format!(
                        "differs between writing and reading, and Avro has one name for both: write `#[avro({instead} = \"{example}\")]`"
                    ),
                );
                None
            }
            _ => None,
        }
    }

    /// `rename`, as a name of Avro's.
    fn rename(&mut self, item: &Item, dotted: bool) {
        if self.has(&["name", "rename"]) {
            return;
        }
        let Some(text) = self.both_ways(item, "name") else { return };
        let name = text.value();
        let good = |part: &str| NameRule::Strict.problem(part).is_none();
        if if dotted { name.split('.').all(good) } else { good(&name) } {
            return self.text("name", item.span(), &text);
        }
        let problem = NameRule::Strict.problem(&name).map_or_else(String::new, |problem| problem.to_string());
        self.cx.error(
            text.span(),
            format_args!(
                "serde's name `{name}` {problem}: write `#[avro(name = \"{}\")]` for the name in Avro",
                names::repaired(&name)
            ),
        );
    }

    /// `rename_all` and `rename_all_fields`, as a case rule of Avro's names.
    fn rename_rule(&mut self, item: &Item) {
        let key = item.key.to_string();
        if self.has(&[&key]) {
            return;
        }
        let Some(text) = self.both_ways(item, &key) else { return };
        let rule = text.value();
        if RenameRule::parse(&rule).is_some() {
            self.text(&key, item.span(), &text);
        } else if rule.contains('-') {
            let near = if rule.starts_with('S') { "SCREAMING_SNAKE_CASE" } else { "snake_case" };
            self.cx.error(
                text.span(),
                format_args!("Avro names have no `-`: write `#[avro({key} = \"{near}\")]` for the names in Avro"),
            );
        }
    }

    /// `alias`. No data was written in Avro under what is no name of Avro's.
    fn alias(&mut self, item: &Item) {
        if !self.has(&["alias", "aliases"])
            && let Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) = &item.value
            && NameRule::Strict.problem(&text.value()).is_none()
        {
            self.text("alias", item.span(), text);
        }
    }
}

/// A type's own attributes, rewritten.
struct Rewritten {
    added: Vec<Attribute>,
    /// Its variants are told apart by what they hold.
    untagged: bool,
}

fn container_attributes(mut place: Place<'_>, input: &DeriveInput, shape: Shape) -> Rewritten {
    let named = !matches!(shape, Shape::Newtype) || place.has(&["fixed"]);
    let mut untagged = false;
    let mut converted = false;
    for item in std::mem::take(&mut place.serde) {
        match item.key.to_string().as_str() {
            "rename" if named => place.rename(&item, true),
            // Of an enum with data it is the case of the tags, which a union does not have.
            "rename_all" if matches!(shape, Shape::Record | Shape::Symbols) => place.rename_rule(&item),
            "rename_all_fields" if matches!(shape, Shape::Union) => place.rename_rule(&item),
            "transparent" if !place.has(&["record", "fixed", "transparent"]) => place.flag("transparent", item.span()),
            "untagged" => untagged = true,
            "tag" if matches!(input.data, Data::Struct(_)) => place.refuse(
                &item,
                "adds a field that the type does not have: write it as a field, or leave it out, as the schema has the type's name",
            ),
            "default" => default_of_type(&place, &item, input),
            "from" | "into" | "try_from" if !converted => {
                converted = true;
                place.refuse(
                    &item,
                    "writes this type as another one: write `#[avro(via = Type)]` on the fields that hold it",
                );
            }
            "remote" => place.refuse(
                &item,
                "describes a type of another crate: write `#[avro(with = module)]` on the fields that hold that type",
            ),
            "variant_identifier" | "field_identifier" => {
                place.refuse(&item, "reads the name of a variant or a field, which is no data in Avro: remove the derive");
            }
            _ => {}
        }
    }
    Rewritten { added: place.added, untagged }
}

/// `default` on a type: `Default` of the type, of which the schema knows nothing, says what its fields are.
fn default_of_type(place: &Place<'_>, item: &Item, input: &DeriveInput) {
    let Data::Struct(data) = &input.data else { return };
    let fields: Vec<String> = data
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| {
            let keys = keys(&field.attrs);
            let stated = ["default", "default_json", "required", "null_last", "skip", "flatten", "serde"];
            let serde = items_of(&Ctxt::ignoring(), &field.attrs, "serde");
            let skipped = serde.iter().any(|item| item.key == "skip" || item.key == "flatten");
            !skipped
                && types::option(&field.ty).is_none()
                && !types::is_phantom(&field.ty)
                && !keys.iter().any(|key| stated.contains(&key.as_str()))
        })
        .map(|(index, field)| format!("`{}`", field.ident.as_ref().map_or_else(|| index.to_string(), Ident::to_string)))
        .collect();
    if !fields.is_empty() {
        place.refuse(
            item,
            &format!(
                "takes missing fields from `Default`, whose values a schema has to state: write `#[avro(default)]` or \
                 `#[avro(default = ..)]` on {}",
                fields.join(", ")
            ),
        );
    }
}

fn translate_variant(cx: &Ctxt, variant: &mut Variant, shape: Shape, untagged: bool) {
    let mut place = Place::of(cx, &variant.attrs);
    if place.left_alone || place.has(&["other"]) {
        return;
    }
    let symbol = matches!(shape, Shape::Symbols);
    let newtype = matches!(&variant.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
    let mut null = None;
    if matches!(variant.fields, Fields::Unit) && !place.has(&["null", "name", "rename"]) {
        let own = place.serde.iter().find(|item| item.key == "untagged").map(Item::span);
        null = own.or_else(|| untagged.then(|| variant.ident.span()));
    }
    for item in std::mem::take(&mut place.serde) {
        match item.key.to_string().as_str() {
            "rename" if !newtype && null.is_none() => place.rename(&item, false),
            "alias" if symbol && !place.has(&["name", "rename"]) => place.refuse(
                &item,
                &format!(
                    "gives a symbol a second name, and in Avro it has one: write `#[avro(name = \"{}\")]` to say that it is this one",
                    variant.ident
                ),
            ),
            "alias" if !symbol && !newtype && null.is_none() => place.alias(&item),
            "rename_all" if !symbol && !newtype => place.rename_rule(&item),
            "skip" | "skip_serializing" | "skip_deserializing" => place.refuse(
                &item,
                "leaves a variant out, and in Avro every value of a type can be written and read: remove the variant, or write \
                 `#[avro(other)]` on it",
            ),
            "other" => place.refuse(
                &item,
                "is a variant that is written like any other: write `#[avro(other)]`, which is in no schema and takes what newer \
                 writers add",
            ),
            "with" | "serialize_with" | "deserialize_with" => place.refuse(
                &item,
                "converts by functions that have no schema: write `#[avro(with = module)]` on what the variant holds",
            ),
            _ => {}
        }
    }
    if let Some(span) = null {
        place.flag("null", span);
    }
    variant.attrs.extend(place.added);
}

/// `named`: the field is one of a record.
fn translate_field(cx: &Ctxt, field: &mut Field, named: bool) {
    let mut place = Place::of(cx, &field.attrs);
    if place.left_alone || place.has(&["skip"]) || types::is_phantom(&field.ty) {
        return;
    }
    let has = |key: &str| place.serde.iter().any(|item| item.key == key);
    let logical = place.avro.iter().any(|key| logical::is_key(key));
    let one_way = has("skip_serializing") != has("skip_deserializing");
    let skip = place.serde.iter().find(|item| item.key == "skip" || item.key == "skip_serializing").map(Item::span);
    let skip = skip.filter(|_| !one_way && !place.avro.iter().any(|key| field::is_wire_key(key)));
    let flatten = has("flatten") || place.has(&["flatten"]);
    for item in std::mem::take(&mut place.serde) {
        let key = item.key.to_string();
        match key.as_str() {
            "default" if skip.is_some() && matches!(item.value, Value::Eq(_)) => place.refuse(
                &item,
                "is not `Default::default()`, which a skipped field is when it is read: write `#[avro(skip)]` if that is as good",
            ),
            _ if skip.is_some() => {}
            "rename" if named && !flatten => place.rename(&item, false),
            "alias" if named && !flatten => place.alias(&item),
            "flatten" if named && !place.has(&["flatten"]) => place.flag("flatten", item.span()),
            "default" if named && !flatten => default_of_field(&mut place, &item, field),
            "skip_serializing" | "skip_deserializing" if one_way => place.refuse(
                &item,
                "leaves a field out one way, and in Avro it is there both ways or not at all: write `#[avro(skip)]` to leave it out",
            ),
            "with" | "serialize_with" | "deserialize_with" if !logical && !place.has(&["as", "via", "with", "fixed"]) => {
                conversion(&place, &item, field);
            }
            "getter" => place.refuse(&item, "reads a field of another crate's type: write `#[avro(with = module)]` where it is used"),
            _ => {}
        }
    }
    if let Some(span) = skip {
        place.flag("skip", span);
    }
    field.attrs.extend(place.added);
}

/// `default` on a field: a default of the schema where the type says which value it is.
fn default_of_field(place: &mut Place<'_>, item: &Item, field: &Field) {
    if place.has(&["default", "default_json", "required", "null_last"]) {
        return;
    }
    let instead = "write `#[avro(default = ..)]` or `#[avro(default_json = r#\"..\"#)]` with it";
    if let Value::Eq(_) = item.value {
        place.refuse(item, &format!("is what a function returns, and a schema has to state the value: {instead}"));
    } else if types::option(&field.ty).is_some() {
        // `null` is it already.
    } else if types::default_is_zero(&field.ty) && !place.has(&["as", "via", "with"])
        || types::is_integer(&field.ty) && place.is_long(field)
    {
        place.flag("default", item.span());
    } else {
        place.refuse(item, &format!("is a value of `Default` that the schema has to state: {instead}"));
    }
}

impl Place<'_> {
    /// `as = "long"`
    fn is_long(&self, field: &Field) -> bool {
        items(&Ctxt::ignoring(), &field.attrs).iter().any(|item| {
            item.key == "as"
                && matches!(&item.value, Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) if text.value() == "long")
        })
    }
}

/// `with`, `serialize_with` and `deserialize_with`: functions that say nothing of a schema.
fn conversion(place: &Place<'_>, item: &Item, field: &Field) {
    let Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(path), .. })) = &item.value else { return };
    let path = path.value();
    let segments: Vec<&str> = path.split("::").map(str::trim).collect();
    if segments.first() == Some(&"serde_bytes") && types::is_bytes(types::lifted(&field.ty)) {
        return;
    }
    // chrono's and time's modules for the time since 1970.
    let unit =
        segments.iter().find_map(|segment| match segment.trim_end_matches("_option").trim_start_matches("ts_") {
            "milliseconds" => Some("timestamp_millis"),
            "microseconds" => Some("timestamp_micros"),
            "nanoseconds" => Some("timestamp_nanos"),
            _ => None,
        });
    let instead = match unit {
        Some(unit) => format!("write `#[avro({unit})]` for the same numbers"),
        None => format!(
            "write `#[avro(with = module)]` with a module that names the type it converts `{}` to, `#[avro(via = Type)]`, or \
             `#[avro(as = \"string\")]`",
            crate::source::readable(&field.ty.to_token_stream())
        ),
    };
    place.refuse(item, &format!("converts by functions that have no schema: {instead}"));
}

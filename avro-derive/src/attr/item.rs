//! One entry of `#[avro(...)]`: a key with its span, and what follows it.

use avro_model::names;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitBool, LitStr, Meta, Path, Token, Type};

use crate::error::Ctxt;

/// `key`, `key = value` or `key(...)`.
pub(crate) struct Item {
    pub(crate) key: Ident,
    pub(crate) value: Value,
}

/// What follows a key.
pub(crate) enum Value {
    None,
    Eq(Expr),
    /// `via = Vec<String>`, which is no expression
    Type(Type),
    List(TokenStream),
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Lit) {
            return Err(input.error("expected the name of an attribute, such as `name = \"..\"`"));
        }
        let key = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            let equals = input.parse::<Token![=]>()?;
            if input.is_empty() || input.peek(Token![,]) {
                let kind = if key == "via" { "type" } else { "value" };
                return Err(syn::Error::new(
                    equals.span,
                    format_args!("`{key}` has no {kind} yet: write one behind `=`"),
                ));
            }
            if key == "via" && !input.peek(Lit) { Value::Type(input.parse()?) } else { Value::Eq(input.parse()?) }
        } else if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            Value::List(content.parse()?)
        } else {
            Value::None
        };
        Ok(Item { key, value })
    }
}

/// All entries of all `#[avro(...)]` of `attributes`. What does not parse is an error at the place where it stops.
pub(crate) fn items(cx: &Ctxt, attributes: &[Attribute]) -> Vec<Item> {
    items_of(cx, attributes, "avro")
}

/// As [`items`], of the attribute called `name`.
pub(super) fn items_of(cx: &Ctxt, attributes: &[Attribute], name: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        match &attribute.meta {
            Meta::List(list) => {
                let parser = Punctuated::<Item, Token![,]>::parse_terminated;
                // As `parse_args_with` does, which shows an unexpected end at the closing parenthesis.
                let parsed = if has_groups(&list.tokens) {
                    parser.parse2(ungrouped(list.tokens.clone()))
                } else {
                    list.parse_args_with(parser)
                };
                match parsed {
                    Ok(parsed) => items.extend(parsed),
                    Err(error) => cx.push(error),
                }
            }
            other => cx.error_at(other, "write the settings in parentheses: `#[avro(name = \"..\")]`"),
        }
    }
    items
}

/// Whether a part of `tokens` came from a fragment of a `macro_rules!`, which stands in an invisible group.
fn has_groups(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::None || has_groups(&group.stream()),
        _ => false,
    })
}

/// `tokens` as if they were written without a macro: `name = $name` is `name = "Order"`.
fn ungrouped(tokens: TokenStream) -> TokenStream {
    let flat = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => ungrouped(group.stream()),
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), ungrouped(group.stream()));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        other => other.into(),
    };
    tokens.into_iter().flat_map::<TokenStream, _>(flat).collect()
}

/// `doc`: what stands in place of the `///` lines.
pub(crate) enum DocAttr {
    /// `doc = ".."`: this text, also the empty one.
    Text(String),
    /// `doc = false`: no documentation.
    None,
}

/// A setting that may be given once.
pub(crate) struct Slot<T> {
    key: &'static str,
    value: Option<(Span, T)>,
}

impl<T> Slot<T> {
    pub(crate) fn new(key: &'static str) -> Self {
        Slot { key, value: None }
    }

    /// Stores `value`, or reports that there is one already. `None` (a value that was reported) is passed over.
    pub(crate) fn set(&mut self, cx: &Ctxt, span: Span, value: Option<T>) {
        let Some(value) = value else { return };
        if self.value.is_some() {
            cx.error(span, format_args!("`{}` is given twice", self.key));
        } else {
            self.value = Some((span, value));
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref().map(|(_, value)| value)
    }

    /// The key's span, where the setting was given.
    pub(crate) fn span(&self) -> Option<Span> {
        self.value.as_ref().map(|(span, _)| *span)
    }

    pub(crate) fn into_inner(self) -> Option<T> {
        self.value.map(|(_, value)| value)
    }

    pub(crate) fn is_set(&self) -> bool {
        self.value.is_some()
    }
}

impl Item {
    pub(crate) fn span(&self) -> Span {
        self.key.span()
    }

    /// `key` alone.
    pub(crate) fn flag(&self, cx: &Ctxt) -> Option<()> {
        match &self.value {
            Value::None => Some(()),
            Value::Eq(value) => {
                cx.error_at(value, format_args!("`{0}` takes no value: write `#[avro({0})]`", self.key));
                None
            }
            Value::Type(value) => {
                cx.error_at(value, format_args!("`{0}` takes no value: write `#[avro({0})]`", self.key));
                None
            }
            Value::List(list) => {
                let at = if list.is_empty() { self.key.to_token_stream() } else { list.clone() };
                cx.error_at(at, format_args!("`{0}` takes no value: write `#[avro({0})]`", self.key));
                None
            }
        }
    }

    /// `key = false`, which is all that `key` can say; `otherwise` is what it is about.
    pub(super) fn off(&self, cx: &Ctxt, otherwise: &str) -> Option<()> {
        if matches!(&self.value, Value::Eq(Expr::Lit(ExprLit { lit: Lit::Bool(flag), .. })) if !flag.value) {
            return Some(());
        }
        cx.error(self.span(), otherwise);
        None
    }

    /// `deprecated = false`.
    pub(super) fn for_rust_alone(&self, cx: &Ctxt, what: &str) -> Option<()> {
        let otherwise = format!(
            "{what} is deprecated by Rust's own `#[deprecated]`: write `deprecated = false` where the schema does not say it"
        );
        self.off(cx, &otherwise)
    }

    /// `key = "text"`.
    pub(crate) fn string(&self, cx: &Ctxt, example: &str) -> Option<LitStr> {
        match &self.value {
            Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Some(text.clone()),
            Value::Eq(other) => {
                cx.error_at(other, format_args!("`{0}` takes a text: write `{0} = \"{example}\"`", self.key));
                None
            }
            _ => {
                cx.error(self.span(), format_args!("`{0}` takes a text: write `{0} = \"{example}\"`", self.key));
                None
            }
        }
    }

    /// `key = path` or `key = "path"`.
    pub(crate) fn path(&self, cx: &Ctxt, what: &str, example: &str) -> Option<Path> {
        let refuse = |at: &dyn ToTokens| {
            cx.error_at(at, format_args!("`{0}` names {what}: write `{0} = {example}`", self.key));
            None
        };
        match &self.value {
            Value::Eq(Expr::Path(path)) if path.qself.is_none() => Some(path.path.clone()),
            Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => match text.parse_with(Path::parse_mod_style) {
                Ok(path) => Some(path),
                Err(_) => refuse(text),
            },
            Value::Eq(other) => refuse(other),
            Value::Type(_) | Value::List(_) | Value::None => refuse(&self.key),
        }
    }

    /// `key = Type` or `key = "Type"`.
    pub(crate) fn ty(&self, cx: &Ctxt, example: &str) -> Option<Type> {
        let refuse = |at: &dyn ToTokens| {
            cx.error_at(at, format_args!("`{0}` names a type: write `{0} = {example}`", self.key));
            None
        };
        match &self.value {
            Value::Type(ty) => Some(ty.clone()),
            Value::Eq(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => match text.parse() {
                Ok(ty) => Some(ty),
                Err(_) => refuse(text),
            },
            Value::Eq(other) => refuse(other),
            Value::List(_) | Value::None => refuse(&self.key),
        }
    }

    /// `doc = ".."` or `doc = false`.
    pub(crate) fn doc(&self, cx: &Ctxt) -> Option<DocAttr> {
        match &self.value {
            Value::Eq(Expr::Lit(ExprLit { lit: Lit::Bool(flag), .. })) if !flag.value => Some(DocAttr::None),
            _ => self.string(cx, "what it means").map(|text| DocAttr::Text(text.value())),
        }
    }

    /// `key` or `key = "text"`.
    pub(crate) fn optional_string(&self, cx: &Ctxt, example: &str) -> Option<Option<LitStr>> {
        match self.value {
            Value::None => Some(None),
            _ => self.string(cx, example).map(Some),
        }
    }

    /// `alias = "a"`, `alias("a", "b")`, `aliases = ["a", "b"]`.
    pub(crate) fn strings(&self, cx: &Ctxt, into: &mut Vec<LitStr>) {
        let mut add = |expression: &Expr| match expression {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => into.push(text.clone()),
            other => cx.error_at(other, format_args!("`{0}` takes texts: write `{0}(\"a\", \"b\")`", self.key)),
        };
        match &self.value {
            Value::Eq(Expr::Array(array)) => array.elems.iter().for_each(add),
            Value::Eq(one) => add(one),
            Value::List(list) => match Punctuated::<Expr, Token![,]>::parse_terminated.parse2(list.clone()) {
                Ok(items) => items.iter().for_each(add),
                Err(error) => cx.push(error),
            },
            Value::None | Value::Type(_) => {
                cx.error(self.span(), format_args!("`{0}` takes a text: write `{0} = \"old_name\"`", self.key))
            }
        }
    }

    /// Reports a key that `place` does not know: a near miss, or where the key belongs.
    pub(crate) fn unknown(&self, cx: &Ctxt, place: &str, known: &[&str]) {
        let word = self.key.to_string();
        let elsewhere = PLACES.iter().find(|(key, _)| *key == word).map(|(_, belongs)| *belongs);
        let beginning =
            |with: &str| -> Vec<&str> { known.iter().copied().filter(|key| key.starts_with(with)).collect() };
        let mut begun = beginning(&format!("{word}_"));
        if begun.is_empty() && word.len() > 1 {
            begun = beginning(&word);
        }
        let text = match (elsewhere, names::nearest(&word, known.iter().copied())) {
            (Some(belongs), _) => format!("`{word}` does not belong on {place}: it belongs on {belongs}"),
            (None, Some(near)) => format!("unknown attribute `{word}`: did you mean `{near}`?"),
            (None, None) if begun.len() == 1 => {
                format!("unknown attribute `{word}`: did you mean `{}`?", begun.concat())
            }
            (None, None) if !begun.is_empty() => {
                format!("unknown attribute `{word}`: did you mean one of {}?", listed(&begun))
            }
            (None, None) if is_logical_type(&word) && known.contains(&"date") => format!(
                "unknown attribute `{word}`: a logical type is an attribute of its own, `timestamp_millis`, `date`, `uuid` or \
                 `decimal(precision = 9, scale = 2)`; any other is a property, `prop(\"logicalType\" = \"..\")`"
            ),
            (None, None) => format!("unknown attribute `{word}`: {place} takes {}", listed(known)),
        };
        cx.error(self.span(), text);
    }
}

/// Whether `word` is how other crates or Avro itself call a logical type.
fn is_logical_type(word: &str) -> bool {
    ["logicaltype", "logical"].contains(&word.to_ascii_lowercase().replace('_', "").as_str())
}

/// Where a key belongs, for keys that are written in the wrong place.
const PLACES: [(&str, &str); 40] = [
    ("namespace", "the type"),
    ("rename_all", "the type"),
    ("rename_all_fields", "the enum"),
    ("evolution", "the type"),
    ("history", "the type"),
    ("subject", "the type"),
    ("allow", "the type"),
    ("warn", "the type"),
    ("deny", "the type"),
    ("crate", "the type"),
    ("record", "the newtype struct itself"),
    ("fixed", "a newtype struct over `[u8; N]`, or a field of that type (`fixed = \"Name\"`)"),
    ("default", "a field, or a variant of an enum without data"),
    ("default_json", "a field"),
    ("skip", "a field"),
    ("required", "a field of type `Option<..>`"),
    ("null_last", "a field of type `Option<..>`"),
    ("null_first", "a field of type `Option<..>`"),
    ("as", "a field"),
    ("unit", "a field"),
    ("keys", "a field with a map"),
    ("timestamp_millis", "a field"),
    ("timestamp_micros", "a field"),
    ("date", "a field"),
    ("via", "a field"),
    ("with", "a field"),
    ("flatten", "a field of a record"),
    ("transparent", "a struct with one field"),
    ("other", "a variant without data, or one that holds a `String`"),
    ("null", "a unit variant of an enum that carries data"),
    ("error", "a struct that is a record"),
    ("prop", "a type, a field of a record, or a variant with a record of its own"),
    ("order", "a field of a record"),
    ("schema_json", "a field"),
    ("decimal", "a field of type `Decimal` or `Vec<u8>`, or a newtype struct over `[u8; N]` with `fixed`"),
    ("big_decimal", "a field of type `BigDecimal` or `Vec<u8>`"),
    ("uuid", "a field of type `Uuid` or `String`, or a newtype struct over `[u8; 16]` with `fixed`"),
    ("uuid_fixed", "a field of type `Uuid`; on a newtype struct write `fixed` and `uuid`"),
    ("exact", "a field that is a time"),
    ("duration", "a newtype struct over `avro_runtime::Duration` or `[u8; 12]` with `fixed`"),
];

fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The `///` lines joined by a line feed, one leading space of each removed; nothing where there are none.
pub(crate) fn doc_comment(attributes: &[Attribute]) -> Option<String> {
    let mut lines = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        if let Meta::NameValue(pair) = &attribute.meta
            && let Some(text) = text(&pair.value)
        {
            match text.contains('\n') {
                true => lines.extend(block_comment(&text)),
                false => lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned()),
            }
        }
    }
    let text = lines.join("\n");
    (!text.is_empty()).then_some(text)
}

/// The lines of `/** .. */`, without empty ones at either end and without what stands in front of all of them: ` * ` or spaces.
fn block_comment(text: &str) -> Vec<String> {
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    // The first one begins behind `/**`, the last one ends in front of `*/`.
    let (first, rest) = lines.split_first_mut().expect("invariant: a text with a line feed has a line");
    *first = first.trim_start();
    let written = || rest.iter().filter(|line| !line.is_empty());
    let star = written().all(|line| line.trim_start().starts_with('*')) && written().next().is_some();
    let margin = written().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    for line in rest.iter_mut() {
        *line = match star {
            true => {
                let written = line.trim_start().strip_prefix('*').unwrap_or_default();
                written.strip_prefix(' ').unwrap_or(written)
            }
            false => line.get(margin..).unwrap_or(line),
        };
    }
    let from = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let to = lines.iter().rposition(|line| !line.is_empty()).map_or(from, |last| last + 1);
    lines[from..to].iter().map(|line| (*line).to_owned()).collect()
}

/// `serde = false`, which says that serde's attributes are none of the derive's business.
pub(super) fn check_serde_switch(cx: &Ctxt, item: &Item) {
    if !matches!(&item.value, Value::Eq(Expr::Lit(ExprLit { lit: Lit::Bool(LitBool { value: false, .. }), .. }))) {
        cx.error(
            item.span(),
            "serde's attributes are honoured where nothing is said: write `serde = false` to leave them alone",
        );
    }
}

pub(super) fn text(value: &Expr) -> Option<String> {
    match value {
        // of a macro: `#[doc = $text]`
        Expr::Group(inner) => text(&inner.expr),
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// Reports what stands in `texts` a second time, and leaves it out.
pub(crate) fn duplicate_free(cx: &Ctxt, what: &str, texts: Vec<LitStr>) -> Vec<LitStr> {
    let mut kept: Vec<LitStr> = Vec::new();
    for text in texts {
        if kept.iter().any(|earlier| earlier.value() == text.value()) {
            cx.error(text.span(), format_args!("the {what} `{}` is given twice", text.value()));
        } else {
            kept.push(text);
        }
    }
    kept
}

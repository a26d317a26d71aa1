//! Avro names of Rust types. A generic type's name is a template that each instance fills.

use avro_model::names;
use proc_macro2::{Ident, Span};
use syn::{GenericParam, Generics, LitStr};

use crate::error::Ctxt;

/// A part of a generic type's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Literal text.
    Text(String),
    /// The simple name of a type argument.
    Simple(Ident),
    /// The simple name of a type that an argument leads to: `T::Item`.
    Projection(String),
    /// The full name of a type argument, `_` for dots.
    Full(Ident),
    /// The value of a const argument.
    Number(Ident),
    /// The value of a const argument of type `char`.
    Char(Ident),
}

/// The name of a named type, or the alias of one.
#[derive(Clone, Debug)]
pub(crate) struct TypeName {
    /// The namespace, empty for none.
    pub(crate) namespace: String,
    /// Nobody stated a namespace, not even the empty one.
    pub(crate) bare: bool,
    /// The name without its namespace.
    pub(crate) pieces: Vec<Piece>,
    /// What to underline.
    pub(crate) span: Span,
}

impl TypeName {
    /// The full name, where it is the same for every instance.
    pub(crate) fn full(&self) -> Option<String> {
        let simple = self.simple()?;
        Some(if self.namespace.is_empty() { simple } else { format!("{}.{simple}", self.namespace) })
    }

    /// The name without its namespace, where it is the same for every instance.
    pub(crate) fn simple(&self) -> Option<String> {
        self.pieces.iter().map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None }).collect()
    }
}

/// Text with `{T}` and `{T.full}` for parameters. Where it names none, the parameters `used` are appended as `_{T}`, and so are the
/// types `projected` from parameters.
pub(crate) fn template(
    cx: &Ctxt,
    text: &str,
    span: Span,
    generics: &Generics,
    used: &[Ident],
    projected: &[String],
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        let Some((inside, behind)) = after.split_once('}') else {
            cx.error(span, format_args!("`{text}` opens a `{{` that it does not close"));
            return vec![Piece::Text(before.to_owned())];
        };
        let (parameter, full) = match inside.strip_suffix(".full") {
            Some(parameter) => (parameter, true),
            None => (inside, false),
        };
        match generics.params.iter().find_map(|generic| piece(generic, parameter, full)) {
            Some(piece) => pieces.push(piece),
            None => {
                cx.error(span, format_args!("`{{{inside}}}` names no type parameter or const parameter of this type"))
            }
        }
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    if pieces.iter().all(|piece| matches!(piece, Piece::Text(_))) {
        for parameter in used {
            let parameter = parameter.to_string();
            pieces.push(Piece::Text("_".to_owned()));
            pieces.extend(generics.params.iter().find_map(|generic| piece(generic, &parameter, false)));
        }
        for ty in projected {
            pieces.extend([Piece::Text("_".to_owned()), Piece::Projection(ty.clone())]);
        }
    }
    joined(pieces)
}

/// `pieces` with neighbouring texts joined.
pub(crate) fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Text(last)), Piece::Text(text)) => last.push_str(&text),
            (_, piece) => out.push(piece),
        }
    }
    out
}

fn piece(generic: &GenericParam, parameter: &str, full: bool) -> Option<Piece> {
    match generic {
        GenericParam::Type(ty) if ty.ident == parameter => {
            Some(if full { Piece::Full(ty.ident.clone()) } else { Piece::Simple(ty.ident.clone()) })
        }
        GenericParam::Const(constant) if constant.ident == parameter => {
            let is_char = crate::types::last_ident(&constant.ty).is_some_and(|ident| ident == "char");
            Some(if is_char { Piece::Char(constant.ident.clone()) } else { Piece::Number(constant.ident.clone()) })
        }
        _ => None,
    }
}

/// Splits `com.acme.Order` into namespace and name, and checks both.
pub(crate) fn split(cx: &Ctxt, text: &LitStr) -> (Option<String>, String) {
    let value = text.value();
    let (namespace, simple) = match value.rsplit_once('.') {
        // The dot of `{T.full}` is no namespace's.
        Some(_) if value.contains('{') => {
            let head = value.split('{').next().unwrap_or("");
            match head.rfind('.') {
                Some(dot) => (Some(value[..dot].to_owned()), value[dot + 1..].to_owned()),
                None => (None, value.clone()),
            }
        }
        Some((namespace, simple)) => (Some(namespace.to_owned()), simple.to_owned()),
        None => (None, value.clone()),
    };
    if let Some(namespace) = &namespace {
        check_namespace(cx, text.span(), namespace);
    }
    (namespace, simple)
}

/// Reports what is no namespace.
pub(crate) fn check_namespace(cx: &Ctxt, span: Span, namespace: &str) {
    if !names::is_namespace(namespace) {
        cx.error(span, format_args!("`{namespace}` is no namespace: names of letters, digits and `_` joined by dots, such as \"com.acme.orders\""));
    }
}

/// Reports a name that the specification does not allow; `what` says what it names.
pub(crate) fn check_name(cx: &Ctxt, span: Span, what: &str, name: &str, hint: &str) {
    if let Some(problem) = names::NameRule::Strict.problem(name) {
        let hint = if hint.is_empty() {
            let begins = name.chars().next().is_none_or(|first| first.is_ascii_digit());
            String::from(if begins { "; names begin with a letter or `_`" } else { "" })
        } else {
            // Of a name in another script nothing is left.
            let repaired = names::repaired(name);
            let repaired = if repaired.contains(|c: char| c.is_ascii_alphanumeric()) { &repaired } else { ".." };
            format!(": write `#[avro(name = \"{repaired}\")]`")
        };
        cx.error(span, format_args!("the {what} `{name}` {problem}{hint}"));
    }
}

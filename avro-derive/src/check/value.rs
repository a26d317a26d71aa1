//! Defaults whose mistake shows in the tokens: the schema could hold them, the Rust type cannot. The rest is checked against the
//! schema, in `const` evaluation.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use syn::{Expr, ExprLit, Lit, Type};

use crate::ast::{Adapter, Container, FieldDefault};
use crate::attr::Form;
use crate::default::{Tree, integer_range};
use crate::error::Ctxt;
use crate::types::{self, Lift};

/// `#[avro(default = 300)] count: u8`: Avro's `int` could hold it, the Rust type cannot.
/// `#[avro(default)] first: char`: the zero value of a `string` is no `char`.
pub(super) fn check(cx: &Ctxt, container: &Container) {
    for field in container.all_fields() {
        let base = field.adapter.leaf();
        match &field.default {
            FieldDefault::Value { tree, shown, .. } => {
                if let Some(text) = problem(&field.ty, base, field.text_keys, tree) {
                    cx.error_at(shown, text);
                    field.mistaken.set(true);
                }
            }
            FieldDefault::Zero(span) => {
                if let Some(text) = zero_problem(&field.ty, base) {
                    cx.error(*span, text);
                    field.mistaken.set(true);
                }
            }
            FieldDefault::OfType | FieldDefault::None => {}
        }
    }
}

/// Why `ty`, whose values have the form `base`, cannot hold `tree`.
fn problem(ty: &Type, base: &Adapter, text_keys: bool, tree: &Tree) -> Option<String> {
    if types::is_bytes(ty) || types::byte_array(ty).is_some() {
        return None;
    }
    match (types::lift(ty), tree) {
        (Some((Lift::Option | Lift::Pointer, inner)), _) => problem(inner, base, text_keys, tree),
        (Some((Lift::Sequence, inner)), Tree::Array(items)) => match length(ty) {
            Some(length) if length != items.len() => {
                Some(format!("the array has {length} items, and its default {}", items.len()))
            }
            _ => items.iter().find_map(|item| problem(inner, base, text_keys, item)),
        },
        (Some((Lift::Values, inner)), Tree::Object(members)) => {
            let key = types::map_key(ty).filter(|_| text_keys);
            let of_key = |name: &str| leaf_problem(key?, &Adapter::Form(Form::String), &Tree::Text(name.to_owned()));
            members.iter().find_map(|(name, value)| of_key(name).or_else(|| problem(inner, base, text_keys, value)))
        }
        (Some(_), _) => None,
        (None, _) => leaf_problem(ty, base, tree),
    }
}

fn leaf_problem(ty: &Type, base: &Adapter, tree: &Tree) -> Option<String> {
    let ident = types::bare(ty)?.to_string();
    match (base, tree) {
        (Adapter::Form(Form::String), Tree::Text(text)) => {
            (!is_text_of(&ident, text)?).then(|| format!("{text:?} is no `{ident}`"))
        }
        (Adapter::Plain | Adapter::Form(Form::Long) | Adapter::Named(_), Tree::Int(value)) => {
            let of_non_zero = ident.strip_prefix("NonZero").map(str::to_lowercase);
            if of_non_zero.is_some() && *value == 0 {
                return Some(format!("`{ident}` is never zero: write another number"));
            }
            let (least, most) = integer_range(of_non_zero.as_deref().unwrap_or(&ident))?;
            (!(least..=most).contains(value))
                .then(|| format!("{value} does not fit `{ident}`, which goes from {least} to {most}"))
        }
        (Adapter::Plain, Tree::Text(text)) if is_text(&ident) => {
            (!is_text_of(&ident, text)?).then(|| format!("{text:?} is no `{ident}`"))
        }
        _ => None,
    }
}

/// Whether the type `ident` is a string by itself, and takes only some.
fn is_text(ident: &str) -> bool {
    ["char", "IpAddr", "Ipv4Addr", "Ipv6Addr"].contains(&ident)
}

/// Whether `text` is a value of the type `ident`, if that is one of those whose texts are known.
fn is_text_of(ident: &str, text: &str) -> Option<bool> {
    let number = ident.strip_prefix("NonZero").map(str::to_lowercase);
    if let Some((least, most)) = integer_range(number.as_deref().unwrap_or(ident)) {
        let value = text.parse::<i128>().ok();
        return Some(value.is_some_and(|value| (least..=most).contains(&value) && (number.is_none() || value != 0)));
    }
    Some(match ident {
        "i128" => text.parse::<i128>().is_ok(),
        "u128" => text.parse::<u128>().is_ok(),
        "f32" | "f64" => text.parse::<f64>().is_ok(),
        "bool" => text.parse::<bool>().is_ok(),
        "char" => text.chars().count() == 1,
        "IpAddr" => text.parse::<IpAddr>().is_ok(),
        "Ipv4Addr" => text.parse::<Ipv4Addr>().is_ok(),
        "Ipv6Addr" => text.parse::<Ipv6Addr>().is_ok(),
        _ => return None,
    })
}

/// Why `default` alone, which is 0, "", [] and so on, is no value of `ty`.
fn zero_problem(ty: &Type, base: &Adapter) -> Option<String> {
    if types::is_bytes(ty) || types::byte_array(ty).is_some() {
        return None;
    }
    match types::lift(ty) {
        Some((Lift::Pointer, inner)) => zero_problem(inner, base),
        Some((Lift::Sequence, _)) if matches!(types::peel(ty), Type::Array(_)) && length(ty) != Some(0) => {
            Some("`default` alone is `[]`, and the array has items: write `default = [..]` with all of them".to_owned())
        }
        Some(_) => None,
        None => {
            let ident = types::bare(ty)?.to_string();
            match base {
                Adapter::Plain | Adapter::Form(Form::Long) if ident.starts_with("NonZero") => {
                    Some(format!("`default` alone is 0, which `{ident}` never is: write `default = 1`"))
                }
                Adapter::Plain if !is_text(&ident) => None,
                Adapter::Plain | Adapter::Form(Form::String) => (!is_text_of(&ident, "")?)
                    .then(|| format!("`default` alone is `\"\"`, which is no `{ident}`: write `default = \"..\"`")),
                _ => None,
            }
        }
    }
}

/// The length of `[T; 3]`, where it is a literal.
fn length(ty: &Type) -> Option<usize> {
    let Type::Array(array) = types::peel(ty) else { return None };
    match &array.len {
        Expr::Lit(ExprLit { lit: Lit::Int(length), .. }) => length.base10_parse().ok(),
        _ => None,
    }
}

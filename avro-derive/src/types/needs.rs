//! What the types in a field's type need, so that the compiler tells of one that has no schema in the words for its kind.

use proc_macro2::{Ident, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, Type, TypePath};

use super::*;

/// A type, and the trait of the runtime's module `needs` that it has if it can stand in a schema.
pub(crate) struct Need {
    /// The name of the trait.
    pub(crate) of: &'static str,
    /// The type.
    pub(crate) ty: Type,
}

/// What `ty` needs, behind lists, maps, options and pointers: `Option<Uuid>` the trait `Uuid` of `Uuid`. Nothing where that is known
/// to be there: `Vec<String>`. `text_keys`: keys of maps that are no texts are written as theirs.
pub(crate) fn needs(ty: &Type, text_keys: bool) -> Vec<Need> {
    let mut found = Vec::new();
    collect(ty, if text_keys { "TextKey" } else { "Key" }, &mut found);
    found
}

/// Whether `ty` is another type in each instance of a type with these parameters; the inferred bounds say what it needs.
pub(crate) fn depends(ty: &Type, generics: &Generics) -> bool {
    let tokens = ty.to_token_stream();
    has(&tokens, &|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '\'',
        TokenTree::Ident(ident) => {
            ident == "Self"
                || generics.type_params().any(|parameter| parameter.ident == *ident)
                || generics.const_params().any(|parameter| parameter.ident == *ident)
        }
        _ => false,
    })
}

fn collect(ty: &Type, key: &'static str, found: &mut Vec<Need>) {
    match peel(ty) {
        Type::Reference(reference) => collect(&reference.elem, key, found),
        Type::Slice(slice) => collect(&slice.elem, key, found),
        Type::Array(array) => collect(&array.elem, key, found),
        Type::Path(path) => collect_path(path, ty, key, found),
        _ => {}
    }
}

fn collect_path(path: &TypePath, ty: &Type, of_key: &'static str, found: &mut Vec<Need>) {
    let Some(last) = path.path.segments.last() else { return };
    // Most fields are of these, and this runs for every field of every type.
    let name = last.ident.to_string();
    let name = name.as_str();
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        match of_library(name, None) {
            Some(of) => found.push(Need { of, ty: peel(ty).clone() }),
            None if !is_std_name(name) && path.qself.is_none() => {
                found.push(Need { of: "Known", ty: peel(ty).clone() });
            }
            None => {}
        }
        return;
    };
    let mut arguments = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let (first, second) = (arguments.next(), arguments.next());
    let of = match (first, second) {
        (Some(key), Some(value)) if MAPS.contains(&name) => {
            if !is_text(key) {
                found.push(Need { of: of_key, ty: key.clone() });
            }
            collect(value, of_key, found);
            of_library(name, None)
        }
        (Some(inner), _) if carries(name) => {
            collect(inner, of_key, found);
            of_library(name, None)
        }
        _ => of_library(name, first.and_then(last_ident)).or(Some("Known")),
    };
    found.extend(of.map(|of| Need { of, ty: peel(ty).clone() }));
}

/// What a type of another crate needs; `argument` is its first type argument.
fn of_library(ident: &str, argument: Option<&Ident>) -> Option<&'static str> {
    Some(match ident {
        "NaiveDateTime" | "NaiveDate" | "NaiveTime" => "Chrono",
        "DateTime" => match argument {
            None => "Jiff",
            Some(zone) if zone == "Local" || zone == "FixedOffset" => "Zoned",
            Some(_) => "Chrono",
        },
        "UtcDateTime" | "PrimitiveDateTime" | "PlainDateTime" => "Time",
        "Timestamp" => "Jiff",
        "Date" | "Time" => "TimeOrJiff",
        "OffsetDateTime" | "Zoned" | "ZonedDateTime" => "Zoned",
        "Uuid" => "Uuid",
        "Decimal" | "BigInt" => "Decimal",
        "BigDecimal" => "BigDecimal",
        "Bytes" | "ByteString" => "Bytes",
        "IndexMap" | "IndexSet" => "IndexMap",
        "SmallVec" => "SmallVec",
        "ArrayVec" => "ArrayVec",
        "Url" => "Url",
        _ => return None,
    })
}

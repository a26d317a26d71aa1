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
    /// It mentions a type parameter: what it can do depends on what that can.
    pub(crate) depends: bool,
}

impl Need {
    fn new(of: &'static str, ty: &Type) -> Self {
        Need { of, ty: ty.clone(), depends: false }
    }

    /// Whether it is the key of a map.
    pub(crate) fn is_key(&self) -> bool {
        self.of.ends_with("Key")
    }
}

/// What `ty` needs, behind lists, maps, options and pointers: `Option<Uuid>` the trait `Uuid` of `Uuid`. Nothing where that is known
/// to be there: `Vec<String>`, or is a bound of the impls: `Vec<T>`. `text_keys`: keys of maps that are no texts are written as theirs.
pub(crate) fn needs(ty: &Type, text_keys: bool, generics: &Generics) -> Vec<Need> {
    let mut found = Vec::new();
    collect(ty, text_keys, &mut found);
    found.retain_mut(|need| {
        let tokens = need.ty.to_token_stream();
        need.depends = generics.type_params().any(|parameter| mentions(&tokens, &parameter.ident));
        !(need.depends && (need.is_key() || begins_with_parameter(&need.ty, generics)))
            && !has(&tokens, &|token| matches!(token, TokenTree::Ident(ident) if ident == "Self"))
    });
    found
}

/// Whether `ty` is written as a type that is not known by its name.
pub(super) fn is_of_user(ty: &Type) -> bool {
    let mut found = Vec::new();
    collect(ty, false, &mut found);
    found.iter().all(|need| ["Known", "Instance"].contains(&need.of))
}

/// `T`, or `T::Item`.
fn begins_with_parameter(ty: &Type, generics: &Generics) -> bool {
    let Type::Path(path) = peel(ty) else { return false };
    let first = path.path.segments.first();
    first.is_some_and(|first| generics.type_params().any(|parameter| parameter.ident == first.ident))
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

fn collect(ty: &Type, text_keys: bool, found: &mut Vec<Need>) {
    match peel(ty) {
        Type::Reference(reference) => collect(&reference.elem, text_keys, found),
        Type::Slice(slice) => collect(&slice.elem, text_keys, found),
        Type::Array(array) => collect(&array.elem, text_keys, found),
        Type::Path(path) => collect_path(path, ty, text_keys, found),
        _ => {}
    }
}

fn collect_path(path: &TypePath, ty: &Type, text_keys: bool, found: &mut Vec<Need>) {
    let Some(last) = path.path.segments.last() else { return };
    // Most fields are of these, and this runs for every field of every type.
    let name = last.ident.to_string();
    let name = name.as_str();
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        match of_library(name, None) {
            Some(of) => found.push(Need::new(of, peel(ty))),
            None if !is_std_name(name) && path.qself.is_none() => found.push(Need::new("Known", peel(ty))),
            None => {}
        }
        return;
    };
    let is_instance = arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Type(_)));
    let mut arguments = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let (first, second) = (arguments.next(), arguments.next());
    let of = match (first, second) {
        (Some(key), Some(value)) if MAPS.contains(&name) => {
            if !is_text(key) {
                let of = match (text_keys, name) {
                    (true, _) => "TextKey",
                    (false, "BTreeMap") => "OrdKey",
                    (false, _) => "HashKey",
                };
                found.push(Need::new(of, key));
            }
            collect(value, text_keys, found);
            of_library(name, None)
        }
        (Some(inner), _) if carries(name) => {
            collect(inner, text_keys, found);
            of_library(name, None)
        }
        _ => {
            let own = if is_instance { "Instance" } else { "Known" };
            of_library(name, first.and_then(last_ident)).or(Some(own))
        }
    };
    found.extend(of.map(|of| Need::new(of, peel(ty))));
}

/// The trait of an attribute's form and the type `ty` that it may be one of: it names the feature of a library's type.
pub(crate) fn form_of_library(ty: &Type) -> &'static str {
    let argument = first_argument(ty).and_then(|(_, argument)| last_ident(argument));
    match last_ident(ty).and_then(|ident| of_library(&ident.to_string(), argument)) {
        Some("Chrono") => "FormOfChrono",
        Some("Time") => "FormOfTime",
        Some("Jiff") => "FormOfJiff",
        Some("TimeOrJiff") => "FormOfTimeOrJiff",
        Some("Zoned") => "FormOfZoned",
        Some("Uuid") => "FormOfUuid",
        Some("Decimal") => "FormOfDecimal",
        Some("BigDecimal") => "FormOfBigDecimal",
        _ => "FormOf",
    }
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

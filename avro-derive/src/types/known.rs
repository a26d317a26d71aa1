//! Types that the derive knows by their names: of std and of the libraries behind features, and what each cannot be.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::attr::Logical;

use super::*;

/// Why a logical type does not go with `ty`, where that shows in its tokens, and what to write.
pub(crate) fn misplaced_logical(logical: Logical, on_fixed: bool, ty: &Type) -> Option<String> {
    let (key, avro, bases) = match logical {
        Logical::Plain(row) => (row.key, row.avro, row.bases),
        Logical::Decimal { .. } if on_fixed => ("decimal", "fixed", &["Decimal"] as &[&str]),
        Logical::Decimal { .. } => ("decimal", "bytes", &["Vec<u8>"] as &[&str]),
    };
    let leaf = lifted(ty);
    let good = if is_bytes(leaf) {
        bases.contains(&"Vec<u8>")
    } else {
        last_ident(leaf).is_some_and(|ident| is_one_of(ident, bases))
    };
    if good || !is_std_value(leaf) {
        return None;
    }
    let base = bases.first()?;
    let fixed = match logical {
        Logical::Plain(row) => row.fixed.map(|size| {
            format!("; of a fixed it is on the type, `#[avro(fixed, {})] struct Name([u8; {size}]);`", row.name)
        }),
        Logical::Decimal { .. } => {
            Some("; of a fixed it is on the type, `#[avro(fixed, decimal(..))] struct Name([u8; 8]);`".to_owned())
        }
    };
    let found = crate::source::readable(&leaf.to_token_stream());
    Some(format!(
        "`{key}` is a logical type of `{avro}`, which `{found}` is not: the field holds `{base}`{}",
        fixed.unwrap_or_default()
    ))
}

/// Why `exact` says nothing about `ty`, where that shows in its tokens.
pub(crate) fn never_exact(ty: &Type) -> Option<String> {
    let leaf = lifted(ty);
    if !is_std_value(leaf) || last_ident(leaf).is_some_and(|ident| ident == "SystemTime") {
        return None;
    }
    let found = crate::source::readable(&leaf.to_token_stream());
    Some(format!(
        "`exact` is about types of times, some of whose parts may be dropped; `{found}` is written as it is: remove it"
    ))
}

/// Std's types that are numbers, texts and the like in Avro without being told.
pub(super) const PRIMITIVES: [&str; 14] =
    ["String", "bool", "i8", "i16", "i32", "i64", "isize", "u8", "u16", "u32", "f32", "f64", "char", "str"];

/// Std's types of one value that have a form by an attribute, or have more than one.
const BY_ATTRIBUTE: [&str; 5] = ["u64", "usize", "i128", "u128", "SystemTime"];

/// Maps by their keys.
pub(super) const MAPS: [&str; 3] = ["HashMap", "BTreeMap", "IndexMap"];

/// Lists and sets of their first argument.
pub(super) const LISTS: [&str; 6] = ["Vec", "VecDeque", "HashSet", "BTreeSet", "IndexSet", "ArrayVec"];

/// Pointers to their argument.
pub(super) const POINTERS: [&str; 3] = ["Box", "Rc", "Arc"];

/// Whether `name` is a type that carries its first argument: a list, a pointer or an option.
pub(super) fn carries(name: &str) -> bool {
    LISTS.contains(&name) || POINTERS.contains(&name) || ["Option", "Cow", "SmallVec"].contains(&name)
}

/// Whether `name` is one of std's types of one value.
pub(super) fn is_std_name(name: &str) -> bool {
    PRIMITIVES.contains(&name) || BY_ATTRIBUTE.contains(&name)
}

/// Whether `ty` is written as one of std's types of one value, bytes included.
pub(crate) fn is_std_value(ty: &Type) -> bool {
    is_bytes(ty) || byte_array(ty).is_some() || last_ident(ty).is_some_and(|ident| is_std_name(&ident.to_string()))
}

/// An integer whose values `long` cannot all hold, where an attribute could choose a form for it; and what to write.
pub(crate) fn wide_integer(ty: &Type) -> Option<(TokenStream, String)> {
    if let Some((_, inner)) = lift(ty) {
        return wide_integer(inner);
    }
    let ident = bare(ty)?;
    let text = match ident.to_string().as_str() {
        "u64" | "usize" | "NonZeroU64" | "NonZeroUsize" => format!(
            "`{ident}` has values that Avro's `long` cannot hold: write `#[avro(as = \"long\")]` (above i64::MAX writing fails), \
             `#[avro(as = \"string\")]` or `#[avro(as = \"fixed\")]`"
        ),
        "u128" | "i128" | "NonZeroU128" | "NonZeroI128" => format!(
            "`{ident}` has values that no number of Avro can hold: write `#[avro(as = \"string\")]` or `#[avro(as = \"fixed\")]`"
        ),
        _ => return None,
    };
    Some((ty.to_token_stream(), text))
}

/// Whether `ty` is written as a `Cow` that is read as an owned value: all but `Cow<'a, str>` and `Cow<'a, [u8]>`, which data holds as
/// they are in memory, and of those `Cow<'static, ..>`, as data does not live for ever.
pub(crate) fn is_owned_cow(ty: &Type) -> bool {
    let Type::Path(path) = peel(ty) else { return false };
    let Some(segment) = path.path.segments.last() else { return false };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
    let mut arguments = arguments.args.iter();
    match (arguments.next(), arguments.next()) {
        (Some(GenericArgument::Lifetime(lifetime)), Some(GenericArgument::Type(inner))) => {
            segment.ident == "Cow" && (lifetime.ident == "static" || !is_in_data(inner))
        }
        _ => false,
    }
}

/// Whether data holds a `ty` as it is in memory: `str` or `[u8]`.
fn is_in_data(ty: &Type) -> bool {
    match peel(ty) {
        Type::Slice(slice) => last_ident(&slice.elem).is_some_and(|item| item == "u8"),
        ty => last_ident(ty).is_some_and(|ident| ident == "str"),
    }
}

/// How the keys of a map are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    /// By their own trait.
    Own,
    /// `Cow<'static, str>`, which is read as an owned value.
    Owned,
    /// `keys = "string"`: as their text.
    Text,
}

/// The type of the keys of the map `ty`.
pub(crate) fn map_key(ty: &Type) -> Option<&Type> {
    map(ty).and_then(|_| first_argument(ty)).map(|(_, key)| key)
}

/// How the keys of the map `ty` are written, where `as_text` says that those that are no texts have one.
pub(crate) fn keys(ty: &Type, as_text: bool) -> Keys {
    match map_key(ty) {
        Some(key) if is_owned_cow(key) => Keys::Owned,
        Some(key) if as_text && !is_text(key) => Keys::Text,
        _ => Keys::Own,
    }
}

/// The maps in `ty`, behind lists, maps, options and pointers: how each is called, the type of its keys and how they are written.
pub(crate) fn keyed(ty: &Type, as_text: bool) -> Vec<(&Ident, &Type, Keys)> {
    let mut found = Vec::new();
    let mut ty = ty;
    while let Some((lift, inner)) = lift(ty) {
        if let (Lift::Values, Some((map, key))) = (lift, first_argument(ty)) {
            found.push((map, key, keys(ty, as_text)));
        }
        ty = inner;
    }
    found
}

/// Whether `Default` of `ty`, as it is written, is the zero value of its form in Avro: 0, "", [], {}, false.
pub(crate) fn default_is_zero(ty: &Type) -> bool {
    match peel(ty) {
        Type::Reference(reference) => default_is_zero(&reference.elem),
        Type::Slice(_) => true,
        ty => match first_argument(ty) {
            Some((ident, inner)) if ident == "Cow" || is_one_of(ident, &POINTERS) => default_is_zero(inner),
            _ => last_ident(ty).is_some_and(|ident| {
                let name = ident.to_string();
                let name = name.as_str();
                // `char` is a string of one character.
                PRIMITIVES.contains(&name) && name != "char"
                    || MAPS.contains(&name)
                    || LISTS.contains(&name)
                    || ["SmallVec", "Bytes", "ByteString"].contains(&name)
            }),
        },
    }
}

/// Whether `ty` is written as an integer.
pub(crate) fn is_integer(ty: &Type) -> bool {
    bare(ty).is_some_and(|ident| {
        ident == "u128" || ident == "i128" || crate::default::integer_range(&ident.to_string()).is_some()
    })
}

/// Whether `ty` is written as one of the types of texts: what can be the key of a map.
pub(crate) fn is_text(ty: &Type) -> bool {
    let is_str = |ty: &Type| bare(ty).is_some_and(|ident| ident == "str");
    match peel(ty) {
        Type::Reference(reference) => is_str(&reference.elem),
        ty => match wrapper(ty) {
            Some((ident, inner)) => (ident == "Cow" || is_one_of(ident, &POINTERS)) && is_str(inner),
            None => bare(ty).is_some_and(|ident| is_one_of(ident, &["String", "ByteString"])),
        },
    }
}

/// Whether `ty` is written as a type of which only the traits know whether it is a text: the user's own, or a type parameter.
pub(crate) fn may_be_text(ty: &Type) -> bool {
    matches!(peel(ty), Type::Path(path) if path.qself.is_none())
        && is_of_user(ty)
        && lift(ty).is_none()
        && !is_std_value(ty)
        && !is_text(ty)
}

/// Whether `ty` is written as `String`.
pub(crate) fn is_string(ty: &Type) -> bool {
    bare(ty).is_some_and(|ident| ident == "String")
}

/// Why `ty` can have no Avro form, and what to write instead, where that shows in its tokens.
pub(crate) fn refusal(ty: &Type) -> Option<(TokenStream, String)> {
    let here = |text: &str| Some((ty.to_token_stream(), text.to_owned()));
    match peel(ty) {
        Type::Tuple(tuple) if !tuple.elems.is_empty() => here(
            "a tuple has no name and its parts have none, so Avro has no form for it: derive `AvroSchema` on a struct and use that",
        ),
        Type::FnPtr(_) => here("a function has no Avro form: leave the field out of the schema with `#[avro(skip)]`"),
        Type::Ptr(_) => here("a raw pointer has no Avro form: leave the field out of the schema with `#[avro(skip)]`"),
        Type::TraitObject(_) | Type::ImplTrait(_) => {
            here("a trait object has no Avro form: write an enum whose variants are the possible types")
        }
        Type::Reference(reference)
            if reference.lifetime.as_ref().is_some_and(|lifetime| lifetime.ident == "static") =>
        {
            here(
                "data does not live for ever, so nothing `'static` can borrow from it: write `&'a` with a lifetime of the type, `String`, \
                  or `Cow<'static, ..>`, which is read as an owned value",
            )
        }
        Type::Reference(reference) => {
            refusal(&reference.elem).or_else(|| Some((ty.to_token_stream(), unborrowable(reference)?)))
        }
        Type::Array(array) => refusal(&array.elem),
        Type::Slice(slice) => refusal(&slice.elem),
        Type::Path(path) => {
            if let Some((at, text)) = formless(path) {
                return Some((at, text));
            }
            if option(ty).and_then(option).is_some() {
                return here(
                    "an Avro union cannot hold `null` twice: write one `Option`, or an enum that names both cases",
                );
            }
            let arguments = path.path.segments.iter().filter_map(|segment| match &segment.arguments {
                PathArguments::AngleBracketed(arguments) => Some(arguments.args.iter()),
                _ => None,
            });
            arguments.flatten().find_map(|argument| match argument {
                GenericArgument::Type(inner) => {
                    refusal(inner).or_else(|| Some((inner.to_token_stream(), unending_borrow(ty, inner)?)))
                }
                _ => None,
            })
        }
        _ => None,
    }
}

/// Why `argument` cannot be one of `ty`, and what to write instead: only where a `Cow<'static, str>` is seen it is read as an owned
/// value.
fn unending_borrow(ty: &Type, argument: &Type) -> Option<String> {
    let (borrowed, last) = (lifted_cow(argument)?, last_ident(ty)?.to_string());
    if carries(&last) || MAPS.contains(&last.as_str()) || is_phantom(ty) {
        return None;
    }
    let owned = if last_ident(borrowed).is_some() { "String" } else { "Vec<u8>" };
    let borrowed = crate::source::readable(&borrowed.to_token_stream());
    Some(format!(
        "a generic type borrows it from data, which does not live for ever: write `{owned}`, or `Cow<'a, {borrowed}>` with a lifetime of \
         the type"
    ))
}

/// What the `Cow<'static, ..>` in `ty` borrows: `str` or `[u8]`.
fn lifted_cow(ty: &Type) -> Option<&Type> {
    let ty = lifted(ty);
    let (ident, inner) = first_argument(ty)?;
    (ident == "Cow" && is_owned_cow(ty) && is_in_data(inner)).then_some(inner)
}

/// Why nothing of the type `reference` can be borrowed from data, and what to write instead.
fn unborrowable(reference: &syn::TypeReference) -> Option<String> {
    let inner = peel(&reference.elem);
    if is_in_data(inner) && reference.mutability.is_none() {
        return None;
    }
    let written = |ty: &Type| crate::source::readable(&ty.to_token_stream());
    let instead = match inner {
        Type::Slice(slice) => {
            let item = written(&slice.elem);
            if item == "u8" {
                "write `&[u8]` or `Vec<u8>`".to_owned()
            } else {
                format!("write `Vec<{item}>`, or `Cow<[{item}]>`, which can be written borrowed and is read owned")
            }
        }
        inner if is_in_data(inner) || is_string(inner) => "write `&str` or `String`".to_owned(),
        inner if is_bytes(inner) => "write `&[u8]` or `Vec<u8>`".to_owned(),
        inner => {
            let ty = written(inner);
            format!("write `{ty}`, or `Cow<{ty}>`, which can be written borrowed and is read owned")
        }
    };
    Some(match reference.mutability {
        Some(_) => format!("data is not there to be changed, so nothing mutable can borrow from it: {instead}"),
        None => format!(
            "data has no `{}` as it is in memory, only texts and bytes, so nothing else can borrow from it: {instead}",
            written(inner)
        ),
    })
}

/// As [`refusal`], of types that are known by their paths.
fn formless(path: &syn::TypePath) -> Option<(TokenStream, String)> {
    let segments: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let text = match segments.as_slice() {
        [.., "serde_json", "Value"] => {
            "any JSON has no schema: write a struct for what it holds, or keep its text, `#[avro(as = \"string\")]`"
        }
        ["std" | "core", "time", "Duration"] => {
            "a duration has no unit in Avro: write `#[avro(as = \"long\", unit = \"ms\")]`, or \"s\", \"us\", \"ns\""
        }
        ["PathBuf"] | ["std", "path", "PathBuf"] => {
            "a path is not always text, so it is no Avro string: write a `String`, or choose a conversion, `#[avro(with = module)]`"
        }
        _ => return None,
    };
    Some((path.to_token_stream(), text.to_owned()))
}

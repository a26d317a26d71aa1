//! What the derive reads off a Rust type's tokens. It never resolves a name: what it does not recognise is left to the traits.

mod known;
mod needs;
mod own;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use syn::{GenericArgument, PathArguments, Type};

pub(crate) use known::*;
pub(crate) use needs::*;
pub(crate) use own::*;

/// `ty` without parentheses and invisible groups.
pub(crate) fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Paren(inner) => peel(&inner.elem),
        Type::Group(inner) => peel(&inner.elem),
        _ => ty,
    }
}

/// `path::Wrapper<.., T>` as its last identifier and its only type argument.
pub(crate) fn wrapper(ty: &Type) -> Option<(&Ident, &Type)> {
    let Type::Path(path) = peel(ty) else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let only = types.next()?;
    types.next().is_none().then_some((&segment.ident, only))
}

/// `path::Type<T, ..>` as its last identifier and its first type argument.
fn first_argument(ty: &Type) -> Option<(&Ident, &Type)> {
    let Type::Path(path) = peel(ty) else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some((&segment.ident, ty)),
        _ => None,
    })
}

/// `HashMap<K, V>`, `BTreeMap<K, V>` or `IndexMap<K, V>` as its identifier and `V`.
pub(crate) fn map(ty: &Type) -> Option<(&Ident, &Type)> {
    let Type::Path(path) = peel(ty) else { return None };
    let segment = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    if !is_one_of(&segment.ident, &MAPS) {
        return None;
    }
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.next()?;
    Some((&segment.ident, types.next()?))
}

/// Whether `ident` is one of `names`.
pub(crate) fn is_one_of(ident: &Ident, names: &[&str]) -> bool {
    names.contains(&ident.to_string().as_str())
}

/// The `T` of `Option<T>`.
pub(crate) fn option(ty: &Type) -> Option<&Type> {
    wrapper(ty).and_then(|(ident, inner)| (ident == "Option").then_some(inner))
}

/// The last identifier of a path type.
pub(crate) fn last_ident(ty: &Type) -> Option<&Ident> {
    match peel(ty) {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// The identifier of a type that is written bare or by its path in the standard library: `String`, `::std::string::String`.
pub(crate) fn bare(ty: &Type) -> Option<&Ident> {
    let Type::Path(path) = peel(ty) else { return None };
    if let Some(ident) = path.path.get_ident() {
        return Some(ident);
    }
    let (first, last) = (path.path.segments.first()?, path.path.segments.last()?);
    let of_std = path.qself.is_none() && last.arguments.is_none() && is_one_of(&first.ident, &["std", "core", "alloc"]);
    of_std.then_some(&last.ident)
}

/// Whether `ty` is written as `PhantomData<..>`.
pub(crate) fn is_phantom(ty: &Type) -> bool {
    match peel(ty) {
        Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.ident == "PhantomData" && !last.arguments.is_none())
        }
        _ => false,
    }
}

/// The length of `[u8; N]`.
pub(crate) fn byte_array(ty: &Type) -> Option<&syn::Expr> {
    match peel(ty) {
        Type::Array(array) if last_ident(&array.elem).is_some_and(|ident| ident == "u8") => Some(&array.len),
        _ => None,
    }
}

/// Whether `ty` is written as `Vec<u8>`.
pub(crate) fn is_bytes(ty: &Type) -> bool {
    wrapper(ty).is_some_and(|(ident, item)| ident == "Vec" && last_ident(item).is_some_and(|item| item == "u8"))
}

/// What carries an attribute to the type that it is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lift {
    /// `Option<T>`
    Option,
    /// A list
    Sequence,
    /// A map
    Values,
    /// A pointer
    Pointer,
}

/// How `ty` carries an attribute, and the type within.
pub(crate) fn lift(ty: &Type) -> Option<(Lift, &Type)> {
    if let Type::Array(array) = peel(ty) {
        return Some((Lift::Sequence, &array.elem));
    }
    if let Some((_, value)) = map(ty) {
        return Some((Lift::Values, value));
    }
    let (ident, inner) = first_argument(ty)?;
    let ident = ident.to_string();
    let ident = ident.as_str();
    if ident == "Option" {
        Some((Lift::Option, inner))
    } else if ident == "SmallVec" {
        // of which crate's kind shows in its argument: `SmallVec<[T; 4]>`
        match peel(inner) {
            Type::Array(array) => Some((Lift::Sequence, &array.elem)),
            _ => None,
        }
    } else if LISTS.contains(&ident) {
        Some((Lift::Sequence, inner))
    } else if POINTERS.contains(&ident) {
        match peel(inner) {
            Type::Slice(slice) => Some((Lift::Sequence, &slice.elem)),
            _ => Some((Lift::Pointer, inner)),
        }
    } else {
        None
    }
}

/// The type that an attribute is carried to. Bytes are a type, not a list.
pub(crate) fn lifted(ty: &Type) -> &Type {
    if is_bytes(ty) || byte_array(ty).is_some() {
        return peel(ty);
    }
    match lift(ty) {
        Some((_, inner)) => lifted(inner),
        None => peel(ty),
    }
}

/// `tokens`, all with the span `span`, so that an error about them underlines something else than where they stand.
pub(crate) fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            if let TokenTree::Group(group) = &token {
                token = TokenTree::Group(Group::new(group.delimiter(), respanned(group.stream(), span)));
            }
            token.set_span(span);
            token
        })
        .collect()
}

/// Whether `ty` is written as a primitive type, or as a list, a map or an option of one: nothing that is named, nothing that
/// could be mistaken. Where such a name is another type, that type's own checks still hold.
pub(crate) fn is_plain(ty: &Type) -> bool {
    if let Some(ident) = bare(ty) {
        return is_one_of(ident, &PRIMITIVES);
    }
    match wrapper(ty) {
        Some((ident, inner)) => is_one_of(ident, &["Vec", "VecDeque", "Box", "Option"]) && is_plain(inner),
        None => map(ty).is_some_and(|(_, value)| is_plain(value)),
    }
}

/// The type that a default is a value of: behind `Option`, `Box`, `Rc` and `Arc`.
pub(crate) fn innermost(ty: &Type) -> &Type {
    match wrapper(ty) {
        Some((ident, inner)) if ident == "Option" || is_one_of(ident, &POINTERS) => innermost(inner),
        _ => peel(ty),
    }
}

//! What the derive reads off a Rust type's tokens. It never resolves a name: what it does not recognise is left to the traits.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, PathArguments, Type};

use crate::attr::Logical;

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
    if !["HashMap", "BTreeMap", "IndexMap"].iter().any(|map| segment.ident == map) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.next()?;
    Some((&segment.ident, types.next()?))
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
    let of_std = ["std", "core", "alloc"].iter().any(|name| first.ident == name);
    (of_std && path.qself.is_none() && last.arguments.is_none()).then_some(&last.ident)
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
    match ident.to_string().as_str() {
        "Option" => Some((Lift::Option, inner)),
        "Vec" | "VecDeque" | "HashSet" | "BTreeSet" | "IndexSet" | "ArrayVec" => Some((Lift::Sequence, inner)),
        // of which crate's kind shows in its argument: `SmallVec<[T; 4]>`
        "SmallVec" => match peel(inner) {
            Type::Array(array) => Some((Lift::Sequence, &array.elem)),
            _ => None,
        },
        "Box" | "Rc" | "Arc" => match peel(inner) {
            Type::Slice(slice) => Some((Lift::Sequence, &slice.elem)),
            _ => Some((Lift::Pointer, inner)),
        },
        _ => None,
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
        last_ident(leaf).is_some_and(|ident| bases.iter().any(|base| ident == base))
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

/// Whether `ty` is written as one of std's types that have an Avro form of one value.
pub(crate) fn is_std_value(ty: &Type) -> bool {
    const KNOWN: [&str; 19] = [
        "bool",
        "i8",
        "i16",
        "i32",
        "i64",
        "isize",
        "u8",
        "u16",
        "u32",
        "u64",
        "usize",
        "i128",
        "u128",
        "f32",
        "f64",
        "char",
        "str",
        "String",
        "SystemTime",
    ];
    is_bytes(ty)
        || byte_array(ty).is_some()
        || last_ident(ty).is_some_and(|ident| KNOWN.iter().any(|known| ident == known))
}

/// The types in `ty`, behind lists, maps, options and pointers, that a feature of the runtime gives a schema or that have none
/// without an attribute, by their names; each with the function of the runtime that says so.
pub(crate) fn foreign(ty: &Type, found: &mut Vec<(&'static str, Type)>) {
    const WRAPPERS: [&str; 15] = [
        "Option", "Box", "Rc", "Arc", "Cow", "Vec", "VecDeque", "HashSet", "BTreeSet", "HashMap", "BTreeMap",
        "IndexMap", "IndexSet", "SmallVec", "ArrayVec",
    ];
    match peel(ty) {
        Type::Reference(reference) => foreign(&reference.elem, found),
        Type::Slice(slice) => foreign(&slice.elem, found),
        Type::Array(array) => foreign(&array.elem, found),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return };
            let argument = match &last.arguments {
                PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
                    GenericArgument::Type(ty) => last_ident(ty),
                    _ => None,
                }),
                _ => None,
            };
            if let Some(needs) = needs(&last.ident.to_string(), argument) {
                found.push((needs, peel(ty).clone()));
            } else if let PathArguments::AngleBracketed(arguments) = &last.arguments
                && WRAPPERS.iter().any(|wrapper| last.ident == wrapper)
            {
                for argument in &arguments.args {
                    if let GenericArgument::Type(inner) = argument {
                        foreign(inner, found);
                    }
                }
            }
        }
        _ => {}
    }
}

/// What a type of another crate needs; `argument` is its first type argument.
fn needs(ident: &str, argument: Option<&Ident>) -> Option<&'static str> {
    Some(match ident {
        "NaiveDateTime" | "NaiveDate" | "NaiveTime" => "chrono",
        "DateTime" => match argument {
            None => "jiff",
            Some(zone) if zone == "Local" || zone == "FixedOffset" => "zoned",
            Some(_) => "chrono",
        },
        "UtcDateTime" | "PrimitiveDateTime" | "PlainDateTime" => "time",
        "Timestamp" => "jiff",
        "Date" | "Time" => "time_or_jiff",
        "OffsetDateTime" | "Zoned" | "ZonedDateTime" => "zoned",
        "Uuid" => "uuid",
        "Decimal" | "BigInt" => "decimal",
        "BigDecimal" => "bigdecimal",
        "Bytes" | "ByteString" => "bytes",
        "IndexMap" | "IndexSet" => "indexmap",
        "SmallVec" => "smallvec",
        "ArrayVec" => "arrayvec",
        "Url" => "url",
        _ => return None,
    })
}

/// Whether `ident` occurs anywhere in `tokens`.
pub(crate) fn mentions(tokens: &TokenStream, ident: &Ident) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(found) => found == *ident,
        TokenTree::Group(group) => mentions(&group.stream(), ident),
        _ => false,
    })
}

/// `ty` as it reads outside of an impl: `Self` is the type's name, every lifetime is `'static`.
pub(crate) fn outside(ty: &Type, this: &TokenStream) -> TokenStream {
    outside_tokens(ty.to_token_stream(), this)
}

/// As [`outside`].
pub(crate) fn outside_tokens(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut lifetime = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if lifetime => {
                out.extend([TokenTree::Ident(Ident::new("static", ident.span()))]);
                lifetime = false;
            }
            TokenTree::Ident(ident) if ident == "Self" => out.extend(this.clone()),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), outside_tokens(group.stream(), this));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            other => {
                lifetime = matches!(&other, TokenTree::Punct(punct) if punct.as_char() == '\'');
                out.extend([other]);
            }
        }
    }
    out
}

/// The type itself as it reads outside of its impls: lifetimes are `'static`.
pub(crate) fn this(ident: &Ident, generics: &Generics) -> TokenStream {
    if generics.params.is_empty() {
        return quote::quote!(#ident);
    }
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(_) => quote::quote!('static),
        GenericParam::Type(ty) => ty.ident.to_token_stream(),
        GenericParam::Const(constant) => constant.ident.to_token_stream(),
    });
    quote::quote!(#ident<#(#arguments),*>)
}

/// `T::Item` paths of a type parameter anywhere in `ty`, for which bounds are needed as well.
pub(crate) fn projections<'a>(ty: &'a Type, parameters: &[&Ident], found: &mut Vec<&'a Type>) {
    match peel(ty) {
        Type::Path(path) => {
            if let Some(qualified) = &path.qself {
                projections(&qualified.ty, parameters, found);
                found.push(ty);
                return;
            }
            if path.path.segments.len() > 1
                && path.path.segments.first().is_some_and(|first| parameters.contains(&&first.ident))
            {
                found.push(ty);
            }
            for segment in &path.path.segments {
                if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
                    for argument in &arguments.args {
                        if let GenericArgument::Type(inner) = argument {
                            projections(inner, parameters, found);
                        }
                    }
                }
            }
        }
        Type::Reference(reference) => projections(&reference.elem, parameters, found),
        Type::Array(array) => projections(&array.elem, parameters, found),
        Type::Slice(slice) => projections(&slice.elem, parameters, found),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|element| projections(element, parameters, found)),
        _ => {}
    }
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

/// Whether `ty` is written as `Cow<'static, ..>`, which can be read as an owned value only: data does not live for ever.
pub(crate) fn is_static_cow(ty: &Type) -> bool {
    let Type::Path(path) = peel(ty) else { return false };
    let Some(segment) = path.path.segments.last() else { return false };
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
    segment.ident == "Cow"
        && matches!(arguments.args.first(), Some(GenericArgument::Lifetime(lifetime)) if lifetime.ident == "static")
}

/// Whether `Default` of `ty`, as it is written, is the zero value of its form in Avro: 0, "", [], {}, false.
pub(crate) fn default_is_zero(ty: &Type) -> bool {
    const KNOWN: [&str; 22] = [
        "bool",
        "i8",
        "i16",
        "i32",
        "i64",
        "isize",
        "u8",
        "u16",
        "u32",
        "f32",
        "f64",
        "str",
        "String",
        "VecDeque",
        "HashSet",
        "BTreeSet",
        "HashMap",
        "BTreeMap",
        "IndexMap",
        "IndexSet",
        "Bytes",
        "ByteString",
    ];
    const LISTS: [&str; 3] = ["Vec", "SmallVec", "ArrayVec"];
    const POINTERS: [&str; 4] = ["Box", "Rc", "Arc", "Cow"];
    match peel(ty) {
        Type::Reference(reference) => default_is_zero(&reference.elem),
        Type::Slice(_) => true,
        ty => match first_argument(ty) {
            Some((ident, inner)) if POINTERS.iter().any(|pointer| ident == pointer) => default_is_zero(inner),
            _ => last_ident(ty).is_some_and(|ident| KNOWN.iter().chain(&LISTS).any(|known| ident == known)),
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
            Some((ident, inner)) => ["Box", "Rc", "Arc", "Cow"].iter().any(|pointer| ident == pointer) && is_str(inner),
            None => bare(ty).is_some_and(|ident| ident == "String" || ident == "ByteString"),
        },
    }
}

/// Whether `ty` is written as a type of which only the traits know whether it is a text: the user's own, or a type parameter.
pub(crate) fn may_be_text(ty: &Type) -> bool {
    let mut foreign_types = Vec::new();
    foreign(ty, &mut foreign_types);
    matches!(peel(ty), Type::Path(path) if path.qself.is_none())
        && foreign_types.is_empty()
        && lift(ty).is_none()
        && !is_std_value(ty)
        && !is_text(ty)
}

/// Whether `ty` is written as `String`.
pub(crate) fn is_string(ty: &Type) -> bool {
    bare(ty).is_some_and(|ident| ident == "String")
}

/// Whether `ty` is written as an instance of a generic type that is none of std's lists, maps, options and pointers; what such
/// an instance makes of its argument is seen nowhere else.
pub(crate) fn is_instance(ty: &Type) -> bool {
    match lift(ty) {
        Some((_, inner)) => is_instance(inner),
        None => first_argument(ty).is_some(),
    }
}

/// Whether `ty` is `this`, or holds it through types that have no name in Avro: lists, maps, options and pointers.
pub(crate) fn leads_to(ty: &Type, this: &Ident) -> bool {
    const NAMELESS: [&str; 11] =
        ["Vec", "VecDeque", "HashSet", "BTreeSet", "HashMap", "BTreeMap", "Option", "Box", "Rc", "Arc", "Cow"];
    holds(ty, this, &|wrapper| NAMELESS.iter().any(|name| wrapper == name))
}

/// Whether `ty` is `Self` or the bare identifier `this`, whatever its arguments are.
pub(crate) fn is_itself(ty: &Type, this: &Ident) -> bool {
    match peel(ty) {
        Type::Path(path) => {
            path.qself.is_none()
                && path.path.leading_colon.is_none()
                && path.path.segments.len() == 1
                && path.path.segments.first().is_some_and(|first| first.ident == *this || first.ident == "Self")
        }
        _ => false,
    }
}

/// An instance of the type `this` in `ty` with other arguments than the type's own parameters.
pub(crate) fn other_instance<'a>(ty: &'a Type, this: &Ident, generics: &Generics) -> Option<&'a Type> {
    let of_arguments = |path: &'a syn::TypePath| {
        let arguments = path.path.segments.iter().filter_map(|segment| match &segment.arguments {
            PathArguments::AngleBracketed(arguments) => Some(arguments.args.iter()),
            _ => None,
        });
        arguments.flatten().find_map(|argument| match argument {
            GenericArgument::Type(inner) => other_instance(inner, this, generics),
            _ => None,
        })
    };
    match peel(ty) {
        Type::Path(path) if is_itself(ty, this) => {
            let segment = path.path.segments.first()?;
            let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
            let given = arguments.args.iter().filter(|argument| !matches!(argument, GenericArgument::Lifetime(_)));
            let given: Vec<String> = given.map(|argument| argument.to_token_stream().to_string()).collect();
            let own = generics.params.iter().filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
                GenericParam::Lifetime(_) => None,
            });
            (!own.eq(given)).then_some(ty)
        }
        Type::Path(path) => of_arguments(path),
        Type::Array(array) => other_instance(&array.elem, this, generics),
        Type::Slice(slice) => other_instance(&slice.elem, this, generics),
        Type::Reference(reference) => other_instance(&reference.elem, this, generics),
        _ => None,
    }
}

/// Whether `this` stands somewhere in `ty`, inside wrappers that `through` lets pass. Only `Self` and the bare identifier
/// count: a longer path may be another type of that name.
pub(crate) fn holds(ty: &Type, this: &Ident, through: &dyn Fn(&Ident) -> bool) -> bool {
    match peel(ty) {
        Type::Path(path) => {
            let Some(segment) = path.path.segments.last() else { return false };
            if path.path.segments.len() == 1
                && path.path.leading_colon.is_none()
                && (segment.ident == *this || segment.ident == "Self")
            {
                return true;
            }
            let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return false };
            through(&segment.ident)
                && arguments
                    .args
                    .iter()
                    .any(|argument| matches!(argument, GenericArgument::Type(inner) if holds(inner, this, through)))
        }
        Type::Array(array) => holds(&array.elem, this, through),
        Type::Slice(slice) => holds(&slice.elem, this, through),
        Type::Reference(reference) => holds(&reference.elem, this, through),
        Type::Tuple(tuple) => tuple.elems.iter().any(|element| holds(element, this, through)),
        _ => false,
    }
}

/// Whether `ty` is written as a primitive type, or as a list, a map or an option of one: nothing that is named, nothing that
/// could be mistaken. Where such a name is another type, that type's own checks still hold.
pub(crate) fn is_plain(ty: &Type) -> bool {
    const PRIMITIVES: [&str; 12] =
        ["bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "f32", "f64", "String", "char"];
    const WRAPPERS: [&str; 4] = ["Vec", "VecDeque", "Box", "Option"];
    if let Some(ident) = bare(ty) {
        return PRIMITIVES.iter().any(|primitive| ident == primitive);
    }
    match wrapper(ty) {
        Some((ident, inner)) => WRAPPERS.iter().any(|wrapper| ident == wrapper) && is_plain(inner),
        None => map(ty).is_some_and(|(_, value)| is_plain(value)),
    }
}

/// The type that a default is a value of: behind `Option`, `Box`, `Rc` and `Arc`.
pub(crate) fn innermost(ty: &Type) -> &Type {
    match wrapper(ty) {
        Some((ident, inner)) if ["Option", "Box", "Rc", "Arc"].iter().any(|name| ident == name) => innermost(inner),
        _ => peel(ty),
    }
}

/// Why `ty` can have no Avro form, and what to write instead, where that shows in its tokens.
pub(crate) fn refusal(ty: &Type) -> Option<(TokenStream, &'static str)> {
    let here = |text| Some((ty.to_token_stream(), text));
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
        Type::Reference(reference) => refusal(&reference.elem),
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
                GenericArgument::Type(inner) => refusal(inner),
                _ => None,
            })
        }
        _ => None,
    }
}

/// As [`refusal`], of types that are known by their paths.
fn formless(path: &syn::TypePath) -> Option<(TokenStream, &'static str)> {
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
    Some((path.to_token_stream(), text))
}

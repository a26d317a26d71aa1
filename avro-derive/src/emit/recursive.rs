//! Generic types that contain themselves: their schemas are constants, which cannot hold themselves, so a type that is met
//! inside itself is referred to by name.
//!
//! ```text
//! struct Tree<T> { value: T, children: Vec<Tree<T>>, page: Page<T> }
//! ->
//! const PART: SchemaRef = { value: <Part<T>>::SCHEMA, children: <Vec<ByName<Tree<T>>>>::SCHEMA, page: <Part<Page<T>>>::SCHEMA };
//! const BY_NAME: SchemaRef = { "Tree_{T}" };
//! const SCHEMA: SchemaRef = Self::PART.whole(Document::of_parts(&[Self::PART]));
//! ```
//!
//! Two types that contain each other need `by_name` on one field of the circle; the type that has it brings the other's `PART`
//! along, so that each of the two is whole by itself.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{GenericArgument, GenericParam, PathArguments, Type, parse_quote_spanned};

use crate::ast::{Container, Data, Field};
use crate::types::{self, Lift};

/// What stands in for types that depend on parameters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StandIn {
    /// Nothing: the schema is written in one piece.
    None,
    /// Parts; the type itself by name.
    Part,
    /// Names alone.
    ByName,
}

/// Whether the schema of `container` is put together from parts.
pub(super) fn has_parts(container: &Container) -> bool {
    container.is_generic()
        && matches!(container.data, Data::Record(_) | Data::Union(_))
        && container
            .all_fields()
            .into_iter()
            .any(|field| field.ty.to_token_stream().to_string() != ty(container, field, StandIn::Part).to_string())
}

/// The type of `field` with its stand-ins.
pub(super) fn ty(container: &Container, field: &Field, stand_in: StandIn) -> TokenStream {
    let mut ty = field.ty.clone();
    if stand_in != StandIn::None && field.adapter.is_plain() && field.text.is_none() {
        if field.by_name.is_some() {
            replace_leaf(&mut ty);
        } else {
            replace(&mut ty, container, stand_in);
        }
    }
    ty.into_token_stream()
}

/// The types in whose parts, beside the type itself, names are looked up: those that fields refer to by name, and those that are
/// flattened, whose fields may.
pub(super) fn others(container: &Container) -> Vec<TokenStream> {
    let fields = container.all_fields().into_iter();
    let others = fields.filter(|field| field.by_name.is_some() || field.flatten && types::is_instance(&field.ty));
    others.map(|field| types::lifted(&field.ty).to_token_stream()).collect()
}

/// What lists, maps, options and pointers of a type with `by_name` lead to.
fn replace_leaf(ty: &mut Type) {
    if types::lift(ty).is_none() {
        *ty = stand_in(ty, StandIn::ByName);
        return;
    }
    inner_types(ty, &mut replace_leaf);
}

fn replace(ty: &mut Type, container: &Container, stand_in: StandIn) {
    if types::is_itself(ty, &container.ident) {
        *ty = self::stand_in(ty, StandIn::ByName);
        return;
    }
    let tokens = ty.to_token_stream();
    let depends = container.generics.params.iter().any(|parameter| match parameter {
        GenericParam::Type(parameter) => types::mentions(&tokens, &parameter.ident),
        GenericParam::Const(parameter) => types::mentions(&tokens, &parameter.ident),
        GenericParam::Lifetime(_) => false,
    });
    let holds_itself = types::holds(ty, &container.ident, &|_| true);
    if !depends && !holds_itself {
        return;
    }
    if types::lift(ty).is_some() || matches!(ty, Type::Paren(_) | Type::Group(_) | Type::Slice(_) | Type::Reference(_))
    {
        inner_types(ty, &mut |inner| replace(inner, container, stand_in));
        return;
    }
    let is_parameter =
        types::bare(ty).is_some_and(|ident| container.generics.type_params().any(|own| own.ident == *ident));
    if !is_parameter && !types::is_instance(ty) {
        return;
    }
    // Where another generic type holds this one, that is an argument of it.
    if holds_itself {
        inner_types(ty, &mut |inner| {
            if types::holds(inner, &container.ident, &|_| true) {
                replace(inner, container, stand_in);
            }
        });
    }
    *ty = self::stand_in(ty, stand_in);
}

/// What stands in for `ty`, at its place: an error about it is one about that.
fn stand_in(ty: &Type, stand_in: StandIn) -> Type {
    let place = ty.span();
    match stand_in {
        StandIn::ByName => parse_quote_spanned!(place=> __avro::ByName<#ty>),
        _ => parse_quote_spanned!(place=> __avro::Part<#ty>),
    }
}

/// Calls `each` for the types that `ty` holds; of a map for that of its values.
fn inner_types(ty: &mut Type, each: &mut dyn FnMut(&mut Type)) {
    let is_map = matches!(types::lift(ty), Some((Lift::Values, _)));
    match ty {
        Type::Paren(inner) => inner_types(&mut inner.elem, each),
        Type::Group(inner) => inner_types(&mut inner.elem, each),
        Type::Array(array) => each(&mut array.elem),
        Type::Slice(slice) => each(&mut slice.elem),
        Type::Reference(reference) => each(&mut reference.elem),
        Type::Path(path) => {
            let Some(segment) = path.path.segments.last_mut() else { return };
            let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else { return };
            let types = arguments.args.iter_mut().filter_map(|argument| match argument {
                GenericArgument::Type(inner) => Some(inner),
                _ => None,
            });
            types.skip(usize::from(is_map)).for_each(each);
        }
        _ => {}
    }
}

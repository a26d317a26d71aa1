//! `#[deprecated]`: a property of what has properties, refused where nothing has.

use std::fmt::Display;

use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Meta, MetaNameValue, Token};

use super::item::text;
use super::prop::Property;
use crate::error::Ctxt;

/// Reports `#[deprecated]` on what a schema cannot say it of: `why`. `instead` is another way, in front of the one that is always there.
pub(crate) fn refuse_deprecated(cx: &Ctxt, attributes: &[Attribute], why: &str, what: &dyn Display, instead: &str) {
    if let Some(property) = deprecated(attributes) {
        cx.error(
            property.span,
            format_args!(
                "{why}, so a schema cannot say that `{what}` is deprecated: {instead}write `#[avro(deprecated = false)]` if that is \
                 meant for Rust alone"
            ),
        );
    }
}

/// The property of what is `#[deprecated]`: the note's text, or `true` where there is none.
pub(crate) fn deprecated(attributes: &[Attribute]) -> Option<Property> {
    let attribute = attributes.iter().find(|attribute| attribute.path().is_ident("deprecated"))?;
    let mut note = None;
    match &attribute.meta {
        Meta::NameValue(pair) => note = text(&pair.value),
        Meta::List(list) => {
            let pairs = list.parse_args_with(Punctuated::<MetaNameValue, Token![,]>::parse_terminated);
            let pair = pairs.iter().flatten().find(|pair| pair.path.is_ident("note"));
            note = pair.and_then(|pair| text(&pair.value));
        }
        Meta::Path(_) => {}
    }
    let span = attribute.path().span();
    Some(match note {
        Some(note) => Property::text("deprecated", &note, span),
        None => Property::truth("deprecated", span),
    })
}

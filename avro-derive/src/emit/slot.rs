//! What a record's field is read into, until all are read and the record is made of them.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::Type;

use crate::ast::{Adapter, Field};
use crate::emit::codec;
use crate::types;

/// The less of a record is an `Option` while it is read, the less there is to take apart, and to drop, for the compiler to write down.
pub(super) enum Slot<'a> {
    /// A number or a boolean, written so: `0` until it is read.
    Scalar(&'a Ident),
    /// What is called `String`, or `Vec` or `Option` of std's plain types: empty until it is read. Should it be another type by that
    /// name, the runtime's `slot::Of` is an `Option` all the same.
    Std,
    /// Any other type: `None` until it is read.
    Absent,
}

impl<'a> Slot<'a> {
    pub(super) fn of(field: &'a Field) -> Self {
        const SCALARS: [&str; 9] = ["bool", "i8", "i16", "i32", "i64", "u16", "u32", "f32", "f64"];
        const STD: [&str; 3] = ["String", "Vec", "Option"];
        let (Adapter::Plain, Type::Path(path), false) = (&field.adapter, &field.ty, field.flatten) else {
            return Slot::Absent;
        };
        if let Some(ident) = path.path.get_ident()
            && types::is_one_of(ident, &SCALARS)
        {
            return Slot::Scalar(ident);
        }
        match path.path.segments.last() {
            Some(last) if types::is_one_of(&last.ident, &STD) && types::is_plain(&field.ty) => Slot::Std,
            _ => Slot::Absent,
        }
    }

    /// What is there before anything was read.
    pub(super) fn empty(&self, field: &Field) -> TokenStream {
        match self {
            Slot::Scalar(name) if *name == "bool" => quote!(false),
            Slot::Scalar(name) if *name == "f32" || *name == "f64" => quote!(0.0),
            Slot::Scalar(_) => quote!(0),
            Slot::Std => of(field, "EMPTY"),
            Slot::Absent => quote!(__avro::None),
        }
    }

    /// Reads the field into `place`; false where `input` has the error.
    pub(super) fn read(&self, field: &Field, place: &TokenStream) -> TokenStream {
        match self {
            Slot::Scalar(name) => quote!(__avro::slot::#name(&mut #place, input)),
            Slot::Std => {
                let function = of(field, "read");
                quote!(#function(&mut #place, input))
            }
            Slot::Absent => codec::decode(field, "decode_field", &quote!(&mut #place, input)),
        }
    }

    /// The pattern that binds what was read to `binding`; only of [`Slot::Absent`] one that may not match.
    pub(super) fn pattern(&self, binding: &Ident) -> TokenStream {
        match self {
            Slot::Absent => quote!(__avro::Some(#binding)),
            Slot::Scalar(_) | Slot::Std => binding.to_token_stream(),
        }
    }

    /// The field's value, of what was bound.
    pub(super) fn value(&self, field: &Field, binding: &Ident) -> TokenStream {
        match self {
            Slot::Std => {
                let function = of(field, "take");
                quote!(#function(#binding))
            }
            Slot::Scalar(_) | Slot::Absent => binding.to_token_stream(),
        }
    }
}

/// An item of the slot of `field`, whatever type its name is.
fn of(field: &Field, item: &str) -> TokenStream {
    let (ty, item) = (&field.ty, format_ident!("{item}"));
    quote!(__avro::slot::Of::<#ty>::#item)
}

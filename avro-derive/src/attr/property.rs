//! `prop("key" = json)`: attributes of the schema that Avro itself gives no meaning.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token};

use super::item::{Item, Value};
use super::json::Json;
use crate::error::Ctxt;

/// A property.
pub(crate) struct Property {
    pub(crate) span: Span,
    pub(crate) key: String,
    /// JSON text without spaces.
    pub(crate) value: String,
}

impl Parse for Property {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key: LitStr = input.parse()?;
        input.parse::<Token![=]>()?;
        let Json(value) = input.parse()?;
        Ok(Property { span: key.span(), key: key.value(), value })
    }
}

impl Item {
    /// `prop("key" = json)`, several in one or several of them; `structural` are the keys that belong to Avro.
    pub(super) fn properties(&self, cx: &Ctxt, structural: &[&str], into: &mut Vec<Property>) {
        let Value::List(list) = &self.value else {
            return cx.error(self.span(), "write `prop(\"key\" = \"value\")`: a key and its JSON value");
        };
        let parsed = match Punctuated::<Property, Token![,]>::parse_terminated.parse2(list.clone()) {
            Ok(parsed) => parsed,
            Err(error) => return cx.push(error),
        };
        if parsed.is_empty() {
            cx.error(self.span(), "write `prop(\"key\" = \"value\")`: a key and its JSON value");
        }
        for property in parsed {
            if structural.contains(&property.key.as_str()) {
                cx.error(
                    property.span,
                    format_args!(
                        "`{0}` is part of the schema itself, not a property: the derive writes it",
                        property.key
                    ),
                );
            } else if into.iter().any(|earlier| earlier.key == property.key) {
                cx.error(property.span, format_args!("the property `{}` is given twice", property.key));
            } else {
                into.push(property);
            }
        }
    }
}

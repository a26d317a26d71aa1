//! The Avro form of a field: its default, and the adapter that its attributes choose.

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::{Expr, LitStr, Type};

use super::Scope;
use crate::ast::{Adapter, FieldDefault, FixedForm, WithForm};
use crate::attr::{DefaultAttr, FieldAttrs, Form, Logical};
use crate::default::Tree;
use crate::name::{self, Piece, TypeName};
use crate::types::{self, Keys, Lift};

/// The units of a duration, and their adapters.
const UNITS: [(&str, &str); 4] = [("s", "Seconds"), ("ms", "Millis"), ("us", "Micros"), ("ns", "Nanos")];

impl Scope<'_> {
    /// The default of a field and the adapter that its attributes choose.
    pub(super) fn form(&self, field: &syn::Field, attrs: &FieldAttrs) -> (FieldDefault, Adapter, Option<Span>) {
        let cx = self.cx;
        let optional = types::option(&field.ty).is_some();
        let default = match attrs.default.get() {
            None => FieldDefault::OfType,
            Some(DefaultAttr::Zero) => FieldDefault::Zero(attrs.default.span().unwrap_or_else(Span::call_site)),
            // An enum of the user's own that is called `Option`.
            Some(DefaultAttr::Value(value @ Expr::Path(path)))
                if types::bare(&field.ty).is_some_and(|ident| ident == "Option") =>
            {
                FieldDefault::Value { tree: Tree::Path(path.clone()), shown: value.to_token_stream(), json: None }
            }
            Some(DefaultAttr::Value(value)) => match Tree::parse(cx, value) {
                Some(tree) => FieldDefault::Value { tree, shown: value.to_token_stream(), json: None },
                None => FieldDefault::OfType,
            },
            Some(DefaultAttr::Json(text)) => match Tree::of_json(&text.value()) {
                Ok((tree, json)) => FieldDefault::Value { tree, shown: text.to_token_stream(), json: Some(json) },
                Err(problem) => {
                    cx.error(text.span(), format_args!("this is no JSON text: {problem}"));
                    FieldDefault::OfType
                }
            },
        };
        let text_keys = self.text_keys(field, attrs);
        let (mut adapter, mut adapter_span) = match self.base(field, attrs) {
            Some((span, base)) => (Self::lift(&field.ty, base, text_keys), Some(span)),
            None => {
                if let Some((at, text)) = types::wide_integer(&field.ty) {
                    cx.error_at(at, text);
                }
                let owned = types::is_owned_cow(types::lifted(&field.ty));
                if owned || types::keyed(&field.ty, text_keys).iter().any(|(_, _, keys)| *keys != Keys::Own) {
                    let base = if owned { Adapter::Owned } else { Adapter::Plain };
                    (Self::lift(&field.ty, base, text_keys), None)
                } else {
                    (Adapter::Plain, None)
                }
            }
        };
        let value_first = optional
            && !attrs.null_first.is_set()
            && match &default {
                FieldDefault::Value { tree, .. } => !matches!(tree, Tree::Null),
                _ => false,
            };
        for (slot, key) in
            [(&attrs.required, "required"), (&attrs.null_last, "null_last"), (&attrs.null_first, "null_first")]
        {
            if let Some(span) = slot.span()
                && !optional
            {
                cx.error(
                    span,
                    format_args!("`{key}` is about the `null` of an `Option<..>`, which this field is not: remove it"),
                );
            }
        }
        if let (Some(span), true) = (attrs.required.span(), attrs.default.is_set()) {
            cx.error(span, "`required` says that there is no default, and `default` gives one: remove one of them");
        }
        if let (Some(span), true) = (attrs.null_first.span(), optional) {
            if attrs.null_last.is_set() {
                cx.error(span, "`null` is the first branch or the last one: keep one of `null_first` and `null_last`");
            } else if !matches!(&default, FieldDefault::Value { tree, json: Some(_), .. } if !matches!(tree, Tree::Null))
            {
                cx.error(
                    span,
                    "`null_first` keeps `null` in front of a default of another branch, `default_json = r#\"..\"#`; without one \
                     `null` is first: remove it",
                );
            }
        }
        let mut default = default;
        if optional && attrs.null_last.is_set() {
            if matches!(default, FieldDefault::Value { tree: Tree::Null, json: None, .. } | FieldDefault::Zero(_)) {
                let span = attrs.null_last.span().unwrap_or_else(Span::call_site);
                cx.error(span, "a default of `null` needs `null` as the first branch: remove `null_last`, or give a default of the other branch");
            }
            if matches!(default, FieldDefault::OfType) {
                default = FieldDefault::None;
            }
        }
        if attrs.required.is_set() {
            default = FieldDefault::None;
        }
        if optional && (value_first || attrs.null_last.is_set()) {
            let inner = match adapter {
                Adapter::Opt(inner) => inner,
                _ => Box::new(Adapter::Plain),
            };
            adapter = Adapter::NullLast(inner);
            adapter_span = adapter_span.or(attrs.null_last.span()).or(attrs.default.span());
        }
        (default, adapter, adapter_span)
    }

    /// Whether `keys = "string"` is there, which only a field with a map whose keys are no texts can have.
    fn text_keys(&self, field: &syn::Field, attrs: &FieldAttrs) -> bool {
        let Some(span) = attrs.text_keys.span() else { return false };
        let maps = types::keyed(&field.ty, true);
        if maps.is_empty() {
            self.cx.error(span, "`keys` is about the keys of a map, which this field does not hold: remove it");
        } else if maps.iter().all(|(_, _, keys)| *keys != Keys::Text) {
            self.cx.error(span, "the keys of this map are texts as they are: remove `keys`");
        }
        true
    }

    /// The adapter that an attribute names, before it is lifted through `Option`, `Vec` and the like.
    fn base(&self, field: &syn::Field, attrs: &FieldAttrs) -> Option<(Span, Adapter)> {
        let cx = self.cx;
        let mut chosen: Option<(Span, Adapter)> = None;
        let mut choose = |span: Span, adapter: Option<Adapter>| {
            if let Some(adapter) = adapter {
                if chosen.is_some() {
                    cx.error(span, "two attributes choose the form of this field: keep one");
                } else {
                    chosen = Some((span, adapter));
                }
            }
        };
        if let (Some(form), Some(span)) = (attrs.form.get(), attrs.form.span()) {
            let unit = match attrs.unit.get() {
                None => None,
                Some(text) => match UNITS.iter().find(|(unit, _)| *unit == text.value()) {
                    Some((_, adapter)) if *form == Form::Long => Some(*adapter),
                    Some(_) => {
                        cx.error(text.span(), "a unit belongs to a number: write `as = \"long\"`");
                        None
                    }
                    None => {
                        cx.error(
                            text.span(),
                            format_args!("`{}` is no unit: one of \"s\", \"ms\", \"us\", \"ns\"", text.value()),
                        );
                        None
                    }
                },
            };
            if *form == Form::Long
                && !attrs.unit.is_set()
                && types::last_ident(types::lifted(&field.ty)).is_some_and(|ident| ident == "Duration")
            {
                cx.error(
                    span,
                    "a duration has no unit in Avro: write `as = \"long\", unit = \"ms\"`, or \"s\", \"us\", \"ns\"",
                );
            }
            choose(span, Some(unit.map_or(Adapter::Form(*form), Adapter::Named)));
        } else if let Some(span) = attrs.unit.span() {
            cx.error(span, "a unit belongs to a number: write `as = \"long\"` as well");
        }
        if let (Some(logical), Some(span)) = (attrs.logical.get(), attrs.logical.span()) {
            if !attrs.form.is_set()
                && let Some(text) = types::misplaced_logical(*logical, attrs.on_fixed.is_some(), &field.ty)
            {
                cx.error(span, text);
            }
            let mut name = None;
            if let Some(text) = attrs.on_fixed.as_ref().and_then(|fixed| fixed.name.as_ref()) {
                name = Some(Box::new(self.fixed_form(text)));
            }
            choose(
                span,
                match (*logical, &attrs.on_fixed) {
                    (Logical::Plain(_), Some(_)) => Some(Adapter::UuidFixed(name)),
                    (Logical::Plain(row), None) => row.adapter.map(Adapter::Named),
                    (Logical::Decimal { precision, scale }, Some(fixed)) => {
                        Some(Adapter::DecimalFixed { precision, scale, size: fixed.size, name })
                    }
                    (Logical::Decimal { precision, scale }, None) => Some(Adapter::Decimal { precision, scale }),
                },
            );
        }
        if let (Some(ty), Some(span)) = (attrs.via.get(), attrs.via.span()) {
            choose(span, Some(Adapter::Via(Box::new(ty.clone()))));
        }
        if let (Some(module), Some(span)) = (attrs.with.get(), attrs.with.span()) {
            let index = self.with.replace(self.with.get() + 1);
            let ty = types::lifted(&field.ty).clone();
            choose(span, Some(Adapter::With(Box::new(WithForm { index, module: module.clone(), ty }))));
        }
        if let (Some(text), Some(span)) = (attrs.fixed.get(), attrs.fixed.span()) {
            let form = self.fixed_form(text);
            if has_byte_array(&field.ty) {
                choose(span, Some(Adapter::Fixed(Box::new(form))));
            } else {
                cx.error(span, "`fixed` names the type of bytes of one length: the field holds `[u8; N]`");
            }
        }
        if let Some((exact, text)) = attrs.exact.span().and_then(|span| Some((span, types::never_exact(&field.ty)?))) {
            cx.error(exact, text);
        } else if let Some(exact) = attrs.exact.span() {
            chosen = match (chosen, attrs.logical.get()) {
                (None, _) => Some((exact, Adapter::Exact(Box::new(Adapter::Plain)))),
                (Some((span, adapter)), Some(logical)) if logical.has_unit() && !attrs.form.is_set() => {
                    Some((span, Adapter::Exact(Box::new(adapter))))
                }
                (chosen, _) => {
                    cx.error(
                        exact,
                        "`exact` refuses times that are finer than the unit of their timestamp, which this form has not: remove it",
                    );
                    chosen
                }
            };
        }
        chosen
    }

    /// The fixed that a field calls `text`.
    fn fixed_form(&self, text: &LitStr) -> FixedForm {
        let (namespace, simple) = name::split(self.cx, text);
        name::check_name(self.cx, text.span(), "name", &simple, "");
        let name = TypeName {
            bare: self.bare && namespace.is_none(),
            namespace: namespace.unwrap_or_else(|| self.namespace.clone()),
            pieces: vec![Piece::Text(simple)],
            span: text.span(),
        };
        FixedForm { index: self.fixed.replace(self.fixed.get() + 1), name }
    }

    /// Carries `base` through `Option<..>`, `Vec<..>`, `Box<..>` and maps to the type that it is meant for.
    fn lift(ty: &Type, base: Adapter, text_keys: bool) -> Adapter {
        let of_bytes = match &base {
            Adapter::Decimal { .. } | Adapter::Named("BigDecimal") => types::is_bytes(ty),
            Adapter::Via(_) | Adapter::With(_) => types::is_bytes(ty) || types::byte_array(ty).is_some(),
            _ => false,
        };
        if of_bytes || matches!(&base, Adapter::Fixed(..)) && types::byte_array(ty).is_some() {
            return base;
        }
        match types::lift(ty) {
            Some((lift, inner)) => {
                let inner = Box::new(Self::lift(inner, base, text_keys));
                match lift {
                    Lift::Option => Adapter::Opt(inner),
                    Lift::Sequence => Adapter::Seq(inner),
                    Lift::Values => Adapter::Values(inner, types::keys(ty, text_keys)),
                    Lift::Pointer => Adapter::Boxed(inner),
                }
            }
            None => base,
        }
    }
}

/// Whether it is `[u8; N]`, or `Option<[u8; N]>`, `Vec<[u8; N]>` and the like.
fn has_byte_array(ty: &Type) -> bool {
    types::byte_array(ty).is_some() || types::lift(ty).is_some_and(|(_, inner)| has_byte_array(inner))
}

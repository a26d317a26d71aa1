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

/// The adapter that an attribute chooses, and where that stands.
type Chosen = Option<(Span, Adapter)>;

impl Scope<'_> {
    /// The default of a field and the adapter that its attributes choose.
    pub(super) fn form(&self, field: &syn::Field, attrs: &FieldAttrs) -> (FieldDefault, Adapter, Option<Span>) {
        let optional = types::option(&field.ty).is_some();
        let stated = self.stated_default(field, attrs);
        let (adapter, span) = self.adapter(field, attrs);
        self.check_null(attrs, optional, &stated);
        let value_first = !attrs.null_first.is_set()
            && matches!(&stated, FieldDefault::Value { tree, .. } if !matches!(tree, Tree::Null));
        let default = match stated {
            _ if attrs.required.is_set() => FieldDefault::None,
            FieldDefault::OfType if optional && attrs.null_last.is_set() => FieldDefault::None,
            stated => stated,
        };
        if !optional || !(value_first || attrs.null_last.is_set()) {
            return (default, adapter, span);
        }
        let inner = match adapter {
            Adapter::Opt(inner) => inner,
            _ => Box::new(Adapter::Plain),
        };
        (default, Adapter::NullLast(inner), span.or(attrs.null_last.span()).or(attrs.default.span()))
    }

    /// What `default` and `default_json` say.
    fn stated_default(&self, field: &syn::Field, attrs: &FieldAttrs) -> FieldDefault {
        match attrs.default.get() {
            None => FieldDefault::OfType,
            Some(DefaultAttr::Zero) => FieldDefault::Zero(attrs.default.span().unwrap_or_else(Span::call_site)),
            // An enum of the user's own that is called `Option`.
            Some(DefaultAttr::Value(value @ Expr::Path(path)))
                if types::bare(&field.ty).is_some_and(|ident| ident == "Option") =>
            {
                FieldDefault::Value { tree: Tree::Path(path.clone()), shown: value.to_token_stream(), json: None }
            }
            Some(DefaultAttr::Value(value)) => match Tree::parse(self.cx, value) {
                Some(tree) => FieldDefault::Value { tree, shown: value.to_token_stream(), json: None },
                None => FieldDefault::OfType,
            },
            Some(DefaultAttr::Json(text)) => match Tree::of_json(&text.value()) {
                Ok((tree, json)) => FieldDefault::Value { tree, shown: text.to_token_stream(), json: Some(json) },
                Err(problem) => {
                    self.cx.error(text.span(), format_args!("this is no JSON text: {problem}"));
                    FieldDefault::OfType
                }
            },
        }
    }

    /// The adapter of the field's type: the one that an attribute chooses, or what the type needs by itself.
    fn adapter(&self, field: &syn::Field, attrs: &FieldAttrs) -> (Adapter, Option<Span>) {
        let text_keys = self.text_keys(field, attrs);
        if let Some((span, base)) = self.base(field, attrs) {
            return (Self::lift(&field.ty, base, text_keys), Some(span));
        }
        if let Some((at, text)) = types::wide_integer(&field.ty) {
            self.cx.error_at(at, text);
        }
        let owned = types::is_owned_cow(types::lifted(&field.ty));
        if owned || types::keyed(&field.ty, text_keys).iter().any(|(_, _, keys)| *keys != Keys::Own) {
            let base = if owned { Adapter::Owned } else { Adapter::Plain };
            return (Self::lift(&field.ty, base, text_keys), None);
        }
        (Adapter::Plain, None)
    }

    /// What is said of the null of an `Option`: where it stands, and whether it is the default.
    fn check_null(&self, attrs: &FieldAttrs, optional: bool, default: &FieldDefault) {
        let cx = self.cx;
        if !optional {
            let keys = [
                (attrs.required.span(), "required"),
                (attrs.null_last.span(), "null_last"),
                (attrs.null_first.span(), "null_first"),
            ];
            cx.error_each(keys, |key| {
                format!("`{key}` is about the `null` of an `Option<..>`, which this field is not: remove it")
            });
        }
        if let (Some(span), true) = (attrs.required.span(), attrs.default.is_set()) {
            cx.error(span, "`required` says that there is no default, and `default` gives one: remove one of them");
        }
        if let (Some(span), true) = (attrs.null_first.span(), optional) {
            if attrs.null_last.is_set() {
                cx.error(span, "`null` is the first branch or the last one: keep one of `null_first` and `null_last`");
            } else if !matches!(default, FieldDefault::Value { tree, json: Some(_), .. } if !matches!(tree, Tree::Null))
            {
                cx.error(
                    span,
                    "`null_first` keeps `null` in front of a default of another branch, `default_json = r#\"..\"#`; without one \
                     `null` is first: remove it",
                );
            }
        }
        if let (Some(span), true) = (attrs.null_last.span(), optional)
            && matches!(default, FieldDefault::Value { tree: Tree::Null, json: None, .. } | FieldDefault::Zero(_))
        {
            cx.error(
                span,
                "a default of `null` needs `null` as the first branch: remove `null_last`, or give a default of the other branch",
            );
        }
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
    fn base(&self, field: &syn::Field, attrs: &FieldAttrs) -> Chosen {
        let cx = self.cx;
        let mut chosen: Chosen = None;
        let ways: [fn(&Self, &syn::Field, &FieldAttrs) -> Chosen; 5] =
            [Self::number_form, Self::logical_form, Self::via_form, Self::with_form, Self::named_fixed_form];
        for way in ways {
            if let Some((span, adapter)) = way(self, field, attrs) {
                if chosen.is_some() {
                    cx.error(span, "two attributes choose the form of this field: keep one");
                } else {
                    chosen = Some((span, adapter));
                }
            }
        }
        let Some(exact) = attrs.exact.span() else { return chosen };
        if let Some(text) = types::never_exact(&field.ty) {
            cx.error(exact, text);
            return chosen;
        }
        match (chosen, attrs.logical.get()) {
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
        }
    }

    /// `as = ".."`, and the unit of a duration as a number.
    fn number_form(&self, field: &syn::Field, attrs: &FieldAttrs) -> Chosen {
        let cx = self.cx;
        let (Some(form), Some(span)) = (attrs.form.get(), attrs.form.span()) else {
            if let Some(span) = attrs.unit.span() {
                cx.error(span, "a unit belongs to a number: write `as = \"long\"` as well");
            }
            return None;
        };
        let unit = attrs.unit.get().and_then(|text| {
            let unit = UNITS.iter().find(|(unit, _)| *unit == text.value());
            match unit {
                Some((_, adapter)) if *form == Form::Long => return Some(*adapter),
                Some(_) => cx.error(text.span(), "a unit belongs to a number: write `as = \"long\"`"),
                None => cx.error(
                    text.span(),
                    format_args!("`{}` is no unit: one of \"s\", \"ms\", \"us\", \"ns\"", text.value()),
                ),
            }
            None
        });
        if *form == Form::Long
            && !attrs.unit.is_set()
            && types::last_ident(types::lifted(&field.ty)).is_some_and(|ident| ident == "Duration")
        {
            cx.error(
                span,
                "a duration has no unit in Avro: write `as = \"long\", unit = \"ms\"`, or \"s\", \"us\", \"ns\"",
            );
        }
        Some((span, unit.map_or(Adapter::Form(*form), Adapter::Named)))
    }

    /// The key of a logical type.
    fn logical_form(&self, field: &syn::Field, attrs: &FieldAttrs) -> Chosen {
        let (logical, span) = (attrs.logical.get()?, attrs.logical.span()?);
        if !attrs.form.is_set()
            && let Some(text) = types::misplaced_logical(*logical, attrs.on_fixed.is_some(), &field.ty)
        {
            self.cx.error(span, text);
        }
        let name = attrs.on_fixed.as_ref().and_then(|fixed| fixed.name.as_ref());
        let name = name.map(|text| Box::new(self.fixed_form(text)));
        let adapter = match (*logical, &attrs.on_fixed) {
            (Logical::Plain(_), Some(_)) => Adapter::UuidFixed(name),
            (Logical::Plain(row), None) => Adapter::Named(row.adapter?),
            (Logical::Decimal { precision, scale }, Some(fixed)) => {
                Adapter::DecimalFixed { precision, scale, size: fixed.size, name }
            }
            (Logical::Decimal { precision, scale }, None) => Adapter::Decimal { precision, scale },
        };
        Some((span, adapter))
    }

    /// `via = Type`
    fn via_form(&self, _field: &syn::Field, attrs: &FieldAttrs) -> Chosen {
        Some((attrs.via.span()?, Adapter::Via(Box::new(attrs.via.get()?.clone()))))
    }

    /// `with = module`
    fn with_form(&self, field: &syn::Field, attrs: &FieldAttrs) -> Chosen {
        let (module, span) = (attrs.with.get()?, attrs.with.span()?);
        let index = self.with.replace(self.with.get() + 1);
        let ty = types::lifted(&field.ty).clone();
        Some((span, Adapter::With(Box::new(WithForm { index, module: module.clone(), ty }))))
    }

    /// `fixed = ".."`
    fn named_fixed_form(&self, field: &syn::Field, attrs: &FieldAttrs) -> Chosen {
        let (text, span) = (attrs.fixed.get()?, attrs.fixed.span()?);
        let form = self.fixed_form(text);
        if has_byte_array(&field.ty) {
            return Some((span, Adapter::Fixed(Box::new(form))));
        }
        self.cx.error(span, "`fixed` names the type of bytes of one length: the field holds `[u8; N]`");
        None
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

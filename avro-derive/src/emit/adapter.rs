//! The adapter that a field's attributes choose, and the types that it needs beside the user's.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::GenericParam;
use syn::spanned::Spanned as _;

use super::name::name_of_field;
use crate::ast::{Adapter, Container, Field, FixedForm, WithForm};
use crate::attr::Form;
use crate::types::{self, Keys};

/// The adapter's type, or nothing where the field's own traits serve.
pub(super) fn adapter(adapter: &Adapter) -> Option<TokenStream> {
    let wrapped = |name: TokenStream, inner: &Adapter| {
        let inner = self::adapter(inner).unwrap_or_else(|| quote!(__avro::Plain));
        quote!(__avro::#name<#inner>)
    };
    Some(match adapter {
        Adapter::Plain => return None,
        Adapter::Form(Form::Long) => quote!(__avro::AsLong),
        Adapter::Form(Form::String) => quote!(__avro::AsString),
        Adapter::Form(Form::Fixed) => quote!(__avro::AsFixed),
        Adapter::Named(name) => {
            let name = format_ident!("{name}");
            quote!(__avro::#name)
        }
        Adapter::Decimal { precision, scale } => {
            let digits = digits(*precision, *scale);
            quote!(__avro::Decimal<#digits>)
        }
        Adapter::DecimalFixed { precision, scale, size, name } => {
            let (name, digits, size) = (fixed_name(name), digits(*precision, *scale), Literal::u32_unsuffixed(*size));
            quote!(__avro::DecimalFixed<#name, #digits, #size>)
        }
        Adapter::UuidFixed(name) => {
            let name = fixed_name(name);
            quote!(__avro::UuidFixed<#name>)
        }
        Adapter::Fixed(form) => {
            let name = fixed_ident(form);
            quote!(__avro::NamedBytes<#name>)
        }
        Adapter::Exact(inner) => wrapped(quote!(Exact), inner),
        Adapter::Via(ty) => quote!(__avro::With<__avro::Via<#ty>>),
        Adapter::With(form) => {
            let name = with_ident(form);
            quote!(__avro::With<#name>)
        }
        Adapter::Opt(inner) => wrapped(quote!(Opt), inner),
        Adapter::NullLast(inner) => wrapped(quote!(NullLast), inner),
        Adapter::Seq(inner) => wrapped(quote!(Seq), inner),
        Adapter::Values(inner, keys) => {
            let inner = self::adapter(inner).unwrap_or_else(|| quote!(__avro::Plain));
            match keys {
                Keys::Own => quote!(__avro::Values<#inner>),
                Keys::Owned => quote!(__avro::Values<#inner, __avro::OwnedKeys>),
                Keys::Text => quote!(__avro::Values<#inner, __avro::TextKeys>),
            }
        }
        Adapter::Owned => quote!(__avro::Owned),
        Adapter::Boxed(inner) => wrapped(quote!(Boxed), inner),
    })
}

fn digits(precision: u32, scale: Option<u32>) -> TokenStream {
    let precision = Literal::u32_unsuffixed(precision);
    let scale = match scale {
        Some(scale) => Literal::u32_unsuffixed(scale).into_token_stream(),
        None => quote!({ __avro::NO_SCALE }),
    };
    quote!(#precision, #scale)
}

fn fixed_name(form: &Option<Box<FixedForm>>) -> TokenStream {
    match form {
        Some(form) => fixed_ident(form).into_token_stream(),
        None => quote!(__avro::Unnamed),
    }
}

fn with_ident(form: &WithForm) -> syn::Ident {
    format_ident!("__With{}", form.index)
}

fn fixed_ident(form: &FixedForm) -> syn::Ident {
    format_ident!("__Fixed{}", form.index)
}

/// The attribute that chose another form than the type's own.
pub(super) fn at_adapter(field: &Field) -> Option<Span> {
    match field.adapter {
        Adapter::Plain => None,
        _ => field.adapter_span,
    }
}

/// Whether another type stands for the field's.
pub(super) fn is_converted(field: &Field) -> bool {
    matches!(field.adapter.leaf(), Adapter::Via(_) | Adapter::With(_))
}

/// The bound `trait` on the adapter of a field whose type mentions a parameter, as what the adapter asks of it is not known here.
pub(super) fn bound(field: &Field, name: &str, lifetime: Option<&TokenStream>) -> Option<TokenStream> {
    if !matches!(field.adapter.leaf(), Adapter::Via(_) | Adapter::Form(_) | Adapter::Owned) {
        return None;
    }
    let (adapter, ty, name) = (adapter(&field.adapter)?, &field.ty, format_ident!("{name}"));
    let lifetime = lifetime.map(|lifetime| quote!(#lifetime,));
    Some(quote!(#adapter: __avro::#name<#lifetime #ty>))
}

/// The adapters that `with = module` on fields declares.
///
/// ```text
/// #[avro(with = cents)] price: Money
/// ->
/// struct __With0;
/// impl Convert<Money> for __With0 { type Avro = cents::Avro; fn to_avro(value: &Money) -> .. { cents::to_avro(value).map_err(Into::into) } .. }
/// ```
pub(super) fn with_adapters(container: &Container) -> TokenStream {
    let mut items = TokenStream::new();
    for field in container.all_fields() {
        let Adapter::With(form) = field.adapter.leaf() else { continue };
        let (ident, ty, module) = (with_ident(form), &form.ty, &form.module);
        let tokens = ty.to_token_stream();
        let mentioned = container.generics.params.iter().filter(|parameter| match parameter {
            GenericParam::Type(parameter) => types::mentions(&tokens, &parameter.ident),
            GenericParam::Const(parameter) => types::mentions(&tokens, &parameter.ident),
            GenericParam::Lifetime(parameter) => types::mentions(&tokens, &parameter.lifetime.ident),
        });
        let parameters = mentioned.cloned().map(|parameter| match parameter {
            GenericParam::Type(mut parameter) => {
                parameter.default = None;
                GenericParam::Type(parameter)
            }
            GenericParam::Const(mut parameter) => {
                parameter.default = None;
                GenericParam::Const(parameter)
            }
            lifetime => lifetime,
        });
        let at = module.span();
        let (to, from, avro) = (
            quote_spanned!(at=> #module::to_avro),
            quote_spanned!(at=> #module::from_avro),
            quote_spanned!(at=> #module::Avro),
        );
        let into = quote!(<__avro::Refusal as __avro::core::convert::From<_>>::from);
        items.extend(quote_spanned! {at=>
            struct #ident;
            impl<#(#parameters),*> __avro::Convert<#ty> for #ident {
                type Avro = #avro;
                #[inline]
                fn to_avro(value: &#ty) -> __avro::Result<#avro, __avro::Refusal> {
                    #to(value).map_err(#into)
                }
                #[inline]
                fn from_avro(avro: #avro) -> __avro::Result<#ty, __avro::Refusal> {
                    #from(avro).map_err(#into)
                }
            }
        });
    }
    items
}

/// The names of fixed types that fields declare.
///
/// ```text
/// #[avro(fixed = "Md5")] digest: [u8; 16]    ->    struct __Fixed0; impl FixedName for __Fixed0 { const NAME: Name = ..; }
/// ```
pub(super) fn fixed_names(container: &Container) -> TokenStream {
    let forms = container.all_fields().into_iter().filter_map(|field| match field.adapter.leaf() {
        Adapter::Fixed(form) => Some(&**form),
        Adapter::DecimalFixed { name, .. } | Adapter::UuidFixed(name) => name.as_deref(),
        _ => None,
    });
    forms
        .map(|form| {
            let (ident, name) = (fixed_ident(form), name_of_field(&form.name));
            quote! {
                struct #ident;
                impl __avro::FixedName for #ident {
                    const NAME: __avro::Name = #name;
                }
            }
        })
        .collect()
}

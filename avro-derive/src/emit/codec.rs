//! How one field reaches its traits: through its type's own, or through the adapter that its attributes choose.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::GenericParam;
use syn::spanned::Spanned as _;

use crate::ast::{Adapter, Container, Field, FixedForm, WithForm};
use crate::attr::Form;
use crate::emit::generics::Role;
use crate::emit::{needs, schema};
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

/// `<T as plain>`, or `<A as adapted<T>>` for a field behind an adapter, with the span of the attribute that chose it.
fn through(field: &Field, ty: &TokenStream, plain: &str, adapted: &str, lifetime: Option<&TokenStream>) -> TokenStream {
    match adapter(&field.adapter) {
        None => {
            let (name, ty) = (format_ident!("{plain}"), needs::located(field, ty));
            let lifetime = lifetime.map(|lifetime| quote!(<#lifetime>));
            // A lifetime behind an alias that is not that of the data is an error at this path.
            let at = if field.needs.is_empty() { Span::call_site() } else { at_type(field) };
            quote_spanned!(at=> <#ty as __avro::#name #lifetime>)
        }
        Some(adapter) => {
            let name = format_ident!("{adapted}");
            let lifetime = lifetime.map(|lifetime| quote!(#lifetime,));
            let path = quote!(<#adapter as __avro::#name<#lifetime #ty>>);
            match at_adapter(field) {
                Some(attribute) => types::respanned(path, attribute),
                // No attribute chose it, but the type.
                None => needs::in_place(field, path),
            }
        }
    }
}

/// The attribute that chose another form than the type's own.
pub(super) fn at_adapter(field: &Field) -> Option<Span> {
    match field.adapter {
        Adapter::Plain => None,
        _ => field.adapter_span,
    }
}

/// The place of the field's type, where names are those of the derive.
fn at_type(field: &Field) -> Span {
    Span::call_site().located_at(field.ty.span())
}

/// An associated constant of the schema of `field`, whose type reads `ty` where this is put.
pub(super) fn constant(field: &Field, ty: &TokenStream, name: &str) -> TokenStream {
    match (&field.text, name) {
        (Some(text), "SCHEMA") => text.ident().into_token_stream(),
        _ => needs::before(field, Role::Schema, constant_beside(field, ty, name)),
    }
}

/// As [`constant`], of the field's type, whatever a text adds to it.
pub(super) fn own_schema(field: &Field, ty: &TokenStream) -> TokenStream {
    needs::before(field, Role::Schema, constant_beside(field, ty, "SCHEMA"))
}

/// As [`own_schema`], where what the field needs has been said.
pub(super) fn constant_beside(field: &Field, ty: &TokenStream, name: &str) -> TokenStream {
    // where an instance has no schema (`Option` of what has a null already), the compiler points at this expression
    let at = at_type(field);
    let name = format_ident!("{name}", span = at);
    match &field.adapter {
        Adapter::Plain => {
            let ty = needs::located(field, ty);
            quote_spanned!(at=> <#ty as __avro::AvroSchema>::#name)
        }
        _ => {
            let path = through(field, ty, "AvroSchema", "SchemaAs", None);
            quote_spanned!(at=> #path::#name)
        }
    }
}

/// Writes `value`, a reference to the field.
pub(super) fn encode(field: &Field, value: &TokenStream) -> TokenStream {
    let path = through(field, &field.type_tokens(), "AvroEncode", "EncodeAs", None);
    needs::before(field, Role::Encode, quote!(#path::encode(#value, out)))
}

/// Writes `value` as a branch of the union that begins at `offset`.
pub(super) fn encode_branch(field: &Field, value: &TokenStream) -> TokenStream {
    let path = through(field, &field.type_tokens(), "AvroEncode", "EncodeAs", None);
    needs::before(field, Role::Encode, quote!(#path::encode_branch(#value, offset, out)))
}

/// A call of a method of the field's decoding trait.
pub(super) fn decode(field: &Field, method: &str, arguments: &TokenStream) -> TokenStream {
    let function = method_of_decoder(field, method);
    needs::before(field, Role::Decode, quote!(#function(#arguments)))
}

/// A method of the field's decoding trait.
pub(super) fn decoder(field: &Field, method: &str) -> TokenStream {
    needs::before(field, Role::Decode, method_of_decoder(field, method))
}

fn method_of_decoder(field: &Field, method: &str) -> TokenStream {
    let path = through(field, &field.type_tokens(), "AvroDecode", "DecodeAs", Some(&quote!('__de)));
    let method = format_ident!("{method}", span = at_type(field));
    quote!(#path::#method)
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
            let (ident, name) = (fixed_ident(form), schema::name_of_field(&form.name));
            quote! {
                struct #ident;
                impl __avro::FixedName for #ident {
                    const NAME: __avro::Name = #name;
                }
            }
        })
        .collect()
}

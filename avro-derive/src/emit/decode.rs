//! `impl AvroDecode`: straight-line code for data of this very schema, and a jump per field for data of another.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, format_ident, quote};
use syn::{Ident, Index};

use crate::ast::{Adapter, Branch, Container, Content, Data, Field, Other, Symbol, written};
use crate::emit::generics::Role;
use crate::emit::slot::Slot;
use crate::emit::{codec, generics, needs};

/// ```text
/// struct Click { email: String, #[avro(skip)] seen: bool }
/// ->
/// fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
///     Ok(Self { email: match <String as AvroDecode<'de>>::decode(input) { Ok(value) => value, .. }, seen: Default::default() })
/// }
/// fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> { .. }
/// ```
pub(super) fn emit(container: &Container) -> TokenStream {
    let body = match &container.data {
        Data::Record(fields) => record(fields),
        Data::Newtype(field, skipped) => newtype(field, skipped),
        Data::Fixed(fixed_type) => fixed(&fixed_type.field),
        Data::Enum(symbols) => enumeration(symbols, container.other.as_ref()),
        Data::Union(branches) => union(branches, container.other.as_ref()),
    };
    let generics = generics::bounded(container, Role::Decode);
    let generics = generics::with_data_lifetime(&generics::with_defaults(container, generics));
    generics::implementation(container, &generics, &quote!(__avro::AvroDecode<'__de>), &body)
}

fn methods(decode: &TokenStream, resolved: &TokenStream) -> TokenStream {
    quote! {
        #[inline]
        fn decode(input: &mut __avro::Decoder<'__de>) -> __avro::Result<Self, __avro::DecodeError> {
            #decode
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            #resolved
        }
    }
}

fn record(fields: &[Field]) -> TokenStream {
    let schema = quote!(<Self as __avro::AvroSchema>::SCHEMA);
    let decode = straight(&quote!(Self), &schema, fields);
    let call = quote!(<Self as __avro::AvroDecode<'__de>>::decode(input));
    let resolved = resolved(&quote!(Self), &schema, fields, &call);
    let (methods, into) = (methods(&decode, &resolved), into(&schema, fields));
    quote!(#methods #into)
}

/// ```text
/// let (error, field) = 'failed: {
///     if let Err(error) = <String as AvroDecode<'de>>::decode_into(&mut self.email, input) { break 'failed (error, 0) }
///     self.seen = Default::default();
///     return Ok(());
/// };
/// Err(in_field(error, <record>, field))
/// ```
fn into(record: &TokenStream, fields: &[Field]) -> TokenStream {
    let parts = fields.iter().map(|field| {
        let member = &field.member;
        let Some(position) = field.position else {
            let default = needs::default(&field.ty);
            return quote!(self.#member = #default;);
        };
        let part = part(position, field);
        if let Adapter::Plain = field.adapter {
            let call = codec::decode(field, "decode_into", &quote!(&mut self.#member, input));
            quote!(if let __avro::Err(error) = #call { break 'failed (error, #part); })
        } else {
            let call = codec::decode(field, "decode_field", &quote!(&mut value, input));
            quote! {
                let mut value = __avro::None;
                if !#call {
                    break 'failed (input.failure(), #part);
                }
                self.#member = __avro::present(value);
            }
        }
    });
    let body = if written(fields).next().is_none() {
        quote! {
            let _ = input;
            #(#parts)*
            __avro::Ok(())
        }
    } else {
        quote! {
            let (error, field) = 'failed: {
                #(#parts)*
                return __avro::Ok(());
            };
            __avro::Err(__avro::in_field(error, #record, field))
        }
    };
    quote! {
        #[inline]
        fn decode_into(&mut self, input: &mut __avro::Decoder<'__de>) -> __avro::Result<(), __avro::DecodeError> {
            #body
        }
    }
}

/// ```text
/// let mut read = (None, 0, slot::Of::<String>::EMPTY);
/// let unread = 'read: {
///     if !<Id as AvroDecode<'de>>::decode_field(&mut read.0, input) { break 'read 0 }
///     if !slot::i32(&mut read.1, input) { break 'read 1 }
///     if !slot::Of::<String>::read(&mut read.2, input) { break 'read 2 }
///     let whole = read;
///     let (Some(__f0), __f1, __f2) = whole else { absent() };
///     return Ok(Self { id: __f0, number: __f1, email: slot::Of::<String>::take(__f2), cached: Default::default() });
/// };
/// Err(unread(input, <record>, unread))
/// ```
///
/// Wherever this is left, there is one thing to drop, which the compiler writes down once: parts are taken out of `whole` only, so
/// that `read` never has some of them.
fn straight(path: &TokenStream, record: &TokenStream, fields: &[Field]) -> TokenStream {
    let slots: Vec<_> = written(fields).map(|(position, field)| (position, field, Slot::of(field))).collect();
    if slots.is_empty() {
        let members = members(fields, std::iter::empty());
        return quote!(let _ = input; __avro::Ok(#path { #members }));
    }
    let empty = slots.iter().map(|(_, field, slot)| slot.empty(field));
    let reads = slots.iter().enumerate().map(|(index, (position, field, slot))| {
        let (place, part) = (Index::from(index), part(*position, field));
        let read = slot.read(field, &quote!(read.#place));
        quote! {
            if !#read {
                break 'read #part;
            }
        }
    });
    let taken = slots.iter().map(|(position, _, slot)| slot.pattern(&binding(*position)));
    let is_any = |is: fn(&Slot<'_>) -> bool| slots.iter().any(|(_, _, slot)| is(slot));
    let otherwise = is_any(|slot| matches!(slot, Slot::Absent)).then(|| quote!(else { __avro::absent() }));
    let of_any = is_any(|slot| matches!(slot, Slot::Std)).then(|| {
        quote!(
            use __avro::slot::Any as _;
        )
    });
    let members = members(fields, slots.iter().map(|(position, field, slot)| slot.value(field, &binding(*position))));
    quote! {
        #of_any
        let mut read = (#(#empty,)*);
        let unread = 'read: {
            #(#reads)*
            let whole = read;
            let (#(#taken,)*) = whole #otherwise;
            return __avro::Ok(#path { #members });
        };
        __avro::Err(__avro::unread(input, #record, unread))
    }
}

/// What was read for the field at `position`.
fn binding(position: usize) -> Ident {
    format_ident!("__f{position}")
}

/// `email: <value>, cached: Default::default()`, with one of `values` for each field that is written.
fn members(fields: &[Field], mut values: impl Iterator<Item = TokenStream>) -> TokenStream {
    let members = fields.iter().map(|field| {
        let member = &field.member;
        let value = match field.position {
            Some(_) => values.next().expect("invariant: every field that is written has a value"),
            None => needs::default(&field.ty),
        };
        quote!(#member: #value)
    });
    quote!(#(#members),*)
}

/// The position that an error names as its field; a flattened record has no name in the path.
fn part(position: usize, field: &Field) -> TokenStream {
    if field.flatten { quote!(__avro::core::primitive::usize::MAX) } else { quote!(#position) }
}

/// ```text
/// let Some(record) = plan.record(input)? else { return <straight> };
/// let mut read = (None, None);
/// for step in record.steps() {
///     let is_read = match step.field() {
///         0 => <String as AvroDecode<'de>>::decode_step(&mut read.0, input, step),
///         _ => step.skip(input),
///     };
///     if !is_read { return Err(unread_step(input, <record>, step, read)) }
/// }
/// let whole = read;
/// let (Some(__f0), Some(__f1)) = whole else { return Err(incomplete(input, whole)) };
/// Ok(Self { email: __f0, seen: __f1 })
/// ```
///
/// Each step is as little code as possible, and whoever makes the error drops what was read: else the compiler writes down for
/// each field, twice, that it may be there.
fn resolved(path: &TokenStream, record: &TokenStream, fields: &[Field], straight: &TokenStream) -> TokenStream {
    let members = members(fields, written(fields).map(|(position, _)| binding(position).into_token_stream()));
    let (mut flattened, mut arms) = (TokenStream::new(), TokenStream::new());
    for (index, (position, field)) in written(fields).enumerate() {
        let place = Index::from(index);
        if field.flatten {
            let function = codec::decoder(field, "decode_resolved");
            flattened.extend(quote! {
                match record.flattened(#position, input, #function) {
                    __avro::Ok(value) => read.#place = __avro::Some(value),
                    __avro::Err(error) => return __avro::Err(error),
                }
            });
        } else {
            let call = codec::decode(field, "decode_step", &quote!(&mut read.#place, input, step));
            arms.extend(quote!(#position => #call,));
        }
    }
    let (read, taken) = if written(fields).next().is_none() {
        (quote!(let read = ();), TokenStream::new())
    } else {
        let empty = written(fields).map(|_| quote!(__avro::None));
        let bindings = written(fields).map(|(position, _)| binding(position));
        (
            quote!(let mut read = (#(#empty,)*);),
            quote! {
                let whole = read;
                let (#(__avro::Some(#bindings),)*) = whole else { return __avro::Err(__avro::incomplete(input, whole)) };
            },
        )
    };
    quote! {
        let __avro::Some(record) = plan.record(input)? else {
            return #straight;
        };
        #read
        #flattened
        for step in record.steps() {
            let is_read = match step.field() {
                #arms
                _ => step.skip(input),
            };
            if !is_read {
                return __avro::Err(__avro::unread_step(input, #record, step, read));
            }
        }
        #taken
        __avro::Ok(#path { #members })
    }
}

/// A newtype passes every way of reading on, so that one around a union is a union.
fn newtype(field: &Field, skipped: &[Field]) -> TokenStream {
    let member = &field.member;
    let rest: Vec<_> = skipped
        .iter()
        .map(|field| {
            let (member, default) = (&field.member, needs::default(&field.ty));
            quote!(#member: #default,)
        })
        .collect();
    let wrapped = |call: TokenStream| quote!(__avro::Ok(Self { #member: #call?, #(#rest)* }));
    let methods = methods(
        &wrapped(codec::decode(field, "decode", &quote!(input))),
        &wrapped(codec::decode(field, "decode_resolved", &quote!(input, plan))),
    );
    let branch = wrapped(codec::decode(field, "decode_branch", &quote!(index, input)));
    let branch_resolved = wrapped(codec::decode(field, "decode_branch_resolved", &quote!(index, input, plan)));
    quote! {
        #methods
        #[inline]
        fn decode_branch(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            #branch
        }
        #[inline]
        fn decode_branch_resolved(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::Option<__avro::PlanRef<'_>>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            #branch_resolved
        }
    }
}

fn fixed(field: &Field) -> TokenStream {
    let member = &field.member;
    let decode = codec::decode(field, "decode", &quote!(input));
    let resolved = codec::decode(field, "decode_resolved", &quote!(input, plan));
    methods(&quote!(__avro::Ok(Self { #member: #decode? })), &quote!(__avro::Ok(Self { #member: #resolved? })))
}

/// ```text
/// enum Suit { Hearts, Spades }
/// ->
/// Ok(match input.enum_index(2)? { 0 => Self::Hearts, _ => Self::Spades })
/// ```
///
/// `enum_index` and the plan give a position below the number of symbols.
fn enumeration(symbols: &[Symbol], other: Option<&Other>) -> TokenStream {
    let count = symbols.len();
    let arms = symbols.iter().enumerate().map(|(index, symbol)| {
        let variant = &symbol.ident;
        if index + 1 == count { quote!(_ => Self::#variant) } else { quote!(#index => Self::#variant) }
    });
    let arms = quote!({ #(#arms),* });
    let resolved = match other {
        None => quote!(__avro::Ok(match plan.symbol(input)? #arms)),
        Some(other) => {
            let other = unknown(other);
            quote! {
                __avro::Ok(match plan.symbol_or_other(input)? {
                    __avro::Ok(index) => match index #arms,
                    __avro::Err(_name) => #other,
                })
            }
        }
    };
    methods(&quote!(__avro::Ok(match input.enum_index(#count)? #arms)), &resolved)
}

/// `#[avro(other)] Unknown(String)`, where `_name` is what the writer calls it.
fn unknown(other: &Other) -> TokenStream {
    let variant = &other.ident;
    let content = other.named.then(|| quote!((<__avro::String as __avro::core::convert::From<_>>::from(_name))));
    quote!(Self::#variant #content)
}

/// ```text
/// enum Payment { Card { last4: String }, Voucher(Voucher) }
/// ->
/// fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
///     match index {
///         0 => Ok(Self::Card { last4: .. }),
///         1 => Ok(Self::Voucher(<Voucher as AvroDecode<'de>>::decode(input)?)),
///         _ => Err(no_branch(input)),
///     }
/// }
/// ```
fn union(branches: &[Branch], other: Option<&Other>) -> TokenStream {
    let (count, takes_other) = (branches.len(), other.is_some());
    let methods = methods(
        &quote! {
            let index = input.branch(#count)?;
            <Self as __avro::AvroDecode<'__de>>::decode_branch(index, input)
        },
        &quote! {
            let (index, plan) = plan.union(input, #takes_other)?;
            <Self as __avro::AvroDecode<'__de>>::decode_branch_resolved(index, input, plan)
        },
    );
    let arms = branches.iter().enumerate().map(|(index, branch)| {
        let variant = &branch.ident;
        let value = match &branch.content {
            Content::Null => quote!(Self::#variant),
            Content::Newtype(field) => {
                let call = codec::decode(field, "decode", &quote!(input));
                quote!(Self::#variant(#call?))
            }
            Content::Record(record) => {
                let schema = quote!(__avro::branch(<Self as __avro::AvroSchema>::SCHEMA, #index));
                let body = straight(&quote!(Self::#variant), &schema, &record.fields);
                return quote!(#index => { #body });
            }
        };
        quote!(#index => __avro::Ok(#value),)
    });
    let resolved = branches.iter().enumerate().map(|(index, branch)| {
        let variant = &branch.ident;
        match &branch.content {
            Content::Null => quote!(#index => __avro::Ok(Self::#variant),),
            Content::Newtype(field) => {
                let call = codec::decode(field, "decode_resolved", &quote!(input, plan));
                quote!(#index => __avro::Ok(Self::#variant(#call?)),)
            }
            Content::Record(record) => {
                let straight = quote!(<Self as __avro::AvroDecode<'__de>>::decode_branch(#index, input));
                let schema = quote!(__avro::branch(<Self as __avro::AvroSchema>::SCHEMA, #index));
                let body = self::resolved(&quote!(Self::#variant), &schema, &record.fields, &straight);
                quote!(#index => { #body })
            }
        }
    });
    let unmatched = match other {
        None => quote!(__avro::Err(plan.unmatched(input))),
        Some(other) => {
            let other = unknown(other);
            quote!({
                let _name = plan.other(input)?;
                __avro::Ok(#other)
            })
        }
    };
    quote! {
        #methods
        fn decode_branch(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            match index {
                #(#arms)*
                _ => __avro::Err(__avro::no_branch(input)),
            }
        }
        fn decode_branch_resolved(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::Option<__avro::PlanRef<'_>>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let __avro::Some(plan) = plan else {
                return <Self as __avro::AvroDecode<'__de>>::decode_branch(index, input);
            };
            match index {
                #(#resolved)*
                _ => #unmatched,
            }
        }
    }
}

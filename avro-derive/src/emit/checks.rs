//! What the derive cannot see, the compiler checks in `const _` items: a field's type against what Avro allows in its place,
//! a default against its field's type, a name against all that the type reaches.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use crate::ast::{Adapter, Container, Content, Data, Field, FieldDefault, written};
use crate::default::Tree;
use crate::emit::{codec, name, needs};
use crate::name::TypeName;
use crate::{source, types};

/// ```text
/// struct Order { #[avro(default = "x")] count: i32, line: Line }
/// ->
/// const _: () = if let Some(text) = default_problem(<i32>::SCHEMA, "\"x\"", Literal::Text, "\"x\"") { panic!("{}", text.as_str()) };
/// const _: () = if let Some(text) = member_problem(Order::SCHEMA, 1) { panic!("{}", text.as_str()) };
/// ```
///
/// each with the span of what it is about, so that the error underlines that. Of a generic type nothing is known before it
/// is instantiated: its instances are checked where they are used.
pub(super) fn emit(container: &Container) -> TokenStream {
    let this = types::this(&container.ident, &container.generics);
    let mut checks: TokenStream = container.all_fields().into_iter().filter_map(|field| text(field, &this)).collect();
    if container.is_generic() || matches!(container.data, Data::Enum(_)) {
        return checks;
    }
    let schema = quote!(<#this as __avro::AvroSchema>::SCHEMA);
    checks.extend(container.all_fields().into_iter().filter_map(|field| default(field, &this)));
    match &container.data {
        Data::Record(fields) => checks.extend(all_members(&schema, fields, &this)),
        Data::Newtype(field, _) => {
            checks.extend(unless(field.span, &quote!(__avro::inner_problem(#schema))));
            if types::is_instance(&field.ty) {
                checks.extend(unless(field.span, &quote!(__avro::names_problem(#schema))));
            }
        }
        Data::Union(branches) => {
            checks.extend(quote! {
                const __DISTINCT: __avro::core::primitive::bool = __avro::distinct_branches(#schema);
            });
            for (index, branch) in branches.iter().enumerate() {
                let problem = quote!(__avro::branch_problem(#schema, #index, __DISTINCT));
                checks.extend(match &branch.content {
                    Content::Newtype(field) => member(field, &this, &problem),
                    _ => unless(branch.ident.span(), &problem),
                });
                if let Content::Record(record) = &branch.content {
                    checks.extend(all_members(&quote!(__avro::branch(#schema, #index)), &record.fields, &this));
                }
            }
        }
        Data::Fixed(fixed) => {
            if let Some((_, span)) = fixed.logical {
                checks.extend(unless(span, &quote!(__avro::fixed_problem(#schema))));
            }
        }
        Data::Enum(_) => {}
    }
    if !matches!(container.data, Data::Newtype(..) | Data::Fixed(_))
        && container.all_fields().into_iter().any(needs_check)
    {
        checks.extend(unless(container.ident.span(), &quote!(__avro::names_problem(#schema))));
    }
    checks
}

/// What can be told where the type itself has no schema, as other things of it are wrong, so that it is not told when those are
/// mended: types without a schema, defaults that are no values of their types, and what Avro does not allow where the fields stand.
///
/// ```text
/// #[avro(nmae = "Pay")] enum Payment { Card(String), Voucher(String) }
/// ->
/// static __TOLD: Schema = Schema::union(NullBranch::None, [String::SCHEMA, String::SCHEMA]);
/// const _: () = if let Some(text) = branch_problem(SchemaRef::new(&__TOLD), 1, ..) { panic!("{}", text.as_str()) };
/// ```
pub(super) fn of_mistaken(container: &Container) -> TokenStream {
    let this = types::this(&container.ident, &container.generics);
    let told: Vec<&Field> = container.all_fields().into_iter().filter(|field| is_told(field)).collect();
    let mut checks: TokenStream = told.iter().map(|field| needs::alone(field)).collect();
    if container.is_generic() {
        return checks;
    }
    checks.extend(told.iter().filter_map(|field| default(field, &this)));
    match &container.data {
        Data::Record(fields) => checks.extend(of_mistaken_record(&container.name, fields, &this)),
        Data::Union(branches) => {
            let held: Vec<&Field> = branches
                .iter()
                .filter_map(|branch| match &branch.content {
                    Content::Newtype(field) => Some(&**field).filter(|field| is_told(field)),
                    _ => None,
                })
                .collect();
            let schemas = held.iter().map(|field| codec::constant(field, &types::outside(&field.ty, &this), "SCHEMA"));
            let node = quote! {
                __avro::Schema::union(__avro::NullBranch::None, const { &[#(__avro::Child::Ptr(#schemas)),*] })
            };
            let problems = held.iter().enumerate().map(|(index, field)| {
                unless(field.span, &quote!(__avro::branch_problem(__avro::SchemaRef::new(&__TOLD), #index, false)))
            });
            checks.extend(told_node(&node, problems.collect()));
            for branch in branches {
                if let Content::Record(record) = &branch.content {
                    checks.extend(of_mistaken_record(&record.name, &record.fields, &this));
                }
            }
        }
        Data::Newtype(..) | Data::Fixed(_) | Data::Enum(_) => {}
    }
    checks
}

/// Nothing was reported of the field, and its schema can be written without that of its type. An adapter with a name is declared
/// beside the schema.
fn is_told(field: &Field) -> bool {
    !field.mistaken.get()
        && field.text.is_none()
        && !matches!(
            field.adapter.leaf(),
            Adapter::With(_) | Adapter::Fixed(_) | Adapter::DecimalFixed { .. } | Adapter::UuidFixed(_)
        )
}

/// Checks of the fields of a record that has no schema: as those of a record of the fields that nothing was reported of.
fn of_mistaken_record(name: &TypeName, fields: &[Field], this: &TokenStream) -> TokenStream {
    let told: Vec<&Field> =
        fields.iter().filter(|field| field.position.is_some() && !field.flatten && is_told(field)).collect();
    if !told.iter().any(|field| needs_check(field)) || !avro_model::names::is_namespace(&name.namespace) {
        return TokenStream::new();
    }
    let entries = told.iter().map(|field| {
        let (wire, hash) = (&field.wire, Literal::u64_unsuffixed(field.hash()));
        let schema = codec::constant(field, &types::outside(&field.ty, this), "SCHEMA");
        quote!(__avro::field(#wire, #hash, #schema, __avro::None))
    });
    let name = name::name_of_field(name);
    let node = quote!(__avro::Schema::record(#name, __avro::None, const { &[#(#entries),*] }, b""));
    let record = quote!(__avro::SchemaRef::new(&__TOLD));
    told_node(&node, members(&record, told.into_iter().enumerate(), false, this))
}

/// `checks` of `node`, which they know as `__TOLD`.
fn told_node(node: &TokenStream, checks: TokenStream) -> TokenStream {
    if checks.is_empty() {
        return checks;
    }
    quote! {
        const _: () = {
            static __TOLD: __avro::Schema = #node;
            #checks
        };
    }
}

/// Checks of all fields of a record.
fn all_members(record: &TokenStream, fields: &[Field], this: &TokenStream) -> TokenStream {
    members(record, written(fields), fields.iter().any(|field| field.flatten), this)
}

/// Checks of a record's fields. What is made of primitives needs none.
fn members<'a>(
    record: &TokenStream,
    fields: impl Iterator<Item = (usize, &'a Field)>,
    joined: bool,
    this: &TokenStream,
) -> TokenStream {
    fields
        .filter(|(_, field)| needs_check(field))
        .map(|(position, field)| {
            if field.flatten {
                return unless(field.span, &quote!(__avro::flatten_problem(#record, #position)));
            }
            let problem = if joined { format_ident!("part_problem") } else { format_ident!("member_problem") };
            let mut check = quote!(__avro::#problem(#record, #position));
            if types::is_instance(&field.ty) {
                // What the instance of a generic type makes of its arguments, no check at that type has seen.
                let schema = codec::own_schema(field, &types::outside(&field.ty, this));
                check = quote!(__avro::reached_problem(#check, #schema));
            }
            member(field, this, &check)
        })
        .collect()
}

/// A check of one field; where its text is wrong, which is reported, there is nothing more to say.
fn member(field: &Field, this: &TokenStream, problem: &TokenStream) -> TokenStream {
    match text_problem(field, this) {
        Some(text) => unless(field.span, &quote!(if #text.is_some() { __avro::None } else { #problem })),
        None => unless(field.span, problem),
    }
}

/// Whether the field's type could have a name that clashes, or a union that cannot be.
fn needs_check(field: &Field) -> bool {
    field.flatten || !matches!(field.adapter, Adapter::Plain) || field.text.is_some() || !types::is_plain(&field.ty)
}

/// An error at `span` where `problem` finds one.
fn unless(span: Span, problem: &TokenStream) -> TokenStream {
    quote_spanned! {span=>
        const _: () = if let __avro::Some(text) = #problem {
            __avro::core::panic!("{}", text.as_str())
        };
    }
}

/// `schema_json` has the shape of the field's type.
fn text(field: &Field, this: &TokenStream) -> Option<TokenStream> {
    Some(unless(field.text.as_ref()?.span, &text_problem(field, this)?))
}

fn text_problem(field: &Field, this: &TokenStream) -> Option<TokenStream> {
    let shape = field.text.as_ref()?.shape();
    let own = codec::own_schema(field, &types::outside(&field.ty, this));
    Some(quote!(__avro::text_problem(#own, #shape)))
}

fn default(field: &Field, this: &TokenStream) -> Option<TokenStream> {
    let schema = codec::constant(field, &types::outside(&field.ty, this), "SCHEMA");
    let (tree, shown, json) = match &field.default {
        FieldDefault::Value { tree, shown, json } => (tree, shown, json),
        FieldDefault::Zero(span) => return Some(unless(*span, &quote!(__avro::zero_problem(#schema)))),
        _ => return None,
    };
    let text = json.clone().or_else(|| tree.json())?;
    let literal = match tree {
        _ if json.is_some() => quote!(Json),
        Tree::Text(_) => quote!(Text),
        Tree::Bytes(_) => quote!(Bytes),
        _ => quote!(Other),
    };
    let readable = source::readable(shown);
    let problem = quote!(__avro::default_problem(#schema, #text, __avro::Literal::#literal, #readable));
    Some(unless(shown.span(), &problem))
}

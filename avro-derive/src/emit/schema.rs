//! The schema constants.

use avro_model::Order;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;

use crate::ast::{Branch, Container, Content, Data, Field, FieldDefault, Symbol, written};
use crate::attr::Property;
use crate::default::Tree;
use crate::emit::generics::Role;
use crate::emit::name::{built, by_name, full_name};
use crate::emit::recursive::{self, StandIn};
use crate::emit::{adapter, codec, generics};
use crate::name::TypeName;
use crate::{source, types};

/// The node and `impl AvroSchema`.
///
/// ```text
/// struct Click { email: String }
/// ->
/// static __NODE: Schema = Schema::record(Name::declared("Click", ..), None, const { &[field::<String>("email", 0x..)] }, b"");
/// impl AvroSchema for Click { const SCHEMA: SchemaRef = SchemaRef::new(&__NODE); .. }
/// ```
///
/// A generic type has no static: its node is an inline `const` in the impl.
pub(super) fn emit(container: &Container) -> TokenStream {
    let (fixed, with) = (adapter::fixed_names(container), adapter::with_adapters(container));
    let this = types::this(&container.ident, &container.generics);
    let texts: TokenStream = container
        .all_fields()
        .into_iter()
        .filter_map(|field| {
            let text = field.text.as_ref()?;
            Some(text.emit(&codec::own_schema(field, &types::outside(&field.ty, &this))))
        })
        .collect();
    let stand_in = if recursive::has_parts(container) { StandIn::Part } else { StandIn::None };
    let scope = Scope { container, this: &this, in_impl: container.is_generic(), stand_in };
    let name = scope.simple_name();
    let full_name = scope.underscored_name();
    let (items, body) = match &container.data {
        Data::Newtype(field, _) => (TokenStream::new(), newtype(field)),
        Data::Union(branches) if stand_in == StandIn::Part => scope.union_of_parts(branches),
        Data::Union(branches) => scope.union(branches),
        Data::Record(_) if stand_in == StandIn::Part => scope.record_of_parts(),
        _ => {
            let min_size = scope.min_size();
            let (items, schema) = scope.placed("__NODE", &scope.node());
            let body = quote! {
                const SCHEMA: __avro::SchemaRef = #schema;
                const MIN_SIZE: __avro::core::primitive::usize = #min_size;
            };
            (items, body)
        }
    };
    let body = quote! {
        const NAME: &'static __avro::core::primitive::str = #name;
        #full_name
        #body
    };
    let generics = generics::bounded(container, Role::Schema);
    let implementation = generics::implementation(container, &generics, &quote!(__avro::AvroSchema), &body);
    let document = scope.static_document();
    quote!(#fixed #with #texts #document #items #implementation)
}

/// `impl AvroTexts`, for types whose texts are the same for every instance.
pub(super) fn emit_texts(container: &Container) -> TokenStream {
    if container.is_generic() {
        return TokenStream::new();
    }
    let body = quote! {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<Self>();
    };
    generics::implementation(container, &container.generics, &quote!(__avro::AvroTexts), &body)
}

/// `impl UnitEnum`: which symbol a variant's path stands for in `#[avro(default = Status::New)]`.
pub(super) fn emit_symbols(container: &Container, symbols: &[Symbol]) -> TokenStream {
    let pairs = symbols.iter().map(|symbol| {
        let (variant, quoted) = (symbol.ident.unraw().to_string(), format!("\"{}\"", symbol.wire));
        quote!((#variant, #quoted))
    });
    let body = quote! {
        const SYMBOLS: &'static [(&'static __avro::core::primitive::str, &'static __avro::core::primitive::str)] = &[#(#pairs),*];
    };
    generics::implementation(container, &container.generics, &quote!(__avro::UnitEnum), &body)
}

/// Where the tokens are put: in the impl, or in a static beside it.
struct Scope<'a> {
    container: &'a Container,
    this: &'a TokenStream,
    in_impl: bool,
    stand_in: StandIn,
}

impl Scope<'_> {
    /// `node` as a static of that name and the handle to it; in an impl the handle to an inline constant.
    fn placed(&self, name: &str, node: &TokenStream) -> (TokenStream, TokenStream) {
        if self.in_impl {
            let new = format_ident!("{}", if self.stand_in == StandIn::Part { "part" } else { "new" });
            let handle = quote!(__avro::SchemaRef::#new(const { &#node }));
            let is_whole = self.stand_in == StandIn::None && !recursive::others(self.container).is_empty();
            let whole = is_whole.then(|| {
                let document = self.document();
                quote!(.whole(#document))
            });
            return (TokenStream::new(), quote!(#handle #whole));
        }
        let name = format_ident!("{name}");
        let whole = (!recursive::others(self.container).is_empty()).then(|| quote!(.whole(&__DOCUMENT)));
        (quote!(static #name: __avro::Schema = #node;), quote!(__avro::SchemaRef::new(&#name) #whole))
    }

    /// Where the names of generic types are looked up.
    fn document(&self) -> TokenStream {
        let own = (self.stand_in == StandIn::Part).then(|| quote!(<Self as __avro::AvroSchema>::PART,));
        let others = recursive::others(self.container);
        quote!(const { &__avro::Document::of_parts(const { &[#own #(<#others as __avro::AvroSchema>::PART),*] }) })
    }

    /// The same of a type that is not generic, as a static.
    fn static_document(&self) -> TokenStream {
        let others = recursive::others(self.container);
        if self.in_impl || others.is_empty() {
            return TokenStream::new();
        }
        let others = others.iter().map(|ty| types::outside_tokens(ty.clone(), self.this));
        quote! {
            static __DOCUMENT: __avro::Document =
                __avro::Document::of_parts(const { &[#(<#others as __avro::AvroSchema>::PART),*] });
        }
    }

    /// The type of `field` as it reads here.
    fn ty(&self, field: &Field) -> TokenStream {
        if self.in_impl {
            recursive::ty(self.container, field, self.stand_in)
        } else {
            types::outside(&field.ty, self.this)
        }
    }

    /// See [`recursive`].
    fn record_of_parts(&self) -> (TokenStream, TokenStream) {
        let (min_size, document) = (self.min_size(), self.document());
        let (_, part) = self.placed("__NODE", &self.node());
        let by_name = by_name(&self.container.name);
        let body = quote! {
            const PART: __avro::SchemaRef = #part;
            const BY_NAME: __avro::SchemaRef = #by_name;
            const SCHEMA: __avro::SchemaRef = <Self as __avro::AvroSchema>::PART.whole(#document);
            const MIN_SIZE: __avro::core::primitive::usize = #min_size;
        };
        (TokenStream::new(), body)
    }

    /// ```text
    /// enum Sum<T> { Of { value: T }, Both { left: Box<Sum<T>>, right: Box<Sum<T>> } }
    /// ->
    /// const PART_UNION: Option<&'static [Child]> = Some(&[{ "SumOf_{T}", value: .. }, { "SumBoth_{T}", left: <Box<ByName<Sum<T>>>>::SCHEMA, .. }]);
    /// const BY_NAME_UNION: Option<&'static [Child]> = Some(&[{ "SumOf_{T}" }, { "SumBoth_{T}" }]);
    /// const UNION: Option<&'static [Child]> = Some(&whole_branches(Self::PART_UNION, Document::of_parts(&[Self::PART])));
    /// ```
    fn union_of_parts(&self, branches: &[Branch]) -> (TokenStream, TokenStream) {
        let (parts, count, document) = (self.branches(branches).1, branches.len(), self.document());
        let names = branches.iter().map(|branch| match &branch.content {
            Content::Null => quote!(__avro::Child::Ptr(<() as __avro::AvroSchema>::SCHEMA)),
            Content::Newtype(field) => {
                let ty = recursive::ty(self.container, field, StandIn::ByName);
                let schema = codec::constant(field, &ty, "SCHEMA");
                quote!(__avro::Child::Ptr(#schema))
            }
            Content::Record(record) => {
                let name = by_name(&record.name);
                quote!(__avro::Child::Ptr(#name))
            }
        });
        let union = |of: TokenStream| {
            quote!(const {
                &__avro::Schema::union(__avro::NullBranch::None, __avro::branches_of(<Self as __avro::AvroSchema>::#of))
            })
        };
        let (part, by_name) = (union(quote!(PART_UNION)), union(quote!(BY_NAME_UNION)));
        let said = self.union_constants(branches);
        let list = quote!(__avro::Option<&'static [__avro::Child]>);
        let body = quote! {
            const PART_UNION: #list = __avro::Some(const { &[#(#parts),*] });
            const PART: __avro::SchemaRef = __avro::SchemaRef::part(#part);
            const BY_NAME_UNION: #list = __avro::Some(const { &[#(#names),*] });
            const BY_NAME: __avro::SchemaRef = __avro::SchemaRef::new(#by_name);
            const UNION: #list = __avro::Some(const {
                &__avro::whole_branches::<#count>(<Self as __avro::AvroSchema>::PART_UNION, #document)
            });
            const SCHEMA: __avro::SchemaRef = <Self as __avro::AvroSchema>::PART.whole(#document);
            #said
        };
        (TokenStream::new(), body)
    }

    fn node(&self) -> TokenStream {
        let container = self.container;
        let doc = optional(container.doc.as_ref());
        let name = |members| self.name(&container.name, &container.aliases, members);
        let node = match &container.data {
            Data::Record(fields) => self.record(&name(members(fields)), &doc, fields),
            Data::Fixed(fixed) => {
                let (name, size) = (name(Vec::new()), &fixed.size);
                quote!(__avro::Schema::fixed(#name, #doc, (#size) as __avro::core::primitive::u32))
            }
            Data::Enum(symbols) => {
                let name = name(symbols.iter().map(|symbol| member("", &symbol.ident.to_string(), "")).collect());
                let texts = symbols.iter().map(|symbol| &symbol.wire);
                let default = optional(symbols.iter().find(|symbol| symbol.default).map(|symbol| &symbol.wire));
                quote!(__avro::Schema::enumeration(#name, #doc, const { &[#(__avro::Str::Static(#texts)),*] }, #default))
            }
            Data::Newtype(..) | Data::Union(_) => TokenStream::new(),
        };
        let error = container.error.then(|| quote!(.as_error()));
        let props = with_props(&container.props);
        quote!(#node #error #props)
    }

    fn record(&self, name: &TokenStream, doc: &TokenStream, fields: &[Field]) -> TokenStream {
        if fields.iter().any(|field| field.flatten) {
            let parts = written(fields).map(|(_, field)| {
                if field.flatten {
                    let schema = codec::constant(field, &self.ty(field), "SCHEMA");
                    return quote!(__avro::FieldPart::Of(#schema));
                }
                let own = self.field(field);
                quote!(__avro::FieldPart::Own(#own))
            });
            return quote!(__avro::Schema::joined_record(#name, #doc, const { &[#(#parts),*] }));
        }
        let entries = written(fields).map(|(_, field)| self.field(field));
        let by_hash = by_hash(fields);
        quote!(__avro::Schema::record(#name, #doc, const { &[#(#entries),*] }, #by_hash))
    }

    fn field(&self, field: &Field) -> TokenStream {
        let ty = self.ty(field);
        let (wire, hash) = (&field.wire, Literal::u64_unsuffixed(field.hash()));
        let schema = codec::constant(field, &ty, "SCHEMA");
        let of_type = matches!(field.default, FieldDefault::OfType);
        let plain = field.doc.is_none()
            && field.aliases.is_empty()
            && field.props.is_empty()
            && field.order == Order::Ascending;
        if of_type && plain {
            let default = codec::constant_beside(field, &ty, "FIELD_DEFAULT");
            return quote!(__avro::field(#wire, #hash, #schema, #default));
        }
        let default = match &field.default {
            FieldDefault::OfType => Some(codec::constant_beside(field, &ty, "FIELD_DEFAULT")),
            FieldDefault::None => None,
            FieldDefault::Zero(span) => Some(quote_spanned!(*span=> __avro::Some(__avro::zero(#schema)))),
            FieldDefault::Value { tree, json, .. } => {
                let text = match (json, tree) {
                    (Some(text), _) => quote!(#text),
                    (None, Tree::Path(path)) => {
                        let ty = types::outside(types::innermost(&field.ty), self.this);
                        let at = path.span();
                        let symbols_of = types::respanned(ty.clone(), at);
                        let variant = path.path.segments.last().map(|last| last.ident.unraw().to_string());
                        quote_spanned!(at=> {
                            // That there is such a variant; it may be beside one with a text, which no constant can hold.
                            let _: fn() -> #ty = || #path;
                            __avro::symbol(<#symbols_of as __avro::UnitEnum>::SYMBOLS, #variant)
                        })
                    }
                    (None, tree) => tree.json().into_token_stream(),
                };
                Some(quote!(__avro::Some(#text)))
            }
        };
        let default = default.map(|default| quote!(default: #default,));
        let aliases = (!field.aliases.is_empty()).then(|| {
            let aliases = &field.aliases;
            quote!(aliases: const { &[#(__avro::Str::Static(#aliases)),*] },)
        });
        let doc = field.doc.as_ref().map(|doc| quote!(doc: __avro::Some(#doc),));
        let order = match field.order {
            Order::Ascending => None,
            Order::Descending => Some(quote!(order: __avro::Order::Descending,)),
            Order::Ignore => Some(quote!(order: __avro::Order::Ignore,)),
        };
        let props = (!field.props.is_empty()).then(|| {
            let props = properties(&field.props);
            quote!(props: #props,)
        });
        quote!(__avro::Field::new(#wire, #hash, #schema, __avro::FieldSpec {
            #default #order #aliases #doc #props ..__avro::FieldSpec::NONE
        }))
    }

    /// ```text
    /// enum Payment { Card { last4: String }, Voucher(Voucher), #[avro(null)] None }
    /// ->
    /// static __BRANCH0: Schema = Schema::record(Name::declared("PaymentCard", ..), ..);
    /// static __BRANCHES: [Child; 3] = [Child::Ptr(SchemaRef::new(&__BRANCH0)), Child::Ptr(Voucher::SCHEMA), Child::Ptr(<()>::SCHEMA)];
    /// static __NODE: Schema = Schema::union(NullBranch::None, &__BRANCHES);
    /// ```
    fn union(&self, branches: &[Branch]) -> (TokenStream, TokenStream) {
        let (mut items, children) = self.branches(branches);
        let count = children.len();
        let list = if self.in_impl {
            quote!(const { &[#(#children),*] })
        } else {
            items.extend(quote!(static __BRANCHES: [__avro::Child; #count] = [#(#children),*];));
            quote!(&__BRANCHES)
        };
        let (item, schema) = self.placed("__NODE", &quote!(__avro::Schema::union(__avro::NullBranch::None, #list)));
        items.extend(item);
        let said = self.union_constants(branches);
        let body = quote! {
            const SCHEMA: __avro::SchemaRef = #schema;
            const UNION: __avro::Option<&'static [__avro::Child]> = __avro::Some(#list);
            #said
        };
        (items, body)
    }

    /// The statics and the list of a union's branches.
    fn branches(&self, branches: &[Branch]) -> (TokenStream, Vec<TokenStream>) {
        let mut items = TokenStream::new();
        let mut children = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let child = match &branch.content {
                Content::Null => quote!(<() as __avro::AvroSchema>::SCHEMA),
                Content::Newtype(field) => codec::constant(field, &self.ty(field), "SCHEMA"),
                Content::Record(record) => {
                    let name = self.name(&record.name, &record.aliases, members(&record.fields));
                    let node = self.record(&name, &optional(record.doc.as_ref()), &record.fields);
                    let props = with_props(&record.props);
                    let (item, handle) = self.placed(&format!("__BRANCH{index}"), &quote!(#node #props));
                    items.extend(item);
                    handle
                }
            };
            children.push(quote!(__avro::Child::Ptr(#child)));
        }
        (items, children)
    }

    /// What an impl says of a union beside its branches.
    fn union_constants(&self, branches: &[Branch]) -> TokenStream {
        let nullable = branches.iter().any(|branch| matches!(branch.content, Content::Null));
        let nullable = nullable.then(|| {
            quote!(
                const NULLABLE: __avro::core::primitive::bool = true;
            )
        });
        let other = self.container.other.is_some().then(|| {
            quote!(
                const OTHER: __avro::core::primitive::bool = true;
            )
        });
        quote! {
            #other
            #nullable
            const MIN_SIZE: __avro::core::primitive::usize = 1;
        }
    }

    /// The fewest bytes of a value. A union or an enum takes its index; asking its branches would be a cycle where the type
    /// is recursive.
    fn min_size(&self) -> TokenStream {
        match &self.container.data {
            Data::Record(fields) => {
                let mut sizes = written(fields)
                    .map(|(_, field)| codec::constant(field, &field.type_tokens(), "MIN_SIZE"))
                    .peekable();
                if sizes.peek().is_none() { quote!(0) } else { quote!(#(#sizes)+*) }
            }
            Data::Fixed(fixed) => {
                let size = &fixed.size;
                quote!(#size)
            }
            _ => quote!(1),
        }
    }

    /// `NAME`: what a generic instance that has this type as an argument takes into its own name.
    fn simple_name(&self) -> TokenStream {
        let name = &self.container.name;
        name.simple().map_or_else(|| built(&name.pieces, ""), |name| quote!(#name))
    }

    /// `FULL_NAME`, where it differs from `NAME`.
    fn underscored_name(&self) -> TokenStream {
        let name = &self.container.name;
        if name.namespace.is_empty() {
            return TokenStream::new();
        }
        let prefix = format!("{}_", name.namespace.replace('.', "_"));
        let text = match name.simple() {
            Some(simple) => format!("{prefix}{simple}").into_token_stream(),
            None => built(&name.pieces, &prefix),
        };
        quote!(const FULL_NAME: &'static __avro::core::primitive::str = #text;)
    }

    fn name(&self, name: &TypeName, aliases: &[TypeName], members: Vec<TokenStream>) -> TokenStream {
        let full = full_name(name);
        let aliases = if aliases.is_empty() {
            quote!(&[])
        } else {
            let aliases = aliases.iter().map(full_name);
            quote!(const { &[#(__avro::Str::Static(#aliases)),*] })
        };
        let bare = name.bare;
        let ident = self.container.ident.unraw().to_string();
        let line = match source::line(self.container.ident.span()) {
            Some(line) => Literal::usize_unsuffixed(line).into_token_stream(),
            None => quote!(__avro::core::line!()),
        };
        let identity = self.container.identity.map(|identity| {
            let identity = Literal::u64_unsuffixed(identity);
            quote!(.of_type(#identity))
        });
        quote! {
            __avro::Name::declared(#full, #aliases, #bare, const { &__avro::Origin {
                ident: #ident,
                file: __avro::core::file!(),
                line: #line,
                members: &[#(#members),*],
            } }) #identity
        }
    }
}

/// `struct Email(String)` has the schema of `String` and everything that goes with it.
fn newtype(field: &Field) -> TokenStream {
    let ty = field.type_tokens();
    let [schema, default, mut union, other, nullable, min_size] =
        ["SCHEMA", "FIELD_DEFAULT", "UNION", "OTHER", "NULLABLE", "MIN_SIZE"]
            .map(|name| codec::constant(field, &ty, name));
    if field.text.is_some() {
        union = quote!(__avro::branches(Self::SCHEMA));
    }
    quote! {
        const SCHEMA: __avro::SchemaRef = #schema;
        const FIELD_DEFAULT: __avro::Option<&'static __avro::core::primitive::str> = #default;
        const UNION: __avro::Option<&'static [__avro::Child]> = #union;
        const OTHER: __avro::core::primitive::bool = #other;
        const NULLABLE: __avro::core::primitive::bool = #nullable;
        const MIN_SIZE: __avro::core::primitive::usize = #min_size;
    }
}

/// A list of properties.
fn properties(properties: &[Property]) -> TokenStream {
    let entries = properties.iter().map(|Property { key, value, .. }| quote!(__avro::prop(#key, #value)));
    quote!(const { &[#(#entries),*] })
}

/// What adds these properties to a node.
fn with_props(props: &[Property]) -> Option<TokenStream> {
    (!props.is_empty()).then(|| {
        let props = properties(props);
        quote!(.with_props(#props))
    })
}

/// `Some("text")` or `None`.
fn optional(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(__avro::Some(#text)),
        None => quote!(__avro::None),
    }
}

/// How many fields a flattened record is, is not known here: the members end in front of the first.
fn members(fields: &[Field]) -> Vec<TokenStream> {
    written(fields)
        .take_while(|(_, field)| !field.flatten)
        .map(|(_, field)| {
            let mut vis = source::readable(&field.vis.to_token_stream());
            if !vis.is_empty() {
                vis.push(' ');
            }
            member(&vis, &field.member.to_token_stream().to_string(), &source::readable(&field.type_tokens()))
        })
        .collect()
}

fn member(vis: &str, ident: &str, ty: &str) -> TokenStream {
    quote!(__avro::Member { vis: #vis, ident: #ident, ty: #ty })
}

/// Positions by ascending hash, for records with more fields than a search through all of them is good for.
fn by_hash(fields: &[Field]) -> Literal {
    const LINEAR: usize = 8;
    let mut order: Vec<(u64, usize)> = written(fields).map(|(position, field)| (field.hash(), position)).collect();
    if order.len() <= LINEAR {
        return Literal::byte_string(b"");
    }
    order.sort_unstable();
    let bytes: Vec<u8> = order.iter().flat_map(|(_, position)| (*position as u16).to_le_bytes()).collect();
    Literal::byte_string(&bytes)
}

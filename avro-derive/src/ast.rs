//! The derive's own tree of a type: what the checks judge and the emitters print. Everything in it is already resolved:
//! names, positions, defaults, and which of the type's parameters the schema depends on.

use std::cell::Cell;

use avro_model::{Order, text};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::{Expr, Generics, LitStr, Member, Path, Type, Visibility};

use crate::attr::{Evolution, Form, Logical, Property, RuleSeverity};
use crate::default::Tree;
use crate::name::TypeName;
use crate::package::Package;
use crate::schema_text::SchemaText;
use crate::types::{Keys, Need};

/// A struct or an enum that derives `AvroSchema`.
pub(crate) struct Container {
    /// Its identifier.
    pub(crate) ident: Ident,
    /// Its generics.
    pub(crate) generics: Generics,
    /// Its parameters that the schema depends on: type and const parameters that a field mentions.
    pub(crate) used: Vec<Ident>,
    /// The name of its schema (of a union: what its variants' records and its history are called after).
    pub(crate) name: TypeName,
    /// Which type it is; nothing for a generic one, each instance of which is another.
    pub(crate) identity: Option<u64>,
    /// Former names.
    pub(crate) aliases: Vec<TypeName>,
    /// Documentation.
    pub(crate) doc: Option<String>,
    /// Properties of a record, an enum or a fixed.
    pub(crate) props: Vec<Property>,
    /// The record is declared as an error.
    pub(crate) error: bool,
    /// An alias may stand for several fields.
    pub(crate) ambiguous_aliases: bool,
    /// The user implements `MapKey` for it.
    pub(crate) own_map_key: bool,
    /// What it holds.
    pub(crate) data: Data,
    /// The variant that takes what is not in the schema.
    pub(crate) other: Option<Other>,
    /// `evolution`.
    pub(crate) evolution: Option<Evolution>,
    /// `history = ".."`.
    pub(crate) history: Option<LitStr>,
    /// `subject = ".."`.
    pub(crate) subject: Option<LitStr>,
    /// `gate = ".."`.
    pub(crate) gate: Option<LitStr>,
    /// `allow(..)`, `warn(..)`, `deny(..)`.
    pub(crate) severities: Vec<RuleSeverity>,
    /// The path of the runtime crate.
    pub(crate) runtime: Path,
    /// `[package.metadata.avro]`.
    pub(crate) package: Package,
}

/// The form of a type.
pub(crate) enum Data {
    /// A struct that is a record.
    Record(Vec<Field>),
    /// A struct that has the schema of the one field that is in it: a newtype, or `transparent`. Its other fields are skipped.
    Newtype(Box<Field>, Vec<Field>),
    /// A newtype over `[u8; N]` that is a named fixed.
    Fixed(Box<FixedType>),
    /// An enum without data.
    Enum(Vec<Symbol>),
    /// An enum that carries data: a union.
    Union(Vec<Branch>),
}

/// A newtype over `[u8; N]` that is a named fixed.
pub(crate) struct FixedType {
    /// What it holds.
    pub(crate) field: Field,
    /// `N`.
    pub(crate) size: Expr,
    /// Its logical type and the attribute's span.
    pub(crate) logical: Option<(Logical, Span)>,
}

/// A field, skipped ones included.
pub(crate) struct Field {
    /// How Rust calls it.
    pub(crate) member: Member,
    /// What to underline: the identifier, or the type of a field without one.
    pub(crate) span: Span,
    /// Visibility.
    pub(crate) vis: Visibility,
    /// Rust type.
    pub(crate) ty: Type,
    /// Avro name.
    pub(crate) wire: String,
    /// Position among the record's fields; nothing for a skipped field.
    pub(crate) position: Option<usize>,
    /// Former names.
    pub(crate) aliases: Vec<String>,
    /// Documentation.
    pub(crate) doc: Option<String>,
    /// Default.
    pub(crate) default: FieldDefault,
    /// Sort order.
    pub(crate) order: Order,
    /// Properties.
    pub(crate) props: Vec<Property>,
    /// `schema_json = ".."`
    pub(crate) text: Option<SchemaText>,
    /// Another form than the type's own.
    pub(crate) adapter: Adapter,
    /// The attribute that chose it.
    pub(crate) adapter_span: Option<Span>,
    /// Keys of maps that are no texts are written as theirs.
    pub(crate) text_keys: bool,
    /// Something of it was reported.
    pub(crate) mistaken: Cell<bool>,
    /// What the types in it need.
    pub(crate) needs: Vec<Need>,
    /// What an attribute chooses a form for is another type in each instance.
    pub(crate) depends: bool,
    /// The fields of this record stand in place of it.
    pub(crate) flatten: bool,
    /// `by_name`: the type, which leads back here, is referred to by its name.
    pub(crate) by_name: Option<Span>,
}

/// The default of a field.
pub(crate) enum FieldDefault {
    /// What the type says: `null` for `Option`, none for most.
    OfType,
    /// None, also where the type has one.
    None,
    /// The type's zero value; the span of `default`.
    Zero(Span),
    /// A value; its expression for spans; whether it was JSON text, which is checked less strictly than a Rust literal.
    Value {
        /// The value.
        tree: Tree,
        /// What to underline.
        shown: TokenStream,
        /// JSON text given by the user, kept as it is.
        json: Option<String>,
    },
}

/// Which traits a field goes through.
pub(crate) enum Adapter {
    /// The type's own.
    Plain,
    /// `as = ".."`
    Form(Form),
    /// A logical type on a base type, or a unit: the adapter's name
    Named(&'static str),
    /// `decimal(..)`
    Decimal {
        /// Digits in all.
        precision: u32,
        /// Digits behind the point, where they are stated.
        scale: Option<u32>,
    },
    /// `decimal(.., fixed = N)`; no name where the type itself is the fixed
    DecimalFixed {
        /// Digits in all.
        precision: u32,
        /// Digits behind the point, where they are stated.
        scale: Option<u32>,
        /// Bytes.
        size: u32,
        /// What it is called.
        name: Option<Box<FixedForm>>,
    },
    /// `uuid_fixed`, with a name or without
    UuidFixed(Option<Box<FixedForm>>),
    /// `fixed = "Name"`
    Fixed(Box<FixedForm>),
    /// `exact` on what the inner adapter writes
    Exact(Box<Adapter>),
    /// `via = Type`
    Via(Box<Type>),
    /// `with = module`
    With(Box<WithForm>),
    /// `Option` of what the inner adapter writes
    Opt(Box<Adapter>),
    /// `Option` with `null` as the last branch
    NullLast(Box<Adapter>),
    /// A sequence of what the inner adapter writes
    Seq(Box<Adapter>),
    /// A map to what the inner adapter writes
    Values(Box<Adapter>, Keys),
    /// A `Cow` that is read as an owned value
    Owned,
    /// A pointer to what the inner adapter writes
    Boxed(Box<Adapter>),
}

/// The named fixed that a field declares.
pub(crate) struct FixedForm {
    /// Position among those of the type.
    pub(crate) index: usize,
    /// Name.
    pub(crate) name: TypeName,
}

/// The module that converts a foreign type.
pub(crate) struct WithForm {
    /// Position among those of the type.
    pub(crate) index: usize,
    /// The module.
    pub(crate) module: Path,
    /// The foreign type.
    pub(crate) ty: Type,
}

/// The variant that takes what is not in the schema.
pub(crate) struct Other {
    /// Identifier.
    pub(crate) ident: Ident,
    /// It holds the symbol, or the name of the branch.
    pub(crate) named: bool,
}

/// A variant of an enum without data.
pub(crate) struct Symbol {
    /// Identifier.
    pub(crate) ident: Ident,
    /// Symbol.
    pub(crate) wire: String,
    /// Takes the place of symbols that this version does not know.
    pub(crate) default: bool,
}

/// A variant of an enum that carries data.
pub(crate) struct Branch {
    /// Identifier.
    pub(crate) ident: Ident,
    /// What it holds.
    pub(crate) content: Content,
}

/// What a branch holds.
pub(crate) enum Content {
    /// `Variant(T)`: the schema of `T`.
    Newtype(Box<Field>),
    /// `Variant { .. }` or `Variant`: a record.
    Record(BranchRecord),
    /// `#[avro(null)] Variant`
    Null,
}

/// The record of a variant.
pub(crate) struct BranchRecord {
    /// `<Enum><Variant>` in the enum's namespace.
    pub(crate) name: TypeName,
    /// Former names.
    pub(crate) aliases: Vec<TypeName>,
    /// Documentation.
    pub(crate) doc: Option<String>,
    /// Properties.
    pub(crate) props: Vec<Property>,
    /// Fields.
    pub(crate) fields: Vec<Field>,
    /// `Variant`, not `Variant { .. }`.
    pub(crate) unit: bool,
}

impl Container {
    /// The full name of the schema, where it is the same for every instance.
    pub(crate) fn full_name(&self) -> Option<String> {
        self.name.full()
    }

    /// Whether the schema depends on type or const parameters.
    pub(crate) fn is_generic(&self) -> bool {
        self.generics.type_params().next().is_some() || self.generics.const_params().next().is_some()
    }

    /// The fields of a record, in order, with their positions.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (usize, &Field)> {
        let fields: &[Field] = match &self.data {
            Data::Record(fields) => fields,
            _ => &[],
        };
        written(fields)
    }

    /// The fields that are not in the schema, variants' included.
    pub(crate) fn skipped_fields(&self) -> Vec<&Field> {
        let lists: Vec<&[Field]> = match &self.data {
            Data::Record(fields) | Data::Newtype(_, fields) => vec![fields],
            Data::Union(branches) => branches
                .iter()
                .filter_map(|branch| match &branch.content {
                    Content::Record(record) => Some(record.fields.as_slice()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        lists.into_iter().flatten().filter(|field| field.position.is_none()).collect()
    }

    /// All fields of the type that are in the schema, variants' included.
    pub(crate) fn all_fields(&self) -> Vec<&Field> {
        match &self.data {
            Data::Record(fields) => written(fields).map(|(_, field)| field).collect(),
            Data::Newtype(field, _) => vec![field],
            Data::Fixed(fixed) => vec![&fixed.field],
            Data::Enum(_) => Vec::new(),
            Data::Union(branches) => branches
                .iter()
                .flat_map(|branch| match &branch.content {
                    Content::Newtype(field) => vec![&**field],
                    Content::Record(record) => written(&record.fields).map(|(_, field)| field).collect(),
                    Content::Null => Vec::new(),
                })
                .collect(),
        }
    }
}

/// The fields that are in the schema, with their positions.
pub(crate) fn written(fields: &[Field]) -> impl Iterator<Item = (usize, &Field)> {
    fields.iter().filter_map(|field| field.position.map(|position| (position, field)))
}

impl Adapter {
    /// The adapter of what is in options, lists, maps and pointers.
    pub(crate) fn leaf(&self) -> &Adapter {
        match self {
            Adapter::Exact(inner)
            | Adapter::Opt(inner)
            | Adapter::NullLast(inner)
            | Adapter::Seq(inner)
            | Adapter::Values(inner, _)
            | Adapter::Boxed(inner) => inner.leaf(),
            _ => self,
        }
    }

    /// Whether what it carries to, through lists, maps, options and pointers, has its own form.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.leaf(), Adapter::Plain)
    }
}

impl Field {
    /// The hash by which the field is looked up.
    pub(crate) fn hash(&self) -> u64 {
        text::hash(&self.wire)
    }

    /// The Rust type's tokens.
    pub(crate) fn type_tokens(&self) -> TokenStream {
        self.ty.to_token_stream()
    }
}

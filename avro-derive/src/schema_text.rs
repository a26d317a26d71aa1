//! `schema_json = ".."`: the schema of one position as text. What it adds to the schema of the field's type, it adds in place:
//! named types and everything that carries nothing stay the type's own.

use avro_model::json::{self, Node, Options, Tree, Value};
use avro_model::{Prop, names, parse};
use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::LitStr;

use crate::error::Ctxt;

/// The text of one position.
pub(crate) struct SchemaText {
    /// Position among those of the type.
    pub(crate) index: usize,
    /// The literal.
    pub(crate) span: Span,
    /// What it says.
    pub(crate) root: Part,
}

/// A node of the text.
pub(crate) struct Part {
    kind: Kind,
    /// The properties, a logical type's included.
    properties: Vec<Prop>,
}

enum Kind {
    /// A primitive's or a named type's name.
    Name(String),
    Array(Box<Part>),
    Map(Box<Part>),
    Union(Vec<Part>),
}

/// How deep the text may nest, what is far more than a Rust type does.
const DEEPEST: usize = 256;

impl SchemaText {
    /// Reads the text; what is wrong with it is reported at the literal.
    pub(crate) fn read(cx: &Ctxt, literal: &LitStr, index: usize) -> Option<SchemaText> {
        let text = literal.value();
        let mut options = Options::default();
        (options.comments, options.nesting) = (false, DEEPEST);
        let root = match Tree::parse(&text, &options) {
            Ok(tree) => Part::read(tree.root()),
            Err(error) => Err(format!("this is no JSON text: {error}")),
        };
        match root {
            Ok(root) => Some(SchemaText { index, span: literal.span(), root }),
            Err(text) => {
                cx.error(literal.span(), text);
                None
            }
        }
    }

    /// The text without what it carries: what the schema of the Rust type has to be.
    pub(crate) fn shape(&self) -> String {
        let mut out = String::new();
        self.root.write_shape(&mut out);
        out
    }

    /// The identifier of the handle that [`SchemaText::emit`] makes.
    pub(crate) fn ident(&self) -> syn::Ident {
        format_ident!("__TEXT{}", self.index)
    }

    /// The nodes that carry something, as statics, and the handle to the root.
    ///
    /// ```text
    /// #[avro(schema_json = r#"{"type":"array","items":["null","a.Id"],"unit":"ids"}"#)] ids: Vec<Option<Id>>
    /// ->
    /// const __OWN0: SchemaRef = <Vec<Option<Id>>>::SCHEMA;
    /// static __TEXT0_0: Schema = Schema::array(part(__OWN0, 0)).with_props(const { &[prop("unit", "\"ids\"")] });
    /// const __TEXT0: SchemaRef = SchemaRef::new(&__TEXT0_0);
    /// ```
    pub(crate) fn emit(&self, own: &TokenStream) -> TokenStream {
        let (own_ident, ident) = (format_ident!("__OWN{}", self.index), self.ident());
        let mut items = TokenStream::new();
        let mut count = 0;
        let root = self.root.emit(&format!("{ident}_"), &own_ident.to_token_stream(), &mut items, &mut count);
        quote! {
            const #own_ident: __avro::SchemaRef = #own;
            #items
            const #ident: __avro::SchemaRef = #root;
        }
    }
}

impl Part {
    fn read(node: Node<'_>) -> Result<Part, String> {
        match node.value() {
            Value::String(name) => Ok(Part { kind: Kind::Name(name.to_owned()), properties: Vec::new() }),
            Value::Array => {
                let branches = node.children().map(Part::read).collect::<Result<_, _>>()?;
                Ok(Part { kind: Kind::Union(branches), properties: Vec::new() })
            }
            Value::Object => Part::read_object(node),
            _ => Err(format!("found {}, expected a schema: a name, an object or a list of branches", node.describe())),
        }
    }

    fn read_object(node: Node<'_>) -> Result<Part, String> {
        let Some(ty) = node.get("type").and_then(Node::as_str) else {
            return Err("a schema that is an object has the name of a type as its \"type\"".to_owned());
        };
        let element = |key: &str| match node.get(key) {
            Some(element) => Part::read(element).map(Box::new),
            None => Err(format!("a schema of type {ty} has {key:?}, a schema")),
        };
        let kind = match ty {
            "array" => Kind::Array(element("items")?),
            "map" => Kind::Map(element("values")?),
            "record" | "error" | "enum" | "fixed" => {
                return Err(format!(
                    "a {ty} is declared by its Rust type: write its full name here, and what it carries on that type"
                ));
            }
            primitive if names::is_primitive(primitive) => Kind::Name(primitive.to_owned()),
            other => {
                let near = names::nearest(other, names::PRIMITIVES.into_iter().chain(["array", "map"]));
                let instead = near.map_or_else(
                    || "a named type is written as its full name alone".to_owned(),
                    |near| format!("did you mean {near:?}?"),
                );
                return Err(format!("{other:?} is no type that an object can have here: {instead}"));
            }
        };
        Ok(Part { kind, properties: parse::properties(node) })
    }

    fn write_shape(&self, out: &mut String) {
        match &self.kind {
            Kind::Name(name) => json::write_string(out, name),
            Kind::Array(items) => {
                out.push_str("{\"type\":\"array\",\"items\":");
                items.write_shape(out);
                out.push('}');
            }
            Kind::Map(values) => {
                out.push_str("{\"type\":\"map\",\"values\":");
                values.write_shape(out);
                out.push('}');
            }
            Kind::Union(branches) => {
                out.push('[');
                for (index, branch) in branches.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    branch.write_shape(out);
                }
                out.push(']');
            }
        }
    }

    /// Whether it, or something in it, carries a property.
    fn carries(&self) -> bool {
        let within = match &self.kind {
            Kind::Name(_) => false,
            Kind::Array(element) | Kind::Map(element) => element.carries(),
            Kind::Union(branches) => branches.iter().any(Part::carries),
        };
        within || !self.properties.is_empty()
    }

    /// The handle to this node, whose counterpart in the Rust type is `own`; its static goes to `items`.
    fn emit(&self, prefix: &str, own: &TokenStream, items: &mut TokenStream, count: &mut usize) -> TokenStream {
        if !self.carries() {
            return own.clone();
        }
        let ident = format_ident!("{prefix}{count}");
        *count += 1;
        let mut child = |index: usize, part: &Part| {
            let index = Literal::usize_unsuffixed(index);
            part.emit(prefix, &quote!(__avro::part(#own, #index)), items, count)
        };
        let node = match &self.kind {
            Kind::Name(name) => {
                let kind = format_ident!("{}", primitive_kind(name));
                quote!(__avro::Schema::plain(__avro::Kind::#kind))
            }
            Kind::Array(element) => {
                let element = child(0, element);
                quote!(__avro::Schema::array(#element))
            }
            Kind::Map(element) => {
                let element = child(0, element);
                quote!(__avro::Schema::map(#element))
            }
            Kind::Union(branches) => {
                let branches = branches.iter().enumerate().map(|(index, branch)| child(index, branch));
                let branches: Vec<_> = branches.collect();
                quote!(__avro::Schema::union(__avro::NullBranch::None, const { &[#(__avro::Child::Ptr(#branches)),*] }))
            }
        };
        let props = (!self.properties.is_empty()).then(|| {
            let entries = self.properties.iter().map(|prop| {
                let (key, value) = (prop.key.get(), prop.value.get());
                quote!(__avro::prop(#key, #value))
            });
            quote!(.with_props(const { &[#(#entries),*] }))
        });
        items.extend(quote!(static #ident: __avro::Schema = #node #props;));
        quote!(__avro::SchemaRef::new(&#ident))
    }
}

/// The identifier of a primitive's kind; only primitives carry something under a name.
fn primitive_kind(primitive: &str) -> &'static str {
    match primitive {
        "null" => "Null",
        "boolean" => "Boolean",
        "int" => "Int",
        "long" => "Long",
        "float" => "Float",
        "double" => "Double",
        "bytes" => "Bytes",
        _ => "String",
    }
}

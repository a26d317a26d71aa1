//! `schema_json = ".."`: the schema of one position as text. What it adds to the schema of the field's type, it adds in place:
//! named types and everything that carries nothing stay the type's own.

use avro_model::json::{Node, Options, Tree, Value};
use avro_model::{List, LogicalType, names, parse};
use proc_macro2::Span;
use syn::LitStr;

use crate::error::Ctxt;

/// A node of the text.
pub(crate) enum SchemaText {
    /// A primitive's or a named type's name: what the Rust type has there.
    Name(String),
    /// A primitive that carries something.
    Primitive(&'static str, Carried),
    /// An array.
    Array(Box<SchemaText>, Carried),
    /// A map.
    Map(Box<SchemaText>, Carried),
    /// A union.
    Union(Vec<SchemaText>),
}

/// What a node carries.
#[derive(Default)]
pub(crate) struct Carried {
    /// The logical type, where it is known and valid there.
    pub(crate) logical: Option<LogicalType>,
    /// Keys and JSON texts.
    pub(crate) properties: Vec<(String, String)>,
}

/// How deep the text may nest: what a Rust type can follow.
const DEEPEST: usize = 64;

impl SchemaText {
    /// Reads the text; what is wrong with it is reported at the literal.
    pub(crate) fn read(cx: &Ctxt, literal: &LitStr) -> Option<SchemaText> {
        let text = literal.value();
        let mut options = Options::default();
        (options.comments, options.nesting) = (false, 2 * DEEPEST);
        let tree = match Tree::parse(&text, &options) {
            Ok(tree) => tree,
            Err(error) => {
                cx.error(literal.span(), format_args!("this is no JSON text: {error}"));
                return None;
            }
        };
        Self::node(cx, literal.span(), tree.root())
    }

    fn node(cx: &Ctxt, span: Span, node: Node<'_>) -> Option<SchemaText> {
        match node.value() {
            Value::String(name) => Some(SchemaText::Name(name.to_owned())),
            Value::Array => {
                node.children().map(|branch| Self::node(cx, span, branch)).collect::<Option<_>>().map(SchemaText::Union)
            }
            Value::Object => Self::object(cx, span, node),
            _ => {
                let found = node.describe();
                cx.error(span, format_args!("a schema is a name, a list of branches or an object, not {found}"));
                None
            }
        }
    }

    fn object(cx: &Ctxt, span: Span, node: Node<'_>) -> Option<SchemaText> {
        let Some(ty) = node.get("type").and_then(Node::as_str) else {
            cx.error(span, "a schema that is an object has a `type`, which is a name here");
            return None;
        };
        let part = |key: &str| match node.get(key) {
            Some(part) => Self::node(cx, span, part).map(Box::new),
            None => {
                cx.error(span, format_args!("{ty} has `{key}`"));
                None
            }
        };
        match ty {
            "array" => Some(SchemaText::Array(part("items")?, Self::carried(cx, span, node)?)),
            "map" => Some(SchemaText::Map(part("values")?, Self::carried(cx, span, node)?)),
            "record" | "error" | "enum" | "fixed" => {
                cx.error(
                    span,
                    format_args!("{ty} is declared by the type that stands for it: write its full name here, and its properties on that type"),
                );
                None
            }
            _ => match names::PRIMITIVES.into_iter().find(|primitive| *primitive == ty) {
                Some(primitive) => Some(SchemaText::Primitive(primitive, Self::carried(cx, span, node)?)),
                None => Some(SchemaText::Name(ty.to_owned())),
            },
        }
    }

    /// What the node carries, as the parser of schemas reads it: with the children left out, which are read here.
    fn carried(cx: &Ctxt, span: Span, node: Node<'_>) -> Option<Carried> {
        let mut text = String::from("{");
        for member in node.members() {
            let key = member.key().unwrap_or_default();
            if text.len() > 1 {
                text.push(',');
            }
            avro_model::json::write_string(&mut text, key);
            text.push(':');
            text.push_str(if matches!(key, "items" | "values") { "\"null\"" } else { "" });
            if !matches!(key, "items" | "values") {
                text.push_str(&member.compact());
            }
        }
        text.push('}');
        let parsed = match parse::parse(&text, &parse::Options::default()) {
            Ok(parsed) => parsed.document,
            Err(errors) => {
                let messages: Vec<_> =
                    errors.diagnostics().iter().map(|problem| problem.message().to_owned()).collect();
                cx.error(span, messages.join("; "));
                return None;
            }
        };
        let schema = parsed.view().node;
        let properties = match &schema.props {
            List::Static(properties) => *properties,
            List::Owned(properties) => properties.as_slice(),
        };
        let properties = properties
            .iter()
            .map(|property| (property.key.get().to_owned(), property.value.get().to_owned()))
            .collect();
        Some(Carried { logical: schema.logical, properties })
    }
}

/// The identifier of the kind that a primitive has.
pub(crate) fn kind(primitive: &str) -> &'static str {
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

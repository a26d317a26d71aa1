//! Defaults: from the Rust literal that a user writes to the JSON text of the schema and the tree that `const` evaluation checks.

use avro_model::json::{self, Node, Options, Value};
use syn::{Expr, ExprPath, Lit, UnOp};

use crate::error::Ctxt;

/// A default's value.
#[derive(Clone)]
pub(crate) enum Tree {
    /// `null`, `None`
    Null,
    /// `true`
    Bool(bool),
    /// A whole number
    Int(i128),
    /// Any other number, as JSON text
    Float(String),
    /// A text
    Text(String),
    /// Bytes
    Bytes(Vec<u8>),
    /// An array
    Array(Vec<Tree>),
    /// A record or a map
    Object(Vec<(String, Tree)>),
    /// The path of a unit variant
    Path(ExprPath),
}

/// Whether `value` makes the value that `default` alone stands for: `Vec::new()`, `Default::default()`, `{}`.
fn is_empty(value: &Expr) -> bool {
    match value {
        Expr::Call(call) if call.args.is_empty() => match &*call.func {
            Expr::Path(path) => {
                path.path.segments.last().is_some_and(|last| last.ident == "new" || last.ident == "default")
            }
            _ => false,
        },
        Expr::Macro(of) => of.mac.path.is_ident("vec") && of.mac.tokens.is_empty(),
        Expr::Block(block) => block.block.stmts.is_empty(),
        _ => false,
    }
}

impl Tree {
    /// Reads a Rust literal.
    pub(crate) fn parse(cx: &Ctxt, value: &Expr) -> Option<Tree> {
        match value {
            Expr::Lit(literal) => Tree::literal(cx, &literal.lit, false),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => match &*unary.expr {
                Expr::Lit(literal) if matches!(literal.lit, Lit::Int(_) | Lit::Float(_)) => {
                    Tree::literal(cx, &literal.lit, true)
                }
                _ => Tree::refuse(cx, value),
            },
            Expr::Paren(inner) => Tree::parse(cx, &inner.expr),
            Expr::Group(inner) => Tree::parse(cx, &inner.expr),
            Expr::Reference(inner) => Tree::parse(cx, &inner.expr),
            Expr::Array(array) => {
                array.elems.iter().map(|element| Tree::parse(cx, element)).collect::<Option<_>>().map(Tree::Array)
            }
            Expr::Path(path) if is_none(path) => Some(Tree::Null),
            Expr::Path(path) => Some(Tree::Path(path.clone())),
            Expr::Call(call) => match &*call.func {
                Expr::Path(path)
                    if call.args.len() == 1 && path.path.segments.last().is_some_and(|last| last.ident == "Some") =>
                {
                    Tree::parse(cx, &call.args[0])
                }
                _ => Tree::refuse(cx, value),
            },
            _ => Tree::refuse(cx, value),
        }
    }

    fn refuse(cx: &Ctxt, value: &Expr) -> Option<Tree> {
        if is_empty(value) {
            cx.error_at(
                value,
                "a default is part of the schema, so it is no Rust code: `default` alone is the empty or zero value of the type",
            );
            return None;
        }
        cx.error_at(
            value,
            "a default is part of the schema, so it is a literal or the path of a unit variant: `default = 0`, `default = \"EUR\"`, \
             `default = [1, 2]`, `default = Status::New`; anything else as JSON text: `default_json = r#\"..\"#`",
        );
        None
    }

    fn literal(cx: &Ctxt, literal: &Lit, negative: bool) -> Option<Tree> {
        match literal {
            Lit::Str(text) => Some(Tree::Text(text.value())),
            Lit::Char(c) => Some(Tree::Text(c.value().to_string())),
            Lit::ByteStr(bytes) => Some(Tree::Bytes(bytes.value())),
            Lit::Byte(byte) => Some(Tree::Int(byte.value().into())),
            Lit::Bool(value) => Some(Tree::Bool(value.value)),
            Lit::Int(number) => match number.base10_parse::<i128>() {
                Ok(value) => Some(Tree::Int(if negative { -value } else { value })),
                Err(error) => {
                    cx.push(error);
                    None
                }
            },
            Lit::Float(number) => {
                let digits = number.base10_digits();
                let sign = if negative { "-" } else { "" };
                let point = if digits.ends_with('.') { "0" } else { "" };
                Some(Tree::Float(format!("{sign}{digits}{point}")))
            }
            other => {
                cx.error_at(other, "this literal is no value of an Avro type");
                None
            }
        }
    }

    /// Reads JSON text; gives also the text without spaces, its numbers as they were written.
    pub(crate) fn of_json(text: &str) -> Result<(Tree, String), json::Error> {
        let mut options = Options::default();
        (options.comments, options.nesting) = (false, 32);
        let tree = json::Tree::parse(text, &options)?;
        Ok((Tree::of_node(tree.root()), tree.root().compact()))
    }

    fn of_node(node: Node<'_>) -> Tree {
        match node.value() {
            Value::Null => Tree::Null,
            Value::Bool(value) => Tree::Bool(value),
            Value::Number(text) => text.parse().map_or_else(|_| Tree::Float(text.to_owned()), Tree::Int),
            Value::String(text) => Tree::Text(text.to_owned()),
            Value::Array => Tree::Array(node.children().map(Tree::of_node).collect()),
            Value::Object => Tree::Object(
                node.children()
                    .map(|member| (member.key().unwrap_or_default().to_owned(), Tree::of_node(member)))
                    .collect(),
            ),
        }
    }

    /// The JSON text, where no path is in it.
    pub(crate) fn json(&self) -> Option<String> {
        let mut out = String::new();
        self.write(&mut out).then_some(out)
    }

    fn write(&self, out: &mut String) -> bool {
        match self {
            Tree::Null => out.push_str("null"),
            Tree::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Tree::Int(value) => out.push_str(&value.to_string()),
            Tree::Float(text) => out.push_str(text),
            Tree::Text(text) => json::write_string(out, text),
            // Avro's JSON of bytes: a character for each.
            Tree::Bytes(bytes) => {
                json::write_string(out, &bytes.iter().map(|&byte| char::from(byte)).collect::<String>())
            }
            Tree::Array(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    if !item.write(out) {
                        return false;
                    }
                }
                out.push(']');
            }
            Tree::Object(members) => {
                out.push('{');
                for (i, (key, item)) in members.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    json::write_string(out, key);
                    out.push(':');
                    if !item.write(out) {
                        return false;
                    }
                }
                out.push('}');
            }
            Tree::Path(_) => return false,
        }
        true
    }
}

/// Whether `path` is `None` or `Option::None`; `Status::None` is a variant as any other.
fn is_none(path: &ExprPath) -> bool {
    let mut segments = path.path.segments.iter().rev();
    segments.next().is_some_and(|last| last.ident == "None") && segments.next().is_none_or(|of| of.ident == "Option")
}

/// The range of a Rust integer type, by its name.
pub(crate) fn integer_range(name: &str) -> Option<(i128, i128)> {
    Some(match name {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" | "isize" => (i64::MIN.into(), i64::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" | "usize" => (0, u64::MAX.into()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(source: &str) -> Option<String> {
        let cx = Ctxt::new();
        let tree = Tree::parse(&cx, &syn::parse_str(source).expect("an expression"));
        cx.finish().ok()?;
        tree?.json()
    }

    #[test]
    fn literals_become_json() {
        for (rust, text) in [
            ("0", "0"),
            ("-1", "-1"),
            ("0xff_u8", "255"),
            ("1.5", "1.5"),
            ("-1.", "-1.0"),
            ("1_000.5e3", "1000.5e3"),
            ("\"a\\\"\\n\\u{1}é\"", "\"a\\\"\\n\\u0001é\""),
            ("b\"a\\xff\"", "\"aÿ\""),
            ("'x'", "\"x\""),
            ("[1, [2]]", "[1,[2]]"),
            ("None", "null"),
            ("Option::None", "null"),
            ("::core::option::Option::<i32>::None", "null"),
            ("Some(true)", "true"),
        ] {
            assert_eq!(json(rust).as_deref(), Some(text), "{rust}");
        }
        assert_eq!(json("String::new()"), None);
        assert_eq!(json("1 + 1"), None);
        assert_eq!(json("Status::None"), None, "the path of a variant");
    }
}

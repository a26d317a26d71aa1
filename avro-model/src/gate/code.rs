//! How changes to the type are written in Rust.

use super::spell;
use super::text::Buffer;
use crate::schema::{Kind, Name, View};

/// How a change is written in Rust.
#[derive(Clone, Copy)]
pub(super) enum Code<'a> {
    /// `#[avro(default = "")]` for a field of this type.
    Default(View<'a>),
    /// `pub currency: Option<String>`
    Optional { owner: View<'a>, field: u32 },
    /// `#[avro(name = "email")]`
    Name(&'a str),
    /// `#[avro(alias = "email")]`
    Alias(&'a str),
    /// `#[avro(namespace = "com.acme", name = "Order")]`
    FullName(&'a Name),
    /// `pub qty: i64`, the field of `owner` with the type of `theirs`
    Type { owner: View<'a>, field: u32, theirs: View<'a> },
    /// `currency: String`, a field of a version
    Field { theirs: View<'a>, field: u32 },
    /// The same with its default in front
    Defaulted { theirs: View<'a>, field: u32 },
    /// `Sepa`, a branch
    Branch(&'a str),
    /// `Sepa`, a branch to be left out
    NoBranch(&'a str),
    /// `[u8; 32]`
    Bytes(u32),
    /// `Refunded`
    Symbol(&'a str),
    /// `Refunded`, to be left out
    NoSymbol(&'a str),
    /// `old_name`, an alias to be removed
    NoAlias(&'a str),
    /// The schema as a whole
    Root(View<'a>),
    /// `#[avro(default)]` on the variant of this symbol
    EnumDefault { owner: View<'a>, symbol: u32 },
}

/// Writes the change as Rust.
pub(super) const fn write_code(out: &mut Buffer<'_>, code: Code<'_>) {
    match code {
        Code::Default(ty) => write_default(out, ty),
        Code::Optional { owner, field } => write_field(out, owner, field, None),
        Code::Type { owner, field, theirs } => match theirs.node.logical {
            Some(_) => write_logical(out, theirs),
            None => write_field(out, owner, field, Some(theirs)),
        },
        Code::Name(name) => quoted(out, "#[avro(name = ", name),
        Code::Alias(name) => quoted(out, "#[avro(alias = ", name),
        Code::FullName(name) => {
            out.push("#[avro(namespace = \"");
            out.push(name.namespace());
            out.push("\", name = \"");
            out.push(name.short());
            out.push("\")]");
        }
        Code::Field { theirs, field } => write_old_field(out, theirs, field),
        Code::Defaulted { theirs, field } => {
            write_default(out, theirs.child(&theirs.field(field as usize).schema));
            out.push(" ");
            write_old_field(out, theirs, field);
        }
        Code::Branch(name) | Code::NoBranch(name) => out.push(name),
        Code::Bytes(size) => {
            out.push("[u8; ");
            out.push_number(size as u64);
            out.push("]");
        }
        Code::Symbol(text) | Code::NoSymbol(text) | Code::NoAlias(text) => out.push(text),
        Code::Root(theirs) => {
            let start = out.len();
            if !spell::rust_type(out, theirs) {
                out.truncate(start);
                spell::avro_type(out, theirs);
            }
        }
        Code::EnumDefault { owner, symbol } => {
            out.push("#[avro(default)] ");
            write_symbol(out, owner, symbol as usize);
        }
    }
}

const fn write_old_field(out: &mut Buffer<'_>, owner: View<'_>, field: u32) {
    let field = owner.field(field as usize);
    let start = out.len();
    out.push(field.name.get());
    out.push(": ");
    if !spell::rust_type(out, owner.child(&field.schema)) {
        out.truncate(start);
        spell::avro_field(out, owner, field);
    }
}

const fn quoted(out: &mut Buffer<'_>, before: &str, name: &str) {
    out.push(before);
    out.push("\"");
    out.push(name);
    out.push("\")]");
}

/// The variant as the source has it, else the symbol.
const fn write_symbol(out: &mut Buffer<'_>, owner: View<'_>, at: usize) {
    match (spell::member(owner, at), &owner.node.kind) {
        (Some(member), _) => out.push(member.ident),
        (None, Kind::Enum(symbols)) => out.push(symbols.symbols.get()[at].get()),
        (None, _) => {}
    }
}

/// `pub name: Option<T>`, or `pub name: U` for the type of a version.
const fn write_field(out: &mut Buffer<'_>, owner: View<'_>, at: u32, ty: Option<View<'_>>) {
    let field = owner.field(at as usize);
    let source = spell::member(owner, at as usize);
    match source {
        Some(member) => {
            out.push(member.vis);
            out.push(member.ident);
        }
        None => out.push(field.name.get()),
    }
    out.push(": ");
    let start = out.len();
    match (ty, source) {
        (Some(ty), _) => {
            if !spell::rust_type(out, ty) {
                out.truncate(start);
                spell::avro_type(out, ty);
            }
        }
        (None, Some(member)) => {
            out.push("Option<");
            out.push(member.ty);
            out.push(">");
        }
        (None, None) => {
            let ty = owner.child(&field.schema);
            out.push("Option<");
            let inner = out.len();
            if !spell::rust_type(out, ty) {
                out.truncate(inner);
                spell::avro_type(out, ty);
            }
            out.push(">");
        }
    }
}

/// `#[avro(default = "")]`, with the zero value of the type.
const fn write_default(out: &mut Buffer<'_>, ty: View<'_>) {
    out.push(match (&ty.node.kind, ty.node.logical) {
        (Kind::Union(_) | Kind::Null, _) => "#[avro(default_json = \"null\")]",
        (Kind::Int | Kind::Long, Some(_)) => "#[avro(default_json = \"0\")]",
        (Kind::Int | Kind::Long, None) => "#[avro(default = 0)]",
        (Kind::Float | Kind::Double, _) => "#[avro(default = 0.0)]",
        (Kind::Boolean, _) => "#[avro(default = false)]",
        (Kind::String, _) => "#[avro(default = \"\")]",
        (Kind::Enum(symbols), _) => {
            match symbols.name.origin {
                Some(origin) => {
                    out.push("#[avro(default = ");
                    out.push(origin.ident);
                    out.push("::");
                    write_symbol(out, ty, 0);
                    out.push(")]");
                }
                None => {
                    out.push("#[avro(default_json = r#\"\"");
                    write_symbol(out, ty, 0);
                    out.push("\"\"#)]");
                }
            }
            return;
        }
        _ => "#[avro(default)]",
    });
}

/// `#[avro(timestamp_millis)]`, `#[avro(decimal(precision = 18, scale = 2))]`.
const fn write_logical(out: &mut Buffer<'_>, ty: View<'_>) {
    let Some(logical) = ty.node.logical else { return };
    out.push("#[avro(");
    if let crate::schema::LogicalType::Decimal { precision, scale } = logical {
        out.push("decimal(precision = ");
        out.push_number(precision as u64);
        out.push(", scale = ");
        out.push_number(scale as u64);
        out.push(")");
    } else {
        let name = logical.name().as_bytes();
        let mut i = 0;
        while i < name.len() {
            out.push_ascii(if name[i] == b'-' { b'_' } else { name[i] });
            i += 1;
        }
    }
    out.push(")]");
}

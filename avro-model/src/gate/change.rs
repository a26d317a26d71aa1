//! How a fix is written in a schema file.

use super::code::Code;
use super::suggest::NewDefault;
use crate::default;
use crate::json::write_string;
use crate::print;
use crate::schema::{Kind, View};

/// The change that `code` stands for, as a sentence without a dot: what to write where in the `.avsc`.
pub(super) fn change(code: Code<'_>) -> String {
    match code {
        Code::Default(ty) => format!("give the field a default: \"default\": {}", zero(ty)),
        Code::Optional { owner, field } => {
            let ty = print::position(owner.child(&owner.field(field as usize).schema));
            let branches = ty.strip_prefix('[').unwrap_or(&ty).trim_end_matches(']');
            format!("make the field optional: \"type\": [\"null\",{branches}], \"default\": null")
        }
        Code::Name(name) => format!("keep the field's name: \"name\": \"{name}\""),
        Code::Alias(name) => format!("add an alias: \"aliases\": [\"{name}\"]"),
        Code::FullName(name) => {
            format!("keep the full name: \"namespace\": \"{}\", \"name\": \"{}\"", name.namespace(), name.short())
        }
        Code::Type { theirs, .. } => format!("keep the type: \"type\": {}", print::position(theirs)),
        Code::Field { theirs, field } => format!("keep the field: {}", old_field(theirs, field, "")),
        Code::Defaulted { theirs, field } => {
            let zero = zero(theirs.child(&theirs.field(field as usize).schema));
            format!("keep the field, with a default: {}", old_field(theirs, field, &format!(", \"default\": {zero}")))
        }
        Code::Branch(name) => format!("keep the branch \"{name}\""),
        Code::NoBranch(name) => format!("leave the branch \"{name}\" out"),
        Code::Bytes(size) => format!("keep the size: \"size\": {size}"),
        Code::Symbol(symbol) => format!("keep the symbol \"{symbol}\""),
        Code::NoSymbol(symbol) => format!("leave the symbol \"{symbol}\" out until every reader has a default for it"),
        Code::NoAlias(alias) => format!("remove the aliases, such as \"{alias}\""),
        Code::Root(theirs) => format!("keep the schema: {}", print::json(theirs)),
        Code::EnumDefault { owner, symbol } => match &owner.node.kind {
            Kind::Enum(symbols) => {
                let symbol = symbols.symbols.get().get(symbol as usize).map_or("", |symbol| symbol.get());
                format!("add a default to the enum: \"default\": \"{symbol}\"")
            }
            _ => "add a default to the enum".to_owned(),
        },
    }
}

impl NewDefault<'_> {
    /// It as JSON.
    pub(super) fn json(self) -> String {
        match self {
            NewDefault::Old(json) => json.to_owned(),
            NewDefault::Zero(ty) => zero(ty),
        }
    }
}

fn old_field(theirs: View<'_>, field: u32, default: &str) -> String {
    let field = theirs.field(field as usize);
    let ty = print::position(theirs.child(&field.schema));
    format!("{{\"name\": \"{}\", \"type\": {ty}{default}}}", field.name.get())
}

/// The zero value of a type as JSON.
pub(super) fn zero(ty: View<'_>) -> String {
    let Kind::Enum(symbols) = &ty.node.kind else { return default::zero(ty).to_owned() };
    let mut text = String::new();
    write_string(&mut text, symbols.symbols.get().first().map_or("", |symbol| symbol.get()));
    text
}

//! What generated code calls, so that it stays small: fields of a record, texts, and the checks of what a derive cannot see.

use avro_model::{Field, FieldSpec, Kind, Name, Schema, SchemaRef, View};

use crate::codec::Decoder;
use crate::described::AvroSchema;
use crate::error::DecodeError;
use crate::impls::adapt::SchemaAs;

/// The entry of a field in a record's schema; `hash` is that of `name`.
pub const fn field<T: AvroSchema + ?Sized>(name: &'static str, hash: u64) -> Field {
    Field::new(name, hash, T::SCHEMA, FieldSpec { default: T::FIELD_DEFAULT, ..FieldSpec::NONE })
}

/// The same with aliases, documentation or another default.
pub const fn field_with<T: AvroSchema + ?Sized>(name: &'static str, hash: u64, spec: FieldSpec) -> Field {
    Field::new(name, hash, T::SCHEMA, spec)
}

/// The entry of a field that is written in the form `A`.
pub const fn field_as<A: SchemaAs<T>, T: ?Sized>(name: &'static str, hash: u64) -> Field {
    Field::new(name, hash, A::SCHEMA, FieldSpec { default: A::FIELD_DEFAULT, ..FieldSpec::NONE })
}

/// The same with aliases, documentation or another default.
pub const fn field_as_with<A: SchemaAs<T>, T: ?Sized>(name: &'static str, hash: u64, spec: FieldSpec) -> Field {
    Field::new(name, hash, A::SCHEMA, spec)
}

/// What a type with mistakes has in place of its schema.
pub const STUB: SchemaRef = {
    static NODE: Schema = Schema::record(Name::new("avro_runtime.Mistaken", &[], false), None, &[], b"");
    SchemaRef::new(&NODE)
};

/// Adds the name of the field in which it happened to an error.
#[inline]
pub fn at_field<T>(result: Result<T, DecodeError>, name: &'static str) -> Result<T, DecodeError> {
    match result {
        Ok(value) => Ok(value),
        Err(error) => Err(error.at_field(name)),
    }
}

/// A union's branch that is none of the type's: cannot happen with an index that was checked.
#[cold]
pub fn no_branch(input: &Decoder<'_>) -> DecodeError {
    input.out_of_range("a branch that the union does not have")
}

/// The number of bytes of [`json`].
pub const fn json_len(schema: SchemaRef) -> usize {
    avro_model::print::json_len(schema.view())
}

/// The schema's JSON.
pub const fn json<const N: usize>(schema: SchemaRef) -> [u8; N] {
    avro_model::print::write_json(schema.view())
}

/// The number of bytes of [`canonical`].
pub const fn canonical_len(schema: SchemaRef) -> usize {
    avro_model::print::canonical_len(schema.view())
}

/// The schema's parsing canonical form.
pub const fn canonical<const N: usize>(schema: SchemaRef) -> [u8; N] {
    avro_model::print::write_canonical(schema.view())
}

/// The bytes of [`json`] or [`canonical`] as text.
pub const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("invariant: a schema prints as text"),
    }
}

/// An enum of unit variants: `#[avro(default = Status::New)]` finds the symbol of a variant here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum of unit variants that derives `AvroSchema`",
    label = "a path as default is a unit variant of the field's type",
    note = "write a literal: `#[avro(default = 0)]`, or the value as JSON text: `#[avro(default_json = r#\"..\"#)]`"
)]
pub trait UnitEnum: AvroSchema {
    /// Each variant's discriminant and its symbol in quotes.
    const SYMBOLS: &'static [(i128, &'static str)];
}

/// The symbol of the variant with that discriminant, in quotes.
pub const fn symbol<T: UnitEnum>(discriminant: i128) -> &'static str {
    let (symbols, mut i) = (T::SYMBOLS, 0);
    while i < symbols.len() {
        if symbols[i].0 == discriminant {
            return symbols[i].1;
        }
        i += 1;
    }
    // Only of a type with mistakes, which have been reported.
    "null"
}

/// The default that `#[avro(default)]` stands for.
///
/// # Panics
/// The type has no zero value (a compile error on the attribute).
pub const fn zero(schema: SchemaRef) -> &'static str {
    match schema.get().kind {
        Kind::Null => "null",
        Kind::Boolean => "false",
        Kind::Int | Kind::Long => "0",
        Kind::Float | Kind::Double => "0.0",
        Kind::Bytes | Kind::String => "\"\"",
        Kind::Array(_) => "[]",
        Kind::Map(_) => "{}",
        Kind::Union(_) if matches!(schema.view().branch(0).node.kind, Kind::Null) => "null",
        Kind::Union(_) => {
            panic!("`default` alone is null, which is not the first branch here: write `default = <value>`")
        }
        Kind::Enum(_) => {
            panic!("`default` alone has no meaning for an enum: write `default = Status::New` with one of its variants")
        }
        Kind::Record(_) => {
            panic!("`default` alone has no meaning for a record: write its fields with `default_json = r#\"{{..}}\"#`")
        }
        Kind::Fixed(_) => {
            panic!("`default` alone has no meaning for a fixed: write `default = b\"..\"` with all its bytes")
        }
    }
}

/// A default's value, as far as its form matters.
#[derive(Debug)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A whole number
    Int(i128),
    /// Any other number
    Float,
    /// A text
    Text(&'static str),
    /// So many bytes
    Bytes(usize),
    /// An array
    Array(&'static [Tree]),
    /// A record or a map
    Object(&'static [(&'static str, Tree)]),
}

/// A message that is put together in `const`.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    bytes: [u8; 512],
    len: usize,
}

impl Message {
    const EMPTY: Message = Message { bytes: [0; 512], len: 0 };

    /// With as much of `part` behind it as there is room for.
    const fn push(mut self, part: &str) -> Self {
        let mut room = self.bytes.len() - self.len;
        if room > part.len() {
            room = part.len();
        }
        while !part.is_char_boundary(room) {
            room -= 1;
        }
        let (_, rest) = self.bytes.split_at_mut(self.len);
        rest.split_at_mut(room).0.copy_from_slice(part.as_bytes().split_at(room).0);
        self.len += room;
        self
    }

    /// The text.
    pub const fn as_str(&self) -> &str {
        text(self.bytes.split_at(self.len).0)
    }
}

/// Why the default `shown` is no value of `schema`. A Rust literal (`typed`) is of the Rust type, so it is judged more
/// strictly than JSON text: bytes are `b".."`, a symbol is the path of a variant.
pub const fn default_problem(schema: SchemaRef, tree: &Tree, typed: bool, shown: &str) -> Option<Message> {
    let view = schema.view();
    if fits(view, tree, typed) {
        return None;
    }
    let message = Message::EMPTY.push("the default `").push(shown).push("` is no value of this field, which is ");
    let view = match &view.node.kind {
        Kind::Union(_) => {
            return Some(
                message
                    .push("a union whose first branch, the one that a default is for, is ")
                    .push(described(view.branch(0), typed)),
            );
        }
        _ => view,
    };
    Some(message.push(described(view, typed)))
}

const fn described(view: View<'_>, typed: bool) -> &'static str {
    match view.node.kind {
        Kind::Null => "`null`: write `default = None`",
        Kind::Boolean => "a boolean: write `default = true` or `default = false`",
        Kind::Int => "an `int`: write a whole number of 32 bits, such as `default = 0`",
        Kind::Long => "a `long`: write a whole number of 64 bits, such as `default = 0`",
        Kind::Float => "a `float`: write a number, such as `default = 0.0`",
        Kind::Double => "a `double`: write a number, such as `default = 0.0`",
        Kind::Bytes if typed => "`bytes`: write `default = b\"..\"`",
        Kind::Fixed(_) if typed => "a fixed: write `default = b\"..\"` with exactly its number of bytes",
        Kind::Bytes => "`bytes`: write a text of the characters U+0000 to U+00FF",
        Kind::Fixed(_) => "a fixed: write a text of exactly its number of the characters U+0000 to U+00FF",
        Kind::String => "a `string`: write a text, such as `default = \"\"`",
        Kind::Array(_) => "an array: write its items, such as `default = []`",
        Kind::Map(_) => "a map: write `default` for an empty one, or `default_json = r#\"{\"key\": ..}\"#`",
        Kind::Enum(_) if typed => "an enum: write the path of one of its variants, such as `default = Status::New`",
        Kind::Enum(_) => "an enum: write one of its symbols",
        Kind::Record(_) => "a record: write all fields that have no default, `default_json = r#\"{\"field\": ..}\"#`",
        Kind::Union(_) => "a union",
    }
}

/// Whether `tree` is a value of `view`. Recursion ends with the literal, which a user wrote.
const fn fits(view: View<'_>, tree: &Tree, typed: bool) -> bool {
    match (&view.node.kind, tree) {
        (Kind::Null, Tree::Null) | (Kind::Boolean, Tree::Bool) => true,
        (Kind::Int, Tree::Int(value)) => *value >= i32::MIN as i128 && *value <= i32::MAX as i128,
        (Kind::Long, Tree::Int(value)) => *value >= i64::MIN as i128 && *value <= i64::MAX as i128,
        (Kind::Float | Kind::Double, Tree::Int(_) | Tree::Float) => true,
        (Kind::String, Tree::Text(_)) | (Kind::Bytes, Tree::Bytes(_)) => true,
        (Kind::Fixed(fixed), Tree::Bytes(count)) => *count == fixed.size as usize,
        (Kind::Bytes, Tree::Text(text)) if !typed => latin_characters(text).is_some(),
        (Kind::Fixed(fixed), Tree::Text(text)) if !typed => match latin_characters(text) {
            Some(count) => count == fixed.size as usize,
            None => false,
        },
        (Kind::Enum(symbols), Tree::Text(text)) if !typed => {
            let (symbols, mut i) = (symbols.symbols.get(), 0);
            while i < symbols.len() {
                if avro_model::text::same(symbols[i].get(), text) {
                    return true;
                }
                i += 1;
            }
            false
        }
        (Kind::Array(_), Tree::Array(items)) => {
            let (Some(element), mut i) = (view.element(), 0) else { return false };
            while i < items.len() {
                if !fits(element, &items[i], typed) {
                    return false;
                }
                i += 1;
            }
            true
        }
        (Kind::Map(_), Tree::Object(members)) => {
            let (Some(element), mut i) = (view.element(), 0) else { return false };
            while i < members.len() {
                if !fits(element, &members[i].1, typed) {
                    return false;
                }
                i += 1;
            }
            true
        }
        (Kind::Record(_), Tree::Object(members)) => {
            let (mut i, mut found) = (0, 0);
            while i < view.field_count() {
                let (field, mut k, mut given) = (view.field(i), 0, false);
                while k < members.len() {
                    if avro_model::text::same(members[k].0, field.name.get()) {
                        if !fits(view.child(&field.schema), &members[k].1, typed) {
                            return false;
                        }
                        given = true;
                        found += 1;
                    }
                    k += 1;
                }
                if !given && field.default.is_none() {
                    return false;
                }
                i += 1;
            }
            found == members.len()
        }
        // Readers before specification 1.12 take a default for the first branch only.
        (Kind::Union(_), _) => view.branch_count() > 0 && fits(view.branch(0), tree, typed),
        _ => false,
    }
}

/// The number of characters of `text`, if all are U+0000 to U+00FF, which stand for bytes.
const fn latin_characters(text: &str) -> Option<usize> {
    let (bytes, mut i, mut count) = (text.as_bytes(), 0, 0);
    while i < bytes.len() {
        i += match bytes[i] {
            0..=0x7f => 1,
            // U+0080 to U+00FF are the two-byte sequences that begin with C2 or C3.
            0xc2 | 0xc3 => 2,
            _ => return None,
        };
        count += 1;
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_stand_for_bytes() {
        assert_eq!(latin_characters("a\u{ff}\u{80}"), Some(3));
        assert_eq!(latin_characters("\u{100}"), None);
    }

    #[test]
    fn defaults_are_judged_by_the_schema() {
        let problem =
            |schema, tree: &Tree, typed| default_problem(schema, tree, typed, "x").map(|text| text.as_str().to_owned());
        assert_eq!(problem(i32::SCHEMA, &Tree::Int(1), true), None);
        assert!(problem(i32::SCHEMA, &Tree::Int(1 << 40), true).is_some());
        assert_eq!(problem(i64::SCHEMA, &Tree::Int(1 << 40), true), None);
        assert!(problem(<Vec<u8>>::SCHEMA, &Tree::Text("a"), true).is_some_and(|text| text.contains("b\"..\"")));
        assert_eq!(problem(<Vec<u8>>::SCHEMA, &Tree::Text("a"), false), None);
        assert_eq!(problem(<Vec<i32>>::SCHEMA, &Tree::Array(&[Tree::Int(1)]), true), None);
        assert!(problem(<Vec<i32>>::SCHEMA, &Tree::Array(&[Tree::Null]), true).is_some());
        assert_eq!(problem(<Option<i32>>::SCHEMA, &Tree::Null, true), None);
        assert!(problem(<Option<i32>>::SCHEMA, &Tree::Int(1), true).is_some_and(|text| text.contains("first branch")));
    }
}

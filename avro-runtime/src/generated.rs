//! What generated code calls, so that it stays small: fields of a record, texts, and the checks of what a derive cannot see.

use avro_model::check::{self, Problem, ProblemKind};
use avro_model::print;
use avro_model::text::Digits;
use avro_model::{Field, FieldSpec, Kind, LogicalType, Name, Schema, SchemaRef, Str, View};

use crate::codec::{Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::{DecodeError, EncodeError};
use crate::resolve::Step;

/// The entry of a field in a record's schema; `hash` is that of `name`.
pub const fn field(name: &'static str, hash: u64, schema: SchemaRef, default: Option<&'static str>) -> Field {
    Field::new(name, hash, schema, FieldSpec { default, ..FieldSpec::NONE })
}

/// What a type with mistakes, which is called `name`, has in place of its schema.
pub const fn mistaken(name: &'static str) -> Schema {
    Schema::record(Name::new(name, &[], false), None, &[], b"")
}

/// What a type that is refused has in place of a schema.
pub const STUB: SchemaRef = {
    static NODE: Schema = mistaken("avro_runtime.Mistaken");
    SchemaRef::new(&NODE)
};

/// Adds the name of the field that is the part `part` of `record`, in which it happened, to an error.
#[cold]
pub fn in_field(error: DecodeError, record: SchemaRef, part: usize) -> DecodeError {
    let record = record.view();
    if part >= record.field_count() {
        return error;
    }
    match record.field(record.part(part).0).name {
        Str::Static(name) => error.at_field(name),
        Str::Owned(_) => error,
    }
}

/// Why the field that is the part `part` of `record` could not be read, with its name.
#[cold]
pub fn unread(input: &mut Decoder<'_>, record: SchemaRef, part: usize) -> DecodeError {
    in_field(input.failure(), record, part)
}

/// The same of the field that `step` is for. Drops what was `read` of the record.
#[cold]
pub fn unread_step<R>(input: &mut Decoder<'_>, record: SchemaRef, step: Step<'_>, read: R) -> DecodeError {
    drop(read);
    unread(input, record, step.field())
}

/// A field was neither read nor has a default: cannot happen with a plan, which sees to each field in one way.
#[cold]
pub fn incomplete<R>(input: &Decoder<'_>, read: R) -> DecodeError {
    drop(read);
    input.out_of_range("a record without one of its fields")
}

/// A field was not read: cannot happen where this is called, which the compiler cannot know.
///
/// Of this ABI nothing unwinds, so that the caller has nothing to drop.
#[cold]
pub extern "C" fn absent() -> ! {
    panic!("invariant: every field of a record was read")
}

/// What was read for a field.
#[inline(always)]
pub fn present<T>(field: Option<T>) -> T {
    match field {
        Some(value) => value,
        None => absent(),
    }
}

/// A union's branch that is none of the type's: cannot happen with an index that was checked.
#[cold]
pub fn no_branch(input: &Decoder<'_>) -> DecodeError {
    input.out_of_range("a branch that the union does not have")
}

/// Calls `$print::<T, N>` with the least `N` of the list that a text of `$len` bytes fits into. Only the one that is called is
/// evaluated: a constant that mentions this costs nothing until it is used.
macro_rules! sized {
    ($print:ident, $len:expr, [$($size:literal)*]) => {
        match $len {
            $(0..=$size => $print::<T, $size>(),)*
            _ => panic!("the text of this schema is longer than 1 MiB, too long for a constant: make it at run time with `json()` or `canonical()`"),
        }
    };
    ($print:ident, $len:expr) => {
        sized!($print, $len, [
            128 160 192 224 256 320 384 448 512 640 768 896 1024 1280 1536 1792 2048 2560 3072 3584 4096 5120 6144 7168 8192 10240 12288 14336 16384 20480 24576 28672 32768 40960 49152 57344 65536 81920 98304 114688 131072 163840 196608 229376 262144 327680 393216 458752 524288 655360 786432 917504 1048576
        ])
    };
}

/// The schema's JSON, in memory that is at most a quarter larger: the length of a text cannot size an array in a generic
/// constant, and a constant that is not generic would be evaluated by every `cargo check`.
pub const fn json<T: AvroSchema>() -> &'static str {
    const fn sized<T: AvroSchema, const N: usize>() -> &'static [u8] {
        const { &print::write_json::<N>(T::SCHEMA.view()) }
    }
    let len = print::json_len(T::SCHEMA.view());
    text(sized!(sized, len).split_at(len).0)
}

/// The schema's parsing canonical form, in the same way.
pub const fn canonical<T: AvroSchema>() -> &'static str {
    const fn sized<T: AvroSchema, const N: usize>() -> &'static [u8] {
        const { &print::write_canonical::<N>(T::SCHEMA.view()) }
    }
    let len = print::canonical_len(T::SCHEMA.view());
    text(sized!(sized, len).split_at(len).0)
}

/// `bytes` as text.
pub(crate) const fn text(bytes: &[u8]) -> &str {
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
pub trait UnitEnum {
    /// Each variant's identifier and its symbol in quotes.
    const SYMBOLS: &'static [(&'static str, &'static str)];
}

/// The symbol of the variant called so, in quotes.
pub const fn symbol(symbols: &[(&'static str, &'static str)], variant: &str) -> &'static str {
    let mut i = 0;
    while i < symbols.len() {
        if avro_model::text::same(symbols[i].0, variant) {
            return symbols[i].1;
        }
        i += 1;
    }
    // A type with mistakes, which have been reported, has no symbols.
    if symbols.is_empty() {
        return "null";
    }
    const TEXT: &str = "this is no symbol of the schema: write the path of a variant, such as `Status::New`; a constant that holds one \
                        is none, nor is a variant with `other`";
    panic!("{}", TEXT)
}

/// The position of a symbol that a variant with `#[avro(other)]` holds, where it is one that the type knows.
pub fn symbol_position(schema: SchemaRef, symbol: &str) -> Option<usize> {
    match &schema.get().kind {
        Kind::Enum(known) => known.symbols.get().iter().position(|known| known.get() == symbol),
        _ => None,
    }
}

/// A variant with `#[avro(other)]` stands for what is not in the schema.
#[cold]
pub fn not_in_schema(out: &mut Encoder<'_>) {
    out.fail(EncodeError::new("a value that a newer writer added, which this schema does not have"));
}

/// The default that `#[avro(default)]` stands for; for what has no zero value see [`zero_problem`].
pub const fn zero(schema: SchemaRef) -> &'static str {
    avro_model::default::zero(schema.view())
}

/// Why `#[avro(default)]` stands for nothing.
pub const fn zero_problem(schema: SchemaRef) -> Option<Message> {
    let text = match schema.get().kind {
        Kind::Union(_) if matches!(schema.view().branch(0).node.kind, Kind::Null) => return None,
        Kind::Union(_) => "`default` alone is null, which is not the first branch here: write `default = <value>`",
        Kind::Enum(_) => {
            "`default` alone has no meaning for an enum: write `default = Status::New` with one of its variants"
        }
        Kind::Record(_) => {
            "`default` alone has no meaning for a record: write its fields with `default_json = r#\"{\"field\": ..}\"#`"
        }
        Kind::Fixed(_) => "`default` alone has no meaning for a fixed: write `default = b\"..\"` with all its bytes",
        Kind::String if matches!(schema.get().logical, Some(LogicalType::Uuid)) => {
            "`default` alone is \"\", which is no UUID: write `default = \"00000000-0000-0000-0000-000000000000\"` or another one"
        }
        _ => return None,
    };
    Some(Message::EMPTY.push(text))
}

/// How a default is written in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// `".."`
    Text,
    /// `b".."`
    Bytes,
    /// Any other literal
    Other,
    /// JSON text, which says what it is: of a union it may be a value of any branch
    Json,
}

/// A message that is put together in `const`.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    bytes: [u8; 512],
    len: usize,
}

impl Message {
    pub(crate) const EMPTY: Message = Message { bytes: [0; 512], len: 0 };

    /// With as much of `part` behind it as there is room for.
    pub(crate) const fn push(mut self, part: &str) -> Self {
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

    /// As [`Message::push`], at most 160 bytes and dots for the rest.
    pub(crate) const fn push_shortened(self, part: &str) -> Self {
        const MOST: usize = 160;
        if part.len() <= MOST {
            return self.push(part);
        }
        let mut end = MOST;
        while !part.is_char_boundary(end) {
            end -= 1;
        }
        self.push(part.split_at(end).0).push("..")
    }

    /// With the shape of `view` behind it, shortened.
    pub(crate) const fn push_shape(self, view: View<'static>) -> Self {
        let mut shape = [b' '; 512];
        let len = print::write_shape(view, &mut shape);
        let (head, _) = shape.split_at(if len < shape.len() { len } else { shape.len() });
        match core::str::from_utf8(head) {
            Ok(shape) => self.push_shortened(shape),
            Err(_) => self.push(".."),
        }
    }

    /// With `number` in decimal behind it.
    const fn push_number(self, number: u32) -> Self {
        self.push(Digits::of(number as u64).as_str())
    }

    /// The text.
    pub const fn as_str(&self) -> &str {
        text(self.bytes.split_at(self.len).0)
    }
}

/// Why the default `shown`, as JSON `json`, is no value of `schema`. A Rust literal is of the Rust type, so a text is no
/// symbol and no bytes, which are the path of a variant and `b".."`.
pub const fn default_problem(schema: SchemaRef, json: &str, literal: Literal, shown: &str) -> Option<Message> {
    let mut view = schema.view();
    let of_branch = view.branch_count() > 0 && !matches!(literal, Literal::Json);
    if of_branch {
        // Readers before specification 1.12 take a default for the first branch only.
        view = view.branch(0);
    }
    let mistaken = match (literal, &view.node.kind) {
        (Literal::Text, Kind::Bytes | Kind::Fixed(_) | Kind::Enum(_))
        | (Literal::Bytes, Kind::String | Kind::Enum(_)) => true,
        _ => avro_model::check::check_default(view, json).is_some(),
    };
    // Writing costs the compiler more than judging does.
    if !mistaken {
        return None;
    }
    let mut message = Message::EMPTY.push("the default `").push(shown).push("` is no value of this field, which is ");
    if of_branch {
        message = message.push("a union whose first branch, the one that a default is for, is ");
    }
    Some(message.push(match (literal, &view.node.kind) {
        (_, Kind::Null) => "`null`: write `default = None`",
        (_, Kind::Boolean) => "a boolean: write `default = true` or `default = false`",
        (_, Kind::Int) => "an `int`: write a whole number of 32 bits, such as `default = 0`",
        (_, Kind::Long) => "a `long`: write a whole number of 64 bits, such as `default = 0`",
        (_, Kind::Float) => "a `float`: write a number, such as `default = 0.0`",
        (_, Kind::Double) => "a `double`: write a number, such as `default = 0.0`",
        (_, Kind::Bytes) => "`bytes`: write `default = b\"..\"`",
        (_, Kind::Fixed(_)) => "a fixed: write `default = b\"..\"` with exactly its number of bytes",
        (_, Kind::String) => "a `string`: write a text, such as `default = \"\"`",
        (_, Kind::Array(_)) => "an array: write its items, such as `default = []`",
        (_, Kind::Map(_)) => "a map: write `default` for an empty one, or `default_json = r#\"{\"key\": ..}\"#`",
        (_, Kind::Enum(_)) => "an enum: write the path of one of its variants, such as `default = Status::New`",
        (_, Kind::Record(_)) => {
            "a record: write all its fields that have no default, `default_json = r#\"{\"field\": ..}\"#`"
        }
        (_, Kind::Union(_)) => "a union: write a value of one of its branches",
    }))
}

/// What is wrong with the field or the branch at `position` of a derived type. A default is not judged here but by
/// [`default_problem`], at the literal.
pub const fn member_problem(schema: SchemaRef, position: usize) -> Option<check::Text> {
    match check::check_member(schema.view(), position) {
        Some(problem) => match problem.kind() {
            ProblemKind::Default | ProblemKind::DefaultSyntax | ProblemKind::DefaultTooDeep => None,
            _ => Some(problem.text()),
        },
        None => None,
    }
}

/// As [`member_problem`], of a union's branch; `distinct`: what [`check::has_distinct_branches`] says of the union.
pub const fn branch_problem(schema: SchemaRef, position: usize, distinct: bool) -> Option<check::Text> {
    if distinct && schema.view().branch(position).name().is_some() {
        return None;
    }
    member_problem(schema, position)
}

/// Whether the branches of a union can be told apart.
pub const fn distinct_branches(schema: SchemaRef) -> bool {
    check::has_distinct_branches(schema.view())
}

/// As [`member_problem`], of the part at `part` of a record some of whose fields are those of other records.
pub const fn part_problem(schema: SchemaRef, part: usize) -> Option<check::Text> {
    member_problem(schema, schema.view().part(part).0)
}

/// Why the part at `part` of a record cannot be flattened into it.
pub const fn flatten_problem(schema: SchemaRef, part: usize) -> Option<check::Text> {
    match check::check_part(schema.view(), part) {
        Some(problem) => Some(problem.text()),
        None => None,
    }
}

/// What is wrong with an instance of a generic type: its unions, and the names of flattened fields.
pub const fn instance_problem(schema: SchemaRef) -> Option<check::Text> {
    of_instance(check::check_type(schema.view()))
}

/// The same of all that the instance reaches, unless `found` is told already.
pub const fn reached_problem(found: Option<check::Text>, schema: SchemaRef) -> Option<check::Text> {
    match found {
        Some(_) => found,
        None => of_instance(check::check_reached(schema)),
    }
}

const fn of_instance(problem: Option<Problem>) -> Option<check::Text> {
    match problem {
        Some(problem) => match problem.kind() {
            ProblemKind::NestedUnion
            | ProblemKind::SameBranches
            | ProblemKind::NoNamespace
            | ProblemKind::NoRecord
            | ProblemKind::SameField => Some(problem.text()),
            _ => None,
        },
        None => None,
    }
}

/// The record of a union's branch.
pub const fn branch(schema: SchemaRef, index: usize) -> SchemaRef {
    SchemaRef::of(schema.view().branch(index))
}

/// What is wrong with what a newtype holds.
pub const fn inner_problem(schema: SchemaRef) -> Option<check::Text> {
    match check::check_type(schema.view()) {
        Some(problem) => Some(problem.text()),
        None => None,
    }
}

/// Why the logical type of a named fixed is not valid on it.
pub const fn fixed_problem(schema: SchemaRef) -> Option<Message> {
    let node = schema.get();
    let Kind::Fixed(fixed) = &node.kind else { return None };
    if node.logical.is_some() {
        return None;
    }
    let [first, ..] = node.props.get() else { return None };
    if avro_model::text::same(first.value.get(), "\"decimal\"") {
        let most = avro_model::logical::most_digits(fixed.size);
        return Some(
            Message::EMPTY
                .push("a fixed of ")
                .push_number(fixed.size)
                .push(" bytes holds decimals of at most ")
                .push_number(most)
                .push(" digits: write a smaller `precision` or a longer array"),
        );
    }
    let size = if avro_model::text::same(first.value.get(), "\"uuid\"") { 16 } else { 12 };
    Some(
        Message::EMPTY
            .push("this logical type is of a fixed of ")
            .push_number(size)
            .push(" bytes, and this one has ")
            .push_number(fixed.size)
            .push(": write `[u8; ")
            .push_number(size)
            .push("]`"),
    )
}

/// Two types under one name among all that `schema` reaches, unless one of its members shows it already.
pub const fn names_problem(schema: SchemaRef) -> Option<check::Text> {
    let Some(problem) = check::check_names(schema) else { return None };
    let view = schema.view();
    let mut i = 0;
    while i < view.field_count() {
        if is_told(SchemaRef::of(view.child(&view.field(i).schema))) {
            return None;
        }
        i += 1;
    }
    i = 0;
    while i < view.branch_count() {
        if is_told(SchemaRef::of(view.branch(i))) {
            return None;
        }
        i += 1;
    }
    Some(problem.text())
}

/// Whether the names in `part` clash, which was told where its type is declared. An instance of a generic type is declared nowhere.
const fn is_told(part: SchemaRef) -> bool {
    !check::is_of_instance(part) && check::check_names(part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_judged_by_the_schema() {
        let problem = |schema, json: &str, literal| {
            default_problem(schema, json, literal, "x").map(|text| text.as_str().to_owned())
        };
        assert_eq!(problem(i32::SCHEMA, "1", Literal::Other), None);
        assert!(problem(i32::SCHEMA, "1099511627776", Literal::Other).is_some());
        assert_eq!(problem(i64::SCHEMA, "1099511627776", Literal::Other), None);
        assert!(problem(<Vec<u8>>::SCHEMA, "\"a\"", Literal::Text).is_some_and(|text| text.contains("b\"..\"")));
        assert_eq!(problem(<Vec<u8>>::SCHEMA, "\"a\"", Literal::Bytes), None);
        assert_eq!(problem(<Vec<i32>>::SCHEMA, "[1]", Literal::Other), None);
        assert!(problem(<Vec<i32>>::SCHEMA, "[null]", Literal::Other).is_some());
        assert_eq!(problem(<Option<i32>>::SCHEMA, "null", Literal::Other), None);
        assert!(problem(<Option<i32>>::SCHEMA, "1", Literal::Other).is_some_and(|text| text.contains("first branch")));
    }
}

//! Changes to a schema that are only assumed: nothing can be allocated in `const` evaluation, so a fix is tried by
//! telling the engine to see the schema as if the fix had been made.

use super::own::find_own;
use crate::schema::{Field, Fixed, Name, View};
use crate::text::{Str, hash, namespace, same};

/// One assumed change. Types and fields are named by what the schema says now.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Assume<'a> {
    /// The field has this name on the wire: `#[avro(name = "..")]`.
    WireName {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
        /// The name.
        to: &'a str,
        /// [`hash`] of `to`.
        to_hash: u64,
    },
    /// The field has this alias as well.
    Alias {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
        /// The alias.
        alias: &'a str,
        /// [`hash`] of `alias`.
        alias_hash: u64,
    },
    /// The field has a default.
    Default {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
    },
    /// The field's type is `T` or null, with the default null: `Option<T>`.
    Optional {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
    },
    /// The field has the type of another schema (as a rule the one it had before).
    Retype {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
        /// The type.
        to: View<'a>,
    },
    /// The record keeps this field of another version behind its own.
    Keep {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
        /// The record that the field comes from, in whose document its type is looked up.
        from: View<'a>,
    },
    /// The named type has this full name: `#[avro(name = "..")]`.
    TypeName {
        /// Record, enum or fixed.
        ty: &'a Name,
        /// The full name.
        to: &'a Name,
    },
    /// The named type has this full name as an alias.
    TypeAlias {
        /// Record, enum or fixed.
        ty: &'a Name,
        /// The full name.
        alias: &'a str,
    },
    /// The enum has this default symbol.
    EnumDefault {
        /// Enum.
        ty: &'a Name,
        /// One of its symbols.
        symbol: &'a str,
    },
    /// The enum keeps this symbol.
    KeepSymbol {
        /// Enum.
        ty: &'a Name,
        /// The symbol.
        symbol: &'a str,
    },
    /// The fixed has this size.
    Size {
        /// Fixed.
        ty: &'a Name,
        /// The size in bytes.
        size: u32,
    },
    /// The enum does without this symbol.
    DropSymbol {
        /// Enum.
        ty: &'a Name,
        /// One of its symbols.
        symbol: &'a str,
    },
    /// The field has no aliases.
    DropAliases {
        /// Record.
        ty: &'a Name,
        /// Field.
        field: &'a Field,
    },
    /// The schema as a whole is this one (as a rule the one that it was before): where no field holds what is to change.
    Root {
        /// The schema.
        to: View<'a>,
    },
}

impl<'a> Assume<'a> {
    /// [`Assume::WireName`] with its hash.
    pub const fn wire_name(ty: &'a Name, field: &'a Field, to: &'a str) -> Self {
        Assume::WireName { ty, field, to, to_hash: hash(to) }
    }

    /// [`Assume::Alias`] with its hash.
    pub const fn alias(ty: &'a Name, field: &'a Field, alias: &'a str) -> Self {
        Assume::Alias { ty, field, alias, alias_hash: hash(alias) }
    }
}

impl<'a> Assume<'a> {
    /// The field that it is about.
    const fn field(&self) -> Option<&'a Field> {
        match self {
            Assume::WireName { field, .. }
            | Assume::Alias { field, .. }
            | Assume::Default { field, .. }
            | Assume::Optional { field, .. }
            | Assume::Retype { field, .. }
            | Assume::DropAliases { field, .. }
            | Assume::Keep { field, .. } => Some(field),
            _ => None,
        }
    }
}

/// Which of the two schemas the assumptions are about: the one that is being changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The reader's (a check of BACKWARD).
    Reader,
    /// The writer's (a check of FORWARD).
    Writer,
}

impl Side {
    pub(crate) const fn is(self, other: Side) -> bool {
        self as u8 == other as u8
    }

    /// What is of this side, then what is of the other.
    pub(crate) const fn own_first<T: Copy>(self, reader: T, writer: T) -> (T, T) {
        match self {
            Side::Reader => (reader, writer),
            Side::Writer => (writer, reader),
        }
    }
}

/// Assumptions about one side of a check.
#[derive(Clone, Copy, Debug)]
pub struct Overlay<'b, 'a> {
    /// The side.
    pub side: Side,
    /// The assumptions.
    pub assumes: &'b [Assume<'a>],
}

impl<'b, 'a> Overlay<'b, 'a> {
    /// The schemas as they are.
    pub const NONE: Overlay<'static, 'static> = Overlay { side: Side::Reader, assumes: &[] };

    /// Assumptions about the reader's schema.
    pub const fn reader(assumes: &'b [Assume<'a>]) -> Self {
        Overlay { side: Side::Reader, assumes }
    }

    /// Assumptions about the writer's schema.
    pub const fn writer(assumes: &'b [Assume<'a>]) -> Self {
        Overlay { side: Side::Writer, assumes }
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.assumes.is_empty()
    }

    const fn on(self, side: Side) -> bool {
        !self.assumes.is_empty() && self.side.is(side)
    }
}

pub(crate) const fn same_name(a: &Name, b: &Name) -> bool {
    a.hash == b.hash && same(a.full.get(), b.full.get())
}

const fn same_field(a: &Field, b: &Field) -> bool {
    a.hash == b.hash && same(a.name.get(), b.name.get())
}

/// A field as the engine sees it: the overlay applied.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) field: &'a Field,
    pub(super) name: &'a str,
    pub(super) hash: u64,
    pub(super) schema: View<'a>,
    /// The type is `schema` or null.
    pub(super) optional: bool,
    pub(super) has_default: bool,
}

impl<'b, 'a> Overlay<'b, 'a> {
    /// The assumptions as far as they concern the fields of these records: none at all as a rule.
    pub(super) const fn within(self, reader: View<'a>, writer: View<'a>) -> Self {
        if self.assumes.is_empty() {
            return self;
        }
        let record = if self.side.is(Side::Reader) { reader } else { writer };
        let Some(name) = record.name() else { return self };
        let mut i = 0;
        while i < self.assumes.len() {
            match self.assumes[i] {
                Assume::WireName { ty, .. }
                | Assume::Alias { ty, .. }
                | Assume::Default { ty, .. }
                | Assume::Optional { ty, .. }
                | Assume::Retype { ty, .. }
                | Assume::DropAliases { ty, .. }
                | Assume::Keep { ty, .. }
                    if same_name(ty, name) =>
                {
                    return self;
                }
                _ => {}
            }
            i += 1;
        }
        Overlay { side: self.side, assumes: &[] }
    }

    /// An assumption gives a field of `side` a name of this hash, or keeps such a field, in whichever record.
    pub(super) const fn names_field(self, side: Side, name_hash: u64) -> bool {
        if !self.on(side) {
            return false;
        }
        let mut i = 0;
        while i < self.assumes.len() {
            match self.assumes[i] {
                Assume::WireName { to_hash, .. } if to_hash == name_hash => return true,
                Assume::Keep { field, .. } if field.hash == name_hash => return true,
                _ => {}
            }
            i += 1;
        }
        false
    }

    /// How many of the record's `count` fields from `from` on stand before one that an assumption is about, in whichever record.
    pub(super) const fn unnamed(self, record: View<'_>, from: usize, count: usize) -> usize {
        let (mut unnamed, mut i) = (count, 0);
        while i < self.assumes.len() && unnamed > 0 {
            if let Some(field) = self.assumes[i].field()
                && let Some(at) = find_own(record, field.name.get(), field.hash)
                && at >= from
                && at - from < unnamed
            {
                unnamed = at - from;
            }
            i += 1;
        }
        unnamed
    }

    /// An assumption is about a field of this name, in whichever record.
    pub(crate) const fn is_about(self, field: &Field) -> bool {
        let mut i = 0;
        while i < self.assumes.len() {
            if let Some(about) = self.assumes[i].field()
                && about.hash == field.hash
            {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Types of other schemas are assumed to be part of this one.
    pub(super) const fn brings_types(self) -> bool {
        let mut i = 0;
        while i < self.assumes.len() {
            if let Assume::Retype { .. } | Assume::Keep { .. } | Assume::Root { .. } = self.assumes[i] {
                return true;
            }
            i += 1;
        }
        false
    }

    /// The record's fields and behind them those that it is assumed to keep.
    pub(super) const fn field_count(self, side: Side, record: View<'a>) -> usize {
        let mut count = record.field_count();
        if self.on(side)
            && let Some(name) = record.name()
        {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::Keep { ty, .. } = self.assumes[i]
                    && same_name(ty, name)
                {
                    count += 1;
                }
                i += 1;
            }
        }
        count
    }

    pub(super) const fn field(self, side: Side, record: View<'a>, position: usize) -> Seen<'a> {
        let (field, home) = self.home(side, record, position);
        let mut seen = Seen {
            field,
            name: field.name.get(),
            hash: field.hash,
            schema: home.child(&field.schema),
            optional: false,
            has_default: field.default.is_some(),
        };
        if !self.on(side) {
            return seen;
        }
        let Some(name) = record.name() else { return seen };
        let mut i = 0;
        while i < self.assumes.len() {
            match self.assumes[i] {
                Assume::WireName { ty, field: of, to, to_hash } if same_field(of, field) && same_name(ty, name) => {
                    (seen.name, seen.hash) = (to, to_hash);
                }
                Assume::Default { ty, field: of } if same_field(of, field) && same_name(ty, name) => {
                    seen.has_default = true;
                }
                Assume::Optional { ty, field: of } if same_field(of, field) && same_name(ty, name) => {
                    (seen.optional, seen.has_default) = (true, true);
                }
                Assume::Retype { ty, field: of, to } if same_field(of, field) && same_name(ty, name) => {
                    seen.schema = to;
                }
                _ => {}
            }
            i += 1;
        }
        seen
    }

    /// The field at `position` and the record in whose document its type is looked up.
    const fn home(self, side: Side, record: View<'a>, position: usize) -> (&'a Field, View<'a>) {
        let mut count = record.field_count();
        if position >= count
            && self.on(side)
            && let Some(name) = record.name()
        {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::Keep { ty, field, from } = self.assumes[i]
                    && same_name(ty, name)
                {
                    if count == position {
                        return (field, from);
                    }
                    count += 1;
                }
                i += 1;
            }
        }
        (record.field(position), record)
    }

    /// The aliases that the reader's field has.
    pub(super) const fn aliases(self, record: View<'a>, field: &'a Field) -> &'a [Str] {
        if self.on(Side::Reader)
            && let Some(name) = record.name()
        {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::DropAliases { ty, field: of } = self.assumes[i]
                    && same_field(of, field)
                    && same_name(ty, name)
                {
                    return &[];
                }
                i += 1;
            }
        }
        field.aliases.get()
    }

    /// The enum on that side is assumed to do without the symbol.
    pub(crate) const fn drops_symbol(self, side: Side, name: &Name, symbol: &str) -> bool {
        if self.on(side) {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::DropSymbol { ty, symbol: dropped } = self.assumes[i]
                    && same(dropped, symbol)
                    && same_name(ty, name)
                {
                    return true;
                }
                i += 1;
            }
        }
        false
    }

    /// The schema as a whole is assumed to be another one.
    pub(crate) const fn has_root(self) -> bool {
        let mut i = 0;
        while i < self.assumes.len() {
            if let Assume::Root { .. } = self.assumes[i] {
                return true;
            }
            i += 1;
        }
        false
    }

    /// The schema on that side, which may be assumed to be another one.
    pub(super) const fn root(self, side: Side, schema: View<'a>) -> View<'a> {
        if self.on(side) {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::Root { to } = self.assumes[i] {
                    return to;
                }
                i += 1;
            }
        }
        schema
    }

    /// The `n`th alias that the reader's field is assumed to have.
    pub(super) const fn field_alias(self, record: View<'a>, field: &Field, n: usize) -> Option<(&'a str, u64)> {
        if !self.on(Side::Reader) {
            return None;
        }
        let Some(name) = record.name() else { return None };
        let (mut i, mut met) = (0, 0);
        while i < self.assumes.len() {
            if let Assume::Alias { ty, field: of, alias, alias_hash } = self.assumes[i]
                && same_field(of, field)
                && same_name(ty, name)
            {
                if met == n {
                    return Some((alias, alias_hash));
                }
                met += 1;
            }
            i += 1;
        }
        None
    }

    /// The name that the type is assumed to have.
    pub(super) const fn type_name(self, side: Side, name: &'a Name) -> &'a Name {
        if self.on(side) {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::TypeName { ty, to } = self.assumes[i]
                    && same_name(ty, name)
                {
                    return to;
                }
                i += 1;
            }
        }
        name
    }

    /// The reader's type has the full name `writer` among its aliases.
    pub(super) const fn has_type_alias(self, reader: &Name, writer: &str) -> bool {
        let (aliases, mut i) = (reader.aliases.get(), 0);
        while i < aliases.len() {
            if same(aliases[i].get(), writer) {
                return is_alias(reader, writer);
            }
            i += 1;
        }
        if self.on(Side::Reader) {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::TypeAlias { ty, alias } = self.assumes[i]
                    && same(alias, writer)
                    && same_name(ty, reader)
                {
                    return is_alias(reader, writer);
                }
                i += 1;
            }
        }
        false
    }

    /// The enum is assumed to have a default symbol.
    pub(super) const fn has_enum_default(self, name: &Name) -> bool {
        if self.on(Side::Reader) {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::EnumDefault { ty, .. } = self.assumes[i]
                    && same_name(ty, name)
                {
                    return true;
                }
                i += 1;
            }
        }
        false
    }

    /// The `n`th symbol that the enum is assumed to keep beside its own.
    pub(super) const fn kept_symbol(self, side: Side, name: &Name, n: usize) -> Option<&'a str> {
        if self.on(side) {
            let (mut i, mut met) = (0, 0);
            while i < self.assumes.len() {
                if let Assume::KeepSymbol { ty, symbol } = self.assumes[i]
                    && same_name(ty, name)
                {
                    if met == n {
                        return Some(symbol);
                    }
                    met += 1;
                }
                i += 1;
            }
        }
        None
    }

    /// The size that the fixed is assumed to have.
    const fn fixed_size(self, side: Side, fixed: &Fixed) -> u32 {
        if self.on(side) {
            let mut i = 0;
            while i < self.assumes.len() {
                if let Assume::Size { ty, size } = self.assumes[i]
                    && same_name(ty, &fixed.name)
                {
                    return size;
                }
                i += 1;
            }
        }
        fixed.size
    }

    /// Both have one size.
    pub(super) const fn same_size(self, reader: &Fixed, writer: &Fixed) -> bool {
        self.fixed_size(Side::Reader, reader) == self.fixed_size(Side::Writer, writer)
    }
}

/// Whether an alias of the type names what it says: Java takes one without namespace, on a type that has one, for a name in the
/// type's own.
pub(super) const fn is_alias(ty: &Name, alias: &str) -> bool {
    !namespace(alias).is_empty() || ty.namespace().is_empty()
}

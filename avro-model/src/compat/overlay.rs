//! Changes to a schema that are only assumed: nothing can be allocated in `const` evaluation, so a fix is tried by
//! telling the engine to see the schema as if the fix had been made.

use crate::schema::{Field, Name, View};
use crate::text::{hash, same};

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

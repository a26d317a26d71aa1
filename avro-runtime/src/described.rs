//! The trait of types whose Avro schema is known at compile time.

use avro_model::{Child, SchemaRef};

/// A type with an Avro schema, known at compile time. Derive it; implement it by hand only for foreign types.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no Avro schema",
    label = "no Avro schema for this type",
    note = "derive it: `#[derive(avro_runtime::AvroSchema)]` on `{Self}`",
    note = "or leave the field out of the schema: `#[avro(skip)]`",
    note = "u64, usize, i128 and u128 need a form: `#[avro(as = \"long\")]`, `#[avro(as = \"string\")]` or `#[avro(as = \"fixed\")]`",
    note = "types of chrono, time, jiff, uuid, rust_decimal, bigdecimal, num-bigint, bytes, indexmap, smallvec, arrayvec and url need the feature of that name: `cargo add avro-runtime --features uuid`"
)]
pub trait AvroSchema {
    /// The schema node.
    const SCHEMA: SchemaRef;

    /// What a generic instance's name takes from this argument: the simple name, `int`, `array_X`, `map_X`, `optional_X`.
    #[doc(hidden)]
    const NAME: &'static str;

    /// The full name with `_` for dots, for `{T.full}` in a generic type's name template.
    #[doc(hidden)]
    const FULL_NAME: &'static str = Self::NAME;

    /// The default of a field of this type that states none (`null` for `Option`), as JSON text.
    #[doc(hidden)]
    const FIELD_DEFAULT: Option<&'static str> = None;

    /// The branches, where the schema is a union: what `Option` of it takes over.
    #[doc(hidden)]
    const UNION: Option<&'static [Child]> = None;

    /// A union that takes values of branches it does not have: a value becomes one of its own by name, never by shape alone.
    #[doc(hidden)]
    const OTHER: bool = false;

    /// The schema has a null branch, or is null: `Option` of it is refused.
    #[doc(hidden)]
    const NULLABLE: bool = false;

    /// An error where the type has no schema although its parts have: what is not a field of a derived type, whose checks tell of it
    /// there, is refused where it is written, read or shown.
    #[doc(hidden)]
    const ALLOWED: () = ();

    /// The schema as a part of that of a generic type which the arguments mention: what refers to that type does so by name.
    #[doc(hidden)]
    const PART: SchemaRef = Self::SCHEMA;

    /// [`AvroSchema::UNION`] in the same way.
    #[doc(hidden)]
    const PART_UNION: Option<&'static [Child]> = Self::UNION;

    /// The schema with nothing but the names of the records that can contain themselves.
    #[doc(hidden)]
    const BY_NAME: SchemaRef = Self::SCHEMA;

    /// [`AvroSchema::UNION`] in the same way.
    #[doc(hidden)]
    const BY_NAME_UNION: Option<&'static [Child]> = Self::UNION;

    /// Only for `u8`: a sequence of it is bytes or fixed.
    #[doc(hidden)]
    const IS_BYTE: bool = false;

    /// The fewest bytes that a value takes on the wire: bounds what a length prefix can claim.
    #[doc(hidden)]
    const MIN_SIZE: usize;

    /// CRC-64-AVRO of the parsing canonical form (Avro specification, "Schema Fingerprints").
    const FINGERPRINT: u64 = avro_model::fingerprint::crc64(Self::SCHEMA.view());

    /// The schema as JSON, made once.
    fn json() -> &'static str {
        const { Self::ALLOWED };
        crate::texts::of(Self::SCHEMA).json
    }

    /// The parsing canonical form, made once.
    fn canonical() -> &'static str {
        const { Self::ALLOWED };
        crate::texts::of(Self::SCHEMA).canonical
    }
}

/// The texts of a non-generic type's schema as constants (for generic instances: [`AvroSchema::json`]).
pub trait AvroTexts: AvroSchema {
    /// The full JSON: docs, defaults, aliases, properties. What gets registered.
    const JSON: &'static str;

    /// The parsing canonical form.
    const CANONICAL: &'static str;
}

//! The texts and defaults of every rule.

use super::{Directions, Family, Rule, Severity, Source};

/// A rule's texts and defaults.
pub(super) struct Entry {
    pub(super) id: &'static str,
    pub(super) family: Family,
    pub(super) breaks: Directions,
    pub(super) severity: Severity,
    pub(super) source: Source,
    pub(super) title: &'static str,
    pub(super) why: &'static str,
    pub(super) advice: &'static str,
}

const fn entry_of(
    family: Family,
    id: &'static str,
    (breaks, severity, source): (Directions, Severity, Source),
    [title, why, advice]: [&'static str; 3],
) -> Entry {
    Entry { id, family, breaks, severity, source, title, why, advice }
}

/// A rule about two versions.
const fn change(
    id: &'static str,
    breaks: Directions,
    severity: Severity,
    source: Source,
    texts: [&'static str; 3],
) -> Entry {
    entry_of(Family::Change, id, (breaks, severity, source), texts)
}

/// A rule about one schema.
const fn lint(id: &'static str, severity: Severity, texts: [&'static str; 3]) -> Entry {
    entry_of(Family::Schema, id, (Directions::NONE, severity, Source::Ours), texts)
}

/// A rule about a folder of recorded versions.
const fn history(id: &'static str, severity: Severity, texts: [&'static str; 3]) -> Entry {
    entry_of(Family::History, id, (Directions::NONE, severity, Source::Ours), texts)
}

pub(super) const fn entry(rule: Rule) -> Entry {
    const B: Directions = Directions::BACKWARD;
    const F: Directions = Directions::FORWARD;
    const BF: Directions = Directions::BOTH;
    use Severity::{Error, Warning};
    use Source::{Avro, Ours};
    match rule {
        Rule::FieldAddedWithoutDefault => change(
            "field-added-without-default",
            B,
            Error,
            Avro,
            [
                "a field was added without a default",
                "Old data does not hold the field, and the reader has nothing to put in its place.",
                "Give the field a default, or make it optional.",
            ],
        ),
        Rule::FieldRemovedWithoutDefault => change(
            "field-removed-without-default",
            F,
            Error,
            Avro,
            [
                "a field without a default was removed",
                "Readers that still run with an old version ask for the field, and have no default for it.",
                "Keep the field, or give it a default first, release that, and remove it once every reader has it.",
            ],
        ),
        Rule::FieldRenamed => change(
            "field-renamed",
            BF,
            Error,
            Avro,
            [
                "a field was renamed",
                "Fields are matched by name: for the old side the new name is another field, and its own is missing. An \
                 alias helps the new side to read old data, and nobody else.",
                "Rename it in Rust only, and keep the name on the wire: `#[avro(name = \"..\")]`.",
            ],
        ),
        Rule::TypeNarrowed => change(
            "type-narrowed",
            B,
            Error,
            Avro,
            [
                "a type was narrowed",
                "Only int to long, int and long to float and double, float to double, and string to bytes and back can \
                 be read; never a wider number as a narrower one.",
                "Keep the wider type, or add a new field and move over to it.",
            ],
        ),
        Rule::TypeWidened => change(
            "type-widened",
            F,
            Error,
            Avro,
            [
                "a type was widened",
                "Readers that still run with an old version cannot read the wider type.",
                "Keep the type, or add a new field and move over to it.",
            ],
        ),
        Rule::TypeChanged => change(
            "type-changed",
            BF,
            Error,
            Avro,
            [
                "a type was changed",
                "Neither type can be read as the other.",
                "Keep the type, or add a new field with a default and move over to it.",
            ],
        ),
        Rule::UnionBranchRemoved => change(
            "union-branch-removed",
            B,
            Error,
            Avro,
            ["a union branch was removed", "Old data can hold a value of the branch.", "Keep the branch."],
        ),
        Rule::UnionBranchAdded => change(
            "union-branch-added",
            F,
            Error,
            Avro,
            [
                "a union branch was added",
                "Readers that still run with an old version do not know the branch and fail when it comes.",
                "Add a field with a default for the new case, or move every reader over before anybody writes it.",
            ],
        ),
        Rule::NullableToRequired => change(
            "nullable-to-required",
            B,
            Error,
            Avro,
            [
                "a value was optional and is not any more",
                "Old data can hold null.",
                "Keep it optional, and refuse a missing value in code.",
            ],
        ),
        Rule::EnumSymbolRemoved => change(
            "enum-symbol-removed",
            B,
            Error,
            Avro,
            [
                "an enum symbol was removed",
                "Old data can hold the symbol, and the enum has no default that stands for it.",
                "Keep the symbol, or give the enum a default.",
            ],
        ),
        Rule::EnumSymbolAdded => change(
            "enum-symbol-added",
            F,
            Error,
            Avro,
            [
                "an enum symbol was added",
                "Readers that still run with an old version do not know the symbol, and their enum has no default that \
                 stands for it.",
                "Give the enum a default, release that, and add the symbol once every reader has it.",
            ],
        ),
        Rule::EnumDefaultRemoved => change(
            "enum-default-removed",
            B,
            Warning,
            Avro,
            [
                "an enum's default was removed",
                "Nothing breaks yet: but data that the default stood for, of newer writers too, can no longer be read.",
                "Keep the enum's default.",
            ],
        ),
        Rule::FixedSizeChanged => change(
            "fixed-size-changed",
            BF,
            Error,
            Avro,
            [
                "a fixed has another size",
                "The size is in the schema, not in the data: neither side can read the other.",
                "Keep the size, or add a new field with a new fixed type.",
            ],
        ),
        Rule::NameChanged => change(
            "name-changed",
            BF,
            Error,
            Avro,
            [
                "a named type has another name",
                "Records, enums and fixed are matched by name. An alias helps the new side to read old data, and nobody \
                 else.",
                "Rename it in Rust only, and keep the name on the wire: `#[avro(name = \"..\")]`.",
            ],
        ),
        Rule::RecordBecameOther => change(
            "record-became-other",
            BF,
            Error,
            Avro,
            [
                "a record became another type, or another type a record",
                "A record can only be read as a record.",
                "Keep the type, or add a new field with a default and move over to it.",
            ],
        ),
        Rule::LogicalTypeChanged => change(
            "logical-type-changed",
            BF,
            Error,
            Ours,
            [
                "another logical type on the same Avro type",
                "Avro and the registries accept it, and every old value is read as another one, without an error.",
                "Keep the logical type, or add a new field with a default.",
            ],
        ),
        Rule::DecimalScaleChanged => change(
            "decimal-scale-changed",
            BF,
            Error,
            Ours,
            [
                "a decimal has another scale",
                "The scale is in the schema, not in the data: every value is read with its point in another place, without \
                 an error.",
                "Keep the scale, or add a new field with a default.",
            ],
        ),
        Rule::DecimalPrecisionReduced => change(
            "decimal-precision-reduced",
            B,
            Warning,
            Ours,
            [
                "a decimal has fewer digits",
                "Old data can hold values with more digits than the type allows.",
                "Keep the precision.",
            ],
        ),
        Rule::LogicalTypeAddedOrDropped => change(
            "logical-type-added-or-dropped",
            BF,
            Warning,
            Ours,
            [
                "a logical type was added or dropped",
                "The values are the same on the wire; one side no longer knows what they mean.",
                "Make sure that both sides mean the same values.",
            ],
        ),
        Rule::NamespaceChanged => change(
            "namespace-changed",
            BF,
            Warning,
            Ours,
            [
                "a named type moved to another namespace",
                "Java compares short names and accepts it; the specification's full names, and other libraries, do not.",
                "Keep the namespace.",
            ],
        ),
        Rule::DefaultValueChanged => change(
            "default-value-changed",
            BF,
            Warning,
            Ours,
            [
                "a field has another default",
                "Data without the field now reads as another value than before.",
                "Keep the default where old data without the field exists.",
            ],
        ),
        Rule::AliasAmbiguous => change(
            "alias-ambiguous",
            B,
            Error,
            Avro,
            [
                "a field matches several fields",
                "By its name and its aliases the field matches more than one field of the old data.",
                "Remove the alias that names a field which still exists.",
            ],
        ),
        Rule::UnitChanged => change(
            "unit-changed",
            BF,
            Warning,
            Ours,
            [
                "a value has another unit",
                "The property `unit` says that the number means something else than before; nothing converts it.",
                "Add a new field for the new unit.",
            ],
        ),
        Rule::UnionDefaultNotFirstBranch => lint(
            "union-default-not-first-branch",
            Warning,
            [
                "a default is not of the union's first branch",
                "The specification lets a default be of the first branch only. Java takes any branch, other libraries refuse the \
                 schema or read another value.",
                "Put the branch of the default first: `[\"string\", \"null\"]` for a text, `[\"null\", \"string\"]` for null.",
            ],
        ),
        Rule::LogicalTypeOnField => lint(
            "logical-type-on-field",
            Warning,
            [
                "a logical type stands on the field in place of the type",
                "The specification looks for `logicalType` on the type; on the field it is a property that every library passes \
                 over, and the value is a bare number or text.",
                "Move it into the type: `\"type\": {\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}`.",
            ],
        ),
        Rule::FloatForMoney => lint(
            "float-for-money",
            Warning,
            [
                "an amount of money is a binary fraction",
                "A float or a double cannot hold most decimal fractions: 0.1 and 0.2 add up to something else than 0.3.",
                "Use a decimal, or a whole number of the smallest unit, such as cents.",
            ],
        ),
        Rule::TimestampWithoutUnit => lint(
            "timestamp-without-unit",
            Warning,
            [
                "a point in time does not say its unit",
                "Whether the number counts seconds, milliseconds or microseconds is nowhere in the schema, and readers guess.",
                "Give it a logical type, such as `timestamp-millis`, or at least the property `unit`.",
            ],
        ),
        Rule::DuplicateName => lint(
            "duplicate-name",
            Error,
            [
                "one name stands for two things",
                "Two types under one full name, or two fields of one name in a record: a reader cannot tell which is meant.",
                "Give one of them another name.",
            ],
        ),
        Rule::DefaultInvalid => lint(
            "default-invalid",
            Error,
            [
                "a default is no value of its type",
                "Readers that need the default fail when they read, long after the schema was written.",
                "Write a value of the field's type: null without quotes, numbers without quotes, bytes as a text.",
            ],
        ),
        Rule::NameInvalid => lint(
            "name-invalid",
            Error,
            [
                "a name is no Avro name",
                "Names are letters, digits and `_`, and begin with no digit. Some libraries take more, others refuse the schema.",
                "Use a plain name, and keep the old one as an alias where it was taken.",
            ],
        ),
        Rule::U64MayOverflow => lint(
            "u64-may-overflow",
            Warning,
            [
                "an unsigned 64-bit number is kept as a long",
                "A long ends at 9,223,372,036,854,775,807: half of the unsigned numbers do not fit, and others see them as \
                 negative, or the writer fails.",
                "Use a fixed of 8 bytes or a text where the large half is needed; in Rust `#[avro(as = \"fixed\")]`.",
            ],
        ),
        Rule::HistoryTampered => history(
            "history-tampered",
            Error,
            [
                "a recorded version is not what it was",
                "A recorded version was edited, is missing, or is not in history.json: nothing that is compared with it means \
                 anything.",
                "Recorded versions are never edited: restore the file from version control.",
            ],
        ),
        Rule::HistoryOrphaned => history(
            "history-orphaned",
            Error,
            [
                "a history belongs to no type",
                "The type was renamed, or its namespace changed, so nothing is compared with its released versions any more.",
                "Give the type its old full name as an alias, or restore it.",
            ],
        ),
        Rule::UnrecordedChange => history(
            "unrecorded-change",
            Error,
            [
                "a type is not what its newest recorded version says",
                "What is not recorded cannot be released, and nobody who reviews the change sees what it does to the schema.",
                "Record it: `cargo avro accept`, or `AVRO_BLESS=1 cargo test`; and commit the result.",
            ],
        ),
        Rule::VersionGap => history(
            "version-gap",
            Error,
            [
                "the numbers of the recorded versions have a gap",
                "A version is missing, or stands twice: what was released under its number is not compared.",
                "Restore the missing version from version control.",
            ],
        ),
        Rule::AcceptanceExpired => history(
            "acceptance-expired",
            Error,
            [
                "a break was accepted until a day that has passed",
                "The break was to be mended by then.",
                "Mend the break, or accept it again with a later day.",
            ],
        ),
        Rule::AcceptanceUnused => history(
            "acceptance-unused",
            Warning,
            [
                "an acceptance accepts nothing that is found any more",
                "Were the break made again, nobody would be asked.",
                "Remove it from history.json; `cargo avro accept` does so for the types that it records.",
            ],
        ),
    }
}

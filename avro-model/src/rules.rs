//! The catalogue of evolution rules: what a gate can find between a type and a recorded version of it.
//!
//! A rule is data: a stable id, the direction that it breaks, its default severity and its texts. Which rule a finding of
//! the engine falls under is decided in [`crate::gate`].

/// What is wrong between a type and a recorded version of it.
///
/// "Breaks BACKWARD" means that the type cannot read data of the version, "breaks FORWARD" that the version cannot read
/// data of the type (Avro specification, "Schema Resolution").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// A field that the version does not have, without default.
    FieldAddedWithoutDefault,
    /// A field of the version that the type no longer has, and that had no default there.
    FieldRemovedWithoutDefault,
    /// A field that disappeared where a similar one appeared.
    FieldRenamed,
    /// A number type that holds less than before.
    TypeNarrowed,
    /// A number type that holds more than before.
    TypeWidened,
    /// Another type, readable in neither direction.
    TypeChanged,
    /// A branch of the version's union that the type no longer has.
    UnionBranchRemoved,
    /// A branch of the type's union that the version does not have.
    UnionBranchAdded,
    /// `null` was allowed and is not any more.
    NullableToRequired,
    /// A symbol of the version's enum that the type no longer has.
    EnumSymbolRemoved,
    /// A symbol of the type's enum that the version does not have.
    EnumSymbolAdded,
    /// The enum lost the default that stood for symbols it does not know.
    EnumDefaultRemoved,
    /// A fixed of another size.
    FixedSizeChanged,
    /// A named type under another name.
    NameChanged,
    /// A record where there was none, or none where there was one.
    RecordBecameOther,
    /// Another logical type on the same Avro type.
    LogicalTypeChanged,
    /// A decimal with another scale.
    DecimalScaleChanged,
    /// A decimal with fewer digits.
    DecimalPrecisionReduced,
    /// A logical type on one side only.
    LogicalTypeAddedOrDropped,
    /// The same name in another namespace.
    NamespaceChanged,
    /// A field with another default.
    DefaultValueChanged,
    /// A field that several fields of the version match, by name and aliases.
    AliasAmbiguous,
    /// Another value of the property `unit`.
    UnitChanged,
}

/// The directions that a rule, or a finding, breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Directions {
    /// The type cannot read data of the version.
    pub backward: bool,
    /// The version cannot read data of the type.
    pub forward: bool,
}

impl Directions {
    /// Only BACKWARD.
    pub const BACKWARD: Directions = Directions { backward: true, forward: false };
    /// Only FORWARD.
    pub const FORWARD: Directions = Directions { backward: false, forward: true };
    /// Both.
    pub const BOTH: Directions = Directions { backward: true, forward: true };

    /// `BACKWARD`, `FORWARD` or `BACKWARD and FORWARD`; `nothing` where neither is set.
    pub const fn name(self) -> &'static str {
        match (self.backward, self.forward) {
            (true, true) => "BACKWARD and FORWARD",
            (true, false) => "BACKWARD",
            (false, true) => "FORWARD",
            (false, false) => "nothing",
        }
    }
}

/// What a gate does with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing.
    Allow,
    /// A notice.
    Warning,
    /// The build stops.
    Error,
}

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Avro's schema resolution: registries refuse it too.
    Avro,
    /// Ours: Avro and the registries accept it, though readers get other values than were written.
    Ours,
}

/// A rule's texts and defaults.
struct Entry {
    id: &'static str,
    breaks: Directions,
    severity: Severity,
    source: Source,
    title: &'static str,
    why: &'static str,
    advice: &'static str,
}

const fn entry(
    id: &'static str,
    breaks: Directions,
    severity: Severity,
    source: Source,
    [title, why, advice]: [&'static str; 3],
) -> Entry {
    Entry { id, breaks, severity, source, title, why, advice }
}

impl Rule {
    /// Every rule, in the order of the catalogue.
    pub const ALL: &'static [Rule] = &[
        Rule::FieldAddedWithoutDefault,
        Rule::FieldRemovedWithoutDefault,
        Rule::FieldRenamed,
        Rule::TypeNarrowed,
        Rule::TypeWidened,
        Rule::TypeChanged,
        Rule::UnionBranchRemoved,
        Rule::UnionBranchAdded,
        Rule::NullableToRequired,
        Rule::EnumSymbolRemoved,
        Rule::EnumSymbolAdded,
        Rule::EnumDefaultRemoved,
        Rule::FixedSizeChanged,
        Rule::NameChanged,
        Rule::RecordBecameOther,
        Rule::LogicalTypeChanged,
        Rule::DecimalScaleChanged,
        Rule::DecimalPrecisionReduced,
        Rule::LogicalTypeAddedOrDropped,
        Rule::NamespaceChanged,
        Rule::DefaultValueChanged,
        Rule::AliasAmbiguous,
        Rule::UnitChanged,
    ];

    /// The stable id, in kebab case.
    pub const fn id(self) -> &'static str {
        self.entry().id
    }

    /// The directions that the rule can break; a finding says which it does break.
    pub const fn breaks(self) -> Directions {
        self.entry().breaks
    }

    /// The severity where nobody set another.
    pub const fn severity(self) -> Severity {
        self.entry().severity
    }

    /// Avro's rule or ours.
    pub const fn source(self) -> Source {
        self.entry().source
    }

    /// What happened, in a few words.
    pub const fn title(self) -> &'static str {
        self.entry().title
    }

    /// Why it breaks, in a sentence or two.
    pub const fn why(self) -> &'static str {
        self.entry().why
    }

    /// What to do about it.
    pub const fn advice(self) -> &'static str {
        self.entry().advice
    }

    /// The rule with this id.
    pub const fn by_id(id: &str) -> Option<Rule> {
        let mut i = 0;
        while i < Rule::ALL.len() {
            if crate::text::same(Rule::ALL[i].id(), id) {
                return Some(Rule::ALL[i]);
            }
            i += 1;
        }
        None
    }

    const fn entry(self) -> Entry {
        const B: Directions = Directions::BACKWARD;
        const F: Directions = Directions::FORWARD;
        const BF: Directions = Directions::BOTH;
        use Severity::{Error, Warning};
        use Source::{Avro, Ours};
        match self {
            Rule::FieldAddedWithoutDefault => entry(
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
            Rule::FieldRemovedWithoutDefault => entry(
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
            Rule::FieldRenamed => entry(
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
            Rule::TypeNarrowed => entry(
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
            Rule::TypeWidened => entry(
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
            Rule::TypeChanged => entry(
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
            Rule::UnionBranchRemoved => entry(
                "union-branch-removed",
                B,
                Error,
                Avro,
                ["a union branch was removed", "Old data can hold a value of the branch.", "Keep the branch."],
            ),
            Rule::UnionBranchAdded => entry(
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
            Rule::NullableToRequired => entry(
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
            Rule::EnumSymbolRemoved => entry(
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
            Rule::EnumSymbolAdded => entry(
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
            Rule::EnumDefaultRemoved => entry(
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
            Rule::FixedSizeChanged => entry(
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
            Rule::NameChanged => entry(
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
            Rule::RecordBecameOther => entry(
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
            Rule::LogicalTypeChanged => entry(
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
            Rule::DecimalScaleChanged => entry(
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
            Rule::DecimalPrecisionReduced => entry(
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
            Rule::LogicalTypeAddedOrDropped => entry(
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
            Rule::NamespaceChanged => entry(
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
            Rule::DefaultValueChanged => entry(
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
            Rule::AliasAmbiguous => entry(
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
            Rule::UnitChanged => entry(
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
        }
    }
}

impl core::fmt::Display for Rule {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case_unique_and_found_again() {
        for (i, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(*rule as usize, i, "{rule} stands at its place in ALL");
            assert!(rule.id().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{rule}");
            assert_eq!(Rule::by_id(rule.id()), Some(*rule));
            // the id is the variant's name
            let camel: String = rule.id().split('-').map(|w| w[..1].to_uppercase() + &w[1..]).collect();
            assert_eq!(format!("{rule:?}"), camel);
        }
        assert_eq!(Rule::by_id("field-added"), None);
    }

    #[test]
    fn texts_are_sentences() {
        for rule in Rule::ALL {
            assert!(!rule.title().ends_with('.') && !rule.title().is_empty(), "{rule}");
            assert!(rule.why().ends_with('.') && !rule.why().contains("  "), "{rule}");
            assert!((rule.advice().ends_with('.')) && !rule.advice().contains("  "), "{rule}");
            assert!(rule.breaks().backward || rule.breaks().forward);
        }
    }
}

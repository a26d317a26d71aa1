//! The catalogue of rules: what can be wrong between a type and a recorded version of it, with one schema, or with a
//! folder of recorded versions.
//!
//! A rule is data: a stable id, the direction that it breaks, its default severity, its texts, an example that breaks it and
//! one that does not, and the rule that the same change falls under when it is seen from the other side. Which rule a
//! finding of the engine falls under is decided in [`crate::gate`], what is said of one schema in [`crate::lint`].

mod catalogue;
mod examples;
mod severity;

pub use severity::Severity;

use crate::diagnostic::Diagnostic;

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
    /// A default that is not of the first branch of its union.
    UnionDefaultNotFirstBranch,
    /// `logicalType` on a field in place of its type.
    LogicalTypeOnField,
    /// An amount of money as a binary fraction.
    FloatForMoney,
    /// A point in time as a number of nobody knows what.
    TimestampWithoutUnit,
    /// One name for two types, or for two fields of a record.
    DuplicateName,
    /// A default that is no value of its type.
    DefaultInvalid,
    /// A name that the specification does not take.
    NameInvalid,
    /// An unsigned 64-bit number as a long.
    U64MayOverflow,
    /// A recorded version that is not what it was.
    HistoryTampered,
    /// A history that no type claims.
    HistoryOrphaned,
    /// A type that its newest recorded version does not describe.
    UnrecordedChange,
    /// A gap in the numbers of the recorded versions.
    VersionGap,
    /// An acceptance whose day has passed.
    AcceptanceExpired,
    /// An acceptance that accepts nothing.
    AcceptanceUnused,
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// A type and a recorded version of it: [`crate::gate`].
    Change,
    /// One schema: [`crate::lint`].
    Schema,
    /// A folder of recorded versions: [`crate::history`].
    History,
}

/// Something that breaks a rule, and the same as it should be.
///
/// Schemas as JSON; for a rule about histories what `history.json` holds, or what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Example {
    /// What was released before; nothing where only one schema counts.
    pub before: &'static str,
    /// What breaks the rule.
    pub bad: &'static str,
    /// What does not.
    pub good: &'static str,
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
    /// Neither.
    pub const NONE: Directions = Directions { backward: false, forward: false };

    /// The directions as the other side sees them.
    pub const fn mirrored(self) -> Directions {
        Directions { backward: self.forward, forward: self.backward }
    }

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

/// Whose rule it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Avro's schema resolution: registries refuse it too.
    Avro,
    /// Ours: Avro and the registries accept it, though readers get other values than were written.
    Ours,
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
        Rule::UnionDefaultNotFirstBranch,
        Rule::LogicalTypeOnField,
        Rule::FloatForMoney,
        Rule::TimestampWithoutUnit,
        Rule::DuplicateName,
        Rule::DefaultInvalid,
        Rule::NameInvalid,
        Rule::U64MayOverflow,
        Rule::HistoryTampered,
        Rule::HistoryOrphaned,
        Rule::UnrecordedChange,
        Rule::VersionGap,
        Rule::AcceptanceExpired,
        Rule::AcceptanceUnused,
    ];

    /// The rules of one family, in the order of the catalogue.
    pub fn of(family: Family) -> impl Iterator<Item = Rule> {
        Rule::ALL.iter().copied().filter(move |rule| rule.family() == family)
    }

    /// The stable id, in kebab case.
    pub const fn id(self) -> &'static str {
        catalogue::entry(self).id
    }

    /// Whether its severity can be set. What is wrong with a history itself is always an error: nothing that is compared with it
    /// would mean anything.
    pub const fn is_settable(self) -> bool {
        !matches!(self, Rule::HistoryTampered | Rule::HistoryOrphaned | Rule::VersionGap)
    }

    /// A diagnostic under this rule, with its own severity: one sentence, lower case, no trailing dot.
    pub fn diagnostic(self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.id(), message).with_severity(self.severity())
    }

    /// The directions that the rule can break; a finding says which it does break.
    pub const fn breaks(self) -> Directions {
        catalogue::entry(self).breaks
    }

    /// The severity where nobody set another.
    pub const fn severity(self) -> Severity {
        catalogue::entry(self).severity
    }

    /// What it is about.
    pub const fn family(self) -> Family {
        catalogue::entry(self).family
    }

    /// Something that breaks it, and the same as it should be.
    pub const fn example(self) -> Example {
        examples::example(self)
    }

    /// The rule that the same change falls under when it is seen from the other side: where it breaks BACKWARD on the way
    /// from one version to another, on the way back it breaks FORWARD under the mirror. `None`: there is nothing to say.
    ///
    /// ```
    /// use avro_model::rules::Rule;
    /// assert_eq!(Rule::TypeNarrowed.mirror(), Some(Rule::TypeWidened));
    /// assert_eq!(Rule::FieldRenamed.mirror(), Some(Rule::FieldRenamed));
    /// ```
    pub const fn mirror(self) -> Option<Rule> {
        Some(match self {
            Rule::FieldAddedWithoutDefault => Rule::FieldRemovedWithoutDefault,
            Rule::FieldRemovedWithoutDefault => Rule::FieldAddedWithoutDefault,
            Rule::TypeNarrowed => Rule::TypeWidened,
            Rule::TypeWidened => Rule::TypeNarrowed,
            Rule::UnionBranchRemoved | Rule::NullableToRequired => Rule::UnionBranchAdded,
            Rule::UnionBranchAdded => Rule::UnionBranchRemoved,
            Rule::EnumSymbolRemoved => Rule::EnumSymbolAdded,
            Rule::EnumSymbolAdded => Rule::EnumSymbolRemoved,
            Rule::FieldRenamed
            | Rule::TypeChanged
            | Rule::FixedSizeChanged
            | Rule::NameChanged
            | Rule::RecordBecameOther
            | Rule::LogicalTypeChanged
            | Rule::DecimalScaleChanged
            | Rule::LogicalTypeAddedOrDropped
            | Rule::NamespaceChanged
            | Rule::DefaultValueChanged
            | Rule::AliasAmbiguous
            | Rule::UnitChanged => self,
            // the way back is an improvement
            _ => return None,
        })
    }

    /// Avro's rule or ours.
    pub const fn source(self) -> Source {
        catalogue::entry(self).source
    }

    /// What happened, in a few words.
    pub const fn title(self) -> &'static str {
        catalogue::entry(self).title
    }

    /// Why it breaks, in a sentence or two.
    pub const fn why(self) -> &'static str {
        catalogue::entry(self).why
    }

    /// What to do about it.
    pub const fn advice(self) -> &'static str {
        catalogue::entry(self).advice
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
            assert!(rule.id().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{rule}");
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
            assert_eq!(rule.family() == Family::Change, rule.breaks() != Directions::NONE, "{rule}");
            assert!(!rule.example().bad.is_empty() && rule.example().bad != rule.example().good, "{rule}");
            assert_eq!(rule.family() == Family::Change, !rule.example().before.is_empty(), "{rule}");
        }
    }
}

//! How Avro names follow from Rust identifiers.

use avro_model::names::RenameRule;

/// The rule of a container, with what it does not give.
pub(crate) struct Renames {
    /// The value of `rename_all`; nothing where the identifiers are the names.
    pub(crate) rule: Option<&'static str>,
    /// For each part whether it needs `name = ".."`.
    pub(crate) exceptions: Vec<bool>,
}

impl Renames {
    /// The rule with the fewest exceptions among those that people write for fields.
    pub(super) fn of_fields<'n>(pairs: impl Iterator<Item = (&'n str, &'n str)> + Clone) -> Renames {
        best(&["camelCase", "PascalCase", "SCREAMING_SNAKE_CASE"], pairs, RenameRule::apply_to_field)
    }

    /// The rule with the fewest exceptions for symbols.
    pub(super) fn of_symbols<'n>(pairs: impl Iterator<Item = (&'n str, &'n str)> + Clone) -> Renames {
        let rules = ["SCREAMING_SNAKE_CASE", "UPPERCASE", "lowercase", "snake_case", "camelCase"];
        best(&rules, pairs, RenameRule::apply_to_variant)
    }
}

/// `pairs` are identifier and name. Of equally good rules the first, no rule before all.
fn best<'n>(
    rules: &[&'static str],
    pairs: impl Iterator<Item = (&'n str, &'n str)> + Clone,
    apply: fn(RenameRule, &str) -> String,
) -> Renames {
    let exceptions = |rule: Option<&'static str>| -> Vec<bool> {
        let rule = rule.and_then(RenameRule::parse).unwrap_or_default();
        pairs.clone().map(|(ident, name)| apply(rule, ident) != name).collect()
    };
    let count = |exceptions: &[bool]| exceptions.iter().filter(|exception| **exception).count();
    let mut chosen = Renames { rule: None, exceptions: exceptions(None) };
    for &rule in rules {
        let found = exceptions(Some(rule));
        if count(&found) < count(&chosen.exceptions) {
            chosen = Renames { rule: Some(rule), exceptions: found };
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_with_the_fewest_exceptions_is_taken() {
        let rule = |pairs: &[(&'static str, &'static str)]| Renames::of_fields(pairs.iter().copied());
        assert_eq!(rule(&[("id", "id"), ("first_name", "first_name")]).rule, None);
        assert_eq!(rule(&[("id", "id"), ("first_name", "firstName")]).rule, Some("camelCase"));
        let mixed = rule(&[("order_id", "orderID"), ("first_name", "firstName"), ("last_name", "lastName")]);
        assert_eq!((mixed.rule, mixed.exceptions), (Some("camelCase"), vec![true, false, false]));
    }
}

//! What a type says about single rules.

use avro_model::package::settable_rule;
use avro_model::rules::{Family, Rule, Severity};
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use super::item::{Item, Value};
use crate::error::Ctxt;

/// A rule with the severity that the type gives it.
#[derive(Clone, Copy)]
pub(crate) struct RuleSeverity {
    pub(crate) rule: Rule,
    pub(crate) severity: Severity,
    /// The rule's name.
    pub(crate) span: Span,
}

/// `allow(default-value-changed)`, `deny("namespace-changed", unit_changed)`.
pub(super) fn parse(cx: &Ctxt, item: &Item, into: &mut Vec<RuleSeverity>) {
    let word = item.key.to_string();
    let Some(severity) = Severity::by_word(&word) else { return };
    let names = match &item.value {
        Value::List(list) => names(list.clone()),
        _ => Vec::new(),
    };
    if names.is_empty() {
        return cx.error(item.span(), format_args!("`{word}` takes rules: write `{word}(default-value-changed)`"));
    }
    for (name, span) in names {
        match settable_rule(&name) {
            Err(problem) => cx.error(span, problem),
            Ok(rule) if rule.family() == Family::Schema => cx.error(
                span,
                format_args!(
                    "`{rule}` is about schema files, not about a type: write it into `[package.metadata.avro]`"
                ),
            ),
            Ok(rule) if into.iter().any(|known| known.rule == rule) => {
                cx.error(span, format_args!("the rule `{rule}` is given twice: one severity is enough"));
            }
            Ok(rule) => into.push(RuleSeverity { rule, severity, span }),
        }
    }
}

/// The names between the commas: a text, or the tokens of a name, in which `_` is as good as `-`.
fn names(list: TokenStream) -> Vec<(String, Span)> {
    let (mut names, mut name, mut first) = (Vec::new(), String::new(), None);
    for token in list {
        let is_comma = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        if is_comma {
            names.extend(first.take().map(|span| (std::mem::take(&mut name), span)));
            continue;
        }
        first.get_or_insert(token.span());
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                name.push_str(&group.stream().to_string());
            }
            token => name.push_str(&token.to_string().trim_matches('"').replace('_', "-")),
        }
    }
    names.extend(first.map(|span| (name, span)));
    names
}

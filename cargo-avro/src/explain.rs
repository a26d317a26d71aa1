//! `cargo avro explain`: what a rule is about.

use avro_model::names;
use avro_model::rules::{Rule, Severity, Source};

use crate::Exit;

/// What to explain.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The id of a rule, as findings name it; without one all are listed
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

/// Rules about histories: id, what it is, what to do.
const OF_HISTORIES: [(&str, &str, &str); 6] = [
    (
        "history-tampered",
        "A recorded version was edited, is missing, or is not in history.json.",
        "Recorded versions are never edited: restore the file from version control.",
    ),
    (
        "history-orphaned",
        "A history belongs to no type: the struct was renamed, or its namespace changed, so nothing is compared with it any more.",
        "Give the type its old full name as an alias, or restore it.",
    ),
    (
        "unrecorded-change",
        "The type is not what its newest recorded version says.",
        "Record it: `cargo avro accept`, or `AVRO_BLESS=1 cargo test`; and commit the result.",
    ),
    (
        "version-gap",
        "The numbers of the recorded versions have a gap, or one stands twice.",
        "Restore the missing version from version control.",
    ),
    (
        "acceptance-expired",
        "A break was accepted until a day that has passed.",
        "Mend the break, or accept it again with a later day.",
    ),
    (
        "acceptance-unused",
        "An acceptance accepts nothing that is found any more.",
        "Remove it from history.json; `cargo avro accept` does so for the types that it records.",
    ),
];

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    match &arguments.rule {
        None => {
            let rules = Rule::ALL.iter().map(|rule| (rule.id(), rule.title()));
            let of_histories = OF_HISTORIES.iter().map(|(id, what, _)| (*id, *what));
            for (id, title) in rules.chain(of_histories) {
                println!("{id:32} {title}");
            }
        }
        Some(id) => print!("{}", explain(id)?),
    }
    Ok(Exit::Clean)
}

fn explain(id: &str) -> Result<String, String> {
    if let Some((id, what, advice)) = OF_HISTORIES.iter().find(|(known, _, _)| known == &id) {
        return Ok(format!("{id}\n\n{what}\n\nWhat to do: {advice}\n"));
    }
    let Some(rule) = Rule::by_id(id) else {
        let known = Rule::ALL.iter().map(|rule| rule.id()).chain(OF_HISTORIES.iter().map(|(id, _, _)| *id));
        return Err(match names::nearest(id, known) {
            Some(near) => format!("there is no rule `{id}`: did you mean `{near}`?"),
            None => format!("there is no rule `{id}`: `cargo avro explain` lists them"),
        });
    };
    let severity = match rule.severity() {
        Severity::Error => "an error",
        Severity::Warning => "a warning",
        Severity::Allow => "allowed",
    };
    let source = match rule.source() {
        Source::Avro => "Avro's own: registries refuse it too",
        Source::Ours => "ours: Avro and the registries accept it, though readers get other values than were written",
    };
    Ok(format!(
        "{}: {}\n\n{}\n\nWhat to do: {}\n\nBreaks {}; {severity} by default. The rule is {source}.\n",
        rule.id(),
        rule.title(),
        rule.why(),
        rule.advice(),
        rule.breaks().name()
    ))
}

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

/// A rule about histories, which no engine judges.
struct OfHistories {
    id: &'static str,
    title: &'static str,
    why: &'static str,
    advice: &'static str,
}

const OF_HISTORIES: [OfHistories; 6] = [
    OfHistories {
        id: "history-tampered",
        title: "a recorded version was edited, is missing or is not listed",
        why: "Somebody may hold data of a recorded version, and what is compared with another text in its place says nothing about that data.",
        advice: "restore the file from version control; a changed type gets a new version.",
    },
    OfHistories {
        id: "history-orphaned",
        title: "a history belongs to no type",
        why: "The struct was renamed, or its namespace changed, so nothing is compared with those versions any more.",
        advice: "give the type its old full name as an alias, or restore it.",
    },
    OfHistories {
        id: "unrecorded-change",
        title: "a type is not what its newest recorded version says",
        why: "The next change would be compared with a version that nobody ever ran.",
        advice: "record it with `cargo avro accept`, or `AVRO_BLESS=1 cargo test`, and commit the result.",
    },
    OfHistories {
        id: "version-gap",
        title: "the numbers of the recorded versions have a gap",
        why: "The version that is missing is one that nothing is compared with.",
        advice: "restore it from version control.",
    },
    OfHistories {
        id: "acceptance-expired",
        title: "a break was accepted until a day that has passed",
        why: "Tests and the command judge the day; the compiler has no clock.",
        advice: "mend the break, or accept it again with a later day.",
    },
    OfHistories {
        id: "acceptance-unused",
        title: "an acceptance accepts nothing that is found any more",
        why: "It would let the same break pass unseen another time.",
        advice: "remove it from history.json; `cargo avro accept` does so for the types that it records.",
    },
];

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    match &arguments.rule {
        None => {
            let rules = Rule::ALL.iter().map(|rule| (rule.id(), rule.title()));
            let of_histories = OF_HISTORIES.iter().map(|rule| (rule.id, rule.title));
            for (id, title) in rules.chain(of_histories) {
                println!("{id:32} {title}");
            }
        }
        Some(id) => print!("{}", explain(id)?),
    }
    Ok(Exit::Clean)
}

fn explain(id: &str) -> Result<String, String> {
    if let Some(OfHistories { id, title, why, advice }) = OF_HISTORIES.iter().find(|rule| rule.id == id) {
        return Ok(format!("{id}: {title}\n\n{why}\n\nWhat to do: {advice}\n"));
    }
    let Some(rule) = Rule::by_id(id) else {
        let known = Rule::ALL.iter().map(|rule| rule.id()).chain(OF_HISTORIES.iter().map(|rule| rule.id));
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

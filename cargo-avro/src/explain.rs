//! `cargo avro explain`: what a rule is about.

use avro_model::package::unknown_rule;
use avro_model::rules::{Family, Rule, Severity, Source};

use crate::exit::Exit;

/// What to explain.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The id of a rule, as findings name it; without one all are listed
    #[arg(value_name = "RULE")]
    rule: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    match &arguments.rule {
        None => {
            for rule in Rule::ALL {
                println!("{:32} {}", rule.id(), rule.title());
            }
        }
        Some(id) => print!("{}", explain(Rule::by_id(id).ok_or_else(|| unknown_rule(id))?)),
    }
    Ok(Exit::Clean)
}

fn explain(rule: Rule) -> String {
    let severity = match rule.severity() {
        Severity::Error => "An error",
        Severity::Warning => "A warning",
        Severity::Allow => "Allowed",
    };
    let about = match (rule.family(), rule.source()) {
        (Family::Change, Source::Avro) => "The rule is Avro's own: registries refuse it too.",
        (Family::Change, Source::Ours) => {
            "The rule is ours: Avro and the registries accept it, though readers get other values than were written."
        }
        (Family::Schema, _) => "The rule is about one schema, whatever was released.",
        (Family::History, _) => "The rule is about the folder of recorded versions.",
    };
    let mut out = format!("{rule}: {}\n\n{}\n\nWhat to do: {}\n\n", rule.title(), rule.why(), rule.advice());
    if rule.family() == Family::Change {
        out.push_str(&format!("Breaks {}. ", rule.breaks().name()));
    }
    out.push_str(&format!("{severity} by default: `allow`, `warn` or `deny` in Cargo.toml"));
    out.push_str(if rule.family() == Family::Change { " or on the type" } else { "" });
    out.push_str(&format!(" sets another severity. {about}\n"));
    if let Some(mirror) = rule.mirror().filter(|mirror| *mirror != rule) {
        out.push_str(&format!("The same change the other way round is {mirror}.\n"));
    }
    let example = rule.example();
    out.push('\n');
    if !example.before.is_empty() {
        out.push_str(&format!("Released: {}\n", example.before));
    }
    out.push_str(&format!("Bad:      {}\nGood:     {}\n", example.bad, example.good));
    out
}

//! What is accepted against what is found now.

use super::day::Day;
use super::folder::Folder;
use crate::gate::Review;
use crate::rules::Rule;

/// The acceptances of `folder` that hold no more on `today`, and those that nothing is found for in `review` any more: the rule,
/// and a text. `shown` is the folder as messages call it.
pub fn check_acceptances(folder: &Folder, review: &Review, shown: &str, today: Day) -> Vec<(Rule, String)> {
    let mut found = Vec::new();
    for (index, acceptance) in folder.manifest().accepted.iter().enumerate() {
        let used = review.findings().iter().any(|finding| finding.accepted == Some(index));
        if let Some(text) = acceptance.expired(today) {
            let help = format!(
                "help: mend the break, or accept it again: `cargo avro accept {} --reason \"..\"`",
                folder.full_name()
            );
            found.push((Rule::AcceptanceExpired, format!("{text}\n{help}")));
        } else if !used {
            let text = format!(
                "the acceptance of `{}` at `{}.{}` accepts nothing that is found any more  [acceptance-unused]\n\
                 help: remove it from {shown}/history.json, or let `cargo avro accept` do it",
                acceptance.rule, acceptance.ty, acceptance.path
            );
            found.push((Rule::AcceptanceUnused, text));
        }
    }
    found
}

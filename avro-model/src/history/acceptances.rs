//! What is accepted against what is found now.

use super::day::Day;
use super::folder::Folder;
use crate::diagnostic::Diagnostic;
use crate::gate::Review;
use crate::rules::Rule;

/// The acceptances of `folder` that hold no more on `today`, and those that nothing is found for in `review` any more, under the
/// rules' own severities. `shown` is the folder as messages call it.
pub fn check_acceptances(folder: &Folder, review: &Review, shown: &str, today: Day) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, acceptance) in folder.manifest().accepted.iter().enumerate() {
        let used = review.findings().iter().any(|finding| finding.accepted == Some(index));
        if let Some(text) = acceptance.expired(today) {
            let name = folder.full_name();
            found.push(
                Rule::AcceptanceExpired.diagnostic(text).with_help(format!(
                    "mend the break, or accept it again: `cargo avro accept {name} --reason \"..\"`"
                )),
            );
        } else if !used {
            let text = format!(
                "the acceptance of `{}` at `{}.{}` accepts nothing that is found any more",
                acceptance.rule, acceptance.ty, acceptance.path
            );
            let help = format!("remove it from {shown}/history.json, or let `cargo avro accept` do it");
            found.push(Rule::AcceptanceUnused.diagnostic(text).with_help(help));
        }
    }
    found
}

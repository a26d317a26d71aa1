//! What is worth saying of schema files that are sound: the parser's warnings, and the rules about one schema.

use avro_model::diagnostic::Diagnostic;
use avro_model::lint;
use avro_model::parse::{Files, Source};
use avro_model::rules::{Rule, Severity};

/// How many lines a build script says of all files.
const SHOWN: usize = 20;

/// What is said.
#[derive(Debug, Default)]
pub(crate) struct Oddities {
    /// What the package made an error of, with its place.
    pub(crate) errors: Vec<Diagnostic>,
    /// One line each.
    pub(crate) warnings: Vec<String>,
}

/// What is odd in `files`, under the severities of the package.
///
/// ```text
/// schemas/order.avsc:3:29: Order.price: an amount of money is a double, ..  [float-for-money]
/// and 11 more of [float-for-money] in the schema files: ..
/// ```
pub(crate) fn find(files: &Files, sources: &[Source], severities: &[(Rule, Severity)]) -> Oddities {
    let mut found = Oddities::default();
    // of each rule of the catalogue the first, and how many there are; of what only the parser knows each
    let mut lines: Vec<(Option<Rule>, String, usize)> = Vec::new();
    for diagnostic in lint::of_files(files, sources, severities) {
        let rule = Rule::by_id(diagnostic.rule());
        match (rule, diagnostic.severity()) {
            // no type can be made for such a name, which is said of it anyway
            (Some(Rule::NameInvalid), _) => {}
            (_, Severity::Error) => found.errors.push(diagnostic),
            (Some(_), _) => match lines.iter_mut().find(|(known, ..)| *known == rule) {
                Some((.., more)) => *more += 1,
                None => lines.push((rule, line(&diagnostic), 0)),
            },
            (None, _) => lines.push((None, line(&diagnostic), 0)),
        }
    }
    const ALL: &str = "`cargo avro check` with their folder shows them all";
    for (rule, line, more) in lines.iter().take(SHOWN) {
        found.warnings.push(line.clone());
        if let (Some(rule), 1..) = (rule, more) {
            found.warnings.push(format!(
                "and {more} more of [{rule}] in the schema files: {ALL}, and `allow = [\"{rule}\"]` below \
                 `[package.metadata.avro]` in Cargo.toml none"
            ));
        }
    }
    if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        found.warnings.push(format!("and {more} more in the schema files: {ALL}"));
    }
    found
}

/// On one line, with the rule where there is a page about it.
fn line(diagnostic: &Diagnostic) -> String {
    match Rule::by_id(diagnostic.rule()) {
        Some(rule) => format!("{diagnostic}  [{rule}]"),
        None => diagnostic.to_string(),
    }
}

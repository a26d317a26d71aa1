//! A type that is not what its newest recorded version says.

use super::{RecordedVersion, Version};
use crate::content::{content_hash, content_hash_with_docs};
use crate::diagnostic::Diagnostic;
use crate::gate::{Finding, History, Settings, review};
use crate::idl;
use crate::level::Level;
use crate::rules::Rule;
use crate::schema::View;

/// How a type compares with the newest recorded version of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is that version.
    None,
    /// Only the documentation differs, which makes no new version.
    Documentation,
    /// It says something else.
    Content,
}

/// Compares a type with `newest`.
pub fn difference(schema: View<'_>, newest: &Version) -> Difference {
    let recorded = newest.document.view();
    if content_hash(recorded) != content_hash(schema) {
        Difference::Content
    } else if content_hash_with_docs(recorded) != content_hash_with_docs(schema) {
        Difference::Documentation
    } else {
        Difference::None
    }
}

/// Says what changed since `newest` in lines of IDL, and what each change does to readers and writers. `folder` is the
/// history's, as messages name it.
pub fn describe(name: &str, schema: View<'_>, newest: &Version, folder: &str) -> Diagnostic {
    let text = format!("`{name}` is not what {folder}/{} records", newest.file);
    let mut found = Rule::UnrecordedChange.diagnostic(text);
    for line in idl::difference(&idl::lines(newest.document.view()), &idl::lines(schema)) {
        found = found.with_note(format!("    {line}"));
    }
    let version = RecordedVersion {
        version: 1,
        file: "",
        released: true,
        content_hash: content_hash(newest.document.view()),
        document: newest.document.clone(),
        changes: None,
    };
    let history = History { full_name: name, folder: "", versions: &[version], accepted: &[] };
    let review = review(schema, history, &Settings::new(Level::Full));
    let breaks: Vec<&Finding> = review.errors().collect();
    if breaks.is_empty() {
        return found.with_note("    passes BACKWARD and FORWARD");
    }
    breaks.into_iter().fold(found, |found, finding| {
        let at = if finding.path.is_empty() { finding.ty.as_str() } else { finding.path.as_str() };
        found.with_note(format!("    breaks {}: {at}  [{}]", finding.breaks.name(), finding.rule.id()))
    })
}

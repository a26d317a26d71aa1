//! What a check found, as text and as JSON.

use std::fmt::Write;
use std::rc::Rc;

use avro_model::Diagnostic;
use avro_model::gate::Finding;
use avro_model::history::write::layout;
use avro_model::parse::Source;
use avro_model::rules::Severity;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::census::{Entry, Loose};
use crate::review::{Checked, Outcome};

/// Everything that a check found.
#[derive(Debug, Default)]
pub(crate) struct Report<'e> {
    /// What the types were compared with, where it is not their history.
    pub(crate) against: Option<String>,
    pub(crate) types: Vec<Checked<'e>>,
    /// Types that promise nothing.
    pub(crate) ungated: Vec<&'e Entry>,
    /// What is wrong beside the types.
    pub(crate) problems: Vec<Diagnostic>,
    /// The schema files that were read, where it is about such.
    pub(crate) loose: Option<Rc<Loose>>,
    /// What could not be read.
    pub(crate) not_checked: Vec<String>,
    pub(crate) could_not_check: bool,
    pub(crate) new_is_warning: bool,
    pub(crate) new_is_finding: bool,
}

/// The counts.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Summary {
    pub(crate) types: usize,
    pub(crate) versions: usize,
    pub(crate) ok: usize,
    pub(crate) new: usize,
    pub(crate) incompatible: usize,
    pub(crate) unchecked: usize,
}

impl Report<'_> {
    pub(crate) fn summary(&self) -> Summary {
        let count = |outcome| self.types.iter().filter(|checked| checked.outcome == outcome).count();
        Summary {
            types: self.types.len(),
            versions: self.types.iter().map(|checked| checked.versions).sum(),
            ok: count(Outcome::Ok),
            new: count(Outcome::New),
            incompatible: count(Outcome::Incompatible),
            unchecked: count(Outcome::Unchecked) + self.not_checked.len(),
        }
    }

    /// For people: what is wrong in full, what is right counted.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        for checked in &self.types {
            self.write_type(&mut out, checked);
        }
        let sources = self.loose.as_ref().map_or(&[][..], |loose| &loose.sources);
        for problem in &self.problems {
            write_item(&mut out, problem, Source::text_of(sources, problem.file()));
        }
        for text in &self.not_checked {
            write_paragraph(&mut out, Severity::Error, text, "");
        }
        if !self.ungated.is_empty() {
            let names: Vec<_> = self.ungated.iter().map(|entry| entry.full_name.as_str()).collect();
            let _ = writeln!(out, "not compared with anything: {}", names.join(", "));
        }
        let summary = self.summary();
        let against = self.against.as_ref().map(|against| format!(" of {against}")).unwrap_or_default();
        let _ = write!(
            out,
            "checked {} x {}{against}: {} ok, {} new, {} incompatible",
            count(summary.types, "type"),
            count(summary.versions, "version"),
            summary.ok,
            summary.new,
            summary.incompatible
        );
        if summary.unchecked > 0 {
            let _ = write!(out, ", {} not checked", summary.unchecked);
        }
        out.push('\n');
        out
    }

    fn write_type(&self, out: &mut String, checked: &Checked<'_>) {
        let shown: Vec<_> = checked.findings.iter().filter(|finding| finding.severity != Severity::Allow).collect();
        let name = &checked.entry.full_name;
        let place = format!("{}:{}", checked.entry.file, checked.entry.line);
        if checked.outcome == Outcome::New {
            let how = if self.new_is_finding {
                "error"
            } else if self.new_is_warning {
                "warning"
            } else {
                "note"
            };
            let _ =
                writeln!(out, "{how}: `{name}` is new: there is no released version to compare with\n  --> {place}\n");
        }
        for finding in shown {
            if checked.root.of_schema {
                let (diagnostic, source) = checked.diagnostic(finding);
                write_item(out, &diagnostic, source);
            } else {
                // in the words of the compiler, which the owner of the type knows
                write_paragraph(out, finding.severity, &finding.text, &place);
            }
        }
        for problem in &checked.problems {
            let place = if checked.root.of_schema { "" } else { &place };
            write_paragraph(out, problem.severity(), &problem.annotated(""), place);
        }
    }

    /// For programs: one object, its keys stable.
    pub(crate) fn json(&self) -> String {
        let report = JsonReport {
            format: 1,
            against: self.against.as_deref(),
            types: self.types.iter().map(json_type).collect(),
            problems: self.problems.iter().map(raw).collect(),
            ungated: self.ungated.iter().map(|entry| entry.full_name.as_str()).collect(),
            not_checked: &self.not_checked,
            summary: self.summary(),
        };
        let json = serde_json::to_string(&report);
        layout(&json.expect("invariant: the report is made of texts, numbers, lists and finished JSON"))
    }
}

/// A diagnostic: with the line that it is about, or as a paragraph.
fn write_item(out: &mut String, diagnostic: &Diagnostic, source: &str) {
    let text = diagnostic.annotated(source);
    if diagnostic.column() > 0 {
        let _ = writeln!(out, "{}: {text}\n", diagnostic.severity().name());
    } else {
        write_paragraph(out, diagnostic.severity(), &text, "");
    }
}

fn write_paragraph(out: &mut String, severity: Severity, text: &str, place: &str) {
    for (i, line) in text.trim_end().lines().enumerate() {
        let _ = if i == 0 { writeln!(out, "{}: {line}", severity.name()) } else { writeln!(out, "    {line}") };
    }
    if !place.is_empty() {
        let _ = writeln!(out, "  --> {place}");
    }
    out.push('\n');
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[derive(Serialize)]
struct JsonReport<'r> {
    format: u32,
    against: Option<&'r str>,
    types: Vec<JsonType<'r>>,
    problems: Vec<Box<RawValue>>,
    ungated: Vec<&'r str>,
    not_checked: &'r [String],
    summary: Summary,
}

#[derive(Serialize)]
struct JsonType<'r> {
    name: &'r str,
    rust_path: &'r str,
    package: &'r str,
    file: &'r str,
    line: u32,
    level: &'static str,
    history: &'r str,
    outcome: &'static str,
    versions: usize,
    findings: Vec<JsonFinding<'r>>,
    problems: Vec<Box<RawValue>>,
}

#[derive(Serialize)]
struct JsonFinding<'r> {
    diagnostic: Box<RawValue>,
    accepted: bool,
    breaks: &'static str,
    #[serde(rename = "type")]
    ty: &'r str,
    path: &'r str,
    before: &'r str,
    after: &'r str,
    versions: &'r [u32],
    helps: Vec<JsonHelp<'r>>,
    text: &'r str,
}

#[derive(Serialize)]
struct JsonHelp<'r> {
    label: &'r str,
    code: &'r str,
    schema: &'r str,
    passes: bool,
}

fn json_type<'r>(checked: &'r Checked<'_>) -> JsonType<'r> {
    let outcome = match checked.outcome {
        Outcome::Ok => "ok",
        Outcome::New => "new",
        Outcome::Incompatible => "incompatible",
        Outcome::Unchecked => "unchecked",
    };
    JsonType {
        name: &checked.entry.full_name,
        rust_path: &checked.entry.rust_path,
        package: &checked.entry.package,
        file: &checked.entry.file,
        line: checked.entry.line,
        level: checked.level.name(),
        history: &checked.root.shown,
        outcome,
        versions: checked.versions,
        findings: checked.findings.iter().map(|finding| json_finding(checked, finding)).collect(),
        problems: checked.problems.iter().map(raw).collect(),
    }
}

fn json_finding<'r>(checked: &Checked<'_>, finding: &'r Finding) -> JsonFinding<'r> {
    JsonFinding {
        diagnostic: raw(&checked.diagnostic(finding).0),
        accepted: finding.accepted.is_some(),
        breaks: finding.breaks.name(),
        ty: &finding.ty,
        path: &finding.path,
        before: &finding.before,
        after: &finding.after,
        versions: &finding.versions,
        helps: finding
            .helps
            .iter()
            .map(|help| JsonHelp { label: &help.label, code: &help.code, schema: &help.schema, passes: help.passes })
            .collect(),
        text: &finding.text,
    }
}

/// The diagnostic's own JSON.
fn raw(diagnostic: &Diagnostic) -> Box<RawValue> {
    RawValue::from_string(diagnostic.json()).expect("invariant: a diagnostic's JSON is JSON")
}

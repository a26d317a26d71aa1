//! What a check found, as text and as JSON.

use std::fmt::Write;

use avro_model::gate::Finding;
use avro_model::rules::Severity;
use serde::Serialize;

use crate::census::Entry;
use crate::review::{Checked, Outcome, Problem};

/// Everything that a check found.
#[derive(Debug, Default)]
pub(crate) struct Report<'e> {
    /// What the types were compared with, where it is not their history.
    pub(crate) against: Option<String>,
    pub(crate) types: Vec<Checked<'e>>,
    /// Types that promise nothing.
    pub(crate) ungated: Vec<&'e Entry>,
    /// What is wrong beside the types.
    pub(crate) problems: Vec<Problem>,
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
        for problem in &self.problems {
            item(&mut out, word(problem.severity), &problem.text, "");
        }
        for text in &self.not_checked {
            item(&mut out, "error", text, "");
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
                item(out, word(finding.severity), &in_schema_words(checked, finding), "");
            } else {
                item(out, word(finding.severity), &finding.text, &place);
            }
        }
        for problem in &checked.problems {
            item(out, word(problem.severity), &problem.text, if checked.root.of_schema { "" } else { &place });
        }
    }

    /// For programs: one object, its keys stable.
    pub(crate) fn json(&self) -> String {
        let report = JsonReport {
            format: 1,
            against: self.against.as_deref(),
            types: self.types.iter().map(json_type).collect(),
            problems: self.problems.iter().map(json_problem).collect(),
            ungated: self.ungated.iter().map(|entry| entry.full_name.as_str()).collect(),
            not_checked: &self.not_checked,
            summary: self.summary(),
        };
        serde_json::to_string_pretty(&report).expect("invariant: the report is made of texts, numbers and lists")
    }
}

/// A finding for somebody whose source is a schema file.
fn in_schema_words(checked: &Checked<'_>, finding: &Finding) -> String {
    let mut text = finding.text.lines().next().unwrap_or_default().to_owned();
    let mut line = |line: String| text.push_str(&format!("\n{line}"));
    line(format!("at:      {}", if finding.path.is_empty() { &finding.ty } else { &finding.path }));
    let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
    if !finding.before.is_empty() || !finding.after.is_empty() {
        line(format!("was:     {}, is: {}", shown(&finding.before), shown(&finding.after)));
    }
    line(format!("breaks:  {} (promised: {})", finding.breaks.name(), checked.level.name()));
    line(format!("history: {}", checked.root.shown));
    for help in &finding.helps {
        let so =
            if help.passes { format!("passes {}", checked.level.name()) } else { "settles this finding".to_owned() };
        line(format!("help: {} (checked: {so})", help.schema));
    }
    if finding.severity == Severity::Error {
        line(format!(
            "help: on purpose? `cargo avro accept {} --reason \"..\"` and commit the result",
            checked.entry.full_name
        ));
    }
    text
}

fn item(out: &mut String, severity: &str, text: &str, place: &str) {
    for (i, line) in text.trim_end().lines().enumerate() {
        let _ = if i == 0 { writeln!(out, "{severity}: {line}") } else { writeln!(out, "    {line}") };
    }
    if !place.is_empty() {
        let _ = writeln!(out, "  --> {place}");
    }
    out.push('\n');
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Allow => "note",
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[derive(Serialize)]
struct JsonReport<'r> {
    format: u32,
    against: Option<&'r str>,
    types: Vec<JsonType<'r>>,
    problems: Vec<JsonProblem<'r>>,
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
    problems: Vec<JsonProblem<'r>>,
}

#[derive(Serialize)]
struct JsonFinding<'r> {
    rule: &'static str,
    severity: &'static str,
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

#[derive(Serialize)]
struct JsonProblem<'r> {
    rule: &'static str,
    severity: &'static str,
    text: &'r str,
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
        findings: checked.findings.iter().map(json_finding).collect(),
        problems: checked.problems.iter().map(json_problem).collect(),
    }
}

fn json_finding(finding: &Finding) -> JsonFinding<'_> {
    JsonFinding {
        rule: finding.rule.id(),
        severity: word(finding.severity),
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

fn json_problem(problem: &Problem) -> JsonProblem<'_> {
    JsonProblem { rule: problem.rule, severity: word(problem.severity), text: &problem.text }
}

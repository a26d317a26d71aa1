//! The gate of schema files: roots against their released versions, with the place in the file that each finding is about.

use std::path::Path;

use avro_model::content::content_hash;
use avro_model::gate::{Finding, History, Settings, review};
use avro_model::history::{Accepted, Folder, RecordedVersion};
use avro_model::json::{Options, Tree};
use avro_model::parse::{Files, Place, Source, position};
use avro_model::{Kind, Level, View};

use crate::schemas::Definition;

/// A root, and where its history is.
pub(crate) struct Root<'a> {
    /// Full name; of a union the name of its enum.
    pub(crate) full: &'a str,
    pub(crate) view: View<'a>,
    /// The folder, as the package sees it.
    pub(crate) folder: &'a str,
}

/// What the gate says of one root.
#[derive(Debug, Default)]
pub(crate) struct GateFindings {
    /// What breaks the level: one text for each root, with everything that is found in it.
    pub(crate) errors: Vec<String>,
    /// What is worth knowing.
    pub(crate) warnings: Vec<String>,
}

/// Where things stand in the files.
pub(crate) struct Texts<'a> {
    pub(crate) files: &'a Files,
    pub(crate) sources: &'a [Source],
    pub(crate) definitions: &'a [Definition<'a>],
}

/// Compares `root` with the released versions of it.
pub(crate) fn findings(root: &Root<'_>, settings: &Settings<'_>, texts: &Texts<'_>) -> GateFindings {
    let mut found = GateFindings::default();
    // What is wrong with the history itself, the derive says at the type.
    let Ok(folder) = Folder::read(Path::new(root.folder)) else { return found };
    let versions = recorded(&folder);
    if !versions.iter().any(|version| version.released) {
        found.warnings.push(format!(
            "`{}` is new: no version of it in {} is released, so nothing is compared (`cargo avro accept` records it, \
             `cargo avro release` marks it as released)",
            root.full, root.folder
        ));
        return found;
    }
    let accepted = accepted(&folder);
    let history = History { full_name: root.full, folder: root.folder, versions: &versions, accepted: &accepted };
    let review = review(root.view, history, settings);
    let errors: Vec<&Finding> = review.errors().collect();
    if !errors.is_empty() {
        found.errors.push(texts.describe(root, &errors, settings.level));
    }
    found.errors.extend(review.unchecked().map(str::to_owned));
    found.warnings.extend(review.warnings().map(|finding| texts.line(root, finding)));
    found
}

fn recorded(folder: &Folder) -> Vec<RecordedVersion> {
    let version = |version: &avro_model::history::Version| RecordedVersion {
        version: version.version,
        file: kept(&version.file),
        released: version.released,
        content_hash: content_hash(version.document.view()),
        document: version.document.clone(),
    };
    folder.versions().iter().map(version).collect()
}

fn accepted(folder: &Folder) -> Vec<Accepted> {
    let entry = |entry: &avro_model::history::Acceptance| Accepted {
        rule: kept(&entry.rule),
        ty: kept(&entry.ty),
        path: kept(&entry.path),
        before: kept(&entry.before),
        after: kept(&entry.after),
    };
    folder.manifest().accepted.iter().map(entry).collect()
}

/// A build script ends soon; the engine wants what a constant could hold.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

impl Texts<'_> {
    /// ```text
    /// `a.Order` breaks FULL_TRANSITIVE (1 finding)
    /// [field-added-without-default] schemas/order.avsc:12:5
    ///    |
    /// 12 |     {"name": "currency", "type": "string"}
    ///    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `currency: string` is new and has no default
    ///    = at: a.Order.currency
    ///    = a.Order cannot read data written by version 1
    ///    = help: give the field a default: "default": "" (checked: passes FULL_TRANSITIVE)
    /// history: schemas/history/a.Order
    /// help: on purpose? `cargo avro accept a.Order --reason ".."` and commit the result
    /// ```
    fn describe(&self, root: &Root<'_>, findings: &[&Finding], level: Level) -> String {
        let (name, level, count) = (root.full, level.name(), findings.len());
        let plural = if count == 1 { "" } else { "s" };
        let mut text = format!("`{name}` breaks {level} ({count} finding{plural})");
        for finding in findings {
            let width = self.excerpt(root, finding, &mut text);
            let margin = " ".repeat(width);
            let mut note = |note: String| text.push_str(&format!("\n{margin} = {note}"));
            note(format!("at: {}", at(root, finding)));
            note(format!("{name} {}", verdict(root, finding)));
            for help in &finding.helps {
                let checked = if help.passes { format!("passes {level}") } else { "settles this finding".to_owned() };
                note(format!("help: {} (checked: {checked})", help.schema));
            }
        }
        text.push_str(&format!(
            "\nhistory: {}\nhelp: on purpose? `cargo avro accept {name} --reason \"..\"` and commit the result",
            root.folder
        ));
        text
    }

    /// One line, for a warning.
    fn line(&self, root: &Root<'_>, finding: &Finding) -> String {
        let first = finding.text.lines().next().unwrap_or_default();
        let place = self.place(root, finding).map(|place| {
            let source = &self.sources[place.file];
            let start = position(&source.text, place.range.start);
            format!("{}:{}:{}: ", source.file, start.line, start.column)
        });
        format!("{}{first} (at {})", place.unwrap_or_default(), at(root, finding))
    }

    /// The rule, and the line that the finding is about with what it is about underlined; gives the width of the line's number.
    fn excerpt(&self, root: &Root<'_>, finding: &Finding, out: &mut String) -> usize {
        const WIDEST: usize = 160;
        let (rule, label) = (finding.rule.id(), label(finding));
        let Some(place) = self.place(root, finding) else {
            out.push_str(&format!("\n[{rule}] {label}"));
            return 2;
        };
        let source = &self.sources[place.file];
        let start = position(&source.text, place.range.start);
        let width = start.line.to_string().len();
        let margin = " ".repeat(width);
        out.push_str(&format!("\n[{rule}] {}:{}:{}", source.file, start.line, start.column));
        let line = source.text.lines().nth(start.line - 1).unwrap_or_default().replace('\t', " ");
        let shown = source.text.get(place.range.clone()).unwrap_or_default();
        let length = shown.lines().next().unwrap_or_default().chars().count().max(1);
        if line.chars().count() <= WIDEST && !line.chars().any(char::is_control) {
            let under = " ".repeat(start.column - 1) + &"^".repeat(length);
            out.push_str(&format!("\n{margin} |\n{} | {line}\n{margin} | {under} {label}", start.line));
        } else {
            out.push_str(&format!("\n{margin} = {label}"));
        }
        width
    }

    /// What the finding is about, as narrowly as it can be said.
    fn place(&self, root: &Root<'_>, finding: &Finding) -> Option<Place> {
        let definition = self.definitions.iter().find(|definition| definition.full == finding.ty);
        let view = definition.map_or(root.view, |definition| definition.view);
        let name = finding.path.rsplit('.').next().unwrap_or_default();
        let name = name.split(['[', '{', '<']).next().unwrap_or_default();
        let field = (0..view.field_count()).map(|position| view.field(position)).find(|field| field.name.get() == name);
        let Some(field) = field else {
            let of_type = self.files.place(view.node)?;
            let key = if let Kind::Enum(_) = view.node.kind { "symbols" } else { "fields" };
            return Some(match finding.rule.id() {
                "enum-symbol-removed" | "enum-symbol-added" => self.member(&of_type, key).unwrap_or(of_type),
                "fixed-size-changed" => self.member(&of_type, "size").unwrap_or(of_type),
                "name-changed" | "namespace-changed" => self.member(&of_type, "name").unwrap_or(of_type),
                _ => of_type,
            });
        };
        let whole = self.files.field_place(field)?;
        Some(match finding.rule.id() {
            "field-added-without-default" => whole,
            "field-renamed" => self.files.field_name_place(field).unwrap_or(whole),
            "default-value-changed" => self.member(&whole, "default").unwrap_or(whole),
            _ => self.files.field_type_place(field).unwrap_or(whole),
        })
    }

    /// The value of a member of the object at `place`.
    fn member(&self, place: &Place, key: &str) -> Option<Place> {
        let text = self.sources[place.file].text.get(place.range.clone())?;
        let tree = Tree::parse(text, &Options::default()).ok()?;
        let range = tree.root().get(key)?.range();
        let start = place.range.start;
        Some(Place { file: place.file, range: start + range.start..start + range.end })
    }
}

/// What happened, in a few words: the second line of the message, behind what it is of.
fn label(finding: &Finding) -> &str {
    let line = finding.text.lines().nth(1).unwrap_or_default().trim();
    line.split_once(": ").map_or(line, |(_, what)| what.trim())
}

/// What the type cannot do for it, and with which versions: the first line of the message, behind the type's name.
fn verdict<'f>(root: &Root<'_>, finding: &'f Finding) -> &'f str {
    let line = finding.text.lines().next().unwrap_or_default();
    let line = line.rsplit_once("  [").map_or(line, |(line, _)| line);
    let behind = line.strip_prefix('`').and_then(|line| line.strip_prefix(root.full)?.strip_prefix("` "));
    behind.unwrap_or(line)
}

fn at(root: &Root<'_>, finding: &Finding) -> String {
    if finding.path.is_empty() { root.full.to_owned() } else { format!("{}.{}", root.full, finding.path) }
}

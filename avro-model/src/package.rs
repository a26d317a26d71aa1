//! What a package says once for its types: `[package.metadata.avro]` of its manifest; and what a workspace says of rules for
//! all its packages: `[workspace.metadata.avro]`.
//!
//! ```toml
//! [package.metadata.avro]
//! namespace = "com.acme.orders"
//! evolution = "full_transitive"
//! history = "schemas/history"
//! allow = ["default-value-changed"]
//! warn = ["logical-type-changed"]
//! deny = ["namespace-changed"]
//! ```
//!
//! Nothing that changes a schema comes from the workspace: a published package would lose it.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::names;
use crate::rules::{Rule, Severity};

/// The settings of one section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// The namespace of types that state none.
    pub namespace: Option<String>,
    /// The level of roots that state none, as written.
    pub evolution: Option<String>,
    /// The folder of the histories, relative to the package.
    pub history: Option<String>,
    /// Severities that differ from the rules' own; of several for one rule the last counts.
    pub severities: Vec<(Rule, Severity)>,
    /// What is wrong with the section, a sentence each.
    pub problems: Vec<String>,
}

const KEYS: [&str; 6] = ["namespace", "evolution", "history", "allow", "warn", "deny"];

impl Settings {
    /// Reads `[package.metadata.avro]` of a manifest's text.
    ///
    /// ```
    /// use avro_model::package::Settings;
    /// use avro_model::rules::{Rule, Severity};
    ///
    /// let settings = Settings::of_package("[package.metadata.avro]\nnamespace = \"com.acme\"\ndeny = [\"namespace-changed\"]\n");
    /// assert_eq!(settings.namespace.as_deref(), Some("com.acme"));
    /// assert_eq!(settings.severities, [(Rule::NamespaceChanged, Severity::Error)]);
    /// ```
    pub fn of_package(text: &str) -> Settings {
        Settings::read(text, "package")
    }

    /// Reads `[workspace.metadata.avro]` of a manifest's text.
    pub fn of_workspace(text: &str) -> Settings {
        Settings::read(text, "workspace")
    }

    fn read(text: &str, of: &str) -> Settings {
        let mut settings = Settings::default();
        // What cargo itself cannot read, it reports better.
        let Ok(manifest) = DeTable::parse(text) else { return settings };
        let section = manifest.get_ref().get(of).and_then(|table| table.get_ref().get("metadata"));
        let Some(section) = section.and_then(|metadata| metadata.get_ref().get("avro")) else { return settings };
        let Some(section) = section.get_ref().as_table() else {
            let example = if of == "package" { "namespace = \"..\"" } else { "deny = [\"..\"]" };
            settings
                .problems
                .push(format!("Cargo.toml: `[{of}.metadata.avro]` is a table: write `{example}` below it"));
            return settings;
        };
        for (key, value) in section {
            settings.set(of, key.get_ref(), value.get_ref());
        }
        settings
    }

    fn set(&mut self, of: &str, key: &str, value: &DeValue<'_>) {
        if let Some(severity) = Severity::by_word(key) {
            return self.set_severity(of, key, severity, value);
        }
        let slot = match key {
            "namespace" => &mut self.namespace,
            "evolution" => &mut self.evolution,
            "history" => &mut self.history,
            other => {
                let keys = if of == "package" { &KEYS[..] } else { &KEYS[3..] };
                let meant = match names::nearest(other, keys.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if of == "package" => {
                        "it takes `namespace`, `evolution`, `history`, `allow`, `warn` and `deny`".to_owned()
                    }
                    None => "it takes `allow`, `warn` and `deny`".to_owned(),
                };
                self.problems.push(format!("Cargo.toml: unknown key `{other}` in `[{of}.metadata.avro]`: {meant}"));
                return;
            }
        };
        if of == "workspace" {
            self.problems.push(format!(
                "Cargo.toml: `{key}` belongs into `[package.metadata.avro]` of each package: what changes a schema or its gate \
                 is not inherited"
            ));
            return;
        }
        match value.as_str() {
            Some(text) if key == "namespace" && !names::is_namespace(text) => self.problems.push(format!(
                "Cargo.toml: `{text}` is no namespace: names of letters, digits and `_` joined by dots, such as \
                 \"com.acme.orders\""
            )),
            Some(text) => *slot = Some(text.to_owned()),
            None => self
                .problems
                .push(format!("Cargo.toml: `{key}` in `[package.metadata.avro]` is a text: write `{key} = \"..\"`")),
        }
    }

    fn set_severity(&mut self, of: &str, key: &str, severity: Severity, value: &DeValue<'_>) {
        let Some(list) = value.as_array() else {
            self.problems.push(format!(
                "Cargo.toml: `{key}` in `[{of}.metadata.avro]` is a list of rules: write `{key} = [\"namespace-changed\"]`"
            ));
            return;
        };
        for rule in list {
            let rule = rule.get_ref().as_str().unwrap_or_default();
            match settable_rule(rule) {
                Ok(rule) if self.severities.iter().any(|(known, _)| *known == rule) => self.problems.push(format!(
                    "Cargo.toml: `{rule}` stands twice in `[{of}.metadata.avro]`: one severity is enough"
                )),
                Ok(rule) => self.severities.push((rule, severity)),
                Err(problem) => {
                    self.problems.push(format!("Cargo.toml: `{key}` in `[{of}.metadata.avro]`: {problem}"));
                }
            }
        }
    }
}

/// The rule with that id, as a place names it that sets its severity.
///
/// # Errors
/// That there is no such rule, and which one was probably meant; that its severity cannot be set.
pub fn settable_rule(id: &str) -> Result<Rule, String> {
    match Rule::by_id(id) {
        Some(rule) if rule.is_settable() => Ok(rule),
        Some(rule) => Err(format!(
            "`{rule}` is always an error: what is compared with such a history would be compared with something else than was \
             released"
        )),
        None => Err(unknown_rule(id)),
    }
}

/// Says that there is no such rule, and which one was probably meant.
pub fn unknown_rule(id: &str) -> String {
    match names::nearest(id, Rule::ALL.iter().map(|rule| rule.id())) {
        Some(near) => format!("there is no rule `{id}`: did you mean `{near}`?"),
        None => format!("there is no rule `{id}`: `cargo avro explain` lists them"),
    }
}

/// The manifest of the workspace that the package in `folder` belongs to: the nearest with a `[workspace]` section, the
/// package's own first. `None`: the package stands alone.
pub fn workspace_manifest(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join("Cargo.toml")).find(|path| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        // most folders have no manifest, and few manifests the word
        text.contains("workspace")
            && DeTable::parse(&text).is_ok_and(|manifest| manifest.get_ref().contains_key("workspace"))
    })
}

/// The severities that count for the package in `folder` where a type says nothing itself: the workspace's, then the package's;
/// of several for one rule the last counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Severities {
    /// The list.
    pub list: Vec<(Rule, Severity)>,
    /// What is wrong with the sections, a sentence each.
    pub problems: Vec<String>,
    /// The manifests that were read.
    pub files: Vec<PathBuf>,
}

impl Severities {
    /// Reads the manifests of the package in `folder` and of its workspace.
    pub fn of(folder: &Path) -> Severities {
        let mut severities = Severities::default();
        if let Some(path) = workspace_manifest(folder) {
            severities.add(path, Settings::of_workspace);
        }
        severities.add(folder.join("Cargo.toml"), Settings::of_package);
        severities
    }

    fn add(&mut self, path: PathBuf, read: impl Fn(&str) -> Settings) {
        let Ok(text) = std::fs::read_to_string(&path) else { return };
        let settings = read(&text);
        self.list.extend(settings.severities);
        self.problems.extend(settings.problems);
        if !self.files.contains(&path) {
            self.files.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_sections() {
        let text = "[package.metadata.avro]\nnamespace = \"com.acme\"\nevolution = \"full\"\nallow = [\"field-renamed\"]\n\
                    [workspace.metadata.avro]\nwarn = [\"type-changed\"]\ndeny = [\"unit-changed\"]\n";
        let package = Settings::of_package(text);
        assert_eq!((package.namespace.as_deref(), package.evolution.as_deref()), (Some("com.acme"), Some("full")));
        assert_eq!((package.severities, package.history), (vec![(Rule::FieldRenamed, Severity::Allow)], None));
        let workspace = Settings::of_workspace(text);
        assert_eq!(
            workspace.severities,
            [(Rule::UnitChanged, Severity::Error), (Rule::TypeChanged, Severity::Warning)]
        );
        assert!(package.problems.is_empty() && workspace.problems.is_empty());
        assert_eq!(Settings::of_package("[package]\nname = \"x\""), Settings::default());
    }

    #[test]
    fn all_mistakes_are_reported() {
        let package = Settings::of_package(
            "[package.metadata.avro]\nnamspace = \"a\"\nnamespace = \"a-b\"\nhistory = 3\nallow = \"x\"\n\
             warn = [\"field-rename\", \"\", \"history-tampered\"]\ndeny = [\"type-changed\", \"type-changed\"]\n",
        );
        assert!(package.namespace.is_none());
        let mut problems = package.problems;
        problems.sort();
        assert_eq!(
            problems,
            [
                "Cargo.toml: `a-b` is no namespace: names of letters, digits and `_` joined by dots, such as \"com.acme.orders\"",
                "Cargo.toml: `allow` in `[package.metadata.avro]` is a list of rules: write `allow = [\"namespace-changed\"]`",
                "Cargo.toml: `history` in `[package.metadata.avro]` is a text: write `history = \"..\"`",
                "Cargo.toml: `type-changed` stands twice in `[package.metadata.avro]`: one severity is enough",
                "Cargo.toml: `warn` in `[package.metadata.avro]`: `history-tampered` is always an error: what is compared with such a history would be compared with something else than was released",
                "Cargo.toml: `warn` in `[package.metadata.avro]`: there is no rule ``: `cargo avro explain` lists them",
                "Cargo.toml: `warn` in `[package.metadata.avro]`: there is no rule `field-rename`: did you mean `field-renamed`?",
                "Cargo.toml: unknown key `namspace` in `[package.metadata.avro]`: did you mean `namespace`?",
            ]
        );
        let workspace = Settings::of_workspace("[workspace.metadata.avro]\nnamespace = \"a\"\nalow = []\n");
        assert_eq!(workspace.namespace, None);
        assert_eq!(workspace.problems.len(), 2);
    }
}

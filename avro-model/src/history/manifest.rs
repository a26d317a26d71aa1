//! `history.json`: the list of a history's versions and of what was accepted.
//!
//! ```json
//! {
//!   "format": 1,
//!   "versions": [
//!     {"version": 1, "file": "v1.avsc", "sha256": "..", "released": true, "registry": []}
//!   ],
//!   "accepted": [
//!     {"rule": "..", "type": "..", "path": "..", "before": "..", "after": "..", "reason": "..", "until": ".."}
//!   ]
//! }
//! ```
//!
//! Keys that are not known here are kept as they stand: a later version of these crates may have written them. One that is nearly
//! a known key is an error: a version whose `released` is misspelled would be compared with nothing.

use std::fmt::Write;

use super::day::Day;
use crate::diagnostic::quote;
use crate::gate::Finding;
use crate::json::{Node, Options, Tree, Value, write_string};
use crate::names::nearest;

/// What `history.json` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The versions, oldest first.
    pub versions: Vec<VersionEntry>,
    /// What was accepted.
    pub accepted: Vec<Acceptance>,
    /// Other members: key and JSON text.
    pub(super) other: Vec<(String, String)>,
}

/// One version in `history.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionEntry {
    /// Its number.
    pub version: u32,
    /// Its file.
    pub file: String,
    /// SHA-256 of the file in hex, CR LF read as LF.
    pub sha256: String,
    /// Somebody may hold data of it.
    pub released: bool,
    /// Other members: key and JSON text.
    other: Vec<(String, String)>,
}

/// A break that was accepted on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// Id of the rule.
    pub rule: String,
    /// Full name of the type in which the cause is.
    pub ty: String,
    /// Path from the root to the cause.
    pub path: String,
    /// What was there before.
    pub before: String,
    /// What is there now.
    pub after: String,
    /// Why.
    pub reason: Option<String>,
    /// The day on which it expires, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Other members: key and JSON text.
    other: Vec<(String, String)>,
}

impl Acceptance {
    /// Accepts what `finding` found.
    pub fn of(finding: &Finding, reason: String, until: Option<Day>) -> Self {
        Acceptance {
            rule: finding.rule.id().to_owned(),
            ty: finding.ty.clone(),
            path: finding.path.clone(),
            before: finding.before.clone(),
            after: finding.after.clone(),
            reason: Some(reason),
            until: until.map(|day| day.to_string()),
            other: Vec::new(),
        }
    }

    /// Whether both accept the same break, whatever their reasons.
    pub fn is_of_same(&self, other: &Acceptance) -> bool {
        [&self.rule, &self.ty, &self.path, &self.before, &self.after]
            == [&other.rule, &other.ty, &other.path, &other.before, &other.after]
    }

    /// What is wrong with it on `today`: it has expired (on the day behind `until`), or `until` is no day.
    pub fn expired(&self, today: Day) -> Option<String> {
        let until = self.until.as_deref()?;
        let what = || format!("the acceptance of `{}` at `{}.{}`", self.rule, self.ty, self.path);
        match Day::parse(until) {
            None => Some(format!("{} has `until` {until:?}, which is no day: write YYYY-MM-DD", what())),
            Some(day) if day < today => {
                let reason = self.reason.as_deref().unwrap_or("none given");
                Some(format!("{} expired on {until}; its reason was: {reason}", what()))
            }
            Some(_) => None,
        }
    }
}

impl VersionEntry {
    pub(super) fn new(version: u32, file: String, sha256: String) -> Self {
        VersionEntry { version, file, sha256, released: false, other: vec![("registry".to_owned(), "[]".to_owned())] }
    }
}

impl Manifest {
    /// Reads the text of a `history.json`.
    ///
    /// # Errors
    /// `line:column: message` of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Manifest, String> {
        let at = |offset: usize, message: String| {
            let before = text.get(..offset).unwrap_or(text);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            format!("{line}:{column}: {message}")
        };
        let tree = Tree::parse(text, &Options::default()).map_err(|error| at(error.range.start, error.message))?;
        read_manifest(tree.root()).map_err(|(node, message)| at(node.range().start, message))
    }

    /// The text of `history.json`, a version or acceptance a line.
    pub fn print(&self) -> String {
        let mut out = String::from("{\n  \"format\": 1,\n  \"versions\": [");
        print_lines(&mut out, self.versions.iter().map(VersionEntry::print));
        out.push_str("],\n  \"accepted\": [");
        print_lines(&mut out, self.accepted.iter().map(Acceptance::print));
        out.push(']');
        for (key, value) in &self.other {
            let _ = write!(out, ",\n  {}: {value}", quoted(key));
        }
        out.push_str("\n}\n");
        out
    }
}

impl VersionEntry {
    fn print(&self) -> String {
        let (file, sha256) = (quoted(&self.file), quoted(&self.sha256));
        let head = format!(
            "\"version\": {}, \"file\": {file}, \"sha256\": {sha256}, \"released\": {}",
            self.version, self.released
        );
        print_object(head, &self.other)
    }
}

impl Acceptance {
    fn print(&self) -> String {
        let members = [
            ("rule", &self.rule),
            ("type", &self.ty),
            ("path", &self.path),
            ("before", &self.before),
            ("after", &self.after),
        ];
        let optional = [("reason", &self.reason), ("until", &self.until)];
        let optional = optional.iter().filter_map(|(key, value)| Some((*key, value.as_ref()?)));
        let members: Vec<_> =
            members.into_iter().chain(optional).map(|(key, value)| format!("\"{key}\": {}", quoted(value))).collect();
        print_object(members.join(", "), &self.other)
    }
}

type Fault<'a> = (Node<'a>, String);

fn read_manifest(root: Node<'_>) -> Result<Manifest, Fault<'_>> {
    let mut manifest = Manifest::default();
    let mut format = false;
    for member in object(root)? {
        match member.key().unwrap_or_default() {
            "format" if member.value() == Value::Number("1") => format = true,
            "format" => {
                return Err((member, "expected format 1: written by a newer version of these crates?".to_owned()));
            }
            "versions" => manifest.versions = items(member)?.map(read_version).collect::<Result<_, _>>()?,
            "accepted" => manifest.accepted = items(member)?.map(read_acceptance).collect::<Result<_, _>>()?,
            _ => manifest.other.push(unknown(root, member, &["format", "versions", "accepted"])?),
        }
    }
    if format { Ok(manifest) } else { Err((root, "expected `\"format\": 1`".to_owned())) }
}

fn read_version(node: Node<'_>) -> Result<VersionEntry, Fault<'_>> {
    let (mut version, mut file, mut sha256, mut released) = (None, None, None, None);
    let mut other = Vec::new();
    for member in object(node)? {
        match (member.key().unwrap_or_default(), member.value()) {
            ("version", Value::Number(text)) => match text.parse() {
                Ok(number @ 1..=0x7fff_ffff) => version = Some(number),
                _ => return Err((member, "expected a version number from 1".to_owned())),
            },
            ("file", Value::String(text)) => file = Some(text.to_owned()),
            ("sha256", Value::String(text)) => sha256 = Some(text.to_owned()),
            ("released", Value::Bool(value)) => released = Some(value),
            (key @ ("version" | "file" | "sha256" | "released"), _) => {
                return Err((member, format!("`{key}` cannot be {}", member.describe())));
            }
            _ => other.push(unknown(node, member, &["version", "file", "sha256", "released", "registry"])?),
        }
    }
    let missing = |key: &str| (node, format!("a version without `{key}`"));
    Ok(VersionEntry {
        version: version.ok_or_else(|| missing("version"))?,
        file: file.ok_or_else(|| missing("file"))?,
        sha256: sha256.ok_or_else(|| missing("sha256"))?,
        released: released.ok_or_else(|| missing("released"))?,
        other,
    })
}

fn read_acceptance(node: Node<'_>) -> Result<Acceptance, Fault<'_>> {
    let mut read = Acceptance::default();
    for member in object(node)? {
        let key = member.key().unwrap_or_default();
        let place = match key {
            "rule" => &mut read.rule,
            "type" => &mut read.ty,
            "path" => &mut read.path,
            "before" => &mut read.before,
            "after" => &mut read.after,
            "reason" => read.reason.insert(String::new()),
            "until" => read.until.insert(String::new()),
            _ => {
                let known = ["rule", "type", "path", "before", "after", "reason", "until"];
                read.other.push(unknown(node, member, &known)?);
                continue;
            }
        };
        let text = member.as_str().ok_or_else(|| (member, format!("`{key}` cannot be {}", member.describe())))?;
        text.clone_into(place);
    }
    if read.rule.is_empty() {
        return Err((node, "an acceptance without `rule`".to_owned()));
    }
    Ok(read)
}

/// A member of `object` that is none of the `known` ones, as it is kept.
fn unknown<'a>(object: Node<'a>, member: Node<'a>, known: &[&str]) -> Result<(String, String), Fault<'a>> {
    let key = member.key().unwrap_or_default();
    match nearest(key, known.iter().copied().filter(|known| object.get(known).is_none())) {
        Some(near) => Err((member, format!("unknown key {}: did you mean `{near}`?", quote(key)))),
        None => Ok((key.to_owned(), member.compact())),
    }
}

fn object(node: Node<'_>) -> Result<Vec<Node<'_>>, Fault<'_>> {
    if node.is_object() {
        Ok(node.members())
    } else {
        Err((node, format!("expected an object, found {}", node.describe())))
    }
}

fn items(node: Node<'_>) -> Result<impl Iterator<Item = Node<'_>>, Fault<'_>> {
    if node.is_array() {
        Ok(node.children())
    } else {
        Err((node, format!("expected an array, found {}", node.describe())))
    }
}

fn print_object(mut members: String, other: &[(String, String)]) -> String {
    for (key, value) in other {
        let _ = write!(members, ", {}: {value}", quoted(key));
    }
    format!("{{{members}}}")
}

fn print_lines(out: &mut String, items: impl ExactSizeIterator<Item = String>) {
    let count = items.len();
    for (i, item) in items.enumerate() {
        let _ = write!(out, "\n    {item}{}", if i + 1 < count { "," } else { "\n  " });
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_string(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn unknown_keys_and_registry_entries_survive() {
        let text = r#"{
  "format": 1,
  "versions": [
    {"version": 1, "file": "v1.avsc", "sha256": "ab", "released": true, "registry": [{"url":"http://r","id":7}], "x": 1.50}
  ],
  "accepted": [
    {"rule": "type-changed", "type": "a.B", "path": "x", "before": "int", "after": "string", "reason": "asked", "until": "2030-01-01"}
  ],
  "later": {"a":[]}
}
"#;
        let manifest = Manifest::parse(text).expect("a valid history.json");
        assert_eq!(manifest.print(), text);
        assert_eq!(manifest.versions[0].version, 1);
        assert!(manifest.versions[0].released);
        assert_eq!(manifest.accepted[0].path, "x");
    }

    #[test]
    fn faults_have_a_place() {
        let cases = [
            ("{}", "1:1: expected `\"format\": 1`"),
            ("{\n \"format\": 2}", "2:12: expected format 1: written by a newer version of these crates?"),
            (r#"{"format":1,"versions":[{"file":1}]}"#, "1:33: `file` cannot be a number"),
            (r#"{"format":1,"versions":[{"version":0}]}"#, "1:36: expected a version number from 1"),
            (r#"{"format":1,"versions":{}}"#, "1:24: expected an array, found an object"),
            (r#"{"format":1,"accepted":[{}]}"#, "1:25: an acceptance without `rule`"),
            (r#"{"format":1,"verions":[]}"#, "1:23: unknown key `verions`: did you mean `versions`?"),
            (
                r#"{"format":1,"versions":[{"version":1,"file":"v1.avsc","sha256":"ab","relased":true}]}"#,
                "1:79: unknown key `relased`: did you mean `released`?",
            ),
            (
                r#"{"format":1,"versions":[{"version":1,"file":"v1.avsc","sha256":"ab"}]}"#,
                "1:25: a version without `released`",
            ),
            (
                r#"{"format":1,"accepted":[{"rule":"r","untill":""}]}"#,
                "1:46: unknown key `untill`: did you mean `until`?",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(Manifest::parse(text).expect_err(text), expected);
        }
    }
}

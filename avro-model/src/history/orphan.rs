//! Histories that no type claims: nothing is compared with them any more.

use crate::diagnostic::Diagnostic;
use crate::names;
use crate::rules::Rule;

/// What a type says of its history.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its full name.
    pub full_name: String,
    /// Full names that it had.
    pub aliases: Vec<String>,
    /// The folder of its history as messages name it, where it is a root.
    pub folder: Option<String>,
}

/// What is wrong with each of `folders`, the histories in `histories`, that no type claims.
pub fn orphans(histories: &str, folders: &[String], claims: &[Claim]) -> Vec<Diagnostic> {
    let mut orphans = Vec::new();
    for folder in folders {
        let path = format!("{histories}/{folder}");
        if claims.iter().any(|claim| claim.full_name == *folder || claim.folder.as_deref() == Some(&path)) {
            continue;
        }
        let heir =
            claims.iter().filter(|claim| claim.aliases.contains(folder)).find_map(|claim| claim.folder.as_deref());
        let (text, help) = match heir {
            Some(heir) => (
                format!("{path}: the type that has this name as an alias is compared with {heir} only"),
                format!(
                    "a renamed type goes on with its old history: remove {heir} if nothing in it is released, and build again"
                ),
            ),
            None => {
                // a type with a history of its own is another one
                let new = claims.iter().filter(|claim| claim.folder.is_some() && !folders.contains(&claim.full_name));
                let new: Vec<_> = new.map(|claim| claim.full_name.as_str()).collect();
                let only = if let [only] = new[..] { Some(only) } else { None };
                let help = match names::nearest(folder, new).or(only) {
                    Some(name) => {
                        format!("was it renamed to `{name}`? then add `#[avro(alias = \"{folder}\")]` to that type")
                    }
                    None => "restore the type or its namespace, or add its old full name as `#[avro(alias = \"..\")]`"
                        .to_owned(),
                };
                (format!("{path}: no type has that full name or alias"), help)
            }
        };
        orphans.push(Rule::HistoryOrphaned.diagnostic(text).with_help(help));
    }
    orphans
}

//! The packages that a command is about, as cargo sees them.

use std::path::{Path, PathBuf};
use std::process::Command;

use avro_model::json::{Node, Options, Tree};

/// A package of the workspace.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// The folder of its manifest.
    pub(crate) folder: PathBuf,
    /// The folder of its histories.
    pub(crate) histories: PathBuf,
}

/// The package called `name`; without a name the one that the working directory is in, or all of the workspace where it is
/// in none.
pub(crate) fn select(name: Option<&str>) -> Result<Vec<Package>, String> {
    let here = std::env::current_dir().map_err(|error| format!("the working directory is not known: {error}"))?;
    let mut packages = read(&here)?;
    if let Some(name) = name {
        let names: Vec<_> = packages.iter().map(|package| package.name.clone()).collect();
        packages.retain(|package| package.name == name);
        if packages.is_empty() {
            return Err(format!("no package `{name}` in this workspace: it has {}", names.join(", ")));
        }
        return Ok(packages);
    }
    let around = packages.iter().map(|package| package.folder.clone()).filter(|folder| here.starts_with(folder));
    if let Some(folder) = around.max_by_key(|folder| folder.components().count()) {
        packages.retain(|package| package.folder == folder);
    }
    Ok(packages)
}

fn read(here: &Path) -> Result<Vec<Package>, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(here)
        .output()
        .map_err(|error| format!("cargo could not be run: {error}"))?;
    if !output.status.success() {
        let message = String::from_utf8_lossy(&output.stderr);
        return Err(message.trim().trim_start_matches("error: ").to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let tree = Tree::parse(&text, &Options::default()).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = tree.root().get("packages").ok_or("cargo metadata lists no packages")?;
    packages
        .children()
        .map(package)
        .collect::<Option<_>>()
        .ok_or_else(|| "cargo metadata lists a package without name".to_owned())
}

fn package(node: Node<'_>) -> Option<Package> {
    let name = node.get("name")?.as_str()?.to_owned();
    let folder = Path::new(node.get("manifest_path")?.as_str()?).parent()?.to_owned();
    let stated = node.get("metadata").and_then(|metadata| metadata.get("avro")).and_then(|avro| avro.get("history"));
    let histories = folder.join(stated.and_then(Node::as_str).unwrap_or("schemas/history"));
    Some(Package { name, folder, histories })
}

//! The packages that a command is about, as cargo sees them.

use std::path::{Path, PathBuf};
use std::process::Command;

use avro_model::json::{Node, Options, Tree};

/// A workspace, and the packages of it that were asked for.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// Its root.
    pub(crate) root: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    /// The packages that the command is about.
    pub(crate) packages: Vec<Package>,
}

/// A package of the workspace.
#[derive(Debug)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// The folder of its manifest.
    pub(crate) folder: PathBuf,
    /// The folder of its histories.
    pub(crate) histories: PathBuf,
    /// The crate that others can link.
    pub(crate) library: Option<Target>,
    /// Its programs.
    pub(crate) binaries: Vec<Target>,
    /// How it depends on avro-runtime.
    pub(crate) runtime: Option<Dependency>,
    /// Its features.
    pub(crate) features: Vec<String>,
}

/// A crate of a package.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// Its name, as cargo writes it.
    pub(crate) name: String,
    /// Its root file.
    pub(crate) source: PathBuf,
}

/// Where a package takes avro-runtime from, as a value in a manifest.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dependency(pub(crate) toml::Table);

/// The package called `name`; without a name the one that the working directory is in, or all of the workspace where it is
/// in none.
pub(crate) fn select(name: Option<&str>) -> Result<Workspace, String> {
    let here = std::env::current_dir().map_err(|error| format!("the working directory is not known: {error}"))?;
    let mut workspace = read(&here)?;
    let packages = &mut workspace.packages;
    if let Some(name) = name {
        let names: Vec<_> = packages.iter().map(|package| package.name.clone()).collect();
        packages.retain(|package| package.name == name);
        if packages.is_empty() {
            return Err(format!("no package `{name}` in this workspace: it has {}", names.join(", ")));
        }
        return Ok(workspace);
    }
    let around = packages.iter().map(|package| package.folder.clone()).filter(|folder| here.starts_with(folder));
    if let Some(folder) = around.max_by_key(|folder| folder.components().count()) {
        packages.retain(|package| package.folder == folder);
    }
    Ok(workspace)
}

/// The cargo that runs this command.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn read(here: &Path) -> Result<Workspace, String> {
    let output = cargo()
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
    workspace(tree.root()).ok_or_else(|| "cargo metadata has not the form that is known here".to_owned())
}

fn workspace(root: Node<'_>) -> Option<Workspace> {
    Some(Workspace {
        root: path(root, "workspace_root")?,
        target: path(root, "target_directory")?,
        packages: root.get("packages")?.children().map(package).collect::<Option<_>>()?,
    })
}

fn package(node: Node<'_>) -> Option<Package> {
    let folder = path(node, "manifest_path")?.parent()?.to_owned();
    let stated = node.get("metadata").and_then(|metadata| metadata.get("avro")).and_then(|avro| avro.get("history"));
    let histories = folder.join(stated.and_then(Node::as_str).unwrap_or("schemas/history"));
    let (mut library, mut binaries) = (None, Vec::new());
    for target in node.get("targets")?.children() {
        let found = Target { name: text(target, "name")?, source: path(target, "src_path")? };
        let kinds: Vec<_> = target.get("kind")?.children().filter_map(Node::as_str).collect();
        if kinds.iter().any(|kind| matches!(*kind, "lib" | "rlib" | "dylib")) {
            library = Some(found);
        } else if kinds.contains(&"bin") {
            binaries.push(found);
        }
    }
    let runtime = node.get("dependencies")?.children().find(|dependency| {
        dependency.get("name").and_then(Node::as_str) == Some("avro-runtime")
            && dependency.get("kind").and_then(Node::as_str).is_none()
    });
    let features = node.get("features")?.children().filter_map(|feature| feature.key().map(str::to_owned)).collect();
    let name = text(node, "name")?;
    Some(Package { name, folder, histories, library, binaries, runtime: runtime.and_then(dependency), features })
}

/// The dependency as a manifest would state it.
fn dependency(node: Node<'_>) -> Option<Dependency> {
    let mut table = toml::Table::new();
    let mut put = |key: &str, value: &str| table.insert(key.to_owned(), value.into());
    if let Some(path) = node.get("path").and_then(Node::as_str) {
        put("path", path);
        return Some(Dependency(table));
    }
    let source = node.get("source").and_then(Node::as_str)?;
    if let Some(url) = source.strip_prefix("git+") {
        let (url, query) = url.split_once('?').unwrap_or((url, ""));
        put("git", url.split('#').next().unwrap_or(url));
        if let Some((key @ ("rev" | "tag" | "branch"), value)) =
            query.split('#').next().and_then(|query| query.split_once('='))
        {
            put(key, value);
        }
    } else {
        put("version", node.get("req").and_then(Node::as_str)?);
        if let Some(index) = node.get("registry").and_then(Node::as_str) {
            put("registry-index", index);
        }
    }
    Some(Dependency(table))
}

fn text(node: Node<'_>, key: &str) -> Option<String> {
    node.get(key)?.as_str().map(str::to_owned)
}

fn path(node: Node<'_>, key: &str) -> Option<PathBuf> {
    text(node, key).map(PathBuf::from)
}

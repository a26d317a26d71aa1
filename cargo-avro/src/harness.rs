//! The census of a workspace: which types its libraries and programs have.
//!
//! A package below `target/avro` links every library that uses avro-runtime and prints the census. It is built with
//! `AVRO_GATE=collect`, so that types which the gate refuses are there too, and in a build folder of its own, so that
//! nothing of that build is ever taken for checked. A program cannot be linked: its own test, which `evolution_tests!`
//! writes, prints its census. Workspaces may share a build folder, and commands run at the same time: what is linked
//! differently is a package, and a program, of another name.

use std::fs;
use std::path::{Path, PathBuf};

use avro_model::history::sha256;
use avro_model::history::write::write_atomically;

use crate::census::{self, Entry};
use crate::packages::{Package, Target, Workspace, cargo};
use crate::programs;

/// How the packages are built.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Build {
    /// Features of the packages, separated by commas
    #[arg(long, value_delimiter = ',')]
    features: Vec<String>,
    /// All features of the packages
    #[arg(long)]
    all_features: bool,
    /// Without the packages' default features
    #[arg(long)]
    no_default_features: bool,
    /// Build without network
    #[arg(long)]
    offline: bool,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    /// The types of the packages.
    pub(crate) entries: Vec<Entry>,
    /// Programs with types that no test of theirs prints: what is wrong with each.
    pub(crate) unread: Vec<String>,
}

/// Builds what is needed and reads the types of `workspace.packages`.
pub(crate) fn collect(workspace: &Workspace, build: &Build) -> Result<Collected, String> {
    let users: Vec<&Package> = workspace.packages.iter().filter(|package| package.runtime.is_some()).collect();
    let mut collected = Collected::default();
    if users.iter().any(|package| package.library.is_some()) {
        collected.entries = libraries(workspace, &users, build)?;
    }
    for package in &users {
        for binary in &package.binaries {
            match programs::read(binary) {
                programs::Types::None => {}
                programs::Types::Tested => collected.entries.extend(program(workspace, package, binary, build)?),
                programs::Types::Untested => collected.unread.push(format!(
                    "the types of the program `{}` of `{}` are not checked: a program cannot be linked from outside\n\
                     help: add `#[cfg(test)] mod schemas {{ avro_runtime::evolution_tests!(crate); }}` to {}",
                    binary.name,
                    package.name,
                    binary.source.strip_prefix(&workspace.root).unwrap_or(&binary.source).display()
                )),
            }
        }
    }
    let ours = |entry: &Entry| {
        users.iter().any(|package| package.name == entry.package && Path::new(&entry.manifest_dir) == package.folder)
    };
    collected.entries.retain(ours);
    collected.entries.sort_by(|a, b| (&a.full_name, &a.rust_path).cmp(&(&b.full_name, &b.rust_path)));
    collected.entries.dedup_by(|a, b| a.full_name == b.full_name && a.rust_path == b.rust_path);
    Ok(collected)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("avro")
}

fn libraries(workspace: &Workspace, users: &[&Package], build: &Build) -> Result<Vec<Entry>, String> {
    let linked: Vec<_> = users.iter().filter_map(|package| Some((*package, package.library.as_ref()?))).collect();
    let (name, manifest) = manifest(workspace, &linked, build)?;
    let harness = folder(workspace).join(name);
    let write = |path: &str, text: &str| {
        write_atomically(&harness.join(path), text)
            .map_err(|error| format!("{}: {error}", harness.join(path).display()))
    };
    write("Cargo.toml", &manifest)?;
    let uses: String = linked.iter().map(|(_, library)| format!("use {} as _;\n", crate_name(library))).collect();
    write("src/main.rs", &format!("{uses}\nfn main() {{\n    avro_runtime::__private::print_census();\n}}\n"))?;
    let lock = workspace.root.join("Cargo.lock");
    if let Ok(text) = fs::read_to_string(&lock) {
        write("Cargo.lock", &text)?;
    }
    let mut command = cargo();
    command.args(["run", "--quiet", "--manifest-path"]).arg(harness.join("Cargo.toml"));
    let output = run(command, workspace, build)?;
    if !output.status.success() {
        return Err(format!(
            "the packages could not be built\n\n{}",
            String::from_utf8_lossy(&output.stderr).trim_end()
        ));
    }
    census::read(&String::from_utf8_lossy(&output.stdout), &workspace.root)
}

fn program(workspace: &Workspace, package: &Package, binary: &Target, build: &Build) -> Result<Vec<Entry>, String> {
    let folder = folder(workspace);
    let file = folder.join(format!("{}-{}-{}.json", package.name, binary.name, tag(&workspace.root.to_string_lossy())));
    let described = |error: std::io::Error| format!("{}: {error}", file.display());
    fs::create_dir_all(&folder).map_err(described)?;
    if file.exists() {
        fs::remove_file(&file).map_err(described)?;
    }
    let mut command = cargo();
    command.args(["test", "--quiet", "--manifest-path"]).arg(package.folder.join("Cargo.toml"));
    command.args(["--bin", &binary.name]);
    if build.all_features {
        command.arg("--all-features");
    }
    if build.no_default_features {
        command.arg("--no-default-features");
    }
    if !build.features.is_empty() {
        command.args(["--features", &features_of(package, build).join(",")]);
    }
    command.env("AVRO_CENSUS", &file);
    command.args(["--", "evolution"]);
    let output = run(command, workspace, build)?;
    match fs::read_to_string(&file) {
        Ok(text) => census::read(&text, &workspace.root),
        Err(_) => Err(format!(
            "the tests of the program `{}` could not be built or have no `evolution_tests!`\n\n{}",
            binary.name,
            String::from_utf8_lossy(&output.stderr).trim_end()
        )),
    }
}

fn run(
    mut command: std::process::Command,
    workspace: &Workspace,
    build: &Build,
) -> Result<std::process::Output, String> {
    if build.offline {
        command.env("CARGO_NET_OFFLINE", "true");
    }
    command
        .env("AVRO_GATE", "collect")
        .env("CARGO_TARGET_DIR", folder(workspace).join("build"))
        .current_dir(&workspace.root)
        .output()
        .map_err(|error| format!("cargo could not be run: {error}"))
}

fn crate_name(library: &Target) -> String {
    library.name.replace('-', "_")
}

/// The features that were asked for and that `package` has.
fn features_of(package: &Package, build: &Build) -> Vec<String> {
    if build.all_features {
        return package.features.clone();
    }
    let of_package = |feature: &String| match feature.split_once('/') {
        Some((name, feature)) => (name == package.name).then(|| feature.to_owned()),
        None => package.features.contains(feature).then(|| feature.clone()),
    };
    build.features.iter().filter_map(of_package).collect()
}

/// What tells packages and files apart that stand for different things.
fn tag(text: &str) -> String {
    sha256(text)[..12].to_owned()
}

/// The package that links `linked`: its name and its manifest.
fn manifest(workspace: &Workspace, linked: &[(&Package, &Target)], build: &Build) -> Result<(String, String), String> {
    let mut dependencies = toml::Table::new();
    for (package, _) in linked {
        let mut dependency = toml::Table::new();
        dependency.insert("path".to_owned(), package.folder.display().to_string().into());
        if build.no_default_features {
            dependency.insert("default-features".to_owned(), false.into());
        }
        let features = features_of(package, build);
        if !features.is_empty() {
            dependency.insert("features".to_owned(), features.into());
        }
        dependencies.insert(package.name.clone(), dependency.into());
    }
    let runtimes: Vec<_> = linked.iter().filter_map(|(package, _)| package.runtime.as_ref()).collect();
    if let Some(runtime) = runtimes.first() {
        if let Some(other) = runtimes.iter().find(|other| **other != *runtime) {
            return Err(format!(
                "the packages take avro-runtime from two places, so that one census cannot have all their types: {:?} and {:?}\n\
                 help: choose one package with `--package`",
                runtime.0, other.0
            ));
        }
        dependencies.insert("avro-runtime".to_owned(), runtime.0.clone().into());
    }
    // the dependencies name the workspace by their paths
    let name = format!("avro-census-{}", tag(&dependencies.to_string()));
    let mut package = toml::Table::new();
    package.insert("name".to_owned(), name.clone().into());
    package.insert("version".to_owned(), "0.0.0".into());
    package.insert("edition".to_owned(), "2021".into());
    package.insert("publish".to_owned(), false.into());
    let mut manifest = toml::Table::new();
    manifest.insert("package".to_owned(), package.into());
    manifest.insert("dependencies".to_owned(), dependencies.into());
    manifest.insert("workspace".to_owned(), toml::Table::new().into());
    if let Some(patch) = patches(&workspace.root)? {
        manifest.insert("patch".to_owned(), patch);
    }
    Ok((name, manifest.to_string()))
}

/// The `[patch]` sections of the workspace, with their paths from everywhere.
fn patches(root: &Path) -> Result<Option<toml::Value>, String> {
    let path = root.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let manifest: toml::Table = text.parse().map_err(|error| format!("{}: {error}", path.display()))?;
    let Some(mut patch) = manifest.get("patch").cloned() else { return Ok(None) };
    let sources = patch.as_table_mut().into_iter().flatten().filter_map(|(_, source)| source.as_table_mut());
    for (_, replacement) in sources.flatten() {
        if let Some(toml::Value::String(path)) = replacement.get_mut("path") {
            *path = root.join(&*path).display().to_string();
        }
    }
    Ok(Some(patch))
}

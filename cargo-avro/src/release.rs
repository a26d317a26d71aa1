//! `cargo avro release`: recorded versions become released ones.

use std::path::{Path, PathBuf};

use avro_model::history::{Folder, list};

use crate::packages::select;
use crate::schema_files::{self, Promise};

/// What to release.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The package; else the one of the working directory, or every one of the workspace
    #[arg(long, short)]
    package: Option<String>,
    /// Types by full or simple name, or schema files and folders of them; else all that are recorded
    #[arg(value_name = "TYPE|PATH")]
    subjects: Vec<String>,
    /// Folder of the histories of schema files; else the folder `history` beside them
    #[arg(long, value_name = "DIR")]
    history: Option<PathBuf>,
}

/// A history: the folder that it is in, and the name of its own.
struct History {
    histories: PathBuf,
    name: String,
    /// What messages leave out of paths.
    base: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    if schema_files::are_meant(&arguments.subjects) {
        return mark(of_files(&arguments.subjects, arguments.history.as_deref())?);
    }
    if arguments.history.is_some() {
        return Err("`--history` is for schema files: a type states the folder itself".to_owned());
    }
    let packages = select(arguments.package.as_deref())?.packages;
    let mut folders = Vec::new();
    for package in &packages {
        folders.extend(listed(&package.histories, &package.folder)?);
    }
    if folders.is_empty() {
        let names: Vec<_> = packages.iter().map(|package| format!("`{}`", package.name)).collect();
        return Err(format!(
            "nothing is recorded in {}: `AVRO_BLESS=1 cargo test` records the types with `#[avro(evolution)]`, where a test names \
             them by `avro_runtime::evolution_tests!`",
            names.join(", ")
        ));
    }
    mark(choose(folders, &arguments.subjects)?)
}

fn listed(histories: &Path, base: &Path) -> Result<Vec<History>, String> {
    let names = list(histories).map_err(|error| error.to_string())?;
    let history = |name| History { histories: histories.to_owned(), name, base: base.to_owned() };
    Ok(names.into_iter().map(history).collect())
}

/// The histories of the schemas in files; all that stand beside a folder that is named.
fn of_files(paths: &[String], history: Option<&Path>) -> Result<Vec<History>, String> {
    let promise = Promise { history: history.map(Path::to_owned), ..Promise::default() };
    let entries = schema_files::read(paths, &promise)?.sound()?;
    let named: Vec<_> = entries.into_iter().map(|entry| entry.full_name).collect();
    let mut found = Vec::new();
    for folder in schema_files::histories(paths, history) {
        found.extend(listed(&folder, Path::new(""))?.into_iter().filter(|history| named.contains(&history.name)));
    }
    if found.is_empty() {
        return Err(format!("nothing is recorded of {}: `cargo avro accept` records schema files", paths.join(", ")));
    }
    Ok(found)
}

/// Marks what is recorded as released.
fn mark(chosen: Vec<History>) -> Result<(), String> {
    // all are read before the first is written
    let chosen = chosen.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let mut marked = 0;
    for mut folder in chosen {
        let numbers = folder.release().map_err(|error| error.to_string())?;
        if !numbers.is_empty() {
            let numbers: Vec<_> = numbers.iter().map(u32::to_string).collect();
            println!("released {} version {}", folder.full_name(), numbers.join(", "));
            marked += 1;
        }
    }
    if marked == 0 {
        println!("every recorded version is released already");
    }
    Ok(())
}

/// The histories that `types` name, all without types; every type must name one.
fn choose(folders: Vec<History>, types: &[String]) -> Result<Vec<History>, String> {
    let is = |name: &str, ty: &str| name == ty || name.rsplit('.').next() == Some(ty);
    for ty in types {
        let found: Vec<_> =
            folders.iter().filter(|history| is(&history.name, ty)).map(|history| history.name.as_str()).collect();
        if found.is_empty() {
            let known: Vec<_> = folders.iter().map(|history| history.name.as_str()).collect();
            return Err(format!("no version of `{ty}` is recorded: recorded are {}", known.join(", ")));
        }
        if found.len() > 1 && !found.contains(&ty.as_str()) {
            return Err(format!("`{ty}` may be any of {}: give the full name", found.join(", ")));
        }
    }
    let named = |name: &str| {
        types.iter().any(|ty| name == ty || (is(name, ty) && !folders.iter().any(|history| history.name == *ty)))
    };
    let keep: Vec<bool> = folders.iter().map(|history| types.is_empty() || named(&history.name)).collect();
    Ok(folders.into_iter().zip(keep).filter_map(|(history, keep)| keep.then_some(history)).collect())
}

fn read(history: &History) -> Result<Folder, String> {
    Folder::read(&history.histories.join(&history.name)).map_err(|error| {
        let texts: Vec<_> = error.problems().iter().map(|problem| problem.text(&history.base)).collect();
        texts.join("\n\n")
    })
}

//! `cargo avro release`: recorded versions become released ones.

use avro_model::history::{Folder, list};

use crate::packages::{Package, select};

/// What to release.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The package; else the one of the working directory, or every one of the workspace
    #[arg(long, short)]
    package: Option<String>,
    /// Types by full or simple name; else all that are recorded
    #[arg(value_name = "TYPE")]
    types: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let packages = select(arguments.package.as_deref())?.packages;
    let mut folders = Vec::new();
    for package in &packages {
        for name in list(&package.histories).map_err(|error| error.to_string())? {
            folders.push((package, name));
        }
    }
    if folders.is_empty() {
        let names: Vec<_> = packages.iter().map(|package| format!("`{}`", package.name)).collect();
        return Err(format!(
            "nothing is recorded in {}: `AVRO_BLESS=1 cargo test` records the types with `#[avro(evolution)]`, where a test names \
             them by `avro_runtime::evolution_tests!`",
            names.join(", ")
        ));
    }
    let chosen = choose(folders, &arguments.types)?;
    // all are read before the first is written
    let chosen = chosen.into_iter().map(|(package, name)| read(package, &name)).collect::<Result<Vec<_>, _>>()?;
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

type Chosen<'p> = Vec<(&'p Package, String)>;

/// The histories that `types` name, all without types; every type must name one.
fn choose<'p>(folders: Chosen<'p>, types: &[String]) -> Result<Chosen<'p>, String> {
    let is = |name: &str, ty: &str| name == ty || name.rsplit('.').next() == Some(ty);
    for ty in types {
        let found: Vec<_> = folders.iter().filter(|(_, name)| is(name, ty)).map(|(_, name)| name.as_str()).collect();
        if found.is_empty() {
            let known: Vec<_> = folders.iter().map(|(_, name)| name.as_str()).collect();
            return Err(format!("no version of `{ty}` is recorded: recorded are {}", known.join(", ")));
        }
        if found.len() > 1 && !found.contains(&ty.as_str()) {
            return Err(format!("`{ty}` may be any of {}: give the full name", found.join(", ")));
        }
    }
    let named = |name: &str| {
        types.iter().any(|ty| name == ty || (is(name, ty) && !folders.iter().any(|(_, exact)| exact == ty)))
    };
    let keep: Vec<bool> = folders.iter().map(|(_, name)| types.is_empty() || named(name)).collect();
    Ok(folders.into_iter().zip(keep).filter_map(|(folder, keep)| keep.then_some(folder)).collect())
}

fn read(package: &Package, name: &str) -> Result<Folder, String> {
    Folder::read(&package.histories.join(name)).map_err(|error| {
        let texts: Vec<_> = error.problems().iter().map(|problem| problem.text(&package.folder)).collect();
        texts.join("\n\n")
    })
}

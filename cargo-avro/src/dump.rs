//! `cargo avro dump`: the schemas of all linked types.

use std::path::PathBuf;

use avro_model::history::write::{layout, write_atomically};

use crate::Exit;
use crate::check::chosen;
use crate::harness::{Build, collect};
use crate::packages::select;

/// What to print.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Types by full or simple name; else all
    #[arg(value_name = "TYPE")]
    types: Vec<String>,
    /// Write a file `<full name>.avsc` for each type into this folder, in place of printing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The package; else the one of the working directory, or every one of the workspace
    #[arg(long, short)]
    package: Option<String>,
    #[command(flatten)]
    build: Build,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    let workspace = select(arguments.package.as_deref())?;
    let collected = collect(&workspace, &arguments.build)?;
    for text in &collected.unread {
        eprintln!("warning: {text}");
    }
    let entries = chosen(collected.entries, &arguments.types)?;
    if let Some(folder) = &arguments.out {
        for entry in &entries {
            let path = folder.join(format!("{}.avsc", entry.full_name));
            write_atomically(&path, &layout(&entry.json)).map_err(|error| format!("{}: {error}", path.display()))?;
            println!("{}", path.display());
        }
        return Ok(Exit::Clean);
    }
    match entries.as_slice() {
        [one] => print!("{}", layout(&one.json)),
        // one schema a line, as tools read them
        many => many.iter().for_each(|entry| println!("{}", entry.json)),
    }
    Ok(if collected.unread.is_empty() { Exit::Clean } else { Exit::CouldNotCheck })
}
